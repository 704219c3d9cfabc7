"""Publishing, withdrawing and the record of work on the officers' desk."""

import re

import pytest
from django.contrib import admin
from django.contrib.admin.helpers import ACTION_CHECKBOX_NAME
from django.contrib.auth.models import User

from iad_portal.lib.dates.format import format_moment
from iad_portal.lib.desk import shown_versions
from iad_portal.office.groups import ADMINISTRATORS, OFFICERS
from networks.models import Meeting
from relations.models import Agreement, City, Revision
from tests import world

from .desk import as_sent, desk_url, signed_in, untouched

pytestmark = pytest.mark.django_db


def act(client, action, *records, **more):
    """Choose `records` in their list and run `action`."""
    data = {"action": action, ACTION_CHECKBOX_NAME: [record.pk for record in records], **more}
    return client.post(desk_url(type(records[0])), data, follow=True)


def test_publishing_by_action_keeps_history_and_version():
    client, draft = signed_in(), world.city("draft-city", status="draft")
    assert "เผยแพร่แล้ว 1 ระเบียน" in act(client, "publish", draft).content.decode()
    before = draft.version
    draft.refresh_from_db()
    assert draft.is_published() and draft.version > before
    latest = draft.history.first()
    assert (latest.status, latest.history_user.username) == ("published", "malee")


def test_withdrawing_asks_for_the_notice_and_shows_it():
    client, meeting = signed_in(), world.meeting("summit")
    asked = act(client, "withdraw", meeting)
    assert "withdrawn_notice_th" in asked.content.decode()
    meeting.refresh_from_db()
    assert meeting.is_published()
    act(client, "withdraw", meeting, withdrawn_notice_th="ถอนเพื่อตรวจสอบ", withdrawn_notice_en="Withdrawn for review")
    meeting.refresh_from_db()
    assert meeting.is_withdrawn and "ถอนเพื่อตรวจสอบ" in client.get("/th/meetings/summit/").content.decode()


def test_back_to_draft_takes_the_page_away(client):
    desk, city = signed_in(), world.city("somewhere")
    assert client.get("/th/cities/somewhere/").status_code == 200
    act(desk, "back_to_draft", city)
    assert client.get("/th/cities/somewhere/").status_code == 404


def test_an_officer_deletes_drafts_alone_and_never_in_bulk():
    client, public, draft = signed_in(group=OFFICERS), world.city("public"), world.city("draft", status="draft")
    assert client.get(desk_url(City, "delete", public.pk)).status_code == 403
    assert client.get(desk_url(City, "delete", draft.pk)).status_code == 200
    act(client, "delete_selected", draft, post="yes")
    assert City.objects.filter(pk=draft.pk).exists()


def test_the_form_links_both_public_pages_only_when_they_answer():
    client, public, draft = signed_in(), world.city("public"), world.city("draft", status="draft")
    html = client.get(desk_url(City, "change", public.pk)).content.decode()
    assert 'href="/th/cities/public/"' in html and 'href="/en/cities/public/"' in html
    assert "/th/cities/draft/" not in client.get(desk_url(City, "change", draft.pk)).content.decode()


def test_history_tells_who_changed_what_in_words_and_the_revision_gathers_it():
    """Both languages, dates in the era, names for keys, parts of the record; no sort keys, nothing from None to ''."""
    client = signed_in()
    network, host = world.network("mgmac", acronym="MGMAC"), world.city("jakarta", name_th="กรุงจาการ์ตา")
    meeting = world.meeting("mgmac-8", starts_on="2021-06", ends_on=None)
    data = untouched(client, desk_url(Meeting, "change", meeting.pk), Meeting) | {
        "title_en": "The eighth meeting", "network": network.pk, "starts_on": "14/2/2563", "ends_on": "15/2/2563",
        "participation-TOTAL_FORMS": "1", "participation-0-city": host.pk, "participation-0-order": "0",
    }  # fmt: skip
    assert client.post(desk_url(Meeting, "change", meeting.pk), data).status_code == 302
    page = client.get(desk_url(Meeting, "history", meeting.pk))
    entries = [entry for entry in page.context["entries"] if entry.row.history_user]
    changes = {change.label: (change.old, change.new) for entry in entries for change in entry.changes}
    assert changes["ชื่อเรื่อง (อังกฤษ)"] == ("Meeting mgmac-8", "The eighth meeting")
    assert changes["เครือข่าย"] == ("", "MGMAC")
    assert changes["ตั้งแต่"] == ("มิถุนายน 2564", "14 กุมภาพันธ์ 2563")
    assert changes["เมือง"] == ("", "กรุงจาการ์ตา")
    assert all(old != new for old, new in changes.values())
    numbers = {entry.row.revision_id for entry in entries}
    assert len(numbers) == 1
    gathered = client.get(desk_url(Revision, "change", numbers.pop())).context["entries"]
    assert {entry.model_name for entry in gathered} == {"การประชุม", "ผู้เข้าร่วม"}
    assert [change.new for entry in gathered if entry.kind == "แก้ไข" for change in entry.changes].count("MGMAC") == 1


def test_a_record_that_waits_for_its_moment_says_so_and_history_tells_when():
    """A scheduled city; holding back its English text; what a name needed and is gone since."""
    client, city = signed_in(), world.city("later")
    data = untouched(client, desk_url(City, "change", city.pk), City) | {
        "publish_at": "1/1/2643 09:00",
        "hold_en": "on",
    }
    asked = client.post(desk_url(City, "change", city.pk), data)  # the year is far ahead: is that meant?
    assert client.post(desk_url(City, "change", city.pk), as_sent(asked, City)).status_code == 302
    assert "ตั้งเวลาไว้" in client.get(desk_url(City)).content.decode()
    newest = client.get(desk_url(City, "history", city.pk)).context["entries"][0]
    said = {change.label: change.new for change in newest.changes}
    assert said == {"เผยแพร่เมื่อ": "1 มกราคม 2643 เวลา 09.00 น.", "ยังไม่เผยแพร่ข้อความภาษาอังกฤษ": "ใช่"}


def test_history_names_what_it_can_when_a_person_is_gone():
    client, agreement, person = signed_in(), world.agreement(), world.person()
    signatory = agreement.signatories.create(side="partner", person=person)
    signatory.delete()
    person.delete()
    entries = client.get(desk_url(Agreement, "history", agreement.pk)).context["entries"]
    assert [(entry.kind, entry.name.split()[0]) for entry in entries if entry.model_name == "ผู้ลงนาม"] == [
        ("ลบ", "ผู้ลงนาม"), ("เพิ่ม", "ผู้ลงนาม"),
    ]  # fmt: skip


def test_history_and_revisions_are_for_those_who_may_see_the_record():
    city = world.city()
    stranger = signed_in("stranger", group=ADMINISTRATORS)
    User.objects.get(username="stranger").groups.clear()
    revision = city.history.first().revision
    for url in (desk_url(City, "history", city.pk), desk_url(Revision, "change", revision.pk)):
        assert stranger.get(url).status_code == 403
    malee = signed_in()
    for url in (desk_url(City, "history", 999), desk_url(Revision, "change", 999_999)):
        assert malee.get(url).status_code == 404


def test_the_record_of_work_is_read_only():
    client, city = signed_in(), world.city()
    revision = city.history.first().revision
    assert client.post(desk_url(Revision, "change", revision.pk), {"label": "x"}).status_code == 200
    revision.refresh_from_db()
    assert revision.label != "x"
    assert client.get(desk_url(Revision, "delete", revision.pk)).status_code == 403


def shown(client, *records) -> dict:
    """What the rows of `records` carry in their list."""
    html = client.get(desk_url(type(records[0]))).content.decode()
    found = dict(re.findall(r'name="(shown-\d+)" value="(\d+)"', html))
    return {f"shown-{record.pk}": found[f"shown-{record.pk}"] for record in records}


@pytest.mark.parametrize("action", ["publish", "withdraw", "back_to_draft"])
def test_what_somebody_saved_after_the_list_was_shown_is_left_out_and_told(action):
    """The others go through."""
    malee, somchai = signed_in("malee"), signed_in("somchai")
    status = "published" if action == "back_to_draft" else "draft"
    first, second = world.meeting(status=status), world.meeting(status=status)
    carried = shown(somchai, first, second)
    url = desk_url(Meeting, "change", first.pk)
    malee.post(url, untouched(malee, url, Meeting) | {"theme_th": "แก้แล้ว"})
    when = format_moment(first.history.first().history_date, "th")
    if action == "withdraw":
        asked = act(somchai, action, first, second, **carried).content.decode()
        assert all(f'name="{name}" value="{version}"' in asked for name, version in carried.items())
        carried |= {"withdrawn_notice_th": "ถอน"}
    told = act(somchai, action, first, second, **carried).content.decode()
    first.refresh_from_db(), second.refresh_from_db()
    assert (first.status == status, second.status == status) == (True, False) and first.theme_th == "แก้แล้ว"
    assert f"ไม่ได้ดำเนินการ เพราะ malee บันทึกไว้ ({when})" in told


@pytest.mark.parametrize("action", ["publish", "back_to_draft", "withdraw"])
def test_all_past_the_shown_page_are_named_first_and_carry_their_versions(action, monkeypatch):
    """What somebody saved since, or what came in since, is left out and told; the others go through."""
    monkeypatch.setattr(admin.site._registry[Meeting], "list_per_page", 1)
    status = "published" if action == "back_to_draft" else "draft"
    client, (first, second, third) = signed_in(), [world.meeting(status=status) for _number in range(3)]
    asked = act(client, action, third, select_across="1", **shown(client, third))
    assert set(asked.context["past"]) == {first, second} and not Meeting.objects.exclude(status=status).exists()
    second.refresh_from_db()
    second.theme_th = "แก้แล้ว"
    second.save()
    late = world.meeting(status=status)
    carried = {name: value for name, value in hidden(asked) if name.startswith("shown")}
    if action == "withdraw":
        carried["withdrawn_notice_th"] = "ถอน"
    told = act(client, action, first, second, third, late, **carried).content.decode()
    done = set(Meeting.objects.exclude(status=status))
    assert done == {first, third} and "ไม่ได้ดำเนินการ" in told and "หลังจากที่แสดงรายการ" in told


def hidden(page) -> list[tuple[str, str]]:
    """The hidden boxes of `page`."""
    return re.findall(r'<input type="hidden" name="([^"]+)" value="([^"]*)">', page.content.decode())


def test_too_many_past_the_page_are_not_done(monkeypatch):
    monkeypatch.setattr(shown_versions, "MOST_PAST", 1)
    client, drafts = signed_in(), [world.meeting(status="draft") for _number in range(3)]
    told = act(client, "publish", drafts[0], select_across="1", index="x", **shown(client, drafts[0])).content.decode()
    assert "ครั้งละไม่เกิน 1" in told and not Meeting.objects.published().exists()
    assert act(client, "", drafts[0], select_across="1").status_code == 200
    monkeypatch.setattr(shown_versions, "MOST_PAST", 5)
    assert act(client, "publish", *drafts, select_across="1", index="3", **shown(client, *drafts)).status_code == 200
