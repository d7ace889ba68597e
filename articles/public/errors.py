"""Pages for what is not there."""

from django.shortcuts import render

from articles import languages
from articles.public.frame import FrameBuilder
from articles.public.links import resolve


def not_found(request, elsewhere=None):
    """404 in the language of the address; `elsewhere` maps languages to addresses where the page does exist."""
    language = languages.current()
    builder = FrameBuilder(language)
    resolved = resolve(builder.references, language)
    home = {code: f"/{code}/" for code in languages.codes()}
    others = [(code, languages.name(code), address) for code, address in (elsewhere or {}).items() if code != language]
    context = {
        "frame": builder.build(resolved, path=request.path, alternates=elsewhere or home),
        "elsewhere": others,
        "language": language,
    }
    return render(request, "404.html", context, status=404)


def page_not_found(request, exception=None):
    return not_found(request)


def server_error(request):
    return render(request, "500.html", status=500)
