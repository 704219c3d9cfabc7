"""What stands beside the form of a record: its state, its languages, what to look at before it is published, and who
saved it last."""

from dataclasses import dataclass, field
from datetime import datetime
from functools import partial
from typing import Any

from django.contrib import admin
from django.db import models
from django.http import HttpRequest, HttpResponse
from django.utils.functional import SimpleLazyObject
from django.utils.translation import gettext as _

from iad_portal.lib.dates.calendar import local_day, today
from iad_portal.lib.dates.format import format_moment, format_time
from iad_portal.lib.desk.checks import Check, Filled, checked
from iad_portal.lib.desk.languages import wanted_texts
from iad_portal.lib.records.publishing import Publishable, Status
from iad_portal.lib.records.sides import behind_in_words, texts_in_step
from iad_portal.lib.text.bilingual import LANGUAGES, reader_language

# So many saves are told; the page of the history has them all.
MOST_SAVES = 2
# Said under the state where it is asked for, not among the texts of the record.
_APART = {"withdrawn_notice"}


@dataclass(frozen=True)
class Side:
    """One language of a record: `done` of `total` texts, what is missing, in words, and that it is behind, or ""."""

    language: str
    name: str
    said: str
    done: int
    total: int
    behind: str = ""

    @property
    def is_complete(self) -> bool:
        """Whether nothing is missing that the other language has, or that must be there."""
        return self.done == self.total


@dataclass(frozen=True)
class SidePanel:
    """All of it; what does not apply is empty."""

    said: str = ""
    sides: list[Side] = field(default_factory=list)
    checks: list[Check] = field(default_factory=list)
    saves: list[str] = field(default_factory=list)
    has_versions: bool = False
    may_schedule: bool = False


class SidePanels(admin.ModelAdmin):
    """For admin classes of records with `history_tables`; `checks_before` is what is looked at in the record itself."""

    checks_before: tuple[Filled, ...] = ()

    def render_change_form(
        self, request: HttpRequest, context: dict[str, Any], *args: Any, **kwargs: Any
    ) -> HttpResponse:
        # Made when the template asks for it: what is not shown costs no query.
        context["side"] = SimpleLazyObject(partial(self.side_panel, request, context, context.get("original")))
        return super().render_change_form(request, context, *args, **kwargs)

    def side_panel(self, request: HttpRequest, context: dict[str, Any], record: models.Model | None) -> SidePanel:
        """The panel of the stored `record`, whose form has `context`: one query. An empty one where none is stored."""
        if record is None:
            return SidePanel()
        is_public = isinstance(record, Publishable)
        saves, has_versions = self._saves(request, record)
        return SidePanel(
            said=state_in_words(record) if isinstance(record, Publishable) else "",
            sides=sides_of(record),
            checks=checked(record, self.checks_before, context["inline_admin_formsets"]) if is_public else [],
            saves=saves,
            has_versions=has_versions,
            may_schedule="publish_at" in context["adminform"].form.fields,
        )

    def _saves(self, request: HttpRequest, record: models.Model) -> tuple[list[str], bool]:
        """A sentence for each of the latest saves of `record` and its rows; whether two versions can be compared."""
        first, *others = (
            table.order_by().values("revision_id", "history_user__first_name", "history_user__last_name",
                                    "history_user__username").annotate(at=models.Max("history_date"))
            for table in self.history_tables(request, record)
        )  # fmt: skip
        found: dict[int, dict[str, Any]] = {}
        for row in first.union(*others).order_by("-revision_id")[: (MOST_SAVES + 1) * (len(others) + 1)]:
            found.setdefault(row["revision_id"], row)
        rows = list(found.values())[: MOST_SAVES + 1]
        is_first = len(rows) <= MOST_SAVES
        told = rows[:MOST_SAVES]
        saves = [_saved_in_words(row, is_first and row is told[-1]) for row in told]
        return saves, len(rows) > 1


def state_in_words(record: Publishable) -> str:
    """Who sees `record` now, as a sentence."""
    if record.status == Status.PUBLISHED and not record.is_published():
        return _("Readers see it from %(when)s.") % {"when": format_moment(record.publish_at, reader_language())}
    return {
        Status.DRAFT: _("Only officers see it."),
        Status.PUBLISHED: _("Readers see it."),
        Status.WITHDRAWN: _("Readers see the notice of withdrawal."),
    }[Status(record.status)]


def sides_of(record: models.Model) -> list[Side]:
    """The languages of `record`; none where its kind has no texts.

    Wanted in each language is every text that must be there, and every one that either language has.
    """
    texts = [text for text in texts_in_step(type(record)) if text not in _APART]
    wanted = wanted_texts(record, texts)
    return [_side(record, language, wanted) for language in LANGUAGES] if wanted else []


def _side(record: models.Model, language: str, wanted: dict[str, dict[str, Any]]) -> Side:
    missing = [label for label, held in wanted.items() if not held[language]]
    if getattr(record, f"hold_{language}", False):
        said = _("Held back")
    elif not missing:
        said = _("Complete")
    elif len(missing) == len(wanted):
        said = _("Nothing written yet")
    else:
        said = _("Missing: %(texts)s") % {"texts": ", ".join(missing)}
    behind = behind_in_words(record, language) if isinstance(record, Publishable) else ""
    name = _("Thai") if language == "th" else _("English")
    return Side(language, name, said, len(wanted) - len(missing), len(wanted), behind)


def _saved_in_words(row: dict[str, Any], is_first: bool) -> str:
    at: datetime = row["at"]
    is_today = local_day(at) == today()
    when = _("today %(time)s") % {"time": format_time(at, reader_language())} if is_today else ""
    names = (row[f"history_user__{part}"] or "" for part in ("first_name", "last_name"))
    said = {
        "who": " ".join(names).strip() or row["history_user__username"] or _("The portal"),
        "when": when or format_moment(at, reader_language()),
    }
    return (_("%(who)s made it, %(when)s") if is_first else _("%(who)s saved it, %(when)s")) % said
