"""What can be done with several items of the translation desk at once; each item is judged on its own."""

from dataclasses import dataclass, field

from django import forms
from django.contrib.auth import get_user_model
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext
from wagtail.models import Page
from wagtail.permission_policies.pages import PagePermissionPolicy

from articles.desk.translation_desk.filters import NOBODY
from articles.models import LanePage
from articles.models.term_check import term_blockers
from articles.newsroom.review import reviews
from articles.newsroom.translation import assignments
from articles.newsroom.translation.work import translation_work

MOST = 100  # items at once: two screens
UNCHANGED = ""


@dataclass
class Outcome:
    """`refused` are pairs of a headline and the reason."""

    done: int = 0
    refused: list[tuple[str, str]] = field(default_factory=list)

    @property
    def total(self):
        return self.done + len(self.refused)


class AssignForm(forms.Form):
    """`people` are pairs of a user's id and name."""

    assignee = forms.ChoiceField(required=False, label=gettext_lazy("Assignee"))
    due_on = forms.DateField(
        required=False,
        label=gettext_lazy("Due date"),
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
    )
    no_date = forms.BooleanField(required=False, label=gettext_lazy("No due date"))

    def __init__(self, data=None, *, people=()):
        super().__init__(data, auto_id="bulk-%s")  # the filters on the same screen ask for the same names
        self.fields["assignee"].choices = [
            (UNCHANGED, gettext_lazy("As it is")),
            (NOBODY, gettext_lazy("Nobody")),
            *((str(pk), name) for pk, name in people),
        ]

    def clean_due_on(self):
        due_on = self.cleaned_data["due_on"]
        if due_on and due_on < timezone.localdate():
            raise forms.ValidationError(_("The due date lies in the past."))
        return due_on

    def clean(self):
        found = super().clean()
        if not self.errors and not any(found.values()):
            raise forms.ValidationError(_("Choose an assignee or a due date."))
        return found

    def wanted(self):
        """Arguments for `assignments.assign`."""
        found, chosen = {}, self.cleaned_data["assignee"]
        if chosen == NOBODY:
            found["assignee"] = None
        elif chosen != UNCHANGED:
            found["assignee"] = get_user_model().objects.get(pk=chosen)
        if self.cleaned_data["no_date"]:
            found["due_on"] = None
        elif self.cleaned_data["due_on"]:
            found["due_on"] = self.cleaned_data["due_on"]
        return found


def chosen_pages(ids, found):
    """The pages of `ids` that are among the items `found`, as their own types and in their order."""
    allowed = list(found.filter(page__in=ids).values_list("page", flat=True))
    pages = Page.objects.filter(pk__in=allowed).specific().in_bulk()
    return [pages[pk] for pk in ids if pk in pages and isinstance(pages[pk], LanePage)]


def assign(pages, language, user, wanted):
    outcome, allowed = _split_by_right(pages, user)
    if allowed:
        assignments.assign(allowed, language, user, **wanted)
    outcome.done = len(allowed)
    return outcome


def request_reviews(pages, language, user):
    outcome, allowed = _split_by_right(pages, user)
    for page in allowed:
        try:
            if obstacle := _obstacle(page, language):
                raise reviews.ReviewRefused(obstacle)
            reviews.request_review(page, language, user)
        except reviews.ReviewRefused as refusal:
            outcome.refused.append((page.get_admin_display_title(), refusal.reason))
        else:
            outcome.done += 1
    return outcome


def _split_by_right(pages, user):
    """`(Outcome, pages that user may change)`: one query."""
    changeable = PagePermissionPolicy().instances_user_has_permission_for(user, "change")
    ids = set(changeable.filter(pk__in=[page.pk for page in pages]).values_list("pk", flat=True))
    why = _("You have no right to edit this page.")
    refused = [(page.get_admin_display_title(), why) for page in pages if page.pk not in ids]
    return Outcome(refused=refused), [page for page in pages if page.pk in ids]


def _obstacle(page, language):
    """Why nobody can be asked to review this text: the same as in the side-by-side view, and words not to use."""
    work = translation_work(page, language)
    if count := len(work.opened):
        text = ngettext("%(count)d part waits to be translated.", "%(count)d parts wait to be translated.", count)
        return text % {"count": count}
    blocking, _warning = term_blockers(work.model, work.content, language)
    return blocking[0] if blocking else ""
