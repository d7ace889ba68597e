"""Taking one language out of the public site, and putting it back: asked once more, with what readers will see."""

from django.http import Http404
from django.shortcuts import redirect
from django.urls import path
from django.utils import timezone
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from django.views.generic import TemplateView
from wagtail.admin import messages
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin

from articles import languages, rights
from articles.desk.lane_pages import LanePageMixin
from articles.desk.typed import storable
from articles.desk.wording import edition_name, listed
from articles.models import LaneRelease
from articles.newsroom.records import withdrawals

LONGEST_REASON = 500


class WithdrawalView(LanePageMixin, WagtailAdminTemplateMixin, TemplateView):
    """Of the language in the address. `withdraws` says whether the screen takes away or puts back."""

    withdraws = True
    template_name = "articles/desk/withdraw.html"
    page_title = _("Withdraw a language")
    header_icon = "download"
    reason = error = ""

    def refused_because(self):
        if self.kwargs["lang"] not in languages.codes():
            raise Http404
        if not rights.may(self.request.user, rights.RELEASE, self.kwargs["lang"]):
            return gettext("You have no right to publish, withdraw or restore this language.")
        return super().refused_because() or self.lock_message

    @property
    def language(self):
        return self.kwargs["lang"]

    @property
    def release(self):
        return LaneRelease.objects.filter(page_id=self.page.pk, lane=self.language).first()

    def get(self, request, *args, **kwargs):
        if refused := self._impossible():
            messages.warning(request, refused)
            return redirect(self.edit_url)
        return super().get(request, *args, **kwargs)

    def post(self, request, *args, **kwargs):
        self.reason = storable(request.POST.get("reason"))
        if self.withdraws and not self.reason:
            self.error = gettext("Say why: whoever finds it missing will ask.")
        elif len(self.reason) > LONGEST_REASON:
            self.error = gettext("Write at most %(count)d characters.") % {"count": LONGEST_REASON}
        if self.error:
            return self.render_to_response(self.get_context_data())
        try:
            self._carry_out()
        except withdrawals.NotWithdrawn:
            messages.warning(request, self._impossible() or gettext("This could not be done."))
        return redirect(self.edit_url)

    def _carry_out(self):
        names = {"language": edition_name(self.language)}
        if self.withdraws:
            withdrawals.withdraw(self.page, self.language, self.request.user, self.reason)
            text = gettext("Withdrawn: %(language)s. Its text, draft and history are kept.")
        else:
            withdrawals.restore(self.page, self.language, self.request.user)
            text = gettext("Public again: %(language)s.")
        messages.success(self.request, text % names)

    def _impossible(self):
        """Why there is nothing to withdraw or to restore; "" when there is."""
        release = self.release
        if release is None:
            return gettext("This language was never published.")
        if self.withdraws and release.withdrawn_at:
            return gettext("This language is withdrawn already.")
        if not self.withdraws and not release.withdrawn_at:
            return gettext("This language is not withdrawn.")
        return ""

    def get_context_data(self, **kwargs):
        release = self.release
        others = [code for code in self.page.released_languages() if code != self.language]
        return super().get_context_data(
            **kwargs,
            page=self.page,
            language=self.language,
            name=edition_name(self.language),
            others=listed(map(edition_name, others)),
            edit_url=self.edit_url,
            headline=(release.content if release else {}).get(languages.column("headline", self.language), ""),
            released_at=timezone.localtime(release.released_at) if release else None,
            is_live=self.page.live,
            longest=LONGEST_REASON,
        )


class RestoreView(WithdrawalView):
    withdraws = False
    page_title = _("Restore a language")
    header_icon = "undo"


def withdrawal_urls():
    return [
        path("pages/<int:pk>/withdraw/<str:lang>/", WithdrawalView.as_view(), name="desk_withdraw"),
        path("pages/<int:pk>/restore/<str:lang>/", RestoreView.as_view(), name="desk_restore"),
    ]
