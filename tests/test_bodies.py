"""Bodies: every kind of block as readers see it, numbers and anchors, and what must never get through."""

import json
import re
from contextlib import suppress

import pytest
from bs4 import BeautifulSoup
from django.contrib.auth.models import User
from django.core.exceptions import ValidationError
from django.urls import reverse
from wagtail.models import PageViewRestriction

from articles.blocks import BodyBlock, copy_structure
from articles.blocks.media import video_player
from articles.models import ExplainerPage, Picture, Promo, SiteFrame
from articles.public import body as bodies
from articles.public import rich_text
from articles.public.links import Resolved
from tests import factories as make
from tests.desk_forms import form_of
from tests.factories import block, items

BODY = BodyBlock()


@pytest.fixture
def site(db, standing_site):
    return standing_site


def prose(client, site, blocks, language="ja"):
    """The body of an explainer with these raw blocks, as readers see it."""
    site.explainer("main", body_ja=blocks, body_en=blocks)
    return read(client, language)


def read(client, language="ja"):
    response = client.get(f"/{language}/explainers/main/")
    assert response.status_code == 200
    return BeautifulSoup(response.content, "html.parser").select_one(".prose")


def heading(text, level="2", key=None):
    return block("heading", {"level": level, "text": text}, key or text)


def paragraph(html, key="p"):
    return block("paragraph", html, key)


# --- every kind of block

TABLE = {
    "columns": [{"type": "text", "heading": "年"}, {"type": "number", "heading": "件数"}],
    "rows": [{"values": ["2024", "12"]}, {"values": ["2025", "34"]}],
    "caption": "",
}
KINDS = {  # the value of a block, and what must be found where
    "heading": ({"level": "2", "text": "題"}, [("h2", "1題#"), ("h2 .num", "1"), ("h2 a[href^='#s-']", "#")]),
    "paragraph": (
        '<p>文<b>太</b><i>斜</i><br/><a href="https://a.example/">外</a></p>',
        [("p strong", "太"), ("p em", "斜"), ("p a.ext[href='https://a.example/']", "外")],
    ),
    "bullets": ({"kind": "number", "items": items("<p>一</p>", "<p>二</p>")}, [("ol li", "一"), ("ol li + li", "二")]),
    "key_points": ({"points": items("要点一", "要点二")}, [("li", "要点一"), ("li + li", "要点二")]),
    "note": ({"title": "補足", "text": "<p>注意<b>点</b></p>"}, [(".note", "補足"), (".note strong", "点")]),
    "quote": (
        {"text": "言葉", "source_name": "誰か", "source_url": "https://a.example/"},
        [("blockquote[cite='https://a.example/'] p", "言葉"), ("blockquote a[href='https://a.example/']", "誰か")],
    ),
    "questions": (
        {"items": items({"question": "問い", "answer": "<p>答え</p>"})},
        [("details summary", "問い"), ("details p", "答え")],
    ),
    "video": (
        {"url": "https://youtu.be/abc_DEF-123", "title": "動画", "duration": "3:20", "description": "内容", "picture": None},
        [
            ("figure", "動画"), ("figcaption", "内容"), ("figure a[href='https://youtu.be/abc_DEF-123']", ""),
            ("[data-player='https://www.youtube-nocookie.com/embed/abc_DEF-123']", ""),
        ],
    ),
    "table": (
        {"title": "表題", "table": TABLE, "source_name": "出所", "source_url": ""},
        [("caption", "表題"), ("th[scope=col]", "年"), ("tbody th[scope=row]", "2024"), ("tbody td.n", "12")],
    ),
    "comparison": (
        {"title": "比較", "left_label": "以前", "right_label": "いま", "rows": items({"aspect": "台帳", "left": "別々", "right": "一つ"})},
        [("caption", "比較"), ("th[scope=col]", "以前"), ("th[scope=row]", "台帳"), ("td", "別々")],
    ),
    "timeline": (
        {"entries": items({"date": "2021-09", "text": "<p>発足</p>"})},
        [("ol li time[datetime='2021-09']", "2021年9月"), ("ol li", "発足")],
    ),
}  # fmt: skip


@pytest.mark.parametrize("kind", KINDS)
def test_a_block_shows_what_it_says(site, client, kind):
    value, facts = KINDS[kind]
    shown = prose(client, site, [block(kind, value, kind)])
    for selector, text in facts:
        found = shown.select(selector)
        assert found, selector
        assert any(text in node.text for node in found), (selector, found)
    assert shown.select("iframe, script, [style], [onclick]") == []


def test_a_figure_shows_its_picture_with_words_for_those_who_cannot_see_it(site, client):
    value = {
        "picture": make.picture().pk, "title": "図題", "alt": "代替", "caption": "説明", "source_name": "出所",
        "source_url": "https://a.example/", "licence": "CC BY 4.0", "edited_note": "切り抜いた",
    }  # fmt: skip
    shown = prose(client, site, [block("figure", value, "f")])
    assert shown.img["alt"] == "代替"
    assert shown.select_one("figcaption a")["href"] == "https://a.example/"
    assert all(word in shown.figure.text for word in ("図題", "説明", "出所", "CC BY 4.0", "切り抜いた"))


def test_a_figure_whose_picture_was_deleted_keeps_its_words(site, client):
    picture = make.picture()
    value = {"picture": picture.pk, "title": "", "alt": "代替", "caption": "説明", "source_name": "出所"}
    site.explainer("main", body_ja=[block("figure", value, "f")])
    Picture.objects.filter(pk=picture.pk).delete()
    shown = read(client)
    assert (shown.img, "説明" in shown.text) == (None, True)


def test_related_explainers_and_promos_lead_to_pages_in_the_same_language(site, client):
    other = site.explainer("other")
    promo = Promo.objects.create(title_ja="案内", title_en="Promo", button_ja="開く", button_en="Open", page=other)
    body = [block("related", {"pages": items(other.pk)}, "r"), block("promo", {"promo": promo.pk}, "m")]
    shown = prose(client, site, body, "en")
    assert [(a.text, a["href"]) for a in shown.select("a")] == [
        ("Headline other", "/en/explainers/other/"),
        ("Open", "/en/explainers/other/"),
    ]


def test_a_promo_without_text_in_the_language_is_not_shown_in_it(site, client):
    promo = Promo.objects.create(title_ja="案内", button_ja="開く", address="https://a.example/")
    shown = prose(client, site, [block("promo", {"promo": promo.pk}, "m"), paragraph("<p>text</p>")], "en")
    assert shown.text.split() == ["text"]


def test_what_is_empty_is_never_written_as_a_word(site, client):
    """`None` is what a template writes for a column without text."""
    SiteFrame.objects.create()
    hero = make.picture(credit_ja=None, credit_en=None)
    topic = make.topic("t", description_en=None)
    site.explainer(
        "main",
        hero=hero,
        hero_alt_ja="絵",
        hero_alt_en="Pic",
        hero_caption_ja=None,
        hero_caption_en=None,
        topics=[topic],
    )
    site.item("item", topics=[topic])
    for address in (
        "",
        "explainers/",
        "explainers/main/",
        "news/",
        "news/item/",
        "feeds/news.xml",
        "feeds/explainers.xml",
    ):
        for language in ("ja", "en"):
            assert "None" not in client.get(f"/{language}/{address}").content.decode(), address


# --- numbers and anchors

HEADINGS = [heading("い"), heading("ろ", "3"), heading("は", "3"), heading("に"), heading("ほ", "3")]


@pytest.mark.parametrize(("language", "joint"), [("ja", "-"), ("en", ".")])
def test_sections_are_numbered_in_the_manner_of_the_language(site, client, language, joint):
    shown = prose(client, site, HEADINGS, language)
    numbers = [node.text for node in shown.select("h2 .num, h3 .num")]
    assert numbers == [number.replace("-", joint) for number in ("1", "1-1", "1-2", "2", "2-1")]


def test_the_contents_repeat_numbers_headings_and_anchors(site, client):
    prose(client, site, HEADINGS)
    page = BeautifulSoup(client.get("/ja/explainers/main/").content, "html.parser")
    listed = [(a["href"], a.text) for a in page.select(".toc a")]
    standing = [("#" + h["id"], h.text.removesuffix("#")) for h in page.select(".prose h2, .prose h3")]
    assert listed == standing
    assert len(listed) == 5


def test_figures_and_tables_are_counted_through_the_page(site, client):
    figure = {"picture": None, "title": "図題", "alt": "代替", "source_name": "出所"}
    table = {"title": "表題", "table": TABLE}
    body = [block("figure", figure, "1"), heading("い"), block("table", table, "2"), block("figure", figure, "3")]
    site.explainer("main", body_ja=[paragraph("<p>x</p>")])
    ExplainerPage.objects.filter(slug="main").update(body_ja=json.dumps(body))
    numbers = [node.text for node in read(client).select(".fig__title .num")]
    assert [re.sub(r"\D", "", number) for number in numbers] == ["1", "1", "2"]


def test_a_subsection_before_any_section_stands_as_a_section():
    """No text goes out like this any more; one from before is shown as well as it can be."""
    shown = bodies.body([heading("い", "3"), heading("ろ"), heading("は", "3")], Resolved(), "ja")
    assert [(h.value["level"], h.number) for h in shown.headings] == [("2", "1"), ("2", "2"), ("3", "2-1")]


def anchors(shown):
    return {node["id"] for node in shown.select("h2, h3")}


def test_anchors_are_the_same_in_every_language(site, client):
    japanese = prose(client, site, HEADINGS)
    assert anchors(japanese) == anchors(read(client, "en"))
    assert len(anchors(japanese)) == 5


def test_anchors_stay_when_sections_are_retitled_and_moved(site, client):
    before = anchors(prose(client, site, HEADINGS))
    draft = make.draft(ExplainerPage.objects.get(slug="main"))
    draft.body_ja = [heading(f"新{old['value']['text']}", "2", old["value"]["text"]) for old in reversed(HEADINGS)]
    make.release(draft)
    assert anchors(read(client)) == before


# --- blocks of another version

UNKNOWN = block("poll", {"question": "賛成?", "choices": ["はい"]}, "poll")


def test_a_block_of_an_unknown_kind_is_skipped(site, client):
    shown = prose(client, site, [paragraph("<p>前</p>", "a"), UNKNOWN, paragraph("<p>後</p>", "b")])
    assert shown.text.split() == ["前", "後"]


def test_a_block_of_an_unknown_kind_survives_publishing(site, client):
    prose(client, site, [paragraph("<p>前</p>", "a"), UNKNOWN])
    page = make.release(make.draft(ExplainerPage.objects.get(slug="main")))
    kept = page.body_ja.stream_block.get_prep_value(page.body_ja)[1]
    assert kept["id"] == UNKNOWN["id"]
    assert kept["value"] == {"type": "poll", "value": UNKNOWN["value"]}


def test_a_block_of_an_unknown_kind_survives_the_editing_form():
    kept = BODY.to_python([UNKNOWN])[0]
    assert kept.block.value_from_form(kept.block.value_for_form(kept.value)) == kept.value


def test_a_block_comes_back_when_its_kind_becomes_known():
    wrapped = block("unsupported", {"type": "heading", "value": {"level": "2", "text": "題"}}, "h")
    back = BODY.to_python([wrapped])
    assert (back[0].block_type, back[0].value["text"], back[0].id) == ("heading", "題", wrapped["id"])


# --- links


@pytest.mark.parametrize("way", ["deleted", "unpublished", "unreleased", "private"])
def test_a_link_to_a_page_that_readers_may_not_see_leaves_its_words(site, client, way):
    target = site.explainer("target", languages=("ja",) if way == "unreleased" else ("ja", "en"))
    link = f'<p>before <a linktype="page" id="{target.pk}">the words</a> after</p>'
    body = [
        paragraph(link, "1"),
        block("bullets", {"kind": "bullet", "items": items(link)}, "2"),
        block("note", {"title": "", "text": link}, "3"),
        block("questions", {"items": items({"question": "?", "answer": link})}, "4"),
        block("timeline", {"entries": items({"date": "2021", "text": link})}, "5"),
        block("related", {"pages": items(target.pk)}, "6"),
    ]
    assert len(prose(client, site, body, "en").select("a")) == (0 if way == "unreleased" else 6)
    if way == "private":
        PageViewRestriction.objects.create(page=target, restriction_type="login")
    elif way != "unreleased":
        {"deleted": target.delete, "unpublished": target.unpublish}[way]()
    shown = read(client, "en")
    assert shown.select("a") == []
    assert shown.text.count("before the words after") == 5
    assert "Headline target" not in shown.text


def test_publishing_a_link_to_a_page_that_is_gone_is_refused(site):
    page = make.release(
        site.explainer(languages=(), body_ja=[paragraph('<p><a linktype="page" id="999999">x</a></p>')])
    )
    assert page.released_languages() == ["en"]


# --- hostile rich text

HOSTILE = [
    "<script>alert(1)</script>", "<SCRIPT SRC=//e.example></SCRIPT>", '<p onclick="alert(1)">x</p>',
    '<img src="x" onerror="alert(1)">', "<svg onload=alert(1)>", '<iframe src="https://e.example"></iframe>',
    '<a href="javascript:alert(1)">x</a>', '<a href=" javascript:alert(1)">x</a>', '<a href="java\nscript:alert(1)">x</a>',
    '<a href="JaVaScRiPt:alert(1)">x</a>', '<a href="&#106;avascript:alert(1)">x</a>', '<a href="vbscript:x">x</a>',
    '<a href="data:text/html,<script>alert(1)</script>">x</a>', '<a href="/x" onmouseover="alert(1)" style="x">x</a>',
    '<a href=\'/"onmouseover="alert(1)\'>x</a>', "<style>*{display:none}</style>", '<p style="x">x</p>',
    '<form action="https://e.example"><input name="q"></form>', "<!--><script>alert(1)</script>-->",
    "<b><script>alert(1)</b></script>", "<scr<script>ipt>alert(1)</script>", "<math><mtext></form><mglyph><style></math>",
    '<a linktype="page" id="²">x</a>', '<a linktype="page" id="99999999999999999999999">x</a>',
    '<a linktype="page" id="-1">x</a>', '<a linktype="page">x</a>', '<a linktype="document" id="1">x</a>', "<a>x</a>", "<", "<a", "&", "\x0b",
]  # fmt: skip
SAFE_TAGS = {"p", "strong", "em", "br", "a"}


@pytest.mark.parametrize("html", HOSTILE, ids=range(len(HOSTILE)))
def test_hostile_rich_text_is_neutralised(site, client, html):
    site.explainer("main")
    ExplainerPage.objects.filter(slug="main").update(body_ja=json.dumps([paragraph(html)]))
    shown = read(client)
    assert {node.name for node in shown.find_all(True)} <= SAFE_TAGS
    assert {name for node in shown.find_all(True) for name in node.attrs} <= {"href", "class"}
    assert all(re.match(r"https?://|mailto:|tel:|#|/(?!/)", node["href"]) for node in shown.select("a"))


@pytest.mark.parametrize("html", HOSTILE, ids=range(len(HOSTILE)))
def test_hostile_rich_text_does_not_break_publishing(db, html):
    with suppress(ValidationError):  # refused with a message is as good
        BODY.child_blocks["paragraph"].clean(BODY.child_blocks["paragraph"].to_python(html))


@pytest.mark.parametrize(
    "html",
    ["<p><b>x", "x</p></b></a>", "<p><b>x</p></b>", '<a href="/x">x', '<b><a href="/x">x</b></a>', "<i><i>x</i>"],
)
def test_every_tag_that_is_opened_is_closed_in_its_place(html):
    written, standing = rich_text.rendered(html, {}), []
    for closing, tag in re.findall(r"<(/?)(\w+)[^>]*>", written):
        if not closing:
            standing.append(tag)
        else:
            assert standing.pop() == tag
    assert standing == []


def test_a_link_that_follows_the_scheme_of_the_page_is_a_link_outside():
    assert rich_text.rendered('<a href="//a.example/x">x</a>', {}) == '<a href="https://a.example/x" class=ext>x</a>'


# --- a translation takes over the structure

SOURCE = [
    heading("題"),
    paragraph("<p>文</p>"),
    block("figure", {"picture": 7, "title": "図題", "alt": "代替", "caption": "説明", "source_name": "出所", "source_url": "https://a.example/", "licence": "CC", "edited_note": ""}, "f"),
    block("related", {"pages": items(1, 2)}, "r"),
    block("promo", {"promo": 3}, "m"),
    block("bullets", {"kind": "number", "items": items("<p>一</p>")}, "b"),
    block("video", {"url": "https://youtu.be/abc", "title": "動画", "duration": "3:20", "description": "内容", "picture": 8}, "v"),
    block("timeline", {"entries": items({"date": "2021-09", "text": "<p>発足</p>"})}, "t"),
    block("table", {"title": "表題", "table": TABLE, "source_name": "出所", "source_url": ""}, "tb"),
    block("comparison", {"title": "比較", "left_label": "左", "right_label": "右", "rows": items({"aspect": "観点", "left": "左", "right": "右"})}, "c"),
    block("questions", {"items": items({"question": "問", "answer": "<p>答</p>"})}, "q"),
    block("key_points", {"points": items("要点")}, "k"),
    block("note", {"title": "補足", "text": "<p>注</p>"}, "n"),
    block("quote", {"text": "言葉", "source_name": "誰か", "source_url": "https://a.example/"}, "qu"),
]  # fmt: skip


def ids(value):
    """Every id within raw blocks, in order."""
    return re.findall(r'"id": "([^"]+)"', json.dumps(value))


def test_copying_the_structure_keeps_kinds_order_and_ids():
    copied = copy_structure(SOURCE, [])
    assert [item["type"] for item in copied] == [item["type"] for item in SOURCE]
    assert ids(copied) == ids(SOURCE)


def test_copying_the_structure_leaves_no_japanese_behind():
    assert re.findall(r"[\u3040-\u30ff\u4e00-\u9fff]", json.dumps(copy_structure(SOURCE, []), ensure_ascii=False)) == []


def test_copying_the_structure_keeps_what_is_the_same_in_every_language():
    copied = {item["type"]: item["value"] for item in copy_structure(SOURCE, [])}
    assert (copied["figure"]["picture"], copied["figure"]["source_url"]) == (7, "https://a.example/")
    assert [item["value"] for item in copied["related"]["pages"]] == [1, 2]
    assert copied["promo"] == {"promo": 3}
    assert (copied["heading"]["level"], copied["bullets"]["kind"]) == ("2", "number")
    assert (copied["video"]["url"], copied["video"]["duration"], copied["video"]["picture"]) == (
        "https://youtu.be/abc",
        "3:20",
        8,
    )
    assert copied["timeline"]["entries"][0]["value"]["date"] == "2021-09"
    assert [row["values"] for row in copied["table"]["table"]["rows"]] == [["", "12"], ["", "34"]]


def test_copying_the_structure_keeps_what_is_translated_already():
    done = [heading("Title", key="題"), paragraph("<p>Text</p>")]
    copied = copy_structure(SOURCE, done)
    assert copied[:2] == done
    assert copied[2]["value"]["alt"] == ""


def test_copying_the_structure_follows_the_order_of_the_source():
    done = [paragraph("<p>Text</p>"), heading("Title", key="題")]
    assert [item["type"] for item in copy_structure(SOURCE[:2], done)] == ["heading", "paragraph"]


def test_a_translated_block_without_a_source_stays_behind_its_neighbour():
    orphan = paragraph("<p>Only in English</p>", "orphan")
    done = [heading("Title", key="題"), orphan, paragraph("<p>Text</p>")]
    assert [item["id"] for item in copy_structure(SOURCE[:2], done)] == [done[0]["id"], orphan["id"], done[2]["id"]]
    assert copy_structure(SOURCE[:2], [orphan])[0] == orphan


def test_copying_the_structure_twice_changes_nothing():
    once = copy_structure(SOURCE, [paragraph("<p>Only in English</p>", "orphan")])
    assert copy_structure(SOURCE, once) == once


def test_the_copied_structure_is_a_body_that_can_be_edited():
    copied = copy_structure(SOURCE, [])
    assert BODY.get_prep_value(BODY.to_python(copied)) == copied


# --- addresses of videos and dates

VIDEOS = {
    "https://www.youtube.com/watch?v=abc_DEF-123": "https://www.youtube-nocookie.com/embed/abc_DEF-123",
    "https://m.youtube.com/watch?v=abc&t=10": "https://www.youtube-nocookie.com/embed/abc",
    "https://youtu.be/abc?si=x": "https://www.youtube-nocookie.com/embed/abc",
    "https://www.youtube.com/shorts/abc": "https://www.youtube-nocookie.com/embed/abc",
    "https://www.youtube.com/live/abc": "https://www.youtube-nocookie.com/embed/abc",
    "https://www.youtube-nocookie.com/embed/abc": "https://www.youtube-nocookie.com/embed/abc",
    "https://vimeo.com/12345": "https://player.vimeo.com/video/12345?dnt=1",
    "https://player.vimeo.com/video/12345": "https://player.vimeo.com/video/12345?dnt=1",
}
NO_VIDEOS = [
    "https://www.youtube.com/", "https://www.youtube.com/@channel", "https://www.youtube.com/watch?v=", "https://vimeo.com/channel",
    "https://youtube.com.evil.example/watch?v=abc", "https://evil.example/https://youtu.be/abc", "https://evilyoutube.com/watch?v=abc",
    "https://youtu.be/a%22onload=x", "https://youtu.be/a/../b?c", "https://www.youtube.com/watch?v=a%2Fb", "https://a.example/video.mp4",
    "ftp://youtu.be/abc", "javascript://youtu.be/abc", "https://[youtu.be/abc", "https://youtu.be@evil.example/abc", "https://youtu.be/あ",
]  # fmt: skip


@pytest.mark.parametrize("address", VIDEOS)
def test_a_video_is_played_from_the_providers_own_player(address):
    assert BODY.child_blocks["video"].child_blocks["url"].clean(address) == address
    assert video_player(address)[1] == VIDEOS[address]


@pytest.mark.parametrize("address", NO_VIDEOS)
def test_an_address_that_is_no_video_of_a_known_provider_is_refused(address):
    assert video_player(address) is None
    with pytest.raises(ValidationError):
        BODY.child_blocks["video"].child_blocks["url"].clean(address)


@pytest.mark.parametrize(
    ("date", "japanese", "english"),
    [
        ("2021", "2021年", "2021"),
        ("2021-09", "2021年9月", "September 2021"),
        ("2021-09-01", "2021年9月1日(水)", "1 September 2021"),
        ("2024-02-29", "2024年2月29日(木)", "29 February 2024"),
    ],
)
def test_a_date_is_written_as_exactly_as_it_is_known(site, client, date, japanese, english):
    assert BODY.child_blocks["timeline"].child_blocks["entries"].child_block.child_blocks["date"].clean(date) == date
    body = [block("timeline", {"entries": items({"date": date, "text": "<p>x</p>"})}, "t")]
    assert prose(client, site, body).time.text == japanese
    assert read(client, "en").time.text == english


@pytest.mark.parametrize(
    "date",
    ["", "21", "2021-9", "2021-13", "2021-00", "2021-02-30", "2023-02-29", "2021-09-31", "2021/09", "2021-09-01T00:00", "２０２１", "2021-09-", "昨日"],
)  # fmt: skip
def test_a_date_that_does_not_exist_is_refused(date):
    with pytest.raises(ValidationError):
        BODY.child_blocks["timeline"].child_blocks["entries"].child_block.child_blocks["date"].clean(date)


# --- previews


@pytest.fixture
def desk(db, client):
    client.force_login(User.objects.create_superuser("editor", "editor@example.com", "x"))
    return client


CHOOSABLE = [name for name in BODY.child_blocks if name != "unsupported"]


@pytest.mark.parametrize("kind", CHOOSABLE)
def test_the_block_chooser_previews_every_block(site, desk, kind):
    site.explainer("main")
    Promo.objects.create(title_ja="案内", title_en="Promo", button_ja="開く", button_en="Open")
    stream_block = ExplainerPage._meta.get_field("body_ja").stream_block
    address = reverse("wagtailadmin_block_preview")
    response = desk.get(address, {"id": stream_block.child_blocks[kind].definition_prefix})
    assert response.status_code == 200
    shown = BeautifulSoup(response.content, "html.parser").select_one(".prose")
    assert shown.find(True) is not None
    assert shown.text.strip()


def test_a_preview_shows_the_draft_with_its_sources(site, desk):
    page = make.draft(site.explainer("main"))
    source = {
        "title": "白書",
        "publisher": "省",
        "url": "https://a.example/",
        "language": "ja",
        "accessed": "2025-12-01",
    }
    address = reverse("wagtailadmin_pages:preview_on_edit", args=[page.pk])
    sent = form_of(page, sources=[block("source", source, "s")], headline_ja="下書きの見出し")
    assert desk.post(address, sent).json()["is_valid"]
    shown = desk.get(address, {"mode": "ja"}).content.decode()
    assert "下書きの見出し" in shown
    assert "2025年12月1日" in shown
