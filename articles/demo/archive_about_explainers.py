"""Sample items about the explainers: texts with the explainer's name left open."""

# slug: (name in Japanese, name in English)
SUBJECTS = {
    "digital-agency": ("デジタル庁とは何か", "What is Japan’s Digital Agency?"),
    "vaccination-record-system": ("接種記録システム(VRS)とは", "What is the Vaccination Record System?"),
    "mynaportal": ("マイナポータルとは", "What is Mynaportal?"),
    "one-stop-moving": ("引越しのワンストップとは", "What is one-stop moving?"),
    "stablecoins": ("ステーブルコインとは", "What is a stablecoin?"),
    "nft": ("NFTとは", "What is an NFT?"),
    "my-number-card": ("マイナンバーカードとは", "What is the My Number Card?"),
    "government-cloud": ("国が用意するクラウドとは", "What is the state-provided cloud?"),
}

# (category, (headline, summary) in Japanese, the same in English); `{name}` is the explainer's name
ABOUT_EXPLAINERS = [
    (
        "flash",
        (
            "解説「{name}」を読み直しました",
            "解説の内容を確かめたことを知らせる記事の見本です。実際の更新を伝えるものではありません。",
        ),
        (
            "We have re-read “{name}”",
            "A sample of a notice that an explainer has been reviewed. It does not report an actual update.",
        ),
    ),
    (
        "flash",
        (
            "解説「{name}」に用語の説明を加えました",
            "本文に説明を加えたときの知らせ方を示す見本です。どこが変わったのかを、一文目で伝えます。",
        ),
        (
            "Words explained in “{name}”",
            "A sample of how an addition to an explainer is announced. The first sentence says what has changed.",
        ),
    ),
    (
        "flash",
        (
            "解説「{name}」の表記をそろえました",
            "言い回しや数字の書き方をそろえたときの記事の見本です。内容を変えない手直しも、分けて記録します。",
        ),
        (
            "Wording made consistent in “{name}”",
            "A sample item for a change of wording or number style. Edits that leave the meaning alone are recorded separately.",
        ),
    ),
    (
        "flash",
        (
            "解説「{name}」の英語版を見直しました",
            "翻訳を見直したときの知らせ方の見本です。二つの言語で、段落の順番が同じかどうかを確かめます。",
        ),
        (
            "English version of “{name}” reviewed",
            "A sample notice of a reviewed translation. The check is that the paragraphs stand in the same order in both languages.",
        ),
    ),
    (
        "market",
        (
            "三つの問いで読む「{name}」",
            "何のための仕組みか、誰が使うのか、何に気をつけるのか。三つの問いを持って解説を読む方法を示す見本です。",
        ),
        (
            "Reading “{name}” with three questions",
            "What is it for, who uses it, and what should they watch? A sample that shows how to read an explainer with three questions in mind.",
        ),
    ),
    (
        "market",
        (
            "「{name}」を要点から読む",
            "はじめに要点を、次に気になる節だけを読む。時間がないときの読み方を紹介する見本です。",
        ),
        (
            "“{name}”, starting with the key points",
            "Key points first, then only the section you care about. A sample on how to read when time is short.",
        ),
    ),
    (
        "market",
        (
            "「{name}」の見出しだけを追ってみる",
            "見出しは話の骨組みです。本文の前に見出しを順に読む方法を示す見本です。",
        ),
        (
            "Following only the headings of “{name}”",
            "Headings are the frame of the story. A sample on reading them in order before the text.",
        ),
    ),
    (
        "market",
        (
            "「{name}」を人に説明してみる",
            "読んだ内容を自分の言葉で誰かに話すと、分かったつもりの箇所に気づきます。読み方を紹介する見本です。",
        ),
        (
            "Explaining “{name}” to somebody else",
            "Telling someone in your own words shows you what you only thought you had understood. A sample on ways of reading.",
        ),
    ),
    (
        "market",
        (
            "「{name}」で日付のある文を探す",
            "日付のある事柄と、日付のない説明を分けて読む。変わりやすい情報に気づくための読み方の見本です。",
        ),
        (
            "Looking for dates in “{name}”",
            "Read what is dated apart from what is not. A sample on how to notice information that may change.",
        ),
    ),
    (
        "video",
        (
            "動画で見る「{name}」(枠の見本)",
            "動画の記事が一覧に並ぶときの見え方を示します。動画そのものはありません。",
        ),
        (
            "“{name}” on video (placeholder)",
            "This shows how a video item looks in a list. There is no actual video.",
        ),
    ),
    (
        "video",
        (
            "3分で振り返る「{name}」(枠の見本)",
            "短い動画を紹介する記事の見本です。再生できる動画は付いていません。",
        ),
        (
            "“{name}” in three minutes (placeholder)",
            "A sample item that would introduce a short video. Nothing can be played here.",
        ),
    ),
    (
        "video",
        (
            "図を描きながら話す「{name}」(枠の見本)",
            "図を使う動画の紹介文がどのように表示されるかを確かめる見本です。動画はありません。",
        ),
        (
            "“{name}”, drawn and told (placeholder)",
            "A sample to check how the text introducing an illustrated video is displayed. There is no video.",
        ),
    ),
    (
        "market",
        (
            "「{name}」を読んで、次の一つを選ぶ",
            "関連する解説を、気になる順に一つだけ選ぶ。読み終えた後の進み方を示す見本です。",
        ),
        (
            "After “{name}”, choose one more",
            "Pick just one related explainer, whichever interests you most. A sample on where to go after reading.",
        ),
    ),
    (
        "flash",
        (
            "解説「{name}」への質問の受け止め方",
            "分かりにくい点の指摘は、書き直しの手がかりになります。質問への答えを知らせる記事の見本です。",
        ),
        (
            "Answering questions on “{name}”",
            "A note that something is unclear helps to rewrite it. A sample of an item that announces answers to questions.",
        ),
    ),
]
