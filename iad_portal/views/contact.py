"""How to reach the office, as far as the officers have entered it."""

from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from iad_portal.context import office


@require_safe
def contact(request):
    """The office's address, telephone, e-mail and social page; what is not known is absent."""
    known = office()
    return render(request, "portal/contact.html", {"contact": known, "facts": contact_facts(known)})


def contact_facts(known: dict) -> list[dict]:
    """The known facts for components/facts.html, in the order in which people look for them."""
    rows = [
        {"label": _("Address"), "value": known.get("address")},
        {"label": _("Telephone"), "value": known.get("phone")},
        {"label": _("E-mail"), "value": known.get("email"), "url": f"mailto:{known.get('email')}"},
        {"label": _("Facebook"), "value": known.get("facebook"), "url": known.get("facebook")},
    ]
    return [row for row in rows if row["value"]]
