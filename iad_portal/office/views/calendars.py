"""Calendars as files: of everything, of a network, of a city, of one meeting, of what one article tells of."""

from collections.abc import Iterable

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse
from django.utils import translation
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from iad_portal.lib.records.content_versions import kept
from iad_portal.lib.registers.calendars import CONTENT_TYPE, Happening, calendar_file
from iad_portal.lib.registers.feeds import asks_for_nothing
from iad_portal.lib.text.bilingual import text_of
from iad_portal.office.calendars import events, own
from networks.models import Network
from news.models import Article
from relations.models import City

# Kept by no cache, found by no searcher, and the address is told to no other site.
PRIVATE = {
    "Cache-Control": "no-store",
    "X-Robots-Tag": "noindex, nofollow, noarchive",
    "Referrer-Policy": "no-referrer",
    "Content-Language": "th",
}


@require_safe
def all_events(request: HttpRequest) -> HttpResponse:
    """Meetings, activities of monthly plans and anniversaries: the news changes nothing in it."""
    asks_for_nothing(request)
    name, address = _("International Affairs Office, Bangkok"), settings.SITE_URL + request.path
    apps = ("relations", "networks", "plans")
    file = kept("calendar", apps, lambda: calendar_file(name, events.everything(), address))
    return HttpResponse(file, content_type=CONTENT_TYPE)


@require_safe
def of_network(request: HttpRequest, slug: str) -> HttpResponse:
    """The meetings of one network."""
    asks_for_nothing(request)
    network = Network.objects.published().filter(slug=slug).first()
    if network is None:
        raise Http404
    return _answer(request, network.acronym or str(text_of(network, "name")), events.of_network(network))


@require_safe
def of_city(request: HttpRequest, slug: str) -> HttpResponse:
    """Meetings and activities with one city, and the anniversary of its ties."""
    asks_for_nothing(request)
    city = City.objects.published().filter(slug=slug).first()
    if city is None:
        raise Http404
    return _answer(request, str(text_of(city, "name")), events.of_city(city))


@require_safe
def of_meeting(request: HttpRequest, slug: str) -> HttpResponse:
    """One meeting."""
    asks_for_nothing(request)
    meeting = events.meetings().filter(slug=slug).first()
    return _single(events.meeting_event(meeting) if meeting else None)


@require_safe
def of_article(request: HttpRequest, slug: str) -> HttpResponse:
    """The event of which one article tells."""
    asks_for_nothing(request)
    article = Article.objects.published().filter(slug=slug).first()
    return _single(events.article_event(article) if article else None)


@require_safe
def of_officer(_request: HttpRequest, word: str) -> HttpResponse:
    """What ends or falls due, for the officer to whom the secret `word` was given."""
    officer = own.officer_of(word)
    if officer is None:
        raise Http404
    with translation.override("th"):
        url = settings.SITE_URL + reverse("office_calendar", args=[word])
        file = calendar_file(_("What ends and falls due"), own.events_for(officer), url)
    return HttpResponse(file, content_type=CONTENT_TYPE, headers=PRIVATE)


def _answer(request: HttpRequest, name: str, happenings: Iterable[Happening]) -> HttpResponse:
    """A calendar to subscribe to."""
    return HttpResponse(calendar_file(name, happenings, settings.SITE_URL + request.path), content_type=CONTENT_TYPE)


def _single(happening: Happening | None) -> HttpResponse:
    """One event to take along; 404 where there is no such record, or its day is not known."""
    if happening is None:
        raise Http404
    return HttpResponse(calendar_file(happening.title.value, [happening]), content_type=CONTENT_TYPE)
