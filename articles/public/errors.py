"""Pages for what is not there, and for what went wrong."""

import base64
import hashlib
import re
from functools import cache

from django.http import HttpResponse
from django.shortcuts import render
from django.template.loader import render_to_string

from articles import languages
from articles.models import ExplainerPage
from articles.public.frame import FrameBuilder
from articles.public.links import resolve

NEWEST = 5


def not_found(request, elsewhere=None):
    """404 in the language of the address; `elsewhere` maps languages to addresses where the page does exist."""
    language = languages.current()
    builder = FrameBuilder(language)
    resolved = resolve(builder.references, language)
    home = {code: f"/{code}/" for code in languages.codes()}
    others = [(code, languages.name(code), address) for code, address in (elsewhere or {}).items() if code != language]
    newest = ExplainerPage.objects.released(language).for_listing().newest_first(language)
    context = {
        "frame": builder.build(resolved, path=request.path, alternates=elsewhere or home),
        "elsewhere": others,
        "newest": newest[:NEWEST],
        "words": words_of(request.path),
        "language": language,
    }
    return render(request, "404.html", context, status=404)


def words_of(path):
    """What somebody may have looked for at an address that is not there: `my number card` of `/en/my-number-card/`."""
    last = re.sub(r"\.[a-z]+$", "", path.rstrip("/").rpartition("/")[2])
    words = re.sub(r"[-_+\s]+", " ", last).strip()
    return "" if words.isdigit() or words in languages.codes() else words


def page_not_found(request, exception=None):
    return not_found(request)


def server_error(request):
    """Needs nothing that may be broken: no database, no session, no other file."""
    page, policy = _server_error()
    return HttpResponse(page, status=500, headers={"Content-Security-Policy": policy})


@cache
def _server_error():
    page = render_to_string("500.html")
    style = re.search(r"<style>(.*?)</style>", page, re.DOTALL)[1]
    digest = base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()
    return page, f"default-src 'none'; style-src 'sha256-{digest}'; base-uri 'none'; form-action 'none'"
