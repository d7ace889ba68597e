"""Pages and snippets for tests, released through the real publishing path."""

import uuid
from datetime import datetime
from io import BytesIO
from zoneinfo import ZoneInfo

from django.contrib.auth.models import Group, User
from django.core.files.images import ImageFile
from django.utils import timezone
from PIL import Image
from wagtail.models import Page, Site

from articles import lanes
from articles.models import (
    Author,
    Category,
    ExplainerIndexPage,
    ExplainerPage,
    HomePage,
    NewsFeedPage,
    NewsItemExplainer,
    NewsItemPage,
    Picture,
    Topic,
)
from articles.newsroom.review.workflow import ensure_workflow
from articles.newsroom.roles import all_roles, ensure_roles

JST = ZoneInfo("Asia/Tokyo")
ALL = [lanes.SHARED, "ja", "en"]


def jst(text):
    """`jst("2025-12-04 05:45")`: that time in Japan."""
    return datetime.fromisoformat(text).replace(tzinfo=JST)


def block(kind, value, key=None):
    """A raw body block; the same `key` gives the same id in every language."""
    return {
        "type": kind,
        "value": value,
        "id": str(uuid.uuid5(uuid.NAMESPACE_OID, key)) if key else str(uuid.uuid4()),
    }


def items(*values):
    return [{"type": "item", "value": value, "id": str(uuid.uuid4())} for value in values]


def release(page, *languages, user=None):
    """Publish the newest text of a page in the given languages (all when none are named); returns it as stored."""
    page.release_intent = [lanes.SHARED, *languages] if languages else ALL
    page.save_revision(user=user).publish(user=user)
    return type(page).objects.get(pk=page.pk)


def draft(page):
    return type(page).objects.get(pk=page.pk).get_latest_revision_as_object()


def edited(page, **fields):
    """The page as stored, with a new draft that has these fields."""
    changed = draft(page)
    for name, value in fields.items():
        setattr(changed, name, value)
    changed.save_revision()
    return type(page).objects.get(pk=page.pk)


class SiteTree:
    """A released home page with its two sections; the start of nearly every test."""

    def __init__(self):
        root = Page.get_first_root_node()
        for page in root.get_children():
            page.delete()
        root.refresh_from_db()
        self.home = self._add(root, HomePage(slug="home", headline_ja="表紙", headline_en="Front page"))
        Site.objects.all().delete()
        Site.objects.create(hostname="testserver", port=80, root_page=self.home, is_default_site=True)
        self.explainers = self._add(
            self.home, ExplainerIndexPage(slug="explainers", headline_ja="解説", headline_en="Explainers")
        )
        self.news = self._add(self.home, NewsFeedPage(slug="news", headline_ja="ニュース", headline_en="News"))

    def _add(self, parent, page, languages=("ja", "en")):
        page.live = False
        parent.add_child(instance=page)
        return release(page, *languages) if languages else page

    def explainer(self, slug="explainer", *, languages=("ja", "en"), topics=(), authors=(), **fields):
        defaults = {
            "headline_ja": f"見出し{slug}",
            "standfirst_ja": f"前文{slug}",
            "body_ja": [block("paragraph", f"<p>本文{slug}</p>", f"{slug}-p")],
            "headline_en": f"Headline {slug}",
            "standfirst_en": f"Lead {slug}",
            "body_en": [block("paragraph", f"<p>Text {slug}</p>", f"{slug}-p")],
        }
        page = ExplainerPage(slug=slug, live=False, **{**defaults, **fields})
        self.explainers.refresh_from_db()
        self.explainers.add_child(instance=page)
        page.topics.set(topics)
        page.authors.set(authors)
        page.save()
        return release(page, *languages) if languages else page

    def item(self, slug="item", *, languages=("ja", "en"), at=None, topics=(), explainers=(), **fields):
        defaults = {
            "headline_ja": f"見出し{slug}",
            "summary_ja": f"要約{slug}",
            "headline_en": f"Headline {slug}",
            "summary_en": f"Summary {slug}",
            "published_at": jst(at) if at else timezone.now(),
        }
        page = NewsItemPage(slug=slug, live=False, **{**defaults, **fields})
        self.news.refresh_from_db()
        self.news.add_child(instance=page)
        page.topics.set(topics)
        page.explainer_links.set([NewsItemExplainer(explainer=explainer) for explainer in explainers])
        page.save()
        return release(page, *languages) if languages else page


def person(role, username="", **fields):
    """Somebody who works here: a key of `newsroom.roles`, such as `writer`, `ja-editor`, `en-translator`, `publisher`."""
    name = username or f"{role}-{User.objects.count()}"
    group = all_roles()[role].group
    if not Group.objects.filter(name=group).exists():  # a test that commits leaves an empty database to the next
        ensure_roles()
        ensure_workflow()
    user = User.objects.create_user(name, f"{name}@example.com", "x", **fields)
    user.groups.add(Group.objects.get(name=group))
    return user


def topic(slug="topic", **fields):
    return Topic.objects.create(**{"slug": slug, "name_ja": f"分類{slug}", "name_en": f"Topic {slug}", **fields})


def category(slug="flash", **fields):
    return Category.objects.create(**{"slug": slug, "name_ja": f"種類{slug}", "name_en": f"Kind {slug}", **fields})


def author(slug="desk", **fields):
    return Author.objects.create(**{"slug": slug, "name_ja": "編集部", "name_en": "The editors", **fields})


def image_file(width=64, height=36, name="picture.png"):
    data = BytesIO()
    Image.new("RGB", (width, height), "#888").save(data, "PNG")
    return ImageFile(BytesIO(data.getvalue()), name=name)


def picture(**fields):
    return Picture.objects.create(**{"title": "picture", "file": image_file(), "credit_ja": "編集部", **fields})
