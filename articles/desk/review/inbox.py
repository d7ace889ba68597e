"""Notices in the admin: the page of one's own, its place in the menu, and what waits on the dashboard."""

from django.core.paginator import Paginator
from django.db.models import Q
from django.shortcuts import redirect
from django.urls import path, reverse
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from django.views.generic.base import TemplateView
from wagtail.admin.menu import MenuItem
from wagtail.admin.ui.components import Component
from wagtail.admin.ui.sidebar import LinkMenuItem
from wagtail.admin.views.generic import WagtailAdminTemplateMixin
from wagtail.admin.views.home import WorkflowObjectsToModeratePanel

from articles import rights
from articles.desk.wording import lane_name
from articles.models import ReviewRequest
from articles.newsroom.notices import notices
from articles.newsroom.notices.texts import address, person_name, sentence

PER_PAGE = 30
WAITING = 10  # on the dashboard


def inbox_urls():
    """`register_admin_urls`"""
    return [path("inbox/", InboxView.as_view(), name="inbox")]


class InboxView(WagtailAdminTemplateMixin, TemplateView):
    template_name = "articles/desk/inbox.html"
    page_title = _("Inbox")
    header_icon = "mail"
    _show_breadcrumbs = True

    def get_breadcrumbs_items(self):
        return [*self.breadcrumbs_items, {"url": "", "label": self.page_title}]

    def get_context_data(self, **kwargs):
        found = Paginator(notices.inbox(self.request.user), PER_PAGE).get_page(self.request.GET.get("p"))
        rows = [{"notice": notice, "sentence": sentence(notice), "url": address(notice)} for notice in found]
        unread = notices.unread_count(self.request.user)
        return super().get_context_data(rows=rows, found=found, unread=unread, **kwargs)

    def post(self, request):
        """`notice` is the id of one; without it, all are read."""
        pk = request.POST.get("notice", "")
        notices.mark_read(request.user, int(pk) if pk.isdecimal() else None)
        number = request.POST.get("p", "")
        return redirect(reverse("inbox") + (f"?p={number}" if number.isdecimal() else ""))


class InboxMenuItem(MenuItem):
    """With the number of what is unread, in words that a screen reader reads."""

    def render_component(self, request):
        unread = notices.unread_count(request.user)
        label = gettext("Inbox (%(count)d)") % {"count": unread} if unread else str(self.label)
        return LinkMenuItem(self.name, label, self.url, icon_name=self.icon_name, classname=self.classname)


def inbox_menu_item():
    """`register_admin_menu_item`"""
    return InboxMenuItem(_("Inbox"), reverse("inbox"), name="inbox", icon_name="mail", order=90)


class WaitingReviewsPanel(Component):
    """Lanes that the user may approve and did not ask for themselves, the longest waiting first; one query."""

    name = "waiting_reviews"
    template_name = "articles/desk/waiting_reviews.html"
    order = 120

    def get_context_data(self, parent_context):
        user = parent_context["request"].user
        rows = list(waiting_for(user)[: WAITING + 1])
        return {
            "rows": [
                {
                    "title": row.page.get_admin_display_title(),
                    "lane": lane_name(row.lane),
                    "url": reverse("lane_review", args=[row.page_id, row.lane]),
                    "by": person_name(row.requested_by) if row.requested_by else "",
                    "since": row.requested_at,
                    "is_mine": row.assignee_id == user.pk,
                }
                for row in rows[:WAITING]
            ],
            "has_more": len(rows) > WAITING,
            "may_approve": bool(rights.lanes_for(user, rights.APPROVE)),
        }


def waiting_for(user):
    """Open `ReviewRequest`s that are for `user` to answer."""
    mine = Q(assignee=None) | Q(assignee=user)
    rows = ReviewRequest.objects.filter(mine, closed_at=None, lane__in=rights.lanes_for(user, rights.APPROVE))
    rows = rows.exclude(Q(requested_by=user) & Q(requested_by__isnull=False))
    return rows.select_related("page", "requested_by").order_by("requested_at", "pk")


def offer_waiting_reviews(request, panels):
    """`construct_homepage_panels`: instead of Wagtail's list, which takes several queries for each page."""
    panels[:] = [panel for panel in panels if not isinstance(panel, WorkflowObjectsToModeratePanel)]
    panels.append(WaitingReviewsPanel())
