"""What the history of a page says of Wagtail's own acts on it, in the words of this desk: reviews and comments."""

from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _
from wagtail.log_actions import LogFormatter

from articles import lanes
from articles.desk.wording import edition_name
from articles.newsroom.review.workflow import task_name

# action: (message, message where a next step follows)
REVIEWS = {
    "start": (_("Review started"), _("Review started with: %(next)s")),
    "approve": (_("Review passed: %(task)s"), _("Review passed: %(task)s. Next: %(next)s")),
    "reject": (_("Review not passed: %(task)s"),) * 2,
    "resume": (_("Review goes on: %(task)s"),) * 2,
    "cancel": (_("Review cancelled at: %(task)s"),) * 2,
}
COMMENTS = {
    "create": _("Commented on %(place)s: “%(text)s”"),
    "edit": _("Changed a comment on %(place)s: “%(text)s”"),
    "delete": _("Deleted a comment on %(place)s: “%(text)s”"),
    "resolve": _("Resolved a comment on %(place)s: “%(text)s”"),
    "create_reply": _("Answered a comment on %(place)s: “%(text)s”"),
    "edit_reply": _("Changed an answer to a comment on %(place)s: “%(text)s”"),
    "delete_reply": _("Deleted an answer to a comment on %(place)s: “%(text)s”"),
}


def name_steps_and_fields(actions):
    """`register_log_actions`, after Wagtail's own: its entries name tasks and columns as they are stored."""
    for name, messages in REVIEWS.items():
        _say(actions, f"wagtail.workflow.{name}", ReviewFormatter(*messages))
    for name, message in COMMENTS.items():
        _say(actions, f"wagtail.comments.{name}", CommentFormatter(message))


def _say(actions, action, formatter):
    formatter.label, formatter.otherwise = actions.formatters[action].label, actions.formatters[action]
    actions.formatters[action] = formatter  # to register it would name the act twice among the filters


class ReviewFormatter(LogFormatter):
    def __init__(self, message, message_with_next):
        self.message, self.message_with_next = message, message_with_next

    def format_message(self, log_entry):
        said = (log_entry.data or {}).get("workflow") or {}
        task, following = (_step(said.get(key)) for key in ("task", "next"))
        return (self.message_with_next if following else self.message) % {"task": task, "next": following}

    def format_comment(self, log_entry):
        return self.otherwise.format_comment(log_entry)


def _step(task):
    """A task as the desk calls it; tasks of other kinds keep their name."""
    title = (task or {}).get("title", "")
    return {task_name(lane): edition_name(lane) for lane in lanes.all_lanes()}.get(title, title)


class CommentFormatter(LogFormatter):
    def __init__(self, message):
        self.message = message

    def format_message(self, log_entry):
        said = log_entry.data or {}
        comment = said.get("comment") or {}
        column = str(comment.get("contentpath", "")).partition(".")[0]
        place = _field_name(log_entry.page.specific_class, column)
        if not place:
            return self.otherwise.format_message(log_entry)
        return self.message % {"place": place, "text": (said.get("reply") or comment).get("text", "")}


def _field_name(model, column):
    """`Body (English)` for `body_en`; "" for a field that is gone."""
    fields = model._meta.get_fields() if model else ()
    known = {field.name: field for field in fields if hasattr(field, "verbose_name")}
    return capfirst(str(known[column].verbose_name)) if column in known else ""
