"""Demo news as pages."""

from django.utils.dateparse import parse_datetime

from articles.demo.releases import add_draft, backdate, demo_key, release
from articles.languages import codes, column, default
from articles.models import NewsItemExplainer, NewsItemPage


def ensure_news(feed, rows, categories, topics, explainers):
    """How many items are new. A row without a text in one language is released in the others alone."""
    keys = {row["slug"]: demo_key(f"news:{row['slug']}") for row in rows}
    known = set(NewsItemPage.objects.filter(translation_key__in=keys.values()).values_list("translation_key", flat=True))
    missing = [row for row in rows if keys[row["slug"]] not in known]
    for row in missing:
        _make(feed, row, categories, topics, explainers)
    return len(missing)


def _make(feed, row, categories, topics, explainers):
    written = [code for code in codes() if row.get(code)]
    page = add_draft(feed, NewsItemPage, f"news:{row['slug']}", row["slug"], title=row[default()]["headline"])
    for code in written:
        for name in ("headline", "summary"):
            setattr(page, column(name, code), row[code][name])
    page.published_at = parse_datetime(row["published_at"])
    page.category = categories[row["category"]]
    page.source_name, page.source_url = row.get("source_name", ""), row.get("source_url", "")
    page.topics.set([topics[slug] for slug in row["topics"]])
    page.explainer_links.set(
        [NewsItemExplainer(explainer_id=explainers[slug], sort_order=place) for place, slug in enumerate(row["explainers"])]
    )
    release(page, written)
    backdate(page, page.published_at, page.published_at)
