"""How a page is known: its numbered sources, the little numbers beside its facts, and what is still to be confirmed."""

from collections.abc import Iterable, Sequence
from urllib.parse import urlsplit

from django.db import models
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from iad_portal.lib.components import Evidence, Fact, Link, SourceEntry, Words
from iad_portal.lib.dates.format import format_date
from iad_portal.lib.records.faults import shown
from iad_portal.lib.templatetags.portal import marked
from iad_portal.lib.text.bilingual import reader_language, text_of
from iad_portal.lib.text.quick_html import quick_html, quick_join

from ..models import Citation, Source


class SourceList:
    """The sources of all records on one page, numbered in the order in which the page names the records."""

    def __init__(self, records: Iterable[models.Model]):
        """Ask once for the citations of `records` (of any app)."""
        records = list(records)
        self._doubtful = sum(bool(getattr(record, "is_doubtful", False)) for record in records)
        self._marks: dict[models.Model, list[int]] = {}
        self._sources: dict[int, Source] = {}
        numbers: dict[int, int] = {}
        for record, citations in Citation.objects.select_related("source").by_record(records).items():
            for citation in citations:
                numbers.setdefault(citation.source_id, len(numbers) + 1)
                self._sources[citation.source_id] = citation.source
            self._marks[record] = sorted(numbers[citation.source_id] for citation in citations)

    def marks(self, record: models.Model) -> list[int]:
        """The numbers of the sources of `record`; empty when it names none."""
        return self._marks.get(record, [])

    def links(self) -> list[Link]:
        """To the first of them, for the row of answers that a page opens with; without any, none."""
        return [Link(_("Sources"), "#source-1")] if self._sources else []

    def entries(self) -> list[SourceEntry]:
        """The list for components/sources.html, in the order of the numbers."""
        return shown(self._sources.values(), entry, "list of sources")

    def evidence(
        self,
        *,
        rivals: Sequence[Fact] = (),
        stated: Sequence[Fact] = (),
        notes: Sequence[Words] = (),
        age: Words = "",
    ) -> Evidence:
        """The closed record of the page, for components/record.html; the rest is as lib.components.Evidence says."""
        entries = self.entries()
        number, doubtful = len(entries), self._doubtful
        parts = [
            number and ngettext("%(number)s source", "%(number)s sources", number) % {"number": number},
            doubtful
            and ngettext(
                "%(number)s point to be confirmed by the office",
                "%(number)s points to be confirmed by the office",
                doubtful,
            )
            % {"number": doubtful},
        ]
        return Evidence(" · ".join(str(part) for part in parts if part), entries, rivals, stated, notes, age)


def entry(source: Source) -> SourceEntry:
    """One line of the list of sources: publisher, title quoted as printed, date; the address and its host."""
    title = quick_html('<cite lang="{}">{}</cite>', source.language or "und", source.title) if source.title else ""
    parts = [marked(text_of(source, "publisher")), title, format_date(source.dated_on, reader_language())]
    text = quick_join(" · ", "{}", ((part,) for part in parts if part))
    return SourceEntry(text, source.address, (urlsplit(source.address).hostname or "").removeprefix("www."))
