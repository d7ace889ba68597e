"""Blocks that show or lead to something else: figures, videos, related explainers, promos."""

from urllib.parse import parse_qs, urlsplit

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _
from wagtail import blocks
from wagtail.images.blocks import ImageChooserBlock
from wagtail.snippets.blocks import SnippetChooserBlock

from articles.blocks.text import PREVIEW


def video_player(url):
    """`(provider, player address)` of a YouTube or Vimeo page, or None: only these players may ever be loaded."""
    try:
        parts = urlsplit(url or "")
    except ValueError:
        return None
    if parts.scheme not in ("http", "https"):
        return None
    host, path = (parts.hostname or "").removeprefix("www.").removeprefix("m."), parts.path.strip("/")
    if host == "youtu.be":
        return _player("YouTube", path)
    if host in ("youtube.com", "youtube-nocookie.com"):
        named = parse_qs(parts.query).get("v", [""])[0]
        return _player(
            "YouTube", named or path.rpartition("/")[2] * (path.split("/")[0] in ("embed", "shorts", "live"))
        )
    if host in ("vimeo.com", "player.vimeo.com"):
        return _player("Vimeo", path.rpartition("/")[2])
    return None


def _player(provider, code):
    if not (code.isascii() and code.replace("-", "").replace("_", "").isalnum()):
        return None
    if provider == "YouTube":
        return provider, f"https://www.youtube-nocookie.com/embed/{code}"
    return (provider, f"https://player.vimeo.com/video/{code}?dnt=1") if code.isdigit() else None


def check_video(url):
    if video_player(url) is None:
        raise ValidationError(_("Give the address of a video page on YouTube or Vimeo."))


class FigureBlock(blocks.StructBlock):
    picture = ImageChooserBlock(label=_("Picture"))
    title = blocks.CharBlock(required=False, max_length=120, label=_("Title"))
    alt = blocks.TextBlock(
        rows=2,
        label=_("Alternative text"),
        help_text=_("What the picture says, for those who cannot see it."),
    )
    caption = blocks.TextBlock(required=False, rows=2, label=_("Caption"))
    source_name = blocks.CharBlock(max_length=200, label=_("Source"))
    source_url = blocks.URLBlock(required=False, label=_("Address of the source"))
    licence = blocks.CharBlock(required=False, max_length=80, label=_("Licence"))
    edited_note = blocks.CharBlock(
        required=False,
        max_length=160,
        label=_("Edited"),
        help_text=_("What we changed in the picture, if anything."),
    )

    class Meta:
        icon = "image"
        label = _("Figure")
        description = _("A picture or chart with its source.")
        preview_template = PREVIEW
        preview_value = {
            "picture": None,
            "title": "四つのグループ",
            "alt": "組織図",
            "caption": "案件ごとにチームを組む。",
            "source_name": "編集部作成",
            "source_url": "",
            "licence": "CC BY 4.0",
            "edited_note": "",
        }


class VideoBlock(blocks.StructBlock):
    url = blocks.URLBlock(validators=[check_video], label=_("Address"), help_text=_("A page on YouTube or Vimeo."))
    title = blocks.CharBlock(max_length=160, label=_("Title"))
    duration = blocks.RegexBlock(
        regex=r"^\d{1,3}:[0-5]\d(:[0-5]\d)?$", required=False, label=_("Length"), help_text=_("As 3:20")
    )
    description = blocks.TextBlock(rows=3, label=_("What it shows"))
    picture = ImageChooserBlock(required=False, label=_("Poster"))

    class Meta:
        icon = "media"
        label = _("Video")
        description = _("Loads from the other site only when the reader asks for it.")
        preview_template = PREVIEW
        preview_value = {
            "url": "https://www.youtube.com/watch?v=example0000",
            "title": "窓口の一日",
            "duration": "3:20",
            "description": "転入の手続きを追います。",
            "picture": None,
        }


class RelatedBlock(blocks.StructBlock):
    pages = blocks.ListBlock(
        blocks.PageChooserBlock(page_type="articles.ExplainerPage", label=_("Explainer")),
        min_num=1,
        label=_("Explainers"),
    )

    class Meta:
        icon = "link"
        label = _("Related explainers")
        description = _("One or several explainers to read next.")
        preview_template = PREVIEW

    def get_preview_value(self):
        explainers = self.child_blocks["pages"].child_block.target_model
        return self.normalize({"pages": list(explainers.objects.all()[:2])})


class PromoBlock(blocks.StructBlock):
    promo = SnippetChooserBlock("articles.Promo", label=_("Promo"))

    class Meta:
        icon = "pick"
        label = _("Promo")
        description = _("A box that invites the reader to something of ours.")
        preview_template = PREVIEW

    def get_preview_value(self):
        return self.normalize({"promo": self.child_blocks["promo"].target_model.objects.first()})
