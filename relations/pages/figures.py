"""Figures of a record, each with its qualifier, its date and its sources."""

from collections.abc import Collection, Iterable

from django.contrib.contenttypes.models import ContentType
from django.db.models import QuerySet
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from iad_portal.lib.components import Fact
from iad_portal.lib.dates.format import format_date
from iad_portal.lib.records.faults import shown
from iad_portal.lib.records.kept_queries import kept_query
from iad_portal.lib.templatetags.portal import marked
from iad_portal.lib.text.bilingual import reader_language, text_of
from relations.models import Agency, Figure, Measure
from relations.pages.citations import SourceList


def figure_facts(figures: Iterable[Figure], sources: SourceList) -> list[Fact]:
    """For components/facts.html: what is counted, how many, as of when. Sources that disagree stand side by side."""
    return shown(
        figures,
        lambda figure: Fact(
            figure.get_measure_display(), figure.in_words(), as_of=_as_of(figure), sources=sources.marks(figure)
        ),
        "figures",
    )


def with_rivals(figures: Iterable[Figure]) -> tuple[list[Figure], list[Figure]]:
    """The newest figure of each measure, for the page itself, and the others, for its closed record.

    `figures` come in their own order: by measure, the newest first.
    """
    newest: dict[str, Figure] = {}
    rivals = []
    for figure in figures:
        if newest.setdefault(figure.measure, figure) is not figure:
            rivals.append(figure)
    return list(newest.values()), rivals


def stated_by_office(*measures: Measure) -> list[Figure]:
    """What the office's own pages said of `measures`: two queries. Quoted, never counted with.

    In the order of `measures`, of each the smallest first.
    """
    figures = _stated(measures, ContentType.objects.get_for_model(Agency).pk).rows()
    agencies = {str(agency.pk): agency for agency in _agencies(keys={figure.subject_id for figure in figures})}
    for figure in figures:
        figure.subject = agencies[figure.subject_id]
    return sorted(figures, key=lambda figure: measures.index(Measure(figure.measure)))


@kept_query
def _stated(measures: tuple[Measure, ...], office: int) -> QuerySet[Figure]:
    figures: QuerySet[Figure] = Figure.objects.filter(measure__in=measures, subject_type=office).order_by("value", "pk")
    return figures


@kept_query
def _agencies(*, keys: Collection[str]) -> QuerySet[Agency]:
    return Agency.objects.filter(pk__in=keys)


def _as_of(figure: Figure) -> SafeString | str:
    """When it was so, and the note; or that the source tells no date."""
    day = format_date(figure.as_of, reader_language())
    since = _("as of %(date)s") % {"date": day} if day else _("date to be added")
    note = text_of(figure, "note")
    return format_html("{} · {}", since, marked(note)) if note and day else marked(note) or since
