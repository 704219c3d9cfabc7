"""The office's addresses without a language."""

from django.contrib import admin
from django.contrib.sitemaps.views import index
from django.urls import path

from iad_portal.office.sitemaps import SITEMAPS
from iad_portal.office.views import calendars, embargo, legacy, media, plain, previews, share

urlpatterns = [
    path("", plain.root, name="root"),
    path("healthz", plain.healthz, name="healthz"),
    path("readyz", plain.readyz, name="readyz"),
    path("robots.txt", plain.robots, name="robots"),
    path("sitemap.xml", index, {"sitemaps": SITEMAPS, "sitemap_url_name": "sitemap_part"}, name="sitemap"),
    path("sitemap-<str:section>.xml", plain.sitemap_part, name="sitemap_part"),
    path("media/share/<slug:label>/<number:key>/<slug:language>-<slug:said>.jpg", share.share, name="share"),
    path("media/<path:name>", media.media, name="media"),
    path("to/<str:label>/<number:key>/", plain.record_link, name="record_link"),
    path("calendar/<str:word>.ics", calendars.of_officer, name="office_calendar"),
    path("n/<number:number>/", plain.short_article, name="short_article"),
    path("preview/<uuid:key>/<str:language>/", previews.page, name="preview"),
    path("preview/<uuid:key>/media/<path:name>", previews.file, name="preview_file"),
    path("embargo/<uuid:key>/<str:language>/", embargo.page, name="embargo"),
    path("embargo/<uuid:key>/media/<path:name>", embargo.file, name="embargo_file"),
    path("admin/language/", plain.set_admin_language, name="set_admin_language"),
    path("admin/", admin.site.urls),
    # Shapes of the old sites' addresses that no table of redirects can list.
    path("set_lang/<number:code>/<str:target>", legacy.set_lang, name="legacy_set_lang"),
    path("sites/default/files/internew/<path:name>", legacy.internews, name="legacy_internews"),
]
