"""Which names are the same to people who type them: spelt the same, or with one letter wrong.

Case, accents, spaces, punctuation and the Thai marks that are easily left out do not count; nor do ranks and titles
before a person's name.
"""

import re
from functools import lru_cache

from iad_portal.lib.search.words import alike, readable, without_tones

# A slip of one letter makes another word of a short one: แพร่ and แพร, Bern and Bari.
SHORTEST_WITH_SLIP = 5

# What stands before a name on invitations, in lists and in speech; the longest first.
_TITLES = str.split(
    "พลตำรวจเอก พลตำรวจโท พลตำรวจตรี พันตำรวจเอก พันตำรวจโท พันตำรวจตรี ร้อยตำรวจเอก ร้อยตำรวจโท ร้อยตำรวจตรี "
    "พลเรือเอก พลเรือโท พลเรือตรี พลอากาศเอก พลอากาศโท พลอากาศตรี พลเอก พลโท พลตรี พันเอก พันโท พันตรี ร้อยเอก "
    "ร้อยโท ร้อยตรี ว่าที่ พล.ต.อ. พล.ต.ท. พล.ต.ต. พ.ต.อ. พ.ต.ท. พ.ต.ต. ร.ต.อ. ร.ต.ท. ร.ต.ต. พล.ร.อ. พล.ร.ท. พล.ร.ต. "
    "พล.อ.อ. พล.อ.ท. พล.อ.ต. พล.อ. พล.ท. พล.ต. พ.อ. พ.ท. พ.ต. ร.อ. ร.ท. ร.ต. ศาสตราจารย์ รองศาสตราจารย์ "
    "ผู้ช่วยศาสตราจารย์ ศ. รศ. ผศ. ดร. นพ. พญ. หม่อมราชวงศ์ หม่อมหลวง หม่อมเจ้า ม.ร.ว. ม.ล. ม.จ. คุณหญิง คุณ "
    "ท่านผู้หญิง ฯพณฯ นางสาว น.ส. นาย นาง "
    "Pol. Police Gen. General Lt. Lieutenant Maj. Major Col. Colonel Capt. Captain Adm. Admiral "
    "H.E. His Her Excellency Hon. Honourable Prof. Professor Assoc. Asst. Dr. M.R. M.L. Mr. Mrs. Ms. Miss Khunying Sir "
    "Ambassador Governor Mayor"
)
_BY_LENGTH = sorted(_TITLES, key=len, reverse=True)
_THAI_TITLES = "|".join(re.escape(title) for title in _BY_LENGTH if title > "z")
_LATIN_TITLES = "|".join(re.escape(title.rstrip(".")) for title in _BY_LENGTH if title < "z")
# A name may begin like a title: คุณากร is one.
_TITLE = re.compile(rf"(?:(?:{_THAI_TITLES})(?=\s*[ก-ฮเ-ไ])|(?:{_LATIN_TITLES})\b\.?)\s*(?=.)", re.I)


@lru_cache(maxsize=20_000)
def bare(name: str | None) -> str:
    """`name` as it is compared: its letters and digits alone, small and plain."""
    return "".join(letter for letter in without_tones(alike(readable(name or ""))) if counts(letter))


def counts(letter: str) -> bool:
    """Whether `letter` counts when names are compared."""
    # Of Thai, its vowels above and below, and not the signs of abbreviation and repetition.
    return (letter.isalnum() and letter not in "ฯๆ") or "\u0e31" <= letter <= "\u0e3a"


def bare_person(name: str | None) -> str:
    """A person's `name` as it is compared: without the ranks and titles before it."""
    rest = (name or "").strip()
    while found := _TITLE.match(rest):
        rest = rest[found.end() :]
    return bare(rest)


def are_alike(one: str, other: str) -> bool:
    """Whether two names in their bare() form are the same, but for one letter: wrong, missing, added, or two swapped.

    A digit is no slip: the 7th meeting is not the 8th.
    """
    if one == other:
        return bool(one)
    shorter, longer = sorted((one, other), key=len)
    if len(shorter) < SHORTEST_WITH_SLIP or len(longer) - len(shorter) > 1:
        return False
    start = next((position for position, letter in enumerate(shorter) if letter != longer[position]), len(shorter))
    here, there = shorter[start:], longer[start:]
    if len(shorter) == len(longer):
        slip = here[1:] == there[1:] or (here[:2] == there[1::-1] and here[2:] == there[2:])
        letters = here[:1] + there[:1]
    else:
        slip, letters = here == there[1:], there[:1]
    return slip and not any(letter.isdigit() for letter in letters)
