"""The filters of the translation desk besides the quick ones."""

from datetime import timedelta

import django_filters
from django.contrib.contenttypes.models import ContentType
from django.db.models import Q
from django.utils import timezone
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _
from wagtail.models import get_page_models

from articles import languages
from articles.desk.translation_desk.items import OPEN
from articles.models import LanePage, LaneStatus, Topic

NOBODY = "none"
DUE = {
    "overdue": _("Overdue"),
    "today": _("Due today"),
    "week": _("Due within a week"),
    "none": _("No due date"),
}


def page_types():
    return [model for model in get_page_models() if issubclass(model, LanePage)]


def type_names():
    """`{content type id: name of the type of page}`"""
    found = ContentType.objects.get_for_models(*page_types())
    return {found[model].pk: capfirst(str(model._meta.verbose_name)) for model in page_types()}


class DeskFilters(django_filters.FilterSet):
    """`people` are pairs of a user's id and name: who may be assigned."""

    q = django_filters.CharFilter(method="search", label=_("Search headlines"))
    kind = django_filters.ChoiceFilter(
        field_name="page__content_type",
        choices=lambda: list(type_names().items()),
        empty_label=_("Any"),
        label=_("Type of page"),
    )
    topic = django_filters.ModelChoiceFilter(
        queryset=Topic.objects.all(), method="about", empty_label=_("Any"), label=_("Topic")
    )
    assignee = django_filters.ChoiceFilter(method="done_by", empty_label=_("Anybody"), label=_("Assignee"))
    due = django_filters.ChoiceFilter(
        method="due_by", choices=list(DUE.items()), empty_label=_("Any"), label=_("Due date")
    )

    class Meta:
        model = LaneStatus
        fields = []

    def __init__(self, *args, language, people, **kwargs):
        super().__init__(*args, **kwargs)
        self.language = language
        self.filters["assignee"].extra["choices"] = [(NOBODY, _("Nobody")), *people]

    def search(self, found, name, words):
        """Newest headline of the source, and headlines that readers see in either language."""
        asked = Q(page__draft_title__icontains=words) | Q(page__title__icontains=words)
        for model in page_types():
            column = languages.column("headline", self.language)
            asked |= Q(**{f"page__{model._meta.model_name}__{column}__icontains": words})
        return found.filter(asked)

    def about(self, found, name, topic):
        asked = Q(pk__in=[])
        for model in page_types():
            if hasattr(model, "topics"):
                asked |= Q(page__in=model._base_manager.filter(topics=topic).order_by().values("pk"))
        return found.filter(asked)

    def done_by(self, found, name, pk):
        return found.filter(assigned_to=None if pk == NOBODY else pk)

    def due_by(self, found, name, when):
        today = timezone.localdate()
        if when == "none":
            return found.filter(due_on=None)
        if when == "overdue":
            return found.filter(OPEN, due_on__lt=today)
        if when == "today":
            return found.filter(due_on=today)
        return found.filter(due_on__range=(today, today + timedelta(days=7)))
