"""Terms are found where readers would see them: whole words, in any width, the longest first."""

import re

import pytest
from django.template.loader import render_to_string
from django.utils import translation

from articles.terms import Term, Termset, hiragana, marks, parts

AGENCY = Term(1, {"ja": "デジタル庁", "en": "Digital Agency"}, {"ja": ("デジ庁",), "en": ("Digital Bureau",)})


def found(text, language, *terms):
    """The words found in `text`, forbidden ones with an exclamation mark."""
    matches = Termset(terms).find(text, language)
    return [text[match.start : match.end] + ("!" if match.variant else "") for match in matches]


def ja(*names, **fields):
    return [Term(number, {"ja": name}, **fields) for number, name in enumerate(names, 1)]


def en(*names, **fields):
    return [Term(number, {"en": name}, **fields) for number, name in enumerate(names, 1)]


class TestMatching:
    @pytest.mark.parametrize(
        ("text", "language", "terms", "words"),
        [
            ("先週、デジタル庁は発表した。", "ja", [AGENCY], ["デジタル庁"]),
            ("デジ庁とデジタル庁", "ja", [AGENCY], ["デジ庁!", "デジタル庁"]),
            ("データベースのデータ", "ja", ja("データ"), ["データ"]),
            ("ビッグデータ", "ja", ja("データ"), []),
            ("データ・センターのデータを", "ja", ja("データ"), ["データ", "データ"]),
            ("行政手続法の手続", "ja", ja("手続"), ["手続", "手続"]),
            ("ﾃﾞｰﾀの話、ﾃﾞｰﾀﾍﾞｰｽの話", "ja", ja("データ"), ["ﾃﾞｰﾀ"]),
            ("これはＮＦＴです", "ja", ja("NFT"), ["ＮＦＴ"]),
            ("NFTの発行とNFT化", "ja", ja("NFT"), ["NFT", "NFT"]),
            ("庁", "ja", ja("庁", "庁舎"), ["庁"]),
            ("庁舎と庁", "ja", ja("庁", "庁舎"), ["庁舎", "庁"]),
            ("The digital agency said", "en", [AGENCY], ["digital agency"]),
            ("Digital\u00a0Agency’s plan", "en", [AGENCY], ["Digital\u00a0Agency"]),
            ("The Digital Bureau.", "en", [AGENCY], ["Digital Bureau!"]),
            ("identity and video, an ID", "en", en("ID"), ["ID"]),
            ("a stablecoin, two stablecoins, stablecoinsX", "en", en("stablecoin"), ["stablecoin", "stablecoins"]),
            ("Web3 and web3", "en", en("Web3", case_sensitive=True), ["Web3"]),
            ("People’s Bank", "en", en("People's Bank"), ["People’s Bank"]),
            ("Digital\nAgency", "en", [AGENCY], []),
            ("庁", "ja", ja("庁", "庁舎の中"), ["庁"]),
            ("An agency", "en", en("agency", "agency for all"), ["agency"]),
            ("", "en", [AGENCY], []),
        ],
    )
    def test_a_name_is_found_where_a_reader_sees_it(self, text, language, terms, words):
        assert found(text, language, *terms) == words

    @pytest.mark.parametrize(
        ("text", "words"),
        [
            ("the Agency of the Digital Agency", ["Agency!", "Digital Agency"]),
            ("Digital Agency Bureau", ["Digital Agency Bureau!"]),
        ],
    )
    def test_the_longer_of_two_wins_whichever_is_forbidden(self, text, words):
        term = Term(1, {"en": "Digital Agency"}, {"en": ("Agency", "Digital Agency Bureau")})
        assert found(text, "en", term) == words

    def test_of_two_that_overlap_the_longest_wins_though_it_begins_later(self):
        assert found("public key infrastructure", "en", *en("public key", "key infrastructure")) == [
            "key infrastructure"
        ]

    def test_places_are_those_of_the_original_text(self):
        text = "ｶﾞｲﾄﾞ、ﾃﾞｰﾀ、ＤＡＴＡ、ｱﾞ、データ"
        matches = Termset([Term(1, {"ja": "データ"}, {"ja": ("DATA",)})]).find(text, "ja")
        assert [text[match.start : match.end] for match in matches] == ["ﾃﾞｰﾀ", "ＤＡＴＡ", "データ"]

    def test_violations_are_the_forbidden_ones_only(self):
        [match] = Termset([AGENCY]).violations("デジタル庁、いわゆるデジ庁", "ja")
        assert (match.variant, match.term.names["ja"]) == ("デジ庁", "デジタル庁")

    def test_suggestions_are_the_translations_of_the_terms_in_the_text_each_once(self):
        terms = Termset([AGENCY, Term(2, {"ja": "民間企業", "en": "private companies"}), Term(3, {"ja": "法律"})])
        text = "民間企業とデジ庁。デジタル庁は法律を"
        assert terms.suggestions(text, "ja", "en") == [
            ("民間企業", "private companies", 2),
            ("デジタル庁", "Digital Agency", 1),
        ]

    def test_a_mark_says_the_other_names_of_a_term_and_what_to_use_for_a_variant(self):
        with translation.override("en"):
            found = marks("デジタル庁（デジ庁）", "ja", Termset([AGENCY]), "en")
        assert [(mark.kind, mark.title, mark.translation) for mark in found] == [
            ("approved", "English: Digital Agency", "Digital Agency"),
            ("forbidden", "Not approved. Use “デジタル庁”.", ""),
        ]

    def test_parts_join_to_the_text(self):
        text = "今のデジタル庁とデジ庁"
        found = parts(text, marks(text, "ja", Termset([AGENCY])))
        assert [part.text for part in found] == ["今の", "デジタル庁", "と", "デジ庁"]
        assert [bool(part.mark) for part in found] == [False, True, False, True]

    def test_a_mark_goes_on_over_the_parts_of_a_divided_text(self):
        text = "今のデジタル庁と"
        found = marks(text, "ja", Termset([AGENCY]))
        first, second = parts(text[:4], found), parts(text[4:], found, 4)
        assert [(part.text, bool(part.mark), part.ends) for part in first] == [
            ("今の", False, True),
            ("デジ", True, False),
        ]
        assert [(part.text, bool(part.mark), part.ends) for part in second] == [
            ("タル庁", True, True),
            ("と", False, True),
        ]

    def test_marks_are_escaped_in_html_and_said_in_words_where_forbidden(self):
        text = "<b>デジタル庁</b>（デジ庁）"
        with translation.override("en"):
            found = parts(text, marks(text, "ja", Termset([AGENCY]), "en"))
            html = render_to_string("articles/desk/marked_text.html", {"parts": found, "inserts": True})
        assert "&lt;b&gt;<span" in html
        assert html.count("term--") == 2
        assert html.count(' data-insert-term="Digital Agency"') == 1
        assert '<span class="w-sr-only" lang="en"> (Not approved. Use “デジタル庁”.)</span>' in html
        assert "English: Digital Agency" not in re.sub(' title="[^"]*"', "", html), "approved ones are in the list"

    @pytest.mark.parametrize(
        ("typed", "kept"), [("でじたるちょう", "でじたるちょう"), ("デジタルチョウ", "でじたるちょう"), ("漢字", None)]
    )
    def test_a_reading_is_kana(self, typed, kept):
        assert hiragana(typed) == kept
