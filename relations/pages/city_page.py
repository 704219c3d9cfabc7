"""All that the page of one city shows."""

from collections.abc import Sequence
from datetime import date
from typing import Any, cast

from django.db.models import Exists, OuterRef, Prefetch, Q
from django.http import Http404
from django.urls import reverse
from django.utils.translation import gettext as _

from iad_portal.lib.records.faults import parts_of_page
from iad_portal.lib.text.bilingual import reader_language, text_of
from networks.models import Meeting, Participation
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
from relations.pages.citations import SourceList
from relations.pages.news_lines import news_lines

from . import city_sections as sections
from .age import age_line
from .city_list import name_beside
from .exchange_years import exchange_years_plot
from .exchanges import exchange_caption, exchange_ledger, listed_exchanges
from .figures import figure_facts, with_rivals
from .files import documents_of, gallery_of
from .partner_map import locator_of
from .ties import Ties

NEWS = 6
# Who was seen in post so many years before the last one seen no longer speaks for the city.
LEADER_YEARS = 5


def city_and_neighbours(slug: str) -> tuple[City, list[City]]:
    """The readable city of that slug, and the other published cities of its country by name: one query.

    Raises Http404 where there is none.
    """
    same_country = City.objects.readable().filter(country__cities__slug=slug).select_related("country")
    cities = {city.slug: city for city in same_country.by_name(reader_language())}
    if slug not in cities:
        raise Http404
    return cities.pop(slug), [city for city in cities.values() if city.is_published()]


def city_page(city: City, neighbours: Sequence[City], at: date) -> dict[str, Any]:
    """The context of city_detail.html for the day `at`. `city` and `neighbours` come from `city_and_neighbours()`."""
    ties = Ties(_agreements(city), at)
    exchanges = listed_exchanges(Exchange.objects.of_city(city), page_of=city)
    meetings = _meetings(city)
    posts = _posts(city)
    memberships = list(city.network_memberships.select_related("network"))
    records = [city, *ties.agreements]
    figures = Figure.objects.by_record([city])[city]
    newest, rivals = with_rivals(figures)
    photos = [photo for some in Photo.objects.by_record(records).values() for photo in some]
    documents = [paper for some in Document.objects.by_record(records).values() for paper in some]
    sources = SourceList([city, *ties.agreements, *exchanges, *posts, *memberships, *figures, *documents])
    is_home = city.kind == CityKind.HOME
    done = [exchange for exchange in exchanges if not _is_to_come(exchange, at)]
    past = [meeting for meeting in meetings if not _is_to_come(meeting, at)]
    parts = {
        "is_home": is_home,
        "is_tied": lambda: bool(ties.agreements),
        "strip": lambda: [] if is_home else sections.strip_of(ties, done, past),
        "timeline": lambda: [] if is_home else sections.timeline_of(ties, city, sources),
        "ledger": lambda: exchange_ledger(done, sources, exchange_caption(done), page_of=city) if done else None,
        "exchange_years": lambda: exchange_years_plot(done, at),
        "leaders": lambda: (sections.governor_facts if is_home else sections.leader_facts)(posts, sources),
        "figures": lambda: figure_facts(newest, sources),
        "place": lambda: sections.place_facts(city),
        "networks": lambda: [] if is_home else sections.network_items(memberships, past),
        "meetings": lambda: sections.meeting_ledger(past, city) if past else None,
        "coming": lambda: sections.coming_dates(_to_come(exchanges, at), _to_come(meetings, at), ties),
        "news": lambda: news_lines(city.articles.published().newest_first()[:NEWS]),
        "news_url": lambda: f"{reverse('news:article_list')}?city={city.slug}",
        "gallery": lambda: gallery_of(photos),
        "documents": lambda: documents_of(documents),
        "neighbours": lambda: sections.city_items(neighbours),
        "neighbours_title": lambda: _("Other cities of %(country)s") % {"country": text_of(city.country, "name")},
        "unsaid": lambda: "" if is_home else sections.unsaid_of(city, ties, exchanges, photos, documents),
        "evidence": lambda: sources.evidence(
            rivals=figure_facts(rivals, sources), age=age_line(posts if is_home else ties.agreements, at)
        ),
    }
    return head_of(city, ties, past, done) | parts_of_page(city, parts)


def head_of(city: City, ties: Ties, meetings: list[Any], exchanges: list[Any]) -> dict[str, Any]:
    """Name, kind of tie, the sentence under the name, and the drawing from Bangkok."""
    standing, is_home = ties.standing, city.kind == CityKind.HOME
    if is_home:
        kind = str(CityKind.CAPITAL.label)
        lead = _("The capital of Thailand. This register tells of its relations with cities of the world.")
    elif standing == Standing.OTHER:
        kind, lead = city.get_kind_display(), sections.lead_of_other(meetings, exchanges)
    else:
        kind, lead = ties.kind, ties.lead()
    parts = {
        "name": lambda: text_of(city, "name"),
        "name_beside": lambda: name_beside(city),
        "kicker": lambda: " · ".join(str(part) for part in (text_of(city.country, "name"), kind) if part),
        "lead": lead,
        "map": lambda: None if is_home or not city.coordinates else locator_of(city),
        "profile": lambda: text_of(city, "profile"),
        "profile_as_of": lambda: sections.as_of(city.profile_as_of),
    }
    return parts_of_page(city, parts)


def _agreements(city: City) -> list[Agreement]:
    """Its published agreements, the newest first, with their signatories: two queries."""
    signatories = Signatory.objects.select_related("person").order_by("side", "order", "pk")
    agreements = list(city.agreements.published().newest_first().prefetch_related(Prefetch("signatories", signatories)))
    for agreement in agreements:
        agreement.city = city
    return agreements


def _posts(city: City) -> list[Post]:
    """Bangkok's governors with their terms; of another city, the holders of posts whom sources saw last."""
    posts = city.posts.select_related("person").latest_first()
    if city.kind == CityKind.HOME:
        return list(posts.filter(kind=PostKind.GOVERNOR))
    last = [post for post in posts if post.starts_on or post.as_of]
    newest = _seen(last[0]).year if last else 0
    return [post for post in last if _seen(post).year > newest - LEADER_YEARS]


def _seen(post: Post) -> date:
    return cast(date, post.starts_on or post.as_of)  # `_posts` keeps none without


def _meetings(city: City) -> list[Meeting]:
    """Published meetings that the city hosted or attended, or that were held with it; the latest first.

    Each says in `bangkok_was_there` whether Bangkok is on record as host or participant too. Bangkok's own page lists
    those it hosted.
    """
    rows = Meeting.objects.published().select_related("network").newest_first()
    home = Q(host_city__kind=CityKind.HOME)
    if city.kind == CityKind.HOME:
        return list(rows.filter(home).annotate(bangkok_was_there=home))
    present = Participation.objects.filter(meeting=OuterRef("pk"))
    bangkok = home | Q(partner=city) | Exists(present.filter(city__kind=CityKind.HOME))
    mine = Q(host_city=city) | Q(partner=city) | Exists(present.filter(city=city))
    return list(rows.filter(mine).annotate(bangkok_was_there=bangkok))


def _is_to_come(record: Meeting | Exchange, at: date) -> bool:
    begin, end = record.starts_on, record.ends_on or record.starts_on
    return begin is not None and begin.first_day > at and end.last_day > at


def _to_come(records: list[Any], at: date) -> list[Any]:
    return [record for record in records if _is_to_come(record, at)]
