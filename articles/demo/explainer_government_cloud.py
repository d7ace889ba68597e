"""The short explainer on the state-provided cloud."""

from articles.demo.sources import DIGITAL_AGENCY, PRIORITY_PROGRAMME

EXPLAINER = {
    "slug": "government-cloud",
    "topics": ["standards", "administration"],
    "authors": ["dajp-editors"],
    "first_published": "2025-12-02T09:00+09:00",
    "last_reviewed": "2025-12-04",
    "review_by": "2026-06-04",
    "hero": "hero-cloud",
    "sources": [DIGITAL_AGENCY, PRIORITY_PROGRAMME],
    "related": ["digital-agency", "vaccination-record-system", "one-stop-moving"],
    "ja": {
        "headline": "国が用意するクラウドとは　役所の情報システムを、共に使う基盤に",
        "standfirst": "国の情報システムを、社会が共に使う基盤へ。その土台として描かれているのが、国が用意するクラウドです。クラウドとは何か、何をつなごうとしているのかを説明します。",
        "hero_alt": "中央の大きな円から、まわりに並ぶ小さな四角へ、線が放射状に伸びる図。四角のうち一つだけ朱色。",
        "hero_caption": "国、自治体、病院などを、共通の基盤で結ぶ構想。",
        "body": [
            (
                "key-points",
                "key_points",
                {
                    "points": [
                        "クラウドは、サーバーなどを自前で持たず、ネットワーク越しに使う方式です。",
                        "国が用意するクラウドで、国と自治体、病院などを結ぶ構想があります。",
                        "共に使うほど、止まらない備えと情報を守る備えが大切になります。",
                    ]
                },
            ),
            ("what", "heading", {"level": "2", "text": "クラウドとは"}),
            (
                "what-1",
                "paragraph",
                "<p>情報システムを動かすには、計算や保存のための機械が必要です。これを庁舎などに自前で置くのではなく、用意されたものをネットワーク越しに、必要な分だけ使う方式をクラウドと呼びます。二つの方式を比べます。</p>",
            ),
            (
                "what-comparison",
                "comparison",
                {
                    "title": "自前で持つ方式と、クラウド",
                    "left_label": "自前で持つ",
                    "right_label": "クラウド",
                    "rows": [
                        {"aspect": "機械の置き場所", "left": "自分の建物など", "right": "提供する側の施設"},
                        {
                            "aspect": "量の増減",
                            "left": "買い足しや入れ替えが要る",
                            "right": "必要に応じて増減しやすい",
                        },
                        {
                            "aspect": "頼る相手",
                            "left": "自分たちの担当者",
                            "right": "提供する側への依存が増える",
                        },
                    ],
                },
            ),
            ("plan", "heading", {"level": "2", "text": "描かれている姿"}),
            (
                "plan-1",
                "paragraph",
                '<p><a explainer="digital-agency">デジタル庁</a>をめぐる将来像では、国の情報システムを、社会が共に使う基盤と捉えます。国が用意するクラウドを通じて、次のような先を結びます。</p>',
            ),
            (
                "plan-list",
                "bullets",
                {
                    "kind": "bullet",
                    "items": [
                        "<p>国の機関</p>",
                        "<p>自治体</p>",
                        "<p>病院など、暮らしに関わる機関</p>",
                    ],
                },
            ),
            (
                "plan-2",
                "paragraph",
                '<p>これと並んで進むのが、自治体の基幹システムの見直しと、国の情報システムの標準化です。置き場所だけを一つにしても、記録の形がばらばらでは、情報をそのまま受け渡せません。<a explainer="vaccination-record-system">VRS</a>のように全国で同じ項目を扱う例と合わせて読むと、分かりやすくなります。</p>',
            ),
            ("questions", "heading", {"level": "2", "text": "よくある疑問"}),
            (
                "questions-qa",
                "qa",
                {
                    "items": [
                        {
                            "question": "役所の情報は、すべて一か所に集められるのですか。",
                            "answer": "<p>同じ土台を使うことと、情報を一つに混ぜることは別です。同じ建物を使っていても、部屋ごとに鍵をかけられるのに似ています。実際に誰が何を見られるかは、それぞれの決まりによります。</p>",
                        },
                        {
                            "question": "止まることはありませんか。",
                            "answer": "<p>止まらない仕組みはありません。だからこそ、止まったときの影響を小さくする備えが必要です。</p>",
                        },
                        {
                            "question": "いつから使われますか。",
                            "answer": "<p>この解説がもとにした資料には、時期の記載がありません。最新の予定は公式の案内を確かめてください。</p>",
                        },
                    ]
                },
            ),
            (
                "questions-related",
                "related",
                ["digital-agency", "vaccination-record-system", "one-stop-moving"],
            ),
        ],
    },
    "en": {
        "headline": "What is the state-provided cloud? Government systems on shared infrastructure",
        "standfirst": "The state’s information systems are to become infrastructure that society shares. A cloud provided by the state is pictured as the foundation. We explain what a cloud is, and what this one would connect.",
        "hero_alt": "From a large circle in the centre, lines radiate to small squares arranged around it. One of the squares is vermilion.",
        "hero_caption": "The idea is to tie the state, municipalities and hospitals together on a shared foundation.",
        "body": [
            (
                "key-points",
                "key_points",
                {
                    "points": [
                        "With a cloud, machines such as servers are used over a network instead of being owned.",
                        "There is a plan for a cloud, provided by the state, that ties the state to municipalities and to others such as hospitals.",
                        "The more is shared, the more it matters to keep running and to protect information.",
                    ]
                },
            ),
            ("what", "heading", {"level": "2", "text": "What a cloud is"}),
            (
                "what-1",
                "paragraph",
                "<p>An information system needs machines for computing and storage. Using machines that someone else provides, over a network and only as far as needed, instead of placing one’s own in an office building, is called using a cloud. Here is how the two compare.</p>",
            ),
            (
                "what-comparison",
                "comparison",
                {
                    "title": "Owning machines, and using a cloud",
                    "left_label": "Owning machines",
                    "right_label": "Cloud",
                    "rows": [
                        {
                            "aspect": "Where the machines stand",
                            "left": "In one’s own building or the like",
                            "right": "At the provider’s site",
                        },
                        {
                            "aspect": "Growing and shrinking",
                            "left": "Means buying or replacing machines",
                            "right": "Easier to adjust to need",
                        },
                        {
                            "aspect": "Who is relied upon",
                            "left": "One’s own staff",
                            "right": "More dependence on the provider",
                        },
                    ],
                },
            ),
            ("plan", "heading", {"level": "2", "text": "The picture drawn"}),
            (
                "plan-1",
                "paragraph",
                '<p>In the outlook for the <a explainer="digital-agency">Digital Agency</a>, the state’s information systems are seen as infrastructure that society shares. Through a cloud provided by the state, places such as these are tied together.</p>',
            ),
            (
                "plan-list",
                "bullets",
                {
                    "kind": "bullet",
                    "items": [
                        "<p>Bodies of the state</p>",
                        "<p>Municipalities</p>",
                        "<p>Institutions of daily life, such as hospitals</p>",
                    ],
                },
            ),
            (
                "plan-2",
                "paragraph",
                '<p>Alongside this go the review of municipal core systems and the standardisation of the state’s information systems. Even in a single place, information cannot simply be handed over if every record has a different shape. It helps to read this together with an example such as the <a explainer="vaccination-record-system">VRS</a>, which handles the same items nationwide.</p>',
            ),
            ("questions", "heading", {"level": "2", "text": "Common questions"}),
            (
                "questions-qa",
                "qa",
                {
                    "items": [
                        {
                            "question": "Is all government information gathered in one place?",
                            "answer": "<p>Sharing a foundation is not the same as mixing information together. It is rather like a building in which each room has its own lock. Who can actually see what depends on the rules in each case.</p>",
                        },
                        {
                            "question": "Can it fail?",
                            "answer": "<p>No system never fails. That is exactly why preparations are needed to limit the effects when it does.</p>",
                        },
                        {
                            "question": "When will it be in use?",
                            "answer": "<p>The material this explainer draws on does not say. Please check the official guidance for the latest schedule.</p>",
                        },
                    ]
                },
            ),
            (
                "questions-related",
                "related",
                ["digital-agency", "vaccination-record-system", "one-stop-moving"],
            ),
        ],
    },
}
