"""Whatever is stored as rich text, readers get known tags and harmless links only."""

import re
from html.parser import HTMLParser

from hypothesis import given
from hypothesis import strategies as st

from articles.models.glossary import Glossary
from articles.public.links import Link
from articles.public.rich_text import rendered
from articles.public.wording import Readings, Wording

TAGS = st.sampled_from(
    ["p", "b", "i", "strong", "em", "a", "br", "script", "img", "iframe", "svg", "style", "/p", "/a", "/script"]
)
ATTRIBUTES = st.sampled_from([
    "", ' href="https://example.jp/"', ' href="javascript:alert(1)"', " href=' JaVaScript:x'", ' onclick="x()"',
    ' linktype="page" id="1"', ' linktype="page" id="2"', ' id="x"', ' href="data:text/html,x"', ' src="x" onerror="x"',
])  # fmt: skip
MARKUP = st.lists(
    st.one_of(st.builds("<{}{}>".format, TAGS, ATTRIBUTES), st.text(alphabet="ab<>&\"'/![ 漢\x00", max_size=8)),
    max_size=12,
).map("".join)


class Seen(HTMLParser):
    def __init__(self):
        super().__init__()
        self.tags, self.links = set(), []

    def handle_starttag(self, tag, attrs):
        self.tags.add((tag, *(name for name, _ in attrs)))
        self.links += [value for name, value in attrs if name == "href"]


@given(MARKUP)
def test_only_known_tags_and_harmless_links_reach_readers(html):
    seen = Seen()
    seen.feed(rendered(html, {1: Link("/ja/there/", "そこ")}))
    assert {tag[0] for tag in seen.tags} <= {"p", "strong", "em", "br", "a"}
    assert {tag[1:] for tag in seen.tags if tag[0] != "a"} <= {()}
    assert {tag[1:] for tag in seen.tags if tag[0] == "a"} <= {("href",), ("href", "class")}
    assert all(link in ("https://example.jp/", "/ja/there/") for link in seen.links)


@given(MARKUP)
def test_marks_on_words_add_harmless_tags_and_change_no_word(html):
    wording = Wording("ja", Glossary([]), Readings(None, "漢 = かん"))
    seen, plain = Seen(), rendered(html, {})
    marked = rendered(html, {}, wording)
    seen.feed(marked)
    assert {tag[0] for tag in seen.tags} <= {"p", "strong", "em", "br", "a", "span", "ruby", "rp", "rt"}
    assert re.sub(r"<rp>（</rp><rt>[^<]*</rt><rp>）</rp>|</?ruby>|</?span[^>]*>", "", marked) == plain
