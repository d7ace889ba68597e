"""What "public" means, said once: nobody else asks whether readers may see a page."""

from django.apps import apps
from django.db.models import CharField, Exists, F, OuterRef, Q
from django.db.models.functions import Coalesce, Length, Substr
from wagtail.models import Page, PageManager, PageQuerySet, PageViewRestriction

from articles import languages


def restricted(path="path"):
    """True for a page that is private, by itself or through an ancestor: one subquery, however large the site."""
    beginning = Substr(OuterRef(path), 1, Length("page__path"))
    return Exists(PageViewRestriction.objects.filter(page__path=beginning))


class ReleasedQuerySet(PageQuerySet):
    """Pages of one type of ours."""

    def released(self, language):
        """Pages whose text in `language` readers may see: live, released in that language, not private."""
        column = languages.column("released_at", language)
        return self.live().filter(~restricted(), **{f"{column}__isnull": False})

    def for_listing(self):
        """Without bodies: a list never loads what it does not show."""
        return self.defer_streamfields()

    def newest_first(self, language):
        return self.order_by(F(languages.column("released_at", language)).desc(), "-pk")


class NewsQuerySet(ReleasedQuerySet):
    """News items, read through the news streams, which cost the same whatever the number of items."""

    def in_stream(self, stream, language, *, before=None, since=None, until=None):
        """Released items of a stream (`NewsStreamEntry.stream`), newest first.

        `before` is a cursor: strictly older items, so that a page never shifts while items are added. `since`
        (included) and `until` (excluded) are times. All are said at once, because Django would join the stream
        anew for each later filter and lose the index.
        """
        wanted = Q(stream_entries__stream=stream, stream_entries__language=language)
        if before:
            # The first bound says nothing new, but lets the database start at the right place of the index.
            wanted &= Q(stream_entries__published_at__lte=before.time) & (
                Q(stream_entries__published_at__lt=before.time) | Q(stream_entries__item_id__lt=before.pk)
            )
        if since:
            wanted &= Q(stream_entries__published_at__gte=since)
        if until:
            wanted &= Q(stream_entries__published_at__lt=until)
        newest_first = ("-stream_entries__published_at", "-stream_entries__item_id")
        return self.released(language).filter(wanted).order_by(*newest_first)


ReleasedManager = PageManager.from_queryset(ReleasedQuerySet)
NewsManager = PageManager.from_queryset(NewsQuerySet)


def released_pages(language):
    """Pages of every type that readers may see in `language`, each with its `headline` in it, in one query."""
    kinds = [model for model in apps.get_app_config("articles").get_models() if issubclass(model, Page)]
    names = [model._meta.model_name for model in kinds]
    headline, released_at = (languages.column(name, language) for name in ("headline", "released_at"))
    is_released = Q()
    for name in names:
        is_released |= Q(**{f"{name}__{released_at}__isnull": False})
    return (
        Page.objects.live()
        .filter(is_released & ~restricted())
        .annotate(headline=Coalesce(*(f"{name}__{headline}" for name in names), output_field=CharField()))
    )


def page_at(url_paths):
    """The deepest page at one of `url_paths` as its own type, or None; with `private` set. One query for any type."""
    kinds = [model for model in apps.get_app_config("articles").get_models() if issubclass(model, Page)]
    names = [model._meta.model_name for model in kinds]
    page = (
        Page.objects.filter(url_path__in=url_paths)
        .annotate(private=restricted())
        .select_related(*names, "explainerpage__hero", "newsitempage__category")
        .order_by("-depth")
        .first()
    )
    if page is None:
        return None
    specific = next((getattr(page, name) for name in names if page._state.fields_cache.get(name)), page)
    specific.private = page.private
    return specific
