"""Demo bodies in the form that the database stores, with ids that are the same in both languages and on every run."""

import re
from uuid import NAMESPACE_URL, uuid5

EXPLAINER_LINK = re.compile(r'<a explainer="([^"]+)">')
STORED_KINDS = {"qa": "questions"}


def stable_id(*parts):
    """The same uuid for the same names: `stable_id("digital-agency", "background-1")`."""
    return str(uuid5(NAMESPACE_URL, ":".join(["dajp-demo", *parts])))


class BodyBuilder:
    """Turns `(key, kind, value)` into stored blocks.

    `explainers`, `pictures` and `promos` map the names that the content uses to ids in the database.
    """

    def __init__(self, explainers, pictures, promos):
        self.explainers, self.pictures, self.promos = explainers, pictures, promos

    def body(self, slug, blocks):
        """The stored body of the page `slug`; a name that is not in the maps is an error: KeyError."""
        return [
            {
                "type": STORED_KINDS.get(kind, kind),
                "value": self._value(kind, value, (slug, key)),
                "id": stable_id(slug, key),
            }
            for key, kind, value in blocks
        ]

    def _value(self, kind, value, path):
        make = getattr(self, f"_{kind}", None)
        return make(value, path) if make else value

    def _paragraph(self, value, path):
        return self.rich_text(value)

    def _bullets(self, value, path):
        return {**value, "items": _listed([self.rich_text(item) for item in value["items"]], path)}

    def _key_points(self, value, path):
        return {"points": _listed(value["points"], path)}

    def _note(self, value, path):
        return {**value, "text": self.rich_text(value["text"])}

    def _qa(self, value, path):
        items = [{**item, "answer": self.rich_text(item["answer"])} for item in value["items"]]
        return {"items": _listed(items, path)}

    def _timeline(self, value, path):
        entries = [{**entry, "text": self.rich_text(entry["text"])} for entry in value["entries"]]
        return {"entries": _listed(entries, path)}

    def _comparison(self, value, path):
        return {**value, "rows": _listed(value["rows"], path)}

    def _table(self, value, path):
        table = {
            "columns": [{"type": "text", "heading": heading} for heading in value["columns"]],
            "rows": [{"values": row} for row in value["rows"]],
            "caption": "",
        }
        kept = {name: text for name, text in value.items() if name not in ("columns", "rows")}
        return {**kept, "table": table}

    def _figure(self, value, path):
        return {**value, "picture": self.pictures[value["picture"]]}

    def _video(self, value, path):
        return {**value, "picture": self.pictures[value["picture"]] if value.get("picture") else None}

    def _related(self, value, path):
        return {"pages": _listed([self.explainers[slug] for slug in value], path)}

    def _promo(self, value, path):
        return {"promo": self.promos[value]}

    def rich_text(self, html):
        """`<a explainer="slug">` as a link to that page."""
        return EXPLAINER_LINK.sub(lambda found: f'<a linktype="page" id="{self.explainers[found[1]]}">', html)


def _listed(values, path):
    return [{"type": "item", "value": value, "id": stable_id(*path, str(place))} for place, value in enumerate(values)]


def stored_sources(slug, sources):
    return [{"type": "source", "value": source, "id": stable_id(slug, "source", source["url"])} for source in sources]
