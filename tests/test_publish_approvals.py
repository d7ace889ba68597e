"""Approving on the screen that publishes lanes together, and what those see who may not do everything there."""

from datetime import timedelta

import pytest
from django.utils import timezone
from wagtail.models import PageLogEntry

from articles import rights
from articles.models import LaneApproval, LaneSchedule, Notice, ReviewRequest
from articles.newsroom.schedule import schedules
from tests import together
from tests.factories import block, items, jst
from tests.together import EVERYTHING, NEW_BODY, approved, edit, public, send, typed, url

pytestmark = pytest.mark.django_db
page, person, writer, chief, desk = together.page, together.person, together.writer, together.chief, together.desk
LONG = "The second editor is away, and the date misleads readers."


class TestApproving:
    @pytest.fixture(autouse=True)
    def _changed(self, page, writer, chief):
        edit(page, writer, headline_en="About the Digital Agency")

    def test_unapproved_text_waits_for_its_time_but_never_goes_out(self, desk, page, chief):
        edit(page, chief, headline_en="My own words")
        assert 'href="#id_en-when"' in send(desk, page, en__when="now").content.decode()
        assert public(page, "headline_en") == "Headline agency"
        at = timezone.localtime(timezone.now() + timedelta(days=1))
        assert send(desk, page, en__when="later", en__at=f"{at:%Y-%m-%dT%H:%M}").status_code == 302
        assert LaneSchedule.objects.filter(page=page, lane="en").exists()

    def test_approving_and_publishing(self, desk, page, chief):
        response = send(desk, page, act="approve:en", en__when="now")
        assert response.context["form"].now == ["en"]
        assert LaneApproval.objects.get(page=page, lane="en").approved_by == chief
        assert send(desk, page, en__when="now").status_code == 302
        assert public(page, "headline_en") == "About the Digital Agency"

    def test_who_may_approve_it_does_so_by_publishing(self, desk, page, chief):
        assert send(desk, page, en__when="now").status_code == 302
        assert LaneApproval.objects.get(page=page, lane="en").approved_by == chief

    def test_the_editors_button_names_what_is_chosen(self, desk, page):
        assert desk.get(url(page) + "?now=en").context["form"].now == ["en"]
        assert desk.get(url(page) + "?now=ja").context["form"].now == []

    def test_nobody_approves_what_they_wrote(self, desk, page, chief):
        edit(page, chief, headline_en="My own words")
        text = desk.get(url(page)).content.decode()
        assert 'aria-disabled="true"' in text
        assert 'value="override:en"' not in text
        assert send(desk, page, act="approve:en").status_code == 403
        assert not LaneApproval.objects.filter(page=page).exists()

    @pytest.mark.parametrize(("reason", "is_given"), [("", False), ("too short", False), (LONG, True)])
    def test_an_exception_is_explained(self, client, page, person, reason, is_given):
        user = person("boss", *EVERYTHING, rights.OVERRIDE)
        other = person("other", *EVERYTHING)
        client.force_login(user)
        edit(page, user, headline_en="My own words")
        response = send(client, page, act="override:en", en__reason=reason)
        assert LaneApproval.objects.filter(page=page, lane="en", reason=LONG).exists() == is_given
        assert PageLogEntry.objects.filter(action="articles.lane.override").exists() == is_given
        assert Notice.objects.filter(user=other, kind=Notice.Kind.OVERRIDE).exists() == is_given
        assert reason in response.content.decode() or is_given

    def test_an_exception_needs_the_permission(self, desk, page, chief):
        edit(page, chief, headline_en="My own words")
        assert send(desk, page, act="override:en", en__reason=LONG).status_code == 403
        assert not LaneApproval.objects.filter(page=page).exists()

    def test_asking_somebody(self, desk, page, person, writer):
        okada = person("okada", (rights.APPROVE, "en"))
        send(desk, page, act="ask:en", en__reviewer=str(okada.pk))
        assert ReviewRequest.objects.get(page=page, lane="en").assignee == okada
        assert f'value="{writer.pk}"' not in desk.get(url(page)).content.decode()

    def test_looking_again_changes_nothing_and_keeps_the_choices(self, desk, page):
        response = send(desk, page, act="look", en__when="later", en__at="2999-01-01T09:00")
        assert "2999-01-01T09:00" in response.content.decode()
        assert not LaneSchedule.objects.exists()


class TestRights:
    def test_only_the_lanes_one_may_release(self, client, page, person, writer):
        edit(page, writer, headline_en="About the Digital Agency")
        approved(page, "en")
        client.force_login(person("japanese", (rights.RELEASE, "ja")))
        assert send(client, page, en__when="now").status_code == 403
        assert send(client, page, en__when="later", en__at="2999-01-01T09:00").status_code == 403
        assert public(page, "headline_en") == "Headline agency"
        assert not LaneSchedule.objects.exists()

    def test_a_lane_nobody_asks_them_about_stays_as_it_is(self, client, page, person, writer, chief):
        edit(page, writer, headline_ja="新しい見出し", headline_en="About the Digital Agency")
        schedules.schedule(page, "en", jst("2999-01-02 10:30"), chief)
        approved(page, "ja")
        client.force_login(person("japanese", (rights.RELEASE, "ja")))
        values = typed(client, page, ja__when="now", significance="none")
        del values["en-when"]  # its choices are disabled
        assert client.post(url(page), values).status_code == 302
        assert public(page, "headline_ja") == "新しい見出し"
        assert LaneSchedule.objects.filter(page=page, lane="en").exists()

    def test_without_a_right_to_the_page(self, client, page, person):
        client.force_login(person("stranger", *EVERYTHING, group=None))
        assert client.get(url(page)).status_code == 403
        assert client.post(url(page), {"act": "publish"}).status_code == 403

    def test_a_related_page_in_a_block_is_named(self, desk, page, site, writer, settings):
        settings.APPROVALS_REQUIRED = False
        other = site.explainer("other", headline_ja="関連する解説")
        settings.APPROVALS_REQUIRED = True
        edit(page, writer, body_ja=[*NEW_BODY, block("related", {"pages": items(other.pk)}, "related")])
        assert "関連する解説" in desk.get(url(page)).content.decode()
