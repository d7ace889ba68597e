"""What editors can rely on at the desk: nothing typed is lost, and every button does what its words say."""

import re

import pytest
from django.contrib.auth.models import Group, Permission, User
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from django.utils import translation
from wagtail.models import Collection, GroupCollectionPermission, GroupPagePermission
from wagtail.users.models import UserProfile

from articles import lanes, rights
from articles.blocks import BodyBlock
from articles.desk.editor.lane_chips import lane_chips
from articles.models import ExplainerPage, GlossaryTerm, LaneRelease, NewsItemPage
from articles.newsroom.records import withdrawals
from tests import factories as make
from tests.desk_forms import form_of, post_edit, post_new

pytestmark = pytest.mark.django_db
PUBLISH = "action-publish"
COPY = "action-copy-structure"
OVERWRITE = "action-overwrite-newer"


@pytest.fixture
def chief(client):
    user = User.objects.create_superuser(
        "chief", "chief@example.jp", "a-long-password", first_name="美咲", last_name="佐藤"
    )
    _prefer(user, "en")
    client.force_login(user)
    return user


@pytest.fixture
def colleague():
    return User.objects.create_superuser(
        "taka", "taka@example.jp", "a-long-password", first_name="健", last_name="高橋"
    )


def _prefer(user, language):
    profile = UserProfile.get_for_user(user)
    profile.preferred_language = language
    profile.save()


def stored(page):
    return type(page).objects.get(pk=page.pk)


def told(response):
    """The messages of the page that the editor sees next, without markup."""
    html = response.content.decode()
    messages = html.partition('<div class="messages"')[2].partition("<template data-w-messages-target")[0]
    return " ".join(re.sub(r"<[^>]+>", " ", messages).split())


def errors_of(response):
    return response.context["form"].errors


class TestPublishing:
    def test_japanese_without_a_headline_is_refused_beside_its_field_and_keeps_what_was_typed(
        self, site, client, chief
    ):
        item = site.item(languages=())
        response = post_edit(client, make.draft(item), headline_ja="", summary_ja="打った要約", **{PUBLISH: "ja"})
        assert errors_of(response)["headline_ja"] == ["Headline is needed to publish this language."]
        assert 'data-w-tabs-active-panel-id-value="tab-ja"' in response.content.decode()
        assert "打った要約" in response.content.decode()
        assert not stored(item).live

    def test_a_new_page_without_a_headline_is_refused_too(self, site, client, chief):
        response = post_new(client, site.news, NewsItemPage(), summary_ja="打った要約", **{PUBLISH: "ja"})
        assert "headline_ja" in errors_of(response)
        assert "打った要約" in response.content.decode()
        assert not NewsItemPage.objects.exists()

    def test_publishing_japanese_holds_half_written_english_and_says_why(self, site, client, chief):
        item = site.item(languages=())
        response = client.post(
            reverse("wagtailadmin_pages:edit", args=[item.pk]),
            form_of(make.draft(item), summary_en="", **{PUBLISH: "ja"}),
            follow=True,
        )
        assert stored(item).released_languages() == ["ja"]
        assert "Published: Japanese." in told(response)
        assert "English: Summary is needed to publish this language. It is not public yet." in told(response)
        assert make.draft(item).headline_en == "Headline item"

    def test_a_wording_that_is_only_warned_of_goes_out_with_a_warning(self, site, client, chief):
        GlossaryTerm.objects.create(
            slug="staff", name_ja="職員", name_en="officials", forbidden_en="staff", severity="warn"
        )
        item = site.item()
        response = client.post(
            reverse("wagtailadmin_pages:edit", args=[item.pk]),
            form_of(make.draft(item), headline_en="More staff", **{PUBLISH: "en"}),
            follow=True,
        )
        assert stored(item).headline_en == "More staff"
        assert "English : “staff” should rather be “officials”. (Headline)" in told(response)
        response = client.post(
            reverse("wagtailadmin_pages:edit", args=[item.pk]),
            form_of(make.draft(item), headline_en="More officials", **{PUBLISH: "en"}),
            follow=True,
        )
        assert "glossary" not in told(response)

    def test_publishing_english_alone_holds_japanese(self, site, client, chief):
        item = site.item()
        changes = {"headline_ja": "新しい見出し", "headline_en": "New headline"}
        response = client.post(
            reverse("wagtailadmin_pages:edit", args=[item.pk]),
            form_of(make.draft(item), **changes, **{PUBLISH: "en"}),
            follow=True,
        )
        assert (stored(item).headline_ja, stored(item).headline_en) == ("見出しitem", "New headline")
        assert make.draft(item).headline_ja == "新しい見出し"
        assert "Published: English." in told(response)
        assert "Japanese: You did not ask for it. Readers still see the version of" in told(response)

    def test_publishing_together_releases_both(self, site, client, chief):
        item = site.item(languages=())
        response = client.post(
            reverse("wagtailadmin_pages:edit", args=[item.pk]),
            form_of(make.draft(item), **{PUBLISH: "ja en"}),
            follow=True,
        )
        assert stored(item).released_languages() == ["ja", "en"]
        assert "Published: Japanese, English." in told(response)
        assert "Not published" not in told(response)

    def test_a_new_page_is_published_with_the_same_report(self, site, client, chief):
        typed = NewsItemPage(headline_ja="新しい見出し", summary_ja="要約", headline_en="Half")
        url = reverse("wagtailadmin_pages:add", args=["articles", "newsitempage", site.news.pk])
        response = client.post(url, form_of(typed, **{PUBLISH: "ja"}), follow=True)
        assert NewsItemPage.objects.get().released_languages() == ["ja"]
        assert "Published: Japanese." in told(response)
        assert "English: Summary is needed" in told(response)

    def test_nothing_new_is_not_reported_as_published(self, site, client, chief):
        item = site.item()
        response = client.post(
            reverse("wagtailadmin_pages:edit", args=[item.pk]),
            form_of(make.draft(item), **{PUBLISH: "ja"}),
            follow=True,
        )
        assert "Nothing to publish: readers see this text already." in told(response)
        assert "Published:" not in told(response)

    def test_the_buttons_name_their_target(self, site, client, chief):
        html = client.get(reverse("wagtailadmin_pages:edit", args=[site.item().pk])).content.decode()
        buttons = re.findall(r'name="action-publish"\s+value="([^"]+)".*?<em[^>]*>([^<]+)</em>', html, re.DOTALL)
        assert buttons[:3] == [  # in place of one another, as the open tab says
            ("ja", "Publish Japanese"),
            ("en", "Publish English"),
            ("shared", "Publish the shared fields"),
        ]
        assert sorted(buttons[3:]) == sorted(buttons[:3])  # and in the menu

    def test_enter_in_a_field_saves_a_draft(self, site, client, chief):
        html = client.get(reverse("wagtailadmin_pages:edit", args=[site.item().pk])).content.decode()
        form = html[html.index('id="page-edit-form"') :]
        assert "name=" not in re.search(r'<button type="submit"[^>]*>', form).group()

    def test_who_may_not_publish_has_no_button_and_cannot_by_hand(self, site, client):
        item, writer = site.item(languages=()), _writer(site, "add_page", "change_page")
        client.force_login(writer)
        assert PUBLISH not in client.get(reverse("wagtailadmin_pages:edit", args=[item.pk])).content.decode()
        post_edit(client, make.draft(item), **{PUBLISH: "ja"})
        assert not stored(item).live


class TestDrafts:
    @pytest.mark.parametrize("language", ["ja", "en"])
    def test_a_text_can_be_emptied_in_any_interface_language(self, site, client, chief, language):
        _prefer(chief, language)
        item = site.item()
        post_edit(client, make.draft(item), summary_ja="", summary_en="")
        assert not make.draft(item).summary_ja
        assert not make.draft(item).summary_en
        assert stored(item).summary_ja == "要約item"

    def test_a_slug_is_made_when_left_empty(self, site, client, chief):
        for headline in ("一つ目", "二つ目"):
            typed = NewsItemPage(headline_ja=headline, published_at=make.jst("2025-12-04 05:45"))
            assert post_new(client, site.news, typed).status_code == 302
        slugs = list(NewsItemPage.objects.order_by("pk").values_list("slug", flat=True))
        assert slugs[0] == "20251204-0545"
        assert slugs[1].startswith("20251204-0545-")

    def test_a_slug_is_kept_when_emptied_later(self, site, client, chief):
        item = site.item("kept")
        post_edit(client, make.draft(item), slug="")
        assert make.draft(item).slug == "kept"

    def test_a_duplicate_slug_is_refused_beside_its_field(self, site, client, chief):
        site.item("taken")
        response = post_new(client, site.news, NewsItemPage(), headline_ja="見出し", slug="taken")
        assert "already in use" in errors_of(response)["slug"][0]
        assert 'data-w-tabs-active-panel-id-value="tab-publication"' in response.content.decode()


class TestConflicts:
    @pytest.fixture
    def two_editors(self, site, client, chief, colleague):
        """An item, and the form that was opened before the colleague saved another headline."""
        item = site.item()
        before = make.draft(item)
        newer = make.draft(item)
        newer.headline_ja = "高橋の見出し"
        newer.save_revision(user=colleague)
        return item, before

    @pytest.mark.parametrize("action", [{}, {PUBLISH: "ja"}, {"action-submit": "1"}])
    def test_whoever_saves_second_is_told_and_overwrites_nothing(self, client, two_editors, action):
        item, before = two_editors
        revisions = item.revisions.count()
        response = post_edit(client, before, headline_ja="佐藤の見出し", **action)
        assert response.status_code == 200
        assert "健 高橋 saved a newer version of this page at" in told(response)
        assert "佐藤の見出し" in response.content.decode()
        assert item.revisions.count() == revisions
        assert make.draft(item).headline_ja == "高橋の見出し"
        assert stored(item).headline_ja == "見出しitem"

    def test_the_message_leads_to_the_comparison(self, client, two_editors):
        item, before = two_editors
        response = post_edit(client, before, headline_ja="佐藤の見出し")
        compare = reverse(
            "wagtailadmin_pages:revisions_compare",
            args=[item.pk, before.latest_revision_id, stored(item).latest_revision_id],
        )
        assert compare in response.content.decode()
        assert client.get(compare).status_code == 200

    def _again(self, client, item, response, **buttons):
        """Send the form as the refusal shows it."""
        html = response.content.decode()
        shown = {
            name: re.search(rf'name="{name}" value="([^"]*)"', html).group(1)
            for name in ("loaded_revision_id", "loaded_revision_created_at")
        }
        if OVERWRITE in buttons:
            buttons = {OVERWRITE: re.search(rf'name="{OVERWRITE}" value="([^"]*)"', html).group(1)}
        return client.post(
            reverse("wagtailadmin_pages:edit", args=[item.pk]),
            {**form_of(make.draft(item), headline_ja="佐藤の見出し"), **shown, **buttons},
        )

    def test_a_second_press_is_refused_as_well(self, client, two_editors):
        item, before = two_editors
        again = self._again(client, item, post_edit(client, before, headline_ja="佐藤の見出し"))
        assert again.status_code == 200
        assert make.draft(item).headline_ja == "高橋の見出し"

    def test_saving_mine_on_top_is_a_choice(self, client, two_editors):
        item, before = two_editors
        revisions = item.revisions.count()
        refused = post_edit(client, before, headline_ja="佐藤の見出し")
        assert self._again(client, item, refused, **{OVERWRITE: ""}).status_code == 302
        assert make.draft(item).headline_ja == "佐藤の見出し"
        assert item.revisions.count() == revisions + 1
        assert stored(item).headline_ja == "見出しitem"

    def test_that_choice_is_good_for_one_revision_only(self, client, two_editors, colleague):
        item, before = two_editors
        refused = post_edit(client, before, headline_ja="佐藤の見出し")
        newest = make.draft(item)
        newest.headline_ja = "高橋の次の見出し"
        newest.save_revision(user=colleague)
        assert self._again(client, item, refused, **{OVERWRITE: ""}).status_code == 200
        assert make.draft(item).headline_ja == "高橋の次の見出し"

    def test_autosave_goes_on_with_its_own_revision(self, site, client, chief):
        item = site.item()
        url = reverse("wagtailadmin_pages:edit", args=[item.pk])
        json = {"HTTP_ACCEPT": "application/json"}
        first = client.post(url, form_of(make.draft(item), headline_ja="一"), **json).json()
        own = {"overwrite_revision_id": first["revision_id"]}
        second = client.post(url, {**form_of(make.draft(item), headline_ja="二"), **own}, **json).json()
        assert second["success"]
        assert second["revision_id"] == first["revision_id"]
        typed = form_of(make.draft(item), headline_ja="三", significance="none", **{PUBLISH: "ja"})
        typed |= {
            "loaded_revision_id": second["revision_id"],
            "loaded_revision_created_at": second["revision_created_at"],
        }
        assert client.post(url, typed).status_code == 302
        assert stored(item).headline_ja == "三"

    def test_a_page_made_by_autosave_goes_on_in_the_edit_view(self, site, client, chief):
        url = reverse("wagtailadmin_pages:add", args=["articles", "newsitempage", site.news.pk])
        made = client.post(url, form_of(NewsItemPage(headline_ja="見出し")), HTTP_ACCEPT="application/json").json()
        assert made["success"]
        # The answer must not fill the open form's slug: the editor may be typing one just then.
        assert NewsItemPage.objects.get().slug
        assert "slug" not in made["field_updates"]
        hydrated = client.get(made["hydrate_url"]).content.decode()
        assert f'name="loaded_revision_id" value="{made["revision_id"]}"' in hydrated


class TestCopyingTheStructure:
    REST = dict.fromkeys(("title", "caption", "source_url", "licence", "edited_note"), "")

    def body(self, picture):
        return [
            make.block("heading", {"level": "2", "text": "見出し"}, "h"),
            make.block("paragraph", "<p>本文</p>", "p"),
            make.block(
                "figure",
                {"picture": picture.pk, "alt": "図の説明", "source_name": "編集部", **self.REST},
                "f",
            ),
        ]

    def test_an_edited_page_takes_over_ids_and_pictures_but_no_text(self, site, client, chief):
        picture = make.picture()
        page = site.explainer(body_ja=self.body(picture), body_en=[], languages=("ja",))
        response = client.post(
            reverse("wagtailadmin_pages:edit", args=[page.pk]),
            form_of(make.draft(page), **{COPY: "en"}),
            follow=True,
        )
        assert response.redirect_chain[0][0].endswith(f"/pages/{page.pk}/edit/#tab-en")
        assert "Copied 3 blocks into English." in told(response)
        japanese, english = make.draft(page).body_ja, make.draft(page).body_en
        assert [block.id for block in english] == [block.id for block in japanese]
        assert english[0].value["text"] == ""
        assert english[0].value["level"] == "2"
        assert english[1].value.source in ("", "<p></p>")
        assert english[2].value["picture"] == picture
        assert english[2].value["alt"] == ""
        assert stored(page).released_languages() == ["ja"]

    def test_what_is_translated_already_stays(self, site, client, chief):
        body = self.body(make.picture())
        english = [make.block("heading", {"level": "2", "text": "Heading"}, "h")]
        page = site.explainer(body_ja=body, body_en=english)
        response = client.post(
            reverse("wagtailadmin_pages:edit", args=[page.pk]),
            form_of(make.draft(page), **{COPY: "en"}),
            follow=True,
        )
        assert "Copied 2 blocks into English." in told(response)
        assert make.draft(page).body_en[0].value["text"] == "Heading"
        again = client.post(
            reverse("wagtailadmin_pages:edit", args=[page.pk]),
            form_of(make.draft(page), **{COPY: "en"}),
            follow=True,
        )
        assert "English has every block already: nothing was copied." in told(again)

    def test_a_new_page_is_saved_as_a_draft_and_shown_in_english(self, site, client, chief):
        typed = ExplainerPage(headline_ja="見出し", body_ja=self.body(make.picture()))
        response = post_new(client, site.explainers, typed, **{COPY: "en"})
        page = ExplainerPage.objects.get()
        assert response.url.endswith(f"/pages/{page.pk}/edit/#tab-en")
        assert not page.live
        assert [block.id for block in make.draft(page).body_en] == [block.id for block in make.draft(page).body_ja]

    def test_the_button_stands_in_the_tab_of_the_translation(self, site, client, chief):
        for url in (
            reverse("wagtailadmin_pages:edit", args=[site.explainer().pk]),
            reverse("wagtailadmin_pages:add", args=["articles", "explainerpage", site.explainers.pk]),
        ):
            html = client.get(url).content.decode()
            assert html.index('id="tab-en"') < html.index(f'name="{COPY}"') < html.index('id="tab-shared"')


class TestBodies:
    FIGURE = {"alt": "", "source_name": "", "caption": "説明文"}

    def test_a_figure_without_description_or_source_is_a_draft_but_no_publication(self, site, client, chief):
        page = site.explainer(languages=())
        body = [make.block("figure", {"picture": str(make.picture().pk), **self.FIGURE})]
        refused = post_edit(client, make.draft(page), body_ja=body, **{PUBLISH: "ja"})
        found = errors_of(refused).as_data()["body_ja"][0].block_errors[0].block_errors
        assert set(found) == {"alt", "source_name"}
        assert not stored(page).live
        assert post_edit(client, make.draft(page), body_ja=body).status_code == 302
        assert make.draft(page).body_ja[0].value["caption"] == "説明文"

    def test_a_link_to_a_page_that_is_gone_is_refused_at_publish(self, site, client, chief):
        page, gone = site.explainer(languages=()), site.explainer("gone")
        body = [make.block("paragraph", f'<p><a linktype="page" id="{gone.pk}">解説</a></p>')]
        assert post_edit(client, make.draft(page), body_ja=body).status_code == 302
        gone.delete()
        refused = post_edit(client, make.draft(page), **{PUBLISH: "ja"})
        assert "A link leads to a page that no longer exists." in refused.content.decode()
        assert not stored(page).live

    def test_a_block_of_another_version_survives_an_edit(self, site, client, chief):
        odd = {
            "type": "map",
            "value": {"place": "東京", "zoom": 3},
            "id": "0b0c5a36-0000-4000-8000-000000000001",
        }
        page = site.explainer()
        ExplainerPage.objects.filter(pk=page.pk).update(body_ja=[odd, make.block("paragraph", "<p>本文</p>")])
        page = stored(page)
        page.save_revision()
        shown = client.get(reverse("wagtailadmin_pages:edit", args=[page.pk]))
        kept = shown.context["form"]["body_ja"].value()[0]
        typed = make.draft(page).body_ja.get_prep_value()
        typed[0]["value"] = kept.block.value_for_form(kept.value)
        response = post_edit(client, make.draft(page), body_ja=typed, **{PUBLISH: "ja"})
        assert response.status_code == 302
        assert stored(page).body_ja[0].value == {"type": "map", "value": {"place": "東京", "zoom": 3}}

    def test_every_block_describes_and_previews_itself(self, client, chief):
        for name, block in BodyBlock().child_blocks.items():
            if name == "unsupported":
                continue
            assert block.get_description(), name
            assert block.is_previewable, name
            response = client.get(reverse("wagtailadmin_block_preview"), {"id": block.definition_prefix})
            assert response.status_code == 200, name


class TestExplorer:
    def count(self, client, page, django_assert_max_num_queries):
        with django_assert_max_num_queries(200) as queries:
            client.get(reverse("wagtailadmin_explore", args=[page.pk]))
        return len(queries)

    def test_a_long_list_costs_what_a_short_one_does(self, site, client, chief, django_assert_max_num_queries):
        flash = make.category()
        for number in range(4):
            site.item(f"item-{number}", category=flash)
        changed = make.draft(site.item("changed", category=flash, languages=("ja",)))
        changed.headline_ja = "変えた"
        changed.save_revision()
        self.count(client, site.news, django_assert_max_num_queries)
        few = self.count(client, site.news, django_assert_max_num_queries)
        for number in range(45):
            site.item(f"more-{number}", category=flash, languages=())
        assert self.count(client, site.news, django_assert_max_num_queries) == few

    def test_newest_news_stands_first_with_its_time_in_japan(self, site, client, chief):
        site.item("old", at="2025-12-03 23:30")
        site.item("new", at="2025-12-04 05:45")
        response = client.get(reverse("wagtailadmin_explore", args=[site.news.pk]))
        assert [page.slug for page in response.context["pages"]] == ["new", "old"]
        assert "2025-12-04 05:45" in response.content.decode()

    def test_each_language_shows_its_state(self, site):
        item = site.item(languages=("ja",))
        changed = make.draft(item)
        changed.headline_ja = "変えた見出し"
        changed.save_revision()
        states = [(chip.lane, chip.state) for chip in lane_chips([stored(item)])[item.pk]]
        assert states == [("ja", "changed"), ("en", "unreleased")]

    def test_a_page_published_from_the_form_has_no_changes_left(self, site, client, chief):
        post_new(client, site.news, NewsItemPage(headline_ja="見出し", summary_ja="要約"), **{PUBLISH: "ja"})
        item = NewsItemPage.objects.get()
        draft = make.draft(item)
        item.has_unpublished_changes = True
        assert [chip.state for chip in lane_chips([item])[item.pk]] == ["live", "unreleased"]
        assert (
            draft.lane_states(item.latest_revision.content)["shared"][0]
            == LaneRelease.objects.get(lane="shared", page=item).digest
        )

    def test_a_withdrawn_page_says_so(self, site):
        item = site.item()
        item.unpublish()
        assert [chip.state for chip in lane_chips([stored(item)])[item.pk]] == ["withdrawn", "withdrawn"]

    def test_a_withdrawn_language_says_so(self, site):
        item = site.item()
        withdrawals.withdraw(item, "en", None, "")
        assert [chip.state for chip in lane_chips([stored(item)])[item.pk]] == ["live", "withdrawn"]

    def test_the_lists_of_every_parent_open(self, site, client, chief):
        site.explainer()
        site.item()
        for page in (site.home, site.explainers, site.news):
            assert 'class="lanes"' in client.get(reverse("wagtailadmin_explore", args=[page.pk])).content.decode()


def _writer(site, *page_permissions):
    """Somebody in a group, no superuser, with all that belongs to writing."""
    group = Group.objects.create(name="writers")
    models = ["topic", "category", "author", "promo"]
    codenames = [f"{verb}_{model}" for model in models for verb in ("add", "change", "delete")]
    codenames += [rights.codename(act, lane) for act in (rights.EDIT, rights.RELEASE) for lane in lanes.all_lanes()]
    group.permissions.set(Permission.objects.filter(codename__in=["access_admin", *codenames]))
    for codename in page_permissions:
        permission = Permission.objects.get(content_type__app_label="wagtailcore", codename=codename)
        GroupPagePermission.objects.create(group=group, page=site.home, permission=permission)
    for codename in ("add_picture", "change_picture", "choose_image"):
        permission = Permission.objects.get(content_type__app_label="articles", codename=codename)
        GroupCollectionPermission.objects.create(
            group=group, collection=Collection.get_first_root_node(), permission=permission
        )
    user = User.objects.create_user("suzuki", "suzuki@example.jp", "a-long-password")
    user.groups.add(group)
    return user


class TestSnippetsAndPictures:
    SNIPPETS = ("topic", "category", "author", "promo")

    @pytest.mark.parametrize("language", ["ja", "en"])
    def test_their_pages_open_in_both_languages(self, site, client, chief, language):
        _prefer(chief, language)
        make.topic()
        for name in self.SNIPPETS:
            for view in ("list", "add"):
                assert client.get(reverse(f"wagtailsnippets_articles_{name}:{view}")).status_code == 200
        for setting in ("siteframe", "picks"):
            assert (
                client.get(reverse("wagtailsettings:edit", args=["articles", setting]), follow=True).status_code == 200
            )

    @pytest.mark.parametrize("name", [*SNIPPETS, "glossaryterm"])
    def test_headings_say_in_words_which_language_they_are_of(self, site, client, chief, name):
        _prefer(chief, "en")
        columns = client.get(reverse(f"wagtailsnippets_articles_{name}:list")).context["table"].columns.values()
        headings = [str(column.label) for column in columns]
        assert [heading for heading in headings if heading.endswith("(Japanese)")]
        assert not [heading for heading in headings if "[" in heading or heading == "Updated at"]

    @pytest.mark.parametrize("name", ["topic", "category", "author", "glossaryterm"])
    def test_the_name_that_is_needed_is_marked(self, site, client, chief, name):
        _prefer(chief, "en")
        url = reverse(f"wagtailsnippets_articles_{name}:add")
        form = client.get(url).context["form"]
        assert [form.fields[f"name_{code}"].required for code in ("ja", "en")] == [True, False]
        assert "Write the name in Japanese." in client.post(url, {"name_en": "Only"}).text

    def test_they_are_found_in_both_languages(self, site, client, chief, django_capture_on_commit_callbacks):
        with django_capture_on_commit_callbacks(execute=True):  # which is when they are indexed
            make.topic(name_ja="行政のしくみ", name_en="Government")
        for words in ("行政", "Gov"):
            response = client.get(reverse("wagtailsnippets_articles_topic:list_results"), {"q": words})
            assert "行政のしくみ" in response.content.decode()

    def test_a_writer_of_a_group_can_do_the_whole_job(self, site, client):
        writer = _writer(site, "add_page", "change_page", "publish_page")
        client.force_login(writer)
        saved = client.post(
            reverse("wagtailsnippets_articles_topic:add"), {"name_ja": "分類", "slug": "t", "sort_order": "1"}
        )
        assert saved.status_code == 302
        upload = {"title": "図", "file": make.image_file(), "collection": Collection.get_first_root_node().pk}
        assert client.post(reverse("wagtailimages:add"), upload).status_code == 302
        post_new(client, site.news, NewsItemPage(headline_ja="見出し", summary_ja="要約"), **{PUBLISH: "ja"})
        assert NewsItemPage.objects.get().released_languages() == ["ja"]

    def test_a_file_that_is_no_picture_is_refused_in_plain_words(self, site, client, chief):
        upload = {"title": "図", "file": SimpleUploadedFile("chart.png", b"not a picture"), "collection": 1}
        response = client.post(reverse("wagtailimages:add"), upload)
        assert "The file you uploaded was either not an image or a corrupted image." in response.content.decode()

    def test_a_picture_that_is_too_large_is_refused_with_the_limit(self, site, client, chief, settings):
        settings.WAGTAILIMAGES_MAX_UPLOAD_SIZE = 100
        upload = {"title": "図", "file": make.image_file(400, 400), "collection": 1}
        response = client.post(reverse("wagtailimages:add"), upload)
        assert response.status_code == 200
        assert "This file is too big" in response.content.decode()


@pytest.mark.parametrize("language", ["ja", "en"])
def test_the_desk_opens_in_the_editors_language(site, client, chief, language):
    _prefer(chief, language)
    page = client.get(reverse("wagtailadmin_pages:edit", args=[site.explainer().pk])).content.decode()
    assert f'<html lang="{language}"' in page
    assert "DAJP</title>" in page
    with translation.override(language):
        for tab in ("ja", "en", "shared", "publication"):
            assert f'id="tab-{tab}"' in page
