"""The side-by-side view: what changed is shown, every button works with and without scripts, and refusals keep the text."""

# ruff: noqa: F811  fixtures are imported, and named again as arguments

import json
import re

import pytest
from bs4 import BeautifulSoup
from django.contrib.auth.models import Group, Permission, User
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from wagtail.models import Comment, GroupPagePermission, Page
from wagtail.test.utils.form_data import rich_text
from wagtail.users.models import UserProfile

from articles import rights
from articles.models import GlossaryTerm, LaneRelease, ReviewRequest, Translation
from tests.factories import block, draft
from tests.translator import (  # noqa: F401  fixtures
    INTRO,
    MOVING,
    TEAMS,
    behind,
    english,
    kinds,
    page,
    paragraphs,
    revise,
    send,
    translator,
    update,
    url,
)

pytestmark = pytest.mark.django_db


class TestView:
    @pytest.mark.parametrize("language", ["ja", "fr"])
    def test_there_is_nothing_to_translate_into_other_languages(self, page, client, translator, language):
        assert client.get(url(page, language), follow=True).status_code == 404

    def test_it_shows_what_changed_and_folds_the_rest(self, behind, client, translator):
        html = client.get(url(behind)).content.decode()
        assert html.count('data-row="open"') == 3
        assert "<ins>" in html
        assert "2 parts unchanged" in html
        assert "0 / 3 done" in html

    def test_an_up_to_date_translation_says_so(self, page, client, translator):
        html = client.get(url(page)).content.decode()
        assert "The English version is up to date." in html
        assert "Nothing new to review" in html

    def test_what_was_removed_stays_readable_in_its_place(self, behind, client, translator):
        send(client, behind, "remove", INTRO)
        html = client.get(url(behind)).content.decode()
        rows = BeautifulSoup(html, "html.parser").select("[data-row]")
        assert [row["data-row"] for row in rows] == ["done", "open", "open"]
        assert [gone.text for gone in rows[0].select("del")] == ["はじめに", "At first"]

    def test_a_sentence_is_shown_whole_however_little_of_it_changed(self, page, client, translator):
        long = "職員は全国から集まり、" * 20
        behind = revise(page, body_ja=paragraphs(intro="はじめに", teams=long + "600人です。"))
        behind = revise(behind, body_ja=paragraphs(intro="はじめに", teams=long + "700人です。"))
        assert "text-diff__folded" not in client.get(url(behind)).content.decode()

    def test_the_chips_follow_each_answer(self, behind, client, translator):
        answer = send(client, behind, "no-effect", TEAMS, scripts=True).json()
        assert 'class="lanes"' in answer["chips"]

    @pytest.mark.parametrize("name", ["text:", "rich:"])
    def test_the_whole_job_without_scripts(self, behind, client, translator, name):
        text = "<p>It has <b>1,000</b> staff.</p>"
        typed = rich_text(text, features=["bold"]) if name == "rich:" else text + "<script>x</script>"
        answer = send(client, behind, "update", TEAMS, **{name: typed})
        assert answer["Location"] == f"{url(behind)}#unit-body-{MOVING}"
        assert "<b>1,000</b>" in draft(behind).body_en[1].value.source
        assert "script" not in draft(behind).body_en[1].value.source
        send(client, behind, "update", MOVING, **{"text:": "<p>Moving house</p>"})
        answer = send(client, behind, "remove", INTRO)
        assert answer["Location"].endswith("#translate-review")
        client.post(url(behind), {"action": "review"})
        assert ReviewRequest.objects.get(page=behind, lane="en").requested_by == translator

    def test_no_review_is_asked_for_while_parts_are_open(self, behind, client, translator):
        update(behind, TEAMS, "<p>New</p>")
        client.post(url(behind), {"action": "review"})
        assert not ReviewRequest.objects.exists()

    def test_a_row_comes_back_alone_for_browsers_with_scripts(self, behind, client, translator):
        answer = send(client, behind, "no-effect", TEAMS, scripts=True).json()
        assert 'data-row="done"' in answer["row"]
        assert "1 / 3 done" in answer["bar"]
        assert answer["next"] == f"unit-body-{MOVING}"

    @pytest.mark.parametrize("scripts", [True, False])
    @pytest.mark.parametrize("stale", ["source", "target"])
    def test_what_was_typed_survives_a_conflict(self, behind, client, translator, stale, scripts):
        fields = {stale: "older", "text:": "<p>My own words</p>"}
        answer = send(client, behind, "update", TEAMS, scripts=scripts, **fields)
        assert answer.status_code == 409
        html = answer.json()["row"] if scripts else answer.content.decode()
        assert "My own words" in html
        assert ("What the draft says now" in html) == (stale == "target")
        assert english(behind)[TEAMS] == "It has some 600 staff."

    def test_forbidden_terms_are_put_right_in_one_step(self, behind, client, translator):
        GlossaryTerm.objects.create(slug="agency", name_ja="職員", name_en="officials", forbidden_en="staff")
        assert "Use “officials”" in client.get(url(behind)).content.decode()
        html = send(client, behind, "fix", TEAMS, scripts=True, **{"text:": "<p>It has <b>staff</b>.</p>"}).json()[
            "row"
        ]
        assert "&lt;b&gt;officials&lt;/b&gt;" in html

    def test_a_variant_that_is_only_warned_of_is_not_said_to_be_refused(self, behind, client, translator):
        GlossaryTerm.objects.create(
            slug="agency", name_ja="職員", name_en="officials", forbidden_en="staff", severity="warn"
        )
        assert "“staff” should rather be “officials”." in client.get(url(behind)).content.decode()

    def test_the_digest_of_the_source_tells_open_windows_that_it_moved(self, behind, client, translator):
        before = client.get(url(behind) + "?as=digest").json()
        revise(behind, body_ja=paragraphs(teams="職員は約1,100人です。"))
        assert client.get(url(behind) + "?as=digest").json() != before

    def test_who_may_not_edit_reads_and_learns_why(self, behind, client, translator):
        user = User.objects.create_user("viewer", "viewer@example.jp", "a-long-password")
        UserProfile.objects.create(user=user, preferred_language="en")
        group = Group.objects.create(name="viewers")
        group.permissions.add(Permission.objects.get(codename="access_admin"))
        change = Permission.objects.get(content_type__app_label="wagtailcore", codename="change_page")
        GroupPagePermission.objects.create(group=group, page=behind, permission=change)
        user.groups.add(group)
        assert not rights.may(user, rights.EDIT, "en")
        client.force_login(user)
        assert client.get(url(behind)).status_code == 200
        html = client.get(url(behind)).content.decode()
        assert "you have no right to edit English" in html
        assert "data-form" not in html
        assert send(client, behind, "no-effect", TEAMS).status_code in (302, 403)
        assert kinds(behind)[TEAMS] == "changed"

    def test_a_locked_page_is_read_only(self, behind, client, translator):
        other = User.objects.create_superuser("other", "other@example.jp", "a-long-password")
        Page.objects.filter(pk=behind.pk).update(locked=True, locked_by=other)
        assert "The page is locked" in client.get(url(behind)).content.decode()
        send(client, behind, "no-effect", TEAMS)
        assert kinds(behind)[TEAMS] == "changed"

    @pytest.mark.parametrize("shortcuts", [True, False])
    def test_shortcuts_follow_the_account(self, behind, client, translator, shortcuts):
        UserProfile.objects.filter(user=translator).update(keyboard_shortcuts=shortcuts)
        html = client.get(url(behind)).content.decode()
        assert ("<kbd>Ctrl Enter</kbd>" in html) == shortcuts
        assert f'data-shortcuts="{"on" if shortcuts else "off"}"' in html
        assert "Translating side by side" in html, "listed in the dialog of shortcuts either way"

    def test_comments_are_those_of_the_editor(self, behind, client, translator):
        send(client, behind, "comment", TEAMS, comment="Keep “about”.")
        comment = Comment.objects.get()
        assert comment.contentpath == f"body_en.{TEAMS}"
        assert comment.has_valid_contentpath(draft(behind))
        assert "Keep “about”." in client.get(url(behind)).content.decode()
        edit = client.get(reverse("wagtailadmin_pages:edit", args=[behind.pk])).content.decode()
        comments = json.loads(re.search(r'<script id="comments-data"[^>]*>(.*?)</script>', edit).group(1))
        assert [thread["text"] for thread in comments["comments"]] == ["Keep “about”."]
        send(client, behind, "reply", TEAMS, thread=comment.pk, comment="Done.")
        assert comment.replies.get().text == "Done."
        send(client, behind, "resolve", TEAMS, thread=comment.pk)
        comment.refresh_from_db()
        assert comment.resolved_by == translator

    def test_it_costs_the_same_however_long_the_text(self, site, client, translator):
        def cost(count):
            texts = {f"p{number}": f"段落{number}" for number in range(count)}
            slug = f"long-{count}"
            page = site.explainer(slug, body_ja=paragraphs(**texts), body_en=paragraphs(**texts))
            page = revise(page, body_ja=paragraphs(**{key: f"{text}。" for key, text in texts.items()}))
            for key in list(texts)[: count // 2]:
                update(page, block("paragraph", "", key)["id"], "<p>Text</p>", translator)
            client.get(url(page))
            with CaptureQueriesContext(connection) as queries:
                client.get(url(page))
            return len(queries)

        assert cost(4) == cost(16)

    def test_nothing_is_written_by_looking(self, behind, client, translator):
        Translation.objects.all().delete()
        client.get(url(behind))
        assert not Translation.objects.exists()
        assert LaneRelease.objects.filter(page=behind, lane="en").exists()
