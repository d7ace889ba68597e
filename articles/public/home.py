"""The front page."""

from django.db.models import Q
from django.template.response import TemplateResponse

from articles import languages
from articles.models import ExplainerPage, NewsItemPage, Picks, Topic
from articles.public.body import raw_blocks
from articles.public.frame import FrameBuilder, page_alternates
from articles.public.links import References, resolve
from articles.public.listing import by_day, no_rest
from articles.public.live_news import BRIEF, live_address
from articles.public.starting import candidates, topic_groups, with_clearest

NEWS = 12
EXPLAINERS = 24


def home_page(request, page, rest=()):
    no_rest(rest)
    language = languages.current()
    builder = FrameBuilder(language)
    picks = Picks.stored()
    steps = [block["value"] for block in raw_blocks(languages.read(picks, "steps", language))]
    resolved = resolve(builder.references | References(pages={step["page"] for step in steps}), language)
    frame = builder.build(resolved, path=request.path, alternates=page_alternates(page))
    news = list(NewsItemPage.objects.in_stream("all", language).for_listing()[:NEWS])
    context = {
        "page": page,
        "language": language,
        **_explainers(picks, language),
        "steps": [(step, resolved.links[step["page"]]) for step in steps if step["page"] in resolved.links],
        "days": by_day(news),
        "live": live_address(frame.news.address, news, BRIEF) if frame.news else "",
        "frame": frame,
    }
    return TemplateResponse(request, "articles/home_page.html", context)


def _explainers(picks, language):
    """The lead, the picks and the topics with their explainers: all explainers in one query."""
    topics = list(with_clearest(Topic.objects.all(), language))
    picked = [block["value"] for block in raw_blocks(picks.picks) if block["value"]]
    released = ExplainerPage.objects.released(language)
    newest = released.newest_first(language).values("pk")[:EXPLAINERS]
    wanted = Q(pk__in={*picked, picks.lead_id, *candidates(topics)} - {None}) | Q(pk__in=newest)
    pages = released.filter(wanted).for_listing().select_related("hero").prefetch_related("topics")
    explainers = {page.pk: page for page in pages.newest_first(language)}
    lead = explainers.get(picks.lead_id) or next(iter(explainers.values()), None)
    return {
        "lead": lead,
        "picks": [explainers[pk] for pk in picked if pk in explainers and explainers[pk] != lead],
        "topics": topic_groups(topics, list(explainers.values())),
    }
