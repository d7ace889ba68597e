"""Pages about the site itself."""

from django.template.response import TemplateResponse

from articles.public.listing import no_rest
from articles.public.text_page import text_of
from articles.public.versions import PART, versions


def standard_page(request, page, rest=()):
    if rest[:1] == (PART,):
        return versions(request, page, rest[1:], _show)
    no_rest(rest)
    return _show(request, page)


def _show(request, page, earlier=None):
    text = text_of(request, page, earlier, links_terms=False)
    return TemplateResponse(request, "articles/standard_page.html", text.context)
