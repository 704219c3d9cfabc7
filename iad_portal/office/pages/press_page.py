"""What the press page shows: whom to ask, the office in a few sentences, the totals, the terms of use."""

from typing import Any

from django.db.models import QuerySet
from django.urls import reverse
from django.utils.translation import gettext as _

from iad_portal.lib.components import Link
from iad_portal.lib.dates import calendar
from iad_portal.lib.records.kept_queries import kept_query
from iad_portal.lib.text.bilingual import Text, text_of
from iad_portal.office.models import Page
from iad_portal.office.pages.home import embassies, networks, totals, totals_note
from news.models import PressContact
from news.pages.article_press import contact_facts
from relations.pages.partner_total import PartnerTotal

# Pages of the office whose text stands here too, where the office has written them.
TERMS, BOILERPLATE = "terms-of-use", "about-the-office"


def context() -> dict[str, Any]:
    """All that portal/press.html needs; every number is counted as the page is made."""
    pages = {page.slug: page for page in _pages().rows()}
    contact = _contact().first()
    return {
        "contact": contact_facts(contact) if contact else [],
        "boilerplate": _body(pages.get(BOILERPLATE)),
        "totals": totals(PartnerTotal.today(), networks().rows(), embassies().count()),
        "totals_note": totals_note(calendar.today()),
        "files": files(),
        "terms": _body(pages.get(TERMS)),
    }


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
