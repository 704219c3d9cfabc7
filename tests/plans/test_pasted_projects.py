"""Projects pasted as a table into the form of their plan: rows as if typed, or a reason for each line that is none."""

import pytest
from django.contrib.messages import get_messages
from django.test.utils import override_settings

from plans.admin.pasted_projects import MOST_LETTERS, MOST_LINES, read
from plans.models import Plan, Project
from tests import world
from tests.desk.desk import as_sent, desk_url, errors_of, signed_in
from tests.desk.review_desk import editor
from tests.desk.test_every_inline import Form

pytestmark = pytest.mark.django_db
TABLE = (
    "โครงการแลกเปลี่ยนเยาวชน\tYouth exchange\tสกต. 1\t1 ต.ค. 2568\t30 ก.ย. 2569\t1.5 ล้านบาท",
    "โครงการเมืองสีเขียว\t\tสกต. ๒\t๑/๑๑/๒๕๖๘\t\t๒๕๐,๐๐๐",
    "โครงการอบรมภาษา",
)


@pytest.fixture
def plan():
    return world.plan(status="draft")


def sent(plan, *lines, client=None, **typed):
    """The answer to the form of `plan` (None: of a new one) with `lines` in the box."""
    form = Form(client or signed_in(), Plan, plan)
    form.data |= {"pasted": "\r\n".join(lines)} | typed
    return form.send()


def rows(plan):
    found = Project.objects.filter(plan=plan)
    return [(one.order, one.title_th, one.title_en or "", one.official_code) for one in found]


def typed(*lines):
    """What is typed in the boxes of the rows of `lines`, without empty ones."""
    return [{name: cell for name, cell in line.typed.items() if cell} for line in read("\n".join(lines)).lines]


def faults(*lines):
    pasted = read("\n".join(lines))
    return [pasted.fault] if pasted.fault else [line.fault for line in pasted.lines]


def test_each_line_becomes_a_draft_behind_those_that_are_there(plan):
    """Either era, Thai digits, amounts in words: as in every box of the desk."""
    world.project(plan, title_th="โครงการเดิม", order=4)
    answer = sent(plan, *TABLE)
    assert answer.status_code == 302, errors_of(answer)
    assert rows(plan)[1:] == [
        (5, "โครงการแลกเปลี่ยนเยาวชน", "Youth exchange", "สกต. 1"),
        (6, "โครงการเมืองสีเขียว", "", "สกต. ๒"),
        (7, "โครงการอบรมภาษา", "", ""),
    ]
    youth, green, course = Project.objects.filter(plan=plan, status="draft")
    assert (youth.starts_on.iso, youth.ends_on.iso, youth.budget_thb) == ("2025-10-01", "2026-09-30", 1_500_000)
    assert (green.starts_on.iso, green.ends_on, green.budget_thb) == ("2025-11-01", None, 250_000)
    assert course.slug and "เพิ่มโครงการเป็นฉบับร่างแล้ว 3 โครงการ" in [
        str(told) for told in get_messages(answer.wsgi_request)
    ]


def test_columns_are_named_by_a_first_line_in_any_order():
    """As offices write over them, as the table names them, in Thai and in English; amounts in the heading's unit."""
    assert typed("ที่\tรหัส\tชื่อโครงการ\tเริ่มต้น\tงบประมาณ (ล้านบาท)", "1.\tก 1\tโครงการ ก\t2568\t1.5") == [
        {
            "order": "1",
            "official_code": "ก 1",
            "title_th": "โครงการ ก",
            "starts_on": "2568",
            "budget_thb": "1.5 ล้านบาท",
        }
    ]
    assert typed("งบประมาณ (บาท)\tชื่อเรื่อง (ไทย)", "5\tโครงการ ก") == [{"budget_thb": "5", "title_th": "โครงการ ก"}]
    assert typed("Title (English)\tTitle (Thai)", "A\tโครงการ ก") == [{"title_en": "A", "title_th": "โครงการ ก"}]


def test_a_first_column_of_numbers_is_their_order():
    assert typed("1\tโครงการ ก\tA", "๒.\tโครงการ ข") == [
        {"order": "1", "title_th": "โครงการ ก", "title_en": "A"}, {"order": "๒", "title_th": "โครงการ ข"},
    ]  # fmt: skip
    assert typed("1", "2") == [{"title_th": "1"}, {"title_th": "2"}]


@pytest.mark.parametrize(
    ("lines", "said"),
    [
        (["โครงการ\tหน่วยงาน\t", "ก\tสกต."], "“หน่วยงาน”"),
        (["โครงการ\t\tรหัส", "ก\tข\t1"], "“–”"),
        (["รหัส\tงบประมาณ", "ก\t1"], "“ชื่อโครงการ”"),
        (["โครงการ\tชื่อโครงการ", "ก\tข"], "“ชื่อโครงการ” ซ้ำ"),
        (["โครงการ ก\t\t\t\t\t\t7"], "7 ช่อง"),
        (["\tA"], "ไม่มีชื่อ"),
        (["โครงการ ก\t1,500,000"], "“1,500,000”"),
        (["รวมทั้งสิ้น\t\t\t\t\t5,000,000"], "ยอดรวม"),
        (["ลำดับ\tโครงการ\tงบประมาณ", "รวม\t\t5"], "ยอดรวม"),
        (["Grand total:"], "ยอดรวม"),
    ],
)
@override_settings(LANGUAGE_CODE="th")
def test_what_is_not_understood_is_told(lines, said):
    assert said in faults(*lines)[-1], faults(*lines)


@override_settings(LANGUAGE_CODE="th")
def test_a_table_may_be_long_but_not_endless():
    assert not any(faults(*["โครงการ"] * 0, *[f"โครงการ {n}" for n in range(MOST_LINES)]))
    assert "200" in faults(*[f"โครงการ {n}" for n in range(MOST_LINES + 1)])[0]
    assert "200" in faults("ก" * (MOST_LETTERS + 1))[0]


def test_a_word_that_only_begins_like_a_sum_is_a_title():
    assert faults("รวมพลังเมืองพี่เมืองน้อง", "Total Quality Cities") == ["", ""]


def test_a_cell_that_cannot_be_read_is_told_beside_it_and_nothing_is_lost(plan):
    """The lines are rows by then: one cell is mended, and all come in."""
    client = signed_in()
    answer = sent(plan, *TABLE, "โครงการ ง\t\t\t31/2/2569\t\tมาก", client=client)
    assert answer.status_code == 200 and not Project.objects.exists()
    *others, wrong = next(
        one.formset for one in answer.context["inline_admin_formsets"] if one.formset.model is Project
    ).errors
    assert not any(others) and set(wrong) == {"starts_on", "budget_thb"} and len(others) == 3
    shown = as_sent(answer, Plan)
    assert shown["pasted"] == "" and shown["projects-3-budget_thb"] == "มาก"
    mended = shown | {"projects-3-starts_on": "28/2/2569", "projects-3-budget_thb": "5"}
    assert client.post(desk_url(Plan, "change", plan.pk), mended).status_code == 302
    assert len(rows(plan)) == 4


def test_lines_that_are_no_rows_stay_in_the_box_under_their_heading(plan):
    client = signed_in()
    answer = sent(plan, "โครงการ\tรหัส", "อบรมภาษา\t1", "\t2", "รวม\t", "เมืองสีเขียว\t3", client=client)
    said = errors_of(answer)
    assert answer.status_code == 200 and not Project.objects.exists()
    assert [sentence.partition(":")[0] for sentence in said] == ["บรรทัดที่ 2", "บรรทัดที่ 3"], said
    shown = as_sent(answer, Plan)
    assert shown["pasted"].splitlines() == ["โครงการ\tรหัส", "\t2", "รวม\t"]
    assert client.post(desk_url(Plan, "change", plan.pk), shown | {"pasted": ""}).status_code == 302
    assert [(title, code) for _order, title, _english, code in rows(plan)] == [("อบรมภาษา", "1"), ("เมืองสีเขียว", "3")]


def test_a_project_of_the_plan_is_told_and_not_added_twice(plan):
    """Stored, typed in the table just now, or in the list before."""
    world.project(plan, title_th="โครงการอบรมภาษา", order=1)
    other = world.project(world.plan(), title_th="โครงการเมืองสีเขียว")
    form = Form(signed_in(), Plan, plan)
    form.put(Project, {"title_th": "โครงการที่พิมพ์"})
    form.data["pasted"] = "\n".join([*TABLE, "โครงการ ที่พิมพ์\t\t9", TABLE[0]])
    answer = form.send()
    said = errors_of(answer)
    assert answer.status_code == 200 and len(said) == 3, said
    assert "“โครงการอบรมภาษา” เป็นโครงการของแผนนี้อยู่แล้ว" in said[0]
    again = form.client.post(form.url, as_sent(answer, Plan) | {"pasted": ""})
    assert again.status_code == 302, errors_of(again)
    assert sorted(title for _order, title, *_rest in rows(plan)) == sorted(
        ["โครงการอบรมภาษา", "โครงการที่พิมพ์", "โครงการแลกเปลี่ยนเยาวชน", "โครงการเมืองสีเขียว"]
    )
    assert other.plan != plan


def test_among_projects_without_numbers_new_ones_have_none(plan):
    """Else they would stand before them."""
    world.project(plan, title_th="โครงการเดิม")
    assert sent(plan, *TABLE[1:]).status_code == 302
    assert [(order, title) for order, title, *_rest in rows(plan)] == [
        (None, "โครงการเดิม"), (None, "โครงการเมืองสีเขียว"), (None, "โครงการอบรมภาษา"),
    ]  # fmt: skip


def test_a_new_plan_begins_with_its_table():
    answer = sent(None, *TABLE, title_th="แผนใหม่", slug="new", kind="strategy")
    assert answer.status_code == 302, errors_of(answer)
    assert [order for order, *_rest in rows(Plan.objects.get(slug="new"))] == [1, 2, 3]


def test_the_table_is_kept_when_the_form_is_refused_for_another_reason(plan):
    answer = sent(plan, *TABLE, title_th="")
    assert answer.status_code == 200 and not Project.objects.exists()
    assert as_sent(answer, Plan)["projects-2-title_th"] == "โครงการอบรมภาษา"


def test_two_officers_who_paste_one_table_make_its_projects_once(plan):
    malee, somchai = Form(signed_in("malee"), Plan, plan), Form(signed_in("somchai"), Plan, plan)
    for form in (malee, somchai):
        form.data["pasted"] = "\n".join(TABLE)
    assert malee.send().status_code == 302
    answer = somchai.send()
    assert answer.status_code == 200 and len(errors_of(answer)) == 3 and len(rows(plan)) == 3


def test_an_editor_s_table_is_saved_as_drafts(plan):
    assert sent(plan, *TABLE, client=editor()).status_code == 302
    assert Project.objects.filter(plan=plan, status="draft").count() == 3


@pytest.mark.parametrize("total", ["", "x", "-1"])
def test_a_form_that_no_page_sends_breaks_nothing(plan, total):
    answer = sent(plan, *TABLE, **{"projects-TOTAL_FORMS": total})
    assert answer.status_code == 200 and not Project.objects.exists()
