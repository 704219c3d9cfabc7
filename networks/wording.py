"""What texts typed at the desk are compared with: names of networks, themes of meetings, and how many there are."""

import re
from collections.abc import Iterator

from django.utils.translation import gettext_lazy as _

from iad_portal.lib.proofreading import comparisons
from iad_portal.lib.proofreading.names import Name
from relations.models import Alias
from relations.wording import names_of

from .models import Meeting, Membership, Network

_TOGETHER = re.compile(
    r"กรุงเทพมหานคร[^\n]*(?:สมาชิก|ความสัมพันธ์|ความร่วมมือ)|\bBangkok\b[^\n]*\b(?:member|belongs|networks|organi[sz]ations)\b",
    re.I,
)
_NETWORKS = re.compile(
    r"(?<![\d,.])(?P<number>\d{1,3})\s*(?:องค์กร|องค์การ|เครือข่าย|networks\b|organi[sz]ations\b)",
    re.I,
)
_THE_YEAR = r"[^\n\d]{0,40}?(?:\d{1,2}\s+\S+\s+)?[^\n\d]{0,20}(?P<year>(?<!\d)\d{4}(?!\d))"
_FOUNDED = re.compile(rf"(?:ก่อตั้ง|\b(?:founded|established|set up)\b){_THE_YEAR}", re.I)
_JOINED = re.compile(
    rf"(?:กรุงเทพมหานคร[^\n\d]{{0,20}}(?:เป็น)?สมาชิก|\bBangkok\b[^\n\d]{{0,20}}\b(?:joined|member)\b){_THE_YEAR}", re.I
)


def _names() -> Iterator[Name]:
    return names_of(Network, "name", plain=("acronym", "founded_as"))


def _themes() -> Iterator[str]:
    for themes in Meeting.objects.exclude(theme_th="", theme_en="").values_list("theme_th", "theme_en"):
        yield from filter(None, themes)


def _years() -> Iterator[comparisons.Dated]:
    """When each network was founded, and when Bangkok joined it."""
    for network in Network.objects.prefetch_related("memberships"):
        names = tuple(filter(None, (network.acronym, network.name_th, network.name_en)))
        joined = frozenset(row.joined_on.year for row in network.memberships.all() if row.joined_on)
        if network.founded_on:
            yield comparisons.Dated(names, _("founded"), _FOUNDED, frozenset({network.founded_on.year}))
        if joined:
            yield comparisons.Dated(names, _("joined by Bangkok"), _JOINED, joined)


def tell_the_desk() -> None:
    """Let the forms of the desk know what this app can tell of names and totals."""
    comparisons.names_from(_names, Network, Alias)
    comparisons.years_from(_years, Network, Membership)
    comparisons.phrases_from(_themes, Meeting)
    comparisons.total(
        comparisons.Total(
            _("Networks that Bangkok belongs to"),
            _TOGETHER,
            _NETWORKS,
            lambda: Network.objects.published().with_bangkok().count(),
        )
    )
