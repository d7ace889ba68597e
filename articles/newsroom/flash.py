"""Breaking news: written once and sent on at once; published alone by whoever has that right."""

from django.conf import settings
from django.db import transaction
from django.utils import translation
from django.utils.translation import gettext as _
from wagtail.models import Page

from articles import lanes, languages, rights
from articles.models import NewsFeedPage, NewsItemPage, approvals
from articles.models.releasing import release_lanes
from articles.newsroom.review import reviews

PUBLISH, SUBMIT, DRAFT = "publish", "submit", "draft"


class FlashRefused(Exception):
    """Nothing was made; `reason` is fit to be shown to whoever wrote it."""

    def __init__(self, reason):
        super().__init__(reason)
        self.reason = reason


def news_lanes():
    """What a quick entry writes, the language first: an exception is told of the language, not of what it stands on."""
    return [languages.default(), lanes.SHARED]


def news_feed():
    """Where news items are kept; None before there is a news section."""
    return NewsFeedPage.objects.first()


def may_write(user, feed):
    """Whether `user` may add news items and fill them."""
    if feed is None or not all(rights.may(user, rights.EDIT, lane) for lane in news_lanes()):
        return False
    return feed.permissions_for_user(user).can_add_subpage()


def may_publish(user):
    """Whether what `user` writes becomes public without anybody else's word."""
    if not all(rights.may(user, rights.RELEASE, lane) for lane in news_lanes()):
        return False
    return rights.has(user, rights.FLASH) or not settings.APPROVALS_REQUIRED


@transaction.atomic
def enter(feed, user, item, token, step):
    """Make the unsaved `item` below `feed` and take the `step`; `(item, whether it is new)`. Raises `FlashRefused`.

    The `token` is the client's name for this item (a UUID): sent again, the first item is the answer.
    """
    if not may_write(user, feed) or (step == PUBLISH and not may_publish(user)):
        raise FlashRefused(_("You have no right to publish this language."))
    feed = feed.locked_row()
    first = Page.objects.filter(translation_key=token).first()
    if first is not None:
        return _repeated(first, item, user), False
    item.translation_key, item.owner, item.live = token, user, False
    feed.add_child(instance=item)
    item.save_revision(user=user)
    if step == PUBLISH:
        _publish(item, user)
    elif step == SUBMIT:
        reviews.submit(item, user)
    return NewsItemPage.objects.get(pk=item.pk), True


def _repeated(first, item, user):
    """The item of a form that was sent twice; the same form with another text is refused, so that nothing is lost."""
    first = first.specific
    if not isinstance(first, NewsItemPage) or first.owner_id != user.pk or _words(first) != _words(item):
        raise FlashRefused(_("This form was sent before, with another text. Send it again to make a new item."))
    return first


def _words(item):
    return tuple(languages.read(item, name, languages.default()) or "" for name in ("headline", "summary"))


def _publish(item, user):
    """Approved by its author, which is logged as an exception and told to the others, and released."""
    content = item.draft_content()
    for lane in news_lanes() if settings.APPROVALS_REQUIRED else ():
        digest = lanes.digest(lanes.lane_content(NewsItemPage, content, lane))
        approvals.approve(item, lane, user, digest, standing_reason(), alone=True)
    plan = release_lanes(item, news_lanes(), user=user)
    if languages.default() not in plan.release:
        raise FlashRefused(_("It cannot be published as it is. Save it as a draft: the editor says why."))


def standing_reason():
    """Stands in the log and in notices, which people of several languages read: in the newsroom's own."""
    with translation.override(languages.default()):
        return _("Breaking news, published alone")
