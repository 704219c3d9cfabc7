"""Partner cities by region of the world, as bars."""

from collections.abc import Mapping

from django.db.models import Count
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from iad_portal.lib.components import BarPlot, PlotBar
from iad_portal.lib.drawings.plots import bars
from relations.models import City, Region

# Cities of a single region are not compared with anything.
FEWEST_REGIONS = 2


def partners_by_region() -> dict[str, int]:
    """Today's partner cities by the code of their region: one query."""
    partners = City.objects.published().partners().order_by()
    return dict(partners.values_list("country__region").annotate(Count("pk")))


def regions_plot(counts: Mapping[str, int]) -> BarPlot | None:
    """For components/plot_bars.html: the regions with the most cities ahead, each leading to its rows of the register.

    Nothing when there are too few to compare.
    """
    ranked = sorted((region for region in Region if counts.get(region)), key=lambda region: -counts[region])
    if len(ranked) < FEWEST_REGIONS:
        return None
    url = reverse("relations:city_list")
    lengths = bars(counts[region] for region in ranked)
    drawn = [
        PlotBar(region.label, f"{url}?region={region.value}", counts[region], length)
        for region, length in zip(ranked, lengths, strict=True)
    ]
    return BarPlot(_title(ranked, counts), drawn, _notes(counts))


def _title(ranked: list[Region], counts: Mapping[str, int]) -> str:
    """What to see: where most of them lie."""
    total, most = sum(counts.values()), counts[ranked[0]]
    sentence = ngettext(
        "%(most)s of %(total)s partner cities is in the region %(region)s.",
        "%(most)s of %(total)s partner cities are in the region %(region)s.",
        most,
    )
    return sentence % {"most": most, "total": total, "region": ranked[0].label}


def _notes(counts: Mapping[str, int]) -> list[str]:
    """Which regions have no bar."""
    empty = [str(region.label) for region in Region if not counts.get(region)]
    return [_("No partner city is in: %(regions)s.") % {"regions": ", ".join(empty)}] if empty else []
