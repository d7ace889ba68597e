"""Receivers, connected when the application starts."""

from django.db.models.signals import post_save
from django.dispatch import receiver

from articles.models import Picture


@receiver(post_save, sender=Picture)
def make_variants_of_a_new_file(sender, instance, raw=False, **kwargs):
    """Smaller copies exist before any reader asks: a public GET never writes."""
    made_of = instance.variants.get("of")
    if raw or made_of == instance.file_hash:
        return
    instance.make_variants()
