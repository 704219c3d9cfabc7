"""Officers at work: what is typed in a hurry is understood, what is wrong is said, and nothing typed is lost."""

import pytest
from django.contrib.admin.models import LogEntry
from django.contrib.contenttypes.models import ContentType
from django.core.files.uploadedfile import SimpleUploadedFile

from news.models import Article
from relations.models import Agreement, Photo
from tests import world
from tests.boxes import BOXES_ALONE
from tests.lib.media.pictures import camera_jpeg

from .desk import as_sent, desk_url, errors_of, officer, signed_in

pytestmark = pytest.mark.django_db


@pytest.fixture
def media(settings):
    """Uploads stay in memory."""
    settings.STORAGES = {**settings.STORAGES, "default": {"BACKEND": "django.core.files.storage.InMemoryStorage"}}


def edited(client, record, **typed):
    """Open the form of `record`, change what is `typed`, send it: (what was sent, the answer)."""
    page = client.get(desk_url(type(record), "change", record.pk), **BOXES_ALONE)
    data = as_sent(page, type(record)) | typed
    return data, client.post(desk_url(type(record), "change", record.pk), data)


@pytest.mark.parametrize("typed", ["14/2/2563", "๑๔ ก.พ. ๒๕๖๓", "2020-02-14", "14 February 2020"])
def test_a_date_is_taken_in_either_era_and_shown_in_both(typed):
    client, agreement = signed_in(), world.agreement()
    _data, answer = edited(client, agreement, signed_on=typed)
    assert answer.status_code == 302, errors_of(answer)
    agreement.refresh_from_db()
    assert agreement.signed_on.iso == "2020-02-14"
    html = client.get(desk_url(Agreement, "change", agreement.pk)).content.decode()
    assert "14 กุมภาพันธ์ 2563 (14 February 2020)" in html


def test_a_date_known_to_its_year_stays_so():
    client, agreement = signed_in(), world.agreement(signed_on="1993")
    edited(client, agreement, note_th="เพิ่มหมายเหตุ")
    agreement.refresh_from_db()
    assert agreement.signed_on.iso == "1993"


def test_a_date_that_cannot_be_is_refused_in_thai_with_all_that_was_typed():
    client, agreement = signed_in(), world.agreement()
    _data, answer = edited(client, agreement, signed_on="31/2/2563", note_th="หมายเหตุที่พิมพ์ไว้นาน")
    assert answer.status_code == 200
    html = answer.content.decode()
    assert 'value="31/2/2563"' in html and "หมายเหตุที่พิมพ์ไว้นาน" in html
    sentence = answer.context["adminform"].form.errors["signed_on"][0]
    assert any("ก" <= letter <= "๛" for letter in sentence), sentence


def test_an_agreement_is_added_with_its_signatory():
    client, city, person = signed_in(), world.city("budapest", "HU"), world.person("karacsony")
    world.agreement(number=51)
    page = client.get(desk_url(Agreement, "add"), **BOXES_ALONE)
    data = as_sent(page, Agreement)
    assert data["number"] == "52"
    data |= {
        "city": city.pk, "instrument": "mou", "signed_on": "๑๔ ก.พ. ๒๕๖๓", "status": "published",
        "signatories-TOTAL_FORMS": "1", "signatories-0-side": "partner", "signatories-0-person": person.pk,
        "signatories-0-post_title_th": "นายกเทศมนตรี", "signatories-0-order": "1",
    }  # fmt: skip
    answer = client.post(desk_url(Agreement, "add"), data)
    assert answer.status_code == 302, errors_of(answer)
    made = Agreement.objects.get(number=52)
    assert [str(signatory.person) for signatory in made.signatories.all()] == [str(person)]
    assert client.get("/th/agreements/52/").status_code == 200


def test_text_from_a_word_processor_is_mended():
    """Decomposed sara am, private-use marks, no-break spaces, and markup that nobody wants."""
    client, article = signed_in(), world.article()
    body = '<p class="MsoNormal" style="color:red">คํ\u0e4d\u0e32 <script>x</script><b>เน้น</b></p>'
    _data, answer = edited(client, article, title_th="ปักกิ\uf70bง\u00a0 ทํ\u0e32", body_th=body)
    assert answer.status_code == 302, errors_of(answer)
    article.refresh_from_db()
    assert "\uf70b" not in article.title_th and "\u00a0" not in article.title_th
    assert (
        "script" not in article.body_th and "style" not in article.body_th and "<strong>เน้น</strong>" in article.body_th
    )


def test_a_line_tells_what_was_left_out_of_a_text_that_no_script_had_cleaned():
    client, article = signed_in(), world.article()
    body = "<p>เปิด<del>ลับ</del></p><p class=MsoCommentText>ลับ</p><img src=x>"
    edited(client, article, body_th=body)
    article.refresh_from_db()
    assert article.body_th == "<p>เปิด</p>"
    shown = client.get(desk_url(Article)).content.decode()
    assert "ตัดออก: ความเห็นภายใน 1 รายการ, ข้อความที่ลบแล้ว 1 แห่ง, ภาพ 1 ภาพ" in shown
    edited(client, article)
    assert "ตัดออก" not in client.get(desk_url(Article)).content.decode()


def test_a_photo_is_put_into_an_article_with_words_in_both_languages(media):
    client, article = signed_in(), world.article()
    rows = "relations-photo-subject_type-subject_id"
    upload = {
        f"{rows}-TOTAL_FORMS": "1", f"{rows}-0-alt_th": "ผู้ว่าราชการจับมือกับนายกเทศมนตรี", f"{rows}-0-order": "0",
        f"{rows}-0-image": SimpleUploadedFile("visit.jpg", camera_jpeg(), "image/jpeg"),
    }  # fmt: skip
    _data, answer = edited(client, article, **upload)
    assert answer.status_code == 200, "without English words and a credit it is asked about"
    assert Photo.objects.count() == 0
    upload |= {
        f"{rows}-0-alt_en": "The Governor shakes hands with the mayor",
        f"{rows}-0-credit_th": "สำนักงาน",
        f"{rows}-0-image": SimpleUploadedFile("visit.jpg", camera_jpeg(), "image/jpeg"),
    }
    _data, answer = edited(client, article, **upload)
    assert answer.status_code == 302, errors_of(answer)
    photo = article.photos.get()
    assert photo.renditions and photo.subject_type == ContentType.objects.get_for_model(Article)
    assert photo.thumbnail_url in client.get(desk_url(Photo)).content.decode()


def test_the_log_names_the_box_that_was_changed():
    edited(signed_in("malee"), world.city("budapest", "HU"), name_th="กรุงบูดาเปสต์")
    assert LogEntry.objects.get().get_change_message() == "แก้ไข ชื่อ (ไทย)"


def test_the_address_of_a_number_stays(client):
    """An agreement's permanent number and a country's code are given once."""
    client.force_login(officer())
    agreement = world.agreement()
    edited(client, agreement, number="999")
    agreement.refresh_from_db()
    assert agreement.number != 999
    country = agreement.city.country
    edited(client, country, iso="ZZ")
    assert type(country).objects.filter(pk="ZZ").count() == 0
