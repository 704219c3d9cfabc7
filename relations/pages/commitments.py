"""What was promised, in an agreement or at a meeting, and where it stands."""

from collections.abc import Iterable, Sequence
from typing import cast

from django.db.models import F, QuerySet
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from iad_portal.lib.claims.age import Claim, ClaimState
from iad_portal.lib.claims.shelf_life import ClaimKind
from iad_portal.lib.components import Step, WorkItem
from iad_portal.lib.dates import calendar
from iad_portal.lib.dates.calendar import PartialDate
from iad_portal.lib.records.faults import shown
from iad_portal.lib.records.given_rows import give
from iad_portal.lib.records.kept_queries import kept_query
from iad_portal.lib.templatetags.face import when
from iad_portal.lib.text.bilingual import reader_language, text_of
from iad_portal.lib.text.quick_html import quick_html
from networks.models import CLOSED, Commitment, CommitmentNote, Meeting, Progress
from relations.models import Agreement, City

from .agencies_named import agencies_named, links_of_agencies
from .links import in_a_row, linked, listed

STEPS = (Progress.AGREED, Progress.UNDER_WAY, Progress.DONE)


def commitments_of(owner: Agreement | Meeting) -> list[Commitment]:
    """What was promised in or at `owner`, each with its state today and with `notes_so_far`: three queries.

    Its agencies and its readable cities come in the order of their names.
    """
    link = "agreement" if isinstance(owner, Agreement) else "meeting"
    commitments = _commitments(link, owner=owner).rows(**{link: owner})
    give(commitments, "readable_cities", _readable_cities(commitments=commitments))
    give_notes(commitments)
    return commitments


@kept_query
def _commitments(link: str, *, owner: Agreement | Meeting) -> QuerySet[Commitment]:
    rows = Commitment.objects.filter(**{link: owner}).with_state()
    return cast("QuerySet[Commitment]", rows.annotate(named_agencies=agencies_named("commitments")))


@kept_query
def _readable_cities(*, commitments: Sequence[Commitment]) -> QuerySet[City]:
    cities = City.objects.readable().filter(commitments__pk__in=commitments).annotate(of=F("commitments"))
    return cast("QuerySet[City]", cities.by_name(reader_language()))


def give_notes(commitments: Sequence[Commitment]) -> None:
    """Give each its `notes_so_far`, the latest first: one query."""
    give(commitments, "notes_so_far", _notes_so_far(commitments=commitments), "commitment")


@kept_query
def _notes_so_far(*, commitments: Sequence[Commitment]) -> QuerySet[CommitmentNote]:
    notes = CommitmentNote.objects.filter(commitment__pk__in=commitments, noted_on__lte=calendar.today())
    return cast("QuerySet[CommitmentNote]", notes.annotate(of=F("commitment")))


def commitment_items(commitments: Iterable[Commitment]) -> list[WorkItem]:
    """Those of `commitments_of()` for components/work.html."""
    return shown(commitments, _item, "commitments")


def _item(commitment: Commitment) -> WorkItem:
    cities = listed(map(linked, commitment.readable_cities))
    parties = [
        quick_html(_("With {}"), cities) if cities else commitment.get_framework_display(),
        listed(links_of_agencies(commitment)),
    ]
    lines = [in_a_row(parties, " · "), due_line(commitment), *map(_note_line, commitment.notes_so_far)]
    return WorkItem(
        text_of(commitment, "title"),
        text=text_of(commitment, "detail"),
        lines=[line for line in lines if line],
        steps=steps_of(commitment.latest_state, is_known=is_known(commitment)) if commitment.notes_so_far else [],
    )


def progress_note(commitments: Iterable[Commitment]) -> str:
    """That nothing is recorded yet of how far any of them is; "" when something is of one."""
    return "" if any(row.notes_so_far for row in commitments) else _("Agreed; no progress is on record yet.")


def is_known(commitment: Commitment) -> bool:
    """Whether its latest note tells of today: what is done or dropped stays so, what is open is as old as its note."""
    latest = commitment.notes_so_far[0]
    witness = PartialDate.of(latest.noted_on)
    claim = Claim(ClaimKind.COMMITMENT, witnesses=(witness,))
    return latest.state in CLOSED or claim.state(calendar.today()) == ClaimState.CONFIRMED


def steps_of(state: str, *, is_known: bool = True) -> list[Step]:
    """Agreed, under way, done; a promise that was dropped ends there. What is not known any more was so last."""
    now = "now" if is_known else "last"
    if state == Progress.DROPPED:
        return [Step(Progress.AGREED.label, "done"), Step(Progress.DROPPED.label, "now")]
    reached = STEPS.index(state)
    states = ["done" if position < reached or state == Progress.DONE else "" for position in range(len(STEPS))]
    if state != Progress.DONE:
        states[reached] = now
    return [Step(step.label, state) for step, state in zip(STEPS, states, strict=True)]


def due_line(commitment: Commitment) -> SafeString | str:
    """Until when, and whether that day is past while the promise is open; "" when it has no such day."""
    if not commitment.due_on:
        return ""
    is_late = commitment.latest_state not in CLOSED and commitment.due_on.last_day < calendar.today()
    words = _("Due {}; that day is past") if is_late else _("Due {}")
    return quick_html(words, when(commitment.due_on))


def _note_line(note: CommitmentNote) -> SafeString:
    state = in_a_row([when(note.noted_on), note.get_state_display()], " · ")
    return in_a_row([state, text_of(note, "text")], ": ")
