"""The body as a whole: its block types, what becomes of unknown ones, how a translation takes over its structure."""

import json

from django import forms
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from wagtail import blocks
from wagtail.admin.telepath import register
from wagtail.blocks.stream_block import StreamBlockAdapter

from articles.blocks import media, structured, text, texts
from articles.blocks.one_at_a_time import OneAtATime

UNSUPPORTED = "unsupported"


class UnsupportedBlock(blocks.FieldBlock):
    """Holds the stored value of a block whose type this version does not know: kept, never shown to readers."""

    def __init__(self, **kwargs):
        self.field = forms.CharField(
            required=False,
            widget=forms.Textarea(attrs={"rows": 3, "readonly": True}),
            help_text=_("This block was made by another version of the site. It is kept, but not shown to readers."),
        )
        super().__init__(**kwargs)

    def value_for_form(self, value):
        return json.dumps(value, ensure_ascii=False)

    def value_from_form(self, value):
        try:
            return json.loads(value)
        except (TypeError, ValueError):
            return None

    def get_searchable_content(self, value):
        return []

    class Meta:
        icon = "warning"
        label = _("Block of another version")


class BodyBlock(OneAtATime):
    heading = text.HeadingBlock(group=_("Text"))
    paragraph = text.ParagraphBlock(group=_("Text"))
    bullets = text.BulletsBlock(group=_("Text"))
    key_points = text.KeyPointsBlock(group=_("Text"))
    note = text.NoteBlock(group=_("Text"))
    quote = text.QuoteBlock(group=_("Text"))
    questions = text.QuestionsBlock(group=_("Text"))
    figure = media.FigureBlock(group=_("Pictures and links"))
    video = media.VideoBlock(group=_("Pictures and links"))
    related = media.RelatedBlock(group=_("Pictures and links"))
    promo = media.PromoBlock(group=_("Pictures and links"))
    table = structured.TableBlock(group=_("Data"))
    comparison = structured.ComparisonBlock(group=_("Data"))
    timeline = structured.TimelineBlock(group=_("Data"))
    unsupported = UnsupportedBlock()

    def to_python(self, value):
        if isinstance(value, str) and value:
            try:
                value = json.loads(value)
            except ValueError:
                return super().to_python(value)
        if isinstance(value, list) and value and isinstance(value[0], dict):
            value = [self._known(block) for block in value]
        return super().to_python(value)

    def _known(self, block):
        """The block itself; wrapped as unsupported when its type is unknown, unwrapped when it has become known."""
        kind, value = block.get("type"), block.get("value")
        if kind == UNSUPPORTED and isinstance(value, dict) and value.get("type") in self.child_blocks:
            return {**value, "id": block.get("id")}
        if kind in self.child_blocks:  # `unsupported` among them
            return block
        return {"type": UNSUPPORTED, "value": {"type": kind, "value": value}, "id": block.get("id")}


class BodyBlockAdapter(StreamBlockAdapter):
    """The form's side of a body: nobody can add a block of another version, it can only be there already."""

    js_constructor = "articles.BodyBlock"

    @cached_property
    def media(self):
        return super().media + forms.Media(js=["js/body-block.js"])


register(BodyBlockAdapter(), BodyBlock)


def copy_structure(source, target):
    """Blocks of a translation that follow `source` block by block; both are lists of raw blocks.

    Ids, pictures, links, numbers and choices are taken over, texts are left empty. A block of `target` that has
    its id in `source` keeps its translated text; one that has none any more stays behind its former neighbour.
    """
    block = BodyBlock()
    done = {item["id"]: item for item in target}
    result = [
        done.pop(item["id"], None) or {**item, "value": _emptied(block.child_blocks.get(item["type"]), item["value"])}
        for item in source
    ]
    order = [item["id"] for item in target]
    for orphan_id in [key for key in order if key in done]:
        before = set(order[: order.index(orphan_id)])
        place = max((i + 1 for i, item in enumerate(result) if item["id"] in before), default=0)
        result.insert(place, done[orphan_id])
    return result


def _emptied(block, value):
    return texts.rewrite(block, value, lambda path, text, html: "")
