"""The short explainer on one-stop moving."""

from articles.demo.sources import DIGITAL_AGENCY

EXPLAINER = {
    "slug": "one-stop-moving",
    "topics": ["procedures", "administration"],
    "authors": ["dajp-editors"],
    "first_published": "2025-11-26T09:00+09:00",
    "last_reviewed": "2025-12-04",
    "review_by": "2026-06-04",
    "hero": "hero-moving",
    "sources": [DIGITAL_AGENCY],
    "related": ["digital-agency", "mynaportal", "my-number-card"],
    "ja": {
        "headline": "引越しのワンストップとは　一度の申請を、企業と役所へつなぐ",
        "standfirst": "引越しのたびに、同じ住所を何度も書いた覚えはないでしょうか。一度の申請を企業や役所に引き継ぐ仕組みは、その手間を減らそうとするものです。ねらいと、使う前の注意点を説明します。",
        "hero_alt": "左に置かれた一つの朱色の四角から、右に並ぶ六つの四角へ、線が枝分かれして伸びる図。",
        "hero_caption": "一度伝えた住所が、必要な先へ順に引き継がれていく。",
        "body": [
            (
                "key-points",
                "key_points",
                {
                    "points": [
                        "引越しのワンストップは、一度の申請を企業や役所に引き継ぐ仕組みです。",
                        "同じ内容を何度も書く手間を減らすことがねらいです。",
                        "引き継がれる範囲は、事前に確かめる必要があります。",
                    ]
                },
            ),
            ("burden", "heading", {"level": "2", "text": "引越しの手続きは、なぜ多いのか"}),
            (
                "burden-1",
                "paragraph",
                "<p>住所は、暮らしの多くの契約や届け出に使われています。そのため、引越しをすると、知らせる先も多くなります。一般的な例を挙げます。</p>",
            ),
            (
                "burden-list",
                "bullets",
                {
                    "kind": "bullet",
                    "items": [
                        "<p>これまで住んでいた市区町村と、新しく住む市区町村</p>",
                        "<p>電気、ガス、水道など、住まいに関わる契約先</p>",
                        "<p>銀行やカード会社など、住所を届けている企業</p>",
                    ],
                },
            ),
            (
                "burden-2",
                "paragraph",
                "<p>知らせる内容は、名前、古い住所、新しい住所、引越しの日と、ほとんど同じです。それでも先方ごとに書式が違えば、そのつど書き直さなければなりません。</p>",
            ),
            ("how", "heading", {"level": "2", "text": "ワンストップの考え方"}),
            (
                "how-1",
                "paragraph",
                '<p><a explainer="digital-agency">デジタル庁</a>の取り組みでは、一度の申請を企業と役所に引き継ぎます。窓口を回る代わりに、情報のほうを必要な先へ届ける発想です。これまでの進め方と比べてみます。</p>',
            ),
            (
                "how-comparison",
                "comparison",
                {
                    "title": "引越しの届け出の進め方",
                    "left_label": "これまで",
                    "right_label": "ワンストップ",
                    "rows": [
                        {"aspect": "申請の回数", "left": "届け出る先ごと", "right": "一度"},
                        {
                            "aspect": "動くもの",
                            "left": "人が窓口や書類を回る",
                            "right": "情報が必要な先へ渡る",
                        },
                        {
                            "aspect": "届く先",
                            "left": "企業と役所に、それぞれ",
                            "right": "企業と役所に、まとめて",
                        },
                    ],
                },
            ),
            ("before", "heading", {"level": "2", "text": "使う前に確かめたいこと"}),
            (
                "before-1",
                "paragraph",
                "<p>便利な仕組みでも、すべての届け出を代わりにしてくれるとは限りません。引越しが決まったら、次の順番で確かめておくと安心です。</p>",
            ),
            (
                "before-list",
                "bullets",
                {
                    "kind": "number",
                    "items": [
                        "<p>新旧の市区町村の案内で、自分で行う届け出が残っていないかを見る</p>",
                        "<p>契約している企業が、引き継ぎの対象かどうかを問い合わせる</p>",
                        "<p>申請した後に、それぞれの先へ届いたかどうかを確かめる</p>",
                    ],
                },
            ),
            (
                "before-note",
                "note",
                {
                    "title": "日付について",
                    "text": "<p>この解説がもとにした資料には、対象となる企業の名前や、始まった日の記載がありません。ここでは考え方だけを説明しています。</p>",
                },
            ),
            ("before-related", "related", ["mynaportal", "my-number-card", "digital-agency"]),
        ],
    },
    "en": {
        "headline": "What is one-stop moving? One application, passed on to companies and offices",
        "standfirst": "Do you remember writing the same address over and over each time you moved? A system that passes one application on to companies and public offices sets out to reduce that work. We explain its purpose, and what to check before using it.",
        "hero_alt": "From one vermilion square on the left, lines branch out to six squares on the right.",
        "hero_caption": "An address given once is passed on to each place that needs it.",
        "body": [
            (
                "key-points",
                "key_points",
                {
                    "points": [
                        "One-stop moving is a system that passes one application on to companies and public offices.",
                        "Its purpose is to spare people from writing the same details many times.",
                        "How far an application is passed on has to be checked beforehand.",
                    ]
                },
            ),
            ("burden", "heading", {"level": "2", "text": "Why moving takes so many procedures"}),
            (
                "burden-1",
                "paragraph",
                "<p>An address is used in many of the contracts and notices of daily life. When people move, therefore, there are many places to tell. Some common examples:</p>",
            ),
            (
                "burden-list",
                "bullets",
                {
                    "kind": "bullet",
                    "items": [
                        "<p>The municipality you have lived in, and the one you will live in</p>",
                        "<p>Suppliers for the home, such as electricity, gas and water</p>",
                        "<p>Companies that hold your address, such as banks and card companies</p>",
                    ],
                },
            ),
            (
                "burden-2",
                "paragraph",
                "<p>What they need to know is nearly the same: the name, the old address, the new address and the day of the move. Yet if each of them has a different form, everything has to be written out every time.</p>",
            ),
            ("how", "heading", {"level": "2", "text": "The idea of one-stop"}),
            (
                "how-1",
                "paragraph",
                '<p>In the work of the <a explainer="digital-agency">Digital Agency</a>, a single application is passed on to companies and public offices. Instead of people going round the counters, information is taken to where it is needed. Here is how that compares with the usual way.</p>',
            ),
            (
                "how-comparison",
                "comparison",
                {
                    "title": "How notices of a move are given",
                    "left_label": "Until now",
                    "right_label": "One-stop",
                    "rows": [
                        {
                            "aspect": "Number of applications",
                            "left": "One for each place notified",
                            "right": "One",
                        },
                        {
                            "aspect": "What moves",
                            "left": "People go round counters and forms",
                            "right": "Information goes to where it is needed",
                        },
                        {
                            "aspect": "Where it arrives",
                            "left": "At companies and offices, one by one",
                            "right": "At companies and offices together",
                        },
                    ],
                },
            ),
            ("before", "heading", {"level": "2", "text": "What to check before using it"}),
            (
                "before-1",
                "paragraph",
                "<p>Even a convenient system may not give every notice on your behalf. Once a move is settled, it is safest to check in this order.</p>",
            ),
            (
                "before-list",
                "bullets",
                {
                    "kind": "number",
                    "items": [
                        "<p>See from the guidance of both municipalities whether any notices are left for you to give</p>",
                        "<p>Ask the companies you have contracts with whether applications are passed on to them</p>",
                        "<p>After applying, confirm that the information has reached each of them</p>",
                    ],
                },
            ),
            (
                "before-note",
                "note",
                {
                    "title": "About dates",
                    "text": "<p>The material this explainer draws on names no participating companies and no starting date. We explain only the idea here.</p>",
                },
            ),
            ("before-related", "related", ["mynaportal", "my-number-card", "digital-agency"]),
        ],
    },
}
