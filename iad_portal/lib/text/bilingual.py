"""Thai first, English beside it: which text a reader gets, and in which language it really is.

A text that is missing, or held back, in the reader's language is given in the other one and says so, so that pages
can mark it with `lang` and an honest notice. Pages, search, feeds and exports all ask here; nothing else decides.
"""

from dataclasses import dataclass

from django.db import models
from django.utils.translation import get_language

LANGUAGES = ("th", "en")


@dataclass(frozen=True, slots=True)
class Text:
    """A text for a reader who wanted `wanted`, really written in `language`. Empty text is false."""

    value: str
    language: str
    wanted: str

    @property
    def is_fallback(self) -> bool:
        """Whether the reader gets another language than asked for."""
        return bool(self.value) and self.language != self.wanted

    def __str__(self) -> str:
        return self.value

    def __bool__(self) -> bool:
        return bool(self.value)


def reader_language(language: str | None = None) -> str:
    """`language`, or the active one, as one of the portal's two codes (Thai when it is neither)."""
    code = (language or get_language() or "th")[:2]
    return code if code in LANGUAGES else "th"


def comma() -> str:
    """What stands between the parts of a line for the reader: ", " in English; Thai sets a space, and has no comma."""
    return " " if reader_language() == "th" else ", "


def other_language(language: str) -> str:
    """The portal's other language."""
    return "en" if language == "th" else "th"


def text_of(record: models.Model, field: str, language: str | None = None) -> Text:
    """The text of `field` of `record` for a reader of `language` (the active one by default).

    Falls back to the other language when the wanted text is empty or held back. A text held back is given to nobody;
    when neither language may be shown the Text is empty.
    """
    wanted = reader_language(language)
    for code in (wanted, other_language(wanted)):
        value = getattr(record, f"{field}_{code}") or ""
        if value and not is_held(record, code):
            return Text(value, code, wanted)
    return Text("", wanted, wanted)


def is_held(record: models.Model, language: str) -> bool:
    """Whether the officers hold back this language of `record`, or of the record it is a part of, however deep."""
    if hasattr(record, f"hold_{language}"):
        return bool(getattr(record, f"hold_{language}"))
    owner = getattr(record, "owner", None)
    # A note of a commitment belongs to a meeting through its commitment.
    return owner is not None and is_held(owner, language)


def name_for_staff(record: models.Model, field: str = "name") -> str:
    """The Thai text of `field`, or the English one: for lists in the admin, where holds do not matter."""
    return getattr(record, f"{field}_th") or getattr(record, f"{field}_en") or ""
