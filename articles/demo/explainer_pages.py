"""Demo explainers as pages, with the states that a newsroom has: released, held in one language, not yet published."""

from datetime import datetime, timedelta

from django.utils import timezone
from django.utils.dateparse import parse_date, parse_datetime
from django.utils.timezone import get_default_timezone

from articles.demo import stories
from articles.demo.blocks import BodyBuilder, stored_sources
from articles.demo.explainers import EXPLAINERS
from articles.demo.releases import add_draft, backdate, existing, release
from articles.languages import codes, column, default, translations
from articles.models import ExplainerPage, Notice
from articles.newsroom.review import reviews

TEXTS = ("headline", "standfirst", "hero_alt", "hero_caption")
DRAFT = {
    "slug": "digital-day",
    "topics": ["administration"],
    "authors": ["dajp-editors"],
    "first_published": "2025-12-04T09:00+09:00",
    "ja": {
        "headline": "「デジタルの日」とは(執筆中)",
        "standfirst": "デジタル庁が発足した2021年から設けられている「デジタルの日」を取り上げる、書きかけの解説です。",
        "body": [
            ("what", "heading", {"level": "2", "text": "どんな日か"}),
            (
                "what-1",
                "paragraph",
                '<p>「デジタルの日」は、<a explainer="digital-agency">デジタル庁</a>が発足した2021年に始まりました。</p>',
            ),
        ],
    },
}
HELD = ("government-cloud", "en", " This sentence is a newer draft, not yet released.")


def ensure_explainers(index, topics, authors, pictures, promos, writer=None):
    """`({slug: id} of all, how many are new)`. Two passes, because explainers link to one another.

    The draft is `writer`'s, who asks for a review of it.
    """
    pages, new = {}, {}
    for row in [*EXPLAINERS, DRAFT]:
        slug = row["slug"]
        page = existing(ExplainerPage, f"explainer:{slug}")
        if page is None:
            page = ExplainerPage(slug=slug, title=row[default()]["headline"])
            new[slug] = add_draft(index, page, f"explainer:{slug}")
        pages[slug] = page.pk
    builder = BodyBuilder(pages, pictures, promos)

    def fill(page, row):
        _fill(page, row, builder, topics, authors)

    for place, row in enumerate(EXPLAINERS):
        if page := new.get(row["slug"]):
            fill(page, stories.first_text(row))
            release(page, codes())
            _go_on(page.pk, row, fill)
            behind = translations() if row["slug"] == stories.MOVED_ON else ()
            backdate(page, parse_datetime(row["first_published"]), _reviewed_at(row, place), behind)
    if page := new.get(DRAFT["slug"]):
        fill(page, DRAFT)
        page.save_revision(user=writer)
        backdate(page, page.first_published, page.first_published)
        if writer:
            _ask_for_a_review(page, writer)
    return pages, len(new)


def _go_on(pk, row, fill):
    """What happened to some of them after their first release."""
    if row["slug"] == HELD[0]:
        _hold_back(pk)
    elif row["slug"] == stories.CORRECTED:
        stories.correct(pk, fill, row)
    elif row["slug"] == stories.UPDATED:
        stories.bring_up_to_date(pk, fill, row)
    elif row["slug"] == stories.MOVED_ON:
        stories.move_on(pk, fill, row)


def _ask_for_a_review(page, writer):
    """It waits in the inbox; nobody is mailed about a demo."""
    reviews.request_review(page, default(), writer, note="見本の依頼です。読んで、承認するか差し戻してください。")
    Notice.objects.filter(page_id=page.pk, mailed_at=None).update(mailed_at=timezone.now())


def _fill(page, row, builder, topics, authors):
    for code in [code for code in codes() if code in row]:
        for name in TEXTS:
            setattr(page, column(name, code), row[code].get(name, ""))
        setattr(page, column("body", code), builder.body(row["slug"], row[code]["body"]))
    page.hero_id = builder.pictures[row["hero"]] if "hero" in row else None
    page.sources = stored_sources(row["slug"], row.get("sources", []))
    page.first_published = parse_datetime(row["first_published"])
    page.last_reviewed = parse_date(row.get("last_reviewed", ""))
    page.review_by = parse_date(row.get("review_by", ""))
    page.topics.set([topics[slug] for slug in row["topics"]])
    page.authors.set([authors[slug] for slug in row["authors"]])


def _hold_back(pk):
    """A newer text in one language that a publish of the other leaves behind."""
    _slug, code, addition = HELD
    page = ExplainerPage.objects.get(pk=pk)
    field = column("standfirst", code)
    setattr(page, field, getattr(page, field) + addition)
    release(page, [default()])


def _reviewed_at(row, place):
    """The desk reviews one explainer after the other, the last of the list first."""
    nine = datetime.fromisoformat(f"{row['last_reviewed']}T09:00").replace(tzinfo=get_default_timezone())
    return nine - timedelta(minutes=10 * place)
