"""Plans of every kind, and their projects."""

from networks.models import Commitment, Meeting
from plans.models import Plan, PlanKind, Project, ProjectProgress
from relations.models import Agency, City

from .inventory import Gone, Inventory
from .rows import Files, Row


def load(files: Files, inventory: Inventory) -> None:
    """Read plans.json."""
    whole = files.record("plans")
    # The rule of the fiscal year is the portal's own (lib.dates.calendar); the file repeats it for its readers.
    whole.pair("fiscal_year_rule")
    whole.rows("plans"), whole.rows("projects")
    whole.finish()
    inventory.open(Plan, "slug")
    for row in files.json("plans", "plans"):
        _plan(row, inventory)
    inventory.open(Project, "slug")
    for row in files.json("plans", "projects"):
        _project(row, inventory)


def _plan(row: Row, inventory: Inventory) -> None:
    slug = row.text("slug")
    period_from, period_to = row.span("period_from", "period_to")
    plan = Plan(
        slug=slug,
        status=row.status(),
        kind=row.choice("kind", PlanKind),
        **row.pair("title"),
        fiscal_year=row.number("fiscal_year"),
        month=row.day("month"),
        period_from=period_from,
        period_to=period_to,
        **row.pair("note"),
        **row.pair("doubt"),
    )
    many = {"supersedes": inventory.find_all(Plan, row.ids("supersedes"), row)}
    sources = row.ids("source")
    row.finish()
    inventory.add(plan, (slug,), row, sources, many)


def _project(row: Row, inventory: Inventory) -> None:
    slug, percent = row.text("slug"), row.number("progress_percent")
    starts_on, ends_on = row.span("start", "end")
    try:
        project = Project(
            slug=slug,
            status=row.status(),
            plan_id=inventory.find_or_none(Plan, row.text("plan"), row),
            meeting_id=inventory.find_or_none(Meeting, row.text("meeting"), row),
            commitment_id=inventory.find_or_none(Commitment, row.text("commitment"), row),
            order=row.number("order"),
            official_code=row.text("code"),
            **row.pair("title"),
            starts_on=starts_on,
            ends_on=ends_on,
            budget_thb=row.decimal("budget_thb"),
            spent_thb=row.decimal("spent_thb"),
            **row.pair("doubt"),
        )
    except Gone:
        inventory.leave(Project)
        return
    many = {
        "agencies": inventory.find_all(Agency, row.ids("agencies"), row),
        "cities": inventory.find_all(City, row.ids("cities"), row),
    }
    sources = row.ids("source")
    row.finish()
    inventory.add(project, (slug,), row, sources, many)
    if percent is not None:
        _progress(slug, percent, row, inventory, sources)


def _progress(slug: str, percent: int, row: Row, inventory: Inventory, sources: list[str]) -> None:
    try:
        project = inventory.find(Project, slug, row)
    except Gone:
        inventory.leave(ProjectProgress)
        return
    # No source says on which day the project stood there.
    inventory.add_part(ProjectProgress(project_id=project, percent=percent), Project, project, row, sources)
