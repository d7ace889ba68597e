"""The items of the translation desk: a page in one language, with its state and the work on it."""

from functools import reduce
from operator import or_

from django.db.models import Count, F, OuterRef, Q, Subquery, Sum
from django.db.models.functions import Coalesce
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy
from wagtail.permission_policies.pages import PagePermissionPolicy

from articles import languages, rights
from articles.models import LaneState, LaneStatus, Translation
from articles.newsroom.translation.assignments import may_assign

# There is something to translate, or a translation that is not where it is meant to go.
OPEN = (
    Q(open_units__gt=0)
    | Q(state__in=[LaneState.CORRECTION, LaneState.OUTDATED, LaneState.REVIEW, LaneState.READY, LaneState.CHANGED])
    | Q(state=LaneState.UNRELEASED) & ~Q(draft_digest="")
)
OLDEST_FIRST = F("open_since").asc(nulls_last=True)
# name of an order: how it begins; the rest is the same for all
ORDERS = {
    "due": F("due_on").asc(nulls_last=True),
    "-due": F("due_on").desc(nulls_last=True),
    "age": OLDEST_FIRST,
    "-age": F("open_since").desc(nulls_last=True),
    "characters": F("characters").asc(),
    "-characters": F("characters").desc(),
    "headline": F("page__draft_title").asc(),
    "-headline": F("page__draft_title").desc(),
}
OPEN_ITEMS, EVERYTHING = "open", "all"


def desk_languages(user):
    """The translations that `user` has any right to work on."""
    return [code for code in languages.translations() if may_assign(user, code)]


def items(user, language):
    """`LaneStatus` of the pages that `user` may open, with `assigned_to` (id of a user) and `due_on`."""
    work = Translation.objects.filter(page=OuterRef("page"), lane=language)
    return LaneStatus.objects.filter(_visible_to(user), lane=language).annotate(
        assigned_to=Subquery(work.values("assignee")[:1]), due_on=Subquery(work.values("due_on")[:1])
    )


def open_count(user):
    """How many items wait in the languages that `user` may edit: one query."""
    own = [code for code in languages.translations() if rights.may(user, rights.EDIT, code)]
    return LaneStatus.objects.filter(OPEN, _visible_to(user), lane__in=own).count() if own else 0


def _visible_to(user):
    """Pages below those where `user` may do anything; asks the rights that Wagtail's menu has read already."""
    if user.is_superuser:
        return Q()
    allowed = PagePermissionPolicy().get_cached_permissions_for_user(user)
    paths = {permission.page.path for permission in allowed}
    return reduce(or_, (Q(page__path__startswith=path) for path in sorted(paths)), Q(pk__in=[]))


def quick_filters(user):
    """`{name: (label, icon, condition)}` in the order of the desk."""
    late = OPEN & Q(due_on__lt=timezone.localdate())
    return {
        OPEN_ITEMS: (pgettext_lazy("translations", "Open"), "", OPEN),
        "mine": (pgettext_lazy("translations", "Mine"), "user", OPEN & Q(assigned_to=user.pk)),
        "correction": (LaneState.CORRECTION.label, "rotate", Q(state=LaneState.CORRECTION)),
        "outdated": (LaneState.OUTDATED.label, "rotate", Q(state=LaneState.OUTDATED)),
        "never": (_("Never translated"), "no-view", Q(state=LaneState.UNRELEASED, open_units__gt=0)),
        "review": (LaneState.REVIEW.label, "time", Q(requested_at__isnull=False)),
        "overdue": (_("Overdue"), "warning", late),
        "unassigned": (_("Nobody assigned"), "", OPEN & Q(assigned_to=None)),
        EVERYTHING: (pgettext_lazy("translations", "All"), "", Q()),
    }


def counts(found, filters, shown):
    """`{name: number of items}` of all quick filters, and `characters` left in those of one of them: one query."""
    numbers = {name: Count("pk", filter=asked) for name, (_label, _icon, asked) in filters.items()}
    characters = Coalesce(Sum("characters", filter=filters[shown][-1]), 0)
    return found.order_by().aggregate(**numbers, characters=characters)


def ordered(found, name):
    return found.order_by(ORDERS[name], OLDEST_FIRST, "pk")
