"""Publish buttons that name their target: one per language, and one for all of them together."""

from django.utils.translation import gettext
from wagtail.admin.action_menu import PublishMenuItem, SaveDraftMenuItem

from articles import languages
from articles.desk.wording import language_name, listed
from articles.models import LanePage


class PublishLanguagesItem(PublishMenuItem):
    """Publishes the languages it was made for, whatever else is in the form."""

    template_name = "articles/desk/publish_item.html"

    def __init__(self, codes, order):
        super().__init__(order=order)
        self.codes = codes

    def get_context_data(self, parent_context):
        context = super().get_context_data(parent_context)
        context["value"] = " ".join(self.codes)
        context["label"] = self.label_for(context["is_scheduled"], context["is_revision"])
        return context

    def label_for(self, is_scheduled, is_revision):
        if is_scheduled:
            text = gettext("Schedule to publish: %(languages)s")
        elif is_revision:
            text = gettext("Publish this version: %(languages)s")
        elif len(self.codes) > 1:
            text = gettext("Publish together: %(languages)s")
        else:
            text = gettext("Publish %(languages)s")
        return text % {"languages": listed(map(language_name, self.codes))}


def name_publish_targets(menu_items, request, context):
    """`construct_page_action_menu`: the source language is the main button, a draft the next."""
    page = context.get("page")
    publish = next((item for item in menu_items if type(item) is PublishMenuItem), None)
    if publish is None or (page is not None and not isinstance(page, LanePage)):
        return
    menu_items.remove(publish)
    source, *others = ([code] for code in languages.codes())
    targets = [*others, languages.codes()] if others else []
    draft = [item for item in menu_items if isinstance(item, SaveDraftMenuItem)]
    rest = [item for item in menu_items if item not in draft]
    # The list opens upwards: what stands last is nearest to the button.
    menu_items[:] = [
        PublishLanguagesItem(source, publish.order),
        *rest,
        *(PublishLanguagesItem(codes, publish.order) for codes in reversed(targets)),
        *draft,
    ]
