"""The short explainer on the Vaccination Record System."""

from articles.demo.sources import DIGITAL_AGENCY

EXPLAINER = {
    "slug": "vaccination-record-system",
    "topics": ["health-records", "my-number"],
    "authors": ["dajp-editors"],
    "first_published": "2025-11-21T09:00+09:00",
    "last_reviewed": "2025-12-04",
    "review_by": "2026-06-04",
    "hero": "hero-vrs",
    "sources": [DIGITAL_AGENCY],
    "related": ["digital-agency", "my-number-card", "government-cloud"],
    "ja": {
        "headline": "接種記録システム(VRS)とは　記録を全国で一つにした仕組み",
        "standfirst": "ワクチンの接種を、誰が、いつ、どこで受けたのか。その記録を全国で一つの仕組みにまとめたのがVRSです。何を記録し、それまでと何が違ったのかを短く説明します。",
        "hero_alt": "左に離れて置かれた小さなマスの集まりが、線で右の一つの大きな格子につながる図。一マスだけ朱色。",
        "hero_caption": "自治体ごとに分かれていた記録を、一つの仕組みに集める。",
        "body": [
            (
                "key-points",
                "key_points",
                {
                    "points": [
                        "VRSは、ワクチン接種の記録を全国で一つにまとめた仕組みです。",
                        "記録するのは、誰が、いつ、どこで、何を接種したかの四つです。",
                        "扱う記録は、一日に数百万件に及びます。",
                    ]
                },
            ),
            ("what", "heading", {"level": "2", "text": "何を記録するのか"}),
            (
                "what-1",
                "paragraph",
                '<p>VRSは「Vaccination Record System」の頭文字で、日本語では「ワクチン接種記録システム」といいます。<a explainer="digital-agency">デジタル庁</a>の仕事の代表的な事例に挙げられます。記録する内容は、次の四つです。</p>',
            ),
            (
                "what-list",
                "bullets",
                {
                    "kind": "number",
                    "items": [
                        "<p><b>誰が</b>:接種を受けた人</p>",
                        "<p><b>いつ</b>:接種を受けた時期</p>",
                        "<p><b>どこで</b>:接種を受けた場所</p>",
                        "<p><b>何を</b>:使われたワクチン</p>",
                    ],
                },
            ),
            ("change", "heading", {"level": "2", "text": "それまでと何が違うのか"}),
            (
                "change-1",
                "paragraph",
                "<p>大きな違いは、仕組みの数です。自治体ごとに別々の仕組みを持つのではなく、全国で一つの仕組みを使います。違いを表にまとめます。</p>",
            ),
            (
                "change-table",
                "table",
                {
                    "title": "自治体ごとの仕組みと、全国で一つの仕組み",
                    "columns": ["比べる点", "自治体ごとの場合", "VRSの場合"],
                    "rows": [
                        ["仕組みの数", "自治体の数だけある", "全国で一つ"],
                        ["記録の置き場所", "それぞれの自治体", "共通の仕組みの中"],
                        ["記録の項目", "自治体によって違うことがある", "全国で同じ"],
                    ],
                    "source_name": "DAJP編集部が、仕組みの違いを整理",
                    "source_url": "",
                },
            ),
            (
                "change-2",
                "paragraph",
                "<p>項目がそろっていれば、別の自治体の記録とも同じ見方で読み比べられます。引越しで住む自治体が変わるときにも、形の違う台帳を突き合わせる手間を省きやすくなります。</p>",
            ),
            ("scale", "heading", {"level": "2", "text": "扱う量と、備え"}),
            (
                "scale-1",
                "paragraph",
                "<p>一つにまとめると、記録は一か所に集まります。VRSが扱う記録は、一日に<b>数百万件</b>に及びます。規模の大きな仕組みでは、一般に次のような備えが欠かせません。</p>",
            ),
            (
                "scale-list",
                "bullets",
                {
                    "kind": "bullet",
                    "items": [
                        "<p>申し込みや記録が重なる時間帯でも、止まらないこと</p>",
                        "<p>見てよい人だけが見られるようにすること</p>",
                        "<p>誤った記録に気づき、直せること</p>",
                    ],
                },
            ),
            ("reading", "heading", {"level": "2", "text": "この事例の読み方"}),
            (
                "reading-1",
                "paragraph",
                "<p>VRSから分かるのは、同じ仕事をする仕組みを一つにまとめる利点です。健康に関わる記録を本人が持てるようにするという目標とも、方向を同じくします。なお、この解説がもとにした資料には、運用の開始や終了の日付がありません。いま手元の記録が必要な方は、お住まいの市区町村に確かめてください。</p>",
            ),
            ("reading-related", "related", ["digital-agency", "my-number-card", "mynaportal"]),
        ],
    },
    "en": {
        "headline": "What is the Vaccination Record System (VRS)? How records became one nationwide",
        "standfirst": "Who was vaccinated, when and where? The VRS brought these records together in one national system. A short account of what it records, and how that differed from what went before.",
        "hero_alt": "Small groups of squares, set apart on the left, are joined by lines to one large grid on the right. One square is vermilion.",
        "hero_caption": "Records once divided by municipality are gathered in one system.",
        "body": [
            (
                "key-points",
                "key_points",
                {
                    "points": [
                        "The VRS is a system that brought vaccination records together nationwide.",
                        "It records four things: who was vaccinated, when, where and with what.",
                        "The records it handles run to millions a day.",
                    ]
                },
            ),
            ("what", "heading", {"level": "2", "text": "What it records"}),
            (
                "what-1",
                "paragraph",
                '<p>VRS stands for Vaccination Record System, in Japanese <i>wakuchin sesshu kiroku shisutemu</i>. It is given as a model case of the work of the <a explainer="digital-agency">Digital Agency</a>. It records the following four things.</p>',
            ),
            (
                "what-list",
                "bullets",
                {
                    "kind": "number",
                    "items": [
                        "<p><b>Who</b>: the person vaccinated</p>",
                        "<p><b>When</b>: the time of the vaccination</p>",
                        "<p><b>Where</b>: the place of the vaccination</p>",
                        "<p><b>With what</b>: the vaccine used</p>",
                    ],
                },
            ),
            ("change", "heading", {"level": "2", "text": "What is different"}),
            (
                "change-1",
                "paragraph",
                "<p>The main difference is the number of systems. Instead of a separate one for each municipality, the whole country uses one. The table sets out the differences.</p>",
            ),
            (
                "change-table",
                "table",
                {
                    "title": "A system per municipality, and one system nationwide",
                    "columns": ["Point of comparison", "One per municipality", "With the VRS"],
                    "rows": [
                        ["Number of systems", "As many as there are municipalities", "One nationwide"],
                        ["Where records are held", "In each municipality", "In the shared system"],
                        ["Items recorded", "May differ between municipalities", "The same nationwide"],
                    ],
                    "source_name": "DAJP editors, setting out how the systems differ",
                    "source_url": "",
                },
            ),
            (
                "change-2",
                "paragraph",
                "<p>When the items match, records from another municipality can be read in the same way. It also becomes easier, when someone moves to a different municipality, to avoid checking registers of different shapes against one another.</p>",
            ),
            ("scale", "heading", {"level": "2", "text": "Volume and safeguards"}),
            (
                "scale-1",
                "paragraph",
                "<p>Bringing systems together means that records gather in one place. The records the VRS handles run to <b>millions a day</b>. A system on that scale generally needs safeguards such as these.</p>",
            ),
            (
                "scale-list",
                "bullets",
                {
                    "kind": "bullet",
                    "items": [
                        "<p>It keeps running at the hours when bookings and records pile up</p>",
                        "<p>Only those who are allowed to see records can see them</p>",
                        "<p>Wrong records can be noticed and corrected</p>",
                    ],
                },
            ),
            ("reading", "heading", {"level": "2", "text": "How to read this case"}),
            (
                "reading-1",
                "paragraph",
                "<p>What the VRS shows is the benefit of joining systems that do the same job into one. It points in the same direction as the aim of letting people hold their own health records. The material this explainer draws on gives no dates for when the system began or ended. If you need your own record now, please ask your municipality.</p>",
            ),
            ("reading-related", "related", ["digital-agency", "my-number-card", "mynaportal"]),
        ],
    },
}
