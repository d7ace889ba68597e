"""What the desk's own screens about one page share: which page it is, who may see it, the way back to the editor."""

from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext
from wagtail.admin.views.pages.utils import get_breadcrumbs_items_for_page
from wagtail.models import Page

from articles.models import LanePage


class LanePageMixin:
    """For views with a `pk` in their address; `page` is the stored row, as its own type."""

    def dispatch(self, request, *args, **kwargs):
        self.page = get_object_or_404(Page, pk=kwargs["pk"]).specific
        if not isinstance(self.page, LanePage):
            raise Http404
        if self.page.alias_of_id:  # it has no text of its own; Wagtail's page about aliases says so
            return redirect(self.edit_url)
        if reason := self.refused_because():
            return self.refuse(reason)
        return super().dispatch(request, *args, **kwargs)

    def refused_because(self):
        """Why this person may not be here at all, in words; "" when they may."""
        allowed = self.page.permissions_for_user(self.request.user)
        if allowed.can_edit() or allowed.can_publish():
            return ""
        return gettext("You have no right to edit or publish this page.")

    def refuse(self, reason):
        """A page with status 403; Wagtail would send everybody to the dashboard."""
        context = {"header_title": self.get_page_title(), "reason": reason, "page": self.page}
        context |= {"page_title": self.get_page_title(), "header_icon": "lock"}
        return render(self.request, "articles/desk/publish_together_refused.html", context, status=403)

    @property
    def edit_url(self):
        return reverse("wagtailadmin_pages:edit", args=[self.page.pk])

    @cached_property
    def lock_message(self):
        """Why the page as a whole cannot be published by this person now; "" when it can."""
        lock = self.page.get_lock()
        if lock and lock.for_user(self.request.user):
            return str(lock.get_message(self.request.user) or lock.get_description(self.request.user))
        return ""

    def get_page_subtitle(self):
        return self.page.get_admin_display_title()

    def get_breadcrumbs_items(self):
        return [
            *get_breadcrumbs_items_for_page(self.page, self.request.user),
            {"url": "", "label": self.get_page_title(), "sublabel": self.get_page_subtitle()},
        ]
