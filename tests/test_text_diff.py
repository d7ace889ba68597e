"""A comparison of two texts is true to both, keeps words and numbers whole, and says in words what changed."""

import re
from itertools import pairwise
from pathlib import Path
from time import perf_counter

import pytest
from django.contrib.staticfiles import finders
from django.template.loader import render_to_string
from django.utils.translation import override, pgettext
from hypothesis import given
from hypothesis import strategies as st

from articles.lanes.alignment import common
from articles.lanes.text_diff import Run, numbers_changed, text_diff
from articles.lanes.text_tokens import tokens

PIECES = [
    "2021年10月", "9月", "三人", "約", "1,200円", "3.5", "$1.5 million", "東京", "変わりました", "デジタル", "は", "です", "が", "から",
    "。", "、", "！", "」", "\n", "\r\n", " ", "　", "word", "Don’t", "A4", "か\u3099", "葛\U000e0100", "👩\u200d💻", "🇯🇵", "ｶﾞ", "\ud800", "\x00",
]  # fmt: skip
ANY_TEXT = st.text(st.characters(exclude_categories=())) | st.lists(st.sampled_from(PIECES), max_size=40).map("".join)
FOLDS = st.none() | st.integers(-1, 100)


def marked(before, after, fold_over=None):
    forms = {"same": "{}", "added": "{{+{}+}}", "removed": "[-{}-]", "folded": "<{}>"}
    return "".join(forms[run.kind].format(run.text) for run in text_diff(before, after, fold_over=fold_over))


def spelled(runs, without):
    return "".join(run.text for run in runs if run.kind != without)


@given(ANY_TEXT, ANY_TEXT, FOLDS)
def test_runs_spell_both_texts(before, after, fold_over):
    runs = text_diff(before, after, fold_over=fold_over)
    assert spelled(runs, "added") == before
    assert spelled(runs, "removed") == after
    assert all(run.text for run in runs)
    kinds = [run.kind for run in runs]
    assert all(one != other for one, other in pairwise(kinds))


@given(ANY_TEXT, FOLDS)
def test_equal_texts_are_one_unchanged_run(text, fold_over):
    runs = text_diff(text, text, fold_over=fold_over)
    assert len(runs) == (1 if text else 0)
    assert {run.kind for run in runs} <= {"same", "folded"}
    assert numbers_changed(text, text) == []


@given(ANY_TEXT)
def test_tokens_spell_the_text(text):
    assert "".join(tokens(text)) == text


@given(ANY_TEXT, ANY_TEXT)
def test_changed_numbers_are_in_the_texts(before, after):
    for old, new in numbers_changed(before, after):
        assert old in before
        assert new in after
        assert old != new


@pytest.mark.parametrize(
    ("text", "pieces"),
    [
        ("2021年9月1日", "2021年|9月|1日"),
        ("令和元年、令和3年", "令和元年|、|令和3年"),
        ("100万2000円と1,200円", "100万2000円|と|1,200円"),
        ("3カ月後に約三十人", "3カ月|後|に|約|三十人"),
        ("３分の１、10％、5キロメートル", "３分の１|、|10％|、|5キロメートル"),
        ("$1.5 million in 10 millionths", "$1.5 million| |in| |10| |millionths"),
        ("行われました。始まった", "行われました|。|始まった"),
        ("引っ越しの情報を渡ります", "引っ|越し|の|情報|を|渡ります"),
        ("進めるため変わっただけのこと", "進める|ため|変わった|だけ|のこと"),
        ("東京から分からない", "東京|から|分からない"),
        ("職員はおよそ", "職員|は|およそ"),
        ("デジタル庁です", "デジタル|庁|です"),
        ("The Agency’s G7", "The| |Agency’s| |G7"),
        ("か\u3099葛\U000e0100👩\u200d💻🇯🇵", "か\u3099|葛\U000e0100|👩\u200d💻|🇯🇵"),
    ],
)
def test_words_numbers_and_characters_stay_whole(text, pieces):
    assert tokens(text) == pieces.split("|")


@pytest.mark.parametrize(
    ("before", "after", "expected"),
    [
        (
            "デジタル庁は2021年10月に発足しました。職員はおよそ600人で、そのうち約200人が民間企業から来ています。",
            "デジタル庁は2021年9月に発足しました。職員は約600人で、3人に1人にあたる約200人が民間企業から来ています。",
            "デジタル庁は2021年[-10月-]{+9月+}に発足しました。職員は[-およそ-]{+約+}600人で、"
            "[-そのうち-]{+3人に1人にあたる+}約200人が民間企業から来ています。",
        ),
        (
            "Founded in October 2021, the Agency employs some 600 people.",
            "Founded in September 2021, the Agency employs about 600 people.",
            "Founded in [-October-]{+September+} 2021, the Agency employs [-some-]{+about+} 600 people.",
        ),
        ("手続きを変えました。", "手続きを変えます。", "手続きを[-変えました-]{+変えます+}。"),
        ("1200円", "12000円", "[-1200円-]{+12000円+}"),
        ("一文目。三文目。", "一文目。二文目。三文目。", "一文目。{+二文目。+}三文目。"),
        (
            "It opened in 2023.",
            "It opened in 2023. Also a web counter.",
            "It opened in 2023.{+ Also a web counter.+}",
        ),
        ("Cats, dogs and birds.", "Cats, red cats, dogs and birds.", "Cats,{+ red cats,+} dogs and birds."),
        ("“One.” “Two.” Three.", "“One.” Three.", "“One.” [-“Two.” -]Three."),
        ("", "新しい段落", "{+新しい段落+}"),
        ("古い段落", "", "[-古い段落-]"),
    ],
)
def test_what_a_reader_would_call_the_change(before, after, expected):
    assert marked(before, after) == expected


@pytest.mark.parametrize(
    ("before", "after", "expected"),
    [
        ("東京は晴れ", "大阪は雨", "[-東京は晴れ-]{+大阪は雨+}"),
        ("東京には晴れ", "大阪には雨", "[-東京-]{+大阪+}には[-晴れ-]{+雨+}"),
        ("red 3 dogs", "blue-3-cats", "[-red -]{+blue-+}3[- dogs-]{+-cats+}"),
        ("東京\n晴れ", "大阪\n雨", "[-東京-]{+大阪+}\n[-晴れ-]{+雨+}"),
    ],
)
def test_changes_that_all_but_touch_are_one_except_around_numbers_and_paragraphs(before, after, expected):
    assert marked(before, after) == expected


def test_long_unchanged_text_is_folded_with_some_context_beside_changes():
    start, middle, end = "始まりの文章。" * 10, "変わらない文章です。" * 10, "終わりの文章。" * 10
    runs = text_diff(f"{start}東京、{middle}9月{end}", f"{start}大阪、{middle}10月{end}", fold_over=40)
    kinds = ["folded", "same", "removed", "added", "same", "folded", "same", "removed", "added", "same", "folded"]
    assert [run.kind for run in runs] == kinds
    contexts = [run.text for run in runs if run.kind == "same"]
    assert all(0 < len(text) <= 10 for text in contexts)
    assert start.endswith(contexts[0])
    assert f"、{middle}".startswith(contexts[1])
    assert middle.endswith(contexts[2])
    assert end.startswith(contexts[3])


def test_text_that_is_not_longer_than_the_limit_is_shown():
    assert text_diff("あ" * 80, "あ" * 80) == [Run("same", "あ" * 80)]
    assert text_diff("あ" * 81, "あ" * 81) == [Run("folded", "あ" * 81)]
    assert text_diff("あ" * 999, "あ" * 999, fold_over=None) == [Run("same", "あ" * 999)]


@pytest.mark.parametrize(
    ("before", "after", "pairs"),
    [
        ("2021年10月に発足", "2021年9月に発足", [("10月", "9月")]),
        ("2020年10月3日", "2021年9月3日", [("2020年", "2021年"), ("10月", "9月")]),
        ("10月と10月", "9月と9月", [("10月", "9月")]),
        ("in October 2021", "in September 2021", [("October", "September")]),
        ("about $1.5 million was", "about $2 million was", [("$1.5 million", "$2 million")]),
        ("3カ月かかる", "90日かかる", [("3カ月", "90日")]),
        ("10万人", "１０万人", []),
        ("1,000人", "1000人", []),
        ("東京で600人が働く", "働く人は京都に600人", []),
        ("会は昔、始まった", "会は2021年、始まった", []),
        ("変わらない9月", "変わった9月", []),
    ],
)
def test_replaced_numbers_are_named(before, after, pairs):
    assert numbers_changed(before, after) == pairs


@given(st.text("ab", max_size=12), st.text("ab", max_size=12))
def test_the_fewest_edits_lie_between_what_is_common(old, new):
    longest = [[0] * (len(new) + 1) for _ in range(len(old) + 1)]
    for i, one in enumerate(old):
        for j, other in enumerate(new):
            longest[i + 1][j + 1] = longest[i][j] + 1 if one == other else max(longest[i][j + 1], longest[i + 1][j])
    assert sum(length for _, _, length in common(old, new, 24)) == longest[-1][-1]


@given(st.text("abc", max_size=60), st.text("abc", max_size=60), st.integers(1, 6))
def test_a_limited_search_still_finds_equal_stretches_in_order(old, new, limit):
    x = y = 0
    for i, j, length in common(old, new, limit):
        assert i >= x
        assert j >= y
        assert old[i : i + length] == new[j : j + length]
        x, y = i + length, j + length


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("あ。" * 10_000, "い。" * 10_000),
        ("の、" * 10_000, "、の" * 10_000),
        ("red blue " * 2200, "blue green red " * 1300),
        ("1" * 20_000, "約一" * 10_000),
    ],
    ids=["replaced", "turned", "mixed", "numbers"],
)
def test_twenty_thousand_characters_do_not_keep_editors_waiting(before, after):
    begun = perf_counter()
    text_diff(before, after)
    assert perf_counter() - begun < 5  # a fifth of a second on a quiet machine; minutes without the limit


def rendered(name, language, **context):
    with override(language):
        return render_to_string(f"articles/desk/{name}.html", context)


@pytest.mark.parametrize("language", ["en", "ja"])
def test_screen_readers_hear_what_was_added_and_removed_in_their_language(language):
    html = rendered("text_diff", language, runs=text_diff("2021年10月に", "2021年9月に"), lang="ja")
    spoken = re.findall(r'<(?:ins|del)><span class="w-sr-only" lang="(\w+)">(.+?) </span>(.+?)</(?:ins|del)>', html)
    with override(language):
        removed, added = pgettext("text comparison", "Removed"), pgettext("text comparison", "Added")
    assert spoken == [(language, removed, "10月"), (language, added, "9月")]
    assert '<div class="text-diff" lang="ja">2021年<del>' in html
    assert html.endswith("</ins>に</div>\n")


def test_a_fold_says_how_much_it_hides():
    html = rendered("text_diff", "en", runs=[Run("folded", "x" * 42), Run("added", "<b>"), Run("folded", "y")])
    assert re.findall(r'"text-diff__folded" lang="en">(.+?)</span>', html) == [
        "42 characters unchanged",
        "1 character unchanged",
    ]
    assert "xx" not in html
    assert "&lt;b&gt;</ins>" in html


@pytest.mark.parametrize(("kind", "tag"), [("added", "ins"), ("removed", "del")])
def test_a_whole_text_is_marked_by_a_bar(kind, tag):
    html = rendered("text_diff", "en", runs=[Run(kind, "一文。")])
    assert '<div class="text-diff text-diff--whole"><' + tag in html
    assert "text-diff--whole" not in rendered("text_diff", "en", runs=[Run(kind, "一文。"), Run("same", "。")])
    assert "text-diff--whole" not in rendered("text_diff", "en", runs=[Run("same", "一文。")])


@pytest.mark.parametrize(
    ("space", "word"), [("\n", "line break"), ("\r\n", "line break"), (" ", "space"), ("　", "space")]
)
def test_changed_white_space_is_named(space, word):
    assert f'<span class="text-diff__space" lang="en">{word}</span>{space}</ins>' in rendered(
        "text_diff", "en", runs=text_diff("文。章", f"文。{space}章")
    )


def test_columns_show_each_text_alone():
    html = rendered("text_diff_columns", "en", runs=text_diff("2021年10月に", "2021年9月に"), lang="ja", heading="h4")
    before, after = html.split("After</h4>")
    assert "10月</del>に" in before
    assert "<ins>" not in before
    assert "9月</ins>に" in after
    assert "<del>" not in after
    assert html.count('class="text-diff" lang="ja"') == 2


def test_colours_of_a_change_can_be_read_in_both_themes():
    style = Path(finders.find("css/desk-diff.css")).read_text()
    pairs = dict(re.findall(r"--diff-([\w-]+): light-dark\((#\w{6}, #\w{6})\)", style))
    for name in ("added", "removed"):
        for text, surface in zip(pairs[name].split(", "), pairs[f"{name}-surface"].split(", "), strict=True):
            lighter, darker = sorted((luminance(text), luminance(surface)), reverse=True)
            assert (lighter + 0.05) / (darker + 0.05) >= 4.5


def luminance(colour):
    parts = [int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5)]
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
