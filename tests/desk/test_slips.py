"""A date that is most likely a slip is asked about once; saved again, it is taken."""

import pytest
from django.contrib import admin
from django.test import RequestFactory

from iad_portal.lib.dates import calendar
from iad_portal.lib.dates.forms import EraFormField
from iad_portal.lib.intake.plausible import AsksAboutSlips
from tests import world
from tests.boxes import BOXES_ALONE

from .desk import as_sent, desk_url, errors_of, officer, record_models, signed_in, untouched

pytestmark = pytest.mark.django_db
THIS_YEAR = calendar.today().year
FIGURE = "relations-figure-subject_type-subject_id"


def sent(client, record, **typed):
    """What the form of `record` answers to what is `typed`; the record is read anew."""
    url = desk_url(type(record), "change", record.pk)
    answer = client.post(url, untouched(client, url, type(record)) | typed, **BOXES_ALONE)
    record.refresh_from_db()
    return answer


def again(client, record, asked):
    """Save once more what came back with a question."""
    answer = client.post(desk_url(type(record), "change", record.pk), as_sent(asked, type(record)))
    record.refresh_from_db()
    return answer


def test_a_year_of_one_wrong_key_is_asked_about_with_the_year_that_was_meant():
    client, article = signed_in(), world.article(published_on=None)
    asked = sent(client, article, event_on="14/2/2065")
    [question] = errors_of(asked)
    assert f"{2065 - THIS_YEAR - 1}" in question or f"{2065 - THIS_YEAR}" in question
    assert "2608" in question and "2065" in question and "2565" in question
    assert again(client, article, asked).status_code == 302 and article.event_on.iso == "2065-02-14"


SLIPS = {
    "published far ahead": (world.article, "published_on", "1/1/2053"),
    "a meeting far ahead": (world.meeting, "starts_on", "2608"),
    "a moment far ahead": (world.article, "publish_at", "1/1/2608 09:00"),
    "signed before the office was": (world.agreement, "signed_on", "1/5/1850"),
    "a figure of tomorrow": (world.embassy, "as_of", f"31/12/{THIS_YEAR + 1}"),
    "a fiscal year far ahead": (world.plan, "fiscal_year", "2608"),
    "a fiscal year long ago": (world.plan, "fiscal_year", "2465"),
    "a network founded tomorrow": (world.network, "founded_on", f"{THIS_YEAR + 1}"),
}


@pytest.mark.parametrize(("make", "field", "typed"), SLIPS.values(), ids=SLIPS)
def test_what_is_far_from_today_is_asked_about_once(make, field, typed):
    client, record = signed_in(), make()
    asked = sent(client, record, **{field: typed})
    assert [code for code in asked.context["adminform"].form.errors if code != "ends_on"] == [field]
    assert 'class="question"' in " ".join(errors_of(asked))


ORDINARY = [
    (world.article, {"event_on": "14/2/2562"}), (world.article, {"published_on": "2019-05-23"}),
    (world.agreement, {"signed_on": "2505", "expires_on": f"{THIS_YEAR + 50}"}),
    (world.network, {"founded_on": "1913"}),
    (world.plan, {"period_from": "2556", "period_to": "2575"}), (world.plan, {"fiscal_year": "2570"}),
    (world.meeting, {"starts_on": "", "ends_on": f"{THIS_YEAR + 2}"}),
]  # fmt: skip


@pytest.mark.parametrize(("make", "typed"), ORDINARY)
def test_what_is_ordinary_for_its_field_is_taken(make, typed):
    answer = sent(signed_in(), make(), **typed)
    assert answer.status_code == 302, errors_of(answer)


def test_a_row_is_asked_about_too():
    client, city = signed_in(), world.city()
    facts = {"measure": "population", "qualifier": "exact", "value": "5", "as_of": "2608"}
    row = {f"{FIGURE}-TOTAL_FORMS": "1"} | {f"{FIGURE}-0-{name}": value for name, value in facts.items()}
    asked = sent(client, city, **row)
    assert "2065" in " ".join(errors_of(asked)) and again(client, city, asked).status_code == 302


def test_a_date_that_stands_is_not_asked_about_when_other_things_change():
    article = world.article(event_on="2065-02-14")
    assert sent(signed_in(), article, title_en="Another title").status_code == 302


@pytest.mark.parametrize("typed", ["14 กุมภาพันธ์ 2470", "ก.พ. 2470", "๑๔/๒/๒๔๗๐"])
def test_the_old_thai_new_year_is_asked_for(typed):
    client, agreement = signed_in(), world.agreement()
    asked = sent(client, agreement, signed_on=typed)
    [question] = errors_of(asked)
    assert "2470" in question and "1927" in question and "1928" in question
    assert again(client, agreement, asked).status_code == 302 and agreement.signed_on.year == 1927


@pytest.mark.parametrize("typed", ["14 February 1927", "14/4/2470", "2470", "14/2/2484", "14 ก.พ. ค.ศ. 1927"])
def test_it_is_not_asked_for_where_there_is_but_one_year(typed):
    answer = sent(signed_in(), world.agreement(), signed_on=typed)
    assert answer.status_code == 302, errors_of(answer)


def test_a_span_is_asked_about_in_the_era_in_which_it_was_typed():
    client, meeting = signed_in(), world.meeting()
    assert "2562" in errors_of(sent(client, meeting, starts_on="22 – 24 เมษายน 2062"))[0]
    assert sent(client, meeting, starts_on="14–16 February 1927").status_code == 302
    assert "1928" in errors_of(sent(client, meeting, starts_on="18–20 กุมภาพันธ์ ๒๔๗๐"))[0]


@pytest.mark.parametrize("model", record_models(), ids=lambda model: model.__name__)
def test_every_form_of_the_desk_with_a_date_asks(model):
    request = RequestFactory().get("/")
    request.user = officer()
    own = admin.site.get_model_admin(model)
    forms = [own.get_form(request)] + [row.get_formset(request).form for row in own.get_inline_instances(request)]
    dated = [form for form in forms if any(isinstance(field, EraFormField) for field in form.base_fields.values())]
    assert all(issubclass(form, AsksAboutSlips) for form in dated), dated


def test_numbers_that_differ_between_the_languages_are_asked_about_once():
    """A question, no fault: saved again it is taken, and not asked when other texts change."""
    client, article = signed_in(), world.article(body_th="<p>ผู้แทน 25 คน เมื่อ ๑๔ ก.พ. ๒๕๖๓</p>", body_en="<p>x</p>")
    asked = sent(client, article, body_en="<p>26 delegates on 15 February 2020</p>")
    [question] = errors_of(asked)
    assert 'class="question"' in question and "25" in question and "26" in question
    assert again(client, article, asked).status_code == 302 and "26" in article.body_en
    assert sent(client, article, lead_th="ความนำ").status_code == 302
