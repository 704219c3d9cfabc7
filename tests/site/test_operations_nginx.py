"""deploy/nginx.conf, in a real nginx before a stand-in for the portal: what it keeps, sends, and says when alone."""

import os
import re
import shutil
import socket
import subprocess
import threading
import time
import urllib.error
import urllib.request
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

pytestmark = pytest.mark.skipif(not shutil.which("nginx"), reason="nginx is not on this machine")
CONF = Path(__file__).parents[2] / "deploy/nginx.conf"


class Portal(BaseHTTPRequestHandler):
    """Answers with the number of the request, so that a kept answer is told from a fresh one."""

    count = 0

    def do_GET(self):
        type(self).count += 1
        self.send_response(200)
        for name, value in self.headers_for(self.path):
            self.send_header(name, value)
        if "Accept-Encoding" in self.headers:
            self.send_header("Vary", "Accept-Encoding")  # as the portal does, and only then
        body = f"answer {self.count} {self.headers['X-Forwarded-Proto']} {self.headers['Host']}".encode()
        body += b" and more" * (200 if "long" in self.path else 0)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    @staticmethod
    def headers_for(path):
        if path.startswith("/media/"):
            return [
                ("X-Accel-Redirect", "/_media/photos/one.jpg"),
                ("Content-Type", "image/jpeg"),
                ("Cache-Control", "private, no-store"),
                ("X-Content-Type-Options", "nosniff"),
                ("Content-Security-Policy", "default-src 'none'"),
            ]
        seconds = "1" if "brief" in path else "300"
        html = ("Content-Type", "text/html; charset=utf-8")
        return [html, ("Cache-Control", f"public, max-age={seconds}, stale-while-revalidate=60, stale-if-error=86400")]

    def log_message(self, *args):
        pass


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


class Front:
    """A running nginx, and the stand-in behind it."""

    def __init__(self, place):
        self.place, self.port = place, free_port()
        self.portal = ThreadingHTTPServer(("127.0.0.1", 0), Portal)
        Portal.count = 0
        threading.Thread(target=self.portal.serve_forever, args=(0.02,), daemon=True).start()
        (place / "media/photos").mkdir(parents=True)
        (place / "media/photos/one.jpg").write_bytes(b"photo")
        (place / "cache").mkdir()
        text = CONF.read_text()
        for old, new in {
            "/tmp/": f"{place}/",  # first: the others lead into a test's folder, which is there
            "listen 8080;": f"listen 127.0.0.1:{self.port};",
            "web:8000": f"127.0.0.1:{self.portal.server_port}",
            "/etc/nginx/site/": f"{place}/site/",
            "/srv/portal/media/": f"{place}/media/",
            "/var/cache/nginx/": f"{place}/cache/",
            "access_log /dev/stdout portal;": "access_log off;",
            "/dev/stderr": f"{place}/error.log",
        }.items():
            assert old in text, f"{old} is not in nginx.conf any more"
            text = text.replace(old, new)
        # Started by root, its workers would be nobody, who may not look into a test's folder.
        (place / "nginx.conf").write_text(("user root;\n" if os.geteuid() == 0 else "") + text)
        command = ["nginx", "-c", str(place / "nginx.conf"), "-g", "daemon off;", "-e", str(place / "error.log")]
        self.nginx = subprocess.Popen(command, stderr=subprocess.DEVNULL)

    def wait(self):
        for _ in range(100):
            with socket.socket() as probe:
                if probe.connect_ex(("127.0.0.1", self.port)) == 0:
                    return
            time.sleep(0.05)
        raise AssertionError((self.place / "error.log").read_text())

    def get(self, path, **headers):
        request = urllib.request.Request(f"http://127.0.0.1:{self.port}{path}", headers=headers)
        try:
            with urllib.request.urlopen(request, timeout=10) as answer:
                return answer.status, answer.headers, answer.read().decode(errors="replace")
        except urllib.error.HTTPError as answer:
            with answer:
                return answer.code, answer.headers, answer.read().decode()

    def go_away(self):
        """The portal stops answering; twice does no harm."""
        self.portal.shutdown()
        self.portal.server_close()

    def stop(self):
        self.nginx.terminate()
        self.nginx.wait(timeout=10)
        self.go_away()


@pytest.fixture
def front(tmp_path):
    running = Front(tmp_path)
    try:
        running.wait()
        yield running
    finally:
        running.stop()


def test_a_public_answer_is_kept_for_readers_and_fresh_for_officers(front):
    assert front.get("/th/")[2] == front.get("/th/")[2]
    assert front.get("/th/")[1]["X-Cache"] == "HIT"
    fresh = front.get("/th/", Cookie="portal_session=abc")
    assert fresh[2].startswith("answer 2 ") and fresh[1]["X-Cache"] == "BYPASS"
    assert front.get("/th/")[2].startswith("answer 1 "), "an officer's answer is not kept for readers"
    assert front.get("/en/")[2].startswith("answer 3 ")


def test_one_copy_of_a_page_is_kept_for_every_browser_and_packed_for_each(front):
    ways = ("gzip, deflate, br, zstd", "gzip, deflate", "identity")
    answers = [front.get("/th/long", **{"Accept-Encoding": way}) for way in ways]
    assert [headers["X-Cache"] for _status, headers, _body in answers] == ["MISS", "HIT", "HIT"]
    assert [headers["Content-Encoding"] for _status, headers, _body in answers] == ["gzip", "gzip", None]
    assert answers[0][1]["Vary"] == "Accept-Encoding"


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
    assert headers["Content-Type"] == "image/jpeg"
    assert headers["Cache-Control"] == "private, no-store"
    assert headers["X-Content-Type-Options"] == "nosniff"
    assert headers["Content-Security-Policy"] == "default-src 'none'"
    assert front.get("/_media/photos/one.jpg")[0] == 404


def test_while_the_portal_is_away_readers_get_what_was_kept_else_a_sentence(front):
    front.get("/th/brief")
    time.sleep(2.1)  # nginx counts whole seconds
    front.go_away()
    kept = front.get("/th/brief")
    assert kept[2].startswith("answer 1 ") and kept[1]["X-Cache"] in {"STALE", "UPDATING"}
    status, headers, body = front.get("/th/never-asked")
    assert status == 503 and headers["Cache-Control"] == "no-store"
    assert "หยุดให้บริการชั่วคราว" in body and "away for a moment" in body


def test_a_flood_of_sign_ins_is_slowed_down(front):
    assert {front.get("/admin/login/")[0] for _ in range(10)} == {200, 429}
