"""Readings for the furigana, stored when a text is released: no reader's request ever works them out."""

from django_tasks import task

from articles import lanes
from articles.lanes.plain_text import running_text
from articles.models import LaneReadings, LaneRelease
from articles.models.readings import key
from articles.newsroom.notices.background import after_commit
from articles.readings import LANGUAGE, analysed, has_kanji


def read_after_commit(page_pk, lane):
    """Nothing that happens here can break or undo the release that it is about."""
    if lane == LANGUAGE:
        after_commit(store_readings, page_pk)


@task
def store_readings(page_pk):
    """Work out and keep the readings of what readers may see of a page; of what has not changed they are kept."""
    release = LaneRelease.objects.filter(page_id=page_pk, lane=LANGUAGE).select_related("page").first()
    if release is None:
        return
    row = LaneReadings.objects.filter(page_id=page_pk, lane=LANGUAGE).first()
    known = row.texts if row else {}
    texts = {key(text): text for text in _texts(release)}
    found = {name: known[name] if name in known else analysed(text) for name, text in texts.items()}
    LaneReadings.objects.update_or_create(page_id=page_pk, lane=LANGUAGE, defaults={"texts": found})


def _texts(release):
    """Every text of a release in which something has to be read, as it runs on the page."""
    model = release.page.specific_class
    for unit in lanes.units(model, release.content, LANGUAGE).values():
        for segment in unit.segments:
            text = running_text(segment.text) if segment.html else segment.text
            if has_kanji(text):
                yield text
