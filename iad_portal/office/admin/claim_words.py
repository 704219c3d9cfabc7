"""A claim as the sentence that its readers would read, for officers who say whether it still holds."""

from collections.abc import Callable
from typing import Any

from django.utils.text import capfirst
from django.utils.translation import gettext as _

from iad_portal.lib.dates.format import format_date
from iad_portal.lib.rich_text.fields import plain_text
from iad_portal.lib.text.bilingual import reader_language, text_of
from iad_portal.lib.text.cuts import cut_to
from networks.models import CityMembership, CityRole, Membership, MembershipKind, Network, Role
from plans.models import Project
from relations.models import Agency, Agreement, Embassy, Figure, Instrument, Post

LONGEST = 240


def sentence_of(record: Any) -> str:
    """What `record` claims, in the reader's language; of one that claims nothing its kind and its name."""
    make = _SENTENCES.get(type(record))
    return cut_to(make(record) if make else f"{capfirst(record._meta.verbose_name)}: {record}", LONGEST)


def _name(record: Any, field: str = "name") -> str:
    return str(text_of(record, field)) or str(record)


def _network(network: Network) -> str:
    return network.acronym or _name(network)


def _agreement(agreement: Agreement) -> str:
    is_stated = agreement.instrument != Instrument.NOT_STATED
    form = agreement.get_instrument_display() if is_stated else _("Agreement")
    said = {"form": form, "city": _name(agreement.city), "date": format_date(agreement.begins_on, reader_language())}
    if not agreement.claims_about_now:
        return _("%(form)s with %(city)s") % said
    if agreement.begins_on:
        return _("%(form)s with %(city)s of %(date)s is in force") % said
    return _("%(form)s with %(city)s is in force") % said


def _post(post: Post) -> str:
    title = _name(post, "title")
    place = str(text_of(post, "body")) or next((_name(home) for home in (post.embassy, post.city) if home), "")
    said = {"person": post.person.full_name(), "title": title, "place": place}
    if not place or place in title:
        return _("%(person)s holds the post of %(title)s") % said
    return _("%(person)s holds the post of %(title)s, %(place)s") % said


def _membership(membership: Membership) -> str:
    words = {
        MembershipKind.FULL: _("Bangkok is a member of %(network)s"),
        MembershipKind.OBSERVER: _("Bangkok is an observer in %(network)s"),
        MembershipKind.PARTICIPANT: _("Bangkok takes part in %(network)s"),
        MembershipKind.UNKNOWN: _("Bangkok is in %(network)s"),
    }
    return words[MembershipKind(membership.kind)] % {"network": _network(membership.network)}


def _city_membership(membership: CityMembership) -> str:
    words = {
        CityRole.PRESIDENT: _("%(city)s is president of %(network)s"),
        CityRole.OFFICER: _("%(city)s is an officer of %(network)s"),
        CityRole.BOARD: _("%(city)s is on the board of %(network)s"),
        CityRole.MEMBER: _("%(city)s is a member of %(network)s"),
    }
    said = {"city": _name(membership.city), "network": _network(membership.network)}
    return words[CityRole(membership.role)] % said


def _role(role: Role) -> str:
    holder = str(text_of(role, "holder")) or _("Bangkok")
    said = {"holder": holder, "role": _name(role, "title"), "network": _network(role.network)}
    return _("%(holder)s is %(role)s of %(network)s") % said


def _reached(record: Agency | Embassy) -> str:
    desk = str(text_of(record, "desk")) if isinstance(record, Agency) else ""
    parts = (desk, plain_text(str(text_of(record, "address"))), record.phone, record.email, record.website)
    return _("%(name)s is reached at: %(contact)s") % {
        "name": _name(record),
        "contact": " · ".join(part for part in parts if part),
    }


def _figure(figure: Figure) -> str:
    subject: Any = figure.subject
    name = _name(subject) if hasattr(subject, "name_th") else str(subject or "–")
    return f"{name}: {figure.get_measure_display()} {figure.in_words()}"


_SENTENCES: dict[type, Callable[[Any], str]] = {
    Agreement: _agreement,
    Post: _post,
    Membership: _membership,
    CityMembership: _city_membership,
    Role: _role,
    Network: lambda network: _("%(network)s is active") % {"network": _network(network)},
    Agency: _reached,
    Embassy: _reached,
    Project: lambda project: _("%(project)s is under way") % {"project": _name(project, "title")},
    Figure: _figure,
}
