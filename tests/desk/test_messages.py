"""Messages on the desk: read, searched, answered and deleted, never written or changed."""

import pytest
from django.contrib.auth.models import User
from django.test import Client

from iad_portal.office.groups import OFFICERS
from iad_portal.office.models import Message

from .desk import desk_url, signed_in, untouched

pytestmark = pytest.mark.django_db


def message(**facts) -> Message:
    """A question of Manee's about a city."""
    defaults = {"topic": "question", "about": "/th/cities/edo/", "text": "เปิดวันใด", "language": "th"}
    return Message.objects.create(**defaults | {"name": "มานี", "email": "manee@example.org"} | facts)


def test_an_officer_reads_finds_and_filters_messages():
    """In Thai, with the ways to the page and to the sender."""
    client, kept, other = signed_in(group=OFFICERS), message(), message(state="closed", text="เรื่องเก่า")
    found = client.get(desk_url(Message), {"q": "manee@example.org", "state__exact": "new"}).content.decode()
    assert kept.reference in found and other.reference not in found and "สอบถามสำนักงาน" in found
    assert "วันที่ได้รับ" in found.split("<tbody")[0]
    page = client.get(desk_url(Message, "change", kept.pk)).content.decode()
    assert '<a href="/th/cities/edo/">' in page and f"mailto:manee@example.org?subject={kept.reference}" in page


def test_words_cannot_be_typed_in_or_changed():
    """The state and the note can; who changed the state is kept, and gone when the message is new again."""
    client, kept = signed_in(group=OFFICERS), message()
    assert client.get(desk_url(Message, "add")).status_code == 403
    url = desk_url(Message, "change", kept.pk)
    sent = untouched(client, url, Message)
    changed = {"state": "answered", "note": "โทรแล้ว", "text": "อื่น", "email": "x@example.org", "topic": "other"}
    assert client.post(url, sent | changed).status_code == 302
    kept.refresh_from_db()
    assert (kept.state, kept.note, kept.handled_by) == ("answered", "โทรแล้ว", User.objects.get())
    assert (kept.text, kept.email, kept.topic) == ("เปิดวันใด", "manee@example.org", "question")
    client.post(url, untouched(client, url, Message) | {"state": "new"})
    kept.refresh_from_db()
    assert kept.handled_by is None


def test_history_knows_the_state_and_none_of_the_words():
    """So that deleting a message deletes them."""
    client, kept = signed_in(group=OFFICERS), message(note="บันทึก")
    kept.state = "closed"
    kept.save()
    assert "ปิดเรื่องโดยไม่ตอบ" in client.get(desk_url(Message, "history", kept.pk)).content.decode()
    columns = {field.name for field in Message.history.model._meta.fields}
    assert columns.isdisjoint({"text", "name", "email", "note"}) and "state" in columns
    assert client.post(desk_url(Message, "delete", kept.pk), {"post": "yes"}).status_code == 302
    assert not Message.objects.exists()


def test_the_desk_asks_for_an_answer_until_there_is_one():
    """With the number, and the way to the new ones; not to somebody who may not read them."""
    client, kept = signed_in(group=OFFICERS), message()
    ways = f'{desk_url(Message)}?state__exact=new"'
    assert ways in client.get("/admin/").content.decode()
    guest = Client()
    guest.force_login(User.objects.create(username="guest", is_staff=True))
    assert ways not in guest.get("/admin/").content.decode()
    kept.state = "answered"
    kept.save()
    assert ways not in client.get("/admin/").content.decode()
