"""The notices over every public page."""

from collections.abc import Iterable
from dataclasses import dataclass

from iad_portal.lib.components import Bar
from iad_portal.lib.text.bilingual import text_of
from iad_portal.office.models import NoticeKind, SiteNotice


@dataclass(frozen=True)
class Notices:
    """What components/banner.html shows, and whether the site is in mourning."""

    bars: list[Bar]
    is_mourning: bool


def notices_of(standing: Iterable[SiteNotice]) -> Notices:
    """The notices of `standing`, the most urgent first; those of one kind stay in their order."""
    urgency = [kind.value for kind in NoticeKind]
    found = sorted(standing, key=lambda notice: urgency.index(notice.kind))
    return Notices([bar(notice) for notice in found], any(notice.kind == NoticeKind.MOURNING for notice in found))


def bar(notice: SiteNotice) -> Bar:
    """One notice for components/banner.html, in the reader's language."""
    return Bar(
        kind=notice.kind,
        # Mourning has words of its own for each occasion: the office's text says them.
        title="" if notice.kind == NoticeKind.MOURNING else notice.get_kind_display(),
        text=text_of(notice, "text"),
        url=notice.address(),
        label=text_of(notice, "link_label"),
    )
