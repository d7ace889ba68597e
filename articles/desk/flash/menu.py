"""Where the news desk is found in the admin."""

from django.urls import reverse_lazy
from django.utils.translation import gettext_lazy as _
from wagtail.admin.menu import MenuItem
from wagtail.admin.ui.sidebar import LinkMenuItem

from articles.desk.flash.screen import may_see
from articles.newsroom.review.queue import waiting_count


class FlashMenuItem(MenuItem):
    """Says how many texts wait for the person's word."""

    def is_shown(self, request):
        return may_see(request.user)

    def render_component(self, request):
        count = waiting_count(request.user)
        label = f"{self.label} ({count})" if count else self.label
        return LinkMenuItem(self.name, label, self.url, icon_name=self.icon_name)


def flash_menu_item():
    """`register_admin_menu_item`"""
    label = _("Breaking news and reviews")
    return FlashMenuItem(label, reverse_lazy("desk_flash"), name="news-desk", icon_name="tasks", order=95)
