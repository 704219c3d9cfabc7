"""The kinds of records that search knows, in the order in which equal results stand."""

from collections.abc import Iterator

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from iad_portal.lib.search.searched import Content, Searched, shown, shown_rich
from iad_portal.office.models import Page
from networks.search_index import SEARCHED as NETWORKS
from news.search_index import SEARCHED as NEWS
from plans.search_index import SEARCHED as PLANS
from relations.search_index import SEARCHED as RELATIONS
from relations.search_index import beside_of

# What readers may choose among, and what a result is called. Countries and people have no page: they only lend names.
LABELS: dict[str, Promise] = {
    "city": _("Cities"),
    "network": _("Networks"),
    "agreement": _("Agreements"),
    "embassy": _("Embassies"),
    "meeting": _("Meetings"),
    "exchange": _("Exchanges and visits"),
    "article": _("News"),
    "newsletter": _("Newsletters"),
    "plan": _("Plans"),
    "project": _("Projects"),
    "agency": _("City agencies"),
    "page": _("About the office"),
}


def _pages(keys: list) -> Iterator[Content]:
    rows = list(Page.objects.ever_published().filter(pk__in=keys))
    beside = beside_of(rows)
    for page in rows:
        yield Content.of(
            page,
            "title",
            beside[page].names,
            lead=[shown(page, "lead")],
            text=[shown_rich(page, "body"), *beside[page].files],
        )


KINDS: dict[str, Searched] = {
    kind.kind: kind for kind in (*RELATIONS, *NETWORKS, *PLANS, *NEWS, Searched(Page, _pages))
}
PLACES = {kind: number for number, kind in enumerate([*LABELS, *sorted(KINDS.keys() - LABELS)])}
