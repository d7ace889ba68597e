"""The editor's buttons say what they would do, and refuse what would do nothing."""

import re

import pytest
from django.urls import reverse

from articles.newsroom.records import withdrawals
from tests import factories as make
from tests.desk_forms import post_edit

pytestmark = pytest.mark.django_db
ENGLISH = {"headers": {"accept-language": "en"}}


def opened(client, page):
    return client.get(reverse("wagtailadmin_pages:edit", args=[page.pk]), **ENGLISH).content.decode()


def buttons(html, name="action-publish"):
    """`{value: (its tag, its text)}`; of several with one value, the last."""
    found = re.findall(rf'(<button\s[^>]*name="{name}"\s[^>]*?\svalue="([^"]+)"[^>]*>)(.*?)</button>', html, re.DOTALL)
    return {value: (tag, " ".join(re.sub(r"<[^>]+>", " ", text).split())) for tag, value, text in found}


@pytest.fixture
def publisher(client):
    user = make.person("publisher", "publisher")
    client.force_login(user)
    return user


@pytest.fixture
def writer(client):
    return make.person("writer", "writer")


def edit(page, user, **fields):
    changed = make.draft(page)
    for name, value in fields.items():
        setattr(changed, name, value)
    changed.save_revision(user=user)


class TestPublishing:
    def test_what_has_not_changed_is_not_published(self, site, client, publisher, writer):
        page = site.explainer()
        edit(page, writer, headline_ja="新しい見出し")
        found = buttons(opened(client, page))
        assert "aria-disabled" not in found["ja"][0]
        assert "aria-disabled" in found["en"][0]
        assert found["en"][1] == "Publish English Nothing has changed."

    def test_what_was_withdrawn_can_be_published_again(self, site, client, publisher):
        page = site.explainer()
        withdrawals.withdraw(page, "en", None, "")
        assert "aria-disabled" not in buttons(opened(client, page))["en"][0]

    def test_a_form_that_comes_back_holds_changes(self, site, client, publisher):
        page = site.explainer()
        response = post_edit(client, make.draft(page), headline_ja="", **{"action-publish": "ja"})
        assert response.status_code == 200
        assert "aria-disabled" not in buttons(response.content.decode())["ja"][0]

    def test_a_refusal_leads_back_to_its_tab_with_the_ways_on(self, site, client, publisher, settings):
        page = site.explainer()
        settings.APPROVALS_REQUIRED = True
        response = post_edit(client, make.draft(page), headline_en="My own words", **{"action-publish": "en"})
        assert response["Location"].endswith(f"/{page.pk}/edit/#tab-en")
        messages = opened(client, page).partition('class="messages"')[2].partition("</ul></li>")[0]
        assert reverse("desk_translate", args=[page.pk, "en"]) in messages
        assert reverse("desk_publish", args=[page.pk]) in messages

    def test_taking_away_says_what_it_takes_away(self, site, client, publisher):
        html = opened(client, site.explainer())
        assert "Unpublish all languages…" in html
        assert "Withdraw Japanese…" in html
        assert "Withdraw English…" in html

    def test_saving_a_draft_stands_nearest_to_the_main_button(self, site, client, publisher):
        menu = opened(client, site.explainer()).rpartition("w-dropdown__content")[2].partition("</nav>")[0]
        last = menu[menu.rindex("<button") :]
        assert "Save draft" in last
        assert "Ctrl S</kbd>" in last


class TestSubmitting:
    @pytest.fixture(autouse=True)
    def _at_work(self, client, writer):
        client.force_login(writer)

    def test_nothing_changed_is_not_submitted(self, site, client):
        tag, text = buttons(opened(client, site.explainer()), "action-submit")["1"]
        assert text == "Submit for review: Japanese Nothing has changed."
        assert "aria-disabled" in tag

    def test_what_changed_is_named(self, site, client, writer, settings):
        page = site.explainer()
        settings.APPROVALS_REQUIRED = True
        edit(page, writer, headline_ja="新しい見出し")
        tag, text = buttons(opened(client, page), "action-submit")["1"]
        assert text == "Submit for review: Japanese"
        assert "aria-disabled" not in tag


def test_tabs_carry_the_state_of_their_language(site, client, publisher, writer):
    page = site.explainer()
    edit(page, writer, headline_ja="新しい見出し")
    html = opened(client, page)
    tab = html.partition('id="tab-label-ja"')[2].partition("</a>")[0]
    assert "Changed" in tab.partition("<template>")[0]
    tab = html.partition('id="tab-label-en"')[2].partition("</a>")[0]
    assert "Live" in tab.partition("<template>")[0]
    assert "Changed" in tab.partition("<template>")[2]  # once somebody types
