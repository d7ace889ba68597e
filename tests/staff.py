"""People of a newsroom, with exactly the rights that a test is about."""

from itertools import count

from django.contrib.auth.models import Group, Permission, User
from wagtail.models import GroupPagePermission, Page

from articles import rights
from tests import factories as make

_numbers = count(1)


def member(*codenames, superuser=None):
    """Somebody with these rights of ours (`rights.codename`); with none, an administrator."""
    name = f"member{next(_numbers)}"
    if superuser or (superuser is None and not codenames):
        return User.objects.create_superuser(name, f"{name}@example.com", "x")
    user = User.objects.create_user(name, f"{name}@example.com", "x")
    held = Permission.objects.filter(content_type__app_label="articles", codename__in=codenames)
    assert held.count() == len(codenames)
    user.user_permissions.set([*held, Permission.objects.get(codename="access_admin")])
    return user


def editor(*codenames):
    """A `member` who may edit every page."""
    user = member(*codenames, superuser=False)
    group = Group.objects.create(name=f"editors {user.pk}")
    change = Permission.objects.get(content_type__app_label="wagtailcore", codename="change_page")
    GroupPagePermission.objects.create(group=group, page=Page.get_first_root_node(), permission=change)
    user.groups.add(group)
    return user


def publisher_without(*missing):
    """Somebody in the role of a publisher, without some rights to lanes: `(act, lane)`."""
    user = make.person("publisher")
    group = user.groups.get()
    group.permissions.remove(*Permission.objects.filter(codename__in=[rights.codename(*one) for one in missing]))
    return user
