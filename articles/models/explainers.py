"""Explainers: long articles that are kept true for years."""

from django import forms
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalManyToManyField
from wagtail import blocks
from wagtail.admin.panels import FieldPanel, MultiFieldPanel
from wagtail.fields import StreamField
from wagtail.search import index

from articles import checks, languages
from articles.blocks import BodyBlock, OneAtATime
from articles.models.lane_page import LanePage
from articles.models.panels import language_tabs, publication_panels
from articles.models.readings import readings_field


class ExplainerIndexPage(LanePage):
    """All explainers, by topic."""

    parent_page_types = ["articles.HomePage"]
    subpage_types = ["articles.ExplainerPage"]
    max_count = 1
    view = "articles.public.explainers.index_page"

    edit_handler = language_tabs(["headline", "standfirst"], shared=[], publication=publication_panels())

    class Meta:
        verbose_name = _("explainer index")


class SourceBlock(blocks.StructBlock):
    title = blocks.CharBlock(max_length=200, label=_("Title"))
    publisher = blocks.CharBlock(required=False, max_length=120, label=_("Publisher"))
    url = blocks.URLBlock(label=_("Address"))
    language = blocks.CharBlock(
        required=False, max_length=10, label=_("Language"), help_text=_("Of the source, as a code: ja, en.")
    )
    accessed = blocks.DateBlock(label=_("Read on"))

    class Meta:
        icon = "link-external"
        label = _("Source")


class ExplainerPage(LanePage):
    body = StreamField(BodyBlock(), blank=True, verbose_name=_("Body"))
    hero_alt = models.CharField(
        _("Alternative text of the picture"),
        max_length=300,
        blank=True,
        help_text=_("For those who cannot see it."),
    )
    hero_caption = models.CharField(_("Caption of the picture"), max_length=300, blank=True)
    hero = models.ForeignKey(
        "articles.Picture",
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("Main picture"),
    )
    topics = ParentalManyToManyField("articles.Topic", blank=True, related_name="explainers", verbose_name=_("Topics"))
    authors = ParentalManyToManyField(
        "articles.Author", blank=True, related_name="explainers", verbose_name=_("Authors")
    )
    first_published = models.DateTimeField(_("First published"), default=timezone.now)
    last_reviewed = models.DateField(_("Last reviewed"), null=True, blank=True)
    review_by = models.DateField(
        _("Review by"), null=True, blank=True, help_text=_("When the facts must be checked again.")
    )
    sources = StreamField(OneAtATime([("source", SourceBlock())]), blank=True, verbose_name=_("Sources"))
    readings = readings_field()

    parent_page_types = ["articles.ExplainerIndexPage"]
    subpage_types = []
    view = "articles.public.explainers.explainer_page"
    required_to_release = ("headline", "standfirst", "body")
    checked_for = checks.ALL_CHECKS

    search_fields = [
        *LanePage.search_fields,
        *(index.SearchField(languages.column("body", code)) for code in languages.codes()),
    ]
    edit_handler = language_tabs(
        ["headline", "standfirst", "body", "hero_alt", "hero_caption"],
        shared=[
            FieldPanel("hero"),
            FieldPanel("topics", widget=forms.CheckboxSelectMultiple),
            FieldPanel("authors", widget=forms.CheckboxSelectMultiple),
            FieldPanel("sources"),
            FieldPanel("readings"),
        ],
        publication=publication_panels(
            FieldPanel("first_published"),
            MultiFieldPanel([FieldPanel("last_reviewed"), FieldPanel("review_by")], heading=_("Review of the facts")),
        ),
    )

    class Meta:
        verbose_name = _("explainer")
        verbose_name_plural = _("explainers")
