"""Two editors on one page: whoever saves second is told, and nothing is overwritten unless they choose to."""

from django.db import transaction
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.functional import cached_property
from wagtail.admin import messages
from wagtail.models import Page

OVERWRITE_ACTION = "action-overwrite-newer"


class ConflictMixin:
    """For `EditView`: refuses to save, publish or submit what was typed over an older revision.

    Wagtail refuses only its autosave. The form comes back as it was typed, with a message that names the
    newer revision; saving on top of it takes a button of its own, which is good for that revision only.
    """

    def dispatch(self, request, page_id, **kwargs):
        """Between asking whether the form is out of date and saving it, nobody else saves."""
        if request.method != "POST":
            return super().dispatch(request, page_id, **kwargs)
        with transaction.atomic():
            Page.objects.filter(pk=page_id).order_by().select_for_update(no_key=True).first()
            return super().dispatch(request, page_id, **kwargs)

    @cached_property
    def is_refused(self):
        return self.is_out_of_date and self.request.POST.get(OVERWRITE_ACTION) != self.newer_revision_stamp

    @property
    def newer_revision_stamp(self):
        return f"{self.latest_revision.pk} {self.latest_revision_created_at}"

    def form_valid(self, form):
        if not self.is_refused or self.is_cancelling_workflow:
            return super().form_valid(form)
        form.restore_required_fields()
        self.has_unsaved_changes = True
        self._report_conflict()
        return self.render_to_response(self.get_context_data())

    def form_invalid(self, form):
        if self.is_refused and not self.expects_json_response:
            self._report_conflict()
        return super().form_invalid(form)

    def get_context_data(self, **kwargs):
        context = super().get_context_data(**kwargs)
        if self.request.method == "POST" and self.is_refused:
            # The form stays as old as the text in it: the next plain save must be refused too.
            context["loaded_revision_created_at"] = self.request.POST.get("loaded_revision_created_at", "")
            context["autosave_enabled"] = False
        return context

    def _report_conflict(self):
        context = {
            "revision": self.latest_revision,
            "is_own": self.latest_revision.user_id == self.request.user.pk,
            "edit_url": self.get_edit_url(),
            "compare_url": self._comparison_url(),
            "overwrite_action": OVERWRITE_ACTION,
            "stamp": self.newer_revision_stamp,
        }
        text = render_to_string("articles/desk/conflict_message.html", context, self.request)
        messages.error(self.request, text)

    def _comparison_url(self):
        """From the revision that was edited to the newer one, unless autosave rewrote that one in place."""
        loaded = self.request.POST.get("loaded_revision_id", "")
        revisions = self.page.revisions.exclude(pk=self.latest_revision.pk).order_by("-created_at", "-pk")
        before = revisions.filter(pk=loaded).first() if loaded.isdecimal() else None
        before = before or revisions.first()
        if before is None:
            return None
        pks = (self.page.pk, before.pk, self.latest_revision.pk)
        return reverse("wagtailadmin_pages:revisions_compare", args=pks)
