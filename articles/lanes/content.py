"""Which part of a page's content belongs to which lane."""

import hashlib
import json
import re
from datetime import UTC

from django.core.serializers.json import DjangoJSONEncoder  # writes times as revisions do
from django.db import models
from modelcluster.models import get_all_child_relations
from modeltranslation.translator import NotRegistered, translator
from wagtail.fields import StreamField
from wagtail.models import Page

from articles import languages

SHARED = "shared"

# Bookkeeping of ours on each page: never text, never reviewed, never merged.
BOOKKEEPING = {"released_at", "outdated", "release_intent"}
EMPTY = (None, "", [], {}, False)
# As Draftail writes it, and no wider: what does not count for the digest must not be able to say anything.
PARAGRAPH_KEY = re.compile(r'(<[a-z][a-z0-9]*) data-block-key="[a-z0-9]{1,6}"(?=[ >])')
# Of Wagtail's own columns only these say something to readers, or take the page from them.
SHARED_PAGE_FIELDS = {"slug", "show_in_menus", "expire_at"}


def all_lanes():
    """Every lane, shared first because each language stands on it: `["shared", "ja", "en"]`."""
    return [SHARED, *languages.codes()]


def translated_fields(model):
    """Names of the fields of `model` that have a column per language, without bookkeeping."""
    try:
        fields = translator.get_options_for_model(model).all_fields
    except NotRegistered:
        return []
    return [name for name in fields if name not in BOOKKEEPING]


def lane_keys(model, lane):
    """Keys of the serialised content that belong to `lane`, in a fixed order."""
    if lane != SHARED:
        return [languages.column(name, lane) for name in sorted(translated_fields(model))]
    return sorted(_shared_fields(model)) + sorted(child_relations(model))


def child_relations(model):
    """Accessors of our own child objects (a news item's explainers): always shared."""
    wagtails_own = {rel.get_accessor_name() for rel in get_all_child_relations(Page)}
    return {rel.get_accessor_name() for rel in get_all_child_relations(model)} - wagtails_own


def _shared_fields(model):
    wagtails_own = {field.name for field in Page._meta.get_fields()} - SHARED_PAGE_FIELDS
    translated = {
        column
        for name in [*translated_fields(model), *BOOKKEEPING]
        for column in [name, *(languages.column(name, code) for code in languages.codes())]
    }
    fields = [*model._meta.fields, *model._meta.many_to_many]
    return {f.name for f in fields if not f.primary_key} - wagtails_own - translated - {"page_ptr", "index_entries"}


def lane_content(model, content, lane):
    """The part of `content` that belongs to `lane`, as plain JSON values; empty values left out."""
    found = {}
    for key in lane_keys(model, lane):
        value = _plain(model, key, content.get(key))
        if value not in EMPTY:
            found[key] = value
    return found


def _plain(model, key, value):
    if key in child_relations(model):
        # Their order counts, not the numbers that keep it: a form numbers anew what an import left without.
        children = sorted(value or [], key=lambda child: child.get("sort_order") or 0)
        return [{k: v for k, v in child.items() if k not in ("pk", "page", "sort_order")} for child in children]
    field = model._meta.get_field(key)
    if isinstance(field, StreamField) and isinstance(value, str):
        value = json.loads(value) if value else []
    if field.many_to_many:
        value = sorted(value or [])
    if isinstance(field, models.DateTimeField) and value:
        # A revision keeps milliseconds, and leaves out those that are zero.
        value = field.to_python(value).astimezone(UTC).isoformat(timespec="milliseconds")
    return essence(json.loads(json.dumps(value, cls=DjangoJSONEncoder)))


def essence(value):
    """Without what an editor's form adds to text that nobody changed: empty values, and Draftail's paragraph keys."""
    if isinstance(value, dict):
        kept = {key: essence(part) for key, part in value.items()}
        return {key: part for key, part in kept.items() if part not in EMPTY}
    if isinstance(value, list):
        return [essence(part) for part in value]
    return PARAGRAPH_KEY.sub(r"\1", value) if isinstance(value, str) else value


def digest(part):
    """A short fingerprint of a lane's content: equal text, equal digest; 32 hexadecimal digits, "" for no text."""
    if not part:
        return ""
    text = json.dumps(part, sort_keys=True, ensure_ascii=False)
    return hashlib.sha256(text.encode()).hexdigest()[:32]
