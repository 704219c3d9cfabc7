"""The mail about a message: in Thai, to the office, answered to its sender; without it nothing is lost."""

import logging

import pytest
from django.core.cache import cache
from django.core.mail import EmailMessage

from iad_portal.office.models import Message
from tests.office.test_contact import send

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def office_has_an_address(settings):
    cache.clear()
    settings.CONTACT_EMAIL = ["office@example.go.th", "second@example.go.th"]


def test_the_office_is_told_in_thai(client, mailoutbox):
    """Whatever the language of the page; with the way to the record, and the sender to answer to."""
    send(client, "en", topic="media", about="/en/news/", text="Which <day> & hour?")
    [letter], kept = mailoutbox, Message.objects.get()
    assert letter.to == ["office@example.go.th", "second@example.go.th"] and letter.reply_to == ["manee@example.org"]
    assert letter.subject == f"ข้อความถึงสำนักงาน เลขที่ {kept.reference}: สื่อมวลชนสอบถามข้อมูล"
    assert f"http://localhost:8000/admin/iad_portal/message/{kept.pk}/change/" in letter.body
    assert "http://localhost:8000/en/news/" in letter.body and "Which <day> & hour?" in letter.body


def test_nobody_is_told_without_an_address(client, mailoutbox, settings):
    """The message is kept on the desk."""
    settings.CONTACT_EMAIL = []
    send(client)
    assert mailoutbox == [] and Message.objects.count() == 1


def test_a_mistake_without_a_sender_has_nobody_to_answer(client, mailoutbox):
    """No Reply-To."""
    send(client, topic="mistake", name="", email="")
    assert mailoutbox[0].reply_to == []


def test_no_header_can_be_smuggled_in(client, mailoutbox):
    """Line breaks in a name end up in the letter as spaces, in an address as a refusal."""
    assert send(client, email="a@example.org\r\nBcc: b@example.org").status_code == 200
    send(client, name="Eve\r\nBcc: b@example.org", about="/th/\r\nBcc: b@example.org/")
    [letter] = mailoutbox
    headers = letter.message().as_string().split("\n\n")[0]
    assert "Bcc" not in headers and letter.recipients() == ["office@example.go.th", "second@example.go.th"]
    assert "Eve Bcc: b@example.org" in letter.body


def test_a_mail_that_fails_loses_nothing(client, monkeypatch, caplog):
    """The sender is thanked, the message kept, the fault logged without the sender's words."""

    def fail(self, *args, **kwargs):
        raise OSError("no way out")

    monkeypatch.setattr(EmailMessage, "send", fail)
    caplog.set_level(logging.ERROR)
    assert send(client).status_code == 303
    kept = Message.objects.get()
    assert kept.reference in caplog.text and "no way out" in caplog.text
    assert kept.email not in caplog.text and kept.text not in caplog.text
