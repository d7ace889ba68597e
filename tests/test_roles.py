"""Roles are groups: what each may do is one table, made by a migration and by a command, as often as one likes."""

from io import StringIO

import pytest
from django.apps import apps
from django.contrib.auth.management import create_permissions
from django.contrib.auth.models import Group, Permission
from django.core.management import call_command
from django.db import connection
from django.db.migrations.executor import MigrationExecutor
from django.urls import reverse
from wagtail.models import Collection, GroupCollectionPermission, GroupPagePermission, Page, Workflow, WorkflowPage

from articles import rights
from articles.models import LaneReviewTask, Picture
from articles.newsroom.review.workflow import STOCK, ensure_workflow, remove_workflow
from articles.newsroom.roles import all_roles, ensure_roles, remove_roles
from tests.desk_forms import post_edit
from tests.factories import draft, image_file, person, picture

ROLES = ["writer", "ja-editor", "en-translator", "en-reviewer", "publisher", "administrator"]
HELD = {  # edit, approve, release
    "writer": (["shared", "ja"], [], []),
    "ja-editor": (["shared", "ja"],) * 3,
    "en-translator": (["en"], [], []),
    "en-reviewer": (["en"],) * 3,
    "publisher": (["shared", "ja", "en"],) * 3,
    "administrator": (["shared", "ja", "en"],) * 3,
}
SPECIAL = {
    rights.OVERRIDE: {"publisher", "administrator"},
    rights.FLASH: {"ja-editor", "publisher", "administrator"},
    "access_admin": set(ROLES),
    "change_user": {"administrator"},
    "add_group": {"administrator"},
    "change_siteframe": {"ja-editor", "publisher", "administrator"},
    "delete_topic": {"publisher", "administrator"},
}
APPS = {"access_admin": "wagtailadmin", "change_user": "auth", "add_group": "auth"}


def everything_granted():
    """All that the groups hold, comparable before and after."""
    return {
        "groups": sorted(Group.objects.values_list("name", "permissions__codename"), key=str),
        "pages": sorted(GroupPagePermission.objects.values_list("group__name", "page", "permission__codename")),
        "files": sorted(GroupCollectionPermission.objects.values_list("group__name", "permission__codename")),
        "tasks": sorted(LaneReviewTask.objects.values_list("lane", "name")),
        "assigned": sorted(WorkflowPage.objects.values_list("page", "workflow__name")),
    }


@pytest.mark.django_db
class TestRoles:
    @pytest.mark.parametrize("role", ROLES)
    def test_each_role_has_its_lanes_and_no_others(self, role):
        user = person(role)
        held = tuple(rights.lanes_for(user, act) for act in (rights.EDIT, rights.APPROVE, rights.RELEASE))
        assert held == HELD[role]

    @pytest.mark.parametrize("codename", SPECIAL)
    def test_what_goes_beyond_a_lane_is_held_by_the_roles_it_is_meant_for(self, codename):
        name = f"{APPS.get(codename, 'articles')}.{codename}"
        assert {role for role in ROLES if person(role).has_perm(name)} == SPECIAL[codename]

    @pytest.mark.parametrize("role", ROLES)
    def test_wagtails_rights_go_as_far_as_those_to_the_lanes(self, role, site):
        page = site.explainer()
        tester = page.permissions_for_user(person(role))
        assert tester.can_edit()
        assert tester.can_publish() == (role in {"ja-editor", "publisher", "administrator"})
        assert tester.can_unpublish() == (role in {"publisher", "administrator"})
        assert site.explainers.permissions_for_user(person(role)).can_add_subpage() == (not role.startswith("en-"))

    @pytest.mark.parametrize("role", ROLES)
    def test_everybody_can_sign_in_and_open_a_page(self, role, site, client):
        client.force_login(person(role))
        page = site.explainer()
        for url in [reverse("wagtailadmin_home"), reverse("wagtailadmin_pages:edit", args=[page.pk])]:
            assert client.get(url).status_code == 200

    def test_nobody_is_in_a_group_by_name_only(self):
        assert {role.group for role in all_roles().values()} <= set(Group.objects.values_list("name", flat=True))

    def test_every_permission_is_one_that_django_makes_too(self):
        held = set(Permission.objects.filter(group__isnull=False).values_list("pk", flat=True))
        known = set()
        Permission.objects.exclude(pk__in=held).delete()
        ours = {permission.natural_key() for permission in Permission.objects.all()}
        Permission.objects.all().delete()
        for config in apps.get_app_configs():
            create_permissions(config, verbosity=0)
        known = {permission.natural_key() for permission in Permission.objects.all()}
        # Wagtail's own come from its migrations
        assert {
            key for key in ours - known if key[1] not in ("wagtailcore", "wagtailadmin", "wagtailimages", "wagtaildocs")
        } == set()

    def test_making_them_again_changes_nothing(self):
        before = everything_granted()
        call_command("make_roles", stdout=StringIO())
        assert everything_granted() == before

    def test_they_can_be_made_from_nothing(self):
        before = everything_granted()
        remove_workflow()
        remove_roles()
        Permission.objects.filter(content_type__app_label="articles").delete()
        assert not Group.objects.filter(name="Writers").exists()
        ensure_roles()
        ensure_workflow()
        assert everything_granted() == before

    def test_what_an_administrator_added_stays(self):
        group = Group.objects.get(name="Writers")
        extra = Permission.objects.get(codename="add_topic")
        group.permissions.add(extra)
        ensure_roles()
        assert extra in group.permissions.all()

    def test_a_new_language_brings_its_groups_rights_and_task(self, settings):
        settings.LANGUAGES = [*settings.LANGUAGES, ("fr", "Français")]
        ensure_roles()
        ensure_workflow()
        user = person("fr-reviewer")
        assert rights.lanes_for(user, rights.APPROVE) == ["fr"]
        assert rights.may(person("publisher"), rights.RELEASE, "fr")
        tasks = Workflow.objects.get(name="Review").tasks.specific()
        assert [task.lane for task in tasks] == ["shared", "ja", "en", "fr"]


@pytest.mark.django_db
class TestWorkflowOfTheSite:
    def test_every_page_is_reviewed_lane_by_lane(self, site):
        assert [task.lane for task in site.news.get_workflow().tasks.specific()] == ["shared", "ja", "en"]

    def test_wagtails_own_gives_way(self):
        assert not Workflow.objects.filter(name=STOCK, active=True).exists()

    def test_a_workflow_that_the_newsroom_chose_stays(self):
        root = Page.get_first_root_node()
        WorkflowPage.objects.filter(page=root).delete()
        WorkflowPage.objects.create(page=root, workflow=Workflow.objects.create(name="Ours"))
        ensure_workflow()
        assert root.get_workflow().name == "Ours"


@pytest.mark.django_db
class TestLanesOfOthers:
    """Enforced where a draft is saved, whatever was sent."""

    TYPED = {"headline_ja": "書き換え", "headline_en": "Rewritten", "slug": "moved"}

    @pytest.mark.parametrize(
        ("role", "kept"),
        [("en-translator", {"headline_ja", "slug"}), ("writer", {"headline_en"}), ("publisher", set())],
    )
    @pytest.mark.parametrize("button", [{}, {"action-submit": "1"}, {"action-publish": "ja en"}])
    def test_posting_the_whole_form_changes_ones_own_lanes_only(self, role, kept, button, site, client, settings):
        settings.APPROVALS_REQUIRED = True
        page = site.explainer()
        client.force_login(person(role))
        post_edit(client, draft(page), **self.TYPED, **button)
        now = draft(page)
        assert {name for name in self.TYPED if getattr(now, name) != self.TYPED[name]} == kept

    def test_reverting_to_an_old_revision_brings_back_ones_own_lanes_only(self, site, client):
        page = site.explainer()
        old = page.get_latest_revision()
        changed = draft(page)
        changed.headline_ja, changed.headline_en = "新しい", "New"
        changed.save_revision()
        client.force_login(person("en-translator"))
        post_edit(client, old.as_object(), revision=str(old.pk))
        now = draft(page)
        assert (now.headline_ja, now.headline_en) == ("新しい", "Headline explainer")


@pytest.mark.django_db(transaction=True, serialized_rollback=True)
def test_the_migration_goes_back_and_forth():
    before = everything_granted()
    try:
        MigrationExecutor(connection).migrate([("articles", "0003_review_task")])
        assert not Group.objects.filter(name__in=[role.group for role in all_roles().values()]).exists()
        assert not Workflow.objects.filter(name="Review").exists()
        assert Workflow.objects.filter(name=STOCK, active=True).exists()
    finally:
        executor = MigrationExecutor(connection)
        executor.migrate(executor.loader.graph.leaf_nodes())
    assert everything_granted() == before


@pytest.mark.django_db
class TestPictures:
    """Wagtail asks for rights on its own model of an image, whatever model the pictures are of."""

    @pytest.mark.parametrize("role", ROLES)
    @pytest.mark.parametrize("url", ["wagtailimages_chooser:create", "wagtailimages:add"])
    def test_who_writes_or_edits_uploads_them(self, role, url, client):
        client.force_login(person(role))
        sent = {"title": "写真", "file": image_file(), "collection": Collection.get_first_root_node().pk}
        prefix = "image-chooser-upload-" if "chooser" in url else ""
        client.post(reverse(url), {prefix + name: value for name, value in sent.items()})
        assert Picture.objects.filter(title="写真").exists() == (not role.startswith("en-"))

    @pytest.mark.parametrize("role", ROLES)
    def test_everybody_chooses_and_who_may_upload_is_offered_to(self, role, client):
        kept = picture(title="前からの写真")
        client.force_login(person(role))
        chooser = client.get(reverse("wagtailimages_chooser:choose")).json()["html"]
        assert kept.title in chooser
        assert ('href="#tab-upload"' in chooser) == (not role.startswith("en-"))

    @pytest.mark.parametrize(
        ("role", "manages"),
        [("writer", False), ("ja-editor", True), ("en-translator", False), ("en-reviewer", False), ("publisher", True)],
    )
    def test_editors_keep_the_pictures_of_others_in_order(self, role, manages, client):
        kept = picture()
        client.force_login(person(role))
        sent = {"title": "改題", "collection": kept.collection_id}
        client.post(reverse("wagtailimages:edit", args=[kept.pk]), sent)
        kept.refresh_from_db()
        assert (kept.title == "改題") == manages
        assert (client.get(reverse("wagtailimages:index")).status_code == 200) == (manages or role == "writer")
