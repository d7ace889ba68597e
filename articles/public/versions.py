"""Earlier texts of a page, as readers were shown them: readable for good, and kept out of search engines."""

from copy import copy
from dataclasses import dataclass

from django.http import Http404, HttpResponseRedirect
from django.template.response import TemplateResponse

from articles import lanes, languages
from articles.models import Correction, ReleasedVersion
from articles.public.addresses import page_address
from articles.public.frame import FrameBuilder
from articles.public.links import resolve
from articles.querysets import released_corrections

PART = "versions"
PER_PAGE = 50
NOINDEX = "noindex"
KINDS = {
    lanes.Significance.UPDATE: [Correction.Kind.UPDATE],
    lanes.Significance.CORRECTION: [Correction.Kind.CORRECTION],
}


@dataclass(frozen=True)
class Earlier:
    """What the page's own template has to know to show an earlier text."""

    number: int
    released_at: object
    superseded_at: object
    current: str  # address of the page as it is now


def versions(request, page, rest, view):
    """The list of texts, or one of them shown by `view`, the page's own: `(request, page, earlier=Earlier)`."""
    if len(rest) > 1:
        raise Http404("nothing below a version")
    response = _one(request, page, rest[0], view) if rest else _list(request, page)
    response["X-Robots-Tag"] = NOINDEX
    return response


def _one(request, page, text, view):
    language = languages.current()
    current = page_address(page.url_path, language)
    version = _versions(page, language).filter(number=_number(text)).first()
    if version is None or version.hidden_at:
        raise Http404("no such version")
    if version.superseded_at is None:
        return HttpResponseRedirect(current)
    return view(
        request,
        as_it_was(page, version),
        earlier=Earlier(version.number, version.released_at, version.superseded_at, current),
    )


def _versions(page, language):
    return ReleasedVersion.objects.filter(page_id=_text_of(page), lane=language)


def _text_of(page):
    """The page whose texts these are: an alias shows those of its source."""
    return page.alias_of_id or page.pk


def _number(text):
    """`3` for "3"; raises `Http404` for every other spelling, because a text has one address."""
    if not (text.isascii() and text.isdigit() and len(text) <= 9 and not text.startswith("0")):
        raise Http404("not a version")
    return int(text)


def as_it_was(page, version):
    """`page` with the text of `version` in its language; what has no language is as it is now."""
    past = copy(page)
    for name in lanes.lane_keys(type(page), version.lane):
        setattr(past, name, page._meta.get_field(name).to_python(version.content.get(name)))
    setattr(past, languages.column("released_at", version.lane), version.released_at)
    setattr(past, languages.column("outdated", version.lane), None)
    past.told, past.history, past.version_number = [], [], None
    return past


def _list(request, page):
    language = languages.current()
    builder = FrameBuilder(language)
    rows = _versions(page, language).defer("content").order_by("-number")
    before = request.GET.get("before")
    if before:
        rows = rows.filter(number__lt=_number(before))
    found = list(rows[: PER_PAGE + 1])
    if not found:
        raise Http404("no versions")
    shown, base = found[:PER_PAGE], page_address(page.url_path, language)
    context = {
        "page": page,
        "language": language,
        "base": base,
        "versions": _described(page, shown, language),
        "older": f"?before={shown[-1].number}" if len(found) > PER_PAGE else "",
        "is_first": not before,
        "frame": builder.build(resolve(builder.references, language), path=request.path, alternates={}),
    }
    return TemplateResponse(request, "articles/versions.html", context)


def _described(page, versions, language):
    """`[(version, [kinds of change])]`: the corrections that a text carries out, else how much it mattered."""
    corrections = released_corrections(language).filter(page_id=_text_of(page))
    made_by = {}
    for number, kind in corrections.values_list(languages.column("version_after", language), "kind"):
        made_by.setdefault(number, []).append(Correction.Kind(kind).label)
    return [
        (version, made_by.get(version.number) or [kind.label for kind in KINDS.get(version.significance, ())])
        for version in versions
    ]
