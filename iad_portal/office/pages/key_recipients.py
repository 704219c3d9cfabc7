"""What the register of recipients of the Key to the City shows."""

from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from iad_portal.lib.components import Cell, Ledger, Link, Row
from iad_portal.lib.records.faults import shown
from iad_portal.lib.text.bilingual import text_of
from iad_portal.office.models import Page
from relations.models import KeyRecipient
from relations.pages.citations import SourceList
from relations.pages.exchange_register import exchange_url

# The office's page about the key.
KEY_PAGE = "key-to-the-city"


def context() -> dict[str, Any]:
    """All that portal/key_recipients.html needs: five queries."""
    recipients = list(KeyRecipient.objects.shown().select_related("country"))
    sources = SourceList(recipients)
    page = Page.objects.published().filter(slug=KEY_PAGE).first()
    about = Link(text_of(page, "title"), page.get_absolute_url()) if page else None
    return {
        "crumbs": [Link(_("About the office"), reverse("about")), *([about] if about else [])],
        "about": about,
        "lead": lead(len(recipients)),
        "ledger": ledger(recipients, sources) if recipients else None,
        "evidence": sources.evidence(),
    }


def register_link() -> Link:
    """From the office's page about the key to those who received it."""
    return Link(_("Recipients of the Key to the City"), reverse("key_recipients"))


def lead(number: int) -> str:
    """How many recipients are on record."""
    words = ngettext(
        "%(number)s recipient of the Key to the City of Bangkok is on record; there may have been more.",
        "%(number)s recipients of the Key to the City of Bangkok are on record; there may have been more.",
        number,
    )
    return words % {"number": number}


def ledger(recipients: list[KeyRecipient], sources: SourceList) -> Ledger:
    """For components/ledger.html, the earliest first."""
    columns = [_("Recipient"), _("Received on"), _("Country"), _("Occasion")]
    return Ledger.of_rows(columns, shown(recipients, lambda one: _row(one, sources), "recipients of the key"))


def _row(recipient: KeyRecipient, sources: SourceList) -> Row:
    exchange, country = recipient.exchange, recipient.country
    occasion = Cell(text_of(exchange, "title"), url=exchange_url(exchange)) if exchange else Cell(_("not recorded"))
    cells = [
        Cell(_("not recorded"), recipient.received_on, is_named=not recipient.received_on),
        Cell(text_of(country, "name") if country else ""),
        occasion,
    ]
    anchor = f"recipient-{recipient.pk}"
    return Row(text_of(recipient, "name"), cells, sources=sources.marks(recipient), anchor=anchor, shows=[recipient])
