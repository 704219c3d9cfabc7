"""The filters of the registers of cities, of agreements, of exchanges, of embassies and of those who head them."""

from collections import Counter
from collections.abc import Collection, Iterable
from datetime import date
from typing import ClassVar

from django import forms
from django.db.models import (
    Case,
    Count,
    Exists,
    F,
    FilteredRelation,
    IntegerField,
    OuterRef,
    Q,
    QuerySet,
    Subquery,
    Value,
    When,
)
from django.db.models.functions import Coalesce
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from iad_portal.lib.dates import calendar
from iad_portal.lib.dates.queries import Year, has_begun, is_not_over
from iad_portal.lib.records.content_versions import kept
from iad_portal.lib.records.kept_queries import kept_query
from iad_portal.lib.records.publishing import LISTED, visible
from iad_portal.lib.registers.facets import Cell
from iad_portal.lib.registers.filters import CountedFilter, FilterForm, year_choices
from iad_portal.lib.text.bilingual import reader_language, text_of
from iad_portal.lib.text.translatable import Translatable
from networks.models import CityMembership, Network
from relations.models import (
    Agreement,
    City,
    Country,
    Exchange,
    ExchangeKind,
    Instrument,
    ListedAs,
    Post,
    PostKind,
    Region,
    Standing,
    with_list_state,
)

STANDINGS = [
    (Standing.PARTNER, _("Partner cities")),
    (Standing.FORMER, _("Former partner cities")),
    (Standing.OTHER, _("Other cities that Bangkok meets")),
    ("all", _("All cities")),
]
ORDERS = [
    ("region", _("Region and name")),
    ("name", _("Name")),
    ("date", _("First agreement")),
]

# What has no date has a state beside.
UNDATED = "undated"
STATES = [*ListedAs.choices, (UNDATED, _("Without a recorded date"))]


def _any(label: Translatable, choices: Iterable[tuple]) -> list[tuple]:
    return [("", label), *choices]


class CityFilter(CountedFilter):
    """Which cities, in what order. Without a word about the state: partners of today."""

    filters = ("country", "region", "instrument", "network", "state")
    usual: ClassVar = {"state": Standing.PARTNER.value, "sort": "region"}
    scope = ("state",)
    quick = "region"
    searched, search_label = "city", _("City or country")

    country = forms.ChoiceField(label=_("Country"))
    region = forms.ChoiceField(label=_("Region"), choices=_any(_("All regions"), Region.choices))
    instrument = forms.ChoiceField(label=_("Form of agreement"), choices=_any(_("All forms"), Instrument.choices))
    network = forms.ChoiceField(label=_("Member of the network"))
    state = forms.ChoiceField(label=_("State"), choices=STANDINGS)
    sort = forms.ChoiceField(label=_("Sort by"), choices=ORDERS, widget=forms.HiddenInput)

    def fill(self) -> None:
        """Countries of published cities, their networks, and what is counted: four queries."""
        self._cells = _cells_of_cities(self.past)
        there = {code for _number, codes in self._cells for code in codes["country"]}
        named = [(country.pk, str(text_of(country, "name"))) for country in _countries(there=sorted(there))]
        self.fields["country"].choices = _any(_("All countries"), named)
        networks = [(network.slug, network.acronym or str(text_of(network, "name"))) for network in _networks()]
        self.fields["network"].choices = _any(_("All networks"), networks)

    @property
    def standing(self) -> str:
        """The state asked for: a Standing, or "all"; partners when none is."""
        return self.wanted["state"]

    def rows(self) -> QuerySet:
        """The published cities abroad that pass the filters, in the order asked for, with their country."""
        rows = City.objects.published().abroad()
        if self.standing != "all":
            rows = rows.in_standing(self.standing, self.past)
        if country := self.values.get("country"):
            rows = rows.filter(country=country)
        if region := self.values.get("region"):
            rows = rows.filter(country__region=region)
        if instrument := self.values.get("instrument"):
            rows = rows.filter(Exists(_agreements(self.past).filter(instrument=instrument)))
        if network := self.values.get("network"):
            rows = rows.filter(Exists(_memberships(self.past).filter(network__slug=network, city=OuterRef("pk"))))
        return _in_order(rows, self.order or self.usual["sort"]).select_related("country")


def _cells_of_cities(past: date | None) -> list[Cell]:
    """Every published city abroad with the codes of its country, region, papers, networks and state: two queries.

    Of today, or of the day `past`.
    """
    found: dict[int, dict] = {}
    for pk, country, region, standing, instrument in _city_codes(past) if past else _codes_of_cities():
        codes = {"country": (country,), "region": (region,), "state": (standing, "all"), "instrument": set()}
        found.setdefault(pk, codes | {"network": set()})["instrument"].add(instrument)
    for pk, network in _member_codes(past) if past else _networks_of_cities():
        if pk in found:
            found[pk]["network"].add(network)
    return [(1, codes) for codes in found.values()]


@kept_query
def _codes_of_cities() -> QuerySet:
    return _city_codes()


def _city_codes(past: date | None = None) -> QuerySet:
    shown = visible(LISTED, prefix="agreements__")
    if past:
        shown &= has_begun("signed_on", past, "agreements__") | has_begun("effective_on", past, "agreements__")
        for name in ("signed_on", "effective_on"):
            shown &= Q(**{f"agreements__{name}__isnull": True}) | has_begun(name, past, "agreements__")
    rows = City.objects.published().abroad().order_by().with_standing(past)
    rows = rows.annotate(paper=FilteredRelation("agreements", condition=shown))
    return rows.values_list("pk", "country", "country__region", "standing", "paper__instrument").distinct()


def _memberships(past: date | None = None) -> QuerySet:
    """The cities of published networks, without those that left; of the day `past`: those whom a list named by then."""
    rows = CityMembership.objects.of_published_networks()
    if past:
        rows = rows.filter(has_begun("as_of", past))
    return rows.filter(is_not_over("left_on", "left_precision", past or calendar.today()))


def _member_codes(past: date | None = None) -> QuerySet:
    return _memberships(past).order_by().values_list("city", "network__slug").distinct()


@kept_query
def _networks_of_cities() -> QuerySet:
    return _member_codes()


@kept_query
def _networks() -> QuerySet:
    """The published networks with a city on record."""
    return (
        Network.objects.published()
        .filter(Exists(_memberships().filter(network=OuterRef("pk"))))
        .by_name(reader_language())
    )


@kept_query
def _countries(*, there: Collection[str]) -> QuerySet:
    return Country.objects.filter(pk__in=there).order_by(f"sort_{reader_language()}", "pk")


def _agreements(past: date | None = None) -> QuerySet:
    rows = Agreement.objects.published().filter(city=OuterRef("pk"))
    return rows.signed_by(past) if past else rows


def _in_order(cities: QuerySet, order: str) -> QuerySet:
    """`cities` by region and name, by name, or by the date of the first tie (none recorded: last)."""
    name = f"sort_{reader_language()}"
    if order == "name":
        return cities.order_by(name, "pk")
    if order == "date":
        first = Coalesce("signed_on", "effective_on")
        ties = _agreements().tie_making().dated().order_by(first.asc()).annotate(first=first).values("first")[:1]
        return cities.annotate(first_tie=Subquery(ties)).order_by(F("first_tie").asc(nulls_last=True), name, "pk")
    places = [When(country__region=region, then=Value(position)) for position, region in enumerate(Region.values)]
    return cities.annotate(place=Case(*places, output_field=IntegerField())).order_by("place", name, "pk")


class AgreementFilter(CountedFilter):
    """Year of signing (in the address C.E.), form, state today, city; and the order."""

    filters = ("year", "instrument", "state", "city")
    quick = "state"
    searched, search_label = "agreement", _("Search in agreements")

    year = forms.TypedChoiceField(label=_("Year of signing"), coerce=int)
    instrument = forms.ChoiceField(label=_("Form of agreement"), choices=[("", _("All forms")), *Instrument.choices])
    state = forms.ChoiceField(label=_("State today"), choices=[("", pgettext_lazy("filter", "All")), *STATES])
    city = forms.ChoiceField(label=_("Partner city"))
    sort = forms.ChoiceField(
        label=_("Order"), choices=[("", _("Newest first")), ("number", _("By number"))], widget=forms.HiddenInput
    )

    def fill(self) -> None:
        """Only years and cities of published agreements can be asked for: two queries."""
        self._cells = _cells_of_agreements(self.past)
        if self.past:
            self.fields["state"].label = _("State on that day")
        self.fields["year"].choices = [("", _("All years")), *year_choices(self._cells)]
        self.fields["city"].choices = [("", _("All cities")), *_cities_that_signed()]

    @property
    def undated_of_all(self) -> int:
        """How many agreements of the whole register have no recorded date."""
        return sum(number for number, codes in self._cells if UNDATED in codes["state"])

    def rows(self) -> QuerySet:
        """The published agreements that pass the filters, in the order asked for."""
        columns = {"year": "signed_on__year", "instrument": "instrument", "city": "city__slug"}
        values = self.values
        rows = Agreement.objects.published().filter(
            **{column: values[name] for name, column in columns.items() if name in values}
        )
        if self.past:
            rows = rows.signed_by(self.past)
        if "state" in values:
            is_undated = values["state"] == UNDATED
            rows = rows.undated() if is_undated else with_list_state(rows, self.past).filter(list_state=values["state"])
        return rows.order_by("number") if self.order == "number" else rows.newest_first()


def _cells_of_agreements(past: date | None) -> list[Cell]:
    """The published agreements by year, form, city and the states they are in today, or on the day `past`."""
    return [
        (
            number,
            {
                "year": (year,),
                "instrument": (instrument,),
                "city": (city,),
                "state": (state, UNDATED) if is_undated else (state,),
            },
        )
        for year, instrument, city, state, is_undated, number in (
            _agreement_codes(past) if past else _codes_of_agreements()
        )
    ]


@kept_query
def _codes_of_agreements() -> QuerySet:
    return _agreement_codes()


def _agreement_codes(past: date | None = None) -> QuerySet:
    undated = Exists(Agreement.objects.filter(pk=OuterRef("pk")).undated())
    rows = Agreement.objects.published().order_by()
    rows = with_list_state(rows.signed_by(past) if past else rows, past)
    rows = rows.annotate(year=Year("signed_on"), is_undated=undated)
    codes = rows.values_list("year", "instrument", "city__slug", "list_state", "is_undated")
    return codes.annotate(number=Count("pk"))


def _cities_that_signed() -> list[tuple[str, str]]:
    return [(city.slug, str(text_of(city, "name"))) for city in _cities_with_agreements()]


@kept_query
def _cities_with_agreements() -> QuerySet:
    return City.objects.published().filter(Exists(_agreements())).by_name(reader_language())


class EmbassyFilter(FilterForm):
    """A country by any of its names; a region."""

    filters = ("region",)
    quick = "region"

    q = forms.CharField(label=_("Country"), max_length=80, widget=forms.TextInput(attrs={"type": "search"}))
    region = forms.ChoiceField(label=_("Region"), choices=[("", _("All regions")), *Region.choices])


# From a city to the exchanges in which it took part, and to those that were about it.
_LINKS = ("exchanges", "exchanges_about")


class ExchangeFilter(CountedFilter):
    """By kind, year (C.E. in the address, the reader's era on the page) and city."""

    filters = ("kind", "year", "city")
    quick = "kind"

    kind = forms.ChoiceField(label=_("Kind"), choices=_any(pgettext_lazy("filter", "All"), ExchangeKind.choices))
    year = forms.TypedChoiceField(label=_("Year"), coerce=int)
    city = forms.ChoiceField(label=_("City"))

    def fill(self) -> None:
        """Only years and cities of published exchanges can be asked for: one query, and three to count them anew."""
        self._cells = _cells_of_exchanges()
        self.fields["year"].choices = [("", _("All years")), *year_choices(self._cells)]
        there = sorted({city for _number, codes in self._cells for city in codes["city"] if city})
        named = [(city.slug, str(text_of(city, "name"))) for city in _cities_there(slugs=there)] if there else []
        self.fields["city"].choices = _any(_("All cities"), named)

    def rows(self) -> QuerySet:
        """The published exchanges that pass the filters, the latest first."""
        columns, values = {"kind": "kind", "year": "starts_on__year"}, self.values
        rows = Exchange.objects.published().newest_first()
        rows = rows.filter(**{column: values[name] for name, column in columns.items() if name in values})
        if "city" in values:
            city = City.objects.published().filter(slug=values["city"])
            took_part, about = (Exists(city.filter(**{link: OuterRef("pk")})) for link in _LINKS)
            rows = rows.filter(took_part | about)
        return rows


def _cells_of_exchanges() -> list[Cell]:
    """The published exchanges by their kind, their year and their cities; kept as long as these do not change."""
    return kept("cells of exchanges", ("relations",), _counted_exchanges)


def _counted_exchanges() -> list[Cell]:
    """The same, counted now: three queries."""
    rows = {pk: {"kind": (kind,), "year": (year,), "city": set()} for pk, kind, year in _codes_of_exchanges()}
    for pk, city in [*_cities_of_exchanges(_LINKS[0]), *_cities_of_exchanges(_LINKS[1])]:
        if pk in rows:
            rows[pk]["city"].add(city)
    alike = Counter((*codes["kind"], *codes["year"], frozenset(codes["city"])) for codes in rows.values())
    return [(number, {"kind": (kind,), "year": (year,), "city": city}) for (kind, year, city), number in alike.items()]


@kept_query
def _codes_of_exchanges() -> QuerySet:
    return Exchange.objects.published().order_by().annotate(year=Year("starts_on")).values_list("pk", "kind", "year")


@kept_query
def _cities_of_exchanges(link: str) -> QuerySet:
    """The published cities of exchanges to which `link` leads, one of _LINKS."""
    return City.objects.published().order_by().filter(**{f"{link}__isnull": False}).values_list(link, "slug")


@kept_query
def _cities_there(*, slugs: Collection[str]) -> QuerySet:
    return City.objects.published().filter(slug__in=slugs).by_name(reader_language())


class HeadFilter(CountedFilter):
    """Heads of missions by region and country."""

    filters = ("region", "country")
    quick = "region"

    region = forms.ChoiceField(label=_("Region"), choices=_any(_("All regions"), Region.choices))
    country = forms.ChoiceField(label=_("Country"))

    def fill(self) -> None:
        """Only countries whose mission has a head on record can be asked for: two queries."""
        self._cells = [
            (number, {"region": (region,), "country": (country,)}) for region, country, number in _codes_of_heads()
        ]
        there = sorted({code for _number, codes in self._cells for code in codes["country"]})
        named = [(country.pk, str(text_of(country, "name"))) for country in _countries(there=there)] if there else []
        self.fields["country"].choices = _any(_("All countries"), named)

    def rows(self) -> QuerySet:
        """Those who head or headed a published mission, by its country's name, the latest known first."""
        columns = {"region": "embassy__country__region", "country": "embassy__country"}
        values, latest = self.values, Coalesce("starts_on", "as_of").desc(nulls_last=True)
        rows = _heads().filter(**{column: values[name] for name, column in columns.items() if name in values})
        return rows.order_by(f"embassy__country__sort_{reader_language()}", "embassy", latest, "pk")


def _heads() -> QuerySet:
    return Post.objects.filter(visible(LISTED, prefix="embassy__"), kind=PostKind.HEAD_OF_MISSION)


@kept_query
def _codes_of_heads() -> QuerySet:
    return _heads().order_by().values_list("embassy__country__region", "embassy__country").annotate(Count("pk"))
