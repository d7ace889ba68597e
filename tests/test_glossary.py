"""The glossary: terms do not contradict each other, stop what they forbid, and are followed when they are renamed."""

import re

import pytest
from django.contrib.auth.models import Group, Permission, User
from django.core.exceptions import ValidationError
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import translation
from wagtail.models import GroupPagePermission, Page

from articles.desk.glossary import uses as glossary_uses
from articles.desk.glossary.search import uses
from articles.models import ExplainerPage, GlossaryTerm, NewsItemPage
from articles.models.glossary import current_terms, suggestions
from articles.models.term_check import page_violations, term_blockers
from articles.terms import WARN, Termset
from tests import factories as make


@pytest.fixture
def agency(db):
    return term(
        "デジタル庁", "Digital Agency", forbidden_ja="デジ庁", forbidden_en="Digital Bureau\nAgency for Digital"
    )


def term(name_ja, name_en="", **fields):
    row = GlossaryTerm(name_ja=name_ja, name_en=name_en, **fields)
    row.full_clean()
    row.save()
    return row


def problems(**fields):
    row = GlossaryTerm(**fields)
    with translation.override("en"):
        with pytest.raises(ValidationError) as refused:
            row.full_clean()
        return {field: " ".join(lines) for field, lines in refused.value.message_dict.items()}


class TestTerm:
    @pytest.mark.parametrize(
        ("fields", "field", "message"),
        [
            ({"name_ja": "庁", "forbidden_ja": "役所\n庁"}, "forbidden_ja", "“庁” is the approved name of this term."),
            ({"name_ja": "局", "forbidden_ja": "デジタル庁"}, "forbidden_ja", "of another term: デジタル庁."),
            (
                {"name_ja": "局", "name_en": "Bureau", "forbidden_en": "digital agency"},
                "forbidden_en",
                "of another term: デジタル庁.",
            ),
            ({"name_ja": "デジ庁"}, "name_ja", "is a variant not to use of another term: デジタル庁."),
            ({"name_ja": "ﾃﾞｼﾞﾀﾙ庁"}, "name_ja", "There is a term of this name already: デジタル庁."),
            ({"name_ja": "局", "forbidden_en": "Bureau"}, "forbidden_en", "Write the approved name first"),
            ({"name_ja": "局", "reading": "きょく局"}, "reading", "in kana only"),
            ({"name_en": "Bureau"}, "name_ja", "Write the name in Japanese."),
        ],
    )
    def test_what_contradicts_the_glossary_is_refused_beside_its_field(self, agency, fields, field, message):
        assert message in problems(**fields)[field]

    def test_two_terms_may_share_a_translation(self, agency):
        assert term("電子庁", "Digital Agency").pk

    def test_where_capitals_matter_a_name_may_forbid_its_own_other_capitals(self, db):
        row = term("ウェブ３", "Web3", forbidden_en="web3", case_sensitive=True)
        variants = [match.variant for match in Termset([row.term()]).find("web3, Web3", "en")]
        assert variants == ["web3", None]

    def test_variants_are_kept_once_and_without_blank_lines_and_the_reading_in_hiragana(self, db):
        row = term("庁", "Agency", forbidden_en="Bureau\n\n bureau \nOffice", reading="チョウ")
        assert (row.variants("en"), row.reading) == (("bureau", "Office"), "ちょう")

    def test_a_slug_is_made_of_the_english_name_and_stays(self, agency):
        assert (agency.slug, term("電子庁", "Digital Agency").slug) == ("digital-agency", "digital-agency-2")
        agency.name_en = "Agency"
        agency.full_clean()
        assert agency.slug == "digital-agency"
        assert re.fullmatch(r"term-\w{6}", term("局").slug)

    def test_the_compiled_glossary_follows_every_change_and_costs_one_query_otherwise(
        self, agency, django_assert_num_queries
    ):
        with django_assert_num_queries(2):
            assert current_terms().named("デジタル庁", "ja")
        with django_assert_num_queries(1):
            current_terms()
        agency.name_ja = "電子庁"
        agency.save()
        assert suggestions("電子庁とデジタル庁", "ja", "en") == [("電子庁", "Digital Agency", agency.pk)]
        agency.delete()
        assert not current_terms().terms


@pytest.mark.usefixtures("agency")
class TestPublishing:
    CONTENT = {
        "headline_ja": "デジ庁の話",
        "headline_en": "The Digital Bureau",
        "body_en": [
            make.block("paragraph", "<p>It works.</p>"),
            make.block("paragraph", "<p>The Digital <b>Bureau</b> &amp; others</p>"),
            make.block("note", {"kind": "note", "title": "Agency for Digital", "text": "<p>Fine</p>"}),
        ],
    }

    def test_forbidden_words_are_found_in_fields_and_in_blocks_of_one_language(self):
        found = page_violations(ExplainerPage, self.CONTENT, "en")
        assert [violation.words for violation in found] == ["Digital Bureau", "Digital Bureau", "Agency for Digital"]
        assert [violation.unit.key.partition("/")[0] for violation in found] == ["headline", "body", "body"]

    def test_each_variant_blocks_once_with_the_name_to_use_and_all_its_places(self):
        with translation.override("en"):
            blocking, warning = term_blockers(ExplainerPage, self.CONTENT, "en")
        assert blocking[0] == (
            "“Digital Bureau” is not an approved translation. Use “Digital Agency”."
            " (Headline, Body, block 2: Paragraph)"
        )
        assert len(blocking) == 2
        assert warning == []

    def test_a_variant_that_is_only_warned_of_does_not_block(self):
        GlossaryTerm.objects.update(severity=WARN)
        GlossaryTerm.objects.get().save()
        with translation.override("en"):
            blocking, [warning] = term_blockers(NewsItemPage, {"headline_ja": "デジ庁の話"}, "ja")
        assert blocking == []
        assert warning == "“デジ庁” should rather be “デジタル庁”. (Headline)"

    def test_clean_text_has_nothing_against_it(self):
        assert term_blockers(NewsItemPage, {"headline_en": "The Digital Agency"}, "en") == ([], [])


def used(term, text, language, **options):
    found = uses(term.term(), text, language, Page.objects.values("pk"), **options)
    return [
        (Page.objects.get(pk=use.page_id).slug, passage.words, standings)
        for use in found
        for passage, standings in use.passages.items()
    ]


class TestWhereUsed:
    def test_public_text_and_drafts_are_searched_in_headlines_and_bodies(self, site, agency):
        site.explainer("body", body_ja=[make.block("paragraph", "<p>昔は<b>デジタル</b>局と呼んだ</p>", "a")])
        site.item("public", headline_ja="デジタル局の発足")
        site.item("draft", headline_ja="デジタル局", languages=()).save_revision()
        site.item("other", headline_ja="デジタル庁とアナログ局")
        changed = site.item("changed", headline_ja="デジタル局のこと")
        changed.headline_ja = "デジタル庁のこと"
        changed.save_revision()
        assert used(agency, "デジタル局", "ja") == [
            ("changed", "デジタル局", {"released"}),
            ("draft", "デジタル局", {"draft"}),
            ("public", "デジタル局", {"released"}),
            ("body", "デジタル局", {"released"}),
        ]

    @pytest.mark.parametrize(
        ("text", "headline", "words"),
        [
            ("Digital Office", "A digital  office opens", "digital office"),
            ("NFT", "About ＮＦＴ today", "ＮＦＴ"),
            ("Town & Country", "The Town & Country plan", "Town & Country"),
            ("100% “new”", "It is 100% “new” now", "100% “new”"),
            ("Café", "The café", "café"),
        ],
    )
    def test_however_it_is_written(self, site, agency, text, headline, words):
        item = site.item("one", headline_en=headline)
        assert used(agency, text, "en") == [("one", words, {"released"})]
        assert used(agency, text, "ja") == []
        item.unpublish()
        assert used(agency, text, "en") == [("one", words, {"draft"})]

    def test_half_width_kana_are_found_in_a_body(self, site, agency):
        site.explainer("one", body_ja=[make.block("paragraph", "<p>ﾃﾞｰﾀの扱い</p>", "a")])
        assert [words for _slug, words, _standing in used(agency, "データ", "ja")] == ["ﾃﾞｰﾀ"]

    def test_an_old_name_inside_a_longer_approved_one_is_no_use_of_it(self, site, agency):
        site.item("one", headline_en="The Digital Agency")
        site.item("two", headline_en="The Agency")
        assert [slug for slug, *_ in used(agency, "Agency", "en")] == ["two"]

    def test_the_same_number_of_queries_however_many_pages(self, site, agency, client, admin_user):
        client.force_login(admin_user)
        url = reverse("term_uses", args=[agency.pk]) + "?text=Digital+Office&language=en"
        site.item("first", headline_en="Digital Office")
        counts = [_queries(client, url)]
        for number in range(4):
            site.item(f"item-{number}", headline_en="Digital Office")
        counts.append(_queries(client, url))
        assert counts[0] == counts[1]

    def test_many_pages_are_shown_screen_by_screen_each_once(self, site, agency, client, admin_user, monkeypatch):
        monkeypatch.setattr(glossary_uses, "PER_SCREEN", 2)
        client.force_login(admin_user)
        pages = [site.item(f"item-{number}", headline_en="Digital Office") for number in range(5)]
        url, seen = reverse("term_uses", args=[agency.pk]) + "?text=Digital+Office&language=en", []
        while url:
            context = client.get(url).context
            seen.append([row["page"].pk for row in context["rows"]])
            url = context["more_url"] and reverse("term_uses", args=[agency.pk]) + context["more_url"]
        ids = [page.pk for page in reversed(pages)]
        assert seen == [ids[0:2], ids[2:4], ids[4:]]

    @pytest.mark.parametrize("query", ["before=x", "before=" + "9" * 30])
    def test_an_address_that_was_tampered_with_is_not_found(self, site, agency, client, admin_user, query):
        client.force_login(admin_user)
        url = reverse("term_uses", args=[agency.pk]) + f"?{query}"
        assert client.get(url, follow=True).status_code == 404


def _queries(client, url):
    client.get(url)  # fills the caches of sites and content types
    with CaptureQueriesContext(connection) as queries:
        assert client.get(url).status_code == 200
    return len(queries)


def post_term(client, row, **changes):
    form = row.edit_handler.bind_to_model(GlossaryTerm).get_form_class()(instance=row)
    values = {name: form[name].value() for name in form.fields}
    typed = {name: value for name, value in {**values, **changes}.items() if value not in (None, False)}
    name = "edit" if row.pk else "add"
    args = [row.pk] if row.pk else []
    return client.post(reverse(GlossaryTerm.snippet_viewset.get_url_name(name), args=args), typed, follow=True)


def as_member(client, *rights):
    """Sign in somebody with these rights on terms, and none on pages; returns their group."""
    group = Group.objects.create(name="desk")
    names = ["access_admin", *(f"{right}_glossaryterm" for right in rights)]
    group.permissions.add(*Permission.objects.filter(codename__in=names))
    user = User.objects.create_user("member", password="a-long-password")
    user.groups.add(group)
    client.force_login(user)
    return group


class TestDesk:
    @pytest.fixture(autouse=True)
    def _signed_in(self, client, admin_user):
        client.force_login(admin_user)

    def test_a_term_is_made_in_the_form(self, client, db):
        response = post_term(client, GlossaryTerm(), name_ja="局", name_en="Bureau", forbidden_en="Office")
        assert response.status_code == 200
        assert GlossaryTerm.objects.get().variants("en") == ("Office",)

    def test_who_renames_a_term_keeps_the_old_name_as_a_variant_and_lands_on_its_uses(self, site, client, agency):
        item = site.item("one", headline_en="The Digital Agency opens")
        response = post_term(client, agency, name_en="Agency of Digital Affairs")
        agency.refresh_from_db()
        assert agency.variants("en") == ("Digital Bureau", "Agency for Digital", "Digital Agency")
        assert response.redirect_chain[-1][0] == (
            reverse("term_uses", args=[agency.pk]) + "?text=Digital+Agency&language=en"
        )
        html = response.content.decode()
        assert reverse("wagtailadmin_pages:edit", args=[item.pk]) + "#tab-en" in html
        assert "<mark>Digital Agency</mark>" in html

    def test_the_old_name_is_dropped_when_asked(self, client, agency):
        post_term(client, agency, name_en="Agency of Digital Affairs", keep_old_name_en=False)
        agency.refresh_from_db()
        assert agency.variants("en") == ("Digital Bureau", "Agency for Digital")

    def test_other_changes_keep_the_list_and_forbid_nothing(self, client, agency):
        response = post_term(client, agency, note="x", name_en="Digital agency")
        agency.refresh_from_db()
        assert agency.variants("en") == ("Digital Bureau", "Agency for Digital")
        assert response.redirect_chain[-1][0] == reverse(GlossaryTerm.snippet_viewset.get_url_name("list"))

    def test_the_form_refuses_beside_the_field_and_keeps_what_was_typed(self, client, agency):
        response = post_term(client, agency, forbidden_en="Digital Agency\nOffice")
        assert list(response.context["form"].errors) == ["forbidden_en"]
        assert "Digital Agency\nOffice" in response.content.decode()

    @pytest.mark.parametrize("query", ["ジタル", "デジ庁", "bureau", "ちょう"])
    def test_the_list_is_searched_by_parts_of_names_variants_and_readings(self, client, agency, query):
        agency.reading = "でじたるちょう"
        agency.save()
        term("民間企業", "private companies")
        url = reverse(GlossaryTerm.snippet_viewset.get_url_name("list"))
        html = client.get(url, {"q": query}).content.decode()
        assert "デジタル庁" in html
        assert "民間企業" not in html
        assert reverse("term_uses", args=[agency.pk]) in html

    @pytest.mark.parametrize(("rights", "status"), [((), 302), (("view",), 200)])
    def test_the_list_of_uses_is_for_those_who_work_with_terms(self, site, client, agency, rights, status):
        site.item("one", headline_ja="デジタル庁")
        group = as_member(client, *rights)
        url = reverse("term_uses", args=[agency.pk])
        response = client.get(url)
        assert response.status_code == status
        if status == 200:
            assert response.context["rows"] == []  # no right on any page
            change = Permission.objects.get(codename="publish_page")
            GroupPagePermission.objects.create(group=group, page=site.home, permission=change)
            [row] = client.get(url).context["rows"]
            assert row["edit_url"] == ""

    def test_the_right_to_change_terms_is_enough_to_change_them_in_every_language(self, client, agency):
        as_member(client, "change")
        post_term(client, agency, definition_ja="官庁", definition_en="An agency")
        agency.refresh_from_db()
        assert (agency.definition_ja, agency.definition_en) == ("官庁", "An agency")
        html = client.get(reverse(GlossaryTerm.snippet_viewset.get_url_name("edit"), args=[agency.pk])).content.decode()
        assert all(f'name="name_{code}"' in html for code in ("ja", "en"))
