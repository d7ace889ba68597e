"""Where the translation desk is found in the admin."""

from django.urls import path, reverse_lazy
from django.utils.translation import gettext_lazy as _
from wagtail.admin.menu import MenuItem
from wagtail.admin.ui.sidebar import LinkMenuItem

from articles.desk.translation_desk.import_view import ImportTranslationsView
from articles.desk.translation_desk.items import desk_languages, open_count
from articles.desk.translation_desk.views import TranslationDeskView


class TranslationDeskItem(MenuItem):
    """Says how many items wait in the languages that the person may edit."""

    def is_shown(self, request):
        return bool(desk_languages(request.user))

    def render_component(self, request):
        count = open_count(request.user)
        label = f"{self.label} ({count})" if count else self.label
        return LinkMenuItem(self.name, label, self.url, icon_name=self.icon_name)


def translation_desk_item():
    """`register_admin_menu_item`"""
    return TranslationDeskItem(
        _("Translation desk"),
        reverse_lazy("desk_translations"),
        name="translation-desk",
        icon_name="clipboard-list",
        order=150,
    )


def translation_desk_urls():
    """`register_admin_urls`"""
    return [
        path("translations/", TranslationDeskView.as_view(), name="desk_translations"),
        path("translations/import/", ImportTranslationsView.as_view(), name="desk_translations_import"),
    ]
