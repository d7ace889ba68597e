"""A language goes out as XLIFF and comes back whole, or is refused with reasons."""

import re
import time
from datetime import UTC, datetime
from xml.etree import ElementTree

import pytest
from django.utils import translation
from hypothesis import given
from hypothesis import strategies as st

from articles.exchange import Document, Segment, Unit, XliffError, read, write

NS = "{urn:oasis:names:tc:xliff:document:2.0}"
PAGE = "0b9f6f0e-6f0a-4c53-9d5c-1f2b1d8f7c01"
BLOCK = "7d1c2f54-52f1-4a0f-8a3e-0d4f6f0f9a11"
SOURCE = (
    '<p data-block-key="a1">政府は<b>新しい<i>制度</i></b>を<a linktype="page" id="3">発表</a>した。<br/>A &amp; B</p>'
    '<ul><li data-block-key="a2"><a href="https://example.jp/?a=1&amp;b=2">一</a></li></ul><hr/>'
    '<embed embedtype="image" id="9" alt="図" format="left"/>'
)
TARGET = '<p data-block-key="z9">The government announced <b>a new system</b>.</p>'
RICH = Segment("text", SOURCE, TARGET, True)


def page(*segments, key=f"body/{BLOCK}", **changed):
    facts = {
        "source_language": "ja", "target_language": "en", "page_key": PAGE, "title": "制度 <とは>",
        "source_digest": "d1g35t", "exported_at": datetime(2026, 11, 24, 9, 30, tzinfo=UTC),
        "units": (Unit("headline", (Segment("", "見出し", "", False),), "At most 60 characters"), Unit(key, segments)),
    }  # fmt: skip
    return Document(**{**facts, **changed})


def file_with(source, target, data="", segment_id="html:text"):
    """A file as another tool might write it, with one text."""
    return f"""<xliff xmlns="urn:oasis:names:tc:xliff:document:2.0" version="2.0" srcLang="ja" trgLang="en">
      <file id="{PAGE}"><unit id="{BLOCK}" name="body/{BLOCK}"><originalData><data id="d0">&lt;i&gt;</data>{data}
      </originalData><segment id="{segment_id}"><source>{source}</source><target>{target}</target></segment></unit>
      </file></xliff>""".encode()


BOLD = '<data id="d1">&lt;b></data><data id="d2">&lt;/b></data><data id="d3">&lt;br/></data>'
PAIR = '<pc id="1" dataRefStart="d1" dataRefEnd="d2">{}</pc>'
BREAK = '<ph id="2" dataRef="d3"/>'


def reasons(data, **options):
    with translation.override("en"), pytest.raises(XliffError) as caught:
        read(data, **options)
    return caught.value.reasons


def target_of(data):
    return read(data)[0].units[-1].segments[0].target


# --- the round trip

# Every character but halves of characters and the null character, which no database holds.
WORDS = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"), max_size=12)
ATTRIBUTE = st.text(alphabet="abc漢0/:?=. ;&'", max_size=8)
LEAVES = st.one_of(
    WORDS.map(lambda text: text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")),
    st.sampled_from(["<br/>", "<hr/>", "&nbsp;", "&#39;", "&quot;", '<embed embedtype="image" id="4" alt="あ"/>']),
)


def wrapped(inside):
    starts = st.one_of(
        st.sampled_from(["b", "i", "strong", "em", "ul", "li", "p", 'p data-block-key="k1"', 'p data-block-key="k2"']),
        st.sampled_from(['a linktype="page" id="3"', 'li data-block-key="k3"', "h2"]),
        ATTRIBUTE.map('a href="https://{}"'.format),
    )
    return st.builds(
        lambda start, parts: f"<{start}>{''.join(parts)}</{start.split()[0]}>", starts, st.lists(inside, max_size=3)
    )


NESTED = st.lists(st.recursive(LEAVES, wrapped, max_leaves=8), max_size=3).map("".join)
PLAIN = st.builds(Segment, st.just(""), WORDS, WORDS, st.just(False))
CHARACTERS = st.characters(exclude_categories=["Cs", "Cc"], exclude_characters="\ufffe\uffff")
PATHS = st.text(CHARACTERS, max_size=8)


@given(
    st.lists(
        st.builds(Segment, PATHS, NESTED, NESTED, st.just(True)), min_size=1, max_size=3, unique_by=lambda one: one.path
    ),
    PLAIN,
)
def test_what_was_written_is_read_back_equal(segments, plain):
    document = page(*segments, units=(Unit("standfirst", (plain,)), Unit(f"body/{BLOCK}", tuple(segments))))
    assert read(write([document])) == [document]


@given(
    st.lists(
        st.sampled_from(["<b>", "</b>", "<p>", "</p>", "<br>", "<", ">", "&", "<!-- x -->", '<a b="', "字", "</i >"])
    )
)
def test_broken_rich_text_in_a_source_is_read_back_equal(parts):
    document = page(Segment("text", "".join(parts), "", True))
    assert read(write([document])) == [document]


def test_several_pages_and_odd_names_share_one_file():
    other = page(RICH, page_key="other page/2", title="", source_digest="", exported_at=None, key="body/id of: 3.1/é")
    documents = [page(RICH, Segment("rows/1-2/left", "左", "left", False)), other]
    assert read(write(documents)) == documents


@pytest.mark.parametrize(
    "documents",
    [
        [],
        [page(units=())],
        [page(RICH), page(RICH)],
        [page(RICH), page(RICH, page_key="b", target_language="fr")],
        [page(units=(Unit("a/x", (RICH,)), Unit("b/x", (RICH,))))],
    ],
)
def test_what_no_file_can_hold_is_not_written(documents):
    with pytest.raises(ValueError, match=r"."):
        write(documents)


# --- the file that goes out

CONTENT = {
    "xliff": {"file"},
    "file": {"notes", "unit"},
    "unit": {"notes", "originalData", "segment"},
    "notes": {"note"},
    "originalData": {"data"},
    "segment": {"source", "target"},
    "source": {"pc", "ph", "cp"},
    "target": {"pc", "ph", "cp"},
    "pc": {"pc", "ph", "cp"},
    "data": {"cp"},
}
ORDER = ["notes", "originalData", "unit", "segment", "source", "target"]
NMTOKEN = re.compile(r"[\w:.-]+")


@given(NESTED, NESTED, WORDS)
def test_the_file_keeps_to_the_core_of_the_standard(source, target, plain):
    root = ElementTree.fromstring(
        write([page(Segment("a/b c", source, target, True), Segment("", plain, plain, False))])
    )
    assert (root.tag, root.get("version")) == (f"{NS}xliff", "2.0")
    for element in root.iter():
        name, inside = element.tag.removeprefix(NS), [child.tag.removeprefix(NS) for child in element]
        assert set(inside) <= CONTENT.get(name, set())
        if name in ("file", "unit", "segment"):
            assert inside == sorted(inside, key=ORDER.index)
        if name in ("file", "unit", "segment", "pc", "ph", "data"):
            assert NMTOKEN.fullmatch(element.get("id"))
    for unit in root.iter(f"{NS}unit"):
        data = {element.get("id") for element in unit.iter(f"{NS}data")}
        used = {value for element in unit.iter() for key, value in element.items() if key.startswith("dataRef")}
        assert used == data
        for side in ("source", "target"):
            ids = [
                code.get("id") for text in unit.iter(NS + side) for tag in ("pc", "ph") for code in text.iter(NS + tag)
            ]
            assert len(ids) == len(set(ids))


def test_a_translator_sees_words_and_no_tags():
    root = ElementTree.fromstring(write([page(RICH)]))
    sources = ["".join(element.itertext()) for element in root.iter(f"{NS}source")]
    assert sources == ["見出し", "政府は新しい制度を発表した。A & B一"]
    assert [element.get("state") for element in root.iter(f"{NS}segment")] == ["initial", "translated"]
    assert len(list(root.iter(f"{NS}target"))) == 1
    unit = list(root.iter(f"{NS}unit"))[1]
    assert (unit.get("id"), root[0].get("id")) == (BLOCK, PAGE)


def test_a_paragraph_of_the_translation_is_the_same_code_as_its_source():
    target = next(ElementTree.fromstring(write([page(RICH)])).iter(f"{NS}target"))
    assert target[0].get("id") == "1"


# --- what tools do to a file

WRITTEN = write([page(RICH)]).decode()
OTHER_NAMES = re.sub(r"<(/?)(\w)", r"<\1x:\2", WRITTEN.replace("xmlns=", "xmlns:x="))
MATCHES = (
    '<m:matches xmlns:m="urn:oasis:names:tc:xliff:matches:2.0"><m:match ref="#1"><originalData><data id="d1">x</data>'
    "</originalData><source>no</source><target>no</target></m:match></m:matches>"
)
REVERSED = re.sub(
    r"<(\w+)((?: [\w:]+=\"[^\"]*\")+)",
    lambda found: f"<{found[1]} " + " ".join(re.findall(r'[\w:]+="[^"]*"', found[2])[::-1]),
    WRITTEN,
)


@pytest.mark.parametrize(
    "data",
    [
        pytest.param(OTHER_NAMES.encode(), id="namespace prefix"),
        pytest.param(REVERSED.encode(), id="attributes in another order"),
        pytest.param(WRITTEN.replace("\n", "\r\n").encode(), id="CRLF"),
        pytest.param(WRITTEN.encode("utf-8-sig"), id="byte order mark"),
        pytest.param(WRITTEN.replace("UTF-8", "UTF-16").encode("utf-16"), id="UTF-16"),
        pytest.param(re.sub("><(segment|source|target|/segment|data|note)", r">\n    <\1", WRITTEN).encode(), id="spaces"),
        pytest.param(WRITTEN.replace("新しい", '<mrk id="m1" type="term">新し</mrk><sm id="m2"/>い<em startRef="m2"/>').encode(), id="annotations"),
        pytest.param(WRITTEN.replace("新しい", "新<!-- why -->し<?tool x?>い").encode(), id="comments"),
        pytest.param(re.sub(r"(<unit[^>]*>)", rf"\1{MATCHES}", WRITTEN).encode(), id="matches of a translation memory"),
        pytest.param(WRITTEN.replace('version="2.0"', 'version="2.1" xmlns:t="urn:t" t:made="by"').encode(), id="2.1"),
        pytest.param(WRITTEN.replace('trgLang="en"', 'trgLang="en-US"').encode(), id="region"),
        pytest.param(re.sub("(<unit.*</unit>)", r'<group id="g">\1</group>', WRITTEN, flags=re.DOTALL).encode(), id="group"),
        pytest.param(re.sub(' (type|subType|canCopy|equiv|state)="[^"]*"', "", WRITTEN).encode(), id="fewer attributes"),
    ],
)  # fmt: skip
def test_what_tools_change_around_the_text_does_not_matter(data):
    assert data != WRITTEN.encode()
    assert read(data) == [page(RICH)]


def test_a_file_that_lost_its_notes_is_still_read():
    lost = re.sub(r"<notes>.*?</notes>", "", WRITTEN)
    found = read(lost.encode())[0]
    assert (found.source_digest, found.title, found.exported_at) == ("", "", None)
    assert found.units[1] == page(RICH).units[1]


@pytest.mark.parametrize(
    ("target", "html"),
    [
        (f"{BREAK}x {PAIR.format('y')}", "<br/>x <b>y</b>"),
        (PAIR.format(f"x{BREAK}"), "<b>x<br/></b>"),
        ("only words &lt; &amp;", "only words &lt; &amp;"),
        ('<pc id="1">x</pc><ph id="2"/>', "<b>x</b><br/>"),
        ('<sc id="1" dataRef="d1"/>x<ec startRef="1" dataRef="d2"/>', "<b>x</b>"),
        ("", ""),
        ('a<cp hex="0007"/>b', "a\x07b"),
    ],
    ids=["reordered", "nested anew", "dropped", "data left out", "start and end apart", "empty", "character"],
)
def test_a_translation_may_move_and_drop_codes(target, html):
    assert target_of(file_with(f"{PAIR.format('字')}{BREAK}", target, BOLD)) == html


# --- what is refused

SCRIPT = '<data id="d9">&lt;script></data><data id="d10">&lt;/script></data>'


@pytest.mark.parametrize(
    ("target", "why"),
    [
        ('<pc id="7" dataRefStart="d1" dataRefEnd="d2">x</pc>', "no such code"),
        ('<ph id="t5-00000000" dataRef="d0"/>', "no such code"),
        ('<ph id="7"/>', "does not say what it stands for"),
        ('<ph dataRef="d3"/>', "no id"),
        (PAIR.format("x") + PAIR.format("y"), "twice"),
        ('<sc id="1" dataRef="d1"/>x', "does not end"),
        ('x<ec startRef="1" dataRef="d2"/>', "do not nest"),
        ('<sc id="1"/>x<pc id="3" dataRefStart="d1" dataRefEnd="d2"><ec startRef="1"/></pc>', "do not nest"),
        ('<pc id="1" dataRefStart="d9" dataRefEnd="d10">x</pc>', "not what it was"),
        ('<ph id="1" dataRef="d1"/>x', "not what it was"),
        ('<pc id="1" dataRefStart="d11" dataRefEnd="d2">x</pc>', "does not stand for a tag"),
        ("<b>x</b>", "no place there"),
        ('<cp hex="0000"/>', "cannot be stored"),
        ('<cp hex="D800"/>', "cannot be stored"),
        ('<cp hex="no"/>', "cannot be stored"),
    ],
)
def test_broken_codes_are_refused_with_their_place(target, why):
    data = BOLD + SCRIPT + '<data id="d11">&lt;b>words</data>'
    found = reasons(file_with(f"{PAIR.format('字')}{BREAK}", target, data))
    assert [BLOCK in reason.where and why in reason.message for reason in found] == [True]


def test_a_tag_that_would_harm_is_refused_even_with_a_right_fingerprint():
    bad = Segment("text", "字", '<a href="javascript:alert(1)">x</a>', True)
    assert "no such code" in reasons(write([page(bad)]))[0].message


def test_codes_have_no_place_in_plain_text():
    found = reasons(file_with("字", PAIR.format("x"), BOLD, "text:text"))
    assert "no formatting" in found[0].message


def replaced(old, new):
    assert old in WRITTEN
    return WRITTEN.replace(old, new).encode()


@pytest.mark.parametrize(
    ("data", "why"),
    [
        (b"", "not an XML file"),
        (b"PK\x03\x04", "not an XML file"),
        (WRITTEN[:-20].encode(), "not an XML file"),
        (replaced("UTF-8", "klingon"), "encoding that nobody knows"),
        (replaced("UTF-8", "shift_jis"), "encoding that nobody knows"),
        (b"<html/>", "not an XLIFF file"),
        (replaced('version="2.0"', 'version="1.2"'), "version “1.2”"),
        (replaced("document:2.0", "document:2.2"), "version “2.0”"),
        (replaced(' trgLang="en"', ""), "Expected here: ja → en"),
        (replaced('srcLang="ja"', 'srcLang="en"'), "Expected here: ja → en"),
        (replaced('trgLang="en"', 'trgLang="eng"'), "Expected here: ja → en"),
        (replaced(f'<file id="{PAGE}"', "<file"), "lost its id"),
        (re.sub("<file.*</file>", "", WRITTEN, flags=re.DOTALL).encode(), "no page"),
        (re.sub("(<file.*</file>)", r"\1\1", WRITTEN, flags=re.DOTALL).encode(), "page is in the file twice"),
        (re.sub("(<unit.*?</unit>)", r"\1\1", WRITTEN, count=1, flags=re.DOTALL).encode(), "unit is in the file twice"),
        (re.sub("(<segment.*?</segment>)", r"\1\1", WRITTEN, count=1).encode(), "text is in its unit twice"),
        (re.sub("<segment.*?</segment>", "", WRITTEN, count=1).encode(), "no text"),
        (replaced(' name="headline"', ""), "do not belong together"),
        (replaced('id="text:"', 'id="s1"'), "split or joined"),
        (replaced('id="text:"', 'id="text:.ffffff."'), "split or joined"),
        (replaced("<segment id=\"text:\"", "<ignorable><source>x</source></ignorable><segment id=\"text:\""), "split or joined"),
        (replaced("<source>見出し</source>", ""), "source of the text is missing"),
    ],
)  # fmt: skip
def test_a_wrong_file_is_refused_in_plain_words(data, why):
    assert why in reasons(data)[0].message


def test_all_reasons_are_given_at_once_but_at_most_a_hundred():
    units = tuple(Unit(f"body/{n}", (Segment("text", "<b>字</b>", "<b>x</b>", True),)) for n in range(150))
    broken = write([page(units=units)]).decode().replace("<target><pc id", "<target><pc no")
    found = reasons(broken.encode())
    assert len(found) == 100
    assert (found[0].where, found[1].where) == ("制度 <とは> / 0 / html:text", "制度 <とは> / 1 / html:text")


def test_the_pair_of_languages_may_be_named():
    french = page(RICH, target_language="fr")
    assert read(write([french]), pair=("ja", "fr")) == [french]
    assert "Expected here: ja → fr" in reasons(write([page(RICH)]), pair=("ja", "fr"))[0].message


LAUGHS = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 30))


@pytest.mark.parametrize(
    "data",
    [
        f'<!DOCTYPE xliff [<!ENTITY l0 "ha">{LAUGHS}]><xliff>&l29;</xliff>'.encode(),
        b'<!DOCTYPE xliff [<!ENTITY x SYSTEM "file:///etc/passwd">]><xliff>&x;</xliff>',
        b'<!DOCTYPE xliff SYSTEM "http://127.0.0.1:9/x.dtd"><xliff/>',
        '<?xml version="1.0" encoding="UTF-16"?><!DOCTYPE xliff [<!ENTITY x "y">]><xliff>&x;</xliff>'.encode("utf-16"),
    ],
    ids=["billion laughs", "external entity", "external document type", "UTF-16"],
)
def test_entities_are_refused_before_they_are_followed(data):
    started = time.monotonic()
    assert "document type or entities" in reasons(data)[0].message
    assert time.monotonic() - started < 1


def test_a_file_too_large_is_not_even_parsed():
    assert "larger than" in reasons(b"<" * 101, limit=100)[0].message
    assert read(WRITTEN.encode(), limit=len(WRITTEN.encode()))
    assert "too many elements" in reasons(b"<xliff>" + b"<a/>" * 300_001)[0].message


def test_many_codes_cannot_repeat_one_long_tag_without_end():
    tag = f'<data id="d1">&lt;a href="{"x" * 100_000}"></data><data id="d2">&lt;/a></data>'
    source = "".join(f'<pc id="{n}" dataRefStart="d1" dataRefEnd="d2">字</pc>' for n in range(200))
    assert "more text than pages have" in reasons(file_with(source, "", tag))[0].message


def test_rich_text_full_of_unfinished_markup_is_split_quickly():
    html = "<!--" * 20_000
    started = time.monotonic()
    assert read(write([page(Segment("text", html, "", True))]))[0].units[1].segments[0].source == html
    assert time.monotonic() - started < 10


def test_codes_nested_as_deep_as_anyone_likes_are_read():
    html = "<b>" * 5000 + "字" + "</b>" * 5000
    assert target_of(write([page(Segment("text", html, html, True))])) == html
