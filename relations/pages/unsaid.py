"""What a page has nothing to tell of yet, in one line."""

from collections.abc import Iterable

from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from iad_portal.lib.components import Words

from .links import listed


def unsaid(things: Iterable[Words]) -> SafeString | str:
    """For components/unsaid.html: that the register holds none of `things` yet, in their order; "" without any."""
    names = listed(things)
    return format_html(_("Not yet in the register: {}"), names) if names else ""
