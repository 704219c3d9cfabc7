"""The office's addresses under /th/ and /en/."""

from django.urls import path
from django.views.decorators.http import require_safe

from iad_portal.office.search.feed import JsonSearchFeed, SearchFeed
from iad_portal.office.views import about, calendars, contact, data, feeds, home, press, search

urlpatterns = [
    path("", home.home, name="home"),
    path("about/", about.about, name="about"),
    path("about/<slug:slug>/", about.page_detail, name="page_detail"),
    path("key-recipients/", about.key_recipients, name="key_recipients"),
    path("contact/", contact.contact, name="contact"),
    path("contact/sent/<slug:reference>/", contact.contact_sent, name="contact_sent"),
    path("search/", search.search, name="search"),
    path("search/feed/", require_safe(SearchFeed()), name="search_feed"),
    path("search/feed.json", require_safe(JsonSearchFeed()), name="search_feed_json"),
    path("search/suggest/", search.suggest, name="search_suggest"),
    path("press/", press.press, name="press"),
    path("press/names.csv", press.names, name="press_names"),
    path("press/mark.svg", press.mark, name="press_mark"),
    path("sources/", about.sources, name="sources"),
    path("feeds/", feeds.feeds, name="feeds"),
    path("calendar.ics", calendars.all_events, name="calendar"),
    path("networks/<slug:slug>/calendar.ics", calendars.of_network, name="network_calendar"),
    path("cities/<slug:slug>/calendar.ics", calendars.of_city, name="city_calendar"),
    path("meetings/<slug:slug>/calendar.ics", calendars.of_meeting, name="meeting_calendar"),
    path("news/<slug:slug>/calendar.ics", calendars.of_article, name="article_calendar"),
    path("data/", data.data, name="data"),
    path("data/<slug:register>/", data.data_page, name="dataset"),
    path("data/<slug:register>.<str:form>", data.data_file, name="data_file"),
]
