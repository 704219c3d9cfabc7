"""What the page of a meeting says of it to programs that read pages: schema.org, Event."""

from iad_portal.lib.text.bilingual import text_of
from iad_portal.lib.text.structured_data import Thing, absolute, text_fact, thing
from networks.models import Meeting, Network
from relations.pages.links import seen
from relations.pages.structured_data import the_office

from .courses import attendance_mode, event_status


def meeting_data(meeting: Meeting) -> list[Thing]:
    """The meeting: its days as far as they are known, whether it takes place and where, and whose meeting it is."""
    network, whole = seen(meeting.network), seen(meeting.part_of)
    event = thing(
        "Event",
        id_=absolute(meeting.get_absolute_url()),
        url=absolute(meeting.get_absolute_url()),
        startDate=meeting.starts_on,
        endDate=meeting.ends_on,
        previousStartDate=meeting.earlier_starts_on,
        eventStatus=event_status(meeting),
        eventAttendanceMode=attendance_mode(meeting),
        location=_place(meeting),
        organizer=_of(network, "Organization", "name") if network else the_office(),
        superEvent=_of(whole, "Event", "title") if whole else None,
    )
    return [event | text_fact("name", text_of(meeting, "title")) | text_fact("description", text_of(meeting, "theme"))]


def _of(record: Network | Meeting, kind: str, field: str) -> Thing:
    return thing(kind, name=text_of(record, field), url=absolute(record.get_absolute_url()))


def _place(meeting: Meeting) -> Thing | None:
    """The venue and its town; None where neither is known."""
    venue, city = text_of(meeting, "venue"), seen(meeting.host_city)
    town = text_of(city, "name") if city else ""
    if not venue and not town:
        return None
    country = text_of(meeting.country, "name") if meeting.country else ""
    address = thing("PostalAddress", addressLocality=town, addressCountry=country)
    return thing("Place", name=venue or town, address=address if len(address) > 1 else None)
