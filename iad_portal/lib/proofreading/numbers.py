"""Numbers in running text: what is typed and could be counted, mixed digits, lists numbered by hand."""

import re
from collections.abc import Iterator

from django.utils.translation import gettext as _

from iad_portal.lib.dates.format import MONTHS
from iad_portal.lib.dates.parse import THAI_DIGITS

from .comparisons import totals
from .finding import Finding, Text

_THAI_NUMBER, _ARABIC_NUMBER = re.compile("[๐-๙]+"), re.compile("[0-9]+")
# Addresses and codes keep their digits.
# From where a word begins, and to its first letter: no word is read more than once, however long it is.
_CODES = re.compile(r"(?<!\S)\S*(?:://|@|www\.)\S*|\b(?:(?![A-Za-z])\w)*[A-Za-z]\w*\d[\w-]*|\b\d+[A-Za-z]\w*")
_AVERAGE = re.compile(
    r"เฉลี่ย[^\n\d]{0,30}(?P<number>\d[\d,.]*)|(?P<before>\d[\d,.]*)[^\n\d]{0,25}โดยเฉลี่ย"
    r"|\b(?:average|averaging)\b[^\n\d]{0,30}(?P<english>\d[\d,.]*)|(?P<ahead>\d[\d,.]*)[^\n\d.]{0,25}\bon average\b",
    re.I,
)
_PER_MONTH = re.compile("เดือน|month", re.I)
_MONTH = {name.lower(): number for names in MONTHS.values() for number, name in enumerate(names, 1)}
_MONTHS = re.compile("|".join(re.escape(name) for name in sorted(_MONTH, key=len, reverse=True)), re.I)
_ITEM = re.compile(r"^\s*(?P<number>\d{1,2})\s?[.)](?!\d)")
_DASH = re.compile(r"^\s*[-–•*]\s*")
_COUNT = re.compile(
    r"(?<![\d.,])(?P<number>\d{1,3})(?![\d.,])[^\n\d]{0,60}(?:ดังนี้|ต่อไปนี้|as follows|the following|:)\s*:?\s*$", re.I
)


def mixed_digits(text: Text) -> Iterator[Finding]:
    """Thai and Arabic digits in one text: pages and search treat them alike, readers do not."""
    plain = _CODES.sub(" ", text.plain)
    thai, arabic = _THAI_NUMBER.search(plain), _ARABIC_NUMBER.search(plain)
    if thai and arabic:
        sentence = _("Thai and Arabic digits stand in one text (%(thai)s and %(arabic)s): write one kind.")
        said = {"thai": thai.group(), "arabic": arabic.group()}
        yield Finding("mixed_digits", f"{thai.group()} {arabic.group()}", sentence % said)


def typed_totals(text: Text) -> Iterator[Finding]:
    """Totals of a register that differ from what the register counts today."""
    for line in text.plain.translate(THAI_DIGITS).split("\n"):
        for total in totals():
            if not total.context.search(line):
                continue
            typed = {int(match["number"]): match.group() for match in total.pattern.finditer(line)}
            counted = total.count() if typed else 0
            for number, words in typed.items():
                if number != counted:
                    sentence = _("%(counted)s: %(typed)s is typed here, the register counts %(number)s today.")
                    said = {"counted": total.counted, "typed": number, "number": counted}
                    yield Finding("typed_total", words, sentence % said)


def typed_averages(text: Text) -> Iterator[Finding]:
    """Averages that somebody worked out: with months named beside them, they are worked out again."""
    for line in text.plain.translate(THAI_DIGITS).split("\n"):
        for match in _AVERAGE.finditer(line):
            average = next(number for number in match.groups() if number).rstrip(".,")
            better = _average_of(line, match)
            if better is not None and abs(better - float(average.replace(",", ""))) < 0.5:
                continue
            sentence = _("“%(typed)s” is an average that was worked out by hand: is it right?")
            said = {"typed": match.group().strip()}
            if better is not None:
                sentence = _("“%(typed)s”: total and months give %(number)s.")
                said["number"] = f"{better:.1f}"
            yield Finding("typed_average", match.group(), sentence % said)


def _average_of(line: str, average: re.Match[str]) -> float | None:
    """The monthly average of the number and the two months that stand before `average`; None when they do not."""
    before = line[: average.start()]
    months = [_MONTH[name.lower()] for name in _MONTHS.findall(before)]
    # Years are no totals.
    numbers = [int(found) for found in re.findall(r"(?<![\d,.])\d{1,3}(?![\d,.])", before)]
    if len(months) < 2 or not numbers or not _PER_MONTH.search(line[average.start() : average.end() + 12]):
        return None
    return max(numbers) / ((months[-1] - months[-2]) % 12 + 1)


def numbered_by_hand(text: Text) -> Iterator[Finding]:
    """Lines that are numbered by hand, with a number missing, twice, or not from 1."""
    items = [match for line in text.plain.translate(THAI_DIGITS).split("\n") if (match := _ITEM.match(line))]
    numbers = [int(item["number"]) for item in items]
    if len(numbers) < 2 or all(
        number == 1 or number - before == 1 for before, number in zip([0, *numbers], numbers, strict=False)
    ):
        return
    sentence = _("The lines are numbered %(numbers)s: use a numbered list, which counts by itself.")
    said = ", ".join(map(str, numbers))
    yield Finding("numbered_by_hand", said, sentence % {"numbers": said})


def counted_wrong(text: Text) -> Iterator[Finding]:
    """A number that announces a list, and a list of another length."""
    lines = text.plain.translate(THAI_DIGITS).split("\n")
    for place, line in enumerate(lines):
        found = _COUNT.search(line)
        if not found or _ITEM.match(line) or _DASH.match(line):
            continue
        items = 0
        for following in lines[place + 1 :]:
            if not (_ITEM.match(following) or _DASH.match(following)):
                break
            items += 1
        if items and items != int(found["number"]):
            sentence = _("“%(typed)s” announces %(number)s, and %(items)s are listed.")
            said = {"typed": found.group().strip(), "number": found["number"], "items": items}
            yield Finding("counted_wrong", found.group(), sentence % said)
