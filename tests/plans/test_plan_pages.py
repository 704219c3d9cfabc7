"""Plans: the list, a fiscal year, one plan."""

from datetime import date

import pytest

from iad_portal.lib.dates import calendar
from plans.models import Plan, PlanKind, ProjectProgress
from tests import world
from tests.site.checks import assert_one_era, grows_not, shown_text

pytestmark = pytest.mark.django_db

STRATEGY = {"kind": PlanKind.STRATEGY, "fiscal_year": None, "period_from": "2023-01-01", "period_to": "2027-12-31"}


def monthly(month: date = date(2012, 12, 1), **facts) -> Plan:
    """A monthly plan of the fiscal year 2013."""
    return world.plan(**{"kind": PlanKind.MONTHLY_PLAN, "month": month, "period_from": None, "period_to": None} | facts)


def test_the_list_shows_years_and_plans_outside_a_year(client):
    """Both languages; drafts are absent."""
    world.plan(), world.plan(**STRATEGY), world.plan(**STRATEGY | {"title_th": "ร่าง", "status": "draft"})
    html = client.get("/th/plans/").content.decode()
    assert "ปีงบประมาณ 2556" in html and "/th/plans/2013/" in html and "ร่าง" not in html
    assert "Fiscal year 2013" in client.get("/en/plans/").content.decode()


def test_a_fiscal_year_shows_the_months_that_hold_something_from_october(client):
    """The monthly plan and the registers fill the months; one sentence stands for the others."""
    plan = monthly()
    world.meeting("amf", starts_on="2012-11-28", ends_on="2012-11-29")
    world.agreement(world.city("phnom-penh"), signed_on="2013-01-04")
    html = client.get("/en/plans/2013/").content.decode()
    assert [month.month.month for month in client.get("/en/plans/2013/").context["months"]] == [11, 12, 1]
    assert "Nothing is in the register yet of the other months." in html and "2 events on record" in html
    assert (
        html.index("November")
        < html.index("/en/meetings/amf/")
        < html.index(plan.get_absolute_url().removeprefix("/th"))
    )
    assert "Signed with City phnom-penh" in html


def test_projects_say_how_far_they_are_and_have_no_empty_meter(client):
    """Progress is the latest note; what no project tells takes one line."""
    plan = world.plan()
    told, silent = world.project(plan, budget_thb=1500000), world.project(plan)
    ProjectProgress.objects.create(project=told, percent=45)
    html = client.get("/en/plans/2013/").content.decode()
    assert html.count("<progress") == 1 and "45%" in html and "1,500,000" in html and silent.title_en in html
    assert "Not yet in the register: who carries the projects</p>" in html
    assert told.title_en in client.get(plan.get_absolute_url().replace("/th/", "/en/")).content.decode()


@pytest.mark.parametrize(
    ("address", "leads_to"), [("/th/plans/2556/", "/th/plans/2013/"), ("/en/plans/2743/", "/en/plans/2200/")]
)
def test_a_buddhist_era_year_leads_to_its_common_era_address(client, address, leads_to):
    """One 301, in the same language."""
    response = client.get(address)
    assert (response.status_code, response["Location"]) == (301, leads_to)


@pytest.mark.parametrize("year", ["0", "1", "2014", "99999", "9" * 500])
def test_a_year_without_plans_is_a_404(client, year):
    """Also nonsense."""
    world.plan()
    assert client.get(f"/th/plans/{year}/").status_code == 404


@pytest.mark.parametrize("language", ["th", "en"])
def test_the_running_year_is_a_page_before_anybody_entered_its_plans(client, language):
    """Also by its year in the Buddhist Era, and the list leads there."""
    year = calendar.fiscal_year(calendar.today())
    page = client.get(f"/{language}/plans/{year + 543}/", follow=True)
    assert page.status_code == 200 and page.redirect_chain == [(f"/{language}/plans/{year}/", 301)]
    assert ("ยังไม่มีรายการของปีนี้ในทะเบียน" if language == "th" else "Nothing of this year") in page.content.decode()
    assert f'href="/{language}/plans/{year}/"' in client.get(f"/{language}/plans/").content.decode()


def test_one_plan_names_what_it_supersedes_but_no_draft(client):
    """Links go both ways."""
    old, draft, new = (
        world.plan("old", **STRATEGY),
        world.plan("draft", status="draft", **STRATEGY),
        world.plan("new", **STRATEGY),
    )
    new.supersedes.set([old, draft])
    html = client.get("/en/plans/new/").content.decode()
    assert "/en/plans/old/" in html and "/en/plans/draft/" not in html
    assert "/en/plans/new/" in client.get("/en/plans/old/").content.decode()


def test_a_plan_of_which_little_is_known_says_so_in_one_line(client):
    """Its year stands in the row of answers; what no project tells is said once."""
    world.plan("bare", period_from=None, period_to=None)
    response = client.get("/en/plans/bare/")
    assert [str(answer.label) for answer in response.context["statement"].answers] == ["Fiscal year"]
    assert "Not yet in the register: projects of the plan and the plan as a document" in shown_text(response)


def test_drafts_are_hidden_withdrawn_stand_under_a_notice_and_unknown_are_404(client):
    """What every page answers."""
    world.plan("draft", status="draft"), world.plan("gone", status="withdrawn", withdrawn_notice_th="เลิกใช้แล้ว")
    assert client.get("/th/plans/draft/").status_code == client.get("/th/plans/nothing/").status_code == 404
    html = client.get("/th/plans/gone/").content.decode()
    assert "เลิกใช้แล้ว" in html and "noindex" in html
    assert client.post("/th/plans/gone/").status_code == 405


def test_a_missing_english_title_is_marked(client):
    """The Thai title stands in, and says that it is Thai."""
    world.plan("only-thai", title_en="")
    assert '<span lang="th">แผน only-thai</span>' in client.get("/en/plans/only-thai/").content.decode()


def test_years_are_those_of_the_reader(client):
    """Thai pages count from the Buddha, English ones from Christ."""
    plan = world.plan("fy")
    world.cite(plan)
    for path in ("plans/", "plans/2013/", "plans/fy/"):
        assert_one_era(client, path)


def test_queries_do_not_grow(client):
    """Neither with plans nor with projects."""
    plan = world.plan("fy")

    def add(number):
        project = world.project(plan)
        project.agencies.add(world.agency(f"agency-{number}"))
        world.cite(project)
        world.plan(**STRATEGY)
        world.meeting(starts_on="2013-02-01", ends_on=None)

    grows_not(client, "/th/plans/2013/", add)
    grows_not(client, "/th/plans/fy/", lambda number: world.project(plan))
    grows_not(client, "/th/plans/", lambda number: world.plan(**STRATEGY))


def test_a_fiscal_year_heads_its_page_with_a_capital(client):
    world.plan()
    assert '<h1 class="panel__title">Fiscal year 2013</h1>' in client.get("/en/plans/2013/").content.decode()
    assert [chip.label for chip in client.get("/en/plans/").context["years"]] == ["Fiscal year 2013"]


def test_progress_of_the_projects_is_drawn_when_it_is_known_of_three(client):
    """On the page of the plan and of the year: how many are done, under way, not begun, not recorded."""
    plan = world.plan("fy")
    for percent in (100, 35):
        ProjectProgress.objects.create(project=world.project(plan), percent=percent)
    world.project(plan)
    assert client.get("/en/plans/fy/").context["progress"] is None
    ProjectProgress.objects.create(project=world.project(plan), percent=0)
    for url in ("/en/plans/fy/", "/en/plans/2013/"):
        response = client.get(url)
        assert [(group.code, group.number) for group in response.context["progress"].groups] == [
            ("done", 1),
            ("going", 1),
            ("waiting", 1),
            ("unknown", 1),
        ]
        text = shown_text(response)
        assert "Progress is recorded for 3 of 4 projects, 1 of them done." in text
        assert "Progress of the projects. Done: 1, Partly done: 1" in response.content.decode()
