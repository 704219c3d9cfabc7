"""What the press page shows: whom to ask, the office in a few sentences, the totals, the terms of use."""

from typing import Any

from django.db.models import QuerySet
from django.urls import reverse
from django.utils.http import urlencode
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from iad_portal.lib.components import Fact, Link
from iad_portal.lib.dates import calendar
from iad_portal.lib.dates.format import format_date
from iad_portal.lib.records.kept_queries import kept_query
from iad_portal.lib.registers.days import AT, cited
from iad_portal.lib.text.bilingual import Text, reader_language, text_of
from iad_portal.lib.text.structured_data import absolute
from iad_portal.office.models import Page
from iad_portal.office.pages.home import embassies, networks, totals, totals_note
from networks.pages import network_register
from news.models import PressContact
from news.pages.article_press import contact_facts
from relations.pages import city_list
from relations.pages.partner_total import PartnerTotal

# Pages of the office whose text stands here too, where the office has written them.
TERMS, BOILERPLATE = "terms-of-use", "about-the-office"


def context() -> dict[str, Any]:
    """All that portal/press.html needs but whom to ask; every number is counted as the page is made."""
    pages = {page.slug: page for page in _pages().rows()}
    partners, number_of_embassies = PartnerTotal.today(), embassies().count()
    return {
        "boilerplate": _body(pages.get(BOILERPLATE)),
        "totals": totals(partners, networks().rows(), number_of_embassies),
        "totals_note": totals_note(calendar.today()),
        "figures": figures(partners, number_of_embassies),
        "files": files(),
        "terms": _body(pages.get(TERMS)),
    }


def contact() -> list[Fact]:
    """Whom the press may ask, as facts; empty while the office has named nobody."""
    found = _contact().first()
    return contact_facts(found) if found else []


def figures(partners: PartnerTotal, number_of_embassies: int) -> list[SafeString]:
    """Each total of today as a sentence to quote, with an address that keeps its day where the register does."""
    today = calendar.today()
    counted = ngettext(
        "On %(day)s the register held %(number)s embassy.",
        "On %(day)s the register held %(number)s embassies.",
        number_of_embassies,
    ) % {"day": format_date(today, reader_language()), "number": number_of_embassies}
    of_today = f"?{urlencode({AT: today.isoformat()})}"
    return [
        cited(city_list.figure(partners, today), absolute(reverse("relations:city_list") + of_today)),
        cited(network_register.figure_now(), absolute(reverse("networks:network_list") + of_today)),
        cited(counted, absolute(reverse("relations:embassy_list"))),
    ]


def files() -> list[Link]:
    """What may be taken away: the names, the registers, the mark of this site; `text` says what it is."""
    return [
        Link(
            _("Official names in Thai and English (CSV)"),
            reverse("press_names"),
            _("Cities, networks, agencies, people"),
        ),
        Link(_("Open data"), reverse("data"), _("Each register as a file: CSV for spreadsheets, JSON for programs.")),
        Link(_("Mark of this website (SVG)"), reverse("press_mark"), _("It is no seal of the city.")),
    ]


def _body(page: Page | None) -> Text | None:
    return text_of(page, "body") if page else None


@kept_query
def _pages() -> QuerySet[Page]:
    found: QuerySet[Page] = Page.objects.published().filter(slug__in=[TERMS, BOILERPLATE])
    return found


@kept_query
def _contact() -> QuerySet[PressContact]:
    return PressContact.objects.filter(is_default=True)
