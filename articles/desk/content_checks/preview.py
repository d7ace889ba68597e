"""Making the blocks of a preview findable for the content checker, without anything that a reader would see."""

import re
from dataclasses import dataclass, field

from django.template.loader import get_template

from articles.public.body import Block, Body

FIRST_TAG = re.compile(r"\s*<[a-z][a-z0-9]*(?=[\s>])([^>]*)")
HAS_ID = re.compile(r"\sid=")


@dataclass
class MarkedBlock(Block):
    """A block whose first element can be found; `marks` is told once it is rendered: `{block id: CSS selector}`."""

    marks: dict = field(default_factory=dict)

    @property
    def template(self):
        return MarkedTemplate(super().template, self)


class MarkedTemplate:
    """Stands for the name of a template in `{% include %}`."""

    def __init__(self, name, block):
        self.name, self.block = name, block

    def render(self, context):
        html = get_template(self.name).template.render(context)
        first, mark = FIRST_TAG.match(html), f"check-{self.block.id[:8]}"
        if first is None:
            return html
        self.block.marks[self.block.id] = f'[data-check="{mark}"]'
        # An id is how the checker names an element to its editor.
        named = "" if HAS_ID.search(first[1]) else f' id="{mark}"'
        place = first.end()
        return type(html)(f'{html[:place]} data-check="{mark}"{named}{html[place:]}')


def mark(request, page, response):
    """Have the blocks of the body that is about to be rendered marked; `request.content_marks` knows them then."""
    request.content_marks = {}
    context = getattr(response, "context_data", None) or {}
    body = context.get("body")
    if not isinstance(body, Body):
        return
    if keys := context.get("keys"):
        context["keys"] = MarkedBlock(**vars(keys), marks=request.content_marks)
    for section in body.sections:
        if section.heading:
            section.heading = MarkedBlock(**vars(section.heading), marks=request.content_marks)
    for blocks in (body.opening, *(section.blocks for section in body.sections)):
        blocks[:] = [MarkedBlock(**vars(block), marks=request.content_marks) for block in blocks]
