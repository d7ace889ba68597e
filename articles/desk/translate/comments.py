"""Wagtail's comments on one unit: the same that the page's editor shows, and the same mails."""

from collections import defaultdict

from django.utils import timezone
from wagtail import blocks
from wagtail.admin.views.pages.edit import EditView
from wagtail.models import Comment, CommentReply

from articles import languages
from articles.blocks.texts import is_text

NO_CHANGES = {
    "new_comments": [],
    "deleted_comments": [],
    "resolved_comments": [],
    "edited_comments": [],
    "new_replies": [],
    "deleted_replies": [],
    "edited_replies": [],
}


def threads(work):
    """`{unit key: unresolved comments}` on the source and on the translation, the oldest first; two queries."""
    fields = {
        languages.column(name, code): name
        for name in {unit.field for unit in [*work.source.values(), *work.target.values()]}
        for code in (languages.default(), work.language)
    }
    rows = Comment.objects.filter(page_id=work.page.pk, resolved_at=None).order_by("created_at", "pk")
    found = defaultdict(list)
    for comment in rows.select_related("user").prefetch_related("replies__user"):
        column, _, rest = comment.contentpath.partition(".")
        if column in fields:
            block_id = rest.partition(".")[0]
            found[f"{fields[column]}/{block_id}" if block_id else fields[column]].append(comment)
    return found


def add_comment(work, key, user, text, request):
    unit = work.source.get(key) or work.target[key]
    path, is_rich = _contentpath(work, unit)
    comment = Comment(page_id=work.page.pk, user=user, contentpath=path, text=text, position="[]" if is_rich else "")
    comment.save()
    _tell(work.page, request, new_comments=[comment])


def _contentpath(work, unit):
    """Where Wagtail's editor shows a comment on a unit: at the first text of a block; and whether that is rich text."""
    column = languages.column(unit.field, work.language)
    block = work.block(unit)
    if not unit.block_id:
        return column, False
    path = f"{column}.{unit.block_id}"
    if isinstance(block, blocks.StructBlock):
        children = block.child_blocks
        name = next((name for name, child in children.items() if is_text(child)), next(iter(children)))
        return f"{path}.{name}", isinstance(children[name], blocks.RichTextBlock)
    return path, isinstance(block, blocks.RichTextBlock)


def add_reply(work, comment, user, text, request):
    reply = CommentReply.objects.create(comment=comment, user=user, text=text)
    _tell(work.page, request, new_replies=[(comment, [reply])])


def resolve(work, comment, user, request):
    Comment.objects.filter(pk=comment.pk).update(resolved_at=timezone.now(), resolved_by=user)
    _tell(work.page, request, resolved_comments=[comment])


def _tell(page, request, **changes):
    """The log entries and mails of Wagtail's own editor."""
    view = EditView(page=page, request=request)
    changes = {**NO_CHANGES, **changes}
    view.log_commenting_changes(changes, page.latest_revision)
    view.send_commenting_notifications(changes)
