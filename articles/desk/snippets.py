"""What pages are filed under, signed with and end in: one menu for all of it."""

from django.utils.functional import cached_property
from django.utils.text import capfirst
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from wagtail.snippets.views.snippets import IndexView, SnippetViewSet, SnippetViewSetGroup

from articles import languages, models
from articles.desk.wording import language_name


def in_every_language(field):
    return [languages.column(field, code) for code in languages.codes()]


class NamedIndexView(IndexView):
    """The heading of a column says its language in words."""

    @cached_property
    def columns(self):
        fields = {field.name: field for field in self.model._meta.fields}
        found = super().columns
        for column in found:
            field = fields.get(column.name)
            if hasattr(field, "translated_field"):
                names = {"field": field.translated_field.verbose_name, "language": language_name(field.language)}
                column.label = capfirst(gettext("%(field)s (%(language)s)") % names)
        return found


class FilingViewSet(SnippetViewSet):
    index_view_class = NamedIndexView


class TopicViewSet(FilingViewSet):
    model = models.Topic
    icon = "tag"
    list_display = [*in_every_language("name"), "slug", "sort_order"]
    ordering = ["sort_order", "slug"]


class CategoryViewSet(FilingViewSet):
    model = models.Category
    icon = "folder-open-inverse"
    list_display = [*in_every_language("name"), "slug", "sort_order"]
    ordering = ["sort_order", "slug"]


class AuthorViewSet(FilingViewSet):
    model = models.Author
    icon = "user"
    list_display = [*in_every_language("name"), *in_every_language("role")]


class PromoViewSet(FilingViewSet):
    model = models.Promo
    icon = "pick"
    list_display = [*in_every_language("title")]


class FilingGroup(SnippetViewSetGroup):
    menu_label = _("Filing and parts")
    menu_icon = "tag"
    menu_order = 250
    items = (TopicViewSet, CategoryViewSet, AuthorViewSet, PromoViewSet)
