"""Numbers and places on the desk, typed as officers write them."""

import re
from decimal import Decimal

import pytest
from django.contrib import admin
from django.contrib.messages import get_messages
from django.test import RequestFactory

from plans.models import Project
from relations.models import City, Figure
from tests import world
from tests.boxes import BOXES_ALONE

from .desk import as_sent, desk_url, errors_of, officer, record_models, signed_in, untouched

pytestmark = pytest.mark.django_db
FIGURE = "relations-figure-subject_type-subject_id"


def sent(client, record, **typed):
    """What the form of `record` answers to what is `typed`; the record is read anew."""
    url = desk_url(type(record), "change", record.pk)
    answer = client.post(url, untouched(client, url, type(record)) | typed, **BOXES_ALONE)
    record.refresh_from_db()
    return answer


def told(answer) -> str:
    return " ".join(str(message) for message in get_messages(answer.wsgi_request))


@pytest.mark.parametrize("typed", ["1,605,000", "๑,๖๐๕,๐๐๐", "1.605 ล้าน", "1 605 000", "1.605.000", "1605000.00"])
def test_a_figure_is_read_as_it_is_written(typed):
    city = world.city()
    row = {"measure": "population", "qualifier": "exact", "value": typed}
    row = {f"{FIGURE}-0-{name}": value for name, value in row.items()} | {f"{FIGURE}-TOTAL_FORMS": "1"}
    answer = sent(signed_in(), city, **row)
    assert answer.status_code == 302, errors_of(answer)
    assert Figure.objects.get().value == 1_605_000
    assert ("1,605,000" in told(answer)) == ("ล้าน" in typed)


def test_money_and_people_too_and_the_form_shows_them_in_groups():
    client, project, exchange = signed_in(), world.project(), world.exchange()
    assert sent(client, project, budget_thb="฿1,250,000.00", spent_thb="๑.๒ ล้านบาท").status_code == 302
    assert (project.budget_thb, project.spent_thb) == (1_250_000, 1_200_000)
    assert 'value="1,250,000"' in client.get(desk_url(Project, "change", project.pk)).content.decode()
    assert sent(client, exchange, headcount="๑,๒๐๐ คน").status_code == 302 and exchange.headcount == 1200


@pytest.mark.parametrize("typed", ["1,5", "1.605", "ประมาณ 5", "1,60,5"])
def test_what_could_be_two_numbers_or_none_is_refused_in_thai_and_stays(typed):
    project = world.project()
    answer = sent(signed_in(), project, budget_thb=typed)
    [sentence] = errors_of(answer)
    assert re.search("[ก-๛]", sentence.replace(typed, "")) and f'value="{typed}"' in answer.content.decode()


def test_a_number_too_large_for_its_column_is_refused_on_every_database():
    agreement = world.agreement()
    assert errors_of(sent(signed_in(), agreement, announced_ordinal="40000"))


@pytest.mark.parametrize("model", record_models(), ids=lambda model: model.__name__)
def test_no_box_of_the_desk_is_a_browsers_number_box(model):
    """It swallows Thai digits and commas without a word."""
    request = RequestFactory().get("/")
    request.user = officer()
    own = admin.site.get_model_admin(model)
    forms = [own.get_form(request)] + [row.get_formset(request).form for row in own.get_inline_instances(request)]
    boxes = [(form, name, field.widget) for form in forms for name, field in form.base_fields.items()]
    assert not [found for found in boxes if getattr(found[2], "input_type", "") == "number"]


SOUTH = ["-26.3263492837", "26.3263492837 S", "26°19'34.857\"S", "−26.3263492837°", "-26,3263492837"]


@pytest.mark.parametrize("typed", SOUTH)
def test_a_coordinate_is_read_as_maps_give_it_and_rounded_with_a_word(typed):
    city = world.city(iso="ZA")
    answer = sent(signed_in(), city, latitude=typed, longitude="28.0473")
    assert answer.status_code == 302, errors_of(answer)
    assert (city.latitude, city.longitude) == (Decimal("-26.32635"), Decimal("28.0473"))
    assert "-26.32635" in told(answer)


PASTED = ["35.0116, 135.7681", "https://www.google.com/maps/place/Kyoto/@35.1,135.2,12z/data=!3d35.0116!4d135.7681",
          "35°0'41.76\"N 135°46'5.16\"E"]  # fmt: skip


@pytest.mark.parametrize("box", ["latitude", "longitude"])
@pytest.mark.parametrize("typed", PASTED)
def test_a_place_pasted_whole_into_either_box_fills_both(box, typed):
    city = world.city()
    answer = sent(signed_in(), city, **{box: typed})
    assert answer.status_code == 302, errors_of(answer)
    assert (city.latitude, city.longitude) == (Decimal("35.0116"), Decimal("135.7681"))


def test_a_pasted_place_stays_in_both_boxes_when_the_save_is_refused():
    answer = sent(signed_in(), world.city(), latitude=PASTED[0], name_th="")
    assert 'value="35.01160"' in answer.content.decode() and 'value="135.76810"' in answer.content.decode()


@pytest.mark.parametrize(
    ("latitude", "longitude"),
    [
        ("95", "10"),
        ("35", "190"),
        ("35 E", "139"),
        (PASTED[0], "140"),
        ("https://maps.app.goo.gl/x", "139.76"),
        ("north", "1"),
    ],
)
def test_what_is_no_place_is_refused_in_thai(latitude, longitude):
    city = world.city()
    sentences = errors_of(sent(signed_in(), city, latitude=latitude, longitude=longitude))
    assert sentences and all(re.search("[ก-๛]", sentence) for sentence in sentences)
    assert (city.latitude, city.longitude) == (Decimal("35.68"), Decimal("139.76"))


def test_a_pin_in_the_wrong_hemisphere_is_asked_about_once_with_the_place_that_was_meant():
    client, city = signed_in(), world.city(latitude="35.68", longitude="139.76")
    asked = sent(client, city, latitude="-35.68")
    [question] = errors_of(asked)
    assert "35.68000, 139.76000" in question and "ญี่ปุ่น" in question and "question" in question
    url = desk_url(City, "change", city.pk)
    assert client.post(url, as_sent(asked, City)).status_code == 302


def test_an_old_pin_is_not_asked_about_when_other_things_change():
    city = world.city(latitude="48.85", longitude="2.35")
    assert sent(signed_in(), city, name_en="Elsewhere").status_code == 302


@pytest.mark.parametrize(("place", "status"), [("13.75, 100.54", 302), ("35.68, 139.76", 200), ("-13.75, 100.54", 200)])
def test_an_embassys_pin_is_looked_for_in_bangkok(place, status):
    assert sent(signed_in(), world.embassy(), latitude=place).status_code == status
