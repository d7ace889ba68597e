"""People to try the desk with. Their passwords are published, so they exist on development machines only."""

from django.conf import settings
from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group

from articles.demo.accounts import DEMO_ACCOUNTS
from articles.newsroom.review.workflow import ensure_workflow
from articles.newsroom.roles import ADMINISTRATOR, all_roles, ensure_roles


def ensure_accounts():
    """Accounts made by this call; none unless `DEBUG` is on. An account that exists keeps its password and rights."""
    if not settings.DEBUG:
        return []
    users = get_user_model().objects
    missing = [account for account in DEMO_ACCOUNTS if not users.filter(username=account.username).exists()]
    if missing:
        ensure_roles()
        ensure_workflow()
    for account in missing:
        make = users.create_superuser if account.key == ADMINISTRATOR else users.create_user
        user = make(account.username, f"{account.username}@example.com", account.password)
        user.groups.add(Group.objects.get(name=all_roles()[account.key].group))
    return missing


def demo_writer():
    """Who wrote the demo draft, on a development machine; else None."""
    return get_user_model().objects.filter(username="writer", is_active=True).first() if settings.DEBUG else None
