"""Addresses of news, alerts and newsletters, under /th/ and /en/."""

from django.urls import path

from news.feeds import ArticleFeed, JsonArticleFeed
from news.views import alerts, articles, newsletters

app_name = "news"

urlpatterns = [
    # news/
    path("news/", articles.article_list, name="article_list"),
    path("news/feed/", ArticleFeed(), name="article_feed"),
    path("news/feed.json", JsonArticleFeed(), name="article_feed_json"),
    path("news/<slug:slug>/", articles.article_detail, name="article_detail"),
    path("news/<slug:slug>/media.zip", articles.article_media, name="article_media"),
    # alerts/
    path("alerts/", alerts.alerts, name="alerts"),
    path("alerts/sent/", alerts.alerts_sent, name="alerts_sent"),
    path("alerts/confirm/<str:token>/", alerts.confirm, name="alert_confirm"),
    path("alerts/leave/<str:token>/", alerts.leave, name="alert_leave"),
    path("alerts/manage/<str:token>/", alerts.manage, name="alert_manage"),
    # newsletters/
    path("newsletters/", newsletters.newsletter_list, name="newsletter_list"),
    path("newsletters/<slug:slug>/", newsletters.newsletter_detail, name="newsletter_detail"),
]
