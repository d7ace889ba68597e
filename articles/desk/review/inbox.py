"""Notices in the admin: the page of one's own, and its place in the menu."""

from django.core.paginator import Paginator
from django.shortcuts import redirect
from django.urls import path, reverse
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from django.views.generic.base import TemplateView
from wagtail.admin.menu import MenuItem
from wagtail.admin.ui.sidebar import LinkMenuItem
from wagtail.admin.views.generic import WagtailAdminTemplateMixin
from wagtail.admin.views.home import WorkflowObjectsToModeratePanel

from articles.newsroom.notices import notices
from articles.newsroom.notices.texts import address, sentence

PER_PAGE = 30


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


def leave_out_wagtails_reviews(request, panels):
    """`construct_homepage_panels`: Wagtail's list takes several queries for each page; the news desk has the queue."""
    panels[:] = [panel for panel in panels if not isinstance(panel, WorkflowObjectsToModeratePanel)]
