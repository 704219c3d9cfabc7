"""The page that lists the feeds of news and the calendars, and tells how to have those of one city or network."""

from django.shortcuts import render
from django.views.decorators.http import require_safe

from iad_portal.office.pages import feeds_page


@require_safe
def feeds(request):
    """Both forms of the feed of all news and the calendar of everything, in both languages; and where others are."""
    return render(request, "portal/feeds.html", feeds_page.context())
