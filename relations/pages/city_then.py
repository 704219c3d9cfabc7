"""A city as it stood to Bangkok on a past day, as far as dates are on record."""

from datetime import date
from typing import Any

from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from iad_portal.lib.components import Cell, Fact, Ledger, Link, Row
from iad_portal.lib.dates import calendar
from iad_portal.lib.dates.format import format_date
from iad_portal.lib.dates.queries import has_begun, is_not_over
from iad_portal.lib.records.faults import parts_of_page, shown
from iad_portal.lib.registers.days import as_of, is_past
from iad_portal.lib.text.bilingual import reader_language, text_of
from networks.models import CityMembership
from relations.models import Agreement, City, CityKind, Post

from . import agreements as register
from .links import whole_name
from .ties import Ties


def context(request: HttpRequest, city: City, day: date) -> dict[str, Any]:
    """All that relations/city_then.html needs: what the city was to Bangkok on the `day`, by what, and who governed."""
    past = day if is_past(day) else None
    papers = list(_papers(city, past).newest_first().select_related("city"))
    ties, undated = Ties(papers, day), _papers(city).undated().count() if past else 0
    is_home = city.kind == CityKind.HOME  # nothing to itself
    parts = {
        "city": city,
        "name": lambda: text_of(city, "name"),
        "crumbs": lambda: _crumbs(city),
        "standing": lambda: "" if is_home else ties.standing.label,
        "as_of": lambda: as_of(request, "" if is_home else figure(city, ties), left_out(undated)),
        "is_home": is_home,
        "ledger": lambda: register.ledger(papers, day, names_city=False) if papers else None,
        "posts": lambda: shown(_posts(city, day), _post, "posts of a day"),
        "networks": lambda: network_ledger(city, day),
    }
    return parts_of_page(city, parts)


def _papers(city: City, past: date | None = None) -> Any:
    rows = Agreement.objects.published().filter(city=city)
    return rows.signed_by(past) if past else rows


def _crumbs(city: City) -> list[Link]:
    home = Link(_("Partner cities"), reverse("relations:city_list"))
    return [home, Link(text_of(city, "name"), city.get_absolute_url())]


def figure(city: City, ties: Ties) -> str:
    """A sentence that quotes what the city was on the day, by how many agreements in force."""
    number = len(ties.binding)
    words = ngettext(
        "On %(day)s %(city)s was to Bangkok: %(standing)s, by %(number)s agreement in force.",
        "On %(day)s %(city)s was to Bangkok: %(standing)s, by %(number)s agreements in force.",
        number,
    )
    return words % {
        "day": format_date(ties.at, reader_language()),
        "city": text_of(city, "name"),
        "standing": ties.standing.label,
        "number": number,
    }


def left_out(number: int) -> str:
    """That so many agreements of the city without a date are not counted; "" where all have one."""
    words = ngettext(
        "Not counted: %(number)s agreement without a recorded date.",
        "Not counted: %(number)s agreements without a recorded date.",
        number,
    )
    return words % {"number": number} if number else ""


def _posts(city: City, day: date) -> Any:
    return Post.objects.open_at(day).filter(city=city).select_related("person").latest_first()


def _post(post: Post) -> Fact:
    return Fact(text_of(post, "title"), whole_name(post.person.full_name()), shows=[post, post.person])


def network_ledger(city: City, day: date) -> Ledger | None:
    """The published networks whose lists of that day, or before, name the city; None without any."""
    rows = CityMembership.objects.of_published_networks().filter(city=city)
    rows = rows.filter(is_not_over("left_on", "left_precision", day))
    if day < calendar.today():
        rows = rows.filter(has_begun("as_of", day))
    found = shown(rows.order_by(f"network__sort_{reader_language()}", "pk"), _membership, "networks of a day")
    return Ledger.of_rows([_("Network"), _("Role"), _("List of")], found) if found else None


def _membership(row: CityMembership) -> Row:
    network = row.network
    cells = [Cell(row.get_role_display()), Cell(_("Not recorded"), row.as_of, is_named=not row.as_of)]
    return Row(network.acronym or text_of(network, "name"), cells, network.get_absolute_url())
