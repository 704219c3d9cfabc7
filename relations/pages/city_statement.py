"""What the page of a city says first: one sentence on the tie, and a row of answers."""

from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any

from django.urls import reverse
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import ngettext, pgettext

from iad_portal.lib.components import DateItem, Day, Doing, Fact, Statement, Words
from iad_portal.lib.dates import calendar
from iad_portal.lib.dates.calendar import PartialDate, Precision
from iad_portal.lib.dates.format import format_date, format_range
from iad_portal.lib.templatetags.face import when
from iad_portal.lib.templatetags.portal import marked
from iad_portal.lib.text.bilingual import Text, reader_language, text_of
from relations.models import Agreement, City, ExchangeKind, Instrument, Standing

from .age import seen_of
from .citations import SourceList
from .ties import Ties, anniversary, signed

# Nobody meets over these.
NO_MEETING = {ExchangeKind.PROPOSAL, ExchangeKind.GIFT}
# A longer list of fields is left to the agreements themselves.
SHORT = 160


def last_met(city: City, exchanges: Iterable[Any], meetings: Iterable[Any]) -> Doing | None:
    """The last time on record that Bangkok and `city` met; None when there is none with a date.

    `exchanges` come from `listed_exchanges()`, and `meetings` say in `bangkok_was_there` whether it was. Of an exchange
    the `kind` says in words what it was; a meeting has an address, and no kind.
    """
    met = [
        Doing(exchange.starts_on, exchange.ends_on, text_of(exchange, "title"), kind=exchange.get_kind_display())
        for exchange in exchanges
        if exchange.starts_on and exchange.kind not in NO_MEETING and city in exchange.published_cities
    ]
    met += [
        Doing(meeting.starts_on, meeting.ends_on, text_of(meeting, "title"), meeting.get_absolute_url())
        for meeting in meetings
        if meeting.starts_on and meeting.bangkok_was_there
    ]
    return max(met, key=lambda doing: doing.first_day, default=None)


def sentence(city: City, ties: Ties, met: Doing | None) -> str:
    """What Bangkok says of the tie, or, where none was ever made, of the last time that the two met."""
    if ties.standing == Standing.OTHER:
        return _of_other(city, ties, met)
    if ties.standing == Standing.FORMER:
        return _of_former(ties)
    return _of_deeds(city, _deeds(ties), ties.made)


def _of_deeds(city: City, deeds: Sequence[Agreement], agreements: Iterable[Agreement]) -> str:
    """What the two cities did in `deeds` (at most two), and in which fields they agreed to work together."""
    name = _named(city)
    if not deeds:
        return _("Bangkok and %(city)s made an agreement. Its date is to be added.") % {"city": name}
    said = [_deed(agreement) for agreement in deeds]
    words = _("Bangkok and %(city)s %(deed)s, and %(other_deed)s.") if said[1:] else _("Bangkok and %(city)s %(deed)s.")
    told = words % {"city": name, "deed": said[0], "other_deed": said[-1]}
    fields = _fields(agreements)
    beside = [_("Fields of cooperation: %(fields)s.") % {"fields": fields}] if fields else []
    return " ".join([told, *beside])


def _named(city: City) -> str:
    """Its name within a sentence: Thai sets a space behind an abbreviation, as in "กรุงวอชิงตัน ดี.ซี. สถาปนา"."""
    name = text_of(city, "name")
    return f"{name} " if name.language == "th" and name.value.endswith(".") else str(name)


def _deeds(ties: Ties) -> list[Agreement]:
    """The first tie with a date, and where it was raised to sister or friendship cities later, the first of these."""
    if ties.first is None:
        return []
    raised = {Instrument.SISTER_CITY, Instrument.FRIENDSHIP_CITY} - {Instrument(ties.first.instrument)}
    later = [agreement for agreement in ties.made if agreement.instrument in raised and signed(agreement)]
    later.sort(key=lambda agreement: signed(agreement).first_day)
    return [ties.first, *later[:1]]


def _deed(agreement: Agreement) -> str:
    """What the two cities did with it, and when: "became sister cities in June 2006"."""
    deeds = {
        Instrument.SISTER_CITY: pgettext("the two cities", "became sister cities"),
        Instrument.FRIENDSHIP_CITY: pgettext("the two cities", "became friendship cities"),
        Instrument.FRIENDSHIP_AGREEMENT: pgettext("the two cities", "established friendly relations"),
        Instrument.COOPERATION_AGREEMENT: pgettext("the two cities", "signed a cooperation agreement"),
        Instrument.MOU: pgettext("the two cities", "signed a memorandum of understanding"),
        Instrument.PROTOCOL: pgettext("the two cities", "signed a protocol"),
        Instrument.REAFFIRMATION: pgettext("the two cities", "reaffirmed their ties"),
        Instrument.COOPERATION_PROGRAMME: pgettext("the two cities", "signed a programme of cooperation"),
        Instrument.LETTER_OF_INTENT: pgettext("the two cities", "signed a letter of intent"),
        Instrument.JOINT_STATEMENT: pgettext("the two cities", "made a joint statement"),
    }
    deed = deeds.get(Instrument(agreement.instrument)) or pgettext("the two cities", "made an agreement")
    words = pgettext("the two cities did something", "%(deed)s %(day)s")
    return words % {"deed": deed, "day": _on(signed(agreement), None)}


def _on(start: Day | None, end: Day | None) -> str:
    """ "on 8 February 2006", "in June 2006", "from 28 to 29 October 2010", as the reader says it."""
    language, precision = reader_language(), getattr(start, "precision", Precision.DAY)
    if end and end != start:
        return pgettext("days", "on %(days)s") % {"days": format_range(start, end, language)}
    words = {
        Precision.DAY: pgettext("day", "on %(date)s"),
        Precision.MONTH: pgettext("month", "in %(date)s"),
        Precision.YEAR: pgettext("year", "in %(date)s"),
    }
    return words[precision] % {"date": format_date(start, language)}


def _fields(agreements: Iterable[Agreement]) -> str:
    """The fields of cooperation of the oldest agreement that states them in the reader's language, if they are few."""
    told = (text_of(agreement, "cooperation") for agreement in reversed(list(agreements)))
    fields = next((text for text in told if text and not text.is_fallback and len(text.value) <= SHORT), None)
    return _small(fields) if fields else ""


def _small(fields: Text) -> str:
    """A list as it goes on within a sentence."""
    first, rest = fields.value[:1], fields.value[1:].rstrip(".")
    return (first.lower() if rest[:1].islower() else first) + rest


def _of_former(ties: Ties) -> str:
    language = reader_language()
    first, ended = format_date(ties.first_on, language), format_date(ties.ended_on, language)
    if first and ended:
        return _("A partner city of Bangkok from %(first)s to %(ended)s.") % {"first": first, "ended": ended}
    return _("Once a partner city of Bangkok; its agreements have ended.")


def _of_other(city: City, ties: Ties, met: Doing | None) -> str:
    """Its newest agreement, which makes no tie; without any, when the two met last."""
    past = [one for one in ties.agreements if (day := signed(one)) and day.first_day <= ties.at]
    if past:
        return _of_deeds(city, past[:1], past[:1])
    name = _named(city)
    told = []
    if met and met.url:
        words = _("Bangkok and %(city)s both took part in %(meeting)s %(day)s.")
        told.append(words % {"city": name, "meeting": met.title, "day": _on(met.date, met.end)})
    elif met:
        words = _("Bangkok and %(city)s last met %(day)s.")
        told.append(words % {"city": name, "day": _on(met.date, met.end)})
    if not ties.agreements:
        told.append(_("The two cities have made no agreement yet."))
    return " ".join(told)


def statement_of(
    city: City, ties: Ties, met: Doing | None, coming: Sequence[DateItem], sources: SourceList
) -> Statement:
    """For components/statement.html: state, since, last met, next date, contact; what there is none of is left out."""
    answers = [_state(ties), _since(ties), _ended(ties), _last(met), _next(coming), _contact()]
    seen = seen_of(ties.agreements, ties.at, days_of(met))
    return Statement([answer for answer in answers if answer], seen, sources.links(), record=city)


def tie_in_short(ties: Ties) -> list[Fact]:
    """What the city is to Bangkok, the first agreement, and the end where it is over: for a box beside something else.

    That it goes on to this day, its own page says alone, beside how that is known.
    """
    is_other = ties.standing == Standing.OTHER
    first = Fact(_("First agreement"), when(ties.first_on) if ties.first_on else _("Date to be added"))
    return [answer for answer in (_state(ties), None if is_other else first, _ended(ties)) if answer]


def days_of(met: Doing | None) -> list[PartialDate]:
    """The day on which the two cities met, where there is one."""
    return [met.date] if met and isinstance(met.date, PartialDate) else []


def _state(ties: Ties) -> Fact:
    number = len(list(ties.agreements))
    count = ngettext("%(number)s agreement", "%(number)s agreements", number) % {"number": number}
    if ties.standing == Standing.OTHER:
        return Fact(_("State"), _("Also met"), as_of=count if number else _("No agreement yet"))
    return Fact(_("State"), ties.kind, as_of=count)


def _since(ties: Ties) -> Fact | None:
    """From when on; it goes on to this day only where that was confirmed lately enough."""
    if ties.standing == Standing.OTHER:
        return None
    first = ties.first_on
    if first is None:
        return Fact(_("First agreement"), _("Date to be added"))
    if not ties.is_confirmed:
        return Fact(_("First agreement"), when(first))
    return Fact(_("Since"), when(first), as_of=_years(first, ties.at))


def _years(first: PartialDate, at: date) -> str:
    years = calendar.years_between(first.first_day, at)
    if not years:
        return ""
    if first.precision == Precision.DAY:
        return ngettext("%(years)s year", "%(years)s years", years) % {"years": years}
    return ngettext("About %(years)s year", "About %(years)s years", years) % {"years": years}


def _ended(ties: Ties) -> Fact | None:
    return Fact(_("Ended"), when(ties.ended_on)) if ties.standing == Standing.FORMER and ties.ended_on else None


def _last(met: Doing | None) -> Fact | None:
    if met is None:
        return None
    return Fact(_("Last met"), when(met.date, met.end), as_of=met.kind or _link(met.url, met.title))


def _next(coming: Sequence[DateItem]) -> Fact | None:
    if not coming:
        return None
    item = coming[0]
    return Fact(_("Next date"), when(item.date, item.end), as_of=_link(item.url, item.label))


def _link(url: str, label: Words) -> SafeString | Words:
    return format_html('<a href="{}">{}</a>', url, marked(label)) if url else label


def _contact() -> Fact:
    return Fact(pgettext("header", "Contact"), _("International Affairs Office"), reverse("contact"))


def round_anniversary(ties: Ties) -> list[DateItem]:
    """The next anniversary that is marked, as a date; none when the first tie is not known to the day."""
    coming = ties.next_round_anniversary()
    return [DateItem(coming[0], anniversary(coming[1]))] if coming else []
