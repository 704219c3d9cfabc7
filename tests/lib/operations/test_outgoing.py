"""Mail that goes out: one connection for many letters, and what becomes of each."""

import smtplib
import socketserver
from threading import Thread, enumerate
from types import SimpleNamespace

import pytest
from django.core.exceptions import ValidationError
from django.core.mail import EmailMessage

from iad_portal.lib.operations.outgoing import Fate, NoWayOut, Postman, fate_of, later, mail_address, one_line


class Desk(socketserver.StreamRequestHandler):
    """A mail server of a few words; `server.rules` says what it answers to a mailbox."""

    def say(self, text: str) -> None:
        self.wfile.write(f"{text}\r\n".encode())

    def handle(self):
        self.server.sessions += 1
        self.say("220 here")
        mailbox, reading = "", False
        while line := self.rfile.readline():
            word = line.strip().decode().upper()
            if reading:
                if line.strip() == b".":
                    reading = False
                    self.server.taken.append(mailbox)
                    self.say("250 taken")
            elif word.startswith("RCPT"):
                mailbox = line.decode().split("<")[1].split(">")[0]
                answer = self.server.rules.get(mailbox, "250 ok")
                if answer == "break":
                    return
                self.say(answer)
            elif word.startswith("DATA"):
                reading = True
                self.say("354 go on")
            elif word.startswith("QUIT"):
                self.say("221 bye")
                return
            else:
                self.say("250 ok")


@pytest.fixture
def server(settings):
    """The mail server to which the portal is set up."""
    with socketserver.ThreadingTCPServer(("127.0.0.1", 0), Desk) as desk:
        desk.daemon_threads = True
        desk.sessions, desk.taken, desk.rules = 0, [], {}
        thread = Thread(target=desk.serve_forever, daemon=True)
        thread.start()
        settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
        settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", desk.server_address[1]
        settings.EMAIL_USE_TLS = settings.EMAIL_USE_SSL = False
        settings.EMAIL_HOST_USER = settings.EMAIL_HOST_PASSWORD = ""
        yield desk
        desk.shutdown()
        thread.join()


def letter(to: str) -> EmailMessage:
    return EmailMessage("Subject", "Text", to=[to])


def test_many_letters_go_over_one_connection_and_each_has_its_fate(server, caplog):
    """Refused, refused for now, broken off: the others go; no address is logged."""
    server.rules = {"no@example.org": "550 no such user", "busy@example.org": "451 later", "gone@example.org": "break"}
    postman, fates = Postman(), []
    for to in ("a@example.org", "no@example.org", "busy@example.org", "b@example.org", "gone@example.org"):
        postman.ready()
        fates.append(postman.send(letter(to)))
    assert server.sessions == 1
    postman.ready()
    fates.append(postman.send(letter("c@example.org")))
    postman.done()
    assert fates == [Fate.SENT, Fate.NO_MAILBOX, Fate.LATER, Fate.SENT, Fate.UNKNOWN, Fate.SENT]
    assert server.taken == ["a@example.org", "b@example.org", "c@example.org"] and server.sessions == 2
    assert "@example.org" not in caplog.text and "no such user" not in caplog.text


def test_a_server_that_is_away_is_told_before_anything_is_handed_over(settings):
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", 1
    with pytest.raises(NoWayOut):
        Postman().ready()


@pytest.mark.parametrize(
    ("problem", "fate"),
    [
        (smtplib.SMTPRecipientsRefused({"a": (550, b"")}), Fate.NO_MAILBOX),
        (smtplib.SMTPRecipientsRefused({"a": (450, b"")}), Fate.LATER),
        (smtplib.SMTPSenderRefused(421, b"", "a"), Fate.LATER),
        (smtplib.SMTPDataError(554, b""), Fate.NOT_TAKEN),
        (smtplib.SMTPNotSupportedError(), Fate.NOT_TAKEN),
        (smtplib.SMTPServerDisconnected(), Fate.UNKNOWN),
        (TimeoutError(), Fate.UNKNOWN),
        (ValueError(), Fate.NOT_TAKEN),
    ],
)
def test_what_a_fault_says_of_the_letter(problem, fate):
    assert fate_of(problem) is fate


@pytest.mark.parametrize(
    ("text", "line"),
    [("a\r\nBcc: b", "a Bcc: b"), ("ข่าว\u2028\x00 ใหม่", "ข่าว ใหม่"), ("  a \t b ", "a b"), ("x" * 300, "x" * 200)],
)
def test_a_header_is_one_line(text, line):
    assert one_line(text) == line


@pytest.mark.parametrize(
    "typed", ["a@b", "a@[::1]", '"a"@b.org', "ก@b.org", "a@b.org\nc", "@b.org", "a@" + "b" * 64 + ".org"]
)
def test_what_is_no_ordinary_mailbox_is_refused(typed):
    with pytest.raises(ValidationError):
        mail_address(typed)


def test_what_is_left_for_later_is_done_and_a_fault_of_it_is_told(caplog):
    done = []

    def deed():
        done.append("deed")
        raise ValueError

    before = set(enumerate())
    later(deed)
    for thread in set(enumerate()) - before:
        thread.join()
    assert done == ["deed"] and "left for later went wrong" in caplog.text


def test_a_connection_that_broke_is_opened_again_and_its_end_stops_nobody(caplog):
    said = []

    def gone():
        raise smtplib.SMTPServerDisconnected

    def close():
        said.append("closed")

    postman = Postman()
    postman.connection = SimpleNamespace(
        connection=SimpleNamespace(noop=gone), close=close, open=lambda: said.append("opened")
    )
    postman.ready()
    assert said == ["closed", "opened"]
    postman.connection.close = gone
    postman.done()
    assert "did not end well" in caplog.text
