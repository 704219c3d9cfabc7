"""Participants of a meeting typed, or pasted from a table, as a list: one a line, in their order.

A line is a name as the registers have it, or an other name; after a tab stands what it presented. A body that is in no
register is named in both languages, with a slash between them. What is not found is told line by line: nothing is
guessed, and nothing is saved until every line is known.
"""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django import forms
from django.contrib.contenttypes.models import ContentType
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from iad_portal.lib.proofreading.names import PREFIXES
from iad_portal.lib.text.hygiene import clean_line
from iad_portal.lib.text.likeness import are_alike, bare
from networks.models import Meeting, Participation
from relations.models import Agency, Alias, City

BOX = "listed"
# A list is typed by people: more lines than any meeting has had are a mistake.
MOST_LINES = 500
KINDS = (City, Agency)


@dataclass(frozen=True, slots=True)
class Line:
    """One participant: the columns of Participation that name it, and what it presented."""

    who: tuple[tuple[str, Any], ...]
    presented: str = ""


class Names:
    """The names of all cities and agencies, each with whom it may mean. Three queries."""

    def __init__(self) -> None:
        self.means: dict[str, set[tuple[str, Any]]] = defaultdict(set)
        self.shown: dict[str, str] = {}
        kinds = {kind: ContentType.objects.get_for_model(kind).pk for kind in KINDS}
        aliases = defaultdict(list)
        for kind, key, name in Alias.objects.filter(subject_type__in=kinds.values()).values_list(
            "subject_type", "subject_id", "name"
        ):
            aliases[kind, str(key)].append(name)
        for kind, type_ in kinds.items():
            for key, thai, english in kind.objects.values_list("pk", "name_th", "name_en"):
                for name in (thai, english, *aliases[type_, str(key)]):
                    self._add(name, (kind._meta.model_name, key))

    def _add(self, name: str | None, who: tuple[str, Any]) -> None:
        for form in _forms_of(name or ""):
            self.means[form].add(who)
            self.shown.setdefault(form, name or "")

    def find(self, name: str) -> set[tuple[str, Any]]:
        """Whom `name` means: nobody, one, or several."""
        return next((self.means[form] for form in _forms_of(name) if form in self.means), set())

    def like(self, name: str) -> str:
        """A name of the registers that differs from `name` by one letter; "" when there is none."""
        return next((self.shown[form] for form in self.means if are_alike(form, bare(name))), "")


def _forms_of(name: str) -> list[str]:
    """`name` as it is compared, also without a word for "city" or "province" before it."""
    short = next((name.removeprefix(prefix) for prefix in PREFIXES if name.startswith(prefix)), name)
    return [form for form in dict.fromkeys((bare(name), bare(short))) if form]


class ListBox(forms.CharField):
    """The box: what stands in it becomes Lines, or a sentence for each that is not known."""

    widget = forms.Textarea(attrs={"rows": 6, "class": "vLargeTextField"})

    def clean(self, value: Any) -> list[Line]:
        rows = [row for row in super().clean(value).splitlines() if clean_line(row.replace("\t", " "))]
        if len(rows) > MOST_LINES:
            raise ValidationError(_("These are more than %(number)d lines.") % {"number": MOST_LINES})
        if not rows:
            return []
        names, lines, faults = Names(), [], []
        for row in rows:
            name, _tab, presented = row.partition("\t")
            try:
                lines.append(Line(_who(clean_line(name), names), presented.replace("\t", " ").strip()))
            except ValidationError as fault:
                faults.append(fault)
        if faults:
            raise ValidationError(faults)
        return list({line.who: line for line in reversed(lines)}.values())[::-1]


def _who(name: str, names: Names) -> tuple[tuple[str, Any], ...]:
    """The columns that name who is called `name`. Raises ValidationError when nobody knows."""
    found = names.find(name)
    if len(found) == 1:
        kind, key = next(iter(found))
        return ((f"{kind}_id", key),)
    thai, slash, english = (part.strip() for part in name.partition("/"))
    if not found and slash and thai and english:
        return (("body_th", thai), ("body_en", english))
    if found:
        raise ValidationError(_("“%(name)s” is the name of several: choose it in a row of the table.") % {"name": name})
    near = names.like(name)
    if near:
        said = _("“%(name)s” is in no register; “%(near)s” is: correct this line.")
        raise ValidationError(said % {"name": name, "near": near})
    said = _(
        "“%(name)s” is neither a city nor an agency of the registers: correct it, or name the body in both languages, "
        "with / between them."
    )
    raise ValidationError(said % {"name": name})


class ListsParticipants(forms.ModelForm):
    """A meeting's form in which participants may be listed beside the rows of the table."""

    listed = ListBox(
        required=False,
        strip=False,
        label=gettext_lazy("Add participants from a list"),
        help_text=gettext_lazy(
            "One city or agency a line, as the registers call it, typed or copied from a table. After a tab: what it "
            "presented. A body in no register: its Thai name / its English name."
        ),
    )


def add_listed(meeting: Meeting, lines: Iterable[Line]) -> int:
    """Add those of `lines` who are not on the list of `meeting` yet, after the last row, and give their number."""
    rows = list(meeting.participation.all())
    known = {(("city_id", row.city_id),) for row in rows} | {(("agency_id", row.agency_id),) for row in rows}
    known |= {(("body_th", row.body_th), ("body_en", row.body_en)) for row in rows}
    last = max((row.order for row in rows), default=0)
    new = [line for line in lines if line.who not in known]
    for order, line in enumerate(new, last + 1):
        row = Participation(meeting=meeting, order=order, presented_th=line.presented, **dict(line.who))
        row.full_clean()
        row.save()
    return len(new)


def added_in_words(number: int) -> str:
    """How many were added, as a message after the save."""
    return ngettext(
        "Added %(number)d participant from the list.", "Added %(number)d participants from the list.", number
    ) % {"number": number}
