"""Who works here: each role is a group, and this is the one table of what each may do.

Called by a migration, which hands in its own `apps`, and by `manage.py make_roles` after a language was added: what is
missing is made, what an administrator added stays.
"""

from dataclasses import dataclass

from django.apps import apps as current_apps
from django.conf import settings
from django.utils.translation import get_language_info

from articles import lanes, languages, rights
from articles.rights import APPROVE, EDIT, RELEASE

WRITER, PUBLISHER, ADMINISTRATOR = "writer", "publisher", "administrator"

SNIPPETS = ("topic", "author", "category", "promo", "glossaryterm")
SITE_SETTINGS = ("siteframe", "picks")
FILES = [("wagtailimages", "image"), ("wagtaildocs", "document")]  # Wagtail asks for these, whatever our own models are
ADD_PAGES, CHANGE_PAGES, PUBLISH_PAGES = "add_page", "change_page", "publish_page"


@dataclass(frozen=True)
class Role:
    """`lanes` is `{act: lanes}`; `special` are rights of `articles.rights`; `models` is `{app: codenames}`."""

    key: str
    group: str
    lanes: dict
    special: tuple[str, ...] = ()
    pages: tuple[str, ...] = (CHANGE_PAGES,)
    files: tuple[str, ...] = ("choose",)  # acts on pictures and documents
    snippets: tuple[str, ...] = ("view",)  # acts on what pages are filed under
    glossary: tuple[str, ...] = ("view",)
    changes_settings: bool = False
    models: dict | None = None

    def codenames(self):
        """`{app: permissions that the group holds as such}`"""
        ours = [rights.codename(act, lane) for act, held in self.lanes.items() for lane in held]
        ours += [*self.special, *(f"{act}_{name}" for name in SNIPPETS[:-1] for act in self.snippets)]
        ours += [f"{act}_glossaryterm" for act in self.glossary]
        if self.changes_settings:
            ours += [f"change_{name}" for name in SITE_SETTINGS]
        return {"wagtailadmin": ["access_admin"], "articles": ours, **(self.models or {})}


def all_roles():
    """`{key: Role}`; a translation brings a group that translates it and one that reviews it."""
    source, everything = languages.default(), lanes.all_lanes()
    found = [
        _writer(source),
        _source_editor(source),
        *(role for code in languages.translations() for role in (_translator(code), _reviewer(code))),
        Role(PUBLISHER, "Publishers", _all_acts(everything), **_desk_chief()),
        Role(
            ADMINISTRATOR,
            "Administrators",
            _all_acts(everything),
            **_desk_chief(),
            models=_administration(),
        ),
    ]
    return {role.key: role for role in found}


def _all_acts(held):
    return {act: tuple(held) for act in (EDIT, APPROVE, RELEASE)}


def _english_name(code):
    return get_language_info(code)["name"]


def _writer(source):
    may_edit = {EDIT: [lanes.SHARED, source]}
    return Role(WRITER, "Writers", may_edit, pages=(ADD_PAGES, CHANGE_PAGES), files=("choose", "add"))


def _source_editor(source):
    held = [lanes.SHARED, source]
    return Role(
        f"{source}-editor",
        f"{_english_name(source)} editors",
        _all_acts(held),
        special=(rights.FLASH,),
        pages=(ADD_PAGES, CHANGE_PAGES, PUBLISH_PAGES),
        files=("choose", "add", "change"),
        snippets=("view", "add", "change"),
        glossary=("view", "add", "change"),
        changes_settings=True,
    )


def _translator(code):
    return Role(f"{code}-translator", f"{_english_name(code)} translators", {EDIT: [code]})


def _reviewer(code):
    """Releases by approving: Wagtail's publish right is about the page as a whole, so they do not have it."""
    terms = ("view", "add", "change")
    return Role(f"{code}-reviewer", f"{_english_name(code)} reviewers", _all_acts([code]), glossary=terms)


def _desk_chief():
    every_act = ("view", "add", "change", "delete")
    return {
        "special": (rights.OVERRIDE, rights.FLASH, rights.HISTORY),
        "pages": (ADD_PAGES, CHANGE_PAGES, PUBLISH_PAGES, "bulk_delete_page", "lock_page", "unlock_page"),
        "files": ("choose", "add", "change"),
        "snippets": every_act,
        "glossary": every_act,
        "changes_settings": True,
    }


def _administration():
    acts = ("add", "change", "delete")
    user_app, user_model = settings.AUTH_USER_MODEL.lower().split(".")
    found = {
        "auth": [f"{act}_group" for act in acts],
        "wagtailcore": [f"{act}_{name}" for name in ("collection", "site", "workflow", "task") for act in acts],
        "wagtailredirects": [f"{act}_redirect" for act in acts],
    }
    found.setdefault(user_app, []).extend(f"{act}_{user_model}" for act in acts)
    return found


def ensure_roles(apps=current_apps):
    """Make the groups with all their rights, and the rights too: permissions are made only after a migration ends."""
    Group = apps.get_model("auth", "Group")
    for role in all_roles().values():
        group, _new = Group.objects.get_or_create(name=role.group)
        names = role.codenames()
        group.permissions.add(*(_permission(apps, app, name) for app in names for name in names[app]))
        _grant_pages(apps, group, role)
        _grant_files(apps, group, role)


def remove_roles(apps=current_apps):
    """Whoever was in the groups is in none of them any more; permissions stay, as Django leaves them too."""
    groups = [role.group for role in all_roles().values()]
    apps.get_model("auth", "Group").objects.filter(name__in=groups).delete()


def _grant_pages(apps, group, role):
    root = apps.get_model("wagtailcore", "Page").objects.filter(depth=1).first()
    GroupPagePermission = apps.get_model("wagtailcore", "GroupPagePermission")
    for name in role.pages if root else ():
        permission = _permission(apps, "wagtailcore", name)
        GroupPagePermission.objects.get_or_create(group=group, page=root, permission=permission)


def _grant_files(apps, group, role):
    root = apps.get_model("wagtailcore", "Collection").objects.filter(depth=1).first()
    GroupCollectionPermission = apps.get_model("wagtailcore", "GroupCollectionPermission")
    for act in role.files if root else ():
        for app, name in FILES:
            permission = _permission(apps, app, f"{act}_{name}")
            GroupCollectionPermission.objects.get_or_create(group=group, collection=root, permission=permission)


# --- permissions
def _permission(apps, app, codename):
    """The permission, made as Django would make it when it is not there yet."""
    content_type, _new = apps.get_model("contenttypes", "ContentType").objects.get_or_create(
        app_label=app, model=_model_of(app, codename)
    )
    defaults = {"name": _special_names().get(codename) or f"Can {codename.replace('_', ' ')}"}
    permissions = apps.get_model("auth", "Permission").objects
    return permissions.get_or_create(content_type=content_type, codename=codename, defaults=defaults)[0]


def _special_names():
    return dict(rights.permissions())


def _model_of(app, codename):
    if codename in _special_names():
        return "lanerelease"
    return "admin" if app == "wagtailadmin" else codename.rsplit("_", 1)[1]
