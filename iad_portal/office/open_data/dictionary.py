"""What the columns of the registers mean, in both languages: every column of every register has its line here.

Columns of a bilingual text are told by their stem: `name` stands for `name_th` and `name_en`.
"""

from dataclasses import dataclass

from django.utils import translation
from django.utils.functional import Promise
from django.utils.translation import gettext, pgettext_lazy
from django.utils.translation import gettext_lazy as _

from iad_portal.lib.text.bilingual import LANGUAGES
from iad_portal.lib.text.translatable import Translatable

from .columns import Register

# What kinds of values there are, and in which unit or calendar they are written.
KINDS: dict[str, tuple[Translatable, Translatable]] = {
    "text": (pgettext_lazy("kind of value", "text"), ""),
    "code": (pgettext_lazy("kind of value", "code"), ""),
    "codes": (pgettext_lazy("kind of value", "codes"), _("joined by semicolons")),
    "date": (pgettext_lazy("kind of value", "date"), _("Gregorian, ISO 8601; cut to the month or year that is known")),
    "year": (pgettext_lazy("kind of value", "year"), _("Gregorian")),
    "fiscal year": (
        pgettext_lazy("kind of value", "fiscal year"),
        _("Gregorian, named after the year in which it ends"),
    ),
    "number": (pgettext_lazy("kind of value", "number"), ""),
    "baht": (pgettext_lazy("kind of value", "number"), _("baht")),
    "per cent": (pgettext_lazy("kind of value", "number"), _("per cent")),
    "degrees": (pgettext_lazy("kind of value", "number"), _("degrees, WGS 84")),
    "yes or no": (pgettext_lazy("kind of value", "yes or no"), _("True or False; in JSON true or false")),
    "address": (pgettext_lazy("kind of value", "address on the web"), ""),
}


@dataclass(frozen=True, slots=True)
class Meaning:
    """What a column holds, and its kind, one of KINDS."""

    words: Promise
    kind: str = "text"


@dataclass(frozen=True, slots=True)
class Entry:
    """A column in the dictionary: its name, what it holds and of what kind it is, in Thai and in English."""

    name: str
    th: str
    en: str
    kind_th: str
    kind_en: str


MEANINGS = {
    "about_cities": Meaning(_("Cities that it was about and that took no part, by their codes"), "codes"),
    "acronym": Meaning(_("Acronym")),
    "activity": Meaning(_("What is known of the network itself: active, past, to_confirm"), "code"),
    "address": Meaning(_("Address")),
    "agencies": Meaning(_("Agencies that carry it out, by their codes"), "codes"),
    "agency": Meaning(_("Agency, by its code"), "code"),
    "agreement": Meaning(_("Agreement, by its permanent number"), "number"),
    "as_of": Meaning(_("The day of which the file tells"), "date"),
    "attendance": Meaning(_("How people take part: in_person, online, hybrid; empty where no record says"), "code"),
    "body": Meaning(_("Body that is neither a city nor an agency")),
    "budget_thb": Meaning(_("Budget"), "baht"),
    "cities": Meaning(_("Cities that took part, by their codes"), "codes"),
    "city": Meaning(_("City, by its code in the register of cities"), "code"),
    "code": Meaning(_("Lasting code of the record"), "code"),
    "confirmed_on": Meaning(_("When a source or the office last confirmed what the row claims"), "date"),
    "cooperation": Meaning(_("Fields of cooperation")),
    "country": Meaning(_("Country, by its code of ISO 3166-1"), "code"),
    "course": Meaning(_("Whether it took place as announced: as_planned, postponed, moved, cancelled"), "code"),
    "course_note": Meaning(_("Why it did not take place as announced, and what that means")),
    "desk": Meaning(_("Desk that is the contact point")),
    "detail": Meaning(_("What was promised, in full")),
    "direction": Meaning(_("Who came to whom: in (to Bangkok), out, mutual, online, joint"), "code"),
    "district": Meaning(_("District of Bangkok")),
    "due_on": Meaning(_("Until when it is due"), "date"),
    "earlier_starts_on": Meaning(_("First day as it was announced at first, where that was changed"), "date"),
    "effective_on": Meaning(_("In force from, where that is not the day of signing"), "date"),
    "email": Meaning(_("E-mail"), "address"),
    "embassies": Meaning(_("Embassies that took part, by the codes of their countries"), "codes"),
    "ends_on": Meaning(_("Last day"), "date"),
    "event_ends_on": Meaning(_("Last day of the event"), "date"),
    "event_on": Meaning(_("Day of the event, or its first day"), "date"),
    "exchange": Meaning(_("Visit or activity, by its code in the register of exchanges"), "code"),
    "expires_on": Meaning(_("In force until"), "date"),
    "first_tie_on": Meaning(_("Earliest recorded date of a tie that makes the city a partner"), "date"),
    "fiscal_year": Meaning(_("Fiscal year of the plan"), "fiscal year"),
    "founded_on": Meaning(_("When the network was founded"), "date"),
    "framework": Meaning(_("Between how many: bilateral, multilateral, both"), "code"),
    "headcount": Meaning(_("Number of people who took part"), "number"),
    "host_city": Meaning(_("City that hosted it, by its code"), "code"),
    "instrument": Meaning(_("Form of the paper, such as sister_city or mou"), "code"),
    "joined_on": Meaning(_("When Bangkok joined"), "date"),
    "kind": Meaning(_("Kind of record"), "code"),
    "known_as_of": Meaning(_("The day of which the record itself tells"), "date"),
    "latitude": Meaning(_("Latitude"), "degrees"),
    "lead": Meaning(_("Lead of the news")),
    "left_on": Meaning(_("When the membership ended"), "date"),
    "longitude": Meaning(_("Longitude"), "degrees"),
    "measure": Meaning(_("What was measured, such as population or area_km2"), "code"),
    "meeting": Meaning(_("Meeting, by its code in the register of meetings"), "code"),
    "month": Meaning(_("Month of a monthly plan, 1 to 12"), "number"),
    "name": Meaning(_("Name")),
    "network": Meaning(_("Network, by its code in the register of networks"), "code"),
    "note": Meaning(_("Note on the figure")),
    "noted_on": Meaning(_("When that was noted"), "date"),
    "number": Meaning(_("Permanent number of the agreement"), "number"),
    "official_code": Meaning(_("Code of the project in the city’s own plans"), "code"),
    "ordinal": Meaning(_("Which meeting of its series it was"), "number"),
    "original_language": Meaning(_("Language of the original title, by its code of ISO 639"), "code"),
    "original_title": Meaning(_("Title as printed on the paper, in its own language")),
    "outcome": Meaning(_("What came of it")),
    "overdue": Meaning(_("Whether it is open and its due day, month or year is over"), "yes or no"),
    "part_of": Meaning(_("Meeting of which it is a part, by its code"), "code"),
    "people": Meaning(_("Number of young people"), "number"),
    "period_from": Meaning(_("First day of the plan"), "date"),
    "period_to": Meaning(_("Last day of the plan"), "date"),
    "person": Meaning(_("Rank and name of who signed")),
    "phone": Meaning(_("Telephone")),
    "place": Meaning(_("Where it was")),
    "plan": Meaning(_("Plan, by its code in the register of plans"), "code"),
    "post_title": Meaning(_("Post at the time of signing")),
    "presented": Meaning(_("What was presented")),
    "progress": Meaning(_("Where it stood: agreed, under_way, done, dropped"), "code"),
    "progress_percent": Meaning(_("Progress of the project"), "per cent"),
    "published_on": Meaning(_("When it was published first"), "date"),
    "qualifier": Meaning(_("How exact the value is: exact, about, over and so on"), "code"),
    "received_on": Meaning(_("When the key was received"), "date"),
    "recorded_state": Meaning(_("State by the recorded dates: in_force, in_force_undated, ended and so on"), "code"),
    "role": Meaning(_("What the city is in the network: member, board, officer, president"), "code"),
    "side": Meaning(_("For whom: bangkok or partner"), "code"),
    "signed_on": Meaning(_("When it was signed"), "date"),
    "slug": Meaning(_("Lasting code of the record, at the end of its page’s address"), "code"),
    "spent_thb": Meaning(_("Money spent"), "baht"),
    "standing": Meaning(_("What the city was to Bangkok: partner, former, other"), "code"),
    "starts_on": Meaning(_("First day"), "date"),
    "state": Meaning(
        _("Whether the claim holds: confirmed, last_known, ended; empty where nothing is claimed"), "code"
    ),
    "subject": Meaning(_("Whose figure it is, by its code"), "code"),
    "subject_kind": Meaning(_("Kind of record whose figure it is"), "code"),
    "theme": Meaning(_("Theme of the meeting")),
    "title": Meaning(_("Title")),
    "to_be_confirmed": Meaning(_("Whether the office has still to confirm a point of the row"), "yes or no"),
    "value": Meaning(_("The number that was measured"), "number"),
    "venue": Meaning(_("Venue")),
    "website": Meaning(_("Website"), "address"),
    "year": Meaning(_("Year of the exchange"), "year"),
}
# Where a register means something else by a name: (register, stem).
OF_A_REGISTER = {
    ("agreements", "place"): Meaning(_("Where it was signed")),
    ("commitments", "cities"): Meaning(_("Partner cities with which it was agreed, by their codes"), "codes"),
    ("figures", "note"): Meaning(_("Note on the figure")),
    ("key-recipients", "name"): Meaning(_("Recipient, with the post held on that day")),
}


def stem_of(name: str) -> tuple[str, str]:
    """The stem of the name of a column, and its language ("" for what is no text of a language)."""
    stem, _line, language = name.rpartition("_")
    return (stem, language) if language in LANGUAGES else (name, "")


def meaning_of(register: str, name: str) -> Meaning:
    """What the column `name` of the `register` means. Raises KeyError where nobody has said it."""
    stem, _language = stem_of(name)
    return OF_A_REGISTER.get((register, stem)) or MEANINGS[stem]


def dictionary_of(register: Register) -> list[Entry]:
    """The columns of a register in their order."""
    return [_entry(register.slug, name) for name in register.names()]


def _entry(register: str, name: str) -> Entry:
    words, kinds = [], []
    for language in ("th", "en"):
        with translation.override(language):
            meaning = meaning_of(register, name)
            words.append(_in_words(str(meaning.words), stem_of(name)[1]))
            kinds.append(", ".join(str(part) for part in KINDS[meaning.kind] if part))
    return Entry(name, words[0], words[1], kinds[0], kinds[1])


def _in_words(words: str, language: str) -> str:
    if language == "th":
        return gettext("%(words)s (in Thai)") % {"words": words}
    return gettext("%(words)s (in English)") % {"words": words} if language == "en" else words
