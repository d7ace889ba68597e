"""Searching: readers find what they may see, however they spell it, and nothing else."""

from io import StringIO
from urllib.parse import quote

import pytest
from bs4 import BeautifulSoup
from django.core.management import call_command
from hypothesis import given
from hypothesis import strategies as st
from wagtail.models import PageViewRestriction

from articles import search
from articles.models import GlossaryTerm, SearchText, SiteFrame, StandardPage
from articles.newsroom.records import withdrawals
from articles.public import search as public_search
from tests import factories as make
from tests.factories import block

pytestmark = pytest.mark.django_db


def texts(*paragraphs):
    return [block("paragraph", f"<p>{paragraph}</p>", paragraph) for paragraph in paragraphs]


def index():
    call_command("index_texts", stdout=StringIO())


def look(client, words, language="ja", **more):
    response = client.get(f"/{language}/search/", {"q": words, **more})
    assert response.status_code == 200
    return BeautifulSoup(response.content, "html.parser").main


def found(client, words, language="ja", **more):
    """Addresses of the pages that were found, in order."""
    links = look(client, words, language, **more).select(".hit h3 a")
    return [link["href"] for link in links if "#" not in link["href"]]


class TestSpelling:
    @pytest.mark.parametrize(
        ("typed", "written"),
        [
            ("マイナンバー", "ﾏｲﾅﾝﾊﾞｰカード"),
            ("まいなんばー", "マイナンバーカード"),
            ("コンピューター", "コンピュータを使う"),
            ("コンピュータ", "コンピューターを使う"),
            ("取り組み", "国の取組を見る"),
            ("取組", "国の取り組みを見る"),
            ("手続", "手続きをする"),
            ("手続き", "手続をする"),
            ("引っ越し", "引越のとき"),
            ("申込", "申し込み"),
            ("スマートシティ", "スマート・シティ"),
            ("２０２５年", "2025年の計画"),
            ("nft", "NFTを配る"),
            ("AI", "生成AIの利用"),
            ("policy", "Policies of the agency"),
            ("services", "a new service"),
            ("cafe", "Café"),
            ("e-Gov", "e-Govの画面"),
            ("マイナンバーカードの更新", "更新にはマイナンバーカードが要る"),
            ("デジタル庁とは", "デジタル庁が始める"),
            ("デジタル庁とは何ですか？", "デジタル庁が始める"),
            ("what is the Digital Agency", "The agency is digital."),
        ],
    )
    def test_it_does_not_matter(self, typed, written):
        query = search.parsed(typed)
        assert query.terms
        assert all(any(wording in search.folded(written) for wording in term.wordings) for term in query.terms)

    @pytest.mark.parametrize(
        ("typed", "written"),
        [("AI", "against the air"), ("国の方針", "国方向"), ("「更新の手続き」", "手続きの更新"), ("カー", "カジノ")],
    )
    def test_other_words_are_other_words(self, typed, written):
        query = search.parsed(typed)
        assert not all(any(wording in search.folded(written) for wording in term.wordings) for term in query.terms)

    @given(st.text("あいきの漢字庁々アーンﾊﾞﾟABcéİß 、・12\u3099\u0301\x00", max_size=30), st.text(max_size=30))
    def test_marks_change_no_text_and_nothing_is_too_odd(self, text, words):
        for typed in (words, text, text[3:9]):
            terms = search.parsed(typed).terms
            assert "".join(part.text for part in search.marked(text, terms)) == text
            assert isinstance(search.excerpt([text, words], terms), list)

    @given(st.text("取り組申し込み手続きコンピュータータ ", min_size=1, max_size=20))
    def test_whoever_pastes_a_text_finds_it(self, text):
        terms = search.parsed(f"「{text}」").terms
        assert terms or not text.strip()
        assert all(any(wording in search.folded(text) for wording in term.wordings) for term in terms)

    def test_a_very_long_text_is_read_up_to_a_limit(self):
        query = search.parsed("漢字かな" * 10_000 + " x" * 10_000)
        assert len(query.typed) <= 100
        assert len(query.terms) <= 8


class TestFinding:
    def test_explainers_come_first_then_news_from_the_newest(self, site, client):
        site.explainer("in-text", body_ja=texts("給付金の話"))
        site.explainer("in-headline", headline_ja="給付金とは")
        site.item("older", at="2025-12-01 09:00", summary_ja="給付金が決まる")
        site.item("newer", at="2025-12-02 09:00", headline_ja="給付金の続き")
        site.item("elsewhere", summary_ja="別の話")
        index()
        assert found(client, "給付金") == [
            "/ja/explainers/in-headline/",
            "/ja/explainers/in-text/",
            "/ja/news/newer/",
            "/ja/news/older/",
        ]

    def test_all_words_have_to_occur(self, site, client):
        site.explainer("both", body_ja=texts("自治体の話", "標準化の話"))
        site.explainer("one", body_ja=texts("自治体の話"))
        index()
        assert found(client, "自治体　標準化") == ["/ja/explainers/both/"]

    def test_each_language_has_its_own_text(self, site, client):
        site.explainer("page", body_ja=texts("税金"), body_en=texts("taxation"))
        index()
        assert found(client, "taxation", "en") == ["/en/explainers/page/"]
        assert found(client, "taxation", "ja") == []

    def test_the_words_are_marked_where_they_stand(self, site, client):
        site.explainer("page", headline_ja="ｺﾝﾋﾟｭｰﾀの話", body_ja=texts("はじめに", "大型コンピューターと<b>人</b>"))
        index()
        marks = [mark.get_text() for mark in look(client, "コンピューター").select(".hit mark")]
        assert marks == ["ｺﾝﾋﾟｭｰﾀ", "コンピューター"]
        assert "大型コンピューターと人" in look(client, "コンピューター").select_one(".snip").get_text()

    def test_a_word_of_an_alphabet_is_marked_whole(self, site, client):
        site.explainer("page", body_en=texts("Policies of two agencies"))
        index()
        marks = [mark.get_text() for mark in look(client, "policy agency", "en").select(".snip mark")]
        assert marks == ["Policies", "agencies"]

    def test_html_in_a_text_and_in_what_was_typed_stays_text(self, site, client):
        site.explainer("page", headline_ja="<b>太字</b>の話", body_ja=texts("&lt;script&gt;太字&lt;/script&gt;"))
        index()
        page = look(client, "太字 <script>")
        assert page.select(".hit b, .hit script") == []
        assert "<b>太字</b>の話" in page.select_one(".hit h3").get_text()

    def test_pages_about_the_site_are_found(self, site, client):
        page = StandardPage(
            slug="privacy",
            headline_ja="個人情報",
            headline_en="Privacy",
            body_ja=texts("残しません"),
            body_en=texts("kept"),
            live=False,
        )
        site.home.add_child(instance=page)
        make.release(page)
        index()
        assert found(client, "個人情報") == ["/ja/privacy/"]

    def test_names_of_the_glossary_stand_for_each_other_and_are_explained(self, site, client):
        GlossaryTerm.objects.create(
            name_ja="マイナンバーカード", name_en="My Number Card", forbidden_ja="マイナカード", definition_ja="顔写真の付いた札", slug="card", reading="まいなんばーかーど",
        )  # fmt: skip
        site.explainer("card", body_ja=texts("マイナンバーカードを使う"))
        index()
        for typed in ("マイナカード", "My Number Card", "まいなんばーかーど"):
            assert found(client, typed) == ["/ja/explainers/card/"], typed
            assert "顔写真の付いた札" in look(client, typed).get_text()

    def test_older_news_goes_on_without_loss_or_repetition(self, site, client, monkeypatch):
        monkeypatch.setattr(public_search, "PER_PAGE", 2)
        for day in range(1, 6):
            site.item(f"item-{day}", at=f"2025-12-0{day} 09:00", summary_ja="給付金")
        index()
        assert walk(client, "給付金") == [f"/ja/news/item-{day}/" for day in (5, 4, 3, 2, 1)]

    def test_one_page_looks_through_so_many_items_and_says_that_there_are_more(self, site, client, monkeypatch):
        monkeypatch.setattr(public_search, "REACH", 2)
        for day in range(1, 6):
            site.item(f"item-{day}", at=f"2025-12-0{day} 09:00", summary_ja="給付金" if day == 1 else "別の話")
        index()
        assert found(client, "給付金") == []
        assert "ニュース" in look(client, "給付金").get_text()
        assert walk(client, "給付金") == ["/ja/news/item-1/"]


def walk(client, words):
    address, seen, pages = f"/ja/search/?q={words}", [], 0
    while address:
        page = BeautifulSoup(client.get(address).content, "html.parser").main
        seen += [link["href"] for link in page.select(".hit h3 a")]
        older = page.select_one(".pager .button")
        address, pages = older and older["href"], pages + 1
        assert pages < 10
    return seen


class TestRelease:
    """Only the text that readers see at this moment is ever found."""

    @pytest.fixture
    def page(self, site):
        page = site.explainer("page", body_ja=texts("古い言葉"), body_en=texts("old words"))
        index()
        return page

    def test_a_release_is_found_at_once(self, site, client, django_capture_on_commit_callbacks):
        with django_capture_on_commit_callbacks(execute=True):
            site.explainer("page", body_ja=texts("新しい言葉"))
        assert found(client, "新しい言葉") == ["/ja/explainers/page/"]

    def test_a_draft_is_not(self, page, client):
        page = make.draft(page)
        page.body_ja = texts("書きかけの言葉")
        page.save_revision()
        index()
        assert found(client, "書きかけの言葉") == []
        assert found(client, "古い言葉") == ["/ja/explainers/page/"]

    def test_a_replaced_text_is_not_even_while_the_new_one_is_not_ready(self, page, client):
        page = make.draft(page)
        page.body_ja = texts("新しい言葉")
        make.release(page)
        assert found(client, "古い言葉") == []
        index()
        assert found(client, "新しい言葉") == ["/ja/explainers/page/"]

    @pytest.mark.parametrize("how", ["withdrawn", "unpublished", "deleted", "password", "parent-private"])
    def test_what_was_taken_back_is_not(self, page, client, how):
        if how == "withdrawn":
            withdrawals.withdraw(page, "ja", None, "wrong")
        elif how == "unpublished":
            page.unpublish()
        elif how == "deleted":
            page.delete()
        else:
            lock = page if how == "password" else page.get_parent()
            PageViewRestriction.objects.create(page=lock, restriction_type="password", password="x")
        index()
        assert found(client, "古い言葉") == []
        assert "古い言葉" not in look(client, "古い").select_one("section").get_text()

    def test_a_language_that_is_not_released_is_not(self, site, client):
        site.explainer("page", languages=("ja",), body_en=texts("unseen words"))
        index()
        assert found(client, "unseen", "en") == []
        assert not SearchText.objects.filter(text__contains="unseen").exists()


class TestCommand:
    def test_it_prepares_what_is_missing_and_says_so(self, site):
        site.explainer("page")
        said = StringIO()
        call_command("index_texts", stdout=said)
        assert "Prepared for searching: 8" in said.getvalue()  # two languages of the page and the three around it
        assert "Prepared for furigana" in said.getvalue()
        said = StringIO()
        call_command("index_texts", stdout=said)
        assert said.getvalue() == "Every released text was prepared already.\n"

    def test_all_are_prepared_anew_when_asked(self, site, client):
        site.explainer("page", body_ja=texts("言葉"))
        index()
        SearchText.objects.update(text="")
        index()
        assert found(client, "言葉") == []
        call_command("index_texts", "--all", stdout=StringIO())
        assert found(client, "言葉") == ["/ja/explainers/page/"]


class TestPage:
    def test_without_words_it_invites(self, site, client):
        site.explainer("page")
        page = look(client, "")
        assert page.select_one("search form input[name=q]")
        assert page.select(".rows a[href='/ja/explainers/page/']")

    def test_it_is_kept_from_search_engines(self, site, client):
        assert '<meta name="robots" content="noindex">' in client.get("/ja/search/?q=x").content.decode()

    def test_the_language_switch_takes_the_words_along(self, site, client):
        page = BeautifulSoup(client.get("/ja/search/", {"q": "NFT & 税"}).content, "html.parser")
        assert page.select_one(".langs a")["href"] == "/en/search/?q=NFT+%26+%E7%A8%8E"

    def test_when_nothing_is_found_it_helps(self, site, client):
        GlossaryTerm.objects.create(name_ja="ブロックチェーン", slug="chain", definition_ja="記録")
        page = look(client, "ブロックチェン 税金")
        tries = [link["href"] for link in page.select(".rows a")]
        words = ["ブロックチェーン", "ブロックチェン", "税金"]
        assert tries[:3] == [f"/ja/search/?q={quote(word)}" for word in words]

    @pytest.mark.parametrize(
        "typed",
        ["'", '"', "\x00", "%", "_", "\\", "*", "a:b", "語:語", "「", "」", "()", "AND", "NOT", "--", ";", "\u3000", "￥", "😀", "\ufffe", "・", "ー", "\uff9e", "の", "x" * 5000, "の" * 99, "国" * 99],
    )  # fmt: skip
    def test_nothing_is_an_error(self, site, client, typed):
        site.explainer("page", body_ja=texts("100%の話_です。"))
        index()
        look(client, typed)

    @pytest.mark.parametrize("before", ["x", "20251201T000000Z~x", "~", "0"])
    def test_a_place_that_is_none_is_a_404(self, site, client, before):
        assert client.get("/ja/search/", {"q": "x", "before": before}).status_code == 404

    def test_it_only_reads(self, site, client):
        assert client.post("/ja/search/", {"q": "x"}).status_code == 405

    def test_a_wildcard_is_a_character(self, site, client):
        site.explainer("page", body_ja=texts("百の話"))
        index()
        assert found(client, "「百_話」") == []


class TestWhereItIsOffered:
    def test_every_page_leads_to_it(self, site, client):
        SiteFrame.objects.create()
        site.explainer("page")
        for address in ("", "explainers/page/", "news/", "glossary/"):
            page = BeautifulSoup(client.get(f"/ja/{address}").content, "html.parser")
            assert page.select_one("header a[href='/ja/search/']").get_text(strip=True), address

    @pytest.mark.parametrize(
        ("address", "words"),
        [
            ("/en/explainers/my-number_card/", "my number card"),
            ("/ja/explainers/マイナンバー/", "マイナンバー"),
            ("/ja/news/2025/12/99/", ""),
            ("/ja/%3Cscript%3E/", "<script>"),
            ("/ja/x.html", "x"),
        ],
    )
    def test_what_is_not_there_can_be_searched_for(self, site, client, address, words):
        response = client.get(address)
        assert response.status_code == 404
        page = BeautifulSoup(response.content, "html.parser").main
        assert page.select_one("search input[name=q]").get("value", "") == words


def test_folding_never_blows_a_text_up():
    for text in ("漢" * 50_000, "り" * 50_000, "漢り" * 25_000, "ー" * 50_000, "\u3099" * 50_000, "a-" * 25_000):
        assert len(search.folded(text)) <= 2 * len(text) + 2
