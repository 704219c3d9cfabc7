"""The page that lists the feeds; the feeds themselves belong to the news."""

from django.shortcuts import render
from django.urls import reverse
from django.utils import translation
from django.views.decorators.http import require_safe

from iad_portal.lib.text.bilingual import LANGUAGES
from iad_portal.office.context import NAMES


@require_safe
def feeds(request):
    """The Atom feeds, one a language, with what a feed is for."""
    entries = []
    for language in LANGUAGES:
        with translation.override(language):
            entries.append({"label": NAMES[language], "language": language, "url": reverse("news:article_feed")})
    return render(request, "portal/feeds.html", {"feeds": entries})
