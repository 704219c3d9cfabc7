"""What the apps above know and texts are compared with: the names of their registers, and what they can count.

lib imports no app: each app hands over functions when it starts. Names are read once a minute at most, in every
process by itself, and at once when this process changed one.
"""

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from time import monotonic
from typing import Any

from django.db import models
from django.db.models.signals import post_delete, post_save

from iad_portal.lib.text.translatable import Translatable

from .names import Lexicon, Name

_SECONDS = 60


@dataclass(frozen=True)
class Total:
    """A number that the registers give: `counted` names it, `count` works it out for today.

    `pattern` finds it typed, in its group "number", in a line that `context` finds something in.
    """

    counted: Translatable
    context: re.Pattern[str]
    pattern: re.Pattern[str]
    count: Callable[[], int]


@dataclass(frozen=True)
class Dated:
    """What is on record of something that happened to what bears `names`: in the `years` (C.E.) that sources give.

    `event` finds it told in a text, and the year in its group "year"; `told` names it.
    """

    names: tuple[str, ...]
    told: Translatable
    event: re.Pattern[str]
    years: frozenset[int]


@dataclass(frozen=True)
class Known:
    """What texts are compared with: names, what is quoted as a whole, and what happened when."""

    lexicon: Lexicon
    phrases: tuple[str, ...]
    dated: tuple[Dated, ...]


class _Kept:
    names: list[Callable[[], Iterable[Name]]] = []
    phrases: list[Callable[[], Iterable[str]]] = []
    dated: list[Callable[[], Iterable[Dated]]] = []
    totals: list[Total] = []
    known: Known | None = None
    fresh_until: float = float("-inf")


def names_from(read: Callable[[], Iterable[Name]], *models_of_names: type[models.Model]) -> None:
    """Take names from `read`; a change of one of `models_of_names` lets it be asked again."""
    _Kept.names.append(read)
    _follow(models_of_names)


def phrases_from(read: Callable[[], Iterable[str]], *models_of_phrases: type[models.Model]) -> None:
    """Take from `read` what is quoted as a whole, such as the themes of meetings."""
    _Kept.phrases.append(read)
    _follow(models_of_phrases)


def years_from(read: Callable[[], Iterable[Dated]], *models_of_years: type[models.Model]) -> None:
    """Take from `read` what happened when."""
    _Kept.dated.append(read)
    _follow(models_of_years)


def total(one: Total) -> None:
    """Let texts that type this total be asked about."""
    _Kept.totals.append(one)


def totals() -> list[Total]:
    """All totals that the registers give."""
    return _Kept.totals


def known() -> Known:
    """What all registers hold, not older than a minute."""
    if _Kept.known is None or monotonic() >= _Kept.fresh_until:
        _Kept.known = Known(
            Lexicon([name for read in _Kept.names for name in read()]),
            tuple(dict.fromkeys(phrase for read in _Kept.phrases for phrase in read())),
            tuple(one for read in _Kept.dated for one in read()),
        )
        _Kept.fresh_until = monotonic() + _SECONDS
    return _Kept.known


def read_again(**_signal: Any) -> None:
    """Let the next text be compared with the registers as they stand now."""
    _Kept.fresh_until = float("-inf")


def _follow(changed: Iterable[type[models.Model]]) -> None:
    for model in changed:
        post_save.connect(read_again, sender=model, dispatch_uid="proofreading")
        post_delete.connect(read_again, sender=model, dispatch_uid="proofreading")
