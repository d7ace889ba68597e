"""A translation that has fallen behind, and what a translator's browser sends: shared by the tests of the two."""

import pytest
from django.urls import reverse
from wagtail.users.models import UserProfile

from articles import lanes
from articles.machine_translation.providers import Reason, SuggestionUnavailable
from articles.models.releasing import release_lanes
from articles.newsroom.translation import suggestions as translation_suggestions
from articles.newsroom.translation import translating
from articles.newsroom.translation.work import fingerprint, translation_work
from tests import factories as make
from tests.factories import block, draft

INTRO, TEAMS, MOVING, CHART = (block("paragraph", "", key)["id"] for key in ("intro", "teams", "moving", "chart"))


def paragraphs(**texts):
    return [block("paragraph", f"<p>{text}</p>", key) for key, text in texts.items()]


@pytest.fixture
def translator(client, site):
    user = make.person("en-translator", "sato", first_name="美咲")
    profile = UserProfile.get_for_user(user)
    profile.preferred_language = "en"
    profile.save()
    client.force_login(user)
    return user


@pytest.fixture
def page(site):
    return site.explainer(
        body_ja=paragraphs(intro="はじめに", teams="職員は約600人です。"),
        body_en=paragraphs(intro="At first", teams="It has some 600 staff."),
    )


def revise(page, significance="update", **fields):
    """Release another Japanese text."""
    newest = draft(page)
    for name, value in fields.items():
        setattr(newest, name, value)
    newest.save_revision()
    release_lanes(newest, [lanes.SHARED, "ja"], significance=significance)
    return type(page).objects.get(pk=page.pk)


@pytest.fixture
def behind(page):
    """English lacks a change (teams), an addition (moving), and has what Japanese lost (intro)."""
    return revise(page, body_ja=paragraphs(teams="職員は約1,000人です。", moving="引っ越しの届け出"))


def work(page):
    return translation_work(type(page).objects.get(pk=page.pk), "en")


def kinds(page):
    return {key.partition("/")[2]: unit.kind for key, unit in work(page).opened.items()}


def update(page, block_id, text, user=None, **options):
    key, now = f"body/{block_id}", work(page)
    digests = {"source_digest": now.source[key].digest, "target_digest": fingerprint(now.target.get(key))}
    translating.update(page, "en", key, {"": text}, user, **{**digests, **options})


def english(page):
    return {unit.block_id: unit.plain for unit in work(page).target.values() if unit.block_id}


def notice(page):
    return type(page).objects.get(pk=page.pk).outdated_en


def url(page, language="en"):
    return reverse("desk_translate", args=[page.pk, language])


def send(client, page, action, block_id, *, scripts=False, **fields):
    key, now = f"body/{block_id}", work(page)
    source, target = now.source.get(key), now.target.get(key)
    digests = {"source": source.digest if source else "", "target": fingerprint(target)}
    data = {"key": key, "action": action, **digests, **fields}
    return client.post(url(page), data, HTTP_ACCEPT="application/json" if scripts else "text/html")


class Machine:
    name = "Machine"
    answers = "<p>It has about 1,000 staff.</p>"

    def translate(self, texts, source, target, *, terms=None):
        if self.answers is None:
            raise SuggestionUnavailable(Reason.DOWN)
        return [self.answers for _text in texts]


@pytest.fixture
def machine(monkeypatch):
    service = Machine()
    monkeypatch.setattr(translation_suggestions, "provider", lambda: service)
    return service
