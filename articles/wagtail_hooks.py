"""Registrations with the admin; what they register is built in `desk`."""

from django.templatetags.static import static
from django.utils.html import format_html
from wagtail import hooks
from wagtail.snippets.models import register_snippet

from articles.desk.action_menu import name_publish_targets
from articles.desk.page_viewsets import PAGE_VIEWSETS
from articles.desk.snippets import FilingGroup

register_snippet(FilingGroup)
hooks.register("construct_page_action_menu", name_publish_targets)


@hooks.register("register_admin_viewset")
def page_viewsets():
    return [viewset() for viewset in PAGE_VIEWSETS]


@hooks.register("insert_global_admin_css")
def desk_css():
    return format_html('<link rel="stylesheet" href="{}">', static("css/desk.css"))


@hooks.register("insert_editor_js")
def desk_js():
    return format_html('<script src="{}" defer></script>', static("js/desk.js"))
