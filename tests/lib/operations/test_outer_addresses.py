"""Other sites are asked by HEAD, then GET; redirects are followed; nothing inside our own network is ever asked."""

import ssl
from http.client import HTTPConnection, HTTPException
from socket import AF_INET, SOCK_STREAM, gaierror

import pytest

from iad_portal.lib.operations import outer_addresses
from iad_portal.lib.operations.outer_addresses import Answer, Asker, is_public
from tests.local_site import local_site


@pytest.fixture(scope="module")
def site():
    with local_site() as server:
        yield server


def ask(address, **more):
    return Asker("tests", **{"seconds": 0.3, "may_ask": lambda _address: True} | more).ask(address)


@pytest.mark.parametrize(
    ("path", "outcome", "status"),
    [("/", "works", 200), ("/404", "fails", 404), ("/410", "fails", 410), ("/500", "fails", 500),
     ("/403", "unsure", 403), ("/429", "unsure", 429), ("/head405", "works", 200), ("/ไทย?ก=1 2", "works", 200)],
)  # fmt: skip
def test_what_an_answer_means(site, path, outcome, status):
    assert ask(site.url + path) == Answer(outcome, status)


def test_get_is_asked_only_where_head_says_no_and_we_say_who_we_are(site):
    site.asked.clear()
    ask(f"{site.url}/head405"), ask(f"{site.url}/here")
    assert site.asked == [("HEAD", "/head405", "tests"), ("GET", "/head405", "tests"), ("HEAD", "/here", "tests")]


@pytest.mark.parametrize(
    ("path", "led_to"),
    [("/moved?to=/new", "/new"), ("/for-now?to=/new", ""), ("/moved?to=/for-now?to=/x", "/for-now?to=/x")],
)
def test_redirects_are_followed_and_told_where_they_are_for_good(site, path, led_to):
    assert ask(site.url + path) == Answer("works", 200, led_to=site.url + led_to if led_to else "")


@pytest.mark.parametrize(
    ("address", "fault"),
    [("/ring", "ring"), ("/slow", "slow"), ("/broken", "broken_off"), ("/moved?to=ftp://127.0.0.1/", "name"),
     ("http://127.0.0.1:1/", "unreached"), ("http://nothing.invalid/", "name"), ("http://a..b/", "name"),
     ("http://127.0.0.1:99999/", "name")],
)  # fmt: skip
def test_why_there_was_no_answer(site, address, fault, monkeypatch):
    usual = outer_addresses.getaddrinfo

    def looked_up(name, *more, **facts):
        if name.endswith(".invalid"):
            raise gaierror
        return usual(name, *more, **facts)

    monkeypatch.setattr(outer_addresses, "getaddrinfo", looked_up)
    assert ask(site.url + address if address.startswith("/") else address) == Answer("fails", fault=fault)


def test_an_answer_that_trickles_is_hung_up_on(site, monkeypatch):
    monkeypatch.setattr(outer_addresses.Timer, "start", lambda timer: timer.function(*timer.args))  # before it is open
    assert ask(f"{site.url}/").outcome == "works"  # as there was nothing to hang up
    hung = []
    monkeypatch.setattr(outer_addresses, "_hang_up", hung.append)
    ask(f"{site.url}/")
    assert len(hung) == 1


def test_hanging_up_ends_a_request_that_waits(site):
    connection = HTTPConnection("127.0.0.1", site.server_address[1])
    connection.request("GET", "/slow")
    outer_addresses._hang_up(connection)
    with pytest.raises(HTTPException):
        connection.getresponse()


@pytest.mark.parametrize(
    ("error", "outcome"),
    [(ssl.SSLError("weak"), "unsure"), (20, "unsure"), (10, "fails")],
)
def test_certificates(error, outcome, monkeypatch):
    """One that is over fails; one whose issuer was not sent along, a browser may find."""
    if isinstance(error, int):
        code, error = error, ssl.SSLCertVerificationError("x")
        error.verify_code = code

    def refused(*_args, **_more):
        raise error

    monkeypatch.setattr(outer_addresses.HTTPSConnection, "request", refused)
    assert ask("https://example.org/") == Answer(outcome, fault="certificate")


@pytest.mark.parametrize(
    "address",
    ["127.0.0.1", "10.1.2.3", "192.168.0.1", "172.16.0.9", "169.254.169.254", "0.0.0.0", "224.0.0.1", "100.64.0.1",
     "::1", "fe80::1%eth0", "fc00::1", "::ffff:127.0.0.1", "64:ff9b::7f00:1", "2002:7f00:1::", "::"],
)  # fmt: skip
def test_what_is_inside_is_never_asked(address, monkeypatch):
    assert not is_public(address)
    port = (address, 80) if "." in address else (address, 80, 0, 0)
    monkeypatch.setattr(outer_addresses, "getaddrinfo", lambda *_args, **_more: [(AF_INET, SOCK_STREAM, 6, "", port)])
    assert Asker("tests", seconds=0.3).ask("http://inside.example/") == Answer("fails", fault="inside")


@pytest.mark.parametrize("address", ["1.1.1.1", "2606:4700:4700::1111", "64:ff9b::101:101"])
def test_what_is_public_may_be_asked(address):
    assert is_public(address)


def test_a_redirect_does_not_lead_inside(site):
    """The first hop may be asked, the second not."""
    asked = []

    def first_alone(address):
        asked.append(address)
        return len(asked) == 1

    assert ask(f"{site.url}/moved?to={site.url}/secret", may_ask=first_alone) == Answer("fails", fault="inside")
