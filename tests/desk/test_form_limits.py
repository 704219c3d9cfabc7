"""How much one form may send: an officer's meeting of hundreds comes in, a reader's flood is refused at once."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from networks.models import Meeting, Participation
from tests import world

from .desk import desk_url, errors_of, signed_in
from .test_every_inline import Form

pytestmark = pytest.mark.django_db
FORM = "application/x-www-form-urlencoded"


def meeting_of(count: int) -> Meeting:
    meeting, cities = world.meeting(), [world.city() for _number in range(count)]
    Participation.objects.bulk_create([Participation(meeting=meeting, city=city) for city in cities])
    return meeting


def test_a_meeting_with_more_rows_asks_no_more_when_it_is_saved():
    """Rows that nobody touched are not judged anew: 740 of them are saved as cheaply as 20."""
    counts = []
    for rows in (20, 60):
        form = Form(signed_in(f"officer-{rows}"), Meeting, meeting_of(rows))
        form.change(Participation, 0, presented_th="สรุปผลงาน")
        with CaptureQueriesContext(connection) as asked:
            answer = form.send()
        assert answer.status_code == 302, errors_of(answer)
        counts.append(len(asked))
    assert counts[1] <= counts[0] < 100


def test_a_meeting_of_740_participants_is_within_the_limits():
    """As the browser sends it: eight boxes a row, and those of all other rows."""
    data = {f"participation-{row}-{box}": "" for row in range(740) for box in "abcdefgh"}
    answer = signed_in().post(desk_url(Meeting, "add"), data | {"participation-TOTAL_FORMS": "x"})
    assert answer.status_code == 200


@pytest.mark.parametrize("case", ["fields", "files", "text"])
def test_an_officer_is_told_what_is_too_much_and_what_to_do(case):
    client = signed_in()
    client.raise_request_exception = False
    url = desk_url(Meeting, "add")
    if case == "files":
        answer = client.post(url, {f"a{number}": SimpleUploadedFile("a", b"a") for number in range(201)})
    elif case == "fields":
        answer = client.post(url, {f"a{number}": "" for number in range(20_001)})
    else:
        answer = client.post(url, "a=" + "x" * 21_000_000, content_type=FORM)
    html = answer.content.decode()
    assert answer.status_code == 400 and "มากเกินไปในครั้งเดียว" in html and "That was too much at once" in html


@pytest.mark.parametrize("body", ["a=" + "x" * 300_000, "&".join(f"a{number}=" for number in range(1100))])
def test_a_reader_may_send_little(body):
    for address in ("/th/contact/", "/admin/login/"):
        answer = Client().post(address, body, content_type=FORM)
        assert answer.status_code == 400 and "อ่านข้อมูลที่ส่งมาไม่ได้" in answer.content.decode()


def test_a_form_without_its_cookie_is_refused_in_both_languages():
    answer = Client(enforce_csrf_checks=True).post("/en/contact/", {"text": "a"})
    html = answer.content.decode()
    assert answer.status_code == 403 and "ระบบรับแบบฟอร์มนี้ไม่ได้" in html and "could not be accepted" in html
