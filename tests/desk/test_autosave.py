"""What is typed in a form is kept while it is typed, offered again, and given to nobody else."""

import json
from unittest.mock import patch

import pytest
from django.contrib.sessions.models import Session
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from iad_portal.lib.desk import kept_forms
from iad_portal.office.groups import OFFICERS
from iad_portal.office.models import KeptForm
from news.models import Article
from relations.models import Alias, City, Document
from tests import world
from tests.lib.media.pictures import PDF

from .desk import as_sent, desk_url, errors_of, officer, signed_in
from .test_every_inline import Form

pytestmark = pytest.mark.django_db
KEEP, DISCARD = "/admin/keep/", "/admin/discard/"


def autosave(form, client=None, page=None, **options):
    """What the form's script sends of what stands in it."""
    boxes = [[name, value if isinstance(value, list) else [str(value)]] for name, value in form.data.items()]
    sent = json.dumps({"page": page or form.url, "boxes": boxes})
    answer = (client or form.client).post(KEEP, sent, content_type="application/json", **options)
    if answer.status_code == 200:
        form.data["kept_as"] = answer.json()["kept_as"]
    return answer


def typed_in(client, record=None, **typed):
    """An open form of a city in which something was typed, and kept."""
    form = Form(client, City, record)
    form.data |= typed
    answer = autosave(form)
    assert answer.status_code == 200, answer.content.decode()
    return form


def opened(form):
    """The page that shows what was kept of `form`."""
    return form.client.get(f"{form.url}?kept={key_of(form)}")


def key_of(form):
    """Under what it is kept."""
    return form.data["kept_as"].partition("@")[0]


def test_what_is_typed_is_kept_offered_and_forgotten_once_it_is_saved():
    """A row that was added, too. Kept again, it is still one copy."""
    client, city = signed_in(), world.city()
    form = typed_in(client, city, website="https://example.org/a")
    form.data["website"] = "https://example.org/b"
    form.put(Alias, {"name": "ชื่ออื่น", "language": "th", "kind": "short"})
    said = autosave(form).json()["said"]
    assert said.startswith("เก็บสิ่งที่พิมพ์ไว้แล้ว เวลา ") and said.endswith("น. (ยังไม่ได้บันทึก)")
    assert KeptForm.objects.count() == 1 and not City.objects.get().website
    for page in (client.get(form.url), client.get("/admin/")):
        assert f"{form.url}?kept={key_of(form)}" in page.content.decode()
    page = opened(form)
    sent = as_sent(page, City)
    assert sent["website"] == "https://example.org/b" and "kept__list" not in page.content.decode()
    answer = client.post(form.url, sent)
    assert answer.status_code == 302, errors_of(answer)
    assert City.objects.get().aliases.get().name == "ชื่ออื่น" and not KeptForm.objects.exists()


def test_a_copy_of_which_the_form_never_heard_goes_with_the_save():
    """The answer to its first keeping was lost on the way: the script has marked the form before it sent it."""
    form = Form(signed_in(), City, world.city())
    form.data["kept_as"] += "@"
    before = dict(form.data)
    autosave(form)
    form.data = before
    assert KeptForm.objects.exists() and form.send().status_code == 302
    assert not KeptForm.objects.exists()


def test_a_new_record_is_listed_by_the_name_that_was_typed():
    client = signed_in()
    form = typed_in(client, name_th="เมือง\x00ใหม่\ud800")
    html = client.get("/admin/").content.decode()
    assert "<strong>เมืองใหม่?</strong>" in html and "(ใหม่)" in html
    assert as_sent(opened(form), City)["name_th"].startswith("เมือง")


def test_a_refused_save_is_kept_with_its_file(settings):
    settings.STORAGES = {**settings.STORAGES, "default": {"BACKEND": "django.core.files.storage.InMemoryStorage"}}
    client = signed_in()
    form = Form(client, Article, world.article())
    form.data["event_on"] = "31/2/2563"
    form.put(Document, {"title_th": "เอกสาร", "file": SimpleUploadedFile("a.pdf", PDF)})
    assert form.send().status_code == 200 and KeptForm.objects.count() == 1
    page = opened(form)
    assert "a.pdf" in page.content.decode()
    assert client.post(form.url, as_sent(page, Article) | {"event_on": ""}).status_code == 302
    assert Document.objects.get().file and not KeptForm.objects.exists()


def test_a_preview_is_no_save():
    """Neither is a button pressed again when what was sent too late is brought back."""
    client, city = signed_in("somchai"), world.city(status="draft")
    form = typed_in(client, city, website="https://example.org/a")
    form.data["_preview"] = ""
    assert form.send().status_code == 302 and KeptForm.objects.count() == 1
    Session.objects.all().delete()
    assert form.send().status_code == 302
    client.force_login(KeptForm.objects.get().officer)
    assert as_sent(opened(form), City)["website"] == "https://example.org/a"


def test_a_record_saved_in_a_window_of_its_own_is_saved():
    """The window that "add another one" opens is answered with a page, not with an address."""
    form = typed_in(signed_in(), name_th="เมือง")
    form.data |= {"slug": "new", "country": world.country("HU").pk, "_popup": "1"}
    assert form.send().status_code == 200 and City.objects.exists() and not KeptForm.objects.exists()


def test_two_windows_at_one_address_keep_two_copies():
    """What is saved in the one leaves the other's."""
    client, city = signed_in(), world.city()
    first, second = (typed_in(client, city, website=f"https://example.org/{name}") for name in "ab")
    assert client.get(city_url := first.url).content.decode().count("?kept=") == 2
    assert first.send().status_code == 302
    assert as_sent(opened(second), City)["website"] == "https://example.org/b"
    assert client.get(city_url).content.decode().count("?kept=") == 1


def test_two_windows_that_go_on_from_one_copy_keep_two():
    """Neither writes over the other, forgets what the other typed when it is saved, or discards it."""
    client, city = signed_in(), world.city()
    first = typed_in(client, city, website="https://example.org/a")
    second = Form(client, City, city)
    second.data = as_sent(opened(first), City) | {"website": "https://example.org/b"}
    assert autosave(second).status_code == 200 and key_of(first) == key_of(second)
    assert client.post(DISCARD, {"kept": first.data["kept_as"]}).status_code == 302
    assert KeptForm.objects.count() == 1
    assert autosave(first).status_code == 200 and key_of(first) != key_of(second)
    assert first.send().status_code == 302
    assert as_sent(opened(second), City)["website"] == "https://example.org/b" and KeptForm.objects.count() == 1


def test_a_record_that_was_deleted_meanwhile_opens_as_a_new_one():
    client, city = signed_in(), world.city()
    form = typed_in(client, city, website="https://example.org/a")
    City.objects.all().delete()
    assert form.data["kept_name"] in client.get("/admin/").content.decode()
    page = client.get(f"{form.url}?kept={key_of(form)}", follow=True)
    assert page.request["PATH_INFO"] == desk_url(City, "add")
    assert as_sent(page, City)["website"] == "https://example.org/a" and KeptForm.objects.count() == 1


def test_nobody_else_sees_it_or_writes_over_it():
    """Neither by its key, nor by discarding, nor from the form that another officer left open in this browser."""
    somchai, malee = signed_in("somchai"), signed_in("malee")
    form = typed_in(somchai, world.city(), website="https://example.org/a")
    theirs = Form(malee, City, City.objects.get())
    for page in (malee.get("/admin/"), malee.get(form.url), malee.get(f"{form.url}?kept={key_of(form)}")):
        assert "example.org/a" not in page.content.decode() and "kept__list" not in page.content.decode()
    malee.post(DISCARD, {"kept": form.data["kept_as"]})
    assert autosave(form, malee).status_code == 403
    theirs.data["kept_as"] = form.data["kept_as"]
    assert autosave(theirs).status_code == 200
    assert as_sent(opened(form), City)["website"] == "https://example.org/a" and KeptForm.objects.count() == 2


def test_when_the_session_is_over_it_is_kept_until_the_officer_is_back():
    form = typed_in(signed_in("somchai"), world.city())
    Session.objects.all().delete()
    form.data["website"] = "https://example.org/late"
    answer = autosave(form)
    assert answer.status_code == 200 and "เข้าสู่ระบบอีกครั้ง" in answer.json()["said"]
    form.client.force_login(form_officer := KeptForm.objects.get().officer)
    assert as_sent(opened(form), City)["website"] == "https://example.org/late"
    form_officer.is_active = False
    form_officer.save()
    Session.objects.all().delete()
    assert autosave(form).status_code == 403


def test_a_stale_token_loses_nothing_and_a_forged_page_keeps_nothing():
    """Signed in anew in another window, the form's token is stale; the marks still say who typed."""
    browser = Client(enforce_csrf_checks=True)
    browser.force_login(officer("somchai"))
    form = Form(browser, City, world.city())
    assert autosave(form, headers={"origin": "https://elsewhere.example"}).status_code == 403
    assert not KeptForm.objects.exists()
    assert autosave(form, headers={"origin": "http://testserver"}).status_code == 200 and KeptForm.objects.exists()


@pytest.mark.parametrize(
    "page", ["/admin/", "/th/", "nonsense", "/admin/auth/user/add/", "/admin/relations/city/\x00/change/", "/" * 400]
)
def test_only_forms_of_records_are_kept(page):
    form = Form(signed_in(), City)
    assert autosave(form, page=page).status_code == 403 and not KeptForm.objects.exists()


def test_only_who_may_save_a_form_is_helped():
    client = signed_in("looker", group=OFFICERS)
    form = Form(client, City, world.city())
    client.get(form.url).wsgi_request.user.groups.clear()
    assert autosave(form).status_code == 403 and not KeptForm.objects.exists()


@pytest.mark.parametrize(
    "sent", ["", "{", "[]", "{}", '{"page": 1, "boxes": []}', '{"page": "/", "boxes": [[1, [2]]]}']
)
def test_what_no_script_sends_is_refused(sent):
    answer = signed_in().post(KEEP, sent, content_type="application/json")
    assert answer.status_code == 400 and answer.json()["said"]


def test_it_is_only_ever_posted_and_never_too_much():
    client = signed_in()
    assert client.get(KEEP).status_code == client.get(DISCARD).status_code == 405
    form = Form(client, City)
    with patch.object(kept_forms, "MOST_LETTERS", 10):
        assert autosave(form).status_code == 413 and not KeptForm.objects.exists()


def test_what_is_discarded_is_gone():
    client, city = signed_in(), world.city()
    form = typed_in(client, city)
    answer = client.post(DISCARD, {"kept": form.data["kept_as"], "page": form.url})
    assert answer.url == form.url and not KeptForm.objects.exists()
    assert client.post(DISCARD, {"kept": "x", "page": "https://elsewhere.example/"}).url == "/admin/"


def asked(act) -> int:
    """How many queries it takes."""
    with CaptureQueriesContext(connection) as captured:
        act()
        return len(captured)


def test_keeping_is_cheap():
    """At most 8 queries the first time, 6 from then on; the desk asks once for all copies."""
    client, city = signed_in("somchai", group=OFFICERS), world.city()
    form = Form(client, City, city)
    assert asked(lambda: autosave(form)) <= 8
    assert asked(lambda: autosave(form)) <= 6
    client.get("/admin/")
    few = asked(lambda: client.get("/admin/"))
    for _number in range(4):
        typed_in(client, city)
    assert asked(lambda: client.get("/admin/")) == few
