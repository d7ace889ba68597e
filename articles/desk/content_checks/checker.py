"""Our checks among those of Wagtail's content checker: in the userbar of a preview, and in the editor's Checks panel.

The panel asks the preview: its own rules are known when the editor opens, one per check, and what each has found is
the preview's answer. `desk-checks.js` puts the words of that answer in the place of the rule's general ones.
"""

from django.utils.functional import cached_property
from wagtail.admin.userbar import ContentCheckerItem

from articles import checks, languages
from articles.models import LanePage
from articles.models.check_wording import name
from articles.models.content_check import remarks
from articles.models.release_gate import plain_json

FAILS = "desk-finding"  # a check that no element passes
NOWHERE = "desk-nothing-found"  # an element that there is not
HEADLINE = "h1"  # what concerns the page as a whole, or what is not shown, stands here
FIELDS = {
    "standfirst": ".standfirst, .pagehead > p",
    "hero_alt": ".article__hero",
    "hero_caption": ".article__hero",
}


def add_checks(request, items, page):
    """`construct_wagtail_userbar`"""
    for place, item in enumerate(items):
        if isinstance(item, ContentCheckerItem):
            items[place] = LaneCheckerItem(request, page, in_editor=item.in_editor)


class LaneCheckerItem(ContentCheckerItem):
    template_name = "articles/desk/content_checker.html"

    def __init__(self, request, page, in_editor=False):
        super().__init__(in_editor)
        self.request, self.page = request, page

    @cached_property
    def marks(self):
        """What was found in the previewed language, each `{"check", "name", "selector", "place", "text"}`."""
        blocks = getattr(self.request, "content_marks", None)
        if blocks is None or not isinstance(self.page, LanePage):
            return []
        content, language = plain_json(self.page.serializable_data()), languages.current()
        return [_mark(remark, blocks) for remark in remarks(type(self.page), content, language)]

    def get_axe_run_only(self, request):
        """In a preview each finding by itself, so that the rule says it; in the panel, which knows none, by check."""
        own = [_rule_of(number) for number, _mark in enumerate(self.marks)]
        return [
            *super().get_axe_run_only(request),
            *([_rule(check) for check in checks.ALL_CHECKS] if self.in_editor else own),
        ]

    def get_axe_custom_rules(self, request):
        by_check = {
            check: [mark["selector"] for mark in self.marks if mark["check"] == check] for check in checks.ALL_CHECKS
        }
        return [
            *super().get_axe_custom_rules(request),
            *(_failing(_rule(check), ", ".join(found) or NOWHERE) for check, found in by_check.items()),
            *(_failing(_rule_of(number), mark["selector"]) for number, mark in enumerate(self.marks)),
        ]

    def get_axe_custom_checks(self, request):
        fails = {"id": FAILS, "evaluate": "matches-definition-evaluate", "options": {"matcher": "*"}}
        return [*super().get_axe_custom_checks(request), fails]

    def get_axe_messages(self, request):
        own = {
            _rule_of(n): {"error_name": mark["name"], "help_text": mark["text"]} for n, mark in enumerate(self.marks)
        }
        by_check = {_rule(check): {"error_name": name(check)} for check in checks.ALL_CHECKS}
        return {**super().get_axe_messages(request), **by_check, **own}

    def get_context_data(self, parent_context):
        return {**super().get_context_data(parent_context), "marks": self.marks}


def _mark(remark, blocks):
    field, _slash, block_id = remark.finding.unit.partition("/")
    selector = blocks.get(block_id) if block_id else FIELDS.get(field)
    return {
        "check": remark.finding.check,
        "name": name(remark.finding.check),
        "selector": selector or HEADLINE,
        "place": remark.place,
        "text": remark.message,
    }


def _rule(check):
    return f"desk-{check}"


def _rule_of(number):
    return f"desk-found-{number}"


def _failing(rule, selector):
    """A rule that complains of whatever it selects."""
    return {
        "id": rule,
        "impact": "moderate",
        "selector": selector,
        "tags": ["editorial"],
        "none": [FAILS],
        "enabled": True,
    }
