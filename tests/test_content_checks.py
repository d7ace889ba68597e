"""The checks of a text by themselves: what each finds in Japanese and in English, and what it lets pass."""

import json

import pytest

from articles import checks
from articles.checks import headline, months, numbers
from articles.lanes import units
from articles.models import ExplainerPage
from tests.factories import block, items


def found(language="ja", **fields):
    """Findings of an explainer whose `body`, `headline` and so on are in one language."""
    options = {name: fields.pop(name) for name in ("wanted", "has_hero", "has_sources") if name in fields}
    content = {f"{name}_{language}": value for name, value in fields.items()}
    return checks.findings(units(ExplainerPage, content, language), language, **options)


def words(language="ja", *, of, **fields):
    return [finding.words for finding in found(language, wanted=[of], **fields)]


def paragraph(text, key=None):
    return block("paragraph", f"<p>{text}</p>", key)


def heading(text, level="2"):
    return block("heading", {"level": level, "text": text})


def figure(**value):
    return block("figure", {"picture": 7, "title": "", "alt": "", "source_name": "", **value})


class TestMissingAlt:
    def test_a_picture_without_words_is_found_wherever_it_stands(self):
        shown, silent = figure(alt="組織図"), figure(title="流れ", alt=" ")
        finding = found(body=[shown, silent])[0]
        assert (finding.check, finding.severity, finding.words) == (checks.MISSING_ALT, checks.BLOCK, "流れ")
        assert finding.unit == f"body/{silent['id']}"

    def test_a_figure_that_has_no_picture_yet_is_no_picture_without_words(self):
        assert found(body=[figure(picture=None)]) == []

    @pytest.mark.parametrize(("alt", "count"), [("", 1), (None, 1), ("点の図", 0)])
    def test_the_main_picture_counts_where_there_is_one(self, alt, count):
        assert len(found(hero_alt=alt, has_hero=True)) == count
        assert found(hero_alt=alt, has_hero=False) == []


class TestSkippedLevel:
    def test_a_subsection_above_any_section_is_found_once(self):
        body = [paragraph("前置き"), heading("背景", "3"), heading("組織", "3"), heading("目標")]
        [finding] = found(body=body)
        assert (finding.check, finding.severity, finding.words) == (checks.SKIPPED_LEVEL, checks.BLOCK, "背景")

    def test_steps_down_and_back_are_fine(self):
        assert found(body=[heading("一", "2"), heading("二", "3"), heading("三", "2")]) == []
        assert found(body=[paragraph("見出しのない本文")]) == []


class TestLongHeadline:
    @pytest.mark.parametrize(
        ("language", "text", "length"),
        [
            ("ja", "あ" * 40, None),
            ("ja", "あ" * 41, "41"),
            ("ja", "a" * 80, None),
            ("ja", "あ" * 40 + "1", "40.5"),
            ("ja", "ｱ" * 80, None),
            ("en", "a" * 80, None),
            ("en", "a" * 81, "81"),
        ],
    )
    def test_the_measure_is_that_of_the_language(self, language, text, length):
        finding = next(iter(found(language, headline=text)), None)
        assert (finding and finding.length) == length

    def test_it_says_what_lists_of_results_show(self):
        [finding] = found(headline="デジタル庁とは何か" * 5)
        assert finding.severity == checks.WARN
        assert headline.width(finding.words, "ja") <= 30
        assert ("デジタル庁とは何か" * 5).startswith(finding.words)


class TestUndatedMonth:
    @pytest.mark.parametrize(
        ("language", "text", "undated"),
        [
            ("ja", "9月に始まります。", ["9月"]),
            ("ja", "６月に改正されました。", ["６月"]),
            ("ja", "今年9月1日から変わります。", ["9月1日"]),
            ("ja", "9月末までに申し込みます。", ["9月末"]),
            ("ja", "9月に始まる。次は2025年だ。", ["9月"]),
            ("ja", "参加した1,999人は9月に集まった。", ["9月"]),
            ("ja", "10月から12月まで。", ["10月", "12月"]),
            ("en", "In September it began.", ["September"]),
            ("en", "It began in September. Much changed in 2021.", ["September"]),
            ("en", "In May the law changed.", ["May"]),
            ("en", "It runs from March to May.", ["March", "May"]),
            ("en", "It opened on 3 April.", ["3 April"]),
            ("en", "It has grown since late August.", ["August"]),
            ("en", "The 2,021 offices opened in September.", ["September"]),
        ],
    )
    def test_a_month_that_no_year_goes_with_is_found(self, language, text, undated):
        assert months.undated_months(text, language) == undated

    @pytest.mark.parametrize(
        ("language", "text"),
        [
            ("ja", "2021年9月に発足しました。"),
            ("ja", "２０２１年９月に発足しました。"),
            ("ja", "令和7年6月の閣議決定です。"),
            ("ja", "21年9月に発足しました。"),
            ("ja", "2025年4月から9月まで続きます。"),
            ("ja", "2021年に決まった。9月に発足し、10月に広がった。"),
            ("ja", "9月(2021年)に発足しました。"),
            ("ja", "毎年9月に更新します。"),
            ("ja", "同年9月に発足しました。"),
            ("ja", "年度は4月に始まり、翌年3月に終わります。"),
            ("ja", "2つの案が1か月、3ヶ月、10カ月で比べられた。"),
            ("ja", "月曜日と、毎月の始めに届きます。"),
            ("ja", "4月1日生まれの人、3月期の決算。"),
            ("en", "It began in September 2021."),
            ("en", "It began in 2021. In September it grew."),
            ("en", "In September, as the 2021 law says, it began."),
            ("en", "You may apply. May I ask? Residents May apply."),
            ("en", "March on. They march in step, and an august body sat."),
            ("en", "It opens every September, and each May."),
            ("en", "In September of the same year it began."),
            ("en", "The fiscal year ends in March."),
            ("en", "Septembers come and go."),
        ],
    )
    def test_a_dated_or_recurring_one_and_what_only_looks_like_one_pass(self, language, text):
        assert months.undated_months(text, language) == []

    def test_a_year_in_the_headings_or_earlier_in_the_block_counts(self):
        listed = block("bullets", {"items": items("<p>4月に始まる</p>", "<p>9月に終わる</p>")})
        body = [heading("2025年の動き"), paragraph("9月に広がった。"), heading("背景"), paragraph("8月の話です。")]
        assert words(of=checks.UNDATED_MONTH, body=body) == ["8月"]
        assert words(of=checks.UNDATED_MONTH, body=[paragraph("予定です。"), listed]) == ["4月", "9月"]
        assert words(of=checks.UNDATED_MONTH, body=[paragraph("2026年の予定です。"), listed]) == []

    def test_headline_and_lead_are_read_too_but_nobody_elses_words(self):
        quote = block("quote", {"text": "9月に始めます。", "source_name": "大臣、9月"})
        timeline = block("timeline", {"entries": items({"date": "2021-09", "text": "<p>9月に発足</p>"})})
        lead, body = "9月からの手続きです。", [quote, timeline, figure(alt="9月の図", source_name="9月の資料")]
        assert words(of=checks.UNDATED_MONTH, headline="9月から変わる", standfirst=lead, body=body) == ["9月", "9月"]

    def test_a_month_said_twice_in_a_block_is_told_once(self):
        assert words(of=checks.UNDATED_MONTH, body=[paragraph("9月に始まり、9月に終わる。")]) == ["9月"]


class TestUnsourcedNumber:
    @pytest.mark.parametrize(
        ("language", "text", "statistics"),
        [
            ("ja", "職員は600人です。", ["600人"]),
            ("ja", "全国の1,741市区町村。", ["1,741市区町村"]),
            ("ja", "１，７４１団体が加わる。", ["１，７４１団体"]),
            ("ja", "一人10万円の給付。", ["10万円"]),
            ("ja", "8割が使い、20％が使わない。", ["8割", "20％"]),
            ("ja", "1.2億件", ["1.2億件"]),
            ("en", "It has 600 staff.", ["600 staff"]),
            ("en", "Some 20% use it, and 10 per cent do not.", ["20%", "10 per cent"]),
            ("en", "It has 1.5 million users.", ["1.5 million users"]),
            ("en", "It cost $300 and 100,000 yen.", ["$300", "100,000 yen"]),
        ],
    )
    def test_a_number_with_its_unit_is_a_statistic(self, language, text, statistics):
        assert numbers.statistics(text, language) == statistics

    @pytest.mark.parametrize(
        ("language", "text"),
        [
            ("ja", "2021年9月1日、18歳以上、第12回、1-2節、12人目。"),
            ("ja", "3人のチームで、1件ずつ、1円から。"),
            ("ja", "100%安全とは言えず、万一に備える。2割引です。"),
            ("ja", "例えば500円を送るとします。"),
            ("ja", "総務省によると8割が使います。"),
            ("ja", "3か月で、10時間かかります。"),
            ("en", "In 2021, on 12 May, at section 12, for the 12th time."),
            ("en", "A team of 3 people is not 100% safe for $5."),
            ("en", "Suppose you send 5,000 yen."),
            ("en", "According to the ministry, 80% use it."),
        ],
    )
    def test_years_ordinals_examples_and_attributed_ones_are_none(self, language, text):
        assert numbers.statistics(text, language) == []

    def test_the_first_of_each_section_is_found(self):
        body = [paragraph("600人。"), heading("一"), paragraph("8割。"), paragraph("9割。"), heading("二", "3")]
        assert words(of=checks.UNSOURCED_NUMBER, body=body) == ["600人", "8割"]

    def test_a_source_on_the_page_stands_for_all(self):
        assert found(body=[paragraph("600人。")], has_sources=True) == []

    @pytest.mark.parametrize(
        "source",
        [
            figure(alt="図", source_name="総務省"),
            block("quote", {"text": "引用", "source_name": "大臣"}),
            block("table", {"title": "表", "table": None, "source_name": "総務省"}),
        ],
    )
    def test_a_source_in_the_section_stands_for_that_section(self, source):
        body = [heading("一"), paragraph("600人。"), source, heading("二"), paragraph("8割。")]
        assert words(of=checks.UNSOURCED_NUMBER, body=body) == ["8割"]

    def test_a_link_stands_for_its_own_text(self):
        linked = paragraph('職員は<a href="https://www.digital.go.jp/">600人</a>です。')
        points = block("key_points", {"points": items("職員は200人です。")})
        assert words(of=checks.UNSOURCED_NUMBER, body=[linked, points]) == ["200人"]


class TestWhatIsStored:
    @pytest.mark.parametrize(
        "body",
        [
            None,
            "",
            [],
            json.dumps([paragraph("9月", "month")]),
            [block("paragraph", None), block("heading", None), block("figure", None), block("table", None)],
            [block("bullets", {"items": ["<p>9月</p>"]}), block("key_points", {"points": None})],
            [block("heading", {"level": None, "text": None}), block("heading", {"level": 3, "text": "節"})],
            [block("unsupported", {"type": "chart", "value": 1}), block("chart", "9月"), block("chart", [9])],
            [{"type": "paragraph", "value": "<p>9月</p>"}],
        ],
    )
    @pytest.mark.parametrize("language", ["ja", "en"])
    def test_of_whatever_age_and_shape_it_is_never_in_the_way(self, body, language):
        assert isinstance(found(language, body=body, headline=None, has_hero=True), list)
