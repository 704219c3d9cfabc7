"""The plan of the next month, begun from that of a month."""

import re
from typing import Any

from iad_portal.lib.dates.calendar import PartialDate, fiscal_year
from iad_portal.lib.dates.format import format_year, month_name

from ..models import Plan, PlanKind

_IN_THAI_DIGITS = str.maketrans("0123456789", "๐๑๒๓๔๕๖๗๘๙")
TITLES = {"title_th": "th", "title_en": "en"}


def month_after(plan: Plan) -> PartialDate | None:
    """The month after that of `plan`; None of a plan that is of no month."""
    if plan.kind != PlanKind.MONTHLY_PLAN or plan.month is None:
        return None
    is_last = plan.month.month == 12
    return PartialDate(plan.month.year + is_last, 1 if is_last else plan.month.month + 1, precision="month")


def for_next_month(plan: Plan) -> dict[str, Any]:
    """What the form of the plan after the monthly `plan` begins with: its titles, its month, the days and fiscal year.

    Empty of another plan. Papers are each month's own.
    """
    month = month_after(plan)
    if month is None:
        return {}
    titles = {name: _renamed(getattr(plan, name) or "", language, plan, month) for name, language in TITLES.items()}
    return titles | {
        "kind": plan.kind, "month": month.first_day, "fiscal_year": fiscal_year(month.first_day),
        "period_from": month.first_day, "period_to": month.last_day,
    }  # fmt: skip


def _renamed(title: str, language: str, plan: Plan, month: PartialDate) -> str:
    """`title` with the next month and its year where it names those of `plan`: "พฤษภาคม 2555", "พฤษภาคม พ.ศ. ๒๕๕๕"."""
    named = f"{month_name(plan.month.month, language)}(\\D{{0,9}})(\\d{{4}})"
    name, year = month_name(month.month, language), format_year(month.year, language)

    def put(found: re.Match[str]) -> str:
        if int(found[2]) != int(format_year(plan.month.year, language)):
            return found[0]
        return f"{name}{found[1]}{year if found[2].isascii() else year.translate(_IN_THAI_DIGITS)}"

    return re.sub(named, put, title)
