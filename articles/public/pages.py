"""From an address to a page: finds it in one query, and answers 404 wherever readers may not go."""

from django.http import Http404
from django.views.decorators.http import require_safe
from wagtail import views as wagtail_views

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
    if page.private:
        return _ask_for_the_key(request, path, page)
    if language not in page.released_languages():
        return not_found(request, elsewhere=page_alternates(page))
    below = len(parts) - page.url_path.removeprefix(root).count("/")
    try:
        return page.serve(request, rest=tuple(parts[len(parts) - below :]))
    except Http404:
        return not_found(request)


def _ask_for_the_key(request, path, page):
    """A private page goes through Wagtail's own view, which asks for the password or the login."""
    if languages.current() not in page.released_languages():
        return not_found(request)
    try:
        return wagtail_views.serve(request, path)
    except Http404:
        return not_found(request)
