"""Corrections in the admin: issuing one for a page, the list of all, and what waits in which language."""

from django.core.exceptions import PermissionDenied
from django.shortcuts import get_object_or_404, redirect
from django.urls import path, reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_POST
from django.views.generic import TemplateView
from wagtail.admin import messages
from wagtail.admin.menu import MenuItem
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin
from wagtail.models import Page
from wagtail.permission_policies.pages import PagePermissionPolicy

from articles import languages, rights
from articles.desk.corrections.form import CorrectionForm
from articles.desk.lane_pages import LanePageMixin
from articles.desk.wording import language_name, listed
from articles.models import Correction
from articles.newsroom.notices.texts import person_name
from articles.newsroom.records import corrections
from articles.newsroom.records.corrections import CorrectionRefused

PER_SCREEN = 30
ACTS = (rights.EDIT, rights.APPROVE, rights.RELEASE)


def has_part(user):
    """Whether the list of corrections concerns this person at all."""
    return any(rights.may(user, act, code) for act in ACTS for code in languages.codes())


class FormMixin(WagtailAdminTemplateMixin):
    """A `CorrectionForm` that does something: the subclass says which, with what, and what then."""

    template_name = "articles/desk/correction.html"
    header_icon = "warning"

    def post(self, request, *args, **kwargs):
        if self.form.is_valid() and self.form.carried_out(self.act):
            return redirect(self.done())
        return self.render_to_response(self.get_context_data(), status=409 if self.form.is_stale else 200)

    def get_context_data(self, **kwargs):
        return super().get_context_data(**kwargs, form=self.form, page=self.page)

    @property
    def typed(self):
        return self.request.POST if self.request.method == "POST" else None


class IssueView(LanePageMixin, FormMixin, TemplateView):
    page_title = _("Issue a correction")

    def refused_because(self):
        if not corrections.may_issue(self.request.user):
            return gettext("You have no right to publish this language.")
        return super().refused_because()

    @cached_property
    def form(self):
        return CorrectionForm(self.typed, codes=languages.codes())

    def act(self, texts):
        kind = self.form.cleaned_data["kind"]
        self.issued = corrections.issue(self.page, self.request.user, kind, texts)

    def done(self):
        waiting = [code for code in self.page.released_languages() if self.issued.waits_in(code)]
        messages.success(self.request, gettext("The correction has been issued."))
        if waiting:
            text = gettext("It still has to be confirmed in: %(languages)s.")
            messages.warning(self.request, text % {"languages": listed(map(language_name, waiting))})
        return self.edit_url

    def get_context_data(self, **kwargs):
        return super().get_context_data(
            **kwargs, button=gettext("Issue the correction"), back_url=self.edit_url, is_public=self.page.live
        )


class AmendView(FormMixin, TemplateView):
    """The words of one correction, in the languages that this person writes."""

    page_title = _("Words of a correction")

    def dispatch(self, request, *args, **kwargs):
        self.correction = correction_for(request.user, kwargs["pk"])
        self.page = self.correction.page
        self.codes = writable(self.correction, request.user)
        if not self.codes:
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)

    @cached_property
    def form(self):
        return CorrectionForm(self.typed, codes=self.codes, correction=self.correction)

    def act(self, texts):
        corrections.amend(self.correction, texts, self.request.user, seen=self.form.cleaned_data["seen"])

    def done(self):
        messages.success(self.request, gettext("The words have been saved."))
        return reverse("desk_corrections")

    def get_page_subtitle(self):
        return self.page.get_admin_display_title()

    def get_breadcrumbs_items(self):
        return [
            *self.breadcrumbs_items,
            {"url": reverse("desk_corrections"), "label": gettext("Corrections")},
            {"url": "", "label": self.get_page_title(), "sublabel": self.get_page_subtitle()},
        ]

    def get_context_data(self, **kwargs):
        codes = [code for code in languages.codes() if code not in self.codes and self.correction.has_words(code)]
        return super().get_context_data(
            **kwargs,
            button=gettext("Save the words"),
            back_url=reverse("desk_corrections"),
            is_public=True,
            others=[words(self.correction, code) for code in codes],
            newer=[words(self.correction, code) for code in self.form.differing] if self.form.is_stale else [],
        )


def explorable(user):
    return PagePermissionPolicy(Page).explorable_instances(user).order_by().values("pk")


def correction_for(user, pk):
    rows = Correction.objects.filter(page__in=explorable(user)).select_related("page")
    return get_object_or_404(rows, pk=pk)


def writable(correction, user):
    return [code for code in languages.codes() if corrections.may_write(correction, user, code)]


def words(correction, code):
    return {
        "language": code,
        "name": language_name(code),
        "wrong": languages.read(correction, "wrong", code) or "",
        "right": languages.read(correction, "right", code) or "",
        "waits": correction.waits_in(code),
        "seen": corrections.stamp(correction, [code]),
    }


class ListView(WagtailAdminTemplateMixin, TemplateView):
    """All corrections, newest first, each with what this person can do in its languages."""

    template_name = "articles/desk/corrections.html"
    page_title = _("Corrections")
    header_icon = "warning"

    def dispatch(self, request, *args, **kwargs):
        if not has_part(request.user):
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)

    def get_breadcrumbs_items(self):
        return [*self.breadcrumbs_items, {"url": "", "label": self.get_page_title()}]

    def get_context_data(self, **kwargs):
        asked = self.request.GET.get("before", "")
        rows = Correction.objects.filter(page__in=explorable(self.request.user)).order_by("-pk")
        if asked.isdecimal() and len(asked) <= 18:
            rows = rows.filter(pk__lt=int(asked))
        found = list(rows.select_related("page", "issued_by")[: PER_SCREEN + 1])
        shown = found[:PER_SCREEN]
        return super().get_context_data(
            **kwargs,
            rows=[self._row(row) for row in shown],
            older=f"?before={shown[-1].pk}" if len(found) > PER_SCREEN else "",
        )

    def _row(self, row):
        user = self.request.user
        return {
            "correction": row,
            "by": person_name(row.issued_by) if row.issued_by else "",
            "texts": [
                {
                    **words(row, code),
                    "may_confirm": corrections.awaits(row, user, code),
                }
                for code in languages.codes()
            ],
            "may_write": bool(writable(row, user)),
        }


@require_POST
def confirm(request, pk, lang):
    if lang not in languages.codes():
        raise PermissionDenied
    try:
        seen = request.POST.get("seen", "")
        corrections.confirm(correction_for(request.user, pk), lang, request.user, seen=seen)
    except CorrectionRefused as refused:
        messages.error(request, refused.reason)
    else:
        text = gettext("Readers can see the correction now: %(language)s.")
        messages.success(request, text % {"language": language_name(lang)})
    return redirect("desk_corrections")


class CorrectionsMenuItem(MenuItem):
    def is_shown(self, request):
        return has_part(request.user)


def corrections_menu_item():
    """`register_reports_menu_item`"""
    address = reverse("desk_corrections")
    return CorrectionsMenuItem(_("Corrections"), address, name="corrections", icon_name="warning", order=200)


def correction_urls():
    return [
        path("pages/<int:pk>/correction/", IssueView.as_view(), name="desk_correction"),
        path("corrections/", ListView.as_view(), name="desk_corrections"),
        path("corrections/<int:pk>/", AmendView.as_view(), name="desk_correction_edit"),
        path("corrections/<int:pk>/confirm/<str:lang>/", confirm, name="desk_correction_confirm"),
    ]
