"""Sample agreements in every form and state, and exchanges."""

from datetime import timedelta

from iad_portal.lib.dates.calendar import PartialDate
from relations.models import Agreement, Direction, Exchange, ExchangeKind, Instrument, Side, Signatory
from relations.models.numbers import FIRST_OF_SAMPLE

from .desk import RICH, Desk
from .words import marked, one_language, texts

_TIES = (
    Instrument.SISTER_CITY,
    Instrument.FRIENDSHIP_CITY,
    Instrument.FRIENDSHIP_AGREEMENT,
    Instrument.MOU,
    Instrument.COOPERATION_AGREEMENT,
    Instrument.PROTOCOL,
    Instrument.REAFFIRMATION,
    Instrument.NOT_STATED,
)
_OTHERS = (Instrument.LETTER_OF_INTENT, Instrument.JOINT_STATEMENT, Instrument.COOPERATION_PROGRAMME)
_TITLE = ("ความตกลงระหว่างกรุงเทพมหานครกับ{}", "Agreement between Bangkok and {}")
_GOVERNOR, _MAYOR = ("ผู้ว่าราชการ", "Governor"), ("นายกเทศมนตรี", "Mayor")
_CALL = ExchangeKind.COURTESY_CALL
_DIRECTIONS = {
    "official_visit": Direction.IN,
    "courtesy_call": Direction.IN,
    "study_visit": Direction.IN,
    "youth_exchange": Direction.MUTUAL,
    "online_exchange": Direction.ONLINE,
    "festival": Direction.JOINT,
    "expert_visit": Direction.OUT,
    "project": Direction.JOINT,
}


def make(desk: Desk) -> None:
    """Agreements city by city, then the exchanges."""
    _agreements(desk)
    desk.in_batches("exchanges", lambda numbers: _exchanges(desk, numbers))


def _agreements(desk: Desk) -> None:
    """One round gives each city one paper; what a later round makes may renew it."""
    total, step = desk.sizes["agreements"], len(desk.cities)
    for start in range(0, total, step):
        numbers = range(start, min(start + step, total))
        before = desk.agreements[-step:] if start else []
        made = desk.add(_agreement(desk, number, before) for number in numbers)
        desk.agreements += made
    desk.add_parts(signatory for agreement in desk.agreements for signatory in _signatories(desk, agreement))
    rich = desk.agreements[:RICH]
    desk.add_parts(desk.album.photo(agreement, number) for number, agreement in enumerate(rich))
    papers = [(agreement, order) for agreement in rich for order in (0, 1)]
    papers += [(agreement, 0) for agreement in desk.agreements[RICH::4]]
    desk.add_parts(desk.album.paper(agreement, order, has_file=order == 0) for agreement, order in papers)
    desk.cite(desk.agreements)


def _agreement(desk: Desk, number: int, before: list[Agreement]) -> Agreement:
    position = number % len(desk.cities)
    city, is_tie = desk.cities[position], position % 4 != 3
    bare = desk.words.city(position)
    instrument = _TIES[(number + position) % len(_TIES)] if is_tie else _OTHERS[number % len(_OTHERS)]
    renews = before[position] if before and is_tie and number % 3 == 0 else None
    title = marked(tuple(half.format(name) for half, name in zip(_TITLE, bare, strict=True)))
    return Agreement(
        number=FIRST_OF_SAMPLE + number,
        city=city,
        instrument=instrument,
        renews=renews,
        original_title=f"Sample agreement {number + 1}",
        original_language="en",
        announced_ordinal=number + 1 if number < RICH else None,
        **_term(desk, number, position),
        **desk.state(number),
        **texts(
            title=one_language(number, title),
            place=desk.words.pick(desk.words.places),
            cooperation=desk.words.pick(desk.words.fields),
            note=desk.words.paragraph() if number < RICH else ("", ""),
        ),
    )


def _term(desk: Desk, number: int, position: int) -> dict:
    """When it binds: without a date, not yet, ended, for a term that renews itself, or since it was signed."""
    if number % 16 == 12:
        return {}
    if number % 16 == 5:
        return {"signed_on": desk.past_day(), "effective_on": desk.coming_day(number)}
    signed = desk.day(number)
    if position % 4 == 2:
        years = desk.today.year - desk.words.random.randint(6, 50)
        return {"signed_on": PartialDate(years), "expires_on": PartialDate(years + 5), "notice_months": 3}
    if number % 5 == 1 and signed:
        until = PartialDate(signed.year + 5)
        return {"signed_on": signed, "expires_on": until, "renews_itself": True, "notice_months": 6}
    return {"signed_on": signed}


def _signatories(desk: Desk, agreement: Agreement) -> list[Signatory]:
    start = desk.words.random.randrange(len(desk.people))
    sides = (Side.BANGKOK, Side.PARTNER, Side.PARTNER)[: 3 if agreement.number % 3 else 1]
    return [
        Signatory(
            agreement=agreement,
            side=side,
            order=order + 1,
            person=desk.people[(start + order) % len(desk.people)],
            **texts(post_title=_GOVERNOR if side == Side.BANGKOK else _MAYOR),
        )
        for order, side in enumerate(sides)
    ]


def _exchanges(desk: Desk, numbers: range) -> None:
    placed = [(number, desk.words.random.randrange(len(desk.cities))) for number in numbers]
    # The first ones fill one page, so that its ledger is long enough to be read by the year.
    placed = [(number, 0 if number < 16 else position) for number, position in placed]
    made = desk.add(_exchange(desk, number, position) for number, position in placed)
    rows = [(exchange, number, position) for exchange, (number, position) in zip(made, placed, strict=True)]
    desk.exchanges += [exchange.pk for exchange in made]
    desk.link(Exchange.cities, ((exchange.pk, desk.cities[position]) for exchange, _number, position in rows))
    desk.link(
        Exchange.cities,
        ((exchange.pk, desk.cities[position - 1]) for exchange, number, position in rows if number % 9 == 2),
    )
    desk.link(
        Exchange.about_cities,
        ((exchange.pk, desk.cities[position - 2]) for exchange, n, position in rows if n % 9 == 5),
    )
    calls = [
        (exchange, 0 if number < 16 else number // 8) for exchange, number, _place in rows if exchange.kind == _CALL
    ]
    desk.link(Exchange.embassies, ((call.pk, desk.embassies[turn % len(desk.embassies)]) for call, turn in calls))
    numbered = list(zip(made, numbers, strict=True))
    desk.link_some(Exchange.agencies, numbered[::2], desk.agencies, 2)
    desk.link_some(Exchange.people, numbered[::3], desk.people, 3)
    desk.cite(made[::3])


def _exchange(desk: Desk, number: int, position: int) -> Exchange:
    kinds = desk.words.exchange_kinds
    kind = kinds[number % len(kinds)]
    is_coming = number == 3 or number % 50 == 21
    starts = desk.coming_day(number) if is_coming else desk.day(number)
    lasts = number % 4 == 0 and starts and starts.precision == "day"
    title = marked(desk.words.exchange_title(kind, desk.words.city(position)))
    return Exchange(
        code=f"sample-exchange-{number + 1}",
        kind=kind,
        direction=_DIRECTIONS[kind],
        starts_on=starts,
        ends_on=PartialDate.of(starts + timedelta(days=2)) if lasts else None,
        headcount=number % 60 + 2 if number % 3 else None,
        agreement=desk.words.pick(desk.agreements) if number % 10 == 4 else None,
        **desk.state(number),
        **texts(
            title=one_language(number, title),
            place=desk.words.pick(desk.words.places),
            outcome=one_language(number, desk.words.sentence()) if number % 2 == 0 else ("", ""),
        ),
    )
