"""What "public" means, said once: nobody else asks whether readers may see a page."""

from functools import cache

from django.apps import apps
from django.db.models import Case, CharField, Exists, F, JSONField, OuterRef, Q, Subquery, TextField, When
from django.db.models.functions import Coalesce, JSONObject, Length, Substr
from wagtail.models import Page, PageManager, PageQuerySet, PageViewRestriction

from articles import languages

HISTORY = 40  # texts of a page that its readers are told of without asking for all of them


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

    def with_corrections(self, language):
        """Each page with `told`: what its readers are told of corrections (`corrections_told`), in the same query."""
        return self.annotate(told=corrections_told(language))


class NewsQuerySet(ReleasedQuerySet):
    """News items, read through the news streams, which cost the same whatever the number of items."""

    def in_stream(self, stream, language, *, before=None, after=None, since=None, until=None):
        """Released items of a stream (`NewsStreamEntry.stream`), newest first.

        `before` is a cursor: strictly older items, so that a page never shifts while items are added; `after` is one
        as well: strictly newer items. `since`
        (included) and `until` (excluded) are times. All are said at once, because Django would join the stream
        anew for each later filter and lose the index.
        """
        wanted = Q(stream_entries__stream=stream, stream_entries__language=language)
        if before:
            # The first bound says nothing new, but lets the database start at the right place of the index.
            wanted &= Q(stream_entries__published_at__lte=before.time) & (
                Q(stream_entries__published_at__lt=before.time) | Q(stream_entries__item_id__lt=before.pk)
            )
        if after:
            wanted &= Q(stream_entries__published_at__gte=after.time) & (
                Q(stream_entries__published_at__gt=after.time) | Q(stream_entries__item_id__gt=after.pk)
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
    """Pages of every type that readers may see in `language`, in one query.

    Each has its `headline` in it, and is `newest` by when it was last released.
    """
    kinds = [model for model in apps.get_app_config("articles").get_models() if issubclass(model, Page)]
    names = [model._meta.model_name for model in kinds]
    headline, released_at = (languages.column(name, language) for name in ("headline", "released_at"))
    is_released = Q()
    for name in names:
        is_released |= Q(**{f"{name}__{released_at}__isnull": False})
    return (
        Page.objects.live()
        .filter(is_released & ~restricted())
        .annotate(
            headline=Coalesce(*(f"{name}__{headline}" for name in names), output_field=CharField()),
            newest=Coalesce(*(f"{name}__{released_at}" for name in names)),
        )
    )


def _of_text():
    """In a subquery of pages: the page whose text is shown, which for an alias is its source."""
    return Coalesce(OuterRef("alias_of"), OuterRef("pk"))


class JSONList(Subquery):
    """The rows of a queryset of one JSON value named `entry` as one list: related rows without a query of their own."""

    template = "(SELECT JSON_GROUP_ARRAY(JSON(listed.entry)) FROM (%(subquery)s) AS listed)"

    def __init__(self, queryset):
        super().__init__(queryset, output_field=JSONField())

    def as_postgresql(self, compiler, connection, **extra):
        template = "(SELECT COALESCE(JSONB_AGG(listed.entry), '[]'::jsonb) FROM (%(subquery)s) AS listed)"
        return self.as_sql(compiler, connection, template=template, **extra)


def released_corrections(language):
    """Corrections whose words readers may see in `language`: confirmed in it, of a page that they may see."""
    confirmed = {f"{languages.column('confirmed_at', language)}__isnull": False}
    released = Exists(released_pages(language).order_by().filter(pk=OuterRef("page")))
    return apps.get_model("articles", "Correction").objects.filter(released, **confirmed)


def corrections_told(language):
    """For `annotate()` of pages: a list of `{"pk", "kind", "at", "wrong", "right", "version"}`, newest first.

    `right` is None where all that readers of `language` are told yet is that the source was corrected, and when.
    """
    model, source = apps.get_model("articles", "Correction"), languages.default()
    in_own_words = Exists(released_corrections(language).filter(pk=OuterRef("pk")))
    of_the_source = Exists(released_corrections(source).filter(pk=OuterRef("pk"), kind=model.Kind.CORRECTION))
    rows = model.objects.filter(in_own_words | of_the_source, page=_of_text())

    def words(name):
        confirmed = {f"{languages.column('confirmed_at', language)}__isnull": False}
        return Case(When(**confirmed, then=F(languages.column(name, language))), output_field=TextField())

    entry = JSONObject(
        pk="pk",
        kind="kind",
        at="issued_at",
        wrong=words("wrong"),
        right=words("right"),
        version=languages.column("version_after", language),
    )
    return JSONList(rows.order_by("-issued_at", "-pk").annotate(entry=entry).values("entry"))


def text_history(language):
    """For `annotate()` of pages: a list of `{"number", "at", "significance", "sections"}`, newest first.

    Of the `HISTORY` newest texts that readers have seen in `language`.
    """
    versions = apps.get_model("articles", "ReleasedVersion").objects.filter(page=_of_text(), lane=language)
    entry = JSONObject(number="number", at="released_at", significance="significance", sections="sections")
    return JSONList(versions.order_by("-number").annotate(entry=entry).values("entry")[:HISTORY])


def version_number(language):
    """For `annotate()` of pages: the number of the text that readers see in `language`."""
    releases = apps.get_model("articles", "LaneRelease").objects.filter(page=_of_text(), lane=language)
    return Subquery(releases.values("number")[:1])


@cache
def _pages_of_any_type(language):
    """Names of the types, and the unevaluated query of `page_at`: putting it together costs more than asking it."""
    kinds = [model for model in apps.get_app_config("articles").get_models() if issubclass(model, Page)]
    names = [model._meta.model_name for model in kinds]
    return names, (
        Page.objects.annotate(
            private=restricted(),
            told=corrections_told(language),
            history=text_history(language),
            version_number=version_number(language),
        )
        .select_related(*names, "explainerpage__hero", "newsitempage__category")
        .order_by("-depth")
    )


def page_at(url_paths, language):
    """The deepest page at one of `url_paths` as its own type, or None: one query for any type.

    With `private`, and with `told` (`corrections_told`), `history` (`text_history`) and `version_number` of `language`.
    """
    names, pages = _pages_of_any_type(language)
    page = pages.filter(url_path__in=url_paths).first()
    if page is None:
        return None
    specific = next((getattr(page, name) for name in names if page._state.fields_cache.get(name)), page)
    for name in ("private", "told", "history", "version_number"):
        setattr(specific, name, getattr(page, name))
    return specific
