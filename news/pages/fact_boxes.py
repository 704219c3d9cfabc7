"""Beside an article: what each partner city and network that it names is to Bangkok, with the day of each fact."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import cast

from django.db.models import Exists, F, OuterRef, Q, QuerySet, Subquery
from django.utils.translation import gettext as _

from iad_portal.lib.components import Fact, Words
from iad_portal.lib.dates import calendar
from iad_portal.lib.dates.calendar import PartialDate
from iad_portal.lib.records.faults import shown
from iad_portal.lib.records.kept_queries import kept_query
from iad_portal.lib.templatetags.face import when
from iad_portal.lib.text.bilingual import reader_language, text_of
from networks.models import Meeting, Membership, Network, Participation
from networks.pages.network_page import part_of_bangkok
from news.models import Article
from relations.models import Agreement, City, CityKind, Exchange
from relations.pages.age import age_line
from relations.pages.city_statement import NO_MEETING, tie_in_short
from relations.pages.ties import Ties

from .article_rows import keys_of

# More boxes than these stand folded.
FEW = 3
MET = ("exchange", "meeting")


@dataclass(frozen=True, slots=True)
class FactBox:
    """One record that an article names (fact_boxes.html): its page, and short facts with their days."""

    title: Words
    url: str
    facts: Sequence[Fact]


@dataclass(frozen=True, slots=True)
class FactBoxes:
    """All of an article; many stand folded under `label`."""

    boxes: Sequence[FactBox]
    is_folded: bool
    label: str


def fact_boxes(article: Article) -> FactBoxes | None:
    """The boxes of the published cities and networks that `article` names, by name: three queries. None without any.

    `article` comes from `article_rows.with_rows()`.
    """
    at = calendar.today()
    keys = keys_of(article, "cities")
    cities = shown(_cities(at, keys=keys), lambda city: city, "cities of an article")
    agreements = defaultdict(list)
    for agreement in _agreements(cities=keys) if cities else ():
        agreements[agreement.city_id].append(agreement)
    boxes = shown(cities, lambda city: _city_box(city, Ties(agreements[city.pk], at), at), "boxes of cities")
    memberships = defaultdict(list)
    for membership in _memberships(networks=keys_of(article, "networks")):
        memberships[membership.network].append(membership)
    boxes += shown(memberships.values(), _network_box, "boxes of networks")
    if not boxes:
        return None
    label = _("Facts on the partners in this article: %(number)s") % {"number": len(boxes)}
    return FactBoxes(boxes, len(boxes) > FEW, label)


def _city_box(city: City, ties: Ties, at: date) -> FactBox:
    met = _last_met(city)
    facts = tie_in_short(ties)
    if met:
        facts.append(Fact(_("Last met"), when(met)))
    if age := age_line(ties.agreements, at):
        facts.append(Fact(_("How old this is"), age))
    return FactBox(text_of(city, "name"), city.get_absolute_url(), facts)


def _last_met(city: City) -> PartialDate | None:
    known = [
        PartialDate.of(day, getattr(city, f"{kind}_precision")) for kind in MET if (day := getattr(city, f"{kind}_on"))
    ]
    return max(known, key=lambda day: day.first_day, default=None)


def _network_box(memberships: list[Membership]) -> FactBox:
    network = memberships[0].network
    facts = [part_of_bangkok(memberships)]
    return FactBox(text_of(network, "name"), network.get_absolute_url(), [fact for fact in facts if fact.value])


@kept_query
def _cities(at: date, *, keys: list[int]) -> QuerySet[City]:
    """These cities but Bangkok, each with the day and precision of its last exchange and last meeting by the day `at`.

    Which of them count, relations.pages.city_statement.last_met says.
    """
    exchanges = Exchange.objects.published().filter(cities=OuterRef("pk"), starts_on__lte=at)
    exchanges = exchanges.exclude(kind__in=NO_MEETING)
    present = Participation.objects.filter(meeting=OuterRef("pk"))
    bangkok = (
        Q(host_city__kind=CityKind.HOME) | Q(partner=OuterRef("pk")) | Exists(present.filter(city__kind=CityKind.HOME))
    )
    mine = (
        Q(host_city=OuterRef("pk"))
        | Q(partner=OuterRef("pk"))
        | Exists(Participation.objects.filter(meeting=OuterRef("pk"), city=OuterRef(OuterRef("pk"))))
    )
    meetings = Meeting.objects.published().filter(bangkok, mine, starts_on__lte=at)
    last = {"exchange": exchanges, "meeting": meetings}
    columns = {
        f"{kind}_{name}": Subquery(rows.order_by("-starts_on", "pk").values(f"starts_{name}")[:1])
        for kind, rows in last.items()
        for name in ("on", "precision")
    }
    cities = City.objects.published().filter(pk__in=keys).exclude(kind=CityKind.HOME).annotate(**columns)
    return cast("QuerySet[City]", cities.by_name(reader_language()))


@kept_query
def _agreements(*, cities: list[int]) -> QuerySet[Agreement]:
    agreements = Agreement.objects.published().filter(city__pk__in=cities).newest_first()
    return cast("QuerySet[Agreement]", agreements)


@kept_query
def _memberships(*, networks: list[int]) -> QuerySet[Membership]:
    published = Network.objects.published().filter(pk__in=networks)
    rows = Membership.objects.filter(network__in=published).select_related("network")
    return cast(
        "QuerySet[Membership]",
        rows.order_by(f"network__sort_{reader_language()}", F("joined_on").desc(nulls_last=True), "pk"),
    )
