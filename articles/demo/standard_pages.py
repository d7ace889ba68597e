"""Pages about the demo site itself: true of the software, and plain about what nobody has checked yet."""

from datetime import datetime
from zoneinfo import ZoneInfo

from articles.demo.blocks import stable_id
from articles.demo.releases import add_draft, backdate, existing, release
from articles.languages import codes, column
from articles.models import StandardPage

SINCE = datetime(2025, 12, 1, 9, tzinfo=ZoneInfo("Asia/Tokyo"))

ABOUT = {
    "slug": "about",
    "ja": {
        "headline": "このサイトについて",
        "standfirst": "だれが、何のために書いているかを説明します。",
        "body": [
            ("h", "どのようなサイトか"),
            (
                "p",
                "<p>日本のデジタル行政を、日本語と英語で説明するサイトの見本です。長く使える「解説」と、短い「ニュース」を結びつけて伝えます。</p>",
            ),
            ("p", "<p>デジタル庁をはじめとする官公庁のサイトではなく、いずれとも関わりがありません。</p>"),
            ("h", "どのように作っているか"),
            (
                "p",
                "<p>文章は、書いた人とは別の編集者が承認してから公開します。英語版は日本語版と別に審査し、日本語が先に変わったときは、そのことを英語版の冒頭に記します。</p>",
            ),
            ("p", "<p>誤りは訂正の一覧に残し、直す前の文章も読めるようにしています。</p>"),
        ],
    },
    "en": {
        "headline": "About this site",
        "standfirst": "Who writes here, and what for.",
        "body": [
            ("h", "What it is"),
            (
                "p",
                "<p>A sample of a site that explains Japan’s digital government in Japanese and English. Long explainers that stay useful are tied to short news.</p>",
            ),
            (
                "p",
                "<p>It is not a site of the Digital Agency or of any other authority, and is not connected with them.</p>",
            ),
            ("h", "How it is made"),
            (
                "p",
                "<p>An editor who did not write a text approves it before it is published. English is reviewed apart from Japanese; where the Japanese has moved on first, the English page says so at its top.</p>",
            ),
            ("p", "<p>Errors stay on the list of corrections, and the text as it was remains readable.</p>"),
        ],
    },
}

ACCESSIBILITY = {
    "slug": "accessibility",
    "ja": {
        "headline": "アクセシビリティ",
        "standfirst": "二つの規格への対応の状況を、分けてお知らせします。",
        "body": [
            ("h", "JIS X 8341-3:2016"),
            (
                "p",
                "<p>目標は適合レベルAAです。規格が求める試験はまだ行っていないため、「準拠」とは表記していません。</p>",
            ),
            ("h", "WCAG 2.2"),
            (
                "p",
                "<p>目標はレベルAAです。各種のページを、明るい配色・暗い配色・強制カラー、幅320pxと1280pxで、自動の検査(axe)にかけ、問題が見つからないことを確かめています。自動の検査で分かるのは一部だけです。スクリーンリーダーなどを使う方による試験は行っていません。</p>",
            ),
            ("h", "お気づきの点があれば"),
            (
                "p",
                "<p>読みにくいところ、使えないところがありましたら、お問い合わせのページに書かれた方法でお知らせください。</p>",
            ),
        ],
    },
    "en": {
        "headline": "Accessibility",
        "standfirst": "How far we are with each of two standards, said separately.",
        "body": [
            ("h", "JIS X 8341-3:2016"),
            (
                "p",
                "<p>The goal is level AA. The tests that the standard asks for have not been done, so we do not claim conformance.</p>",
            ),
            ("h", "WCAG 2.2"),
            (
                "p",
                "<p>The goal is level AA. Every kind of page is checked by machine (axe) in light, dark and forced colours, at 320 and 1280 pixels, and nothing is found. Machines find only some barriers. Nobody who uses a screen reader or similar tools has tested the site yet.</p>",
            ),
            ("h", "If something stands in your way"),
            (
                "p",
                "<p>Please tell us what is hard to read or does not work, in the way that the page on contact describes.</p>",
            ),
        ],
    },
}

PRIVACY = {
    "slug": "privacy",
    "ja": {
        "headline": "プライバシー",
        "standfirst": "読者について保存するものはありません。",
        "body": [
            (
                "p",
                "<p>このサイトのページは、クッキーを使わず、ほかのサイトから何も読み込まず、だれが何を読んだかを記録しません。</p>",
            ),
            (
                "p",
                "<p>画面の明るさやふりがなを選ぶと、その選択だけがお使いのブラウザーに保存されます。こちらに送られることはありません。</p>",
            ),
            (
                "p",
                "<p>解説の終わりで「分かりやすかったか」に答えると、「はい」と「いいえ」の数だけを、解説の版ごとに数えます。だれが、いつ、どこから答えたかは保存しません。</p>",
            ),
            (
                "p",
                "<p>動画は、再生のボタンを押したときに初めて、動画サイトから読み込まれます。その先は動画サイトの方針によります。</p>",
            ),
            (
                "p",
                "<p>サーバーを動かす人が接続の記録を残すことがあります。実際に公開するときは、その扱いをここに書き足してください。</p>",
            ),
        ],
    },
    "en": {
        "headline": "Privacy",
        "standfirst": "Nothing about readers is stored.",
        "body": [
            (
                "p",
                "<p>The pages of this site set no cookie, load nothing from other sites, and keep no record of who read what.</p>",
            ),
            (
                "p",
                "<p>If you choose a brightness or furigana, that choice alone is kept in your browser. It is not sent to us.</p>",
            ),
            (
                "p",
                "<p>If you answer whether an explainer was clear, the numbers of “yes” and “no” are counted for each version of it. Who answered, when, and from where is not stored.</p>",
            ),
            (
                "p",
                "<p>A video is loaded from its site only when you press its button. From there on the rules of that site apply.</p>",
            ),
            (
                "p",
                "<p>Whoever runs the server may keep a log of connections. Before going public, say here what becomes of it.</p>",
            ),
        ],
    },
}

CONTACT = {
    "slug": "contact",
    "ja": {
        "headline": "お問い合わせ",
        "standfirst": "誤りの指摘やご意見の送り先です。",
        "body": [
            (
                "p",
                "<p>これは見本のサイトです。実際に公開するときは、連絡先と、返事までにかかる日数をここに書いてください。</p>",
            ),
            (
                "p",
                "<p>誤りをお知らせくださるときは、ページのアドレスと、正しいと思われる内容を、できれば出典とともにお書きください。</p>",
            ),
        ],
    },
    "en": {
        "headline": "Contact",
        "standfirst": "Where to send corrections and opinions.",
        "body": [
            (
                "p",
                "<p>This is a sample site. Before going public, say here how to reach you and how long an answer takes.</p>",
            ),
            (
                "p",
                "<p>To report an error, please give the address of the page and what you think is right, with a source if you can.</p>",
            ),
        ],
    },
}

PAGES = [ABOUT, ACCESSIBILITY, PRIVACY, CONTACT]


def ensure_standard_pages(home):
    """`{slug: id}`; made and released where missing."""
    return {row["slug"]: _ensure(home, row).pk for row in PAGES}


def _ensure(home, row):
    name = f"standard:{row['slug']}"
    found = existing(StandardPage, name)
    if found:
        return found
    page = StandardPage(slug=row["slug"])
    for code in codes():
        for field in ("headline", "standfirst"):
            setattr(page, column(field, code), row[code][field])
        setattr(page, column("body", code), _body(row, code))
    home.refresh_from_db()
    add_draft(home, page, name)
    release(page, codes())
    backdate(page, SINCE, SINCE)
    return page


def _body(row, code):
    return [
        {
            "type": "heading" if kind == "h" else "paragraph",
            "value": {"level": "2", "text": text} if kind == "h" else text,
            "id": stable_id("block", row["slug"], str(place)),
        }
        for place, (kind, text) in enumerate(row[code]["body"])
    ]
