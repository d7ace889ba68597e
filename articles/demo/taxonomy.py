"""The newsroom's topics, categories, byline, promo, navigation, footer, picks and name, in both languages."""

SITE = {
    "name": "DAJP",
    "ja": {"tagline": "日本のデジタル行政を読み解く"},
    "en": {"tagline": "Japan’s digital government, explained"},
}

TOPICS = [
    {
        "slug": "administration",
        "ja": {"name": "行政のしくみ", "description": "役所の組織と役割、仕事の進め方を扱います。"},
        "en": {
            "name": "How government works",
            "description": "Public offices: their organisation, their roles and how they do their work.",
        },
    },
    {
        "slug": "my-number",
        "ja": {
            "name": "マイナンバー",
            "description": "番号の仕組みと、マイナンバーカードの使い道を扱います。",
        },
        "en": {
            "name": "My Number",
            "description": "The system of numbers, and what the My Number Card is used for.",
        },
    },
    {
        "slug": "procedures",
        "ja": {
            "name": "手続き",
            "description": "引越しや子育てなど、暮らしの手続きのオンライン化を扱います。",
        },
        "en": {
            "name": "Procedures",
            "description": "How everyday procedures, from moving house to childcare, go online.",
        },
    },
    {
        "slug": "standards",
        "ja": {"name": "標準化", "description": "情報システムの標準化と、共に使う基盤を扱います。"},
        "en": {
            "name": "Standards",
            "description": "Standard information systems, and the foundations they share.",
        },
    },
    {
        "slug": "health-records",
        "ja": {
            "name": "健康・医療の記録",
            "description": "接種や健康診断など、健康に関わる記録の持ち方を扱います。",
        },
        "en": {
            "name": "Health records",
            "description": "How records of vaccinations, health checks and the like are kept.",
        },
    },
    {
        "slug": "blockchain",
        "ja": {
            "name": "ブロックチェーン",
            "description": "ブロックチェーンの仕組みと、その使い道を扱います。",
        },
        "en": {"name": "Blockchain", "description": "How blockchain works, and what it is used for."},
    },
    {
        "slug": "stablecoins",
        "ja": {
            "name": "ステーブルコイン",
            "description": "通貨などの価値に合わせようとする電子の資産を扱います。",
        },
        "en": {
            "name": "Stablecoins",
            "description": "Electronic assets that aim to match the value of a currency.",
        },
    },
    {
        "slug": "crypto-markets",
        "ja": {
            "name": "暗号資産の市場",
            "description": "暗号資産の取引、商品、企業の動きを扱います。売り買いは勧めません。",
        },
        "en": {
            "name": "Crypto markets",
            "description": "Trading, products and companies in crypto-assets. Nothing here is advice to buy or sell.",
        },
    },
]

CATEGORIES = [
    {
        "slug": "flash",
        "order": 1,
        "is_flash": True,
        "ja": {"name": "注目・速報"},
        "en": {"name": "Top and breaking"},
    },
    {
        "slug": "market",
        "order": 2,
        "is_flash": False,
        "ja": {"name": "市況・解説"},
        "en": {"name": "Markets and analysis"},
    },
    {
        "slug": "video",
        "order": 3,
        "is_flash": False,
        "ja": {"name": "動画解説"},
        "en": {"name": "Video explainers"},
    },
]

AUTHORS = [
    {
        "slug": "dajp-editors",
        "ja": {
            "name": "DAJP編集部",
            "role": "編集部",
            "bio": "日本のデジタル行政を、はじめて読む人にも分かる言葉で説明する編集部です。デジタル庁をはじめ、どの行政機関とも関係はありません。",
        },
        "en": {
            "name": "DAJP editors",
            "role": "Editorial desk",
            "bio": "The desk explains Japan’s digital government in words that a first-time reader can follow. It has no ties to the Digital Agency or any other public body.",
        },
    },
]

# `link` names a page of this site: "feeds" is the list of RSS feeds.
PROMOS = [
    {
        "slug": "app-download",
        "link": "feeds",
        "ja": {
            "title": "アプリの案内を置く枠です(見本)",
            "text": "記事の終わりにアプリなどの案内を置くための見本です。DAJPのアプリはありません。新着の解説とニュースは、RSSフィードで受け取れます。",
            "button": "フィード一覧を見る",
        },
        "en": {
            "title": "A place to offer an app (sample)",
            "text": "This box shows how an app or other offer can be placed at the end of an article. There is no DAJP app. New explainers and news can be followed by RSS feed.",
            "button": "See all feeds",
        },
    },
]

# `kind` says how to read `target`: an explainer's slug, a page of this site ("home", "news", "explainers"), or a URL.
NAVIGATION = [
    {
        "kind": "explainer",
        "target": "digital-agency",
        "ja": {"label": "はじめての方へ"},
        "en": {"label": "Start here"},
    },
    {"kind": "page", "target": "home", "ja": {"label": "TOP"}, "en": {"label": "Home"}},
    {"kind": "page", "target": "news", "ja": {"label": "新着一覧"}, "en": {"label": "Latest"}},
    {"kind": "page", "target": "explainers", "ja": {"label": "解説"}, "en": {"label": "Explainers"}},
    {
        "kind": "external",
        "target": "https://www.digital.go.jp/",
        "ja": {"label": "デジタルの日"},
        "en": {"label": "Digital Day"},
    },
]

FOOTER = {
    "ja": {
        "title": "DAJPは、政府の公式サイトではありません。",
        "text": "<p>どの行政機関とも関係のない編集部が書いています。手続きの前には、必ず公式の案内を確かめてください。</p>",
    },
    "en": {
        "title": "DAJP is not a government website.",
        "text": "<p>It is written by an editorial desk with no ties to any public body. Before any procedure, always check with official sources.</p>",
    },
}

PICKS = ["digital-agency", "mynaportal", "one-stop-moving", "stablecoins"]
