"""All that the page of one city shows."""

from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any, cast

from django.db.models import Exists, F, Model, OuterRef, Q, QuerySet
from django.http import Http404, HttpRequest
from django.urls import reverse
from django.utils.translation import gettext as _

from iad_portal.lib.components import DateItem, Doing, Evidence, Follow, Locator
from iad_portal.lib.drawings.world_map import ALONE, IN_CORNER, Frame
from iad_portal.lib.records.faults import parts_of_page
from iad_portal.lib.records.given_rows import give
from iad_portal.lib.records.kept_queries import kept_query
from iad_portal.lib.registers.days import as_of
from iad_portal.lib.text.bilingual import reader_language, text_of
from networks.models import CityMembership, Meeting, Participation
from relations.models import (
    Agreement,
    City,
    CityKind,
    Document,
    Exchange,
    Figure,
    Photo,
    Post,
    PostKind,
    Signatory,
    Standing,
)
from relations.models.subject import SubjectQuerySet
from relations.pages.age import seen_of
from relations.pages.citations import SourceList
from relations.pages.follow import calendar as calendar_link
from relations.pages.follow import news_of
from relations.pages.news_lines import NEWS, articles_about, news_doings
from relations.pages.structured_data import city_data

from . import city_sections as sections
from .city_list import name_beside
from .city_statement import days_of, last_met, round_anniversary, sentence, statement_of
from .exchanges import exchange_visits, listed_exchanges
from .figures import figure_facts, with_rivals
from .files import PhotosOfPage, documents_of
from .partner_map import locator_of
from .people_met import people_met
from .photo_people import with_people
from .share import ShareEntry, city_shared, share_entry
from .ties import Ties

# How wide the photograph in the head is shown (static/css/components/locator.css).
HEAD_SIZES = "(min-width: 62rem) 34rem, 100vw"


def city_and_neighbours(slug: str) -> tuple[City, list[City]]:
    """The readable city of that slug, and the other published cities of its country by name: one query.

    Each says in `standing` what it is to Bangkok today. Raises Http404 where there is none.
    """
    cities = {city.slug: city for city in _of_same_country(slug=slug)}
    if slug not in cities:
        raise Http404
    return cities.pop(slug), [city for city in cities.values() if city.is_published()]


def context(request: HttpRequest, city: City, neighbours: Sequence[City], at: date) -> dict[str, Any]:
    """All that relations/city_detail.html needs on the day `at`, but for `news_part()`; of `city_and_neighbours()`."""
    ties = Ties(_agreements(city), at)
    exchanges = listed_exchanges("city", city, page_of=city)
    meetings = _meetings(city)
    posts = _posts(city)
    memberships = _memberships(city=city).rows(city=city)
    figures, rivals = with_rivals(Figure.objects.by_record([city])[city])
    photos = _parts(with_people(), [city, *ties.agreements, *exchanges])
    documents = _parts(Document.objects.all(), [city, *ties.agreements])
    sources = SourceList([city, *ties.agreements, *exchanges, *posts, *memberships, *figures, *rivals, *documents])
    is_home = city.kind == CityKind.HOME
    done = [exchange for exchange in exchanges if not _is_to_come(exchange, at)]
    past = [meeting for meeting in meetings if not _is_to_come(meeting, at)]
    coming = sections.coming_dates(_to_come(exchanges, at), _to_come(meetings, at))
    met = None if is_home else last_met(city, done, past)
    parts = {
        "city": city,
        "as_of": lambda: as_of(request),
        "is_home": is_home,
        "crumbs": lambda: [sections.crumb_of(ties, is_home=is_home)],
        "statement": lambda: None if is_home else statement_of(city, ties, met, _next_dates(coming, ties), sources),
        "timeline": lambda: sections.timeline_of(ties),
        "visits": lambda: exchange_visits(done, sources, page_of=city),
        "people": lambda: [] if is_home else people_met(posts, done, ties.agreements, at),
        "governors": lambda: sections.governor_facts(posts, sources) if is_home else [],
        "facts": lambda: [*sections.place_facts(city), *figure_facts(figures, sources)],
        "networks": lambda: [] if is_home else sections.network_items(memberships, past, at),
        "meetings": lambda: sections.meeting_visits(past, city),
        "coming": coming,
        "documents": lambda: documents_of(documents),
        "neighbours": lambda: sections.neighbour_groups(neighbours),
        "neighbours_title": lambda: _("Other cities of %(country)s") % {"country": text_of(city.country, "name")},
        "unsaid": lambda: "" if is_home else sections.unsaid_of(city, exchanges, photos, documents),
        "evidence": lambda: _evidence(city, ties, posts, met, sources, rivals),
        "share_picture": lambda: _share_picture(city, ties, photos),
        "structured": lambda: city_data(city),
    }
    return head_of(city, ties, met, photos) | parts_of_page(city, parts)


def is_outside_menu(city: City) -> bool:
    """Whether no section of the menu lists it. `city` comes from `city_and_neighbours()`."""
    return city.kind != CityKind.HOME and city.standing != Standing.PARTNER


def news_part(city: City) -> dict[str, Any]:
    """The parts of the page that tell its news, and how to follow them: one query."""
    news = articles_about("cities", record=city)[: NEWS + 1]
    parts = {
        "news": lambda: news_doings(news[:NEWS]),
        "more_news_url": f"{reverse('news:article_list')}?city={city.slug}" if len(news) > NEWS else "",
        "follow": lambda: _follow(city),
    }
    return parts_of_page(city, parts)


def _share_picture(city: City, ties: Ties, photos: Sequence[Photo]) -> ShareEntry:
    """The picture of a shared link: of the city's own photographs alone."""
    return share_entry(city_shared(city, ties.agreements, [photo for photo in photos if photo.subject == city]))


def _parts(rows: SubjectQuerySet, records: Iterable[Model]) -> list[Any]:
    """Those of `rows`, photos or papers, that belong to any of `records`, in their order: one query."""
    return [part for parts in rows.by_record(records).values() for part in parts]


def head_of(city: City, ties: Ties, met: Doing | None, photos: Sequence[Photo]) -> dict[str, Any]:
    """Name, kind of place, the sentence under the name, the photographs, the way from Bangkok, and the profile."""
    placed = PhotosOfPage(city, photos, text_of(city, "profile"), has_lead=True)
    is_home, is_other = city.kind == CityKind.HOME, ties.standing == Standing.OTHER
    kind = city.get_kind_display() if is_other and not is_home else ""
    parts = {
        "name": lambda: text_of(city, "name"),
        "name_beside": lambda: name_beside(city),
        "kicker": lambda: " · ".join(str(part) for part in (text_of(city.country, "name"), kind) if part),
        "lead": lambda: sections.lead_of_home() if is_home else sentence(city, ties, met),
        "photo": lambda: placed.lead(HEAD_SIZES),
        "map": lambda: _map(city, has_arc=not is_other, frame=IN_CORNER if photos else ALONE),
        "profile": lambda: text_of(city, "profile"),
        "in_text": placed.in_text,
        "gallery": placed.gallery,
        "profile_as_of": lambda: sections.as_of(city.profile_as_of),
    }
    return parts_of_page(city, parts)


def _map(city: City, *, has_arc: bool, frame: Frame) -> Locator | None:
    if city.kind == CityKind.HOME or not city.coordinates:
        return None
    return locator_of(city, frame=frame, has_arc=has_arc)


def _follow(city: City) -> list[Follow]:
    """The ways to its news, and the calendar of what is done with it; nothing of what is withdrawn."""
    if not city.is_published():
        return []
    news = news_of(_("News of this city"), {"city": city.slug})
    return [*news, calendar_link(_("Calendar of this city"), "city_calendar", city.slug)]


def _next_dates(coming: list[DateItem], ties: Ties) -> list[DateItem]:
    return sections.nearest_first([*coming, *round_anniversary(ties)])


def _evidence(
    city: City, ties: Ties, posts: list[Post], met: Doing | None, sources: SourceList, rivals: list[Figure]
) -> Evidence:
    """The closed record: sources, figures that others stated or that are older, where the pin stands, its age."""
    claims: Sequence[Any] = list(posts if city.kind == CityKind.HOME else ties.agreements)
    seen = seen_of(claims, ties.at, days_of(met))
    return sources.evidence(
        rivals=figure_facts(rivals, sources),
        notes=[note for note in (sections.pin_note(city),) if note],
        age=seen.words if seen else "",
    )


def _agreements(city: City) -> list[Agreement]:
    """Its published agreements, the newest first, each with its `shown_signatories`: two queries."""
    agreements = _agreements_of(city=city).rows(city=city)
    give(agreements, "shown_signatories", _signatories_of(agreements=agreements), "agreement")
    return agreements


def _posts(city: City) -> list[Post]:
    """Bangkok's governors with their terms; of another city, all holders of posts, those seen last first."""
    return _holders(city.kind == CityKind.HOME, city=city).rows(city=city)


def _meetings(city: City) -> list[Meeting]:
    """Published meetings that the city hosted or attended, or that were held with it; the latest first.

    None that was called off. Each says in `bangkok_was_there` whether Bangkok is on record as host or participant too.
    Bangkok's own page lists those it hosted.
    """
    return _meetings_with(city.kind == CityKind.HOME, city=city).rows()


@kept_query
def _of_same_country(*, slug: str) -> QuerySet[City]:
    same_country = City.objects.readable().filter(country__cities__slug=slug).select_related("country").with_standing()
    return cast("QuerySet[City]", same_country.by_name(reader_language()))


@kept_query
def _memberships(*, city: City) -> QuerySet[CityMembership]:
    return cast("QuerySet[CityMembership]", CityMembership.objects.filter(city=city).of_published_networks())


@kept_query
def _agreements_of(*, city: City) -> QuerySet[Agreement]:
    return cast("QuerySet[Agreement]", Agreement.objects.published().filter(city=city).newest_first())


@kept_query
def _signatories_of(*, agreements: Sequence[Agreement]) -> QuerySet[Signatory]:
    signatories = Signatory.objects.filter(agreement__pk__in=agreements).annotate(of=F("agreement"))
    return cast("QuerySet[Signatory]", signatories.select_related("person").order_by("side", "order", "pk"))


@kept_query
def _holders(is_home: bool, *, city: City) -> QuerySet[Post]:
    posts = Post.objects.filter(city=city).select_related("person").latest_first()
    return cast("QuerySet[Post]", posts.filter(kind=PostKind.GOVERNOR) if is_home else posts)


@kept_query
def _meetings_with(is_home: bool, *, city: City) -> QuerySet[Meeting]:
    rows = Meeting.objects.published().not_called_off().select_related("network").newest_first()
    home = Q(host_city__kind=CityKind.HOME)
    if is_home:
        return cast("QuerySet[Meeting]", rows.filter(home).annotate(bangkok_was_there=home))
    present = Participation.objects.filter(meeting=OuterRef("pk"))
    bangkok = home | Q(partner=city) | Exists(present.filter(city__kind=CityKind.HOME))
    mine = Q(host_city=city) | Q(partner=city) | Exists(present.filter(city=city))
    return cast("QuerySet[Meeting]", rows.filter(mine).annotate(bangkok_was_there=bangkok))


def _is_to_come(record: Meeting | Exchange, at: date) -> bool:
    begin, end = record.starts_on, record.ends_on or record.starts_on
    return begin is not None and begin.first_day > at and end.last_day > at


def _to_come(records: list[Any], at: date) -> list[Any]:
    return [record for record in records if _is_to_come(record, at)]
