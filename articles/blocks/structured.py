"""Blocks with an order of their own: tables, comparisons, timelines."""

import re
from datetime import date

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _
from wagtail import blocks
from wagtail.contrib.typed_table_block.blocks import TypedTableBlock

from articles.blocks.text import PREVIEW, RichText

PARTIAL_DATE = re.compile(r"FY\d{4}|\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?", re.ASCII)


def _exists(value):
    """Whether the calendar has the day: 2021-02-30 has the right form only."""
    try:
        date.fromisoformat(f"{value.removeprefix('FY')}-01-01"[:10])
    except ValueError:
        return False
    return True


def check_partial_date(value):
    if not PARTIAL_DATE.fullmatch(value) or not _exists(value):
        raise ValidationError(_("Write the date as 2021, 2021-09 or 2021-09-01, a fiscal year as FY2021."))


class TableBlock(blocks.StructBlock):
    title = blocks.CharBlock(max_length=120, label=_("Title"))
    table = TypedTableBlock(
        [
            ("text", blocks.CharBlock(required=False, label=_("Text"))),
            ("number", blocks.CharBlock(required=False, label=_("Number"))),
        ],
        label=_("Table"),
    )
    source_name = blocks.CharBlock(required=False, max_length=200, label=_("Source"))
    source_url = blocks.URLBlock(required=False, label=_("Address of the source"))

    class Meta:
        icon = "table"
        label = _("Table")
        description = _("Rows and columns; the first column names the row.")
        preview_template = PREVIEW
        preview_value = {
            "title": "三つの事例",
            "table": {
                "columns": [{"type": "text", "heading": "事例"}, {"type": "text", "heading": "変わったこと"}],
                "rows": [{"values": ["引越し", "一度の申請で済む"]}],
                "caption": "",
            },
            "source_name": "",
            "source_url": "",
        }


class ComparisonRowBlock(blocks.StructBlock):
    aspect = blocks.CharBlock(max_length=80, label=_("Aspect"))
    left = blocks.TextBlock(rows=2, label=_("Left"))
    right = blocks.TextBlock(rows=2, label=_("Right"))


class ComparisonBlock(blocks.StructBlock):
    title = blocks.CharBlock(max_length=120, label=_("Title"))
    left_label = blocks.CharBlock(max_length=40, label=_("Heading on the left"))
    right_label = blocks.CharBlock(max_length=40, label=_("Heading on the right"))
    rows = blocks.ListBlock(ComparisonRowBlock(), min_num=1, label=_("Rows"))

    class Meta:
        icon = "grip"
        label = _("Comparison")
        description = _("Two things side by side, aspect by aspect.")
        preview_template = PREVIEW
        preview_value = {
            "title": "変わったこと",
            "left_label": "以前",
            "right_label": "いま",
            "rows": [{"aspect": "台帳", "left": "市区町村ごと", "right": "全国で一つ"}],
        }


class TimelineEntryBlock(blocks.StructBlock):
    date = blocks.CharBlock(
        max_length=10,
        validators=[check_partial_date],
        label=_("Date"),
        help_text=_("2021, 2021-09 or 2021-09-01"),
    )
    text = RichText(label=_("What happened"))


class TimelineBlock(blocks.StructBlock):
    entries = blocks.ListBlock(TimelineEntryBlock(), min_num=1, label=_("Entries"))

    class Meta:
        icon = "history"
        label = _("Timeline")
        description = _("What happened, in order; dates are written in the reader's language, fiscal years as FY2021.")
        preview_template = PREVIEW
        preview_value = {"entries": [{"date": "2021-09", "text": "<p>デジタル庁が発足</p>"}]}
