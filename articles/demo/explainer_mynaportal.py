"""The short explainer on Mynaportal."""

from articles.demo.sources import DIGITAL_AGENCY

EXPLAINER = {
    "slug": "mynaportal",
    "topics": ["procedures", "my-number", "health-records"],
    "authors": ["dajp-editors"],
    "first_published": "2025-11-25T09:00+09:00",
    "last_reviewed": "2025-12-04",
    "review_by": "2026-06-04",
    "hero": "hero-mynaportal",
    "sources": [DIGITAL_AGENCY],
    "related": ["digital-agency", "my-number-card", "one-stop-moving"],
    "ja": {
        "headline": "マイナポータルとは　手元の画面から使う、行政のオンライン窓口",
        "standfirst": "役所の窓口を、自分の画面の上に持つ。マイナポータルは、そのための入り口です。どのような手続きが対象になり、使いやすさのために何が考えられているのかをまとめました。",
        "hero_alt": "縦に長い画面の形の中に、同じ大きさの四角が三列に並ぶ図。一つだけ朱色。",
        "hero_caption": "別々の窓口で行ってきた手続きを、一つの画面にまとめる。",
        "body": [
            (
                "key-points",
                "key_points",
                {
                    "points": [
                        "マイナポータルは、行政の手続きや自分の情報の確認に使うオンラインの窓口です。",
                        "子育て、介護、引越し、パスポートなどの分野で、窓口のオンライン化が進められています。",
                        "使い勝手を良くすることは、デジタル庁の代表的な取り組みの一つです。",
                    ]
                },
            ),
            ("what", "heading", {"level": "2", "text": "どのような窓口か"}),
            (
                "what-1",
                "paragraph",
                '<p>マイナポータルは、パソコンやスマートフォンから使う、国のオンライン窓口です。役所の窓口には開いている時間と場所がありますが、画面の上の窓口なら、離れた場所からも用を足せます。本人であることを確かめるために使われるのが、<a explainer="my-number-card">マイナンバーカード</a>です。</p>',
            ),
            ("fields", "heading", {"level": "2", "text": "対象になる手続き"}),
            (
                "fields-1",
                "paragraph",
                '<p><a explainer="digital-agency">デジタル庁</a>の仕事には、暮らしに近い分野でオンラインの窓口を整えることが含まれます。この解説がもとにした資料に挙がるのは、次の分野です。</p>',
            ),
            (
                "fields-list",
                "bullets",
                {
                    "kind": "bullet",
                    "items": [
                        "<p>子育て</p>",
                        "<p>介護</p>",
                        "<p>引越し</p>",
                        "<p>パスポート(旅券)</p>",
                    ],
                },
            ),
            (
                "fields-2",
                "paragraph",
                "<p>どの手続きを最後まで画面だけで終えられるかは、手続きの種類や市区町村によって異なることがあります。始める前に、公式の案内で必要なものを確かめておきましょう。</p>",
            ),
            ("ease", "heading", {"level": "2", "text": "使いやすさのための工夫"}),
            (
                "ease-1",
                "paragraph",
                "<p>画面に載せるだけでは、使われる窓口にはなりません。大切にされている考え方を三つ挙げます。</p>",
            ),
            (
                "ease-list",
                "bullets",
                {
                    "kind": "number",
                    "items": [
                        "<p><b>誰でも使える</b>:年齢や障害の有無にかかわらず使えるように整えます。</p>",
                        "<p><b>向こうから知らせる</b>:出産、子育て、介護など、必要な時期に合わせて通知を届けます。</p>",
                        "<p><b>自分の記録を持つ</b>:健康診断の結果や薬の記録を、マイナンバーを通じて本人が持てるようにします。</p>",
                    ],
                },
            ),
            (
                "ease-2",
                "paragraph",
                "<p>三つに共通するのは、利用者の側から手続きを見直す姿勢です。役所の担当の分かれ方を知らなくても、目当ての手続きにたどり着けることが理想です。</p>",
            ),
            ("questions", "heading", {"level": "2", "text": "よくある疑問"}),
            (
                "questions-qa",
                "qa",
                {
                    "items": [
                        {
                            "question": "マイナポータルとマイナンバーカードは、同じものですか。",
                            "answer": "<p>別のものです。カードは本人であることを示す手段で、マイナポータルは手続きなどを行うオンラインの窓口です。</p>",
                        },
                        {
                            "question": "オンラインの窓口ができると、役所の窓口はなくなりますか。",
                            "answer": "<p>もとにした資料に、窓口をなくすという記載はありません。画面の操作が難しい方のためにも、相談できる場所は大切です。</p>",
                        },
                        {
                            "question": "画面が変わったときは、何を見ればよいですか。",
                            "answer": "<p>操作の手順は変わることがあります。この解説ではなく、公式の案内を確かめてください。</p>",
                        },
                    ]
                },
            ),
            ("questions-related", "related", ["my-number-card"]),
        ],
    },
    "en": {
        "headline": "What is Mynaportal? An online government counter on your own screen",
        "standfirst": "Imagine having the public office’s counter on your own screen. Mynaportal is the way in. We sum up which procedures are involved, and what is being considered to make it easy to use.",
        "hero_alt": "Inside the outline of a tall screen, squares of equal size stand in three columns. One square is vermilion.",
        "hero_caption": "Procedures once handled at separate counters come together on one screen.",
        "body": [
            (
                "key-points",
                "key_points",
                {
                    "points": [
                        "Mynaportal is an online counter for government procedures and for checking one’s own information.",
                        "Online counters are being set up in fields such as childcare, care, moving house and passports.",
                        "Making it easier to use is one of the Digital Agency’s model cases.",
                    ]
                },
            ),
            ("what", "heading", {"level": "2", "text": "What kind of counter it is"}),
            (
                "what-1",
                "paragraph",
                '<p>Mynaportal is a state-run online counter used from a computer or smartphone. A counter in a public office has its opening hours and its address; a counter on a screen can be used from a distance. The <a explainer="my-number-card">My Number Card</a> serves to confirm who is using it.</p>',
            ),
            ("fields", "heading", {"level": "2", "text": "Which procedures are involved"}),
            (
                "fields-1",
                "paragraph",
                '<p>The work of the <a explainer="digital-agency">Digital Agency</a> includes setting up online counters in fields close to daily life. The material this explainer draws on names the following.</p>',
            ),
            (
                "fields-list",
                "bullets",
                {
                    "kind": "bullet",
                    "items": [
                        "<p>Childcare</p>",
                        "<p>Care</p>",
                        "<p>Moving house</p>",
                        "<p>Passports</p>",
                    ],
                },
            ),
            (
                "fields-2",
                "paragraph",
                "<p>Which procedures can be completed entirely on screen may differ with the kind of procedure and the municipality. Before you start, check the official guidance to see what you need.</p>",
            ),
            ("ease", "heading", {"level": "2", "text": "Making it easy to use"}),
            (
                "ease-1",
                "paragraph",
                "<p>Putting something on a screen does not by itself make it a counter that people use. Here are three ideas that are given weight.</p>",
            ),
            (
                "ease-list",
                "bullets",
                {
                    "kind": "number",
                    "items": [
                        "<p><b>Usable by anyone</b>: services are arranged so that they work whatever a person’s age or disability.</p>",
                        "<p><b>The office makes the first move</b>: notices arrive when they are needed, for a birth, childcare or care.</p>",
                        "<p><b>Holding one’s own records</b>: people would hold their health-check results and medication records through My Number.</p>",
                    ],
                },
            ),
            (
                "ease-2",
                "paragraph",
                "<p>What the three share is a readiness to look at procedures from the user’s side. Ideally, people find the procedure they want without knowing how a public office divides its duties.</p>",
            ),
            ("questions", "heading", {"level": "2", "text": "Common questions"}),
            (
                "questions-qa",
                "qa",
                {
                    "items": [
                        {
                            "question": "Are Mynaportal and the My Number Card the same thing?",
                            "answer": "<p>No. The card is a means of showing who you are; Mynaportal is an online counter for procedures and the like.</p>",
                        },
                        {
                            "question": "Will counters in public offices disappear once they are online?",
                            "answer": "<p>Nothing in the material we draw on says that counters will be closed. A place to ask for help matters, not least for those who find screens difficult.</p>",
                        },
                        {
                            "question": "Where should I look when the screens have changed?",
                            "answer": "<p>The steps can change. Please check the official guidance rather than this explainer.</p>",
                        },
                    ]
                },
            ),
            ("questions-related", "related", ["my-number-card"]),
        ],
    },
}
