"""Names under which readers save what they download: the words of its title, as far as any computer takes them."""

import re

# What Windows, macOS or Android refuse in a name, and what no name needs.
_REFUSED = re.compile(r'[\x00-\x1f\x7f<>:"/\\|?*\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]+')
# A name is at most 255 bytes on most systems; a browser adds " (1)", a program its own suffix.
LONGEST = 200
# Thai vowels and marks that stand over or under a letter: a name never ends before them.
_ON_A_LETTER = re.compile("[\u0e31\u0e34-\u0e3a\u0e47-\u0e4e]")
_RESERVED = re.compile(r"(con|prn|aux|nul|com\d|lpt\d)(\.|$)", re.IGNORECASE)


def as_file_name(title: str) -> str:
    """`title` as the name of a file, without suffix, at most LONGEST bytes in UTF-8; "" when nothing is left of it."""
    name = " ".join(_REFUSED.sub(" ", title).split()).strip(". ")
    if _RESERVED.match(name):
        name = f"_{name}"
    cut = name.encode()[:LONGEST].decode(errors="ignore")
    if cut == name:
        return name
    while cut and _ON_A_LETTER.match(name[len(cut)]):
        cut = cut[:-1]
    head, space, _rest = cut.rpartition(" ")
    return (head if space and len(head) > len(cut) // 2 else cut).strip(". ")
