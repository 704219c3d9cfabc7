"""Passwords that are easy to guess: what is left of them once everything that guessers try first counts as one letter.

Django's own list of common passwords compares whole passwords; here its words also count inside longer ones. The sum is
a rough measure in the spirit of zxcvbn (Wheeler 2016), in letters: words of the office, names, rows of keys, years and
repetitions count 1, common words 2, any other letter 1.
"""

import re
import unicodedata
from functools import cache
from typing import Any
from urllib.parse import urlsplit

from django.conf import settings
from django.contrib.auth.password_validation import CommonPasswordValidator
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

ENOUGH = 8  # surprising letters
LONGEST = 128  # letters that are looked at

OFFICE = """
    bangkok krungthep krungthepmahanakhon mahanakhon mahanakorn metropolitan administration bma iad iao thailand
    thai siam international affairs office officer official staff admin administrator superuser desk portal website
    system password passwd login sawasdee sawatdee welcome hello sister city cities chao phraya
    กรุงเทพมหานคร กรุงเทพ กรุงเทพฯ มหานคร บางกอก กทม สกต สนต สำนักงาน การต่างประเทศ ต่างประเทศ
    วิเทศสัมพันธ์ ปลัดกรุงเทพมหานคร เจ้าหน้าที่ ผู้ดูแลระบบ ผู้ดูแล ระบบ เว็บไซต์ รหัสผ่าน รหัส ประเทศไทย ไทย สวัสดี ยินดีต้อนรับ เมือง เมืองพี่เมืองน้อง
"""
_LATIN_KEYS = "1234567890-=qwertyuiop[]asdfghjkl;'zxcvbnm,./"
_THAI_KEYS = "ๅ/-ภถุึคตจขชๆไำพะัีรนยบลฟหกดเ้่าสวงผปแอิืทมใฝ"
_TO_LATIN_KEYS = str.maketrans(_THAI_KEYS, _LATIN_KEYS)
_ROWS = [
    "abcdefghijklmnopqrstuvwxyz", "01234567890", "๐๑๒๓๔๕๖๗๘๙๐", "qwertyuiop[]", "asdfghjkl;'", "zxcvbnm,./",
    "1qaz2wsx3edc4rfv5tgb6yhn7ujm", "ๆไำพะัีรนยบล", "ฟหกดเ้่าสวง", "ผปแอิืทมใฝ", "กขคงจฉชซญ",
]  # fmt: skip
_LEET = str.maketrans("0134578@$!", "oleastbasi")
_YEAR = re.compile(r"(?:19|20|24|25)\d\d")


def _folded(text: str) -> str:
    return unicodedata.normalize("NFKC", text).casefold()


@cache
def _common() -> frozenset[str]:
    """Django's list of twenty thousand, without what is too short to be noticed inside a password."""
    return frozenset(word for word in CommonPasswordValidator().passwords if len(word) >= 4)


@cache
def _runs() -> frozenset[str]:
    """Every three or more neighbours of a row of keys, the alphabet or the digits, in both directions."""
    rows = [way for row in map(_folded, _ROWS) for way in (row, row[::-1])]
    return frozenset(r[i:j] for r in rows for i in range(len(r)) for j in range(i + 3, len(r) + 1))


def _own_words(user: Any) -> set[str]:
    """The words of the office, of its address, and of this officer; Thai ones also as typed on Latin keys."""
    names = [getattr(user, name, "") or "" for name in ("username", "first_name", "last_name", "email")]
    found = [word for text in [*names, urlsplit(settings.SITE_URL).hostname] for word in re.split(r"[\W_]+", text)]
    words = {_folded(word) for word in [*OFFICE.split(), *names, *found] if len(word) >= 3}
    return words | {word.translate(_TO_LATIN_KEYS) for word in words if not word.isascii()}


def _letters(text: str, own: set[str]) -> int:
    """The least number of letters by which `text` can be told."""
    least = [0] + [LONGEST * 2] * len(text)
    for end in range(1, len(text) + 1):
        least[end] = least[end - 1] + 1
        for start in range(end - 1):
            part = text[start:end]
            half = (end - start) // 2
            if part in own or part in _runs() or _YEAR.fullmatch(part):
                price = 1
            elif part in _common():
                price = 2
            elif part == part[0] * len(part):
                price = 1
            elif (end - start) % 2 == 0 and part[:half] == part[half:]:
                price = least[start + half] - least[start] + 1
            else:
                continue
            least[end] = min(least[end], least[start] + price)
    return least[-1]


def surprise(password: str, user: Any = None) -> int:
    """How many letters of `password` a guesser who knows the office and the officer would still have to guess."""
    text, own = _folded(password)[:LONGEST], _own_words(user)
    counted = []
    for way in (text, text.translate(_LEET)):
        plain = "".join(letter for letter in way if letter.isalnum() or unicodedata.category(letter) == "Mn")
        between = set(way) - set(plain)
        counted += [_letters(way, own), _letters(plain, own) + len(between)]
    return min(counted)


class GuessablePasswordValidator:
    """Refuses what is made of the office's words, names, common words, rows of keys and repetitions."""

    def validate(self, password: str, user: Any = None) -> None:
        if surprise(password, user) < ENOUGH:
            raise ValidationError(
                _(
                    "This password is easy to guess: it is made of words of this office, names, common words, rows of "
                    "keys or repetitions. Add words or letters that have nothing to do with them."
                ),
                code="password_guessable",
            )

    def get_help_text(self) -> str:
        return _(
            "Your password can’t be made of words of this office, names, common words, rows of keys or repetitions."
        )


class NewPasswordValidator:
    """Refuses the password that the account already has."""

    def validate(self, password: str, user: Any = None) -> None:
        if user is not None and user.password and user.check_password(password):
            raise ValidationError(_("This is the password you already have. Choose another."), code="password_same")

    def get_help_text(self) -> str:
        return _("Your password can’t be the one you already have.")
