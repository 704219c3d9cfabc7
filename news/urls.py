"""Addresses of news and newsletters, under /th/ and /en/."""

from django.urls import path

from news.feeds import ArticleFeed, JsonArticleFeed
from news.views import articles, newsletters

app_name = "news"

urlpatterns = [
    # news/
    path("news/", articles.article_list, name="article_list"),
    path("news/feed/", ArticleFeed(), name="article_feed"),
    path("news/feed.json", JsonArticleFeed(), name="article_feed_json"),
    path("news/<slug:slug>/", articles.article_detail, name="article_detail"),
    # newsletters/
    path("newsletters/", newsletters.newsletter_list, name="newsletter_list"),
    path("newsletters/<slug:slug>/", newsletters.newsletter_detail, name="newsletter_detail"),
]
