"""What pages are filed under, signed with and end in: one menu for all of it."""

from django.utils.translation import gettext_lazy as _
from wagtail.snippets.views.snippets import SnippetViewSet, SnippetViewSetGroup

from articles import languages, models


def in_every_language(field):
    return [languages.column(field, code) for code in languages.codes()]


class TopicViewSet(SnippetViewSet):
    model = models.Topic
    icon = "tag"
    list_display = [*in_every_language("name"), "slug", "sort_order"]
    ordering = ["sort_order", "slug"]


class CategoryViewSet(SnippetViewSet):
    model = models.Category
    icon = "folder-open-inverse"
    list_display = [*in_every_language("name"), "slug", "sort_order"]
    ordering = ["sort_order", "slug"]


class AuthorViewSet(SnippetViewSet):
    model = models.Author
    icon = "user"
    list_display = [*in_every_language("name"), *in_every_language("role")]


class PromoViewSet(SnippetViewSet):
    model = models.Promo
    icon = "pick"
    list_display = [*in_every_language("title")]


class FilingGroup(SnippetViewSetGroup):
    menu_label = _("Filing and parts")
    menu_icon = "tag"
    menu_order = 250
    items = (TopicViewSet, CategoryViewSet, AuthorViewSet, PromoViewSet)
