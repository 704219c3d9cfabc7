"""Dates and years in running text that cannot be right, or stand in the other language's era."""

import re
from collections.abc import Iterator

from django.utils.translation import gettext as _

from iad_portal.lib.dates.calendar import BE_OFFSET
from iad_portal.lib.dates.format import MONTHS, WEEKDAYS
from iad_portal.lib.dates.parse import FIRST_YEAR, LAST_YEAR, THAI_DIGITS, DateError, parse_date

from .comparisons import known
from .finding import Finding, Text

_BE, _CE = r"(?:พ\.?\s?ศ\.?|พุทธศักราช|B\.?\s?E\.?)", r"(?:ค\.?\s?ศ\.?|คริสต์?ศักราช|C\.?\s?E\.?|A\.?\s?D\.?)"
_FULL_YEAR = r"(?<!\d)\d{4}(?!\d)"


def _any_of(names: list[str]) -> str:
    return "(?:" + "|".join(re.escape(name) for name in sorted(names, key=len, reverse=True)) + ")"


_TH_MONTH = _any_of(MONTHS["th", "long"] + MONTHS["th", "short"])
_EN_MONTH = r"\b" + _any_of(MONTHS["en", "long"] + MONTHS["en", "short"]) + r"\b\.?"
_TH_DAY = rf"(?:(?:วัน)?{_any_of(WEEKDAYS['th'])}\s?(?:ที่)?[\s,]*)?"
_EN_DAY = rf"(?:\b{_any_of(WEEKDAYS['en'])}\b,?\s+)?"
_DATES = [
    re.compile(rf"{_TH_DAY}(?<![\d:.])\d{{1,2}}\s*(?:เดือน)?\s*{_TH_MONTH}\s*(?:ปี)?\s*(?:{_BE}|{_CE})?\s*{_FULL_YEAR}"),
    re.compile(rf"{_TH_DAY}{_TH_MONTH}\s+\d{{1,2}},?\s+{_FULL_YEAR}"),
    re.compile(rf"{_EN_DAY}(?<![\d:.])\d{{1,2}}\s+{_EN_MONTH}\s*,?\s*(?:{_BE}|{_CE})?\s*{_FULL_YEAR}", re.I),
    re.compile(rf"{_EN_DAY}{_EN_MONTH}\s+\d{{1,2}},?\s+{_FULL_YEAR}", re.I),
]
_ERA_YEAR = re.compile(rf"(?:{_BE}|(?<![A-Za-z]){_CE})\s?{_FULL_YEAR}")
# A year by itself, by the word before it.
_YEAR = re.compile(rf"(?:\b(?:in|since|until|from|year|dated|of)\s+|(?:ปี|ตั้งแต่|เมื่อ)\s*)(?P<year>{_FULL_YEAR})", re.I)
_ORDINALS = str.split(
    "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth "
    "sixteenth seventeenth eighteenth nineteenth twentieth"
)
_CENTURY = re.compile(
    rf"(?:(?P<th>(?:คริสต์)?ศตวรรษที่\s*(?P<number>\d{{1,2}}))|(?P<en>\b(?P<ordinal>\d{{1,2}}(?:st|nd|rd|th)|{'|'.join(_ORDINALS)})"
    rf"[\s-]century))[^.\n]{{0,30}}?{_BE}\s?(?P<year>{_FULL_YEAR})",
    re.I,
)
_PAIR = re.compile(
    rf"(?P<be>{_BE}\s?(?P<first>{_FULL_YEAR}))\s?[(/,]\s?{_CE}?\s?(?P<second>{_FULL_YEAR})"
    rf"|(?:{_CE}\s?)?(?P<ce>{_FULL_YEAR})\s?[(/,]\s?(?:{_BE}\s?(?P<after>{_FULL_YEAR}))"
)
_BEGINS = re.compile(
    rf"(?:(?:โดย)?เริ่ม(?:ต้น|จัด)?(?:ขึ้น)?(?:ใน|ตั้งแต่)?|จัดขึ้นเป็นครั้งแรก(?:ใน|เมื่อ)?|\b(?:starting|beginning|started|begun)\s+(?:in|from)?)"
    rf"\s*(?:ปี|เดือน\S+)?\s*(?:{_BE}|{_CE})?\s?(?P<year>{_FULL_YEAR})",
    re.I,
)


def wrong_dates(text: Text) -> Iterator[Finding]:
    """Dates that do not exist or fall on another weekday, and years that do not fit the era written with them."""
    plain = text.plain.translate(THAI_DIGITS)
    for pattern in (*_DATES, _ERA_YEAR):
        for match in pattern.finditer(plain):
            if fault := _fault_of(match.group()):
                yield Finding("wrong_date", text.plain[slice(*match.span())], f"“{match.group().strip()}”: {fault}")


def years_before_bangkok(text: Text) -> Iterator[Finding]:
    """Years without an era that lie before the founding of Bangkok: 1661 for 1961."""
    for match in _YEAR.finditer(text.plain.translate(THAI_DIGITS)):
        year = int(match["year"])
        if 1000 <= year < FIRST_YEAR or LAST_YEAR < year < FIRST_YEAR + BE_OFFSET:
            sentence = _("The year %(year)s lies before the founding of Bangkok, or far ahead: is it right?")
            yield Finding("odd_year", match.group(), sentence % {"year": year})


def other_era(text: Text) -> Iterator[Finding]:
    """Years of the Common Era in a Thai text that does not say so, and of the Buddhist Era in an English one."""
    plain = text.plain.translate(THAI_DIGITS)
    dates = [match for pattern in _DATES for match in pattern.finditer(plain)]
    for match in (*dates, *_YEAR.finditer(plain)):
        written, year = match.group(), int(match.group()[-4:])
        if re.search(f"{_BE}|{_CE}", written) or re.match(rf"\s?{_BE}|\s?{_CE}", plain[match.end() :]):
            continue
        if text.language == "th" and FIRST_YEAR <= year <= LAST_YEAR:
            sentence = _("“%(typed)s”: Thai texts give years in the Buddhist Era, here %(year)s.")
            yield Finding("other_era", written, sentence % {"typed": written, "year": year + BE_OFFSET})
        elif text.language == "en" and FIRST_YEAR + BE_OFFSET <= year <= LAST_YEAR + BE_OFFSET:
            sentence = _("“%(typed)s”: English texts give years in the Common Era, here %(year)s.")
            yield Finding("other_era", written, sentence % {"typed": written, "year": year - BE_OFFSET})


def unequal_eras(text: Text) -> Iterator[Finding]:
    """One year given in both eras, or a year beside a century, that are not the same."""
    plain = text.plain.translate(THAI_DIGITS)
    for match in _PAIR.finditer(plain):
        buddhist = int(match["first"] or match["after"])
        common = int(match["second"] or match["ce"])
        if buddhist - BE_OFFSET != common and common < buddhist:
            sentence = _("B.E. %(be)s is %(ce)s C.E., not %(typed)s.")
            said = {"be": buddhist, "ce": buddhist - BE_OFFSET, "typed": common}
            yield Finding("unequal_eras", match.group(), sentence % said)
    for match in _CENTURY.finditer(plain):
        if "พุทธ" in plain[max(0, match.start() - 4) : match.start()]:
            continue
        century, year = _century(match), int(match["year"]) - BE_OFFSET
        if century and (year - 1) // 100 + 1 != century:
            sentence = _("B.E. %(be)s is %(ce)s C.E., which does not lie in century %(century)s.")
            said = {"be": year + BE_OFFSET, "ce": year, "century": century}
            yield Finding("unequal_eras", match.group(), sentence % said)


def begins_too_early(text: Text) -> Iterator[Finding]:
    """Something that is said to begin in a year before the one told of in the same paragraph: most likely a slip."""
    for line in text.plain.translate(THAI_DIGITS).split("\n"):
        for match in _BEGINS.finditer(line):
            year = _common(int(match["year"]))
            before = [_common(int(found)) for found in re.findall(_FULL_YEAR, line[: match.start()])]
            before = [one for one in before if FIRST_YEAR <= one <= LAST_YEAR]
            if before and year < before[-1] and year >= FIRST_YEAR:
                sentence = _("“%(typed)s” lies before the year that is told of just before it: is it right?")
                yield Finding("begins_too_early", match.group(), sentence % {"typed": match.group().strip()})


def other_year(text: Text) -> Iterator[Finding]:
    """A year in which something is said to have happened, where the registers hold another one."""
    for line in text.plain.translate(THAI_DIGITS).split("\n"):
        for dated in known().dated:
            if not any(_names(line, name) for name in dated.names):
                continue
            for match in dated.event.finditer(line):
                if _common(int(match["year"])) not in dated.years:
                    years = ", ".join(f"{year + BE_OFFSET} ({year})" for year in sorted(dated.years))
                    said = {"typed": match.group().strip(), "told": dated.told, "years": years}
                    sentence = _("“%(typed)s”: on record is %(told)s %(years)s.")
                    yield Finding("other_year", f"{dated.names[0]} {match.group()}", sentence % said)


def _names(line: str, name: str) -> bool:
    """Whether `name` stands in `line`, and is no part of a longer Latin word."""
    return name in line and bool(re.search(rf"(?<![A-Za-z]){re.escape(name)}(?![A-Za-z])", line))


def _fault_of(written: str) -> str:
    try:
        parse_date(written)
    except DateError as error:
        return str(error) if error.code in ("day", "weekday", "era", "year") else ""
    return ""


def _century(match: re.Match[str]) -> int:
    ordinal = match["ordinal"] or ""
    if match["number"]:
        return int(match["number"])
    return int(ordinal[:-2]) if ordinal[:1].isdigit() else _ORDINALS.index(ordinal.lower()) + 1


def _common(year: int) -> int:
    return year - BE_OFFSET if year > LAST_YEAR else year
