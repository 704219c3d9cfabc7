"""A request that cannot be read is answered 400 once, everywhere, and fills no log."""

import logging

import pytest
from django.test import Client

from iad_portal.lib.operations.readable_forms import SendersFaultsInOneLine
from iad_portal.wsgi import application

pytestmark = pytest.mark.django_db
FORM, PARTS = "application/x-www-form-urlencoded", "multipart/form-data; boundary=abc"
PART = b'--abc\r\nContent-Disposition: form-data; name="a%d"%s\r\n\r\nb\r\n'
ADDRESSES = ["/admin/login/", "/admin/", "/th/contact/", "/en/", "/admin/language/", "/nowhere/"]
UNREADABLE = {
    **{f"form in {name}": (f"{FORM}; charset={name}", b"a=b") for name in ("utf-16", "klingon", "utf-8\x01")},
    **{f"parts in {name}": (f"{PARTS}; charset={name}", PART) for name in ("utf-16", "idna", "base64", '"idna"')},
    "two charsets": (f"{FORM}; charset=utf-16; charset=utf-8", b"a=b"),
    "no boundary": ("multipart/form-data", b"a"),
    "no letter in the boundary": ("multipart/form-data; boundary=", b"a"),
    "a foreign boundary": ("multipart/form-data; boundary=\xe9\xe9", b"a"),
    "an endless boundary": ("multipart/form-data; boundary=" + "a" * 300, b"a"),
    "garbage": (PARTS, b"garbage, and more of it"),
    "a part that ends nowhere": (PARTS, b'--abc\r\nContent-Disposition: form-data; name="a"; filename*=klingon\'\'x'),
    "too many fields": (FORM, b"&".join(b"a%d=1" % number for number in range(20_001))),
    "too many parts": (PARTS, b"".join(PART % (number, b"") for number in range(20_001)) + b"--abc--\r\n"),
    "too many files": (PARTS, b"".join(PART % (number, b'; filename="x"') for number in range(201)) + b"--abc--\r\n"),
    "too much": (FORM, b"a=" + b"x" * 33_000_000),
}  # fmt: skip


@pytest.fixture
def log(caplog):
    """The lines that the log of a running portal would get."""
    formatter, line = logging.Formatter("%(message)s"), SendersFaultsInOneLine()
    return lambda: [formatter.format(record) for record in caplog.records if line.filter(record)]


@pytest.mark.parametrize("case", UNREADABLE)
def test_it_is_answered_400_with_one_line(case, log, caplog):
    """With the token's cookie, so that the body is looked at; the page says in both languages what to do."""
    kind, body = UNREADABLE[case]
    browser = Client(raise_request_exception=False, enforce_csrf_checks=True)
    browser.cookies["portal_csrf"] = "a" * 32
    for address in ADDRESSES[: 2 if len(body) > 100_000 else None]:
        caplog.clear()
        answer = browser.generic("POST", address, body, content_type=kind)
        html = answer.content.decode()
        assert answer.status_code == 400 and answer["Cache-Control"] == "private, no-store", address
        assert "อ่านข้อมูลที่ส่งมาไม่ได้" in html and "could not be read" in html and answer["Content-Security-Policy"]
        assert len(log()) == 1 and "\n" not in log()[0] and address in log()[0]


@pytest.mark.parametrize("charset", ["utf-16", "idna", "base64", "klingon"])
def test_a_question_in_another_charset_is_none(rf, charset):
    """Django reads the query by it before any middleware: asked as the server asks."""
    said = []
    kind = f"text/plain; charset={charset}"
    environ = rf._base_environ(PATH_INFO="/th/search/", QUERY_STRING="q=%E0%B8%81", CONTENT_TYPE=kind)
    answer = application(environ, lambda status, headers: said.append(status))
    assert said == ["400 Bad Request"] and "อ่านข้อมูลที่ส่งมาไม่ได้" in b"".join(answer).decode()


@pytest.mark.parametrize("charset", ["utf-8", "UTF-8", '"utf-8"', " utf-8"])
def test_utf_8_is_read_however_it_is_written(client, charset):
    kind = f"{FORM}; charset={charset}"
    assert client.generic("POST", "/th/contact/", b"topic=", content_type=kind).status_code == 200


def test_an_empty_form_is_a_form(client):
    """A button alone, with the token's cookie there."""
    client.get("/th/contact/")
    assert client.post("/th/contact/").status_code == 200


def test_what_a_view_cannot_read_is_one_line_as_well(client, log):
    """Should anything read a form before the token's cookie is there."""
    client.raise_request_exception = False
    answer = client.generic("POST", "/th/contact/", b"&".join(b"a%d=1" % number for number in range(20_001)), FORM)
    assert answer.status_code == 400 and all("\n" not in line for line in log())


def test_a_foreign_host_is_silent(client, capfd):
    """Robots try names all day; Python's last resort would print a traceback for each."""
    assert client.get("/th/", headers={"host": "elsewhere.example"}).status_code == 400
    assert capfd.readouterr().err == ""


def test_a_fault_of_ours_keeps_its_traceback():
    record = logging.LogRecord("a", logging.ERROR, "", 1, "b", (), (ValueError, ValueError(), None))
    assert SendersFaultsInOneLine().filter(record) and record.exc_info
