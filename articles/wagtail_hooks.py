"""Registrations with the admin; what they register is built in `desk`."""

from django.templatetags.static import static
from django.utils.html import format_html_join
from wagtail import hooks
from wagtail.snippets.models import register_snippet

from articles.desk.audit_log import register_log_actions
from articles.desk.clarity import clarity_menu_item, clarity_urls
from articles.desk.content_checks.checker import add_checks
from articles.desk.corrections.screens import correction_urls, corrections_menu_item
from articles.desk.corrections.versions import version_urls
from articles.desk.editor.action_menu import name_publish_targets
from articles.desk.editor.page_viewsets import PAGE_VIEWSETS
from articles.desk.editor.refusals import tell_which_pages_stay
from articles.desk.editor.sections import section_urls
from articles.desk.flash.menu import flash_menu_item
from articles.desk.flash.screen import offer_news_desk
from articles.desk.flash.views import flash_urls
from articles.desk.glossary.viewset import GlossaryViewSet, glossary_urls
from articles.desk.publishing.screen import publish_urls
from articles.desk.publishing.withdrawal import withdrawal_urls
from articles.desk.review.inbox import inbox_menu_item, inbox_urls, leave_out_wagtails_reviews
from articles.desk.review.menu import offer_reviews
from articles.desk.review.page import review_urls
from articles.desk.snippets import FilingGroup
from articles.desk.translate.views import translate_urls
from articles.desk.translation_desk.menu import translation_desk_item, translation_desk_urls
from articles.desk.workflow_log import name_steps_and_fields
from articles.newsroom.review.lane_tasks import stop_wagtails_mails

register_snippet(FilingGroup)
register_snippet(GlossaryViewSet)
hooks.register("register_admin_urls", glossary_urls)
hooks.register("register_admin_urls", section_urls)
hooks.register("register_admin_urls", correction_urls)
hooks.register("register_admin_urls", version_urls)
hooks.register("register_reports_menu_item", corrections_menu_item)
hooks.register("register_reports_menu_item", clarity_menu_item)
hooks.register("register_admin_urls", clarity_urls)
hooks.register("register_admin_urls", translate_urls)
hooks.register("register_admin_urls", publish_urls)
hooks.register("register_admin_urls", withdrawal_urls)
hooks.register("register_admin_urls", review_urls)
hooks.register("register_admin_urls", inbox_urls)
hooks.register("register_admin_urls", stop_wagtails_mails)
hooks.register("register_admin_menu_item", inbox_menu_item)
hooks.register("register_admin_urls", translation_desk_urls)
hooks.register("register_admin_menu_item", translation_desk_item)
hooks.register("construct_homepage_panels", leave_out_wagtails_reviews)
hooks.register("construct_homepage_panels", offer_news_desk)
hooks.register("register_admin_urls", flash_urls)
hooks.register("register_admin_menu_item", flash_menu_item)
hooks.register("construct_wagtail_userbar", add_checks)
hooks.register("construct_page_action_menu", name_publish_targets)
hooks.register("construct_page_action_menu", offer_reviews)
hooks.register("before_bulk_action", tell_which_pages_stay)
hooks.register("register_log_actions", register_log_actions)
hooks.register("register_log_actions", name_steps_and_fields, order=1)


@hooks.register("register_admin_viewset")
def page_viewsets():
    return [viewset() for viewset in PAGE_VIEWSETS]


@hooks.register("insert_global_admin_css")
def desk_css():
    names = ("", "-diff", "-publish", "-translate", "-list", "-review", "-terms", "-corrections", "-flash")
    files = [(static(f"css/desk{name}.css"),) for name in names]
    return format_html_join("", '<link rel="stylesheet" href="{}">', files)


@hooks.register("insert_editor_js")
def desk_js():
    files = [(static(f"js/desk{name}.js"),) for name in ("", "-names", "-checks", "-sections")]
    return format_html_join("", '<script src="{}" defer></script>', files)
