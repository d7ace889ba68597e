from django.core.management.base import BaseCommand
from django.db.models import Exists, OuterRef

from articles import languages
from articles.models import LaneReadings, LaneRelease, SearchText
from articles.newsroom.readings import store_readings
from articles.newsroom.search_texts import store_search_text
from articles.readings import LANGUAGE


class Command(BaseCommand):
    help = (
        "Prepare released texts for searching and for furigana, where that has not been done: after an upgrade, or "
        "after a worker was lost. Texts that are released from then on are prepared by themselves."
    )

    def add_arguments(self, parser):
        parser.add_argument("--all", action="store_true", help="prepare those already prepared too")

    def handle(self, *args, **options):
        releases = LaneRelease.objects.filter(lane__in=languages.codes()).order_by("pk")
        counts = [
            self._prepare(_due(releases, _indexed(), options["all"]), "searching", store_search_text.func),
            self._prepare(_due(releases.filter(lane=LANGUAGE), _read(), options["all"]), "furigana", _store_readings),
        ]
        if not any(counts):
            self.stdout.write("Every released text was prepared already.")

    def _prepare(self, due, purpose, work):
        count = 0
        for page, lane in due.values_list("page", "lane").iterator():
            work(page, lane)
            count += 1
        if count:
            self.stdout.write(f"Prepared for {purpose}: {count}")
        return count


def _due(releases, done, everything):
    return releases if everything else releases.filter(~Exists(done))


def _store_readings(page, _lane):
    store_readings.func(page)


def _of_the_release(model):
    return model.objects.filter(page=OuterRef("page"), lane=OuterRef("lane"))


def _indexed():
    return _of_the_release(SearchText).filter(digest=OuterRef("digest"))


def _read():
    return _of_the_release(LaneReadings)
