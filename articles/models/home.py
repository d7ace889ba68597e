from django.utils.translation import gettext_lazy as _

from articles.models.lane_page import LanePage
from articles.models.panels import language_tabs, publication_panels


class HomePage(LanePage):
    """The front page: picks, newest explainers, newest news."""

    max_count = 1
    parent_page_types = ["wagtailcore.Page"]
    subpage_types = ["articles.ExplainerIndexPage", "articles.NewsFeedPage", "articles.StandardPage"]
    view = "articles.public.home.home_page"

    edit_handler = language_tabs(["headline", "standfirst"], shared=[], publication=publication_panels())

    class Meta:
        verbose_name = _("home page")
