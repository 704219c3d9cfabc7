"""The page that lists the feeds; the feeds themselves belong to the news."""

from dataclasses import dataclass

from django.shortcuts import render
from django.urls import reverse
from django.utils import translation
from django.views.decorators.http import require_safe

from iad_portal.lib.text.bilingual import LANGUAGES
from iad_portal.office.context import NAMES


@dataclass(frozen=True, slots=True)
class Feed:
    """One feed: the code of its language, that language's own name, its address."""

    language: str
    label: str
    url: str


@require_safe
def feeds(request):
    """The Atom feeds, one a language, with what a feed is for."""
    entries = []
    for language in LANGUAGES:
        with translation.override(language):
            entries.append(Feed(language, NAMES[language], reverse("news:article_feed")))
    return render(request, "portal/feeds.html", {"feeds": entries})
