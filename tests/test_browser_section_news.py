"""An editor links news to a section, in a real browser; the section's readers are told."""

from datetime import timedelta

import pytest
from django.utils import timezone

from articles.models import LaneRelease, ReleasedVersion
from tests import factories as make
from tests.browser import EditingForm
from tests.factories import SiteTree, block

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True, serialized_rollback=True)]


@pytest.fixture
def item():
    site = SiteTree()
    user = make.person("publisher", "suzuki")
    user.set_password("a-long-password")
    user.save()
    body = [
        block("heading", {"level": "2", "text": "仕組み"}, "h1"),
        block("paragraph", "<p>一</p>", "p1"),
        block("heading", {"level": "2", "text": "課題"}, "h2"),
        block("paragraph", "<p>二</p>", "p2"),
    ]
    page = site.explainer("main", body_ja=body, body_en=body)
    yesterday = timezone.now() - timedelta(days=1)
    for model in (ReleasedVersion, LaneRelease):
        model.objects.filter(page=page.pk).update(released_at=yesterday)
    return site.item("item", headline_ja="新しい知らせ")


def test_an_editor_links_news_to_a_section_and_readers_meet_it_there(item, visitor):
    desk = visitor(width=1280)
    page, form = desk.page, EditingForm(desk.page)
    desk.log_in("suzuki", "a-long-password")
    desk.go(f"/admin/pages/{item.pk}/edit/")
    page.wait_for_timeout(2500)  # Wagtail takes down what the form held a while after it has loaded
    form.tab("共通")
    page.get_by_role("button", name="解説を追加").click()
    page.locator("[data-chooser-action-choose]:visible").last.click()
    page.click(".modal a:has-text('見出しmain')")
    section = page.locator("select[name='explainer_links-0-section']")
    section.locator("option", has_text="2 課題").wait_for(state="attached")
    section.select_option(label="2 課題")
    form.saved()
    form.act("共通")

    reader = visitor(width=360)
    reader.go("/ja/explainers/main/")
    reader.page.click(".toc a:has-text('新着1件')")
    newer = reader.page.locator("section:has(h2:has-text('課題')) .newer")
    assert newer.is_visible()
    newer.locator("a", has_text="新しい知らせ").click()
    reader.page.click(".rel a:has-text('2 課題')")
    assert reader.page.url.endswith(reader.page.locator("h2:has-text('課題')").get_attribute("id"))
