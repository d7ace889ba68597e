"""Receivers, connected when the application starts."""

from django.db.models.signals import post_save
from django.dispatch import receiver

from articles.models import ExplainerPage, NewsItemPage, Picture
from articles.models.news_streams import refresh_explainer, refresh_item


@receiver(post_save, sender=Picture)
def make_variants_of_a_new_file(sender, instance, raw=False, **kwargs):
    """Smaller copies exist before any reader asks: a public GET never writes."""
    made_of = instance.variants.get("of")
    if raw or made_of == instance.file_hash:
        return
    instance.make_variants()


def _is_settled(instance, raw, update_fields):
    """A full save of a live row: the only one that changes what readers see."""
    return instance.live and not raw and update_fields is None


@receiver(post_save, sender=NewsItemPage)
def list_a_news_item_where_it_belongs(sender, instance, raw=False, update_fields=None, **kwargs):
    if _is_settled(instance, raw, update_fields):
        refresh_item(instance)


@receiver(post_save, sender=ExplainerPage)
def list_the_news_of_an_explainer(sender, instance, raw=False, update_fields=None, **kwargs):
    if _is_settled(instance, raw, update_fields):
        refresh_explainer(instance)
