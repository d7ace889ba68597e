"""Demo news as pages: the items of the page through the publishing path, the long archive by a shorter way."""

from django.utils.dateparse import parse_datetime

from articles.demo.blocks import stable_id
from articles.demo.releases import add_draft, add_released, backdate, demo_key, release
from articles.languages import codes, column
from articles.models import NewsItemExplainer, NewsItemPage


class NewsLoader:
    """Makes items below `feed`; the maps lead from the slugs in the content to objects, for explainers to ids."""

    def __init__(self, feed, categories, topics, explainers):
        self.feed, self.categories, self.topics, self.explainers = feed, categories, topics, explainers

    def ensure_items(self, rows):
        """How many are new."""
        missing = _missing(rows)
        for row in missing:
            page = self._page(row)
            add_draft(self.feed, page, _name(row))
            release(page, _written(row))
            backdate(page, page.published_at, page.published_at)
        return len(missing)

    def ensure_archive(self, rows):
        """How many are new."""
        missing = _missing(rows)
        for row in missing:
            page = self._page(row)
            add_released(self.feed, page, _name(row), _written(row), page.published_at)
        return len(missing)

    def _page(self, row):
        page = NewsItemPage(
            slug=row["slug"],
            published_at=parse_datetime(row["published_at"]),
            category=self.categories[row["category"]],
            source_name=row["source_name"],
            source_url=row["source_url"],
        )
        for code in _written(row):
            for name, text in row[code].items():
                setattr(page, column(name, code), text)
        page.topics.set([self.topics[slug] for slug in row["topics"]])
        page.explainer_links.set([self._link(name) for name in row["explainers"]])
        return page

    def _link(self, name):
        """To an explainer, `stablecoins`, or to a section of it, `digital-agency#blockchain`."""
        slug, _, key = name.partition("#")
        return NewsItemExplainer(explainer_id=self.explainers[slug], section=stable_id(slug, key) if key else "")


def _name(row):
    return f"news:{row['slug']}"


def _written(row):
    """A row without a text in some language is released in the others alone."""
    return [code for code in codes() if row[code]]


def _missing(rows):
    keys = {demo_key(_name(row)): row for row in rows}
    known = set(NewsItemPage.objects.filter(translation_key__in=keys).values_list("translation_key", flat=True))
    return [row for key, row in keys.items() if key not in known]
