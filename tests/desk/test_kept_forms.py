"""What an officer typed is not lost when the session ends or the record goes, and no one else ever gets it."""

from datetime import timedelta

import pytest
from django.contrib.sessions.models import Session
from django.test import Client

from iad_portal.lib.desk.kept_forms import MOST_FORMS, keep
from iad_portal.office.groups import ADMINISTRATORS, OFFICERS
from iad_portal.office.models import BinnedRecord, KeptForm
from networks.models import Membership
from relations.models import Agreement, Alias, City, Signatory
from tests import world

from .accounts import recovery_code, with_app
from .desk import as_sent, desk_url, errors_of, officer, signed_in
from .test_every_inline import Form

pytestmark = pytest.mark.django_db
TYPED = "ข้อความที่พิมพ์ไว้นาน"


def typed_too_late(city=None, **client):
    """Somchai's form, sent when his session is over: the form and the answer."""
    browser = Client(**client)
    browser.force_login(officer("somchai"))
    form = Form(browser, City, city or world.city())
    form.data |= {"profile_th": f"<p>{TYPED}</p>", "website": "https://example.org/somchai"}
    form.data["a box of no field"] = "\x00"  # no database column takes it
    form.put(Alias, {"name": "ชื่ออื่น", "language": "th", "kind": "short"})
    Session.objects.all().delete()
    return form, form.send()


def after_signing_in(browser, answer, name="somchai"):
    """The page to which `name` is led after signing in."""
    user = officer(name) if name != "somchai" else type(officer("x")).objects.get(username=name)
    user.set_password("a long word of mine")
    user.save()
    with_app(user)
    data = {"username": name, "password": "a long word of mine"}
    asked = browser.post(answer.url, data, follow=True).redirect_chain[-1][0]
    return browser.post(asked, {"code": recovery_code(user)}, follow=True)


def test_a_form_that_is_sent_after_the_session_ended_comes_back():
    """Everything typed stands in it, nothing is saved yet; saved, it is kept no longer."""
    form, answer = typed_too_late()
    assert answer.status_code == 302 and "/admin/login/" in answer.url
    assert "สิ่งที่พิมพ์ไว้" in form.client.get(answer.url).content.decode()
    page = after_signing_in(form.client, answer)
    assert page.status_code == 200 and "บันทึก" in errors_of(page)[0]
    city = City.objects.get()
    assert not city.aliases.exists() and not city.website
    again = form.client.post(page.request["PATH_INFO"] + "?" + page.request["QUERY_STRING"], as_sent(page, City))
    assert again.status_code == 302, errors_of(again)
    city.refresh_from_db()
    assert city.website and TYPED in city.profile_th and city.aliases.get().name == "ชื่ออื่น"
    assert not KeptForm.objects.exists()


def test_nobody_else_gets_it():
    """Neither the next one to sign in at this browser, nor a colleague with the address."""
    form, answer = typed_too_late()
    page = after_signing_in(form.client, answer, "malee")
    assert page.status_code == 200 and "somchai" not in page.content.decode()
    address = f"{form.url}?kept={KeptForm.objects.get().pk}"
    assert "example.org/somchai" not in signed_in("manee").get(address).content.decode()
    assert KeptForm.objects.count() == 1


def test_another_browser_keeps_nothing():
    """The form says who opened it, and the browser must say the same; a forged word is none."""
    form, _answer = typed_too_late()
    KeptForm.objects.all().delete()
    assert Client().post(form.url, form.data).url.endswith(form.url)
    form.data["typed_by"] = "forged"
    form.send()
    assert not KeptForm.objects.exists()


def test_a_form_whose_token_changed_at_another_sign_in_comes_back():
    """Signed in anew in another window; and only from a page of the desk itself."""
    browser = Client(enforce_csrf_checks=True)
    browser.force_login(officer("somchai"))
    form = Form(browser, City, world.city())
    form.data |= {"website": "https://example.org/somchai", "csrfmiddlewaretoken": "x" * 64}
    assert browser.post(form.url, form.data, headers={"origin": "https://elsewhere.example"}).status_code == 403
    assert not KeptForm.objects.exists()
    answer = browser.post(form.url, form.data, headers={"origin": "http://testserver"}, follow=True)
    assert answer.status_code == 200 and "https://example.org/somchai" in answer.content.decode()
    assert not City.objects.get().website


def test_a_record_that_was_deleted_meanwhile_is_offered_as_a_new_one():
    agreement, person = world.agreement(status="draft"), world.person()
    Signatory.objects.create(agreement=agreement, side="partner", person=person)
    mine = Form(signed_in("somchai"), Agreement, agreement)
    mine.data |= {"note_th": "บันทึกของสมชาย", "cooperation_th": "การศึกษา"}
    mine.put(Signatory, {"side": "bangkok", "person": world.person().pk})
    assert signed_in("malee").post(desk_url(Agreement, "delete", agreement.pk), {"post": "yes"}).status_code == 302
    page = mine.client.post(mine.url, mine.data, follow=True)
    assert page.status_code == 200 and "malee" in page.content.decode() and "บันทึกของสมชาย" in page.content.decode()
    data = as_sent(page, Agreement)
    answer = mine.client.post(f"{page.request['PATH_INFO']}?{page.request['QUERY_STRING']}", data)
    assert answer.status_code == 302, errors_of(answer)
    made = Agreement.objects.get()
    assert made.note_th == "บันทึกของสมชาย" and made.signatories.count() == 2 and made.number != agreement.number


@pytest.mark.parametrize(
    ("group", "where"), [(ADMINISTRATORS, "/admin/bin/{}/"), (OFFICERS, "ผู้ดูแลระบบนำกลับมาได้จาก “รายการที่ลบ”")]
)
def test_whose_record_was_deleted_meanwhile_is_told_where_it_is(group, where):
    """What others deleted, only an administrator sees in the bin."""
    mine = Form(signed_in("somchai", group=group), City, world.city(status="draft"))
    client = signed_in("malee", group=ADMINISTRATORS)
    client.post(desk_url(City, "delete", City.objects.get().pk), {"post": "yes"})
    page = mine.client.post(mine.url, mine.data, follow=True)
    assert where.format(BinnedRecord.objects.get().pk) in page.content.decode()


def test_a_row_in_its_own_form_that_was_deleted_is_shown_to_be_copied():
    """It cannot be added there: its words are listed."""
    row = Membership.objects.get(network=world.network())
    mine = Form(signed_in("somchai"), Membership, row)
    mine.data["note_th"] = "บันทึกของสมชาย"
    row.delete()
    answer = mine.send()
    assert answer.status_code == 200 and "บันทึกของสมชาย" in answer.content.decode()
    assert mine.client.get(mine.url).status_code == 302


def test_what_is_kept_is_little_and_not_for_long():
    """So many forms of one officer, a week, and nothing of who is no more."""
    client, city = signed_in(), world.city()
    post = client.get(desk_url(City, "change", city.pk)).wsgi_request.POST
    someone = officer("somchai")
    for _number in range(MOST_FORMS + 2):
        assert keep(post, someone.pk, "/admin/")
    assert KeptForm.objects.count() == MOST_FORMS
    KeptForm.objects.update(kept_at=KeptForm.objects.first().kept_at - timedelta(days=8))
    address = desk_url(City, "change", city.pk)
    assert client.get(f"{address}?kept={KeptForm.objects.first().pk}").status_code == 200
    assert client.get(f"{address}?kept=nonsense").status_code == 200
    assert keep(post, someone.pk, "/admin/") and KeptForm.objects.count() == 1
    assert str(KeptForm.objects.get()) == "/admin/"
