"""What the tests of the demo newsroom look at."""

from django.contrib.auth import get_user_model
from django.test import Client
from wagtail.models import Page, PageLogEntry, Revision, Site

from articles.models import (
    Category,
    Correction,
    ExplainerPage,
    GlossaryTerm,
    HomePage,
    LaneApproval,
    LaneRelease,
    LaneStatus,
    NewsItemPage,
    NewsStreamEntry,
    Notice,
    Picks,
    Picture,
    Promo,
    ReleasedVersion,
    ReviewRequest,
    SiteFrame,
    StandardPage,
    Topic,
    Translation,
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
        Correction,
        GlossaryTerm,
        LaneApproval,
        LaneStatus,
        Notice,
        ReleasedVersion,
        ReviewRequest,
        Translation,
        PageLogEntry,
    ]
    models += [HomePage, ExplainerPage, NewsItemPage, StandardPage, get_user_model()]
    return {model: list(model.objects.order_by("pk").values()) for model in models}
