"""Meetings: what was said, who took part, what was promised, which papers came out of it."""

from django.contrib.contenttypes.models import ContentType

from networks.models import (
    Commitment,
    Framework,
    Meeting,
    MeetingKind,
    Network,
    Participation,
    Point,
    PointKind,
)
from relations.models import Agency, City, Country, Document, Person

from .inventory import Gone, Inventory
from .rows import Files, Row

POINTS = {"topics": PointKind.TOPIC, "outcomes": PointKind.OUTCOME, "recommendations": PointKind.RECOMMENDATION}


def load(files: Files, inventory: Inventory) -> None:
    """Read meetings.json."""
    inventory.open(Meeting, "slug")
    inventory.open(Commitment, "code")
    for row in files.json("meetings"):
        _meeting(row, inventory)


def _meeting(row: Row, inventory: Inventory) -> None:
    slug = row.text("slug")
    starts_on, ends_on = row.when("start", "end", "precision")
    try:
        meeting = Meeting(
            slug=slug,
            status=row.status(),
            **row.pair("title"),
            kind=row.choice("kind", MeetingKind),
            network_id=inventory.find_or_none(Network, row.text("network"), row),
            part_of_id=inventory.find_or_none(Meeting, row.text("part_of"), row),
            ordinal=row.number("ordinal"),
            host_city_id=inventory.find_or_none(City, row.text("host_city"), row),
            country_id=inventory.find_or_none(Country, row.text("country"), row),
            **row.pair("venue"),
            starts_on=starts_on,
            ends_on=ends_on,
            **row.pair("theme"),
            **row.pair("mission_group"),
            **row.pair("note"),
            **row.pair("doubt"),
        )
    except Gone:
        inventory.leave(Meeting)
        return
    chairs, sources = inventory.find_all(Person, row.ids("chairs"), row), row.ids("source")
    parts = {name: row.rows(name) for name in (*POINTS, "participation", "documents", "commitments")}
    row.finish()
    inventory.add(meeting, (slug,), row, sources, {"chairs": chairs})
    try:
        _parts(parts, inventory.find(Meeting, slug, row), inventory)
    except Gone:
        return


def _parts(parts: dict[str, list[Row]], meeting, inventory: Inventory) -> None:
    for name, kind in POINTS.items():
        for order, row in enumerate(parts[name], 1):
            point = Point(meeting_id=meeting, kind=kind, text_th=row.text("th"), text_en=row.text("en"), order=order)
            row.finish()
            inventory.add_part(point, Meeting, meeting, row)
    for order, row in enumerate(parts["participation"], 1):
        _participation(row, meeting, order, inventory)
    for order, row in enumerate(parts["documents"], 1):
        _document(row, meeting, order, inventory)
    for order, row in enumerate(parts["commitments"], 1):
        _commitment(row, meeting, order, inventory)


def _participation(row: Row, meeting, order: int, inventory: Inventory) -> None:
    try:
        part = Participation(
            meeting_id=meeting,
            city_id=inventory.find_or_none(City, row.text("city"), row),
            agency_id=inventory.find_or_none(Agency, row.text("agency"), row),
            **row.pair("body"),
            **row.pair("presented"),
            order=order,
        )
    except Gone:
        inventory.leave(Participation)
        return
    row.finish()
    inventory.add_part(part, Meeting, meeting, row)


def _document(row: Row, meeting, order: int, inventory: Inventory) -> None:
    document = Document(
        subject_type=ContentType.objects.get_for_model(Meeting),
        subject_id=str(meeting),
        code=row.text("id"),
        **row.pair("title"),
        dated_on=row.date("date", "precision"),
        **row.pair("note"),
        order=order,
    )
    row.finish()
    inventory.add_part(document, Meeting, meeting, row)


def _commitment(row: Row, meeting, order: int, inventory: Inventory) -> None:
    code = row.text("id")
    commitment = Commitment(
        code=code,
        meeting_id=meeting,
        framework=row.choice("framework", Framework),
        **row.pair("title"),
        **row.pair("detail"),
        due_on=row.date("due"),
        order=order,
    )
    many = {
        "agencies": inventory.find_all(Agency, row.ids("agencies"), row),
        "cities": inventory.find_all(City, row.ids("cities"), row),
    }
    row.finish()
    inventory.add(commitment, (code,), row, many=many)
