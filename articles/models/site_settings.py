"""What stands around every page, and what editors put forward."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail import blocks
from wagtail.admin.panels import FieldPanel
from wagtail.contrib.settings.models import BaseGenericSetting, register_setting
from wagtail.fields import StreamField

from articles.models.panels import language_tabs
from articles.models.readings import readings_field


class LinkBlock(blocks.StructBlock):
    label = blocks.CharBlock(max_length=40, label=_("Label"))
    page = blocks.PageChooserBlock(required=False, label=_("Page"))
    address = blocks.CharBlock(
        required=False, max_length=300, label=_("Address"), help_text=_("Used when no page is chosen.")
    )

    class Meta:
        icon = "link"
        label = _("Link")


class StoredSetting(BaseGenericSetting):
    class Meta:
        abstract = True

    @classmethod
    def stored(cls):
        """The stored settings, or unsaved defaults: reading never writes, unlike `load()`."""
        return cls.objects.first() or cls()


@register_setting(icon="list-ul", order=100)
class SiteFrame(StoredSetting):
    name = models.CharField(_("Name of the site"), max_length=60, blank=True)
    tagline = models.CharField(_("Tagline"), max_length=120, blank=True)
    navigation = StreamField([("link", LinkBlock())], blank=True, verbose_name=_("Navigation"))
    footer_notice = models.TextField(_("Notice in the footer"), blank=True)
    footer_links = StreamField([("link", LinkBlock())], blank=True, verbose_name=_("Links in the footer"))
    rights = models.CharField(_("Rights line"), max_length=200, blank=True)
    readings = readings_field()
    shows_eras = models.BooleanField(
        _("Japanese years"), default=False, help_text=_("Beside the dates of texts in Japanese: 2025年 令和7年.")
    )

    edit_handler = language_tabs(
        ["name", "tagline", "navigation", "footer_notice", "footer_links", "rights"],
        shared=[FieldPanel("readings"), FieldPanel("shows_eras")],
    )

    class Meta:
        verbose_name = _("navigation and footer")


class StepBlock(blocks.StructBlock):
    heading = blocks.CharBlock(max_length=60, label=_("Heading"))
    text = blocks.CharBlock(max_length=120, required=False, label=_("Text"))
    page = blocks.PageChooserBlock(label=_("Page"))

    class Meta:
        icon = "list-ol"
        label = _("Step")


@register_setting(icon="pick", order=110)
class Picks(StoredSetting):
    lead = models.ForeignKey(
        "articles.ExplainerPage",
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("Lead"),
    )
    picks = StreamField(
        [("page", blocks.PageChooserBlock(page_type="articles.ExplainerPage", label=_("Explainer")))],
        blank=True,
        verbose_name=_("Picks"),
    )

    steps = StreamField(
        [("step", StepBlock())],
        blank=True,
        max_num=3,
        verbose_name=_("For first-time readers"),
        help_text=_("At most three, on the front page; left out where the page is not published."),
    )

    edit_handler = language_tabs(["steps"], shared=[FieldPanel("lead"), FieldPanel("picks")])

    class Meta:
        verbose_name = _("picks")
