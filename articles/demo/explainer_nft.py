"""The short explainer on NFTs."""

from articles.demo.sources import PRIORITY_PROGRAMME

EXPLAINER = {
    "slug": "nft",
    "topics": ["blockchain"],
    "authors": ["dajp-editors"],
    "first_published": "2025-12-01T09:00+09:00",
    "last_reviewed": "2025-12-04",
    "review_by": "2026-06-04",
    "hero": "hero-nft",
    "sources": [PRIORITY_PROGRAMME],
    "related": ["digital-agency", "stablecoins"],
    "ja": {
        "headline": "NFTとは　一つひとつを区別できるデジタルの「しるし」",
        "standfirst": "写しを作りやすいデジタルの世界で、一つひとつを見分けられるようにする。それがNFTの考え方です。仕組みと政策での扱い、誤解されやすい点を、短くまとめました。",
        "hero_alt": "同じ大きさの丸が格子状に並び、その中で一つだけ朱色の四角になっている図。",
        "hero_caption": "同じに見えるものの中で、一つだけを区別する。",
        "body": [
            (
                "key-points",
                "key_points",
                {
                    "points": [
                        "NFTは、一つひとつを区別できる電子の「しるし」(トークン)です。",
                        "記録にはブロックチェーンが使われます。",
                        "NFTを持つことと、作品の権利を持つことは、同じではありません。",
                    ]
                },
            ),
            ("what", "heading", {"level": "2", "text": "「替えがきかない」とは"}),
            (
                "what-1",
                "paragraph",
                "<p>NFTは英語の「Non-Fungible Token」の頭文字で、「替えのきかないトークン」という意味です。千円札は、別の千円札と取り替えても困りません。これに対し、座席の番号が入った切符は、一枚ごとに中身が違います。NFTは切符のほうに似ています。</p>",
            ),
            (
                "what-table",
                "table",
                {
                    "title": "替えのきくトークンと、NFT",
                    "columns": ["比べる点", "替えのきくトークン", "NFT"],
                    "rows": [
                        ["一つひとつの区別", "ない", "ある"],
                        ["身近なたとえ", "千円札", "座席の番号が入った切符"],
                        ["例", "ビットコイン、ステーブルコイン", "デジタルの絵や会員証"],
                    ],
                    "source_name": "一般的な説明をもとに、DAJP編集部が整理",
                    "source_url": "",
                },
            ),
            ("how", "heading", {"level": "2", "text": "記録の仕組み"}),
            (
                "how-1",
                "paragraph",
                '<p>NFTの持ち主や移り変わりは、ブロックチェーンに記録されます。政府の<a href="https://www.digital.go.jp/policies/priority-policy-program">重点計画</a>は、ブロックチェーンを、改ざんに強く、監査証跡に向く技術だとしています。ただし、記録が守られることと、記録された中身が正しいことは別の話です。確かめたい点を挙げます。</p>',
            ),
            (
                "how-list",
                "bullets",
                {
                    "kind": "bullet",
                    "items": [
                        "<p>発行した人は、本当に作者や権利を持つ人か</p>",
                        "<p>絵や音楽のデータそのものは、どこに置かれているか</p>",
                        "<p>持ち主には、何をすることが認められているか</p>",
                    ],
                },
            ),
            ("policy", "heading", {"level": "2", "text": "政策での扱い"}),
            (
                "policy-1",
                "paragraph",
                '<p>与党の議員グループがまとめた提案には六つの柱があり、NFTと<a explainer="stablecoins">ステーブルコイン</a>が含まれています。提案は、ブロックチェーンを受け持つ担当官を<a explainer="digital-agency">デジタル庁</a>に置くことや、特区を設けることにも触れています。政府が決めたこととは区別して読みましょう。</p>',
            ),
            ("questions", "heading", {"level": "2", "text": "よくある疑問"}),
            (
                "questions-qa",
                "qa",
                {
                    "items": [
                        {
                            "question": "NFTを買えば、絵の著作権も手に入りますか。",
                            "answer": "<p>一般に、自動的には移りません。何が認められるかは、発行した人や販売の場が示す条件によって決まります。</p>",
                        },
                        {
                            "question": "NFTがあれば、絵を写し取られることはありませんか。",
                            "answer": "<p>防げません。画像そのものは写せることがあります。NFTが区別するのは、記録の上での一つひとつの「しるし」です。</p>",
                        },
                        {
                            "question": "値段は上がりますか。",
                            "answer": "<p>分かりません。この解説は、売り買いを勧めるものではありません。</p>",
                        },
                    ]
                },
            ),
            ("questions-related", "related", ["stablecoins"]),
        ],
    },
    "en": {
        "headline": "What is an NFT? A digital “mark” that can be told from every other",
        "standfirst": "In a digital world where copies are easily made, the idea of an NFT is to make each item distinguishable. We briefly sum up how it works, how policy treats it and what is easily misunderstood.",
        "hero_alt": "Circles of equal size stand in a grid, and in one place there is a vermilion square instead.",
        "hero_caption": "Telling one apart among things that look alike.",
        "body": [
            (
                "key-points",
                "key_points",
                {
                    "points": [
                        "An NFT is an electronic “mark”, or token, that can be told from every other.",
                        "Blockchain is used to record it.",
                        "Holding an NFT is not the same as holding the rights to a work.",
                    ]
                },
            ),
            ("what", "heading", {"level": "2", "text": "What “non-fungible” means"}),
            (
                "what-1",
                "paragraph",
                "<p>NFT stands for non-fungible token: one that cannot be swapped for another. Exchange a 1,000-yen note for a different 1,000-yen note and nobody is worse off. A ticket with a seat number, by contrast, is different from every other ticket. An NFT is more like the ticket.</p>",
            ),
            (
                "what-table",
                "table",
                {
                    "title": "Fungible tokens and NFTs",
                    "columns": ["Point of comparison", "Fungible token", "NFT"],
                    "rows": [
                        ["Can each be told apart?", "No", "Yes"],
                        ["Everyday likeness", "A 1,000-yen note", "A ticket with a seat number"],
                        ["Examples", "Bitcoin, stablecoins", "Digital pictures, membership cards"],
                    ],
                    "source_name": "DAJP editors, from general explanations",
                    "source_url": "",
                },
            ),
            ("how", "heading", {"level": "2", "text": "How it is recorded"}),
            (
                "how-1",
                "paragraph",
                '<p>Who holds an NFT, and how it changes hands, is recorded on a blockchain. The government’s <a href="https://www.digital.go.jp/policies/priority-policy-program">priority programme</a> describes blockchain as resistant to tampering and good for audit trails. But protecting a record is one thing, and the truth of what it says is another. These are points to check.</p>',
            ),
            (
                "how-list",
                "bullets",
                {
                    "kind": "bullet",
                    "items": [
                        "<p>Is the issuer really the author, or the holder of the rights?</p>",
                        "<p>Where are the data of the picture or music themselves kept?</p>",
                        "<p>What is the holder allowed to do?</p>",
                    ],
                },
            ),
            ("policy", "heading", {"level": "2", "text": "How policy treats it"}),
            (
                "policy-1",
                "paragraph",
                '<p>A proposal by a group of ruling-party members has six pillars, which include NFTs and <a explainer="stablecoins">stablecoins</a>. The proposal also speaks of placing an officer in charge of blockchain in the <a explainer="digital-agency">Digital Agency</a> and of setting up special zones. It should be read apart from what the government has decided.</p>',
            ),
            ("questions", "heading", {"level": "2", "text": "Common questions"}),
            (
                "questions-qa",
                "qa",
                {
                    "items": [
                        {
                            "question": "If I buy an NFT, do I also get the copyright in the picture?",
                            "answer": "<p>In general it does not pass to you automatically. What you are allowed to do depends on the terms set by the issuer or the marketplace.</p>",
                        },
                        {
                            "question": "Does an NFT stop a picture from being copied?",
                            "answer": "<p>No. The image itself can sometimes be copied. What an NFT distinguishes is each “mark” in the record.</p>",
                        },
                        {
                            "question": "Will the price go up?",
                            "answer": "<p>We do not know. This explainer does not recommend buying or selling.</p>",
                        },
                    ]
                },
            ),
            ("questions-related", "related", ["stablecoins"]),
        ],
    },
}
