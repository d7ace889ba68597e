"""What a reviewer, and whoever asks for a review, is asked."""

from django import forms
from django.utils.translation import gettext_lazy as _

from articles import lanes, rights
from articles.models import approvals
from articles.newsroom.notices.notices import who_may
from articles.newsroom.review import first_release, reviews

# A correction is issued where what was wrong is told, too.
ANSWERS = [choice for choice in lanes.Significance.choices if choice[0] != lanes.Significance.CORRECTION]


def draft_digest(page, lane):
    return lanes.digest(lanes.lane_content(type(page), page.draft_content(), lane))


class ApproveForm(forms.Form):
    """Bound to the text it was made for: `digest`. The other fields are there when they are needed.

    `releasing` None: the text is published if that is possible; False: it is only approved. `shows_shared`: the
    shared fields of a new page are before the person as well, and are approved with its text.
    """

    digest = forms.CharField(widget=forms.HiddenInput)
    along = forms.CharField(widget=forms.HiddenInput, required=False)  # the shared fields that are approved with it
    reason = forms.CharField(
        label=_("Why you approve a text that you edited"),
        help_text=_("It is logged, and the publishers are told."),
        widget=forms.Textarea({"rows": 3, "minlength": rights.MINIMUM_REASON}),
        min_length=rights.MINIMUM_REASON,
    )
    significance = forms.ChoiceField(
        label=_("How much does this change matter to translations?"), choices=ANSWERS, widget=forms.RadioSelect
    )

    def __init__(self, *args, page, lane, user, releasing=None, shows_shared=False, **kwargs):
        super().__init__(*args, **kwargs)
        self.page, self.lane, self.user = page, lane, user
        self.fields["digest"].initial = draft_digest(page, lane)
        if shows_shared:
            self.fields["along"].initial = first_release.goes_along(page, lane, user)
        else:
            del self.fields["along"]
        self.releases = releasing is not False and reviews.may_release_now(page, lane, user)
        if not (self.is_own and rights.has(user, rights.OVERRIDE)):
            del self.fields["reason"]
        if not (self.releases and reviews.asks_significance(page, lane)):
            del self.fields["significance"]

    @property
    def asks(self):
        """Whether it has to be said how much the change matters."""
        return "significance" in self.fields

    @property
    def is_own(self):
        """Whether the user is kept from approving by their own edits."""
        return bool(approvals.refusal(self.page, self.lane, self.user)) and rights.may(
            self.user, rights.APPROVE, self.lane
        )

    @property
    def refusal(self):
        """Why the user cannot approve whatever they write; "" when they can, with a reason where one is asked for."""
        refused = "" if "reason" in self.fields else approvals.refusal(self.page, self.lane, self.user)
        return reviews.locked(self.page, self.user) or refused

    def clean(self):
        cleaned = super().clean()
        reason = cleaned.get("reason", "")
        refused = "" if "reason" in self.errors else approvals.refusal(self.page, self.lane, self.user, reason)
        if refused := reviews.locked(self.page, self.user) or refused:
            self.add_error(None, refused)
        return cleaned


class SendBackForm(forms.Form):
    comment = forms.CharField(label=_("What has to be changed"), widget=forms.Textarea({"rows": 3}))


class RequestForm(forms.Form):
    note = forms.CharField(label=_("Note for the reviewer"), required=False, widget=forms.Textarea({"rows": 2}))
    assignee = forms.ModelChoiceField(
        label=_("Reviewer"), queryset=None, required=False, empty_label=_("Anybody who may approve it")
    )

    def __init__(self, *args, lane, user, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["assignee"].queryset = who_may(rights.APPROVE, lane).exclude(pk=user.pk)
