"""Small pieces of text that the pages of this app share: places, ordinals, sums of money."""

from decimal import Decimal

from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from iad_portal.lib.text.bilingual import Text, reader_language, text_of
from iad_portal.lib.text.ordinals import ordinal
from networks.models import Meeting
from relations.models import City, Country
from relations.pages.links import in_a_row, seen

# From so many letters on a title is set smaller in the panel.
LONG_TITLE = 60


def place(venue: Text | str, city: City | None, country: Country | None) -> SafeString:
    """Where something is: venue, city, country, as far as known; a Thai place needs no commas.

    The country stands beside a city abroad, or alone: nobody needs to be told where Bangkok lies, or which country
    Singapore is.
    """
    city = seen(city)
    name, land = text_of(city, "name") if city else "", text_of(country, "name") if country else ""
    is_told = city and (country is None or country.pk == "TH" or str(land) in str(name))
    return in_a_row([venue, name, "" if is_told else land], " " if reader_language() == "th" else ", ")


def which_meeting(number: int | None) -> str:
    """ "7th meeting"; "" without a number."""
    return _("%(ordinal)s meeting") % {"ordinal": ordinal(number, reader_language())} if number else ""


def numbered_kind(meeting: Meeting) -> str:
    """ "Committee meeting No. 1"; without a number "Committee meeting"."""
    kind = meeting.get_kind_display()
    return _("%(kind)s No. %(number)s") % {"kind": kind, "number": meeting.ordinal} if meeting.ordinal else kind


def number_text(value: Decimal) -> str:
    """A number with thousands apart, and decimals only where there are any."""
    return f"{value:,.2f}".removesuffix(".00")
