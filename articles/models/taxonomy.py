"""Snippets that pages are filed under or signed with. They have both languages, and go live when saved."""

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.models import Page
from wagtail.search import index

from articles import languages
from articles.models.named_form import NAME_IS_MISSING, NamedForm
from articles.models.panels import language_tabs


class NamedSnippet(index.Indexed, models.Model):
    name = models.CharField(_("Name"), max_length=80)
    slug = models.SlugField(
        _("Slug"),
        max_length=80,
        unique=True,
        help_text=_("Stands in addresses: lower-case letters, digits, hyphens."),
    )

    base_form_class = NamedForm

    class Meta:
        abstract = True

    def __str__(self):
        names = (languages.read(self, "name", code) for code in languages.codes())
        return next((name for name in names if name), self.slug)

    def clean(self):
        super().clean()
        if not languages.read(self, "name", languages.default()):
            raise ValidationError({languages.column("name", languages.default()): NAME_IS_MISSING})


class Topic(NamedSnippet):
    description = models.TextField(_("Description"), blank=True)
    sort_order = models.PositiveSmallIntegerField(_("Order"), default=100)
    start_here = models.ForeignKey(
        "articles.ExplainerPage",
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("Start here"),
        help_text=_(
            "The explainer to read first, in the languages in which it is published. Without one, the explainer that "
            "most readers found clear stands first, else the newest."
        ),
    )

    search_fields = [index.AutocompleteField("name_ja"), index.AutocompleteField("name_en")]
    edit_handler = language_tabs(
        ["name", "description"], shared=[FieldPanel("slug"), FieldPanel("sort_order"), FieldPanel("start_here")]
    )

    class Meta:
        ordering = ["sort_order", "slug"]
        verbose_name = _("topic")
        verbose_name_plural = _("topics")


class Author(NamedSnippet):
    role = models.CharField(_("Role"), max_length=120, blank=True)
    bio = models.TextField(_("About"), blank=True)

    search_fields = [index.AutocompleteField("name_ja"), index.AutocompleteField("name_en")]
    edit_handler = language_tabs(["name", "role", "bio"], shared=[FieldPanel("slug")])

    class Meta:
        ordering = ["slug"]
        verbose_name = _("author")
        verbose_name_plural = _("authors")


class Category(NamedSnippet):
    """A tab of the news feed."""

    short_name = models.CharField(_("Short name"), max_length=20, blank=True, help_text=_("Stands beside each item."))
    sort_order = models.PositiveSmallIntegerField(_("Order"), default=100)
    is_flash = models.BooleanField(_("Breaking news"), default=False, help_text=_("The newest item is marked."))

    search_fields = [index.AutocompleteField("name_ja"), index.AutocompleteField("name_en")]
    edit_handler = language_tabs(
        ["name", "short_name"], shared=[FieldPanel("slug"), FieldPanel("sort_order"), FieldPanel("is_flash")]
    )

    class Meta:
        ordering = ["sort_order", "slug"]
        verbose_name = _("news category")
        verbose_name_plural = _("news categories")

    def clean(self):
        super().clean()
        if self.slug and self._slug_is_a_news_address():
            raise ValidationError(
                {"slug": _("The news feed has a page or a year at this address. Choose another slug.")}
            )

    def _slug_is_a_news_address(self):
        return self.slug.isdigit() or Page.objects.filter(slug=self.slug, newsitempage__isnull=False).exists()


class Promo(index.Indexed, models.Model):
    """A box that invites readers to something of ours."""

    title = models.CharField(_("Title"), max_length=80)
    text = models.TextField(_("Text"), blank=True)
    button = models.CharField(_("Button"), max_length=40)
    page = models.ForeignKey(
        "wagtailcore.Page", models.SET_NULL, null=True, blank=True, related_name="+", verbose_name=_("Page")
    )
    address = models.CharField(
        _("Address"),
        max_length=300,
        blank=True,
        help_text=_("Where the button leads when no page is chosen."),
    )

    search_fields = [index.AutocompleteField("title_ja"), index.AutocompleteField("title_en")]
    edit_handler = language_tabs(["title", "text", "button"], shared=[FieldPanel("page"), FieldPanel("address")])

    class Meta:
        verbose_name = _("promo")
        verbose_name_plural = _("promos")

    def __str__(self):
        return languages.read(self, "title", languages.default()) or f"#{self.pk}"
