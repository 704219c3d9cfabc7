"""Addresses: those with a language, then those without."""

from django.conf.urls.i18n import i18n_patterns
from django.urls import include, path

urlpatterns = [
    *i18n_patterns(
        path("", include("iad_portal.public_urls")),
        path("", include("relations.urls")),
        path("", include("networks.urls")),
        path("", include("plans.urls")),
        path("", include("news.urls")),
    ),
    path("", include("iad_portal.plain_urls")),
]
