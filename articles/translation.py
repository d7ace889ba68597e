"""Which fields exist once per language. Columns are nullable: what a language must have is asked at its release."""

from modeltranslation.translator import TranslationOptions, register

from articles import models

PAGE = ("headline", "standfirst", "released_at", "outdated")


@register([models.HomePage, models.ExplainerIndexPage, models.NewsFeedPage])
class PageText(TranslationOptions):
    fields = PAGE


@register(models.ExplainerPage)
class ExplainerText(TranslationOptions):
    fields = (*PAGE, "body", "hero_alt", "hero_caption")


@register(models.StandardPage)
class StandardPageText(TranslationOptions):
    fields = (*PAGE, "body")


@register(models.NewsItemPage)
class NewsItemText(TranslationOptions):
    fields = (*PAGE, "summary", "body")


@register(models.Topic)
class TopicText(TranslationOptions):
    fields = ("name", "description")


@register(models.Author)
class AuthorText(TranslationOptions):
    fields = ("name", "role", "bio")


@register(models.Category)
class CategoryText(TranslationOptions):
    fields = ("name", "short_name")


@register(models.Promo)
class PromoText(TranslationOptions):
    fields = ("title", "text", "button")


@register(models.GlossaryTerm)
class GlossaryTermText(TranslationOptions):
    fields = ("name", "definition", "forbidden")


@register(models.Correction)
class CorrectionText(TranslationOptions):
    fields = ("wrong", "right", "confirmed_at", "version_before", "version_after")


@register(models.Picture)
class PictureText(TranslationOptions):
    fields = ("credit",)


@register(models.SiteFrame)
class SiteFrameText(TranslationOptions):
    fields = ("name", "tagline", "navigation", "footer_notice", "footer_links", "rights")


@register(models.Picks)
class PicksText(TranslationOptions):
    fields = ("steps",)
