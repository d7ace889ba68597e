"""How a translation of a page stands now: the two texts, what was translated from what, and what is open."""

import json
from dataclasses import dataclass
from functools import cached_property

from articles import lanes, languages
from articles.lanes import staleness
from articles.lanes.content import essence
from articles.lanes.units import raw_blocks
from articles.models import LaneRelease, Translation
from articles.models.translations import source_content

UPDATED, NO_EFFECT, LEFT_OUT, REMOVED, KEPT = "updated", "no-effect", "left-out", "removed", "kept"


@dataclass
class TranslationWork:
    """`content` is the newest draft, `original` the text that translators work from (`source_content`)."""

    page: object
    language: str
    content: dict
    original: dict
    row: Translation
    release: LaneRelease | None

    @property
    def model(self):
        return type(self.page)

    @cached_property
    def source(self):
        return lanes.units(self.model, self.original, languages.default())

    @cached_property
    def target(self):
        return lanes.units(self.model, self.content, self.language)

    @cached_property
    def opened(self):
        """`{key: OpenUnit}`"""
        found = staleness.open_units(self.source, self.target, self.row.basis, self.row.flags)
        return {unit.key: unit for unit in found}

    @cached_property
    def done(self):
        """`{key: verdict}`: what has been dealt with since the translation was last released."""
        since = self.release.released_at.isoformat() if self.release else ""
        return {
            key: verdict
            for key, verdict in self.row.verdicts.items()
            if key not in self.opened and verdict["at"] > since and self._still_stands(key, verdict)
        }

    def _still_stands(self, key, verdict):
        if verdict["verdict"] == REMOVED:
            return key not in self.source and key not in self.target
        return key in self.source or key in self.target

    @cached_property
    def characters(self):
        """Characters of the source that wait to be translated."""
        return sum(unit.characters for unit in self.opened.values())

    @cached_property
    def digest(self):
        """Of the translation as the lane knows it."""
        return lanes.digest(lanes.lane_content(self.model, self.content, self.language))

    @cached_property
    def source_digest(self):
        """Of all that translators work from."""
        return lanes.digest({key: unit.digest for key, unit in self.source.items()})

    def field(self, unit):
        """The model field that holds a unit in the translation's language."""
        return self.model._meta.get_field(languages.column(unit.field, self.language))

    def block(self, unit):
        """The definition of a unit's block; None for a field and for an unknown type."""
        return self.field(unit).stream_block.child_blocks.get(unit.kind) if unit.block_id else None

    def original_blocks(self, name):
        return raw_blocks(self.original.get(languages.column(name, languages.default())))

    def blocks(self, name):
        return raw_blocks(self.content.get(languages.column(name, self.language)))


def translation_work(page, language):
    """The `TranslationWork` of a page as it is stored; writes nothing."""
    content = page.draft_content()
    row = Translation.objects.filter(page_id=page.pk, lane=language).first()
    return TranslationWork(
        page=page,
        language=language,
        content=content,
        original=source_content(page, content),
        row=row or Translation(page_id=page.pk, lane=language),
        release=LaneRelease.objects.filter(page_id=page.pk, lane=language).first(),
    )


def fingerprint(unit):
    """Differs as soon as anything in a unit does, markup included; "" for no unit."""
    if unit is None:
        return ""
    return lanes.digest(
        {"text": essence([[s.path, s.text] for s in unit.segments]), "media": unit.media, "is": unit.key}
    )


def with_blocks(work, name, blocks):
    """The draft's content with other blocks in a body of the translation."""
    return {**work.content, languages.column(name, work.language): json.dumps(blocks, ensure_ascii=False)}
