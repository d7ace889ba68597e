"""What the buttons of a row do: each takes the request's form and answers with what to say, or with what was typed."""

from dataclasses import dataclass
from html import escape

from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from wagtail.models import Comment

from articles.desk.translate import comments
from articles.desk.translate.pieces import stored_texts, typed_texts
from articles.desk.translate.rows import Typed
from articles.desk.typed import storable
from articles.models.glossary import current_terms
from articles.newsroom.translation import suggestions as translation_suggestions
from articles.newsroom.translation import translating
from articles.newsroom.translation.work import translation_work


@dataclass
class Outcome:
    """`typed` is set when the row has to be shown again with it; `goes_on` when the next open row is to be opened."""

    said: str
    key: str = ""
    typed: Typed | None = None
    goes_on: bool = False
    is_refused: bool = False


def act(page, language, request):
    """Carry out the action that a row's form asks for; an `Outcome`. Refusals are outcomes too."""
    data, key = request.POST, request.POST.get("key", "")
    action = ACTIONS.get(data.get("action"))
    work = translation_work(page, language)
    if action is None or (key not in work.source and key not in work.target and key not in work.done):
        return Outcome(_("This part is no longer there."), is_refused=True)
    try:
        return action(work, key, request)
    except translating.NotTranslated as refusal:
        return _refused(work, key, data, refusal)


def _refused(work, key, data, refusal):
    typed = None
    if any(name.startswith(("text:", "rich:")) for name in data):
        typed = _typed(work, key, data)
        typed.error = refusal.reason
        typed.path = getattr(refusal, "path", None)
        typed.is_conflict = isinstance(refusal, translating.Conflict)
    return Outcome(refusal.reason, key, typed, is_refused=True)


def _typed(work, key, data):
    unit = work.source.get(key)
    texts = stored_texts(unit, typed_texts(data)) if unit else typed_texts(data)
    return Typed(key, texts, "take_media" in data, has_machine_text="machine" in data)


def _update(work, key, request):
    data, typed = request.POST, _typed(work, key, request.POST)
    translating.update(
        work.page,
        work.language,
        key,
        typed.texts,
        request.user,
        data.get("source", ""),
        data.get("target", ""),
        take_media=typed.take_media,
    )
    return Outcome(_("Translation updated."), key, goes_on=True)


def _no_effect(work, key, request):
    translating.no_effect(work.page, work.language, key, request.user, request.POST.get("source", ""))
    return Outcome(_("No effect: the translation stays as it is."), key, goes_on=True)


def _leave_out(work, key, request):
    translating.leave_out(work.page, work.language, key, request.user, request.POST.get("source", ""))
    return Outcome(_("Left out of the translation."), key, goes_on=True)


def _remove(work, key, request):
    translating.remove(work.page, work.language, key, request.user)
    return Outcome(_("Removed from the translation."), key, goes_on=True)


def _keep(work, key, request):
    translating.keep(work.page, work.language, key, request.user)
    return Outcome(_("Kept in the translation."), key, goes_on=True)


def _redo(work, key, request):
    translating.redo(work.page, work.language, key, request.user)
    return Outcome(_("Open again."), key)


def _suggest(work, key, request):
    typed = _typed(work, key, request.POST)
    translation_suggestions.suggest(work.page, work.language, key, request.user)
    return Outcome(_("A suggestion is shown. It is not part of the translation yet."), key, typed)


def _dismiss(work, key, request):
    translation_suggestions.dismiss(work.page, work.language, key, request.user)
    return Outcome(_("The suggestion is closed."), key, _typed(work, key, request.POST))


def _insert(work, key, request):
    """The suggestion goes behind what is there, never in its place."""
    typed, suggested = _typed(work, key, request.POST), work.row.machine.get(key, {})
    html = {segment.path for segment in work.source[key].segments if segment.html} if key in work.source else set()
    for path, text in suggested.items():
        present = typed.texts.get(path, "")
        joint = "" if path in html or not present else "\n"
        typed.texts[path] = f"{present}{joint}{text}"
    typed.has_machine_text = bool(suggested)
    said = _("The suggestion is inserted. Check it, then update the translation.")
    return Outcome(said if suggested else _("No suggestion is available."), key, typed)


def _fix(work, key, request):
    """Put the approved terms in the place of the forbidden ones, as far as markup does not divide them."""
    typed, count = _typed(work, key, request.POST), 0
    html = {segment.path for segment in work.source[key].segments if segment.html} if key in work.source else set()
    for path, text in typed.texts.items():
        for match in reversed(current_terms().violations(text, work.language)):
            name = match.term.names[work.language]
            text = text[: match.start] + (escape(name) if path in html else name) + text[match.end :]
            count += 1
        typed.texts[path] = text
    said = ngettext("%(count)d term replaced.", "%(count)d terms replaced.", count) % {"count": count}
    return Outcome(said, key, typed)


def _comment(work, key, request):
    text = storable(request.POST.get("comment"))
    if not text:
        return Outcome(_("Write the comment first."), key, is_refused=True)
    comments.add_comment(work, key, request.user, text, request)
    return Outcome(_("Comment added."), key)


def _thread(work, request):
    """The comment that a form names, or None: only of this page, and only an open one."""
    number = request.POST.get("thread", "")
    rows = Comment.objects.filter(page_id=work.page.pk, resolved_at=None).select_related("user")
    return rows.filter(pk=number).first() if number.isdecimal() else None


def _reply(work, key, request):
    comment, text = _thread(work, request), storable(request.POST.get("comment"))
    if comment is None or not text:
        return Outcome(_("Write the comment first."), key, is_refused=True)
    comments.add_reply(work, comment, request.user, text, request)
    return Outcome(_("Reply added."), key)


def _resolve(work, key, request):
    comment = _thread(work, request)
    if comment is None:
        return Outcome(_("This comment is resolved already."), key, is_refused=True)
    comments.resolve(work, comment, request.user, request)
    return Outcome(_("Comment resolved."), key)


ACTIONS = {
    "update": _update,
    "no-effect": _no_effect,
    "leave-out": _leave_out,
    "remove": _remove,
    "keep": _keep,
    "redo": _redo,
    "suggest": _suggest,
    "insert": _insert,
    "dismiss": _dismiss,
    "fix": _fix,
    "comment": _comment,
    "reply": _reply,
    "resolve": _resolve,
}
