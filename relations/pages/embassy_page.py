"""What the page of one embassy shows."""

from collections.abc import Iterable, Sequence
from typing import Any

from django.db.models import Count, QuerySet
from django.urls import reverse
from django.utils.html import format_html
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from iad_portal.lib.components import Fact, Follow, Link, TimelineItem, Words
from iad_portal.lib.records.faults import parts_of_page, shown
from iad_portal.lib.records.kept_queries import kept_query
from iad_portal.lib.records.publishing import LISTED, visible
from iad_portal.lib.templatetags.face import when
from iad_portal.lib.text.bilingual import reader_language, text_of
from relations.models import City, Country, Embassy, Exchange, Post

from .age import age_line, post_time
from .citations import SourceList
from .embassies import host
from .exchanges import exchange_visits, listed_exchanges
from .files import gallery_of
from .follow import news_of
from .news_lines import latest_news
from .photo_people import with_people
from .unsaid import unsaid


def context(embassy: Embassy) -> dict[str, Any]:
    """All that relations/embassy_detail.html needs, but for `news_part()`; `embassy` is of `with_country()`."""
    heads = list(embassy.heads())
    exchanges = listed_exchanges("embassies", embassy)
    cities = partner_cities(country=embassy.country)
    sources = SourceList([embassy, *heads, *exchanges])
    parts = {
        "embassy": embassy,
        "crumbs": crumbs,
        "name": lambda: text_of(embassy, "name"),
        "country": lambda: text_of(embassy.country, "name"),
        "facts": lambda: facts_of(embassy, sources),
        "note": lambda: text_of(embassy, "note"),
        "heads": lambda: heads_of(heads, sources),
        "exchanges": lambda: exchange_visits(exchanges, sources),
        "cities": lambda: cities_index(cities),
        "gallery": lambda: gallery_of(with_people().by_record([embassy])[embassy]),
        "unsaid": lambda: unsaid_of(embassy, heads, exchanges),
        "evidence": lambda: sources.evidence(age=age_line([embassy])),
    }
    return parts_of_page(embassy, parts)


def news_part(embassy: Embassy) -> dict[str, Any]:
    """The parts of the page that tell its news, and how to follow them: one query."""
    parts = {"news": lambda: latest_news("embassies", embassy), "follow": lambda: follow_of(embassy)}
    return parts_of_page(embassy, parts)


def crumbs() -> list[Link]:
    """The way down to one embassy."""
    return [Link(_("Embassies"), reverse("relations:embassy_list"))]


def facts_of(embassy: Embassy, sources: SourceList) -> list[Fact]:
    """What is recorded of the mission; `unsaid_of()` tells of what is missing."""
    facts = [
        Fact(_("Country"), text_of(embassy.country, "name"), sources=sources.marks(embassy)),
        Fact(_("Kind of mission"), embassy.get_kind_display()),
        Fact(_("Address"), text_of(embassy, "address")),
        Fact(_("District"), text_of(embassy, "district")),
        Fact(_("Telephone"), embassy.phone),
        Fact(_("Fax"), embassy.fax),
        Fact(_("E-mail"), embassy.email, f"mailto:{embassy.email}"),
        Fact(_("Opening hours"), text_of(embassy, "hours")),
        Fact(_("Telephone and e-mail as of"), when(embassy.contacts_as_of)),
        Fact(_("Website"), host(embassy.website), embassy.website),
        Fact(_("Address and contacts"), age_line([embassy])),
        Fact(_("Item in Wikidata (CC0)"), embassy.wikidata, f"https://www.wikidata.org/wiki/{embassy.wikidata}"),
    ]
    return [fact for fact in facts if fact.value]


def follow_of(embassy: Embassy) -> list[Follow]:
    """The feed of its news; nothing of a mission that is withdrawn."""
    if not embassy.is_published():
        return []
    return news_of(_("News of this embassy"), {"embassy": embassy.country_id.lower()})


def unsaid_of(embassy: Embassy, heads: Sequence[Post], exchanges: Sequence[Exchange]) -> Words:
    """For components/unsaid.html: what readers look for on a mission's page, and the register does not hold yet."""
    parts = {
        _("the address"): text_of(embassy, "address"),
        _("heads of mission"): heads,
        _("calls and activities"): exchanges,
    }
    return unsaid(name for name, part in parts.items() if not part)


def heads_of(posts: Iterable[Post], sources: SourceList) -> list[TimelineItem]:
    """For components/timeline.html: who headed the mission, by term or by the day a source saw them in post."""
    return shown(
        posts,
        lambda post: TimelineItem(
            post.starts_on or post.as_of,
            post.person.full_name(),
            lines=[line for line in (text_of(post, "title"), post_time(post)) if line],
            sources=sources.marks(post),
            shows=[post, post.person],
        ),
        "heads of a mission",
    )


def with_country() -> QuerySet[Embassy]:
    """Embassies with their countries."""
    return Embassy.objects.select_related("country")


@kept_query
def partner_cities(*, country: Country) -> QuerySet[City]:
    """The partner cities of today in `country`, each with `signed`, the number of its published agreements."""
    counted = Count("agreements", filter=visible(LISTED, prefix="agreements__"), distinct=True)
    cities = City.objects.published().partners().filter(country=country)
    found: QuerySet[City] = cities.annotate(signed=counted).by_name(reader_language())
    return found


def cities_index(cities: Iterable[City]) -> list[Link]:
    """For components/index.html: each city, and its agreements in the register."""
    register_url = reverse("relations:agreement_list")
    return shown(
        cities,
        lambda city: Link(
            text_of(city, "name"),
            city.get_absolute_url(),
            format_html(
                '<a href="{}?city={}">{}</a>',
                register_url,
                city.slug,
                ngettext("%(count)s agreement", "%(count)s agreements", city.signed) % {"count": city.signed},
            ),
            shows=[],
        ),
        "partner cities of a country",
    )
