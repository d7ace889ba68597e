"""How the demo newsroom words things; only for a glossary that is empty, because a term can stop a publish."""

from articles.languages import codes, column
from articles.models import GlossaryTerm
from articles.terms import BLOCK, WARN

AGENCY = ("デジタル庁", "https://www.digital.go.jp/")
TERMS = [
    {
        "slug": "digital-agency",
        "kind": GlossaryTerm.Kind.ORGANISATION,
        "reading": "でじたるちょう",
        "ja": {"name": "デジタル庁", "definition": "日本のデジタル化を進めるため、2021年9月に発足した国の役所。"},
        "en": {
            "name": "Digital Agency",
            "definition": "The national office founded in September 2021 to digitalise Japan.",
            "forbidden": "Digital Ministry\nMinistry of Digital Affairs",
        },
        "source": AGENCY,
    },
    {
        "slug": "my-number",
        "reading": "まいなんばー",
        "ja": {"name": "マイナンバー", "definition": "行政の手続きで人を取り違えないための、一人ひとりの番号。"},
        "en": {
            "name": "My Number",
            "definition": "The number of each person, by which public offices tell people apart.",
            "forbidden": "MyNumber",
        },
        "severity": WARN,
    },
    {
        "slug": "my-number-card",
        "reading": "まいなんばーかーど",
        "ja": {
            "name": "マイナンバーカード",
            "definition": "本人であることを示すための、ICチップ付きのカード。",
            "forbidden": "マイナカード",
        },
        "en": {
            "name": "My Number Card",
            "definition": "A card with an IC chip by which people show who they are.",
            "forbidden": "My Number ID card",
        },
        "severity": WARN,
    },
    {
        "slug": "mynaportal",
        "reading": "まいなぽーたる",
        "ja": {"name": "マイナポータル", "definition": "行政の手続きや自分の情報の確認に使う、国のオンライン窓口。"},
        "en": {
            "name": "Mynaportal",
            "definition": "The state’s online counter for procedures and for looking up one’s own records.",
            "forbidden": "Myna Portal\nMy Number Portal",
        },
    },
    {
        "slug": "vaccination-record-system",
        "reading": "せっしゅきろくしすてむ",
        "ja": {
            "name": "接種記録システム",
            "definition": "誰が、いつ、どこで、何を接種したかを全国で一つに記録する仕組み。略称はVRS。",
        },
        "en": {
            "name": "Vaccination Record System",
            "definition": "The national system that records who was vaccinated, when, where and with what; VRS for short.",
            "forbidden": "Vaccine Record System",
        },
        "severity": WARN,
    },
    {
        "slug": "one-stop-moving",
        "reading": "ひっこしのわんすとっぷ",
        "ja": {
            "name": "引越しのワンストップ",
            "definition": "引越しの一度の申請を、企業や役所に引き継ぐ仕組み。",
            "forbidden": "引っ越しのワンストップ",
        },
        "en": {
            "name": "one-stop moving",
            "definition": "One application on moving house, passed on to companies and public offices.",
        },
        "severity": WARN,
    },
    {
        "slug": "blockchain",
        "reading": "ぶろっくちぇーん",
        "ja": {
            "name": "ブロックチェーン",
            "definition": "記録を書き換えにくい形でつなぎ、後から確かめやすくする技術。",
            "forbidden": "ブロック・チェーン",
        },
        "en": {
            "name": "blockchain",
            "definition": "A technique that links records so that they are hard to change and easy to check later.",
            "forbidden": "block chain",
        },
        "severity": WARN,
    },
    {
        "slug": "stablecoin",
        "reading": "すてーぶるこいん",
        "ja": {
            "name": "ステーブルコイン",
            "definition": "円やドルなどの通貨に価値を合わせることをめざす、電子的なお金。",
            "forbidden": "ステイブルコイン\n安定コイン",
        },
        "en": {
            "name": "stablecoin",
            "definition": "Electronic money that is meant to keep the value of a currency such as the yen or the dollar.",
            "forbidden": "stable coin",
        },
        "severity": BLOCK,
    },
    {
        "slug": "digital-day",
        "reading": "でじたるのひ",
        "ja": {
            "name": "デジタルの日",
            "definition": "2021年から設けられている日。デジタル庁の仕事の一つに数えられる。",
        },
        "en": {
            "name": "Digital Day",
            "definition": "A day held since 2021; it counts as part of the Digital Agency’s work.",
        },
    },
    {
        "slug": "cocoa",
        "reading": "ここあ",
        "ja": {
            "name": "COCOA",
            "definition": "新型コロナウイルスの陽性者と接触した可能性を知らせた、スマートフォン用のアプリ。",
        },
        "en": {
            "name": "COCOA",
            "definition": "A smartphone app that told people of possible contact with COVID-19 cases.",
        },
    },
    {
        "slug": "un-desa",
        "kind": GlossaryTerm.Kind.ORGANISATION,
        "reading": "こくれんけいざいしゃかいきょく",
        "ja": {
            "name": "国連経済社会局",
            "definition": "各国の電子政府の発達度を比べ、順位にまとめる国連の部局。略称はUN DESA。",
        },
        "en": {
            "name": "UN DESA",
            "definition": "The United Nations department that compares and ranks how far countries’ e-government has come.",
        },
    },
    {
        "slug": "sec",
        "kind": GlossaryTerm.Kind.ORGANISATION,
        "reading": "べいしょうけんとりひきいいんかい",
        "ja": {"name": "米証券取引委員会", "definition": "アメリカの証券市場を監督する役所。略称はSEC。"},
        "en": {
            "name": "Securities and Exchange Commission",
            "definition": "The office that supervises the securities markets of the United States; SEC for short.",
        },
    },
    {
        "slug": "gary-gensler",
        "kind": GlossaryTerm.Kind.PERSON,
        "reading": "げんすらー",
        "ja": {"name": "ゲンスラー", "definition": "米証券取引委員会(SEC)の前の委員長。"},
        "en": {"name": "Gensler", "definition": "Former chair of the US Securities and Exchange Commission (SEC)."},
    },
    {
        "slug": "larry-fink",
        "kind": GlossaryTerm.Kind.PERSON,
        "reading": "ふぃんく",
        "ja": {"name": "フィンク", "definition": "アメリカの資産運用会社ブラックロックの代表。"},
        "en": {"name": "Fink", "definition": "Head of BlackRock, an American asset manager."},
    },
]


def ensure_glossary():
    """How many terms are new: all of them, or none where the newsroom has terms of its own."""
    if GlossaryTerm.objects.exists():
        return 0
    for row in TERMS:
        source, address = row.get("source", ("", ""))
        term = GlossaryTerm(slug=row["slug"], reading=row["reading"], source=source, source_url=address)
        term.severity, term.kind = row.get("severity", BLOCK), row.get("kind", GlossaryTerm.Kind.TERM)
        for code in codes():
            for name, text in row[code].items():
                setattr(term, column(name, code), text)
        term.full_clean()
        term.save()
    return len(TERMS)
