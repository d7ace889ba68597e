"""The related-news feed: short dated items that readers follow from day to day."""

from django import forms
from django.core.exceptions import ValidationError
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey, ParentalManyToManyField
from wagtail.admin.panels import FieldPanel, PageChooserPanel
from wagtail.fields import StreamField
from wagtail.models import Orderable
from wagtail.search import index

from articles import languages
from articles.blocks import BodyBlock
from articles.models.lane_page import LanePage
from articles.models.panels import LaneInlinePanel, language_tabs, publication_panels
from articles.models.section_select import SectionSelect
from articles.models.taxonomy import Category
from articles.querysets import NewsManager


class NewsFeedPage(LanePage):
    """All news, by category and by day."""

    parent_page_types = ["articles.HomePage"]
    subpage_types = ["articles.NewsItemPage"]
    max_count = 1
    view = "articles.public.news.feed_page"

    edit_handler = language_tabs(["headline", "standfirst"], shared=[], publication=publication_panels())

    class Meta:
        verbose_name = _("news feed")


class NewsItemPage(LanePage):
    summary = models.TextField(_("Summary"), blank=True, help_text=_("One to three sentences."))
    body = StreamField(BodyBlock(), blank=True, verbose_name=_("Body"))
    published_at = models.DateTimeField(_("Time of publication"), default=timezone.now)
    category = models.ForeignKey(
        "articles.Category",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("Category"),
    )
    topics = ParentalManyToManyField("articles.Topic", blank=True, related_name="news_items", verbose_name=_("Topics"))
    source_name = models.CharField(_("Source"), max_length=200, blank=True)
    source_url = models.URLField(_("Address of the source"), blank=True)

    objects = NewsManager()

    parent_page_types = ["articles.NewsFeedPage"]
    subpage_types = []
    view = "articles.public.news.item_page"
    required_to_release = ("headline", "summary")
    lead_field = "summary"
    is_news = True

    search_fields = [
        *LanePage.search_fields,
        *(index.SearchField(languages.column("summary", code)) for code in languages.codes()),
        index.FilterField("published_at"),
    ]
    edit_handler = language_tabs(
        ["headline", "summary", "body"],
        shared=[
            FieldPanel("category"),
            FieldPanel("topics", widget=forms.CheckboxSelectMultiple),
            LaneInlinePanel("explainer_links", heading=_("Explainers it belongs to"), label=_("Explainer")),
            FieldPanel("source_name"),
            FieldPanel("source_url"),
        ],
        publication=publication_panels(FieldPanel("published_at")),
    )

    class Meta:
        verbose_name = _("news item")
        verbose_name_plural = _("news items")
        indexes = [models.Index(fields=["-published_at", "-page_ptr"], name="news_newest_first")]

    def clean(self):
        super().clean()
        if self.slug and (self.slug.isdigit() or Category.objects.filter(slug=self.slug).exists()):
            raise ValidationError(
                {"slug": _("The news feed has a category or a year at this address. Choose another slug.")}
            )

    def default_slug(self):
        return f"{timezone.localtime(self.published_at):%Y%m%d-%H%M}"


class NewsItemExplainer(Orderable):
    """An explainer that a news item belongs to, and the section of it that the item updates."""

    item = ParentalKey(NewsItemPage, on_delete=models.CASCADE, related_name="explainer_links")
    explainer = models.ForeignKey(
        "articles.ExplainerPage", models.CASCADE, related_name="news_links", verbose_name=_("Explainer")
    )
    section = models.CharField(
        _("Section"), max_length=40, blank=True, help_text=_("Which this news makes older: readers are told there.")
    )

    panels = [
        PageChooserPanel("explainer", "articles.ExplainerPage"),
        FieldPanel("section", widget=SectionSelect),
    ]

    class Meta(Orderable.Meta):
        verbose_name = _("explainer of a news item")
