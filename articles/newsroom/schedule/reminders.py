"""Reminding people of dates: facts to be checked again, translations that are late. Once per date."""

from datetime import datetime, time
from functools import partial

from django.db import transaction
from django.db.models import Exists, OuterRef
from django.utils import timezone
from django.utils.translation import gettext as _

from articles import languages, rights
from articles.models import ExplainerPage, LaneStatus, Notice, Reminder, Translation
from articles.newsroom.notices.notices import tell, who_may
from articles.newsroom.schedule.due_jobs import Job, claimed, claimed_page


def reminders(now):
    """A `Job` per page and date that nobody was reminded of yet; a day begins and ends where the newsroom is."""
    today = timezone.localdate(now, timezone.get_default_timezone())
    return [*_reviews(today), *_translations(today)]


# --- facts
def _reviews(today):
    told = Reminder.objects.filter(page=OuterRef("pk"), kind=Notice.Kind.REVIEW_DUE, due_on=OuterRef("review_by"))
    pages = ExplainerPage.objects.released(languages.default()).filter(~Exists(told), review_by__lte=today)
    for pk, due_on, title in pages.order_by("review_by", "pk").values_list("pk", "review_by", "title"):
        yield Job("review-due", _moment(due_on), pk, title, partial(remind_of_review, pk, today))


@transaction.atomic
def remind_of_review(pk, today):
    """Authors have no accounts: whoever may edit the source language can check the facts."""
    page, source = claimed(ExplainerPage, pk), languages.default()
    if source not in page.released_languages() or not page.review_by or page.review_by > today:
        return ""
    return _remind(page, source, Notice.Kind.REVIEW_DUE, page.review_by, who_may(rights.EDIT, source))


# --- translations
def _late(today):
    """Translations past their date that have something left to translate, and somebody who is to do it."""
    told = Reminder.objects.filter(
        page=OuterRef("page"), lane=OuterRef("lane"), kind=Notice.Kind.TRANSLATION_DUE, due_on=OuterRef("due_on")
    )
    work = LaneStatus.objects.filter(page=OuterRef("page"), lane=OuterRef("lane"), open_units__gt=0)
    return Translation.objects.filter(~Exists(told), Exists(work), due_on__lt=today, assignee__is_active=True)


def _translations(today):
    rows = _late(today).order_by("due_on", "pk").values_list("pk", "page_id", "due_on", "page__draft_title")
    for pk, page_id, due_on, title in rows:
        yield Job(
            "translation-due", _moment(due_on), page_id, title, partial(remind_of_translation, pk, page_id, today)
        )


@transaction.atomic
def remind_of_translation(pk, page_id, today):
    page = claimed_page(page_id)
    row = _late(today).filter(pk=pk).select_related("assignee").first()
    if row is None:
        return ""
    return _remind(page, row.lane, Notice.Kind.TRANSLATION_DUE, row.due_on, [row.assignee])


def _remind(page, lane, kind, due_on, people):
    """Nothing is remembered while there is nobody to tell."""
    people = list(people)
    if not people:
        return ""
    _row, is_new = Reminder.objects.get_or_create(page_id=page.pk, lane=lane, kind=kind, due_on=due_on)
    if not is_new:
        return ""
    tell(people, kind, page, lane, text=_("Due on %(date)s") % {"date": due_on.isoformat()})
    return f"reminded {len(people)} of {due_on.isoformat()}"


def _moment(day):
    return timezone.make_aware(datetime.combine(day, time.min), timezone.get_default_timezone())
