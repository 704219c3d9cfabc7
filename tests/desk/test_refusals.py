"""What only the database can see comes back as a sentence, with everything typed; never as an error page."""

import pytest
from django.contrib.auth.models import Group
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import IntegrityError, connection, models, transaction

from iad_portal.lib.desk.records import RecordAdmin
from iad_portal.lib.records.refusals import refusal_of
from networks.models import Participation
from relations.models import Alias, Citation, City, Embassy
from tests import world
from tests.lib.media.pictures import camera_jpeg

from .desk import as_sent, desk_url, errors_of, signed_in, untouched
from .test_saving import media  # noqa: F401

pytestmark = pytest.mark.django_db


def refused(make) -> tuple:
    """What `make` is told by the database: sentence, model and field."""
    with pytest.raises(IntegrityError) as caught, transaction.atomic():
        make()
        connection.check_constraints()  # some are asked only at the end
    refusal = refusal_of(caught.value)
    return refusal.sentence, refusal.model, refusal.field


def twice(make):
    make()
    make()


def alias(record, name="เอโดะ"):
    return Alias.objects.create(subject=record, name=name, language="th", kind="other_name")


def test_every_kind_of_rule_is_told_on_both_databases():
    """By the name of a constraint, by its columns, of a single column; beside the field that mends it."""
    city, meeting, network = world.city("edo"), world.meeting(), world.network(member=False)
    source = world.source()
    rows = City.objects.filter(pk=city.pk)
    assert refused(lambda: rows.update(latitude=91))[1:] == (City, "latitude")
    assert refused(lambda: twice(lambda: alias(city))) == (
        "มีชื่อนี้ในรายการชื่ออื่นอยู่แล้ว", Alias, "name",
    )  # fmt: skip
    assert refused(lambda: twice(lambda: world.cite(city, source)))[1:] == (Citation, "source")
    assert refused(lambda: twice(lambda: network.memberships.create()))[2] == "left_on"
    assert refused(lambda: twice(lambda: Participation.objects.create(meeting=meeting, city=city)))[2] == "city"
    assert refused(lambda: twice(lambda: world.embassy())) == ("มีสถานทูตที่ใช้ “ประเทศ” นี้อยู่แล้ว", Embassy, "country")
    assert refused(lambda: rows.update(name=None, slug=None)) == ("ต้องกรอก “ที่อยู่ท้ายลิงก์”", City, "slug")


def test_what_hangs_on_a_deleted_record_is_told():
    """A colleague deleted it between opening and saving."""
    city = world.city()
    assert "ถูกลบ" in refused(lambda: City.objects.filter(pk=city.pk).update(country_id="QQ"))[0]


def test_an_unknown_rule_is_told_all_the_same():
    """Whatever the database says."""
    refusal = refusal_of(IntegrityError("something new"))
    assert not refusal.is_known and "โปรดตรวจสอบ" in refusal.sentence


@pytest.fixture
def hurried(monkeypatch):
    """Between the questions of the form and the save, another officer saves."""
    for name in ("validate_unique", "validate_constraints"):
        monkeypatch.setattr(models.Model, name, lambda self, exclude=None: None)


def test_a_save_that_the_database_refuses_is_a_refused_form(hurried, media):  # noqa: F811
    """The sentence beside the field, all that was typed, nothing written, no word of success."""
    world.city("edo")
    client, city = signed_in(), world.city("kyoto")
    url = desk_url(City, "change", city.pk)
    rows = "relations-photo-subject_type-subject_id"
    upload = SimpleUploadedFile("visit.jpg", camera_jpeg(), "image/jpeg")
    typed = {
        "slug": "edo", "name_th": "กรุงเก่า", f"{rows}-TOTAL_FORMS": "1", f"{rows}-0-order": "0",
        f"{rows}-0-image": upload, f"{rows}-0-alt_th": "เมือง", f"{rows}-0-alt_en": "A city",
        f"{rows}-0-credit_th": "สำนักงาน",
    }  # fmt: skip
    answer = client.post(url, untouched(client, url, City) | typed)
    assert answer.status_code == 200
    assert answer.context["adminform"].form.errors == {"slug": ["มีเมืองที่ใช้ “ที่อยู่ท้ายลิงก์” นี้อยู่แล้ว"]}
    assert errors_of(answer) == ["มีเมืองที่ใช้ “ที่อยู่ท้ายลิงก์” นี้อยู่แล้ว"]
    html = answer.content.decode()
    assert 'value="กรุงเก่า"' in html and 'value="A city"' in html and "messagelist" not in html
    city.refresh_from_db()
    assert city.name_th == "เมือง kyoto" and not city.photos.exists()


def test_a_row_that_the_database_refuses_is_told_over_the_form(monkeypatch):
    """With the name of what the rows are; another form of the same kind is not told."""
    client, city = signed_in(), world.city()
    url = desk_url(City, "change", city.pk)
    monkeypatch.setattr(RecordAdmin, "save_related", lambda *_facts: twice(lambda: alias(city)))
    answer = client.post(url, untouched(client, url, City))
    assert errors_of(answer) == ["ชื่ออื่น: มีชื่อนี้ในรายการชื่ออื่นอยู่แล้ว"]
    assert not city.aliases.exists()
    monkeypatch.undo()
    assert client.post(url, as_sent(answer, City)).status_code == 302


def test_what_nobody_foresaw_is_logged(monkeypatch, caplog):
    """The officer gets a sentence, the log the whole story."""
    client, city = signed_in(), world.city()

    def fail(*_facts):
        raise IntegrityError("something new")

    monkeypatch.setattr(RecordAdmin, "save_related", fail)
    url = desk_url(City, "change", city.pk)
    answer = client.post(url, untouched(client, url, City))
    assert "โปรดตรวจสอบ" in errors_of(answer)[0] and "relations.City" in caplog.text


def test_forms_that_are_not_of_records_tell_it_too(monkeypatch):
    """Whatever form an officer saves."""
    client = signed_in()
    Group.objects.create(name="แขก")
    monkeypatch.setattr(Group, "validate_unique", lambda self, exclude=None: None)
    answer = client.post(desk_url(Group, "add"), {"name": "แขก"})
    assert errors_of(answer) == ["มีกลุ่มที่ใช้ “ชื่อ” นี้อยู่แล้ว"]
