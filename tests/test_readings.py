"""How words are read: over the kanji alone, as the newsroom decided, and else as the analyser proposes."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from articles.readings import BadLine, aligned, analysed, overruled, parsed
from articles.readings.analysis import LONGEST


def written(text, rubies):
    """`text` with its readings in brackets: the way of a test to read it."""
    out, end = "", 0
    for ruby in rubies:
        out += f"{text[end : ruby.start]}{text[ruby.start : ruby.end]}({ruby.reading})"
        end = ruby.end
    return out + text[end:]


@pytest.mark.parametrize(
    ("word", "reading", "expected"),
    [
        ("発足", "ほっそく", "発足(ほっそく)"),
        ("取り残さない", "とりのこさない", "取(と)り残(のこ)さない"),
        ("届け出", "トドケデ", "届(とど)け出(で)"),
        ("デジタル庁", "デジタルチョウ", "デジタル庁(ちょう)"),
        ("佐々木", "ささき", "佐々木(ささき)"),
        ("三ヶ所", "さんかしょ", "三ヶ所(さんかしょ)"),
        ("三菱UFJ銀行", "ミツビシユーエフジェーギンコウ", "三菱UFJ銀行(みつびしゆーえふじぇーぎんこう)"),
        ("かな", "かな", "かな"),
    ],
)
def test_a_reading_lies_over_the_kanji_alone(word, reading, expected):
    assert written(word, aligned(word, reading)) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2021年9月に発足した。", "2021年(ねん)9月(がつ)に発足(ほっそく)した。"),
        ("一人10万円の給付金", "一人(ひとり)10万(まん)円(えん)の給付金(きゅうふきん)"),
        ("数百万件を扱う", "数百(すうひゃく)万(まん)件(けん)を扱(あつか)う"),
        ("12月4日と20日", "12月(がつ)4日(よっか)と20日(にち)"),
        ("NFTとデジタル", "NFTとデジタル"),
        ("", ""),
    ],
)
def test_the_analyser_reads_what_has_kanji(text, expected):
    assert written(text, analysed(text)) == expected


def test_a_text_longer_than_the_analyser_takes_is_read_in_parts():
    text = "行政の手続き。" * (LONGEST // 3) + "庁" * (2 * LONGEST)
    rubies = analysed(text)
    assert written(text, rubies).startswith("行政(ぎょうせい)の手続(てつづ)き。行政(ぎょうせい)")
    assert all(a.end <= b.start for a, b in pairwise(rubies))


@given(st.text(alphabet="行政の手続き12月日4万「」\n 𠮷é<&", max_size=40))
def test_readings_stay_within_the_text_and_apart(text):
    rubies = analysed(text)
    assert all(0 <= ruby.start < ruby.end <= len(text) and ruby.reading for ruby in rubies)
    assert all(a.end <= b.start for a, b in pairwise(rubies))


def test_what_people_decided_overrules_the_analyser():
    text = "日本橋と日本、誰一人取り残さない。"
    words = {"日本": "にほん", "日本橋": "にほんばし", "取り残さない": "とりのこさない"}
    assert written(text, overruled(text, analysed(text), words)) == (
        "日本橋(にほんばし)と日本(にほん)、誰(だれ)一人(ひとり)取(と)り残(のこ)さない。"
    )


def test_lines_of_readings_are_read_and_bad_ones_named():
    words, bad = parsed("発足 = ほっそく\n\n司令塔＝シレイトウ\nかな=かな\n庁=\n庁=cho\n庁=ちょう=x")
    assert words == {"発足": "ほっそく", "司令塔": "しれいとう"}
    assert bad == [BadLine(4, "かな=かな"), BadLine(5, "庁="), BadLine(6, "庁=cho"), BadLine(7, "庁=ちょう=x")]
