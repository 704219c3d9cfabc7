"""Addresses of news and newsletters, under /th/ and /en/."""

from django.urls import path

from news.feeds import ArticleFeed
from news.views import articles, newsletters

app_name = "news"

urlpatterns = [
    # news/
    path("news/", articles.article_list, name="article_list"),
    path("news/feed/", ArticleFeed(), name="article_feed"),
    path("news/<slug:slug>/", articles.article_detail, name="article_detail"),
    path("news/<slug:slug>/media.zip", articles.article_media, name="article_media"),
    # newsletters/
    path("newsletters/", newsletters.newsletter_list, name="newsletter_list"),
    path("newsletters/<slug:slug>/", newsletters.newsletter_detail, name="newsletter_detail"),
]
