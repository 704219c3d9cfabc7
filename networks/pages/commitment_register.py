"""What the register of commitments shows: what was promised, where, by whom and with whom, until when, and how far."""

from collections.abc import Sequence
from typing import Any, cast

from django.core.paginator import Page
from django.db.models import F, QuerySet
from django.db.models.functions import Coalesce
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from iad_portal.lib.components import Cell, Ledger, Row
from iad_portal.lib.records.faults import shown
from iad_portal.lib.records.given_rows import give
from iad_portal.lib.records.kept_queries import kept_query
from iad_portal.lib.templatetags.face import when
from iad_portal.lib.templatetags.portal import marked
from iad_portal.lib.text.bilingual import reader_language, text_of
from networks.forms import OVERDUE, CommitmentFilter, listed_commitments
from networks.models import CLOSED, Commitment, Progress
from relations.models import Agreement, City
from relations.pages.agencies_named import agencies_named, links_of_agencies
from relations.pages.commitments import due_line, give_notes, is_known
from relations.pages.links import in_a_row, link_to, linked, listed


def context(form: CommitmentFilter, part: Page[Commitment]) -> dict[str, Any]:
    """All that networks/commitment_list.html needs. `part` holds rows of `register_rows()`."""
    return {
        "lead": lead(form),
        "form": form,
        "result": result(form),
        "page": part,
        "is_empty": not part.object_list,
        "ledger": ledger(list(part)),
    }


def lead(form: CommitmentFilter) -> str:
    """How many promises there are, how many of them are open, and of how many the due day is past."""
    states = form.states_of_all
    still_open = sum(states[state] for state in Progress if state not in CLOSED)
    words = ngettext(
        "%(number)s commitment on record from meetings and agreements; %(open)s not yet closed.",
        "%(number)s commitments on record from meetings and agreements; %(open)s not yet closed.",
        form.total,
    )
    told = [words % {"number": f"{form.total:,}", "open": f"{still_open:,}"}]
    if late := states[OVERDUE]:
        past = ngettext("The due day of %(number)s is past.", "The due days of %(number)s are past.", late)
        told.append(past % {"number": f"{late:,}"})
    return " ".join(told)


def result(form: CommitmentFilter) -> str:
    """How many commitments pass the filters, of how many, in words."""
    words = {"count": f"{form.found:,}", "total": f"{form.total:,}"}
    if form.found == form.total:
        return ngettext("%(count)s commitment", "%(count)s commitments", form.total) % words
    return ngettext("%(count)s of %(total)s commitment", "%(count)s of %(total)s commitments", form.total) % words


def register_rows() -> QuerySet[Commitment]:
    """The commitments of the register, the latest promised first, with where they were promised and their agencies."""
    day = Coalesce("meeting__starts_on", "agreement__signed_on", "agreement__effective_on")
    rows = listed_commitments().select_related("meeting__network", "agreement__city")
    rows = rows.annotate(named_agencies=agencies_named("commitments"))
    return cast(
        "QuerySet[Commitment]",
        rows.order_by(day.desc(nulls_last=True), "meeting", "agreement", F("order"), "pk"),
    )


@kept_query
def _published_cities(*, commitments: Sequence[Commitment]) -> QuerySet[City]:
    cities = City.objects.published().filter(commitments__pk__in=commitments).annotate(of=F("commitments"))
    return cast("QuerySet[City]", cities.by_name(reader_language()))


def ledger(commitments: Sequence[Commitment]) -> Ledger:
    """For components/ledger.html; the heading of each row leads to the page on which it was promised. Two queries."""
    give(commitments, "published_cities", _published_cities(commitments=commitments))
    give_notes(commitments)
    columns = [_("Commitment"), _("Promised at"), _("With"), _("Agencies"), _("Due"), _("Where it stands")]
    return Ledger.of_rows(columns, shown(commitments, _row, "register of commitments"))


def _row(commitment: Commitment) -> Row:
    cities = listed(map(linked, commitment.published_cities))
    cells = [
        _origin(commitment),
        Cell(cities or commitment.get_framework_display()),
        Cell(listed(links_of_agencies(commitment))),
        Cell(due_line(commitment) or _("no day recorded"), is_named=not commitment.due_on),
        _standing(commitment),
    ]
    return Row(text_of(commitment, "title"), cells, _address(commitment))


def _address(commitment: Commitment) -> str:
    """Where it stands on the page of its meeting or its agreement."""
    anchor = "#work" if commitment.meeting_id else "#commitments"
    return f"{commitment.owner.get_absolute_url()}{anchor}"


def _origin(commitment: Commitment) -> Cell:
    """The meeting under the name of its network, or the agreement; with its day."""
    if meeting := commitment.meeting:
        network = meeting.network if meeting.network and meeting.network.is_published() else None
        name = network.acronym or text_of(network, "name") if network else ""
        where = link_to(meeting, text_of(meeting, "title"))
        return Cell(in_a_row([where, marked(name), _day(meeting.starts_on)], " · "))
    agreement = cast(Agreement, commitment.agreement)
    return Cell(in_a_row([link_to(agreement, agreement.full_title()), _day(agreement.begins_on)], " · "))


def _day(day: Any) -> SafeString | str:
    return when(day, style="short") if day else ""


def _standing(commitment: Commitment) -> Cell:
    """Its state by the latest note; what is open, and told long ago, is what was last known."""
    state = Progress(commitment.latest_state)
    if not commitment.notes_so_far:
        return Cell(_("Agreed; no progress on record"))
    day = when(commitment.notes_so_far[0].noted_on, style="short")
    if state in CLOSED or is_known(commitment):
        return Cell(in_a_row([state.label, day], " · "))
    return Cell(format_html(_("{state}, last known {day}"), state=state.label, day=day))
