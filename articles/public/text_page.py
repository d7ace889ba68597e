"""What every page with a text of its own has in common: the text as readers see it, and what is said about it."""

from dataclasses import dataclass

from articles import languages
from articles.models import LaneReadings
from articles.public import body as bodies
from articles.public.addresses import page_address
from articles.public.change_log import History
from articles.public.corrections import told
from articles.public.frame import FrameBuilder, page_alternates
from articles.public.glossary import entry
from articles.public.links import References, Resolved, resolve
from articles.public.outdated import notice
from articles.public.versions import PART
from articles.public.wording import Readings, Wording
from articles.readings import LANGUAGE

WITH_FURIGANA = "ruby"  # ?ruby=1


@dataclass(frozen=True)
class Text:
    raw: list  # blocks of the body
    history: History
    resolved: Resolved
    context: dict


def text_of(request, page, earlier=None, *, beside=None, feeds=(), links_terms=True, lead="plain"):
    """The `Text` of a page as it is; or, given an `Earlier`, as it was.

    `beside` are the `References` of its template, besides those in the body. The `lead` is a `plain` text or, where it
    is most of the text that there is, a `running` one.
    """
    language = languages.current()
    builder = FrameBuilder(language)
    raw = bodies.raw_blocks(languages.read(page, "body", language))
    resolved = resolve(builder.references | bodies.references(raw) | (beside or References()), language)
    readings = _readings(request, page, builder.site, earlier)
    wording = Wording(language, builder.glossary(), readings, links_terms=links_terms)
    eras = language == LANGUAGE and builder.site.shows_eras
    body = bodies.body(raw, resolved, language, wording, eras=eras)
    used = [entry(row, language) for row in wording.used.values()]
    alternates = {} if earlier else page_alternates(page)
    history, corrections = History(page, language), told(page, language)
    context = {
        "page": page,
        "language": language,
        "headline": wording.plain(page.headline or ""),
        "lead": getattr(wording, lead)(languages.read(page, page.lead_field, language) or ""),
        "body": body,
        "eras": eras,
        "terms": [row for row in used if row.is_term],
        "people": [row for row in used if not row.is_term],
        "furigana": None if earlier else _switch(page, language, is_on=wording.readings is not None),
        "updated": languages.read(page, "released_at", language),
        "earlier": earlier,
        "outdated": notice(page, language, body),
        "corrections": corrections,
        "versions": "" if getattr(page, "private", False) else f"{page_address(page.url_path, language)}{PART}/",
        "log": [] if earlier else history.log(body, corrections),
        "frame": builder.build(resolved, path=request.path, alternates=alternates, feeds=feeds),
    }
    return Text(raw, history, resolved, context)


def _readings(request, page, site, earlier):
    """The `Readings` that were asked for, or None; only an editor's preview works out what is not stored."""
    if languages.current() != LANGUAGE or earlier:
        return None
    decided = [getattr(page, "readings", ""), site.readings]
    if getattr(request, "is_preview", False):
        return Readings(None, *decided) if request.GET.get(WITH_FURIGANA) == "1" else None
    if request.GET.get(WITH_FURIGANA) != "1":
        return None
    rows = LaneReadings.objects.filter(page_id=page.alias_of_id or page.pk, lane=LANGUAGE)
    return Readings(rows.values_list("texts", flat=True).first() or {}, *decided)


def _switch(page, language, *, is_on):
    """Where the same page is with furigana, or without: `{"is_on", "address", "plain"}`; None in other languages."""
    if language != LANGUAGE:
        return None
    plain = page_address(page.url_path, language)
    return {"is_on": is_on, "address": plain if is_on else f"{plain}?{WITH_FURIGANA}=1", "plain": plain}
