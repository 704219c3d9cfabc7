"""Sample networks with Bangkok's part in them, meetings with all that is said and promised there, and commitments."""

from datetime import timedelta

from iad_portal.lib.dates.calendar import PartialDate
from iad_portal.lib.text.ordinals import ordinal
from networks.models import (
    Attendance,
    Commitment,
    CommitmentNote,
    Fee,
    Framework,
    Meeting,
    MeetingCourse,
    MeetingKind,
    Membership,
    MembershipKind,
    Network,
    NetworkKind,
    NetworkStatus,
    Participation,
    Point,
    PointKind,
    Progress,
    Role,
)
from relations.models import Figure, Measure

from .desk import RICH, Desk, of_year
from .words import Pair, marked, one_language, texts

_ROLES = (("ประธานคณะกรรมการบริหาร", "Chair of the executive board"), ("กรรมการ", "Board member"))
_GOVERNOR = ("ผู้ว่าราชการกรุงเทพมหานคร", "Governor of Bangkok")
_BODY = ("มหาวิทยาลัยตัวอย่าง", "Sample University")
_WHY = ("ตัวอย่างคำชี้แจงการเปลี่ยนแปลงกำหนดการ", "A sample reason for the change.")
_KINDS = [kind for kind in MeetingKind if kind != MeetingKind.SENIOR_OFFICIALS]


def make(desk: Desk) -> None:
    """Networks, meetings, then what was promised."""
    _networks(desk)
    desk.in_batches("meetings", lambda numbers: _meetings(desk, numbers))
    desk.in_batches("commitments", lambda numbers: _commitments(desk, numbers))


def _networks(desk: Desk) -> None:
    made = desk.networks = desk.add(_network(desk, number) for number in range(desk.sizes["networks"]))
    # Bangkok's part: open, ended, begun again, or not recorded.
    open_ones = [network for number, network in enumerate(made) if number % 5 != 4]
    kinds = (MembershipKind.FULL, MembershipKind.OBSERVER, MembershipKind.PARTICIPANT, MembershipKind.UNKNOWN)
    desk.add_parts(
        Membership(network=network, kind=kinds[position % 4], joined_on=PartialDate(2009 + position % 12, 9))
        for position, network in enumerate(open_ones)
    )
    early = {"kind": MembershipKind.OBSERVER, "joined_on": PartialDate(2001), "left_on": PartialDate(2006)}
    desk.add_parts(Membership(network=network, **early) for network in made[::3])
    terms = ((PartialDate(desk.today.year - 1), None), (PartialDate(2014), PartialDate(2017)))
    desk.add_parts(
        Role(network=network, starts_on=start, ends_on=end, **texts(title=title, holder=_GOVERNOR))
        for network in made[::2]
        for title, (start, end) in zip(_ROLES, terms, strict=True)
    )
    desk.add_parts(
        Fee(
            network=network,
            fiscal_year=desk.today.year - back,
            amount=5000,
            currency="USD",
            amount_thb=back * 175_000 or None,
        )
        for network in made[::2]
        for back in range(3)
    )
    desk.add_parts(Figure(subject=network, measure=Measure.MEMBERS, value=40, as_of=of_year(2022)) for network in made)
    desk.add_parts(desk.album.paper(network) for network in made[::3])
    desk.cite(made)


def _network(desk: Desk, number: int) -> Network:
    name, states = desk.words.network(number), list(NetworkStatus)
    aims = desk.words.pick(desk.words.aims)
    return Network(
        slug=f"sample-network-{number + 1}",
        acronym=f"SMPL-{number + 1}",
        kind=list(NetworkKind)[number % 2],
        activity=NetworkStatus.ACTIVE if number < RICH - 2 else states[number % len(states)],
        founded_on=of_year(1985 + number % 35),
        website="https://example.org/network",
        secretariat_city=desk.cities[number % len(desk.cities)],
        **desk.state(number),
        **texts(
            name=marked(name),
            aims=one_language(number, aims),
            note=desk.words.paragraph() if number < RICH else ("", ""),
        ),
    )


def _meetings(desk: Desk, numbers: range) -> None:
    """Every fifth is a part of the one before: it is stored after it."""
    whole = [number for number in numbers if number % 5 != 4]
    made = dict(zip(whole, desk.add(_meeting(desk, number) for number in whole), strict=True))
    parts = [number for number in numbers if number % 5 == 4]
    made |= dict(zip(parts, desk.add(_part(desk, number, made[number - 1]) for number in parts), strict=True))
    desk.meetings += [made[number].pk for number in numbers]
    rows = [(made[number], number) for number in numbers]
    desk.add_parts(point for meeting, number in rows for point in _points(desk, meeting, number))
    desk.add_parts(row for meeting, number in rows for row in _participation(desk, meeting, number))
    desk.link_some(Meeting.chairs, rows, desk.people, 1)
    desk.add_parts(
        Figure(subject=meeting, measure=Measure.PARTICIPANTS, value=60 + number) for meeting, number in rows[::2]
    )
    files = [
        (meeting, number, order) for meeting, number in rows for order in range(4 if number < RICH else number % 2)
    ]
    desk.add_parts(desk.album.photo(meeting, number + order, order) for meeting, number, order in files)
    desk.add_parts(desk.album.paper(meeting, order) for meeting, _number, order in files if order < 2)
    desk.cite(made.values())


def _meeting(desk: Desk, number: int, **facts) -> Meeting:
    """Of ten, eight are a network's, one a partner city's, one Bangkok's own."""
    turn = number % 10 if number >= 2 else 0
    network = desk.networks[number * 7 % len(desk.networks)] if turn < 8 else None
    if number < 24 and network:
        network = desk.networks[number % 2]
    city = desk.words.pick(desk.cities)
    host = desk.bangkok if number % 12 == 0 else city
    starts = desk.coming_day(number) if number in (1, 2) or number % 30 == 17 else desk.day(number)
    days = number % 3 if starts and starts.precision == "day" else 0
    facts = {"kind": _KINDS[number % len(_KINDS)], "title": _title(desk, number, network), **facts}
    return Meeting(
        slug=f"sample-meeting-{number + 1}",
        kind=facts["kind"],
        network=network,
        partner=city if turn == 8 else None,
        part_of=facts.get("part_of"),
        ordinal=number % 40 + 1,
        host_city=host,
        country=host.country if host else None,
        starts_on=starts,
        ends_on=PartialDate.of(starts + timedelta(days=days)) if days else None,
        **desk.state(number),
        **_course(number),
        **texts(
            title=one_language(number, facts["title"]),
            venue=desk.words.pick(desk.words.places),
            theme=desk.words.pick(desk.words.topics),
            mission_group=desk.words.pick(desk.words.fields) if number < RICH else ("", ""),
            note=desk.words.paragraph() if number < RICH else ("", ""),
        ),
    )


def _course(number: int) -> dict[str, str]:
    """Of twenty, one is cancelled, one was moved, and one is held online."""
    course = {9: MeetingCourse.CANCELLED, 13: MeetingCourse.MOVED}.get(number % 20)
    if course:
        return {"course": course, **texts(course_note=_WHY)}
    return {"attendance": Attendance.ONLINE} if number % 20 == 5 else {}


def _part(desk: Desk, number: int, whole: Meeting) -> Meeting:
    title = marked(("การประชุมเจ้าหน้าที่อาวุโสก่อนการประชุมผู้นำ", "Senior officials’ meeting before the leaders’ meeting"))
    part = _meeting(desk, number, kind=MeetingKind.SENIOR_OFFICIALS, part_of=whole, title=title)
    part.network, part.partner, part.starts_on, part.ends_on = whole.network, whole.partner, whole.starts_on, None
    return part


def _title(desk: Desk, number: int, network: Network | None) -> Pair:
    name = desk.words.network(desk.networks.index(network)) if network else desk.words.pick(desk.words.topics)
    count = number % 40 + 1
    return marked((f"การประชุม{name[0]} ครั้งที่ {count}", f"{ordinal(count, 'en')} meeting: {name[1]}"))


def _points(desk: Desk, meeting: Meeting, number: int) -> list[Point]:
    each = 3 if number < RICH else number % 3
    kinds = [(kind, order) for kind in PointKind for order in range(each)]
    return [Point(meeting=meeting, kind=kind, order=order, **texts(text=_said(desk, kind))) for kind, order in kinds]


def _said(desk: Desk, kind: PointKind) -> Pair:
    return desk.words.paragraph() if kind == PointKind.OUTCOME else desk.words.pick(desk.words.topics)


def _participation(desk: Desk, meeting: Meeting, number: int) -> list[Participation]:
    """Bangkok, two to eight cities, an agency, another body; every third says what it presented."""
    start, many = desk.words.random.randrange(len(desk.cities)), 8 if number < RICH else 2 + number % 5
    start = 0 if number < 2 * RICH else start
    cities = [desk.cities[(start + position) % len(desk.cities)] for position in range(min(many, len(desk.cities)))]
    who = [{"city": city} for city in ([desk.bangkok] if desk.bangkok else []) + cities]
    who += [{"agency": desk.agencies[number % len(desk.agencies)]}] + ([texts(body=_BODY)] if number % 4 == 0 else [])
    return [
        Participation(
            meeting=meeting,
            order=order,
            **participant,
            **texts(presented=desk.words.pick(desk.words.topics) if order % 3 == 1 else ("", "")),
        )
        for order, participant in enumerate(who)
    ]


def _commitments(desk: Desk, numbers: range) -> None:
    made = desk.add(_commitment(desk, number) for number in numbers)
    desk.commitments += [commitment.pk for commitment in made]
    rows = list(zip(made, numbers, strict=True))
    desk.link_some(Commitment.agencies, rows, desk.agencies, 3)
    desk.link_some(Commitment.cities, rows[::2], desk.cities, 3)
    desk.add_parts(note for commitment, number in rows for note in _notes(desk, commitment, number))
    desk.cite(made[::2])


def _commitment(desk: Desk, number: int) -> Commitment:
    """The first twelve stand on the first pages; some are overdue, some due later, of most nobody knows."""
    title, detail = desk.words.pick(desk.words.promises)
    if number % 4 == 3:
        origin = {"agreement": desk.agreements[0 if number < 12 else number % len(desk.agreements)]}
    else:
        origin = {"meeting_id": desk.meetings[0 if number < 12 else number % len(desk.meetings)]}
    due = {1: of_year(desk.today.year - 2), 2: desk.coming_day(number)}.get(number % 6)
    return Commitment(
        code=f"sample-commitment-{number + 1}",
        framework=list(Framework)[number % 3],
        due_on=due,
        order=number % 100,
        **origin,
        **texts(title=marked(title), detail=detail),
    )


def _notes(desk: Desk, commitment: Commitment, number: int) -> list[CommitmentNote]:
    """Up to three, the last of them done, dropped or still under way."""
    last = (Progress.UNDER_WAY, Progress.UNDER_WAY, Progress.DONE, Progress.DROPPED)[number % 4]
    states = [Progress.AGREED, Progress.UNDER_WAY, last][: number % 4]
    return [
        CommitmentNote(
            commitment=commitment,
            state=state,
            noted_on=desk.today - timedelta(days=90 * (4 - position)),
            **texts(text=desk.words.sentence()),
        )
        for position, state in enumerate(states)
    ]
