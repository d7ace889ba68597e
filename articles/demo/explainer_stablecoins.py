"""The short explainer on stablecoins."""

from articles.demo.sources import PRIORITY_PROGRAMME

EXPLAINER = {
    "slug": "stablecoins",
    "topics": ["stablecoins", "blockchain"],
    "authors": ["dajp-editors"],
    "first_published": "2025-11-28T09:00+09:00",
    "last_reviewed": "2025-12-04",
    "review_by": "2026-03-04",
    "hero": "hero-stablecoins",
    "sources": [PRIORITY_PROGRAMME],
    "related": ["digital-agency", "nft"],
    "ja": {
        "headline": "ステーブルコインとは　値動きを抑えるように作られた電子の「お金」",
        "standfirst": "値段が大きく動く暗号資産に対し、円やドルの価値に合わせようとするのがステーブルコインです。仕組みの種類、2025年12月の動き、使う前に知っておきたい注意点を順に見ます。",
        "hero_alt": "上下に揺れる折れ線の中央を、まっすぐな水平の線が通る図。水平の線の上に朱色の四角が一つある。",
        "hero_caption": "値動きの大きな暗号資産と、一定の価値に合わせようとするステーブルコイン。",
        "body": [
            (
                "key-points",
                "key_points",
                {
                    "points": [
                        "ステーブルコインは、円やドルなどの価値に合わせることを目指す電子の資産です。",
                        "価値を支える方法にはいくつかの種類があり、安定が約束されているわけではありません。",
                        "与党の議員グループがまとめた六つの柱の提案にも含まれています。",
                    ]
                },
            ),
            ("what", "heading", {"level": "2", "text": "価値を合わせる仕組み"}),
            (
                "what-1",
                "paragraph",
                "<p>ステーブルコインの「ステーブル」は、英語で「安定した」という意味です。多くはブロックチェーンの上で発行され、1枚を1ドルのように、決まった価値に保つことを目指します。支え方は、大きく三つに分けられます。</p>",
            ),
            (
                "what-table",
                "table",
                {
                    "title": "価値を支える方法の三つの型",
                    "columns": ["型", "支えになるもの", "気をつけたい点"],
                    "rows": [
                        [
                            "法定通貨型",
                            "円やドルなどの預金や、それに近い資産",
                            "支えの資産が本当に足りているか",
                        ],
                        ["暗号資産型", "多めに預けられた暗号資産", "支えそのものの値段が動く"],
                        [
                            "アルゴリズム型",
                            "発行量を自動で増減させる決まり",
                            "信用が失われると立て直しにくい",
                        ],
                    ],
                    "source_name": "一般的な分類をもとに、DAJP編集部が整理",
                    "source_url": "",
                },
            ),
            ("policy", "heading", {"level": "2", "text": "日本の政策との関わり"}),
            (
                "policy-1",
                "paragraph",
                '<p>政府の<a href="https://www.digital.go.jp/policies/priority-policy-program">重点計画</a>は、ブロックチェーンを改ざんに強い技術と位置づけています。与党の議員グループは、ステーブルコインと<a explainer="nft">NFT</a>を含む六つの柱を提案しました。背景は<a explainer="digital-agency">デジタル庁の解説</a>にまとめています。</p>',
            ),
            ("moves", "heading", {"level": "2", "text": "広がる使い道と、新しい計画"}),
            (
                "moves-1",
                "paragraph",
                "<p>2025年12月の初めには、使い道を広げる動きと、新しく発行する計画の両方が伝えられました。</p>",
            ),
            (
                "moves-timeline",
                "timeline",
                {
                    "entries": [
                        {
                            "date": "2025-12-01",
                            "text": "<p>HashPort Walletで、PontaポイントからUSDCなどへの交換が始まる。</p>",
                        },
                        {
                            "date": "2025-12-03",
                            "text": "<p>INGやBNPパリバを含む欧州の10銀行が、ユーロ建てのステーブルコインを計画していると伝えられる。新会社を通じ、2026年後半の発行を目指す。</p>",
                        },
                    ]
                },
            ),
            ("care", "heading", {"level": "2", "text": "使う前に"}),
            (
                "care-1",
                "paragraph",
                "<p>「安定」は目標であって、保証ではありません。使う前に、次の点を確かめましょう。</p>",
            ),
            (
                "care-list",
                "bullets",
                {
                    "kind": "bullet",
                    "items": [
                        "<p>誰が発行し、何を支えにしているか</p>",
                        "<p>円などに戻す方法と、かかる手数料</p>",
                        "<p>送り先を間違えたときに、取り戻せるかどうか</p>",
                    ],
                },
            ),
            (
                "care-note",
                "note",
                {
                    "title": "この解説の目的",
                    "text": "<p>仕組みを知るための解説です。特定の資産の購入や売却を勧めるものではありません。</p>",
                },
            ),
            ("care-related", "related", ["nft", "digital-agency"]),
        ],
    },
    "en": {
        "headline": "What is a stablecoin? Electronic “money” designed to hold its price",
        "standfirst": "While the price of many crypto-assets swings widely, a stablecoin tries to match the value of the yen or the dollar. We look in turn at the kinds there are, at the news of December 2025, and at points to know before using one.",
        "hero_alt": "A straight horizontal line runs through the middle of a zigzag line. One vermilion square sits on the straight line.",
        "hero_caption": "Crypto-assets whose prices move widely, and a stablecoin that tries to match a fixed value.",
        "body": [
            (
                "key-points",
                "key_points",
                {
                    "points": [
                        "A stablecoin is an electronic asset that aims to match the value of a currency such as the yen or the dollar.",
                        "There are several ways of supporting that value, and stability is not promised.",
                        "Stablecoins are among the six pillars proposed by a group of ruling-party members.",
                    ]
                },
            ),
            ("what", "heading", {"level": "2", "text": "How the value is matched"}),
            (
                "what-1",
                "paragraph",
                "<p>As the name says, a stablecoin is meant to be stable. Most are issued on a blockchain and aim to keep a set value, such as one dollar for one coin. The ways of supporting that value fall into three broad kinds.</p>",
            ),
            (
                "what-table",
                "table",
                {
                    "title": "Three ways of supporting the value",
                    "columns": ["Kind", "What supports it", "Point to watch"],
                    "rows": [
                        [
                            "Backed by currency",
                            "Deposits in yen, dollars and so on, or similar assets",
                            "Whether there really are enough of them",
                        ],
                        [
                            "Backed by crypto",
                            "Crypto-assets deposited in excess",
                            "The price of the support itself moves",
                        ],
                        [
                            "Algorithmic",
                            "A rule that raises and lowers the supply automatically",
                            "Hard to restore once trust is lost",
                        ],
                    ],
                    "source_name": "DAJP editors, from the usual classification",
                    "source_url": "",
                },
            ),
            ("policy", "heading", {"level": "2", "text": "The link with policy in Japan"}),
            (
                "policy-1",
                "paragraph",
                '<p>The government’s <a href="https://www.digital.go.jp/policies/priority-policy-program">priority programme</a> describes blockchain as a technology resistant to tampering. A group of ruling-party members proposed six pillars, stablecoins and <a explainer="nft">NFTs</a> among them. Our <a explainer="digital-agency">explainer on the Digital Agency</a> gives the background.</p>',
            ),
            ("moves", "heading", {"level": "2", "text": "Wider use, and new plans"}),
            (
                "moves-1",
                "paragraph",
                "<p>At the beginning of December 2025 there was news both of wider use and of plans to issue new coins.</p>",
            ),
            (
                "moves-timeline",
                "timeline",
                {
                    "entries": [
                        {
                            "date": "2025-12-01",
                            "text": "<p>HashPort Wallet begins exchanging Ponta points for USDC and other assets.</p>",
                        },
                        {
                            "date": "2025-12-03",
                            "text": "<p>Ten European banks, ING and BNP Paribas among them, are reported to be planning a euro stablecoin. They aim to issue it through a new company in the second half of 2026.</p>",
                        },
                    ]
                },
            ),
            ("care", "heading", {"level": "2", "text": "Before using one"}),
            (
                "care-1",
                "paragraph",
                "<p>“Stable” is an aim, not a guarantee. Before using a stablecoin, check the following.</p>",
            ),
            (
                "care-list",
                "bullets",
                {
                    "kind": "bullet",
                    "items": [
                        "<p>Who issues it, and what supports its value</p>",
                        "<p>How to change it back into yen or another currency, and what that costs</p>",
                        "<p>Whether it can be recovered if it is sent to the wrong address</p>",
                    ],
                },
            ),
            (
                "care-note",
                "note",
                {
                    "title": "The purpose of this explainer",
                    "text": "<p>It is meant to explain how things work. It does not recommend buying or selling any asset.</p>",
                },
            ),
            ("care-related", "related", ["nft", "digital-agency"]),
        ],
    },
}
