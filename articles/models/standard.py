"""Pages about the site itself: who makes it, how accessible it is, what it stores, how to reach the newsroom."""

from django.utils.translation import gettext_lazy as _
from wagtail.fields import StreamField
from wagtail.search import index

from articles import checks, languages
from articles.blocks import BodyBlock
from articles.models.lane_page import LanePage
from articles.models.panels import language_tabs, publication_panels


class StandardPage(LanePage):
    body = StreamField(BodyBlock(), blank=True, verbose_name=_("Body"))

    parent_page_types = ["articles.HomePage"]
    subpage_types = []
    view = "articles.public.standard.standard_page"
    required_to_release = ("headline", "body")
    checked_for = (*LanePage.checked_for, checks.UNDATED_MONTH)

    search_fields = [
        *LanePage.search_fields,
        *(index.SearchField(languages.column("body", code)) for code in languages.codes()),
    ]
    edit_handler = language_tabs(["headline", "standfirst", "body"], shared=[], publication=publication_panels())

    class Meta:
        verbose_name = _("page about the site")
        verbose_name_plural = _("pages about the site")
