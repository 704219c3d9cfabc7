"""deploy/nginx.conf, in a real nginx before a stand-in for the portal: what it keeps, sends, and says when alone."""

import re
import shutil
import subprocess
import time
from concurrent.futures import ThreadPoolExecutor

import pytest

from iad_portal.lib.media.document_uploads import DOCUMENT_LIMIT
from iad_portal.lib.media.uploads import IMAGE_LIMIT
from tests.operations.nginx_front import CONF, Portal, running

pytestmark = pytest.mark.skipif(not shutil.which("nginx"), reason="nginx is not on this machine")
YEAR = "public, max-age=31536000, immutable"


@pytest.fixture
def front(tmp_path):
    with running(tmp_path) as nginx:
        yield nginx


def test_a_public_answer_is_kept_for_readers_and_fresh_for_officers(front):
    assert front.get("/th/")[2] == front.get("/th/")[2]
    assert front.get("/th/")[1]["X-Cache"] == "HIT"
    fresh = front.get("/th/", Cookie="portal_session=abc")
    assert fresh[2].startswith("answer 2 ") and fresh[1]["X-Cache"] == "BYPASS"
    assert front.get("/th/")[2].startswith("answer 1 "), "an officer's answer is not kept for readers"
    assert front.get("/en/")[2].startswith("answer 3 ")


def test_one_copy_of_a_page_is_kept_packed_for_every_browser(front):
    """As the portal packed it, with its length: nginx packs nothing anew, and unpacks for who takes none."""
    ways = ("gzip, deflate, br, zstd", "gzip, deflate", "identity")
    answers = [front.get("/th/long", **{"Accept-Encoding": way}) for way in ways]
    assert [headers["X-Cache"] for _status, headers, _body in answers] == ["MISS", "HIT", "HIT"]
    assert [headers["Content-Encoding"] for _status, headers, _body in answers] == ["gzip", "gzip", None]
    assert all("Content-Length" in headers for _status, headers, _body in answers[:2])
    assert all(headers["Vary"] == "Accept-Encoding" for _status, headers, _body in answers)
    assert answers[2][2].startswith("answer 1 ") and answers[2][2].endswith(" and more")


def test_a_page_that_varies_by_more_than_its_packing_is_kept_for_nobody(front):
    assert front.get("/th/varies")[2].startswith("answer 1 ")
    assert front.get("/th/varies")[2].startswith("answer 2 ")
    assert front.get("/sitemap.xml")[2] == front.get("/sitemap.xml", **{"Accept-Encoding": "gzip"})[2], "asked plain"


def test_a_kept_page_does_not_wait_for_its_end():
    """With tcp_nopush sixteen readers got 412 kept pages a second, of a file 18,500; without it as many of both."""
    assert "tcp_nopush" not in re.sub("#.*", "", CONF.read_text())


def test_static_files_come_packed_from_the_portal(front):
    assert front.get("/static/site.css", **{"Accept-Encoding": "br"})[1]["Vary"] == "Accept-Encoding"
    assert front.get("/static/site.css")[1]["X-Cache"] == "MISS", "the portal was told what the browser takes"


def test_the_desk_is_never_kept(front):
    assert front.get("/admin/")[2] != front.get("/admin/")[2]


def test_the_portal_hears_the_visitors_scheme_and_host(front):
    assert re.fullmatch(rf"answer 1 http 127\.0\.0\.1:{front.port}", front.get("/th/")[2])
    assert front.get("/en/", **{"X-Forwarded-Proto": "https"})[2].startswith("answer 2 https ")


def test_an_upload_is_sent_with_the_portals_headers_and_only_through_it(front):
    status, headers, body = front.get("/media/photos/one.jpg")
    assert (status, body) == (200, "photo")
    assert headers["Content-Type"] == "image/jpeg" and headers["Content-Disposition"] == "inline; filename=photo.jpg"
    assert headers.get_all("Cache-Control") == [YEAR]
    assert front.get("/media/photos/draft.jpg")[1].get_all("Cache-Control") == ["private, no-store"]
    assert front.get("/media/photos/one.jpg", Range="bytes=1-2")[2] == "ho"
    assert headers["X-Content-Type-Options"] == "nosniff"
    assert headers["Content-Security-Policy"] == "default-src 'none'"
    assert front.get("/_media/photos/one.jpg")[0] == 404


def test_what_was_kept_is_shown_after_its_time_only_while_the_portal_is_away(front):
    """Fresh for a second, and shown for another one while a new one is fetched: nginx counts whole seconds."""
    kept = {page: front.get(f"/th/brief{page}")[2] for page in ("", 404, 410, 500, "-and-503", "-and-away")}
    made = front.get("/th/")[1]["Date"]
    time.sleep(3.1)
    assert front.get("/th/")[1]["Date"] == made, "the age of a page counts from when the portal made it"
    _shows_what_the_portal_says_now(front)
    _shows_what_was_kept_without_the_database(front, kept)
    _shows_what_was_kept_else_a_sentence(front, kept)


def _shows_what_the_portal_says_now(front):
    """Nobody asked for the page while it was withdrawn: the first who does gets what the portal says now."""
    late = front.get("/th/brief")
    assert late[2].startswith("answer 8 ") and late[1]["X-Cache"] == "EXPIRED"
    for status in (404, 410, 500):  # none of them says that the portal is away
        Portal.status = status
        assert front.get(f"/th/brief{status}")[0] == status


def _shows_what_was_kept_without_the_database(front, kept):
    """The portal says 503 then: what was kept is shown, for a day at most."""
    Portal.status = 503
    assert front.get("/th/brief-and-503")[2] == kept["-and-503"]
    assert "inactive=1d" in CONF.read_text() and front.get("/th/other")[0] == 503


def _shows_what_was_kept_else_a_sentence(front, kept):
    front.go_away()
    shown = front.get("/th/brief-and-away")
    assert shown[2] == kept["-and-away"] and shown[1]["X-Cache"] in {"STALE", "UPDATING"}
    status, headers, body = front.get("/th/never-asked")
    assert status == 503 and headers["Cache-Control"] == "no-store"
    assert "หยุดให้บริการชั่วคราว" in body and "away for a moment" in body


def test_a_file_that_is_not_there_is_kept_by_nobody(front):
    """The folder of uploads may come back in a minute: a browser that kept the error would show it for a year."""
    for name in ("gone.jpg", "one.jpg/inside.jpg"):
        status, headers, body = front.get(f"/media/photos/{name}")
        assert status == 404 and headers.get_all("Cache-Control") == ["no-store"]
        assert headers["Content-Type"].startswith("text/html") and "Content-Disposition" not in headers
        assert "ไม่พบ" in body and "not found" in body
    assert front.get("/media/photos/one.jpg", Range="bytes=99-")[1]["Cache-Control"] == "no-store"


def at_once(front, paths, **options):
    """The states of the answers to many requests made together."""
    with ThreadPoolExecutor(60) as pool:
        return [answer[0] for answer in pool.map(lambda path: front.get(path, **options), paths)]


def test_a_house_full_of_readers_is_never_refused(front):
    """Thirty behind one address, each on five pages that nobody has read yet; a photo album; styles and scripts."""
    assert set(at_once(front, [f"/th/news/{page}" for page in range(100)] + ["/th/news/"] * 50)) == {200}
    assert set(at_once(front, ["/media/photos/one.jpg"] * 300 + ["/static/site.css"] * 100)) == {200}


def test_an_album_over_http_2_opens_whole(tmp_path):
    """tls.conf.example as it stands, and a browser's way: every photo at once, over one connection."""
    (tmp_path / "site").mkdir()
    make = ["openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-subj", "/CN=localhost", "-days", "1"]
    names = {"-keyout": "key.pem", "-out": "certificate.pem"}
    files = [word for flag, name in names.items() for word in (flag, str(tmp_path / "site" / name))]
    subprocess.run([*make, *files], check=True, capture_output=True)
    text = (CONF.parent / "nginx.site/tls.conf.example").read_text().replace("/etc/nginx/site", str(tmp_path / "site"))
    with running(tmp_path) as front:
        front.stop_nginx()
        text = text.replace("listen 8443", f"listen 127.0.0.1:{front.tls_port}").replace(
            "listen [::]:8443 ssl http2;", ""
        )
        (tmp_path / "site/tls.conf").write_text(text)
        front.start_nginx()
        address = f"https://127.0.0.1:{front.tls_port}/media/photos/one.jpg?[1-75]"
        curl = [
            "curl",
            "--silent",
            "--insecure",
            "--http2",
            "--parallel",
            "--parallel-max",
            "75",
            "--output",
            "/dev/null",
        ]
        done = subprocess.run(
            [*curl, "--write-out", "%{http_version} %{http_code}\n", address], capture_output=True, text=True
        )
    assert done.stdout.splitlines() == ["2 200"] * 75


def test_officers_sign_in_from_one_address_and_a_flood_of_passwords_is_held_back(tmp_path):
    with running(tmp_path, **{"zone=signin:10m   rate=1r/s": "zone=signin:10m   rate=60r/s"}) as front:
        assert set(at_once(front, ["/admin/login/"] * 200)) == {200}, "opening the page is not signing in"
        assert set(at_once(front, ["/admin/login/"] * 40, data=b"username=a")) == {200}
        assert 429 in at_once(front, ["/admin/login/"] * 300, data=b"username=a")


def test_a_flood_of_pages_is_refused_in_both_languages_but_kept_pages_are_not(tmp_path):
    with running(tmp_path, **{"burst=300 delay=100": "burst=5 nodelay"}) as front:
        front.get("/th/kept")
        assert 429 in at_once(front, [f"/th/{page}" for page in range(60)])
        _status, headers, body = next(answer for answer in map(front.get, PAGES) if answer[0] == 429)
        assert headers["Content-Type"] == "text/html; charset=utf-8" and headers["Cache-Control"] == "no-store"
        assert headers["Retry-After"] == "10" and 'lang="th"' in body and 'lang="en"' in body
        assert set(at_once(front, ["/th/kept"] * 60)) == {200}


PAGES = [f"/en/{page}" for page in range(100)]


def test_nine_photos_of_a_telephone_are_one_save_and_too_much_is_said_in_both_languages(front):
    assert front.get("/admin/news/article/add/", data=b"x" * 80_000_000)[0] == 200
    for path, size in (("/admin/news/article/add/", 260 << 20), ("/th/contact/", 300_000)):
        curl = ["curl", "--silent", "--data-binary", "@-", "--header", "Expect:", "--write-out", "%{http_code}"]
        said = subprocess.run([*curl, f"http://127.0.0.1:{front.port}{path}"], input=b"x" * size, capture_output=True)
        assert (
            said.stdout.endswith(b"413") and "ใหญ่เกินไป" in said.stdout.decode() and b"Too much was sent" in said.stdout
        )


def test_a_save_may_be_as_large_as_the_portal_takes_its_parts():
    """Nine photos and a document, each of the greatest size."""
    megabytes = int(re.search(r"client_max_body_size (\d+)m;", CONF.read_text())[1])
    assert megabytes << 20 >= 9 * IMAGE_LIMIT + DOCUMENT_LIMIT
    assert f"{megabytes} MB" in (CONF.parent / "nginx.pages/413.html").read_text()


def test_every_refusal_of_nginx_has_its_page_and_compose_brings_it():
    pages = set(re.findall(r"/nginx-pages/(\d+\.html)", CONF.read_text()))
    assert pages == {path.name for path in (CONF.parent / "nginx.pages").iterdir()}
    assert "./deploy/nginx.pages:/etc/nginx/pages:ro" in (CONF.parents[1] / "compose.yaml").read_text()
