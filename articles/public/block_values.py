"""The values of body blocks made ready for their templates."""

from dataclasses import dataclass
from functools import cache

from articles.blocks import BodyBlock
from articles.blocks.media import video_player
from articles.blocks.texts import rewrite
from articles.public import rich_text
from articles.public.addresses import localised
from articles.public.japanese_years import era_years
from articles.public.links import Resolved
from articles.public.wording import Wording


@dataclass(frozen=True)
class Making:
    """What a block needs beside its value to become what readers see."""

    resolved: Resolved
    wording: Wording | None = None
    eras: bool = False  # whether Japanese years stand beside the others

    def rich(self, html):
        return rich_text.rendered(html, self.resolved.links, self.wording)

    def plain(self, raw):
        """The value of a raw block, its plain texts marked; rich ones follow as they are rendered."""
        if self.wording is None:
            return raw["value"]

        def marked(path, text, html):
            return text if html else self.wording.plain(text)

        return rewrite(_block_types()[raw["type"]], raw["value"], marked)


@cache
def _block_types():
    return BodyBlock().child_blocks


def _paragraph(value, making):
    return {"text": making.rich(value)} if value else None


def _plain_items(name):
    def make(value, making):
        items = [item["value"] for item in value.get(name) or [] if item["value"]]
        return {**value, name: items} if items else None

    return make


def _bullets(value, making):
    items = [making.rich(item["value"]) for item in value.get("items") or [] if item["value"]]
    return {"ordered": value.get("kind") == "number", "items": items} if items else None


def _note(value, making):
    return {**value, "text": making.rich(value.get("text"))}


def _questions(value, making):
    items = [{**item["value"], "answer": making.rich(item["value"].get("answer"))} for item in value.get("items") or []]
    return {"items": items} if items else None


def _timeline(value, making):
    entries = [
        {
            **item["value"],
            "text": making.rich(item["value"].get("text")),
            "era": era_years(item["value"].get("date") or "") if making.eras else "",
        }
        for item in value.get("entries") or []
    ]
    return {"entries": entries} if entries else None


def _figure(value, making):
    return {**value, "picture": making.resolved.pictures.get(value.get("picture"))}


def _video(value, making):
    player = video_player(value.get("url"))
    if player is None:
        return None
    return {
        **value,
        "provider": player[0],
        "player": player[1],
        "picture": making.resolved.pictures.get(value.get("picture")),
    }


def _related(value, making):
    wanted = [item["value"] for item in value.get("pages") or []]
    links = [making.resolved.links[pk] for pk in wanted if pk in making.resolved.links]
    return {"links": links} if links else None


def _promo(value, making):
    promo = making.resolved.promos.get(value.get("promo"))
    return promo_value(promo, making.resolved) if promo else None


def promo_value(promo, resolved):
    link = resolved.links.get(promo.page_id)
    return {"promo": promo, "address": link.address if link else localised(promo.address, resolved.language)}


def _table(value, making):
    table = value.get("table") or {}
    columns = table.get("columns") or []
    if not columns:
        return None
    rows = [
        [
            {"text": cell, "number": column["type"] == "number"}
            for column, cell in zip(columns, row["values"], strict=False)
        ]
        for row in table.get("rows") or []
    ]
    return {**value, "columns": columns, "rows": rows}


def _comparison(value, making):
    return {**value, "rows": [item["value"] for item in value.get("rows") or []]}


def _as_it_is(value, making):
    return value


MAKERS = {
    "heading": _as_it_is,
    "paragraph": _paragraph,
    "bullets": _bullets,
    "key_points": _plain_items("points"),
    "note": _note,
    "quote": _as_it_is,
    "questions": _questions,
    "figure": _figure,
    "video": _video,
    "related": _related,
    "promo": _promo,
    "table": _table,
    "comparison": _comparison,
    "timeline": _timeline,
}
