"""Projects of a plan pasted as a table: each line becomes a row of the table in the form, as if it was typed there.

So what is wrong with a cell is said beside it, and is mended there. A line that cannot become a row stays in the box,
with the reason; nothing is saved until the box is empty. The columns stand in their usual order, or are named by a
first line.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.http import QueryDict
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, override

from iad_portal.lib.desk.languages import label_of
from iad_portal.lib.desk.versions import VersionForm
from iad_portal.lib.intake.pasted_tables import PastedRow, pasted_rows
from iad_portal.lib.intake.sent_numbers import key_in
from iad_portal.lib.text.bilingual import LANGUAGES
from iad_portal.lib.text.likeness import bare

from ..models import Project

BOX = "pasted"
# More lines, or letters, than any plan has are a mistake.
MOST_LINES, MOST_LETTERS = 200, 100_000
# The order of the columns where no line names them.
COLUMNS = ("title_th", "title_en", "official_code", "starts_on", "ends_on", "budget_thb")
# What offices write over them, beside the names that they have in the form.
_HEADINGS = {
    "order": ("ลำดับ", "ลำดับที่", "ที่", "ข้อ", "No."),
    "title_th": (
        "โครงการ", "ชื่อโครงการ", "รายชื่อโครงการ", "โครงการ/กิจกรรม", "ชื่อโครงการ/กิจกรรม", "ชื่อโครงการภาษาไทย",
        "ชื่อภาษาไทย", "ภาษาไทย", "Title", "Project",
    ),
    "title_en": ("ชื่อโครงการภาษาอังกฤษ", "ชื่อภาษาอังกฤษ", "ภาษาอังกฤษ", "English title", "Title in English"),
    "official_code": ("รหัส", "รหัสโครงการ", "Code", "Project code"),
    "starts_on": (
        "เริ่ม", "เริ่มต้น", "วันเริ่ม", "วันที่เริ่ม", "วันเริ่มต้น", "วันที่เริ่มต้น", "ตั้งแต่", "From", "Start",
        "ระยะเวลา", "ระยะเวลาดำเนินการ", "ระยะเวลาดำเนินงาน",
    ),
    "ends_on": ("สิ้นสุด", "วันสิ้นสุด", "วันที่สิ้นสุด", "ถึง", "To", "End"),
    "budget_thb": ("งบประมาณ", "งบประมาณ (บาท)", "วงเงิน", "วงเงินงบประมาณ", "จำนวนเงิน", "Budget"),
}  # fmt: skip
# A heading may say in what the amounts below it are counted.
_UNIT = re.compile(r"(.+?)\s*\(?(ล้านบาท|พันบาท)\)?")
# A line of sums, which the portal works out itself.
_TOTAL = re.compile(r"\W*(ยอด)?รวม(ทั้งสิ้น|ทั้งหมด|เป็นเงิน|งบประมาณ|\W)*|(grand )?total\W*", re.I)


@dataclass(frozen=True)
class Line:
    """One line: what was pasted, what is to be typed in the boxes of its row, and what is wrong with it as a line."""

    text: str
    typed: dict[str, str] = field(default_factory=dict)
    fault: str = ""


@dataclass(frozen=True)
class Pasted:
    """What stands in the box: the line that names the columns, or ""; what is wrong with all of it; its lines."""

    heading: str = ""
    fault: str = ""
    lines: list[Line] = field(default_factory=list)


def read(text: str) -> Pasted:
    """Read the table in `text`."""
    rows = pasted_rows(text[:MOST_LETTERS])
    if len(rows) > MOST_LINES or len(text) > MOST_LETTERS:
        return Pasted(fault=_("A table of more than %(number)d lines is too long.") % {"number": MOST_LINES})
    known = _columns_by_heading()
    if not rows or not any(_column(cell, known) for cell in rows[0].cells):
        is_numbered = bool(rows) and all(len(row.cells) > 1 and row.cells[0].rstrip(".").isdecimal() for row in rows)
        columns = [(name, "") for name in ((("order",) if is_numbered else ()) + COLUMNS)]
        return Pasted(lines=[_line(row, columns, is_named=False) for row in rows])
    heading, *rows = rows
    columns = [_column(cell, known) for cell in heading.cells]
    fault = _fault_of_heading(heading, columns)
    return Pasted(heading.text, fault, [] if fault else [_line(row, columns, is_named=True) for row in rows])


def _columns_by_heading() -> dict[str, str]:
    """What may stand over a column, as it is compared -> the name of its box."""
    known = {bare(heading): name for name, headings in _HEADINGS.items() for heading in headings}
    for language in LANGUAGES:
        with override(language):
            known |= {bare(label_of(Project._meta.get_field(name))): name for name in ("order", *COLUMNS)}
    return known


def _column(cell: str, known: dict[str, str]) -> tuple[str, str] | None:
    """The box that the heading `cell` names, and in what its amounts are counted; None when it names none."""
    if name := known.get(bare(cell)):
        return name, ""
    counted = _UNIT.fullmatch(cell)
    return ("budget_thb", counted[2]) if counted and known.get(bare(counted[1])) == "budget_thb" else None


def _fault_of_heading(heading: PastedRow, columns: list[tuple[str, str] | None]) -> str:
    unknown = [cell or "–" for cell, column in zip(heading.cells, columns, strict=True) if column is None]
    names = [column[0] for column in columns if column]
    if unknown:
        said = _("This table has no column “%(names)s”: take it out of what is pasted, or name it as the table does.")
        return said % {"names": "”, “".join(unknown)}
    if "title_th" not in names:
        return _("No column is named as that of the Thai titles: call it “Project title”.")
    twice = next((cell for number, cell in enumerate(heading.cells) if names[number] in names[:number]), "")
    return _("The column “%(name)s” stands twice.") % {"name": twice} if twice else ""


def _line(row: PastedRow, columns: list[tuple[str, str]], *, is_named: bool) -> Line:
    typed = {
        name: f"{cell} {unit}" if unit and cell else cell
        for (name, unit), cell in zip(columns, row.cells, strict=False)
    }
    typed["order"] = typed.get("order", "").rstrip(".")
    if len(row.cells) > len(columns):
        said = _("It has %(cells)d cells, and the table %(columns)d columns: name the columns in a first line.")
        return Line(row.text, fault=said % {"cells": len(row.cells), "columns": len(columns)})
    if any(_TOTAL.fullmatch(typed.get(name, "")) for name in ("order", "title_th")):
        return Line(row.text, fault=_("It is a line of sums, which the portal works out by itself: take it out."))
    if not typed.get("title_th"):
        return Line(row.text, fault=_("It has no title."))
    english = typed.get("title_en", "")
    if english and not is_named and not re.search("[A-Za-zก-ฮ]", english):
        said = _("“%(cell)s” is no English title: name the columns in a first line.")
        return Line(row.text, fault=said % {"cell": english})
    return Line(row.text, typed)


class PasteBox(forms.CharField):
    """The box. What still stands in it when the form is judged could not become rows: each line is told."""

    widget = forms.Textarea(attrs={"rows": 4, "class": "vLargeTextField"})

    def clean(self, value: Any) -> str:
        pasted = read(super().clean(value))
        if pasted.fault:
            raise ValidationError(pasted.fault)
        known = _("“%(title)s” is a project of this plan already: change it in the table, and take the line out.")
        faults = [line.fault or known % {"title": line.typed["title_th"]} for line in pasted.lines]
        said = _("Line %(number)d: %(fault)s")
        first = 2 if pasted.heading else 1
        if faults:
            raise ValidationError([said % {"number": n, "fault": fault} for n, fault in enumerate(faults, first)])
        return ""


class PlanForm(VersionForm):
    """A plan's form, in which projects may be pasted beside the rows of their table."""

    pasted = PasteBox(
        required=False,
        strip=False,
        label=gettext_lazy("Paste a table from Excel or Word"),
        help_text=gettext_lazy(
            "One project a line: title, English title, code, from, to, budget; or in any order under a first line that "
            "names the columns. Each becomes a row of the table above, as a draft."
        ),
    )


def spread(post: QueryDict, plan: str | None, prefix: str = "projects") -> QueryDict:
    """`post`, what the form of the `plan` (its key; None: a new one) sends, with the pasted lines as rows of its table.

    What cannot become a row stays in the box: lines with a fault, and those whose title is a project's already.
    """
    total = post.get(f"{prefix}-TOTAL_FORMS", "")
    pasted = read(post.get(BOX, "")) if total.isdecimal() else Pasted()
    if pasted.fault or not pasted.lines:
        return post
    post = post.copy()
    known, orders = _standing(post, prefix, int(total), key_in(plan))
    order = _next_order(orders)
    left, number = [], int(total)
    for line in pasted.lines:
        title = bare(line.typed.get("title_th", ""))
        if line.fault or title in known:
            left.append(line.text)
            continue
        known.add(title)
        if order is not None and not line.typed["order"]:
            line.typed["order"], order = str(order), order + 1
        for name, cell in line.typed.items():
            post[f"{prefix}-{number}-{name}"] = cell
        number += 1
    post[f"{prefix}-TOTAL_FORMS"] = str(number)
    post[BOX] = "\n".join([pasted.heading, *left] if left and pasted.heading else left)
    return post


def _standing(post: QueryDict, prefix: str, total: int, plan: int | None) -> tuple[set[str], list[str]]:
    """The titles of the projects that the form holds or that are stored, and the order of each."""
    rows = [f"{prefix}-{number}" for number in range(min(total, 1000))]
    titles = [(post.get(f"{row}-title_th", ""), post.get(f"{row}-order", "")) for row in rows]
    if plan is not None:
        stored = Project.objects.filter(plan=plan).values_list("title_th", "order")
        titles += [(title or "", "" if order is None else str(order)) for title, order in stored]
    typed = [(bare(title), order) for title, order in titles if bare(title)]
    return {title for title, _order in typed}, [order for _title, order in typed]


def _next_order(orders: Iterable[str]) -> int | None:
    """The number behind `orders`; None when they are not all numbered, for then new ones come last without one."""
    known = list(_numbers(orders))
    return None if None in known else max((number for number in known if number is not None), default=0) + 1


def _numbers(orders: Iterable[str]) -> Iterator[int | None]:
    for order in orders:
        yield int(order) if order.strip().isdecimal() and len(order) < 6 else None
