"""A notice as one sentence, and where it leads; the same in the inbox and in a mail."""

from django.urls import reverse
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from articles.models import Notice
from articles.newsroom.lane_names import lane_name

SENTENCES = {
    Notice.Kind.REVIEW_REQUESTED: _("%(actor)s asks for a review of %(lane)s: “%(page)s”"),
    Notice.Kind.APPROVED: _("%(actor)s approved %(lane)s: “%(page)s”"),
    Notice.Kind.SENT_BACK: _("%(actor)s sent %(lane)s back: “%(page)s”"),
    Notice.Kind.HELD: _("%(lane)s could not be published on time: “%(page)s”"),
    Notice.Kind.NOT_CORRECTED: _("The correction scheduled with %(lane)s was not issued: “%(page)s”"),
    Notice.Kind.OVERRIDE: _("%(actor)s approved %(lane)s as an exception, having edited it: “%(page)s”"),
    Notice.Kind.OUTDATED: _("%(lane)s is out of date: “%(page)s”"),
    Notice.Kind.REVIEW_DUE: _("The facts are to be checked again: “%(page)s”"),
    Notice.Kind.ASSIGNED: _("%(actor)s assigned you the translation into %(lane)s: “%(page)s”"),
    Notice.Kind.TRANSLATION_DUE: _("The translation into %(lane)s is overdue: “%(page)s”"),
}


def sentence(notice):
    """What happened, in the language that is active."""
    names = {
        "actor": person_name(notice.actor) if notice.actor else gettext("The system"),
        "lane": lane_name(notice.lane) if notice.lane else "",
        "page": notice.page.get_admin_display_title(),
    }
    return str(SENTENCES.get(notice.kind, "%(page)s")) % names


def person_name(user):
    return user.get_full_name() or user.get_username()


def address(notice):
    """Path in the admin: to the review or the correction that is asked for, else to the lane's tab in the editor."""
    if notice.kind == Notice.Kind.REVIEW_REQUESTED:
        return reverse("lane_review", args=[notice.page_id, notice.lane])
    if notice.kind == Notice.Kind.NOT_CORRECTED:
        return reverse("desk_correction", args=[notice.page_id])
    path = reverse("wagtailadmin_pages:edit", args=[notice.page_id])
    return f"{path}#tab-{notice.lane}" if notice.lane else path
