"""Dates on the desk as programmes and letters write them: spans fill both boxes, months are months."""

import datetime

import pytest
from django.contrib import admin
from django.contrib.messages import get_messages
from django.http import QueryDict
from django.test import RequestFactory

from iad_portal.lib.dates import calendar
from iad_portal.lib.dates.queries import spans_of
from iad_portal.office.models import SiteNotice
from networks.models import Meeting, Membership, Role
from news.models import Article
from plans.models import Plan, PlanKind, Project
from relations.models import Agreement, Exchange, Post
from tests import world

from .desk import desk_url, errors_of, officer, record_models, signed_in, untouched

pytestmark = pytest.mark.django_db
SPAN = "22 – 24 เมษายน 2562"


def sent(client, record, **typed):
    """What the form of `record` answers to what is `typed`; the record is read anew."""
    url = desk_url(type(record), "change", record.pk)
    answer = client.post(url, untouched(client, url, type(record)) | typed)
    record.refresh_from_db()
    return answer


def forms_of(model):
    request = RequestFactory().get("/")
    request.user = officer()
    own = admin.site.get_model_admin(model)
    return [own.get_form(request)] + [row.get_formset(request).form for row in own.get_inline_instances(request)]


def test_every_kind_of_record_that_lasts_knows_its_span():
    lasting = {model for model in record_models() if spans_of(model)}
    assert lasting == {Agreement, Article, Exchange, Meeting, Membership, Plan, Post, Project, Role, SiteNotice}


@pytest.mark.parametrize(
    "model", [model for model in record_models() if spans_of(model)], ids=lambda model: model.__name__
)
def test_a_span_typed_into_either_box_of_any_record_fills_both(model):
    [form_class] = [form for form in forms_of(model) if form._meta.model is model]
    for start, end in spans_of(model):
        for box in (start, end):
            form = form_class(QueryDict(mutable=True) | {box: SPAN})
            assert not {start, end} & form.errors.keys(), form.errors
            assert (str(form.cleaned_data[start])[:10], str(form.cleaned_data[end])[:10]) == (
                "2019-04-22",
                "2019-04-24",
            )
            assert form[start].value().startswith("22 เมษายน 2562") and form[end].value().startswith("24 เมษายน 2562")


@pytest.mark.parametrize("typed", [SPAN, "22–24 April 2019", "ระหว่างวันที่ ๒๒-๒๔ เมษายน พุทธศักราช ๒๕๖๒", "22-24/4/2562"])
def test_a_meeting_takes_its_days_from_one_box_and_says_how_it_read_them(typed):
    meeting = world.meeting(ends_on=None)
    answer = sent(signed_in(), meeting, starts_on=typed)
    assert answer.status_code == 302, errors_of(answer)
    assert (meeting.starts_on.iso, meeting.ends_on.iso) == ("2019-04-22", "2019-04-24")
    assert "22–24 เมษายน 2562" in " ".join(str(message) for message in get_messages(answer.wsgi_request))


def test_a_row_of_a_table_takes_a_span_too():
    person = world.person()
    row = {
        "posts-TOTAL_FORMS": "1",
        "posts-0-title_th": "นายกเทศมนตรี",
        "posts-0-kind": "other",
        "posts-0-starts_on": "2562 - 2565",
    }
    assert sent(signed_in(), person, **row).status_code == 302
    post = Post.objects.get()
    assert (post.starts_on.iso, post.ends_on.iso) == ("2019", "2022")


def test_a_span_takes_the_place_of_the_old_end_but_not_of_another_that_was_typed():
    client, meeting = signed_in(), world.meeting(starts_on="2019-06-26", ends_on="2019-06-28")
    assert sent(client, meeting, starts_on=SPAN).status_code == 302 and meeting.ends_on.iso == "2019-04-24"
    refused = sent(client, meeting, starts_on="15-26 มิถุนายน 2558", ends_on="27/6/2558")
    [sentence] = errors_of(refused)
    assert "15-26 มิถุนายน 2558" in sentence and 'value="27/6/2558"' in refused.content.decode()


@pytest.mark.parametrize("typed", ["24 – 22 เมษายน 2562", "29-31 เมษายน 2562", "22-24 เมษายน 62"])
def test_a_span_that_cannot_be_says_why_in_thai(typed):
    [sentence] = errors_of(sent(signed_in(), world.meeting(), starts_on=typed))
    assert any("ก" <= letter <= "๛" for letter in sentence.replace(typed, ""))


def test_a_day_that_is_alone_refuses_a_span():
    [sentence] = errors_of(sent(signed_in(), world.agreement(), signed_on="19-20 กุมภาพันธ์ 2505"))
    assert "19-20 กุมภาพันธ์ 2505" in sentence


def test_a_notice_stands_from_the_first_minute_to_the_last_of_a_span():
    notice = SiteNotice.objects.create(kind="closure", text_th="ปิด", text_en="Closed")
    coming = calendar.today().year + 1
    assert sent(signed_in(), notice, starts_at=f"22 – 24 เมษายน {coming}").status_code == 302
    assert (
        f"{notice.starts_at.astimezone():%d %H:%M}" == "22 00:00"
        and f"{notice.ends_at.astimezone():%d %H:%M}" == "24 23:59"
    )


@pytest.mark.parametrize(
    "typed", ["ม.ค. 2569", "มกราคม ๒๕๖๙", "1/2569", "January 2026", "2026-01", "15/1/2569", "เดือนมกราคม พ.ศ. 2569"]
)
def test_a_monthly_plan_takes_its_month_as_a_month(typed):
    client, plan = signed_in(), world.plan(period_from=None, period_to=None)
    answer = sent(client, plan, kind=PlanKind.MONTHLY_PLAN, month=typed, fiscal_year="2569")
    assert answer.status_code == 302, errors_of(answer)
    assert plan.month == datetime.date(2026, 1, 1)
    shown = client.get(desk_url(Plan, "change", plan.pk)).content.decode()
    assert 'value="มกราคม 2569"' in shown and "มกราคม 2569 (January 2026)" in shown


@pytest.mark.parametrize("typed", ["2569", "เมื่อวาน", "ม.ค."])
def test_what_is_no_month_is_refused(typed):
    assert errors_of(sent(signed_in(), world.plan(), kind=PlanKind.MONTHLY_PLAN, month=typed))
