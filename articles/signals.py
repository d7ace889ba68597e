"""Receivers, connected when the application starts."""

from django.db.models import ProtectedError
from django.db.models.signals import post_save, pre_delete
from django.dispatch import receiver
from wagtail.models import Page, Revision
from wagtail.signals import page_unpublished, workflow_cancelled

from articles.models import (
    ExplainerPage,
    LaneApproval,
    LanePage,
    LaneSchedule,
    NewsItemPage,
    Picture,
    ReleasedVersion,
)
from articles.models.news_streams import refresh_explainer, refresh_item
from articles.newsroom.prepared_texts import prepare_after_commit
from articles.newsroom.records import withdrawals
from articles.newsroom.records.corrected_texts import note_new_text
from articles.newsroom.review import lane_tasks, reviews
from articles.newsroom.schedule import schedules
from articles.newsroom.schedule.due_corrections import tell_of_words_left

page_unpublished.connect(withdrawals.log_unpublished)
workflow_cancelled.connect(lane_tasks.close_requests_of_cancelled)


@receiver(page_unpublished)
def nothing_brings_it_back_by_itself(sender, instance, **kwargs):
    if isinstance(instance, LanePage):
        schedules.cancel_all(instance)


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


@receiver(post_save, sender=LaneApproval)
def follow_an_approval(sender, instance, created, raw=False, **kwargs):
    """Whoever approved, and wherever: a screen, a workflow, a publish by somebody who has the text before them."""
    if created and not raw:
        reviews.follow_approval(instance)


@receiver(post_save, sender=ReleasedVersion)
def name_the_text_that_puts_right(sender, instance, created, raw=False, **kwargs):
    """Whichever way it went out: a correction issued before its text is shown with it from then on."""
    if created and not raw:
        note_new_text(instance)


@receiver(post_save, sender=ReleasedVersion)
def prepare_a_new_text_for_readers(sender, instance, created, raw=False, **kwargs):
    if created and not raw:
        prepare_after_commit(instance.page_id, instance.lane)


@receiver(pre_delete, sender=LaneSchedule)
def keep_the_words_of_a_schedule(sender, instance, origin=None, **kwargs):
    """A text that goes out before its time takes its schedule away; with its page, nothing is left to correct."""
    if origin is instance or getattr(origin, "model", None) is LaneSchedule:
        tell_of_words_left(instance)


@receiver(pre_delete, sender=Revision)
def keep_the_revision_that_is_live(sender, instance, origin=None, **kwargs):
    """`purge_revisions` passes over it; without it a scheduled publication would take the page offline.

    A page that is deleted takes all its revisions along: then the deletion began elsewhere.
    """
    began_here = origin is instance or getattr(origin, "model", None) is Revision
    if began_here and Page.objects.filter(live_revision=instance).exists():
        raise ProtectedError("Readers see what this revision published.", {instance})
