"""The demo newsroom beside what a site holds already: nothing of others is changed or put in the way."""

import pytest
from django.core.cache import cache
from django.core.management import CommandError, call_command
from wagtail.models import Site

from articles.demo import loader
from articles.demo.news import NEWS
from tests.demo import reader, stored_rows

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _forgetful():
    yield
    cache.clear()  # Wagtail remembers where the site begins


def test_existing_content_stays_as_it_is(site):
    own = [site.explainer("our-own"), site.item("our-item"), site.home]
    before = [page.__class__.objects.filter(pk=page.pk).values().get() for page in own]
    sites = list(Site.objects.values())
    loader.load(picture_width=96, archive_days=1)
    ignored = {"numchild"}
    for page, row in zip(own, before, strict=True):
        now = page.__class__.objects.filter(pk=page.pk).values().get()
        assert {k: v for k, v in now.items() if k not in ignored} == {k: v for k, v in row.items() if k not in ignored}
    assert list(Site.objects.values()) == sites
    assert reader("/ja/explainers/our-own/").status_code == 200
    assert reader("/ja/explainers/digital-agency/").status_code == 200


@pytest.mark.parametrize("make", ["explainer", "item"])
def test_an_address_in_use_is_refused_before_anything_is_written(site, make):
    getattr(site, make)({"explainer": "stablecoins", "item": NEWS[0]["slug"]}[make])
    before = stored_rows()
    with pytest.raises(CommandError, match="slug"):
        call_command("load_demo")
    assert stored_rows() == before
