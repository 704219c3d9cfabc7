"""Numbers and months that one language of a text tells otherwise than the other."""

import re
from collections.abc import Iterator

from django.utils.translation import gettext as _

from iad_portal.lib.dates.calendar import BE_OFFSET
from iad_portal.lib.dates.format import MONTHS
from iad_portal.lib.dates.parse import THAI_DIGITS

from .finding import Finding

# A number with its decimals, or a time of day: 16.00 in Thai is 16:00 in English.
_NUMBER = re.compile(r"\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:[.:]\d+)?")
# An hour of one half of the day: 1:30 p.m. in English is 13.30 in Thai.
_HALF = re.compile(r"(?<![\d.:])(?P<hour>\d{1,2})(?:[.:](?P<minute>\d{2}))?\s?(?P<half>[ap])\.?\s?m\b\.?", re.I)
# Years of the Buddhist Era as they stand in running text; written with two digits, they belong to this century.
_FIRST_BE, _LAST_BE, _CENTURY_BE = 2300, 2699, 2500
_Token = tuple[str, frozenset[str]]


def unlike_sides(thai: str, english: str) -> Iterator[Finding]:
    """Numbers or months of which either side has one that the other has not; both texts are plain.

    What one side alone tells more is left alone: a translation may be shorter, and write small numbers as words.
    """
    for read in (_numbers, _months):
        in_thai, in_english = read(thai, "th"), read(english, "en")
        only_thai, only_english = _without(in_thai, in_english), _without(in_english, in_thai)
        if only_thai and only_english:
            said = {"thai": ", ".join(only_thai), "english": ", ".join(only_english)}
            sentence = _("The two languages differ: the Thai text tells %(thai)s, the English text %(english)s.")
            yield Finding("unlike_sides", f"{said['thai']} {said['english']}", sentence % said)


def _without(tokens: list[_Token], others: list[_Token]) -> list[str]:
    met = {meaning for _words, meanings in others for meaning in meanings}
    return list(dict.fromkeys(words for words, meanings in tokens if not meanings & met))


def _numbers(text: str, _language: str) -> list[_Token]:
    plain = text.translate(THAI_DIGITS)
    hours = [(found.group(), _meanings(_of_whole_day(found))) for found in _HALF.finditer(plain)]
    return [*hours, *((found, _meanings(found)) for found in _NUMBER.findall(_HALF.sub(" ", plain)))]


def _of_whole_day(found: re.Match[str]) -> str:
    """The hour and minute of `found` as they are written from 0.00 to 23.59."""
    hour = int(found["hour"]) % 12 + (12 if found["half"].lower() == "p" else 0)
    return f"{hour}.{found['minute'] or '00'}"


def _meanings(written: str) -> frozenset[str]:
    plain = re.sub(r"^0+(?=\d)", "", written.replace(",", "").replace(":", "."))
    found = {plain, plain.removesuffix(".00")}
    if written.isdigit() and len(written) == 4 and _FIRST_BE <= int(written) <= _LAST_BE:
        found.add(str(int(written) - BE_OFFSET))
    elif written.isdigit() and len(written) == 2:
        found.add(str(int(written) + _CENTURY_BE - BE_OFFSET))
    return frozenset(found)


def _months(text: str, language: str) -> list[_Token]:
    """Months beside a number: "May" alone may be a verb."""
    found = []
    for style in ("long", "short"):
        for number, name in enumerate(MONTHS[language, style], 1):
            word = re.escape(name) if language == "th" else rf"\b{re.escape(name)}\b"
            if re.search(rf"\d\s*{word}|{word}\.?\s*\d", text.translate(THAI_DIGITS)):
                found.append((name, frozenset({str(number)})))
    return found
