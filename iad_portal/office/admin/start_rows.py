"""What the desk's first page is made of: rows that say what waits, how much, since when, and where it is done."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.contrib import admin
from django.db import models
from django.http import HttpRequest
from django.urls import reverse
from django.utils.text import capfirst

# More parts of a row than these are folded.
MOST_OPEN = 6


@dataclass(frozen=True, slots=True)
class Link:
    """A place to go to, with how many wait there (None: nothing is counted)."""

    label: str
    url: str
    count: int | None = None


@dataclass(frozen=True, slots=True)
class Row:
    """One line of the queue: `said` in a sentence, `button` in a word; `parts` are the places it is made of."""

    title: str
    url: str
    button: str
    count: int | None = None
    said: str = ""
    parts: tuple[Link, ...] = ()

    @property
    def is_long(self) -> bool:
        """Whether its parts are better folded."""
        return len(self.parts) > MOST_OPEN


@dataclass(frozen=True, slots=True)
class Group:
    """Rows under a heading."""

    title: str
    rows: list[Row]


def list_url(model: type[models.Model], query: str = "") -> str:
    """The address of the list of `model` on the desk, filtered by `query`."""
    url = reverse(f"admin:{model._meta.app_label}_{model._meta.model_name}_changelist")
    return f"{url}?{query}" if query else url


def add_url(model: type[models.Model]) -> str:
    """The address of the form of a new record of `model`."""
    return reverse(f"admin:{model._meta.app_label}_{model._meta.model_name}_add")


def change_url(model: type[models.Model], key: Any) -> str:
    """The address of the form of the record of `model` with `key`."""
    return reverse(f"admin:{model._meta.app_label}_{model._meta.model_name}_change", args=[key])


def may_see(request: HttpRequest, model: type[models.Model]) -> bool:
    """Whether the officer has the list of `model`."""
    return bool(admin.site._registry[model].has_view_or_change_permission(request))


def may_change(request: HttpRequest, model: type[models.Model]) -> bool:
    """Whether the officer can write something in records of `model`."""
    return bool(admin.site._registry[model].has_change_permission(request))


def plural(model: type[models.Model]) -> str:
    """What records of `model` are called."""
    return capfirst(str(model._meta.verbose_name_plural))


def split(title: str, button: str, parts: Iterable[Link], said: str = "") -> list[Row]:
    """One row for all `parts`, the largest first, which leads to that; none without parts."""
    links = sorted(parts, key=lambda link: (-(link.count or 0), link.label))
    total = sum(link.count or 0 for link in links)
    return [Row(title, links[0].url, button, total, said, tuple(links))] if links else []
