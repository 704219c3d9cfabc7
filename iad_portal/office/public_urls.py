"""The office's addresses under /th/ and /en/."""

from django.urls import path
from django.views.decorators.http import require_safe

from iad_portal.office.search.feed import SearchFeed
from iad_portal.office.views import about, contact, data, feeds, home, search

urlpatterns = [
    path("", home.home, name="home"),
    path("about/", about.about, name="about"),
    path("about/<slug:slug>/", about.page_detail, name="page_detail"),
    path("key-recipients/", about.key_recipients, name="key_recipients"),
    path("contact/", contact.contact, name="contact"),
    path("contact/sent/<slug:reference>/", contact.contact_sent, name="contact_sent"),
    path("search/", search.search, name="search"),
    path("search/feed/", require_safe(SearchFeed()), name="search_feed"),
    path("search/suggest/", search.suggest, name="search_suggest"),
    path("sources/", about.sources, name="sources"),
    path("feeds/", feeds.feeds, name="feeds"),
    path("data/", data.data, name="data"),
    path("data/<slug:register>/", data.data_page, name="dataset"),
    path("data/<slug:register>.<str:form>", data.data_file, name="data_file"),
]
