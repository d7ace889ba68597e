"""What readers can find, kept ready when a text is released."""

from django_tasks import task

from articles import lanes, languages
from articles.models import LaneRelease, SearchText
from articles.newsroom.notices.background import after_commit
from articles.search import folded


def index_after_commit(page_pk, lane):
    """Nothing that happens here can break or undo the release that it is about."""
    if lane in languages.codes():
        after_commit(store_search_text, page_pk, lane)


@task
def store_search_text(page_pk, lane):
    """Keep what readers may see of a page in one language ready for searching."""
    release = LaneRelease.objects.filter(page_id=page_pk, lane=lane).select_related("page").first()
    if release is None:
        return
    units = lanes.units(release.page.specific_class, release.content, lane)
    headline = units.pop("headline").plain if "headline" in units else ""
    lines = [line for unit in units.values() for line in unit.plain.splitlines()]
    SearchText.objects.update_or_create(
        page_id=page_pk,
        lane=lane,
        defaults={
            "digest": release.digest,
            "headline": folded(headline),
            "text": folded("\n".join([headline, *lines])),
            "lines": lines,
        },
    )
