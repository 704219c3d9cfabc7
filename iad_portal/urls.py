"""Addresses: those with a language, then those without."""

from django.conf import settings
from django.conf.urls.i18n import i18n_patterns
from django.urls import include, path

handler400 = "iad_portal.office.views.errors.bad_request"
handler500 = "iad_portal.office.views.errors.server_error"

urlpatterns = [
    *i18n_patterns(
        path("", include("iad_portal.office.public_urls")),
        path("", include("relations.urls")),
        path("", include("networks.urls")),
        path("", include("plans.urls")),
        path("", include("news.urls")),
    ),
    path("", include("iad_portal.office.plain_urls")),
]
if settings.DEBUG:  # for those who work on the face
    from iad_portal.workshop.styleguide import styleguide

    urlpatterns.append(path("styleguide/", styleguide, name="styleguide"))
