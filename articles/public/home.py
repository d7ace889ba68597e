"""The front page."""

from django.template.response import TemplateResponse

from articles import languages
from articles.models import ExplainerPage, NewsItemPage, Picks
from articles.public.body import raw_blocks
from articles.public.frame import FrameBuilder, page_alternates
from articles.public.links import resolve
from articles.public.listing import by_day, grouped_by_topic, no_rest
from articles.public.live_news import BRIEF, live_address

NEWS = 12
EXPLAINERS = 24


def home_page(request, page, rest=()):
    no_rest(rest)
    language = languages.current()
    builder = FrameBuilder(language)
    picks = Picks.stored()
    picked_ids = [block["value"] for block in raw_blocks(picks.picks) if block["value"]]
    explainers = ExplainerPage.objects.released(language).for_listing().select_related("hero")
    picked = explainers.in_bulk({*picked_ids, picks.lead_id} - {None})
    newest = list(explainers.newest_first(language).prefetch_related("topics")[:EXPLAINERS])
    lead = picked.get(picks.lead_id) or (newest[0] if newest else None)
    news = list(NewsItemPage.objects.in_stream("all", language).for_listing()[:NEWS])
    frame = builder.build(resolve(builder.references, language), path=request.path, alternates=page_alternates(page))
    context = {
        "page": page,
        "language": language,
        "lead": lead,
        "picks": [picked[pk] for pk in picked_ids if pk in picked and picked[pk] != lead],
        "topics": grouped_by_topic(newest, once=True),
        "days": by_day(news),
        "live": live_address(frame.news.address, news, BRIEF) if frame.news else "",
        "frame": frame,
    }
    return TemplateResponse(request, "articles/home_page.html", context)
