"""The register of cities: its totals, its rows."""

from datetime import date

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from iad_portal.lib.components import Cell, Ledger, Row, RowGroup
from iad_portal.lib.dates.format import format_date
from iad_portal.lib.records.faults import shown
from iad_portal.lib.text.bilingual import Text, other_language, reader_language, text_of
from relations.forms import CityFilter
from relations.models import City, Region, Standing

from .partner_total import PartnerTotal
from .ties import Ties


def lead(total: PartnerTotal, at: date) -> str:
    """The sentence over the register, for the day `at`: how many, in how many countries, and how the number is made."""
    words = {
        "cities": ngettext("%(number)s partner city", "%(number)s partner cities", total.cities)
        % {"number": total.cities},
        "countries": ngettext("%(number)s country", "%(number)s countries", total.countries)
        % {"number": total.countries},
        "day": format_date(at, reader_language()),
        "parts": total.made(),
    }
    if total.cities:
        return _("%(cities)s in %(countries)s, counted on %(day)s: %(parts)s.") % words
    return _("%(cities)s in %(countries)s, counted on %(day)s.") % words


def result(form: CityFilter) -> str:
    """How many cities pass the filters, of how many in their state, in words."""
    words = {"number": f"{form.found:,}", "total": f"{form.total:,}"}
    if form.found == form.total:
        return ngettext("%(number)s city", "%(number)s cities", form.total) % words
    return ngettext("%(number)s of %(total)s city", "%(number)s of %(total)s cities", form.total) % words


def ledger(cities: list[City], at: date, *, by_region: bool, is_whole: bool, shows_state: bool = True) -> Ledger:
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
        is_confirmed = standing == Standing.PARTNER and ties.is_confirmed
        cells.append(Cell(standing.label, tag="on" if is_confirmed else "plain"))
    return Row(text_of(city, "name"), cells, city.get_absolute_url(), sub=name_beside(city))


def name_beside(city: City) -> Text | str:
    """The name in the portal's other language, marked as such; nothing when the reader has that one already."""
    language = reader_language()
    name, other = text_of(city, "name"), text_of(city, "name", other_language(language))
    return Text(other.value, other.language, language) if other.language != name.language else ""
