"""The projects of a plan are a table in its form: seen in their order, changed in place, added as drafts."""

import pytest
from django.contrib.auth.models import Permission
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from iad_portal.lib.desk.folded_rows import MOST_OPEN
from iad_portal.office.groups import TRANSLATORS
from plans.models import Plan, Project
from relations.models import Revision
from tests import world

from .desk import as_sent, desk_url, errors_of, officer, signed_in
from .review_desk import editor, fresh, waiting
from .test_every_inline import Form
from .test_merging import Desk, two

pytestmark = pytest.mark.django_db


def plan_with(count=2, status="draft", **facts):
    """A plan that is a draft, and its projects in their order."""
    plan = world.plan(status="draft")
    numbers = range(1, count + 1)
    return plan, [world.project(plan, order=n, title_th=f"โครงการที่ {n}", status=status, **facts) for n in numbers]


def page_of(client, plan):
    return client.get(desk_url(Plan, "change", plan.pk))


def rows_in(answer):
    return next(one for one in answer.context["inline_admin_formsets"] if one.formset.model is Project)


def test_they_stand_in_their_order_with_state_and_a_link_to_the_form_of_each():
    plan, (first, second) = plan_with(budget_thb=1_500_000, starts_on="2012-10")
    Project.objects.filter(pk=first.pk).update(order=9, status="published")
    html = page_of(signed_in(), plan).content.decode()
    assert html.index("โครงการที่ 2") < html.index("โครงการที่ 1")
    for project, state in ((first, "เผยแพร่แล้ว"), (second, "ฉบับร่าง")):
        cell = html.partition(f'href="{desk_url(Project, "change", project.pk)}"')[0].rpartition("<td")[2]
        assert state in cell
    assert "ตุลาคม 2555" in html and "1,500,000" in html


@pytest.mark.parametrize("many", [1, MOST_OPEN + 9])
def test_they_cost_one_query_however_many(many):
    plan, client = plan_with(many)[0], signed_in()
    page_of(client, plan)
    with CaptureQueriesContext(connection) as asked:
        page_of(client, plan)
    own = [query["sql"] for query in asked.captured_queries if query["sql"].startswith('SELECT "plans_project"')]
    assert len(own) == 1 and len(asked) <= 20, len(asked)


def test_a_line_of_a_far_row_shows_its_state_too():
    plan, projects = plan_with(MOST_OPEN + 2)
    Project.objects.filter(pk=projects[-1].pk).update(status="published")
    html = page_of(signed_in(), plan).content.decode()
    *_others, before, last = html.split("is-line")[1:]
    assert "ฉบับร่าง" in before and "เผยแพร่แล้ว" in last.partition("</tr>")[0] and 'colspan="7"' in last


def test_changes_and_new_rows_come_in_with_the_save_of_the_plan():
    """One revision for all; each project keeps a version of its own, and none that nobody touched is saved."""
    plan, (first, second) = plan_with()
    form = Form(signed_in(), Plan, plan)
    form.data["title_en"] = "Renamed"
    form.change(Project, 0, official_code="สกต. 1", starts_on="ต.ค. 2568", budget_thb="๑.๕ ล้านบาท")
    form.put(Project, {"title_th": "โครงการใหม่", "title_en": "New project"})
    before = Revision.objects.count()
    answer = form.send()
    assert answer.status_code == 302, errors_of(answer)
    changed, new = fresh(first), Project.objects.get(title_th="โครงการใหม่")
    assert (changed.official_code, changed.starts_on.iso, changed.budget_thb) == ("สกต. 1", "2025-10", 1_500_000)
    assert (new.status, new.plan, new.slug, new.version) == ("draft", plan, "new-project", 1)
    assert (changed.version - first.version, fresh(second).version - second.version) == (1, 0)
    assert Revision.objects.count() == before + 1
    history = form.client.get(desk_url(Plan, "history", plan.pk)).content.decode()
    assert "โครงการใหม่" in history and "สกต. 1" in history


def test_a_project_has_versions_of_its_own():
    """It is compared, and taken back, in its own form: not as a part of its plan."""
    plan, (first, _second) = plan_with()
    first.title_th = "ชื่ออื่น"
    first.save()
    client = signed_in()
    assert not client.get(desk_url(Plan, "compare", plan.pk)).context["compared"]
    assert client.get(desk_url(Project, "compare", first.pk)).context["compared"]


def test_no_project_is_deleted_in_the_table():
    plan, (first, _second) = plan_with()
    form = Form(signed_in(), Plan, plan)
    form.change(Project, 0, DELETE="on")
    assert form.send().status_code == 302 and Project.objects.filter(pk=first.pk).exists()


def test_a_second_project_of_one_title_is_asked_about():
    plan, _projects = plan_with()
    form = Form(signed_in(), Plan, plan)
    form.put(Project, {"title_th": "โครงการที่  2"})
    answer = form.send()
    assert answer.status_code == 200 and "โครงการที่ 2" in " ".join(errors_of(answer))


def test_what_a_colleague_saved_in_the_project_s_own_form_is_put_together():
    plan, (first, _second) = plan_with()
    malee, somchai = Desk("malee", first), Desk("somchai", plan)
    malee.data |= {"title_en": "Malee’s", "official_code": "ม. 1"}
    malee.saved()
    somchai.data["projects-0-budget_thb"] = "900"
    told = somchai.saved()
    stored = fresh(first)
    assert (stored.title_en, stored.official_code, stored.budget_thb) == ("Malee’s", "ม. 1", 900)
    assert any("malee" in sentence for sentence in told)


def test_what_both_changed_otherwise_is_asked():
    plan, (first, _second) = plan_with()
    malee, somchai = two(plan)
    malee.data["projects-0-title_th"] = "ของมาลี"
    malee.saved()
    somchai.data["projects-0-title_th"] = "ของสมชาย"
    (choice,) = somchai.asked().choices
    somchai.choose(choice, "mine")
    somchai.saved()
    assert fresh(first).title_th == "ของสมชาย"


@pytest.mark.parametrize("number", [0, 1])
def test_a_project_that_went_to_another_plan_goes_out_of_the_form_and_what_was_typed_is_told(number):
    """Once; what nobody had changed is no matter. Another row is never written in its place."""
    plan, projects = plan_with(3)
    other, desk = world.plan(), Desk("somchai", plan)
    moved = projects[number]
    Project.objects.filter(pk=moved.pk).update(plan=other, official_code="ใหม่")
    desk.data |= {f"projects-{number}-title_th": "ชื่อที่พิมพ์", "projects-2-title_th": "โครงการที่สาม"}
    answer = desk.send()
    said = " ".join(errors_of(answer))
    assert answer.status_code == 200 and moved.title_th in said and "ชื่อที่พิมพ์" in said and "รหัส" not in said
    desk.data = as_sent(answer, Plan)
    desk.saved()
    titles = [fresh(project).title_th for project in projects]
    assert fresh(moved).plan == other and titles == ["โครงการที่ 1", "โครงการที่ 2", "โครงการที่สาม"]
    Project.objects.filter(pk=projects[2].pk).update(plan=other)
    untouched = Desk("wichai", plan)
    Project.objects.filter(plan=plan).update(plan=other)
    untouched.saved()


def test_rows_are_held_while_the_form_is_saved():
    """So that nobody saves a project in its own form between the reading and the writing of its row."""
    form = Form(signed_in(), Plan, plan_with()[0])
    with CaptureQueriesContext(connection) as asked:
        assert form.send().status_code == 302
    read = [query["sql"] for query in asked.captured_queries if 'FROM "plans_project"' in query["sql"]]
    assert connection.vendor == "sqlite" or 'FOR UPDATE OF "plans_project"' in read[0]


def test_who_may_not_change_projects_sees_the_table_without_boxes():
    reader = officer("napa")
    reader.is_superuser = False
    reader.save()
    names = ["view_plan", "change_plan", "view_project"]
    reader.user_permissions.set(Permission.objects.filter(codename__in=names))
    client, (plan, _projects) = Client(), plan_with()
    client.force_login(reader)
    html = page_of(client, plan).content.decode()
    assert "โครงการที่ 1" in html and "projects-0-title_th" not in html and 'name="pasted"' not in html
    sent = as_sent(page_of(client, plan), Plan) | {"pasted": "โครงการแอบเพิ่ม"}
    url = desk_url(Plan, "change", plan.pk)
    assert client.post(url, sent | {"title_th": ""}).status_code == 200  # refused, and shown again
    assert client.post(url, sent).status_code == 302 and Project.objects.count() == 2


def test_a_translator_writes_english_titles_and_adds_nothing():
    plan, (first, _second) = plan_with()
    form = Form(signed_in(group=TRANSLATORS), Plan, plan)
    assert 'name="pasted"' not in page_of(form.client, plan).content.decode()
    form.change(Project, 0, title_en="Translated", title_th="แก้ไม่ได้")
    assert form.send().status_code == 302
    assert (fresh(first).title_en, fresh(first).title_th) == ("Translated", "โครงการที่ 1")


def test_an_editor_s_rows_are_drafts_and_those_of_a_draft_are_saved_at_once():
    plan, (first, _second) = plan_with()
    form = Form(editor(), Plan, plan)
    form.change(Project, 0, official_code="สกต. 1")
    form.put(Project, {"title_th": "โครงการใหม่"})
    answer = form.send()
    assert answer.status_code == 302 and answer.url == desk_url(Plan)
    assert fresh(first).official_code == "สกต. 1" and Project.objects.get(title_th="โครงการใหม่").status == "draft"


def test_an_editor_s_change_of_a_public_project_waits():
    """Although the plan is a draft: readers see the project on other pages."""
    plan, (first, _second) = plan_with(status="published")
    form = Form(editor(), Plan, plan)
    form.change(Project, 0, title_th="แก้โดยไม่ผ่านการตรวจ")
    form.data["_send"] = ""
    assert form.send().status_code == 302 and fresh(first).title_th == "โครงการที่ 1"
    assert waiting().is_change
