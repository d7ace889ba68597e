"""The news desk: quick entry and queue, on the dashboard and on a page of its own."""

from django.conf import settings
from django.forms import Media
from django.forms.widgets import Script
from django.utils.translation import gettext as _
from wagtail.admin.ui.components import Component

from articles import languages, rights
from articles.desk.flash.form import HEADLINE_HINT, FlashForm, named
from articles.desk.flash.queue import queue_context
from articles.desk.translate.views import has_shortcuts
from articles.desk.wording import edition_name, language_name
from articles.models import Topic
from articles.newsroom import flash

HOME = "home"  # the place of a form on the dashboard
MEDIA = Media(js=[Script("js/desk-flash.js", defer=True)])


def may_see(user):
    """Whoever may change any text can have something in the queue."""
    return any(rights.lanes_for(user, act) for act in (rights.EDIT, rights.APPROVE))


def screen(request, place="", form=None):
    """The context of both halves; each is there for those who may use it."""
    user = request.user
    may_write = flash.may_write(user, flash.news_feed())
    context = {"may_write": may_write, "has_shortcuts": has_shortcuts(user), "place": place, "user": user}
    if may_write:
        context |= _form_context(user, form or FlashForm(initial={"place": place}), place)
    return context | queue_context(request)


def _form_context(user, form, place):
    publishes = flash.may_publish(user)
    language, edition = language_name(languages.default()), edition_name(languages.default())
    button = _("Publish %(lanes)s") % {"lanes": edition} if publishes else _("Submit for review")
    # On the dashboard only for those whose first errand it is: others start at the top of the page.
    focus = form.first_wrong or ("headline" if publishes or place != HOME else "")
    if focus:
        form.fields[focus].widget.attrs["autofocus"] = True
    return {
        "form": form,
        "step": flash.PUBLISH if publishes else flash.SUBMIT,
        "button": button,
        "publishes": publishes,
        "is_exception": publishes and settings.APPROVALS_REQUIRED,
        "language": language,
        "source_language": languages.default(),
        "topics": [named(topic) for topic in Topic.objects.all()],
        "hint": HEADLINE_HINT,
    }


class FlashPanel(Component):
    name = "flash"
    template_name = "articles/desk/flash/panel.html"
    order = 50
    media = MEDIA

    def get_context_data(self, parent_context):
        request = parent_context["request"]
        return {**screen(request, place=HOME), "request": request, "csrf_token": parent_context.get("csrf_token")}


def offer_news_desk(request, panels):
    """`construct_homepage_panels`"""
    if may_see(request.user):
        panels.append(FlashPanel())
