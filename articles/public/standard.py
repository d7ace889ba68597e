"""Pages about the site itself."""

from django.template.response import TemplateResponse

from articles import languages
from articles.public import body as bodies
from articles.public.corrections import told
from articles.public.frame import FrameBuilder, page_alternates
from articles.public.links import resolve
from articles.public.listing import no_rest
from articles.public.outdated import notice
from articles.public.versions import PART, versions


def standard_page(request, page, rest=()):
    if rest[:1] == (PART,):
        return versions(request, page, rest[1:], _show)
    no_rest(rest)
    return _show(request, page)


def _show(request, page, earlier=None):
    language = languages.current()
    builder = FrameBuilder(language)
    raw = bodies.raw_blocks(languages.read(page, "body", language))
    resolved = resolve(builder.references | bodies.references(raw), language)
    body = bodies.body(raw, resolved, language)
    context = {
        "page": page,
        "language": language,
        "body": body,
        "updated": languages.read(page, "released_at", language),
        "earlier": earlier,
        "outdated": notice(page, language, body),
        "corrections": told(page, language),
        "frame": builder.build(resolved, path=request.path, alternates={} if earlier else page_alternates(page)),
    }
    return TemplateResponse(request, "articles/standard_page.html", context)
