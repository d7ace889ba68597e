"""What the site stores."""

from articles.models.clarity import ClarityCount
from articles.models.corrections import Correction
from articles.models.explainers import ExplainerIndexPage, ExplainerPage
from articles.models.glossary import GlossaryTerm
from articles.models.home import HomePage
from articles.models.lane_page import LanePage
from articles.models.lane_records import (
    LaneApproval,
    LaneEdit,
    LaneRelease,
    LaneSchedule,
    ReleasedVersion,
)
from articles.models.lane_status import LaneState, LaneStatus
from articles.models.news import NewsFeedPage, NewsItemExplainer, NewsItemPage
from articles.models.news_streams import NewsStreamEntry
from articles.models.pictures import Picture, PictureRendition
from articles.models.readings import LaneReadings
from articles.models.review import Notice, Reminder, ReviewRequest
from articles.models.review_task import LaneReviewTask
from articles.models.search_text import SearchText
from articles.models.site_settings import Picks, SiteFrame
from articles.models.standard import StandardPage
from articles.models.taxonomy import Author, Category, Promo, Topic
from articles.models.translations import Translation

__all__ = [
    "Author",
    "Category",
    "ClarityCount",
    "Correction",
    "ExplainerIndexPage",
    "ExplainerPage",
    "GlossaryTerm",
    "HomePage",
    "LaneApproval",
    "LaneEdit",
    "LanePage",
    "LaneReadings",
    "LaneRelease",
    "LaneReviewTask",
    "LaneSchedule",
    "LaneState",
    "LaneStatus",
    "NewsFeedPage",
    "NewsItemExplainer",
    "NewsItemPage",
    "NewsStreamEntry",
    "Notice",
    "Picks",
    "Picture",
    "PictureRendition",
    "Promo",
    "ReleasedVersion",
    "Reminder",
    "ReviewRequest",
    "SearchText",
    "SiteFrame",
    "StandardPage",
    "Topic",
    "Translation",
]
