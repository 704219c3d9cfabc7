"""Words that say nothing of what is sought: left out of a query, and of a title's key, while other words remain."""

from collections.abc import Iterable

from .words import Word

_ENGLISH = (
    "a an and are as at be by for from has have how in into is it of on or that the their this to was were what when "
    "where which who whom why with"
)
_THAI = (
    "กับ ของ และ หรือ ที่ ซึ่ง อัน ใน แห่ง โดย จาก ถึง แก่ ต่อ เพื่อ เมื่อ ได้ ให้ เป็น คือ มี ว่า จะ ไป มา อยู่ แล้ว ด้วย ก็ นี้ นั้น ณ "
    "อะไร ไหน ใคร ใด เมื่อไร เมื่อไหร่ อย่างไร กี่ บ้าง"
)
STOPWORDS = frozenset(f"{_ENGLISH} {_THAI}".split())


def telling(found: Iterable[Word]) -> list[Word]:
    """The words of `found` that say something; all of them when none does."""
    found = list(found)
    return [word for word in found if word.form not in STOPWORDS] or found
