"""Wagtail's `purge_revisions` takes nothing away that readers see. In a file of its own: the command must commit."""

import pytest
from wagtail.management.commands.purge_revisions import purge_revisions
from wagtail.models import Revision

from tests import factories as make

pytestmark = pytest.mark.django_db(transaction=True, serialized_rollback=True)


def test_purging_revisions_leaves_what_readers_see(site, client):
    page = site.explainer("main")
    for number in range(3):
        draft = make.draft(page)
        draft.headline_ja = f"下書き{number}"
        draft.save_revision()
    purge_revisions()
    page = type(page).objects.get(pk=page.pk)
    assert page.live_revision is not None
    assert Revision.objects.for_instance(page).count() == 2  # the live one and the newest
    assert "見出しmain" in client.get("/ja/explainers/main/").content.decode()
    draft = make.draft(page)
    assert draft.headline_ja == "下書き2"
    make.release(draft, "ja")
    assert "下書き2" in client.get("/ja/explainers/main/").content.decode()
