"""The menu that stands on every page of the desk: the officer's work, the kinds of records by task, and the tools.

It is made when a template asks for it: an answer without a page, or a window without a menu, costs nothing.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext as _

from iad_portal.lib.desk.reviews import number_for
from iad_portal.lib.desk.roles import may_let_out


@dataclass(frozen=True, slots=True)
class MenuEntry:
    """One line: `count` is how many wait there (None: nothing is counted); `current` the value of aria-current."""

    name: str
    url: str
    count: int | None = None
    current: str = ""


@dataclass(frozen=True, slots=True)
class MenuGroup:
    """Lines under one heading, which may be empty."""

    name: str
    entries: list[MenuEntry]


@dataclass(frozen=True, slots=True)
class _Place:
    """Where the officer is: the path of the page."""

    path: str

    def entry(self, name: str, url: str, count: int | None = None, is_whole: bool = True) -> MenuEntry:
        """A line of the menu. Below an address that `is_whole` lie further pages of the same: forms of a list, say."""
        current = "page" if self.path == url else "true" if is_whole and self.path.startswith(url) else ""
        return MenuEntry(name, url, count, current)


def menu_of(
    request: HttpRequest, headings: Iterable[dict[str, Any]], to_confirm: int | None, bin_url: str
) -> list[MenuGroup]:
    """The menu for whoever asks.

    `headings` are those of get_app_list; `to_confirm` is how many facts wait for this officer, None of one who confirms
    none; `bin_url` is "" for who may not open the bin.
    """
    here = _Place(request.path)
    groups = [MenuGroup("", _work(request, here, to_confirm))]
    tools = MenuGroup(_("Tools"), [])
    for heading in headings:
        lines = [here.entry(str(kind["name"]), kind["admin_url"]) for kind in heading["models"] if kind["admin_url"]]
        if heading["app_label"] == "task-desk":
            tools.entries.extend(lines)
        else:
            groups.append(MenuGroup(str(heading["name"]), lines))
    if bin_url:
        tools.entries.append(here.entry(_("Bin"), bin_url))
    tools.entries.append(here.entry(_("Manual"), reverse("admin:help")))
    return [*groups, tools]


def _work(request: HttpRequest, here: _Place, to_confirm: int | None) -> list[MenuEntry]:
    lines = [here.entry(_("My work"), reverse("admin:index"), is_whole=False)]
    if to_confirm is not None:
        lines.append(here.entry(_("Confirm facts"), reverse("admin:confirm"), to_confirm))
    number = number_for(request.user, may_let_out(request.user))
    return [*lines, here.entry(_("For review"), reverse("admin:reviews"), number)]
