"""The short explainer on the My Number Card."""

from articles.demo.sources import DIGITAL_AGENCY

EXPLAINER = {
    "slug": "my-number-card",
    "topics": ["my-number", "health-records"],
    "authors": ["dajp-editors"],
    "first_published": "2025-11-22T09:00+09:00",
    "last_reviewed": "2025-12-04",
    "review_by": "2026-03-04",
    "hero": "hero-card",
    "sources": [DIGITAL_AGENCY],
    "related": ["digital-agency", "mynaportal", "vaccination-record-system"],
    "ja": {
        "headline": "マイナンバーカードとは　番号とカードの違いから、ほかのカードとの一体化まで",
        "standfirst": "マイナンバーと、マイナンバーカード。名前は似ていますが、役割は違います。二つの違いと、健康保険証や運転免許証との一体化のねらいを、はじめての方に向けて説明します。",
        "hero_alt": "角の丸い三枚のカードが、少しずつずれて重なる図。手前の一枚に朱色の四角がある。",
        "hero_caption": "別々に持ち歩いてきたカードを、一枚にまとめる取り組み。",
        "body": [
            (
                "key-points",
                "key_points",
                {
                    "points": [
                        "マイナンバーは一人ひとりに割り当てられる番号、カードは本人であることを示す手段です。",
                        "健康保険証や運転免許証との一体化が、代表的な事例に挙げられています。",
                        "便利さとサイバーセキュリティの両立が欠かせません。",
                    ]
                },
            ),
            ("difference", "heading", {"level": "2", "text": "番号とカードの違い"}),
            (
                "difference-1",
                "paragraph",
                "<p>マイナンバーは、行政の手続きで人を取り違えないための番号です。マイナンバーカードは、その番号や名前などが載ったICチップ付きのカードで、対面でもオンラインでも、本人であることを示すために使います。</p>",
            ),
            (
                "difference-table",
                "table",
                {
                    "title": "マイナンバーとマイナンバーカード",
                    "columns": ["比べる点", "マイナンバー", "マイナンバーカード"],
                    "rows": [
                        ["形", "番号", "ICチップ付きのカード"],
                        ["主な役割", "行政の手続きで人を区別する", "本人であることを示す"],
                        ["使う場面の例", "行政の手続きの書類", "オンラインの窓口での本人確認"],
                    ],
                    "source_name": "一般的な説明をもとに、DAJP編集部が整理",
                    "source_url": "",
                },
            ),
            ("joining", "heading", {"level": "2", "text": "ほかのカードとの一体化"}),
            (
                "joining-1",
                "paragraph",
                '<p><a explainer="digital-agency">デジタル庁</a>の仕事の代表的な事例に、次の取り組みが挙がっています。</p>',
            ),
            (
                "joining-list",
                "bullets",
                {
                    "kind": "bullet",
                    "items": [
                        "<p>健康保険証との一体化</p>",
                        "<p>運転免許証との一体化</p>",
                        '<p>オンラインの窓口<a explainer="mynaportal">マイナポータル</a>の改善</p>',
                    ],
                },
            ),
            (
                "joining-2",
                "paragraph",
                "<p>持ち歩くカードが減るだけではありません。健康診断の結果や薬の記録を、マイナンバーを通じて本人が持てるようにするという目標も、これに関わります。</p>",
            ),
            ("care", "heading", {"level": "2", "text": "気をつけたいこと"}),
            (
                "care-1",
                "paragraph",
                "<p>一枚で多くのことができるほど、なくしたときの影響も大きくなります。ふだんから次のことを心がけましょう。</p>",
            ),
            (
                "care-list",
                "bullets",
                {
                    "kind": "number",
                    "items": [
                        "<p>暗証番号をカードと一緒に保管しない</p>",
                        "<p>なくしたときの連絡先を、公式の案内で確かめておく</p>",
                        "<p>カードの有効期限を見ておく</p>",
                    ],
                },
            ),
            (
                "care-note",
                "note",
                {
                    "title": "一体化の時期について",
                    "text": "<p>この解説がもとにした資料には、一体化の始まる日や、使える場所の記載がありません。利用の前に、それぞれの窓口の案内を確かめてください。</p>",
                },
            ),
            ("care-related", "related", ["mynaportal"]),
        ],
    },
    "en": {
        "headline": "What is the My Number Card? From number and card to the joining of other cards",
        "standfirst": "My Number and the My Number Card have similar names but different jobs. For those new to the subject, we explain how they differ, and why the card is to be joined with the health-insurance card and the driving licence.",
        "hero_alt": "Three cards with rounded corners overlap, each a little offset. The one in front bears a vermilion square.",
        "hero_caption": "Bringing cards that were carried separately together in one.",
        "body": [
            (
                "key-points",
                "key_points",
                {
                    "points": [
                        "My Number is a number assigned to each person; the card is a means of showing who you are.",
                        "Joining it with the health-insurance card and the driving licence is given as a model case.",
                        "Convenience has to go together with cybersecurity.",
                    ]
                },
            ),
            ("difference", "heading", {"level": "2", "text": "How the number and the card differ"}),
            (
                "difference-1",
                "paragraph",
                "<p>My Number is a number that keeps people from being mistaken for one another in government procedures. The My Number Card is a card with an IC chip that bears that number, the holder’s name and other details. It is used to show who the holder is, both in person and online.</p>",
            ),
            (
                "difference-table",
                "table",
                {
                    "title": "My Number and the My Number Card",
                    "columns": ["Point of comparison", "My Number", "My Number Card"],
                    "rows": [
                        ["Form", "A number", "A card with an IC chip"],
                        [
                            "Main job",
                            "Telling people apart in government procedures",
                            "Showing who the holder is",
                        ],
                        [
                            "Example of use",
                            "Papers for government procedures",
                            "Identification at an online counter",
                        ],
                    ],
                    "source_name": "DAJP editors, from general explanations",
                    "source_url": "",
                },
            ),
            ("joining", "heading", {"level": "2", "text": "Joining it with other cards"}),
            (
                "joining-1",
                "paragraph",
                '<p>The following are named among the model cases of the work of the <a explainer="digital-agency">Digital Agency</a>.</p>',
            ),
            (
                "joining-list",
                "bullets",
                {
                    "kind": "bullet",
                    "items": [
                        "<p>Joining it with the health-insurance card</p>",
                        "<p>Joining it with the driving licence</p>",
                        '<p>Improving the online counter, <a explainer="mynaportal">Mynaportal</a></p>',
                    ],
                },
            ),
            (
                "joining-2",
                "paragraph",
                "<p>It is not only a matter of carrying fewer cards. The aim of letting people hold their own health-check results and medication records through My Number is part of it too.</p>",
            ),
            ("care", "heading", {"level": "2", "text": "Points to watch"}),
            (
                "care-1",
                "paragraph",
                "<p>The more a single card can do, the more it matters if you lose it. Some habits to keep:</p>",
            ),
            (
                "care-list",
                "bullets",
                {
                    "kind": "number",
                    "items": [
                        "<p>Do not keep your PINs together with the card</p>",
                        "<p>Find out from the official guidance whom to contact if you lose it</p>",
                        "<p>Keep an eye on the card’s expiry date</p>",
                    ],
                },
            ),
            (
                "care-note",
                "note",
                {
                    "title": "About when the cards are joined",
                    "text": "<p>The material this explainer draws on does not say when the cards are joined or where they can be used. Before relying on it, please check the guidance of each office concerned.</p>",
                },
            ),
            ("care-related", "related", ["mynaportal"]),
        ],
    },
}
