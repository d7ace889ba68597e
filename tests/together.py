"""A page whose lanes have to be approved, the people around it, and the form that publishes them together."""

import pytest
from django.contrib.auth.models import Group, Permission, User
from django.urls import reverse
from wagtail.models import GroupPagePermission

from articles import rights
from articles.models.approvals import approve_unattended
from tests import factories as make
from tests.factories import block

LANES = ("shared", "ja", "en")
EVERYTHING = [(act, lane) for act in rights.ACTS for lane in LANES]


@pytest.fixture
def page(site, settings):
    """A page that readers see in both languages; from then on nothing goes out without an approval."""
    page = site.explainer(
        "agency",
        headline_ja="デジタル庁とは",
        body_ja=[
            block("paragraph", "<p>2021年10月に発足しました。</p>", "founded"),
            block("paragraph", "<p>古い段落。</p>", "old"),
        ],
        body_en=[block("paragraph", "<p>Founded in October 2021.</p>", "founded")],
    )
    settings.APPROVALS_REQUIRED = True
    return page


@pytest.fixture
def person(page):
    desk, _new = Group.objects.get_or_create(name="desk")
    desk.permissions.add(Permission.objects.get(codename="access_admin"))
    for name in ("change_page", "publish_page"):
        right = Permission.objects.get(codename=name, content_type__app_label="wagtailcore")
        GroupPagePermission.objects.get_or_create(group=desk, page=page.get_root(), permission=right)

    def make_person(name, *wanted, group=desk):
        user = User.objects.create_user(name, f"{name}@example.jp", "x")
        names = [rights.codename(*right) if isinstance(right, tuple) else right for right in wanted]
        ours = Permission.objects.filter(content_type__app_label="articles", codename__in=names)
        user.user_permissions.set([*ours, Permission.objects.get(codename="access_admin")])
        if group:
            user.groups.add(group)
        return user

    return make_person


@pytest.fixture
def writer(person):
    return person("writer", *((rights.EDIT, lane) for lane in LANES))


@pytest.fixture
def chief(person):
    return person("chief", *EVERYTHING)


@pytest.fixture
def desk(client, chief):
    client.force_login(chief)
    return client


def edit(page, user, **fields):
    draft = make.draft(page)
    for name, value in fields.items():
        setattr(draft, name, value)
    draft.save_revision(user=user)


def approved(page, *lanes):
    content = type(page).objects.get(pk=page.pk).draft_content()
    approve_unattended(page, lanes, content)


def url(page, name="desk_publish", *args):
    return reverse(name, args=[page.pk, *args])


def typed(client, page, **changes):
    """What the form sends as it stands, and what was typed over it."""
    form = client.get(url(page)).context["form"]
    values = {"act": "publish"}
    for decision in form.lanes:
        lane = decision.section.lane
        values |= {f"{lane}-stamp": decision.section.stamp, f"{lane}-when": decision.choice}
    return values | {name.replace("__", "-"): value for name, value in changes.items()}


def send(client, page, **changes):
    return client.post(url(page), typed(client, page, **changes))


def public(page, column):
    return getattr(type(page).objects.get(pk=page.pk), column)


def errors(response):
    return " ".join(str(words) for _field, words in response.context["summary"])


NEW_BODY = [
    block("paragraph", "<p>2021年9月に発足しました。</p>", "founded"),
    block("paragraph", "<p>新しい段落。</p>", "new"),
]
