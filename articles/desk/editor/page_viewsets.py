"""Which views the admin uses for each of our page types."""

from django.utils.functional import cached_property
from wagtail.admin.viewsets.pages import PageViewSet
from wagtail.models import Page

from articles import models
from articles.desk.changes.lane_comparison import LaneCompareView
from articles.desk.editor.explorer import LanesIndexView, NewsIndexView
from articles.desk.editor.page_views import LaneCreateView, LaneEditView, LaneRevertView
from articles.desk.editor.refusals import EXPLAINED, explained
from articles.desk.review.actions import LaneCollectActionDataView, LaneWorkflowActionView


class LanePageViewSet(PageViewSet):
    """One page type; its list is shown below the parents that take no other type."""

    add_view_class = LaneCreateView
    edit_view_class = LaneEditView
    revisions_revert_view_class = LaneRevertView
    revisions_compare_view_class = LaneCompareView
    collect_workflow_action_data_view_class = LaneCollectActionDataView
    workflow_action_view_class = LaneWorkflowActionView
    index_view_class = LanesIndexView
    columns = PageViewSet.UNDEFINED  # those of the index view

    @cached_property
    def views(self):
        views = super().views
        return {**views, **{name: explained(name, views[name]) for name in EXPLAINED}}


class ExplainerViewSet(LanePageViewSet):
    model = models.ExplainerPage


class NewsItemViewSet(LanePageViewSet):
    model = models.NewsItemPage
    index_view_class = NewsIndexView


class FrontViewSet(LanePageViewSet):
    """The home page, and the list below it, where pages of several types stand together."""

    model = models.HomePage
    parent_models = [models.HomePage]

    def get_index_view_kwargs(self, **kwargs):
        return super().get_index_view_kwargs(**{"model": Page, **kwargs})


class ExplainerIndexViewSet(LanePageViewSet):
    model = models.ExplainerIndexPage


class NewsFeedViewSet(LanePageViewSet):
    model = models.NewsFeedPage


class StandardPageViewSet(LanePageViewSet):
    model = models.StandardPage


PAGE_VIEWSETS = [
    FrontViewSet,
    ExplainerIndexViewSet,
    ExplainerViewSet,
    NewsFeedViewSet,
    NewsItemViewSet,
    StandardPageViewSet,
]
