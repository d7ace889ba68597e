"""What the site stores."""

from articles.models.explainers import ExplainerIndexPage, ExplainerPage
from articles.models.home import HomePage
from articles.models.lane_page import LanePage, LaneRelease
from articles.models.news import NewsFeedPage, NewsItemExplainer, NewsItemPage
from articles.models.news_streams import NewsStreamEntry
from articles.models.pictures import Picture, PictureRendition
from articles.models.site_settings import Picks, SiteFrame
from articles.models.taxonomy import Author, Category, Promo, Topic

__all__ = [
    "Author",
    "Category",
    "ExplainerIndexPage",
    "ExplainerPage",
    "HomePage",
    "LanePage",
    "LaneRelease",
    "NewsFeedPage",
    "NewsItemExplainer",
    "NewsItemPage",
    "NewsStreamEntry",
    "Picks",
    "Picture",
    "PictureRendition",
    "Promo",
    "SiteFrame",
    "Topic",
]
