"""What the tests of the demo newsroom look at."""

from django.contrib.auth import get_user_model
from django.test import Client
from wagtail.models import Page, Revision, Site

from articles.models import (
    Category,
    ExplainerPage,
    HomePage,
    LaneRelease,
    NewsItemPage,
    NewsStreamEntry,
    Picks,
    Picture,
    Promo,
    SiteFrame,
    Topic,
)


def reader(path):
    return Client().get(path)


def stored_rows():
    """Everything that a second load could change or create."""
    models = [
        Page,
        Revision,
        LaneRelease,
        NewsStreamEntry,
        Picture,
        Promo,
        Topic,
        Category,
        SiteFrame,
        Picks,
        Site,
    ]
    models += [HomePage, ExplainerPage, NewsItemPage, get_user_model()]
    return {model: list(model.objects.order_by("pk").values()) for model in models}
