"""From an address to a page: finds it in one query, and answers 404 wherever readers may not go."""

from django.http import Http404, HttpResponse
from django.views.decorators.http import require_safe
from wagtail import hooks
from wagtail.views import serve_chain

from articles import languages
from articles.public.addresses import root_path
from articles.public.errors import not_found
from articles.public.frame import page_alternates
from articles.querysets import page_at

MAX_PARTS = 12


@require_safe
def serve(request, path):
    """The page at `path` (without the language), or the part of it that the rest of the path names."""
    language = languages.current()
    parts = [part for part in path.split("/") if part]
    if len(parts) > MAX_PARTS:
        return not_found(request)
    root = root_path()
    paths = [root + "".join(f"{part}/" for part in parts[:count]) for count in range(len(parts) + 1)]
    page = page_at(paths, language)
    if page is None or not page.live:
        return not_found(request)
    if language not in page.released_languages():
        return not_found(request, elsewhere={} if page.private else page_alternates(page))
    below = len(parts) - page.url_path.removeprefix(root).count("/")
    rest = tuple(parts[len(parts) - below :])
    try:
        return _behind_its_lock(request, page, rest) if page.private else page.serve(request, rest=rest)
    except Http404:
        return not_found(request)


def _behind_its_lock(request, page, rest):
    """As Wagtail's own view, which knows no parts of a page: its hooks ask for the password or the login."""
    for check in hooks.get_hooks("before_serve_page"):
        response = check(page, request, [], {"rest": rest})
        if isinstance(response, HttpResponse):
            return response
    chain = serve_chain
    for link in reversed(hooks.get_hooks("on_serve_page")):
        chain = link(chain)
    return chain(page, request, [], {"rest": rest})
