"""The translation desk over HTTP: the list with its filters, what is done with chosen items, and its exports."""

from django.contrib.humanize.templatetags.humanize import intcomma
from django.core.exceptions import PermissionDenied
from django.shortcuts import redirect
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext
from wagtail.admin import messages
from wagtail.admin.ui.tables import Column
from wagtail.admin.utils import get_user_display_name
from wagtail.admin.views.generic.base import BaseListingView

from articles import languages, rights
from articles.desk.translation_desk import bulk
from articles.desk.translation_desk.export import items_csv, items_xliff, pages_xliff
from articles.desk.translation_desk.filters import DeskFilters
from articles.desk.translation_desk.items import OPEN_ITEMS, counts, desk_languages, items, ordered, quick_filters
from articles.desk.translation_desk.outcomes import report
from articles.desk.translation_desk.rows import rows
from articles.desk.wording import language_name
from articles.newsroom.notices.notices import who_may
from articles.newsroom.translation.assignments import AssignmentRefused


class TranslationDeskView(BaseListingView):
    page_title = gettext_lazy("Translation desk")
    header_icon = "clipboard-list"
    template_name = "articles/desk/translation_desk/list.html"
    index_url_name = "desk_translations"
    paginate_by = 50
    default_ordering = "due"
    columns = [
        Column("headline", label=gettext_lazy("Item"), sort_key="headline"),
        Column("source"),
        Column("target"),
        Column("age", label=gettext_lazy("Waiting for"), sort_key="age"),
        Column("characters", label=gettext_lazy("Characters left"), sort_key="characters"),
        Column("assignee", label=gettext_lazy("Assignee")),
        Column("due", label=gettext_lazy("Due date"), sort_key="due"),
    ]

    def dispatch(self, request, *args, **kwargs):
        if not self.own_languages:
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)

    # --- what is listed
    @cached_property
    def own_languages(self):
        return desk_languages(self.request.user)

    @cached_property
    def language(self):
        asked = self.request.GET.get("language")
        return asked if asked in self.own_languages else self.own_languages[0]

    @cached_property
    def quick(self):
        return quick_filters(self.request.user)

    @cached_property
    def show(self):
        asked = self.request.GET.get("show")
        return asked if asked in self.quick else OPEN_ITEMS

    @cached_property
    def people(self):
        """Who may be assigned: pairs of id and name."""
        users = who_may(rights.EDIT, self.language)
        return sorted(((user.pk, get_user_display_name(user)) for user in users), key=lambda person: person[1])

    @cached_property
    def filters(self):
        return DeskFilters(
            self.request.GET, request=self.request, language=self.language, people=self.people, queryset=self.every_item
        )

    @cached_property
    def every_item(self):
        return items(self.request.user, self.language)

    @cached_property
    def found(self):
        """What the filters leave, whichever quick filter is chosen."""
        return self.filter_queryset(self.every_item)

    @cached_property
    def numbers(self):
        return counts(self.found, self.quick, self.show)

    def get_queryset(self):
        return ordered(self.found.filter(self.quick[self.show][-1]), self.ordering).select_related("page")

    def get_paginator(self, *args, **kwargs):
        paginator = super().get_paginator(*args, **kwargs)
        count = paginator.count = self.numbers[self.show]
        paginator.items_count_label = ngettext("%(count)s item", "%(count)s items", count) % {"count": intcomma(count)}
        return paginator

    # --- how it is shown
    def get_context_data(self, **kwargs):
        context = super().get_context_data(**kwargs)
        user = self.request.user
        return {
            **context,
            "rows": rows(context["object_list"], self.language, self.request),
            "headings": list(self.headings()),
            "quick": list(self.quick_links()),
            "languages": [(code, language_name(code), self.address(language=code)) for code in self.own_languages],
            "language": self.language,
            "language_name": language_name(self.language),
            "source_language": languages.default(),
            "characters_left": self.numbers["characters"],
            "is_narrowed": self.is_filtering or self.show != OPEN_ITEMS,
            "may_edit": rights.may(user, rights.EDIT, self.language),
            "assign_form": bulk.AssignForm(people=self.people),
            "own_address": self.request.get_full_path(),
            "csv_url": self.address(export="csv"),
            "xliff_url": self.address(export="xliff"),
        }

    def headings(self):
        languages_shown = {"source": language_name(languages.default()), "target": language_name(self.language)}
        for column in self.columns:
            key = column.sort_key
            direction = {key: "ascending", f"-{key}": "descending"}.get(self.ordering, "") if key else ""
            following = f"-{key}" if direction == "ascending" else key
            yield {
                "name": column.name,
                "label": languages_shown.get(column.name, column.label),
                "url": self.address(ordering=following) if key else "",
                "direction": direction,
            }

    def quick_links(self):
        for name, (label, icon, _condition) in self.quick.items():
            yield {
                "label": label,
                "icon": icon,
                "count": self.numbers[name],
                "url": self.address(show=name),
                "is_current": name == self.show,
            }

    def address(self, **changes):
        """This list with other parameters, on its first screen."""
        asked = self.request.GET.copy()
        for name in ("p", "export"):
            asked.pop(name, None)
        for name, value in changes.items():
            asked[name] = value
        return f"{self.index_url}?{asked.urlencode()}"

    # --- what is sent
    def get(self, request, *args, **kwargs):
        export = request.GET.get("export")
        if export == "csv":
            return items_csv(self.get_queryset(), self.language, request)
        if export == "xliff":
            return items_xliff(self.get_queryset(), self.language, request) or redirect(self.address())
        return super().get(request, *args, **kwargs)

    def post(self, request, *args, **kwargs):
        ids = [int(pk) for pk in request.POST.getlist("page") if pk.isdecimal() and len(pk) < 10]
        pages = bulk.chosen_pages(ids[: bulk.MOST], self.every_item)
        actions = {"assign": self.assign, "review": self.request_reviews, "xliff": self.export}
        act = actions.get(request.POST.get("action"))
        if act is None or not pages:
            messages.error(request, _("Choose at least one item."))
            return redirect(request.get_full_path())
        return act(pages) or redirect(request.get_full_path())

    def assign(self, pages):
        form = bulk.AssignForm(self.request.POST, people=self.people)
        if not form.is_valid():
            for reason in (reason for reasons in form.errors.values() for reason in reasons):
                messages.error(self.request, reason)
            return
        try:
            outcome = bulk.assign(pages, self.language, self.request.user, form.wanted())
        except AssignmentRefused as refusal:
            messages.error(self.request, refusal.reason)
        else:
            report(self.request, outcome, _("Assigned %(done)d of %(total)d items."))

    def request_reviews(self, pages):
        outcome = bulk.request_reviews(pages, self.language, self.request.user)
        report(self.request, outcome, _("Requested the review of %(done)d of %(total)d items."))

    def export(self, pages):
        return pages_xliff(pages, self.language, self.request)
