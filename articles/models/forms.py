"""The form that pages are edited with: strict for the languages being published, patient with the others."""

from django.utils.crypto import get_random_string
from wagtail.admin.forms import WagtailAdminPageForm
from wagtail.models import Page

from articles import lanes, languages, rights
from articles.blocks import copy_structure

COPY_ACTION = "action-copy-structure"
PUBLISH_ACTION = "action-publish"
SLUG_CHARACTERS = "abcdefghjkmnpqrstuvwxyz23456789"


class LanePageForm(WagtailAdminPageForm):
    copied_blocks = 0  # how many blocks the copy button has added to a translation

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self._leave_out_locked_lanes()
        if "slug" in self.fields:
            self.fields["slug"].required = False  # made from the headline or the time when left empty

    def _leave_out_locked_lanes(self):
        """What a person may not edit is no part of their form: whatever they send, it stays as it is."""
        if self.for_user is None:
            return
        model = type(self.instance)
        locked = [lane for lane in lanes.all_lanes() if not rights.may(self.for_user, rights.EDIT, lane)]
        names = {name for lane in locked for name in lanes.lane_keys(model, lane)}
        if lanes.SHARED in locked:
            names |= {"expire_at", "go_live_at"}
        for name in names:
            self.fields.pop(name, None)
            self.formsets.pop(name, None)

    @property
    def target_lanes(self):
        """Lanes named by the publish button (`value="en"`); else the source with what it stands on."""
        named = [lane for lane in self.data.get(PUBLISH_ACTION, "").split() if lane in lanes.all_lanes()]
        if not named or languages.default() in named:
            named = [lanes.SHARED, *(named or [languages.default()])]
        return list(dict.fromkeys(named))

    @property
    def target_languages(self):
        return [lane for lane in self.target_lanes if lane != lanes.SHARED]

    def full_clean(self):
        patient = self._patient_fields()
        for field in patient:
            field.is_deferred_validation = True
        try:
            super().full_clean()
        finally:
            for field in patient:
                del field.is_deferred_validation

    def _patient_fields(self):
        """Fields of languages that are not being published: they may be as unfinished as any draft."""
        if self.is_deferred_validation or not self.is_bound:
            return []
        others = [code for code in languages.codes() if code not in self.target_languages]
        columns = {
            languages.column(name, code) for name in lanes.translated_fields(type(self.instance)) for code in others
        }
        return [field for name, field in self.fields.items() if name in columns]

    def clean(self):
        cleaned = super().clean()
        target = self.data.get(COPY_ACTION)
        if target in languages.translations():
            self._copy_structure(cleaned, target)
        return cleaned

    def _copy_structure(self, cleaned, target):
        source_column, target_column = (languages.column("body", code) for code in (languages.default(), target))
        if source_column not in cleaned or target_column not in cleaned:
            return
        block = self.instance._meta.get_field(target_column).stream_block
        source, present = (block.get_prep_value(cleaned[column]) for column in (source_column, target_column))
        self.copied_blocks = len({item["id"] for item in source} - {item["id"] for item in present})
        cleaned[target_column] = block.to_python(copy_structure(source, present))

    def clean_slug(self):
        return self.cleaned_data["slug"] or self.instance.slug

    def _post_clean(self):
        slug_is_ours = not self.cleaned_data.get("slug") and "slug" not in self.errors
        super()._post_clean()
        if slug_is_ours:
            self._settle_slug()
        if not self.is_deferred_validation:
            self._check_release()

    def _settle_slug(self):
        """A slug that nobody chose gives way to its neighbours; only the form knows a new page's parent."""
        wanted = self.instance.slug
        while not Page._slug_is_available(self.instance.slug, self.parent_page, self.instance):
            self.instance.slug = f"{wanted}-{get_random_string(4, SLUG_CHARACTERS)}"

    def _check_release(self):
        """Say beside the fields why a language cannot go out."""
        for code in self.target_languages:
            for column, message in self.instance.release_blockers(code).items():
                if column in self.errors:
                    continue
                self.add_error(column if column in self.fields else None, message)

    def save(self, commit=True):
        publishing = bool(self.data.get(PUBLISH_ACTION)) and not self.is_deferred_validation
        self.instance.release_intent = self.target_lanes if publishing else []
        return super().save(commit=commit)
