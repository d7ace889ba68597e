"""A page with one lane per language: what is published in a language is exactly what was last released in it."""

from django.core.exceptions import ValidationError
from django.db import models, transaction
from django.http import QueryDict
from django.utils import timezone, translation
from django.utils.crypto import get_random_string
from django.utils.module_loading import import_string
from django.utils.text import slugify
from django.utils.translation import gettext_lazy as _
from modeltranslation.translator import translator
from wagtail.fields import StreamField
from wagtail.models import Page
from wagtail.search import index

from articles import checks, lanes, languages
from articles.models import aliases, approvals, lane_edits, lane_status, release_gate
from articles.models.content_check import content_blockers
from articles.models.forms import LanePageForm
from articles.models.lane_records import LaneRelease
from articles.models.machine_text import machine_blockers
from articles.models.page_rights import LanePagePermissionTester
from articles.models.term_check import term_blockers
from articles.querysets import ReleasedManager, restricted
from articles.readings import LANGUAGE

UNTITLED = "(無題)"
FURIGANA = "furigana"  # a preview mode beside the languages


class LanePage(Page):
    """Every page of the site.

    `released_at` of a language is when it was last released; empty: not public. `outdated` of a language is what its
    readers are told when the source has moved on (`translations.outdated_notice`); empty: nothing.
    """

    headline = models.CharField(_("Headline"), max_length=200, blank=True)
    standfirst = models.TextField(_("Lead"), blank=True, help_text=_("What the page says, and for whom."))
    released_at = models.DateTimeField(null=True, blank=True, editable=False)
    outdated = models.JSONField(null=True, blank=True, editable=False)
    release_intent = models.JSONField(default=list, blank=True, editable=False)

    objects = ReleasedManager()

    base_form_class = LanePageForm
    # A copy is public in no language until it is released.
    exclude_fields_in_copy = [
        "released_at",
        "outdated",
        *(languages.column(name, code) for name in release_gate.LANE_COLUMNS for code in languages.codes()),
        "release_intent",
        "stream_entries",
        "lane_releases",
        "lane_statuses",
        "review_requests",
    ]
    show_in_menus_default = False
    required_to_release = ("headline",)
    lead_field = "standfirst"  # what stands between the headline and the text
    checked_for = (checks.MISSING_ALT, checks.SKIPPED_LEVEL, checks.LONG_HEADLINE)
    is_news = False  # breaking news may be published alone
    intent_of_revision = ()  # what was asked for when the revision was saved that this object was read from
    ALIAS_REFUSAL = _("This page is an alias: it has no text of its own, and shows what its source shows.")
    view = ""  # dotted path of the function that answers readers: (request, page, rest of the path)
    mark_preview = "articles.desk.content_checks.preview.mark"  # the same: (request, page, answer to readers)

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

    def permissions_for_user(self, user):
        return LanePagePermissionTester(user, self)

    # --- what readers see
    def released_languages(self):
        """Languages in which readers may see this page, the source first; privacy is not asked here."""
        return [code for code in languages.codes() if self.live and languages.read(self, "released_at", code)]

    @property
    def was_taken_offline(self):
        return not self.live and self.first_published_at is not None

    def is_private(self):
        return type(self)._base_manager.filter(restricted(), pk=self.pk).exists()

    def serve(self, request, *args, **kwargs):
        return import_string(self.view)(request, self, kwargs.get("rest", ()))

    @property
    def preview_modes(self):
        modes = [(code, languages.name(code)) for code in languages.codes()]
        return (
            [*modes, (FURIGANA, _("Japanese with furigana"))]
            if "body" in lanes.translated_fields(type(self))
            else modes
        )

    def serve_preview(self, request, mode_name):
        code = LANGUAGE if mode_name == FURIGANA else mode_name or languages.default()
        request.GET = QueryDict("ruby=1" if mode_name == FURIGANA else "")
        # A template response renders after its method returns: too late for the language.
        with translation.override(code), timezone.override(None):
            response = self.serve(request)
            import_string(self.mark_preview)(request, self, response)
            return response.render() if hasattr(response, "render") else response

    # --- what may go out
    def release_blockers(self, language):
        """`{column: message}`: why the text in `language` cannot be released as it stands; some have no one column."""
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
        content = release_gate.plain_json(self.serializable_data())
        stops = content_blockers(type(self), content, language)
        return {**found, **stops, **self._wording_blockers(language, content)}

    def _wording_blockers(self, language, content):
        """What the glossary forbids, and what a machine wrote and nobody has confirmed."""
        model = type(self)
        forbidden, _warnings = term_blockers(model, content, language)
        unconfirmed = machine_blockers(model, self.pk, language, content)
        return {key: " ".join(lines) for key, lines in (("terms", forbidden), ("machine", unconfirmed)) if lines}

    def lane_states(self, content=None):
        """`{lane: (digest of the draft, LaneRelease or None)}`; the draft is `content` or this instance."""
        content = content if content is not None else self.serializable_data()
        released = {release.lane: release for release in LaneRelease.objects.filter(page_id=self.pk)}
        return {
            lane: (lanes.digest(lanes.lane_content(type(self), content, lane)), released.get(lane))
            for lane in lanes.all_lanes()
        }

    def draft_content(self):
        """The newest draft as plain JSON; what is stored when there is none."""
        revision = self.get_latest_revision()
        return revision.content if revision else release_gate.plain_json(self.serializable_data())

    def is_approved(self, lane, digest):
        return approvals.is_approved(self, lane, digest)

    def refresh_status(self):
        return lane_status.refresh_status(self)

    # --- the gate
    def save(self, *args, **kwargs):
        full = kwargs.get("update_fields") is None
        with translation.override(languages.default()):
            if not full or self._state.adding:
                if not full and "alias_of_id" in kwargs["update_fields"]:
                    aliases.adopt_releases(self)
                elif self.alias_of_id:
                    self.alias_of = aliases.source_of(self)  # never a chain: one step leads to whose text it is
                return super().save(*args, **kwargs)
            with transaction.atomic():
                stored = self.locked_row()
                self._keep_newest_draft(stored)
                published = not self.alias_of_id and self._is_publish(stored)
                if self.alias_of_id:
                    aliases.follow_source(self)
                elif published:
                    release_gate.release(self, stored)
                else:
                    release_gate.keep_lane_columns(self, stored)
                saved = super().save(*args, **kwargs)
                if published or (stored and stored.live != self.live):
                    self.refresh_status()
                return saved

    def locked_row(self):
        """This page as it is stored, nobody else changing it before the transaction ends."""
        # One row per page is what everybody waits for: locked in two tables, in whatever order, two would deadlock.
        rows = type(self)._base_manager.filter(pk=self.pk).order_by()
        return rows.select_for_update(of=("page_ptr",), no_key=True).first()

    def _keep_newest_draft(self, stored):
        """A draft that was saved since this object was read stays the newest."""
        if stored:
            for name in ("latest_revision_id", "latest_revision_created_at", "draft_title"):
                setattr(self, name, getattr(stored, name))

    def _is_publish(self, stored):
        """Wagtail's publish is the only full save of a live row that carries a new publication stamp."""
        if not self.live or stored is None:
            return False
        return stored.last_published_at != self.last_published_at or not stored.live

    def publish(self, revision, *args, **kwargs):
        with transaction.atomic():
            self.locked_row()  # before Wagtail changes revisions: in the order in which everybody else does
            return super().publish(revision, *args, **kwargs)

    # --- revisions
    def save_revision(self, user=None, *args, **kwargs):
        with transaction.atomic():
            self.locked_row()
            lane_edits.keep_lanes_of_others(self, user)
            revision = super().save_revision(user, *args, **kwargs)
            lane_edits.note(self, user, revision)
        return revision

    def serializable_data(self):
        with translation.override(languages.default()):
            return super().serializable_data()

    def with_content_json(self, content):
        # The columns without a language repeat one of the languages; a revision must not carry them into another.
        base_names = translator.get_options_for_model(type(self)).all_fields
        content = {key: value for key, value in content.items() if key not in base_names}
        with translation.override(languages.default()):
            obj = super().with_content_json(content)
        release_gate.keep_lane_columns(obj, self)
        # Wagtail takes these from the revision; a stale one would let a later schedule take the page offline.
        obj.live_revision_id, obj.last_published_at = self.live_revision_id, self.last_published_at
        # Asked for once: a draft that starts from this revision has to ask again.
        obj.intent_of_revision, obj.release_intent = obj.release_intent, []
        return obj
