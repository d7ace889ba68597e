"""Addresses of the public site; those in `urlpatterns` stand below the language."""

from django.urls import path, re_path
from wagtail import urls as wagtail_urls

from articles.public import answers, corrections_list, feeds, filing, glossary, pages, root, search

unprefixed = [path("", root.choose_language, name="root")]

urlpatterns = [
    path("feeds/", feeds.feeds_page, name="feeds"),
    path("feeds/news.xml", feeds.AllNewsFeed(), name="feed-news"),
    path("feeds/news/<slug:slug>.xml", feeds.CategoryFeed(), name="feed-category"),
    path("feeds/topics/<slug:slug>.xml", feeds.TopicFeed(), name="feed-topic"),
    path("feeds/explainers.xml", feeds.ExplainersFeed(), name="feed-explainers"),
    path("feeds/explainers/<slug:slug>.xml", feeds.ExplainerNewsFeed(), name="feed-explainer"),
    path("topics/", filing.topics_page, name="topics"),
    path("topics/<slug:slug>/", filing.topic_page, name="topic"),
    path("authors/<slug:slug>/", filing.author_page, name="author"),
    path("answers/<int:pk>/", answers.answer, name="answer"),
    path("search/", search.search_page, name="search"),
    path("glossary/", glossary.glossary_page, name="glossary"),
    path("corrections/", corrections_list.corrections_page, name="corrections"),
    path("feeds/corrections.xml", corrections_list.CorrectionsFeed(), name="feed-corrections"),
    # Wagtail's own addresses for private pages; its catch-all is replaced by ours, under the name that it reverses.
    *(pattern for pattern in wagtail_urls.urlpatterns if pattern.name != "wagtail_serve"),
    re_path(wagtail_urls.serve_pattern, pages.serve, name="wagtail_serve"),
]
