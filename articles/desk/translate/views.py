"""The side-by-side view over HTTP: the whole page, and one row at a time for browsers with scripts."""

from django.core.exceptions import PermissionDenied
from django.http import JsonResponse
from django.shortcuts import redirect
from django.template.loader import render_to_string
from django.urls import path, reverse
from django.utils.translation import gettext as _
from wagtail.admin import messages
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin
from wagtail.admin.widgets.button import HeaderButton

from articles import languages, rights
from articles.desk.editor.lane_chips import lane_chips
from articles.desk.translate.access import TranslationView
from articles.desk.translate.actions import act
from articles.desk.translate.live_terms import LiveTermsView
from articles.desk.translate.pieces import rich_text_widget
from articles.desk.translate.progress import progress
from articles.desk.translate.rows import RowMaker, groups
from articles.desk.translate.sections import anchor, reading_order
from articles.desk.wording import language_name
from articles.newsroom.review import reviews
from articles.newsroom.translation import suggestions as translation_suggestions
from articles.newsroom.translation.work import translation_work

REFUSED = 409


class TranslateView(WagtailAdminTemplateMixin, TranslationView):
    template_name = "articles/desk/translate/page.html"
    header_icon = "resubmit"
    work = None

    @property
    def read_only(self):
        """Why nothing can be changed here, or ""."""
        permissions = self.page.permissions_for_user(self.request.user)
        if not rights.may(self.request.user, rights.EDIT, self.language):
            text = _("You can read this, but you have no right to edit %(language)s.")
            return text % {"language": language_name(self.language)}
        if not permissions.can_edit():
            return _("You can read this, but you have no right to edit this page.")
        return _("The page is locked: nothing can be changed now.") if permissions.page_locked() else ""

    # --- the page
    def get(self, request, *args, **kwargs):
        self.work = translation_work(self.page, self.language)
        if request.GET.get("as") == "digest":
            return JsonResponse({"source": self.work.source_digest})
        return self.show()

    def show(self, typed=None, status=200):
        return self.render_to_response(self.get_context_data(typed=typed), status=status)

    def get_context_data(self, typed=None, **kwargs):
        rows = RowMaker(self.work, typed).all()
        return {
            **super().get_context_data(**kwargs),
            **self.row_context(),
            "rows": rows,
            "groups": list(groups(rows)),
            "chips": self.chips(),
            "media": rich_text_widget().media,
            "page_object": self.page,
        }

    def chips(self):
        return lane_chips([self.page], self.request)[self.page.pk]

    def row_context(self):
        read_only = self.read_only
        return {
            "language": self.language,
            "language_name": language_name(self.language),
            "source_language": languages.default(),
            "source_name": language_name(languages.default()),
            "read_only": read_only,
            "can_insert": not read_only,
            "has_suggestions": translation_suggestions.is_possible(),
            "has_shortcuts": has_shortcuts(self.request.user),
            "shows_all": self.request.GET.get("show") == "all",
            "progress": progress(self.work),
            "next_open": self.next_anchor(""),
            "work": self.work,
        }

    def get_page_title(self):
        return _("Translate side by side")

    def get_page_subtitle(self):
        return self.page.get_admin_display_title()

    def get_breadcrumbs_items(self):
        parent = {"url": reverse("wagtailadmin_explore", args=[self.page.get_parent().pk]), "label": _("Pages")}
        edit = {"url": self.edit_url, "label": self.page.get_admin_display_title()}
        return [*super().get_breadcrumbs_items(), parent, edit, {"url": "", "label": self.get_header_title()}]

    @property
    def edit_url(self):
        return reverse("wagtailadmin_pages:edit", args=[self.page.pk]) + f"#tab-{self.language}"

    @property
    def header_buttons(self):
        return [HeaderButton(_("Edit the whole page"), url=self.edit_url, icon_name="edit", priority=10)]

    # --- what is sent
    def post(self, request, *args, **kwargs):
        if self.read_only:
            raise PermissionDenied
        if request.POST.get("action") == "review":
            return self.request_review()
        outcome = act(self.page, self.language, request)
        self.page.refresh_from_db()
        self.work = translation_work(self.page, self.language)
        if request.accepts("text/html"):
            return self.answer_in_full(outcome)
        return self.answer_with_row(outcome)

    def answer_with_row(self, outcome):
        shown = self.row_context()
        row = RowMaker(self.work, outcome.typed).row(outcome.key) if outcome.key else None
        answer = {
            "said": outcome.said,
            "refused": outcome.is_refused,
            "typed": outcome.typed is not None,
            "next": self.next_anchor(outcome.key) if outcome.goes_on else "",
            "goes_on": outcome.goes_on,
            "source": self.work.source_digest,
            "bar": render_to_string("articles/desk/translate/bar.html", shown, self.request),
            "chips": render_to_string("articles/desk/lane_chips.html", {"chips": self.chips()}, self.request),
        }
        if row:
            answer["anchor"] = row.anchor
            answer["row"] = render_to_string("articles/desk/translate/row.html", {**shown, "row": row}, self.request)
        return JsonResponse(answer, status=REFUSED if outcome.is_refused else 200)

    def answer_in_full(self, outcome):
        if outcome.typed is not None:
            if outcome.is_refused:
                messages.error(self.request, outcome.said)
            else:
                messages.info(self.request, outcome.said)
            return self.show(outcome.typed, REFUSED if outcome.is_refused else 200)
        (messages.error if outcome.is_refused else messages.success)(self.request, outcome.said)
        goal = self.next_anchor(outcome.key) if outcome.goes_on else anchor(outcome.key)
        return redirect(f"{self.request.get_full_path()}#{goal or 'translate-review'}")

    def next_anchor(self, key):
        """Of the next open row behind `key`, else of the first one; "" when nothing is left."""
        order = [other for other in reading_order(self.work) if other in self.work.opened or other == key]
        place = order.index(key) if key in order else -1
        following = [other for other in order[place + 1 :] + order[: max(place, 0)] if other in self.work.opened]
        return anchor(following[0]) if following else ""

    def request_review(self):
        self.work = translation_work(self.page, self.language)
        try:
            if self.work.opened:
                raise reviews.ReviewRefused(_("Deal with every open part first."))
            reviews.request_review(self.page, self.language, self.request.user)
        except reviews.ReviewRefused as refusal:
            messages.error(self.request, refusal.reason)
        else:
            text = _("The review of %(language)s is requested.")
            messages.success(self.request, text % {"language": language_name(self.language)})
        return redirect(f"{self.request.get_full_path()}#translate-review")


def has_shortcuts(user):
    """What the user chose in their account; Wagtail's own shortcuts follow it too."""
    profile = getattr(user, "wagtail_userprofile", None)
    return getattr(profile, "keyboard_shortcuts", True)


def translate_urls():
    """`register_admin_urls`"""
    return [
        path("pages/<int:page_id>/translate/<str:lang>/", TranslateView.as_view(), name="desk_translate"),
        path("pages/<int:page_id>/translate/<str:lang>/terms/", LiveTermsView.as_view(), name="desk_live_terms"),
    ]
