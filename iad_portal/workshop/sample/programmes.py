"""Sample plans of several fiscal years with their months, plans outside a year, and projects with their progress."""

from datetime import timedelta

from iad_portal.lib.dates import calendar
from iad_portal.lib.dates.calendar import PartialDate
from iad_portal.lib.dates.format import format_fiscal_year, format_month
from plans.models import Plan, PlanKind, Project, ProjectProgress

from .desk import RICH, Desk, of_year
from .words import Pair, marked, one_language, texts


def make(desk: Desk) -> None:
    """Plans, then projects; the last plan of each kind has the most of them."""
    latest = calendar.fiscal_year(desk.today)
    years = [latest - back for back in range(desk.sizes["years"])]
    yearly = desk.add(_of_year(desk, number, year) for number, year in enumerate(years))
    desk.add(
        _of_month(number, year, month) for number, year in enumerate(years) for month in calendar.fiscal_months(year)
    )
    long = desk.add(_long(desk, number) for number in range(2))
    desk.link(Plan.supersedes, [(long[0].pk, long[1])])
    desk.add_parts(desk.album.paper(plan, order) for plan in (*yearly, *long) for order in (0, 1))
    desk.cite([*yearly, *long])
    plans = [*yearly, *long]
    desk.in_batches("projects", lambda numbers: _projects(desk, numbers, plans))


def _two(kind: Pair, words) -> Pair:
    """`kind` with what `words` says of it, in both languages, as a marked title."""
    return marked(tuple(f"{half} {words(code)}" for half, code in zip(kind, ("th", "en"), strict=True)))


def _of_year(desk: Desk, number: int, year: int) -> Plan:
    title = _two(("แผนงานโครงการด้านต่างประเทศ", "Foreign affairs plan,"), lambda code: format_fiscal_year(year, code))
    first, last = calendar.fiscal_year_span(year)
    return Plan(
        slug=f"sample-plan-{year}-annual",
        kind=PlanKind.ANNUAL_PLAN,
        fiscal_year=year,
        period_from=first,
        period_to=last,
        status="published",
        **texts(title=title, note=desk.words.paragraph() if number < RICH else ("", "")),
    )


def _of_month(number: int, year: int, month) -> Plan:
    title = _two(("แผนการปฏิบัติงานประจำเดือน", "Monthly operating plan,"), lambda code: format_month(month, code))
    # The months of the oldest year are still drafts, but for its first.
    is_draft = number == 3 and month.month != 10
    return Plan(
        slug=f"sample-plan-{month:%Y-%m}-monthly",
        kind=PlanKind.MONTHLY_PLAN,
        fiscal_year=year,
        month=month,
        period_from=PartialDate(month.year, month.month, precision="month"),
        status="draft" if is_draft else "published",
        **texts(title=title),
    )


def _long(desk: Desk, number: int) -> Plan:
    """Two strategies, of which the first follows the second."""
    start = desk.today.year - 2 - 5 * number
    title = (f"ยุทธศาสตร์ด้านต่างประเทศ ฉบับที่ {2 - number}", f"Foreign affairs strategy {2 - number}")
    return Plan(
        slug=f"sample-strategy-{number + 1}",
        kind=PlanKind.STRATEGY,
        status="published",
        period_from=of_year(start),
        period_to=of_year(start + 4),
        **texts(title=marked(title), note=desk.words.paragraph()),
    )


def _projects(desk: Desk, numbers: range, plans: list[Plan]) -> None:
    made = desk.add(_project(desk, number, plans) for number in numbers)
    desk.projects += [project.pk for project in made]
    rows = list(zip(made, numbers, strict=True))
    desk.link_some(Project.agencies, rows, desk.agencies, 2)
    desk.link_some(Project.cities, rows[::2], desk.cities, 2)
    desk.add_parts(note for project, number in rows for note in _progress(desk, project, number))
    desk.cite(made[::2])


def _project(desk: Desk, number: int, plans: list[Plan]) -> Project:
    """The first ones stand in the newest plan; some come from a meeting or a commitment, some have no plan."""
    plan = None if number % 10 == 9 else plans[0 if number < 2 * RICH else number % len(plans)]
    year = plan.fiscal_year if plan and plan.fiscal_year else desk.today.year
    starts = calendar.fiscal_year_span(year)[0]
    budget = 250_000 + 10_000 * (number % 90) if number % 3 else None
    return Project(
        slug=f"sample-project-{number + 1}",
        plan=plan,
        order=number % 200 + 1,
        official_code=f"SAMPLE-{number + 1}",
        meeting_id=desk.meetings[number % len(desk.meetings)] if number % 5 == 0 else None,
        commitment_id=desk.commitments[number % len(desk.commitments)] if number % 7 == 0 else None,
        starts_on=PartialDate.of(starts),
        ends_on=PartialDate.of(starts + timedelta(days=180 + number % 180)),
        budget_thb=budget,
        spent_thb=budget // 2 if budget and number % 2 else None,
        **desk.state(number),
        **texts(title=one_language(number, marked(desk.words.pick(desk.words.projects)))),
    )


def _progress(desk: Desk, project: Project, number: int) -> list[ProjectProgress]:
    """None, one or two notes; all done at times."""
    percents = ((), (35,), (100, 60))[(number + 1) % 3]
    days = [PartialDate.of(desk.today - timedelta(days=30 + 60 * position)) for position in range(len(percents))]
    return [
        ProjectProgress(project=project, percent=percent, as_of=day, **texts(note=desk.words.paragraph()))
        for percent, day in zip(percents, days, strict=True)
    ]
