"""What was done with a city, year by year, as columns over its ledger, which is their table."""

from collections import Counter
from collections.abc import Sequence
from datetime import date

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from iad_portal.lib.components import YearPlot
from iad_portal.lib.dates.calendar import BE_OFFSET
from iad_portal.lib.dates.format import format_year
from iad_portal.lib.drawings.plots import YearAxis, columns
from iad_portal.lib.text.bilingual import reader_language
from relations.models import Exchange

# The ledger itself tells fewer at a glance.
FEWEST_YEARS, FEWEST_ROWS = 3, 5


def exchange_years_plot(exchanges: Sequence[Exchange], at: date) -> YearPlot | None:
    """For components/plot_columns.html: `exchanges` by the year in which they began, up to the year of `at`.

    Nothing when they are few, or of few years.
    """
    by_year = Counter(exchange.starts_on.year for exchange in exchanges if exchange.starts_on)
    if len(by_year) < FEWEST_YEARS or by_year.total() < FEWEST_ROWS:
        return None
    language = reader_language()
    offset = BE_OFFSET if language == "th" else 0
    axis = YearAxis(min(by_year), max(at.year, max(by_year)))
    counts = ", ".join(f"{format_year(year, language)}: {by_year[year]}" for year in sorted(by_year))
    return YearPlot(
        title=_title(by_year),
        label=_("Exchanges on record by year. %(counts)s") % {"counts": counts},
        columns=columns(axis, by_year),
        ticks=axis.ticks(offset),
        notes=_notes(len(exchanges) - by_year.total()),
    )


def _title(by_year: Counter[int]) -> str:
    """What to see: the busiest years, when some were busier than others."""
    language, most, number = reader_language(), max(by_year.values()), by_year.total()
    words = {
        "exchanges": ngettext("%(count)s exchange", "%(count)s exchanges", number) % {"count": number},
        "number": len(by_year),
        "most": most,
        "years": ", ".join(format_year(year, language) for year in sorted(by_year) if by_year[year] == most),
    }
    sentence = _("%(exchanges)s on record in %(number)s different years.") % words
    peak = _("The most in one year: %(most)s, in %(years)s.") % words
    return sentence if most == 1 else f"{sentence} {peak}"


def _notes(undated: int) -> list[str]:
    """What the columns leave out; and that they count records, not everything that happened."""
    sentence = ngettext(
        "Not among the columns: %(count)s exchange without a recorded date.",
        "Not among the columns: %(count)s exchanges without a recorded date.",
        undated,
    )
    records = _("A year without a column is a year of which no exchange is on record.")
    return [records, sentence % {"count": undated}] if undated else [records]
