"""A page with one lane per language: what is published in a language is exactly what was last released in it."""

import json

from django.core.exceptions import ValidationError
from django.core.serializers.json import DjangoJSONEncoder
from django.db import models, transaction
from django.utils import timezone, translation
from django.utils.crypto import get_random_string
from django.utils.module_loading import import_string
from django.utils.text import slugify
from django.utils.translation import gettext_lazy as _
from modeltranslation.translator import translator
from wagtail.fields import StreamField
from wagtail.models import Page
from wagtail.search import index

from articles import lanes, languages
from articles.models.forms import LanePageForm
from articles.querysets import ReleasedManager, restricted

UNTITLED = "(無題)"


class LaneRelease(models.Model):
    """What readers may see of one lane of a page: the text as it was released, and when."""

    page = models.ForeignKey("wagtailcore.Page", models.CASCADE, related_name="lane_releases")
    lane = models.CharField(max_length=12)
    digest = models.CharField(max_length=32)
    content = models.JSONField(default=dict)
    first_released_at = models.DateTimeField()
    released_at = models.DateTimeField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["page", "lane"], name="one_release_per_lane")]

    def __str__(self):
        return f"{self.page_id} {self.lane}"


class LanePage(Page):
    """Every page of the site. `released_at` of a language is when it was last released; empty: not public."""

    headline = models.CharField(_("Headline"), max_length=200, blank=True)
    standfirst = models.TextField(_("Lead"), blank=True, help_text=_("What the page says, and for whom."))
    released_at = models.DateTimeField(null=True, blank=True, editable=False)
    release_intent = models.JSONField(default=list, blank=True, editable=False)

    objects = ReleasedManager()

    base_form_class = LanePageForm
    # A copy is public in no language until it is released.
    exclude_fields_in_copy = [
        "released_at",
        *(languages.column("released_at", code) for code in languages.codes()),
        "release_intent",
        "stream_entries",
        "lane_releases",
    ]
    show_in_menus_default = False
    required_to_release = ("headline",)
    intent_of_revision = ()  # what was asked for when the revision was saved that this object was read from
    view = ""  # dotted path of the function that answers readers: (request, page, rest of the path)

    search_fields = [
        *Page.search_fields,
        *(index.SearchField(languages.column("headline", code), boost=2) for code in ("ja", "en")),
        *(index.AutocompleteField(languages.column("headline", code)) for code in ("ja", "en")),
    ]

    class Meta:
        abstract = True

    # --- titles and addresses
    def headline_for_desk(self):
        """The headline in the source language, else in the first language that has one."""
        texts = (languages.read(self, "headline", code) for code in languages.codes())
        return next((text for text in texts if text), "")

    def default_slug(self):
        english = slugify(self.headline_en or "")[:60]
        return english or f"{self._meta.model_name.removesuffix('page')}-{timezone.localdate():%Y%m%d}"

    def _fill_title_and_slug(self):
        self.title = self.headline_for_desk() or self.title or UNTITLED
        if not self.slug:
            parent = self.get_parent() if self.path else None
            self.slug = self.default_slug()
            while not Page._slug_is_available(self.slug, parent, self):
                self.slug = f"{self.default_slug()}-{get_random_string(4, 'abcdefghjkmnpqrstuvwxyz23456789')}"

    def full_clean(self, *args, **kwargs):
        self._fill_title_and_slug()
        with translation.override(languages.default()):
            super().full_clean(*args, **kwargs)

    def minimal_clean(self):
        self._fill_title_and_slug()
        super().minimal_clean()

    # --- what readers see
    def released_languages(self):
        """Languages in which readers may see this page, the source first; privacy is not asked here."""
        return [code for code in languages.codes() if self.live and languages.read(self, "released_at", code)]

    def is_private(self):
        return type(self)._base_manager.filter(restricted(), pk=self.pk).exists()

    def serve(self, request, *args, **kwargs):
        return import_string(self.view)(request, self, kwargs.get("rest", ()))

    @property
    def preview_modes(self):
        return [(code, languages.name(code)) for code in languages.codes()]

    def serve_preview(self, request, mode_name):
        # A template response renders after its method returns: too late for the language.
        with translation.override(mode_name or languages.default()), timezone.override(None):
            response = self.serve(request)
            return response.render() if hasattr(response, "render") else response

    # --- what may go out
    def release_blockers(self, language):
        """`{column: message}`: why the text in `language` cannot be released as it stands."""
        found = {}
        for name in self.required_to_release:
            column = languages.column(name, language)
            if not getattr(self, column):
                label = self._meta.get_field(name).verbose_name
                found[column] = _("%(field)s is needed to publish this language.") % {"field": label}
        for name in lanes.translated_fields(type(self)):
            column = languages.column(name, language)
            field = self._meta.get_field(column)
            if isinstance(field, StreamField) and column not in found:
                try:
                    field.stream_block.clean(getattr(self, column))
                except ValidationError:
                    found[column] = _("The body has a block that is not finished.")
        return found

    def lane_states(self, content=None):
        """`{lane: (digest of the draft, LaneRelease or None)}`; the draft is `content` or this instance."""
        content = content if content is not None else self.serializable_data()
        released = {release.lane: release for release in LaneRelease.objects.filter(page_id=self.pk)}
        return {
            lane: (lanes.digest(lanes.lane_content(type(self), content, lane)), released.get(lane))
            for lane in lanes.all_lanes()
        }

    # --- the gate
    def save(self, *args, **kwargs):
        full = kwargs.get("update_fields") is None
        with translation.override(languages.default()):
            if not full or self._state.adding:
                if not full and "alias_of_id" in kwargs["update_fields"]:
                    self._adopt_releases()
                return super().save(*args, **kwargs)
            with transaction.atomic():
                stored = self._locked_row()
                if self.alias_of_id:
                    self._follow_source()
                elif self._is_publish(stored):
                    return self._release(stored, lambda: super(LanePage, self).save(*args, **kwargs))
                else:
                    self._keep_releases(stored)
                return super().save(*args, **kwargs)

    def _locked_row(self):
        rows = type(self)._base_manager.filter(pk=self.pk).order_by()
        return rows.select_for_update().first()

    def _is_publish(self, stored):
        """Wagtail's publish is the only full save of a live row that carries a new publication stamp."""
        if not self.live or stored is None:
            return False
        return stored.last_published_at != self.last_published_at or not stored.live

    def _keep_releases(self, stored):
        """Only a release moves these columns; a revision must not bring back those of its own time."""
        for code in languages.codes():
            column = languages.column("released_at", code)
            setattr(self, column, getattr(stored, column) if stored else None)

    def _release(self, stored, save):
        content = self.serializable_data()
        states = self.lane_states(content)
        wanted = self.release_intent or self.intent_of_revision or [lanes.SHARED, languages.default()]
        withdrawn = {code for code in languages.codes() if not (stored and languages.read(stored, "released_at", code))}
        plan = lanes.plan(
            lanes.LaneDraft(
                lane=lane,
                draft=draft,
                released=release.digest if release and lane not in withdrawn else "",
                wanted=lane in wanted,
                blockers=() if lane == lanes.SHARED else tuple(self.release_blockers(lane)),
            )
            for lane, (draft, release) in states.items()
        )
        self._keep_releases(stored)
        parts = {lane: lanes.released_part(type(self), _json(content), lane) for lane in plan.release}
        released = {lane: release.content for lane, (_draft, release) in states.items() if release}
        self._take(lanes.hold_back(type(self), content, plan.held_lanes, released), plan.held_lanes)
        now = timezone.now()
        for lane in plan.release:
            self._record(lane, states[lane][0], parts[lane], now)
            if lane != lanes.SHARED:
                setattr(self, languages.column("released_at", lane), now)
        if plan.held:
            self.has_unpublished_changes = True
        self.title = self.headline_for_desk() or self.title
        self.release_plan = plan
        self.release_intent = []
        return save()

    def _record(self, lane, digest, part, now):
        LaneRelease.objects.update_or_create(
            page_id=self.pk,
            lane=lane,
            defaults={"digest": digest, "content": part, "released_at": now},
            create_defaults={"digest": digest, "content": part, "released_at": now, "first_released_at": now},
        )

    def _take(self, content, held):
        """Put the values of `content` into the fields of the held lanes."""
        if not held:
            return
        merged = self.with_content_json(content)
        for lane in held:
            for key in lanes.lane_keys(type(self), lane):
                if key in lanes.child_relations(type(self)):
                    setattr(self, key, getattr(merged, key).all())
                elif (field := self._meta.get_field(key)).many_to_many:
                    getattr(self, key).set(getattr(merged, key).all())
                else:
                    setattr(self, field.attname, getattr(merged, field.attname))

    def _follow_source(self):
        """An alias shows what its source has released, never the draft it was handed."""
        source = self._source_of_alias()
        released = {release.lane: release.content for release in LaneRelease.objects.filter(page_id=source.pk)}
        for name in lanes.child_relations(type(self)):
            for child in released.get(lanes.SHARED, {}).get(name) or []:
                child["pk"] = None  # a row of the source's stays the source's
        own_slug = self.slug
        self._take(
            lanes.hold_back(type(self), self.serializable_data(), lanes.all_lanes(), released), lanes.all_lanes()
        )
        self.slug = own_slug
        self._keep_releases(source)

    def _source_of_alias(self):
        """The page at the end of the chain: an alias may be made of an alias."""
        page = self
        while page.alias_of_id:
            page = type(self)._base_manager.get(pk=page.alias_of_id)
        return page

    def _adopt_releases(self):
        """An alias made independent keeps what it shows: its text becomes its own release."""
        content = self.serializable_data()
        for lane in lanes.all_lanes():
            moment = timezone.now() if lane == lanes.SHARED else languages.read(self, "released_at", lane)
            if moment:
                digest = lanes.digest(lanes.lane_content(type(self), content, lane))
                self._record(lane, digest, lanes.released_part(type(self), _json(content), lane), moment)

    # --- revisions
    def serializable_data(self):
        with translation.override(languages.default()):
            return super().serializable_data()

    def with_content_json(self, content):
        # The columns without a language repeat one of the languages; a revision must not carry them into another.
        base_names = translator.get_options_for_model(type(self)).all_fields
        content = {key: value for key, value in content.items() if key not in base_names}
        with translation.override(languages.default()):
            obj = super().with_content_json(content)
        obj._keep_releases(self)
        # Asked for once: a draft that starts from this revision has to ask again.
        obj.intent_of_revision, obj.release_intent = obj.release_intent, []
        return obj


def _json(content):
    return json.loads(json.dumps(content, cls=DjangoJSONEncoder))
