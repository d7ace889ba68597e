"""People to try the desk with. Their passwords are published, so they exist on development machines only."""

from django.conf import settings
from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group, Permission
from django.db.models import Q
from wagtail.models import Collection, GroupCollectionPermission, GroupPagePermission, Page

from articles.demo.accounts import DEMO_ACCOUNTS

GROUP = "Newsroom editors"
PAGE_RIGHTS = ["add_page", "change_page", "publish_page"]
PICTURE_RIGHTS = ["add_picture", "change_picture", "choose_image"]
SNIPPETS = ["topic", "author", "category", "promo"]
SETTINGS = ["siteframe", "picks"]


def ensure_accounts(home):
    """Accounts made by this call; none unless `DEBUG` is on. An account that exists keeps its password and rights."""
    if not settings.DEBUG:
        return []
    users = get_user_model().objects
    missing = [account for account in DEMO_ACCOUNTS if not users.filter(username=account.username).exists()]
    for account in missing:
        make = users.create_superuser if account.role == "administrator" else users.create_user
        user = make(account.username, f"{account.username}@example.com", account.password)
        if account.role == "editor":
            user.groups.add(ensure_editors(home))
    return missing


def ensure_editors(home):
    """The group of those who write and publish everything below `home`; with its rights when it is new."""
    group, is_new = Group.objects.get_or_create(name=GROUP)
    if is_new:
        ours = Permission.objects.filter(content_type__app_label="articles")
        wanted = [f"{act}_{name}" for name in SNIPPETS for act in ("view", "add", "change")]
        wanted += [f"change_{name}" for name in SETTINGS]
        admin = Permission.objects.filter(content_type__app_label="wagtailadmin", codename="access_admin")
        group.permissions.set([*ours.filter(codename__in=wanted), *admin])
        for right in _rights(PAGE_RIGHTS, Page._meta.app_label):
            GroupPagePermission.objects.create(group=group, page=home, permission=right)
        for right in _rights(PICTURE_RIGHTS, "articles"):
            GroupCollectionPermission.objects.create(
                group=group, collection=Collection.get_first_root_node(), permission=right
            )
    return group


def _rights(names, app):
    return Permission.objects.filter(Q(codename__in=names), content_type__app_label=app).order_by("codename")
