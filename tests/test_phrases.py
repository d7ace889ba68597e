"""Headlines break between phrases, and their text stays what the editor wrote."""

import pytest
from bs4 import BeautifulSoup
from hypothesis import given
from hypothesis import strategies as st

from articles.public.phrases import phrases
from tests.factories import block, topic


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("デジタル庁とは何か", ["デジタル庁とは", "何か"]),
        ("誰一人取り残さない社会へ", ["誰一人取り残さない", "社会へ"]),
        ("2021年9月に発足した", ["2021年9月に", "発足した"]),
        ("XRPの現物ETF、8億ドルを突破", ["XRPの", "現物ETF、", "8億ドルを", "突破"]),
    ],
)
def test_a_line_breaks_between_phrases(text, expected):
    assert list(phrases(text, "ja")) == expected


@pytest.mark.parametrize("text", ["2021年", "1,240億円", "50.8%", "ETF", "WebAssembly", "「誰一人取り残さない」"])
def test_numbers_names_and_marks_stay_whole(text):
    found = phrases(f"日本では{text}という話題があります", "ja")
    assert any(text in phrase for phrase in found)


@given(st.text())
def test_phrases_are_the_text_again(text):
    for language in ("ja", "en"):
        assert "".join(phrases(text, language)) == text


def test_other_languages_part_words_by_spaces():
    assert phrases("What is the agency", "en") == ("What is the agency",)


HEADLINE = "デジタル庁とは何か、その役割と組織"
PAGES = ["explainers/main/", "explainers/", "news/item/", "news/", ""]


@pytest.mark.django_db
@pytest.mark.parametrize("address", PAGES)
def test_headlines_say_where_to_break_and_hold_no_character_more(site, client, address):
    main = site.explainer(
        "main", topics=[topic()], headline_ja=HEADLINE, body_ja=[block("heading", {"level": "2", "text": HEADLINE})]
    )
    site.item("item", headline_ja=HEADLINE, explainers=[main])
    html = client.get(f"/ja/{address}").content.decode()
    assert "\u200b" not in html
    found = [head for head in BeautifulSoup(html, "html.parser").find_all(["h1", "h2", "h3", "a"]) if head.find("wbr")]
    assert found
    assert all(HEADLINE in head.get_text() for head in found)
