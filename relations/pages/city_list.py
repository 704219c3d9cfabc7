"""The register of cities: its filters, its rows, its totals."""

from collections.abc import Iterable
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
    QuerySet,
    Subquery,
    Value,
    When,
)
from django.db.models.functions import Coalesce
from django.http import HttpRequest
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from iad_portal.lib.components import Cell, Ledger, Row, RowGroup
from iad_portal.lib.dates.format import format_date
from iad_portal.lib.records.faults import shown
from iad_portal.lib.records.publishing import LISTED, visible
from iad_portal.lib.registers import facets
from iad_portal.lib.registers.filters import FilterForm
from iad_portal.lib.text.bilingual import Text, other_language, reader_language, text_of
from relations.models import Agreement, City, Country, Instrument, Region, Standing

from .ties import Ties, with_agreements

STANDINGS = [
    (Standing.PARTNER, gettext_lazy("Partner cities")),
    (Standing.FORMER, gettext_lazy("Former partner cities")),
    (Standing.OTHER, gettext_lazy("Other cities that Bangkok meets")),
    ("all", gettext_lazy("All cities")),
]
ORDERS = [
    ("region", gettext_lazy("Region and name")),
    ("name", gettext_lazy("Name")),
    ("date", gettext_lazy("First agreement")),
]


def _any(label: str | Promise, choices: Iterable[tuple]) -> list[tuple]:
    return [("", label), *choices]


class CityFilter(FilterForm):
    """Which cities, in what order. Without a word about the state: partners of today."""

    filters = ("country", "region", "instrument", "state")
    usual: ClassVar = {"state": Standing.PARTNER.value, "sort": "region"}
    scope = ("state",)

    country = forms.ChoiceField(label=gettext_lazy("Country"))
    region = forms.ChoiceField(label=gettext_lazy("Region"), choices=_any(gettext_lazy("All regions"), Region.choices))
    instrument = forms.ChoiceField(
        label=gettext_lazy("Form of agreement"), choices=_any(gettext_lazy("All forms"), Instrument.choices)
    )
    state = forms.ChoiceField(label=gettext_lazy("State"), choices=STANDINGS)
    sort = forms.ChoiceField(label=gettext_lazy("Sort by"), choices=ORDERS, widget=forms.HiddenInput)

    def __init__(self, request: HttpRequest):
        super().__init__(request)
        self.count(self._cells)

    def fill(self) -> None:
        """Countries of published cities, and what is counted: two questions."""
        self._cells = cells()
        there = {code for _number, codes in self._cells for code in codes["country"]}
        countries = Country.objects.filter(pk__in=there).order_by(f"sort_{reader_language()}", "pk")
        named = [(country.pk, str(text_of(country, "name"))) for country in countries]
        self.fields["country"].choices = _any(_("All countries"), named)

    @property
    def standing(self) -> str:
        """The state asked for: a Standing, or "all"; partners when none is."""
        return self.wanted["state"]

    def rows(self) -> QuerySet:
        """The published cities abroad that pass the filters, in the order asked for, with country and agreements."""
        rows = City.objects.published().abroad()
        if self.standing != "all":
            rows = rows.in_standing(self.standing)
        if country := self.values.get("country"):
            rows = rows.filter(country=country)
        if region := self.values.get("region"):
            rows = rows.filter(country__region=region)
        if instrument := self.values.get("instrument"):
            rows = rows.filter(Exists(_agreements().filter(instrument=instrument)))
        return with_agreements(in_order(rows, self.order or self.usual["sort"]).select_related("country"))


def cells() -> list[facets.Cell]:
    """Every published city abroad with the codes of its country, region, forms of agreement and state: one question."""
    of_city = FilteredRelation("agreements", condition=visible(LISTED, prefix="agreements__"))
    rows = City.objects.published().abroad().order_by().with_standing().annotate(paper=of_city)
    columns = rows.values_list("pk", "country", "country__region", "standing", "paper__instrument")
    found: dict[int, dict] = {}
    for pk, country, region, standing, instrument in columns.distinct():
        codes = {"country": (country,), "region": (region,), "state": (standing, "all"), "instrument": set()}
        found.setdefault(pk, codes)["instrument"].add(instrument)
    return [(1, codes) for codes in found.values()]


def _agreements() -> QuerySet:
    return Agreement.objects.published().filter(city=OuterRef("pk"))


def in_order(cities: QuerySet, order: str) -> QuerySet:
    """`cities` by region and name, by name, or by the date of the first tie (none recorded: last)."""
    name = f"sort_{reader_language()}"
    if order == "name":
        return cities.order_by(name, "pk")
    if order == "date":
        first = Coalesce("signed_on", "effective_on")
        ties = _agreements().tie_making().dated().order_by(first.asc()).annotate(first=first).values("first")[:1]
        return cities.annotate(first_tie=Subquery(ties)).order_by(F("first_tie").asc(nulls_last=True), name, "pk")
    places = [When(country__region=region, then=Value(place)) for place, region in enumerate(Region.values)]
    return cities.annotate(place=Case(*places, output_field=IntegerField())).order_by("place", name, "pk")


def totals(at: date) -> dict[str, str]:
    """`lead`, the sentence over the register, and `undated`, one more or "": computed for today, two queries."""
    partners = City.objects.published().partners()
    counted = partners.aggregate(cities=Count("pk"), countries=Count("country", distinct=True))
    cities, countries = counted["cities"], counted["countries"]
    words = {
        "cities": ngettext("%(number)s partner city", "%(number)s partner cities", cities) % {"number": cities},
        "countries": ngettext("%(number)s country", "%(number)s countries", countries) % {"number": countries},
        "day": format_date(at, reader_language()),
    }
    undated = City.objects.published().undated_partners().count()
    without = ngettext(
        "No date of a tie is recorded for %(number)s of them.",
        "No date of a tie is recorded for %(number)s of them.",
        undated,
    )
    return {
        "lead": _("%(cities)s in %(countries)s, counted on %(day)s.") % words,
        "undated": without % {"number": undated} if undated else "",
    }


def result(form: CityFilter) -> str:
    """How many cities pass the filters, of how many in their state, in words."""
    words = {"number": f"{form.found:,}", "total": f"{form.total:,}"}
    if form.found == form.total:
        return ngettext("%(number)s city", "%(number)s cities", form.total) % words
    return ngettext("%(number)s of %(total)s city", "%(number)s of %(total)s cities", form.total) % words


def register(cities: list[City], at: date, *, by_region: bool, is_whole: bool, shows_state: bool = True) -> Ledger:
    """For components/ledger.html: city, country, forms of agreement, first signed, state; in groups by region if asked.

    A group is counted only when the whole register stands on this page; the state is left out where all have the same.
    """
    columns = [_("City"), _("Country"), _("Form of agreement"), _("First signed")]
    columns += [_("State")] if shows_state else []
    rows = shown(
        cities, lambda city: _row(city, Ties(city.published_agreements, at), shows_state), "register of cities"
    )
    if not by_region:
        return Ledger.of_rows(columns, rows)
    groups = []
    for region in Region:
        here = [row for row in rows if row.record.country.region == region]
        if here:
            count = ngettext("%(number)s city", "%(number)s cities", len(here)) % {"number": len(here)}
            groups.append(RowGroup(region.label, here, count if is_whole else ""))
    return Ledger(columns, groups)


def _row(city: City, ties: Ties, shows_state: bool) -> Row:
    cells = [
        Cell(text_of(city.country, "name")),
        Cell(", ".join(ties.instruments)),
        Cell(_("no date recorded") if ties.made else "", ties.first_on),
    ]
    if shows_state:
        standing = ties.standing
        cells.append(Cell(standing.label, tag="on" if standing == Standing.PARTNER else "plain"))
    return Row(text_of(city, "name"), cells, city.get_absolute_url(), sub=name_beside(city))


def name_beside(city: City) -> Text | str:
    """The name in the portal's other language, marked as such; nothing when the reader has that one already."""
    language = reader_language()
    name, other = text_of(city, "name"), text_of(city, "name", other_language(language))
    return Text(other.value, other.language, language) if other.language != name.language else ""
