"""Blocks of words: headings, paragraphs, lists, quotations, notes."""

import re

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _
from wagtail import blocks
from wagtail.models import Page

INLINE = ["bold", "italic", "link"]
# Nine digits: a longer number is no page, and more than a database can be asked for.
PAGE_LINK = re.compile(r'linktype="page"[^>]*\bid="(\d{1,9})"|\bid="(\d{1,9})"[^>]*linktype="page"', re.ASCII)
PREVIEW = "blocks/preview.html"


def linked_page_ids(html):
    """Ids of the pages that stored rich text links to."""
    return {int(first or second) for first, second in PAGE_LINK.findall(html or "")}


class RichText(blocks.RichTextBlock):
    """Bold, italic and links; a link to a page that is gone is refused at publish."""

    def __init__(self, features=None, **kwargs):
        super().__init__(features=features or INLINE, **kwargs)

    def clean(self, value):
        value = super().clean(value)
        if self.is_deferred_validation or not value:
            return value
        wanted = linked_page_ids(value.source)
        if wanted:
            gone = wanted - set(Page.objects.filter(pk__in=wanted).values_list("pk", flat=True))
            if gone:
                raise ValidationError(
                    _("A link leads to a page that no longer exists. Choose another page or remove the link.")
                )
        return value


class HeadingBlock(blocks.StructBlock):
    level = blocks.ChoiceBlock(
        choices=[("2", _("Section (1, 2, 3 …)")), ("3", _("Subsection (1-1, 1-2 …)"))],
        default="2",
        label=_("Level"),
    )
    text = blocks.CharBlock(max_length=120, label=_("Heading"))

    class Meta:
        icon = "title"
        label = _("Heading")
        description = _("Opens a section. Numbers and the table of contents are computed.")
        preview_template = PREVIEW
        preview_value = {"level": "2", "text": "デジタル庁とは"}


class ParagraphBlock(RichText):
    class Meta:
        icon = "pilcrow"
        label = _("Paragraph")
        description = _("Running text with bold, italic and links.")
        preview_template = PREVIEW
        preview_value = "<p>手続きを<b>一度</b>で済ませることが、目標の一つです。</p>"


class BulletsBlock(blocks.StructBlock):
    kind = blocks.ChoiceBlock(
        choices=[("bullet", _("Bulleted")), ("number", _("Numbered"))], default="bullet", label=_("Kind")
    )
    items = blocks.ListBlock(RichText(label=_("Item")), min_num=1, label=_("Items"))

    class Meta:
        icon = "list-ul"
        label = _("List")
        description = _("A bulleted or numbered list.")
        preview_template = PREVIEW
        preview_value = {
            "kind": "bullet",
            "items": ["<p>手続きの自動化</p>", "<p>一人ひとりに合うサービス</p>"],
        }


class KeyPointsBlock(blocks.StructBlock):
    points = blocks.ListBlock(blocks.TextBlock(rows=2, label=_("Point")), min_num=1, max_num=6, label=_("Points"))

    class Meta:
        icon = "tasks"
        label = _("Key points")
        description = _("What a reader in a hurry must know; stands at the top.")
        preview_template = PREVIEW
        preview_value = {"points": ["デジタル庁は2021年9月に発足した。", "目標は三つある。"]}


class NoteBlock(blocks.StructBlock):
    title = blocks.CharBlock(required=False, max_length=60, label=_("Title"))
    text = RichText(label=_("Text"))

    class Meta:
        icon = "info-circle"
        label = _("Note")
        description = _("A remark beside the running text.")
        preview_template = PREVIEW
        preview_value = {"title": "補足", "text": "<p>ここでいう「窓口」には、画面の上の窓口も含みます。</p>"}


class QuoteBlock(blocks.StructBlock):
    text = blocks.TextBlock(rows=3, label=_("Quotation"))
    source_name = blocks.CharBlock(max_length=200, label=_("Who said it, and where"))
    source_url = blocks.URLBlock(required=False, label=_("Address of the source"))

    class Meta:
        icon = "openquote"
        label = _("Quotation")
        description = _("Somebody's exact words, always with their source.")
        preview_template = PREVIEW
        preview_value = {
            "text": "誰一人取り残さない、人に優しいデジタル化",
            "source_name": "デジタル庁の標語",
            "source_url": "",
        }


class QuestionBlock(blocks.StructBlock):
    question = blocks.CharBlock(max_length=200, label=_("Question"))
    answer = RichText(label=_("Answer"))


class QuestionsBlock(blocks.StructBlock):
    items = blocks.ListBlock(QuestionBlock(), min_num=1, label=_("Questions"))

    class Meta:
        icon = "help"
        label = _("Questions and answers")
        description = _("Short questions that unfold their answer.")
        preview_template = PREVIEW
        preview_value = {
            "items": [
                {
                    "question": "引越しの届け出は一度で済みますか。",
                    "answer": "<p>申請の内容が、企業や役所へ受け渡されます。</p>",
                }
            ]
        }
