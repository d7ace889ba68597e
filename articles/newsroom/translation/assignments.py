"""Who translates a page into a language, and until when."""

from django.db import transaction
from django.utils.translation import gettext as _

from articles import languages, rights
from articles.models import Notice, Translation
from articles.newsroom.notices.notices import tell

KEEP = object()  # stands for the assignee or the date that a translation has already


class AssignmentRefused(Exception):
    """`reason` is fit to be shown to whoever asked; nothing has been changed."""

    def __init__(self, reason):
        super().__init__(reason)
        self.reason = reason


def may_assign(user, language):
    """Whoever works on a language in any way may say who does what."""
    return any(rights.may(user, act, language) for act in rights.ACTS)


@transaction.atomic
def assign(pages, language, user, assignee=KEEP, due_on=KEEP):
    """Give the translation of `pages` to `assignee` (None: to nobody) until `due_on` (None: no date).

    Tells the new assignee of each page. Returns the pages where something changed. Raises `AssignmentRefused`.
    """
    if language not in languages.translations() or not may_assign(user, language):
        raise AssignmentRefused(_("You have no right to work on this language."))
    if assignee not in (KEEP, None) and not rights.may(assignee, rights.EDIT, language):
        raise AssignmentRefused(_("This person has no right to edit this language."))
    rows = _rows(pages, language)
    wanted = {name: value for name, value in (("assignee", assignee), ("due_on", due_on)) if value is not KEEP}
    changed, told = [], []
    for page in pages:
        row = rows[page.pk]
        differing = {name for name, value in wanted.items() if getattr(row, name) != value}
        for name in differing:
            setattr(row, name, wanted[name])
        if differing:
            changed.append(page)
        if "assignee" in differing and assignee:
            told.append(page)
    if changed:
        Translation.objects.bulk_update([rows[page.pk] for page in changed], list(wanted))
    for page in told:
        tell([assignee], Notice.Kind.ASSIGNED, page, language, actor=user, text=_until(rows[page.pk]))
    return changed


def _rows(pages, language):
    """`{page id: Translation}`, locked; those that are missing are made."""
    ids = [page.pk for page in pages]
    new = [Translation(page_id=pk, lane=language) for pk in ids]
    Translation.objects.bulk_create(new, ignore_conflicts=True)
    found = Translation.objects.filter(page__in=ids, lane=language).select_for_update(of=("self",))
    return {row.page_id: row for row in found.select_related("assignee").order_by("pk")}


def _until(row):
    return _("Due on %(date)s") % {"date": row.due_on.isoformat()} if row.due_on else ""
