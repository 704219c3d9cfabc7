"""A real nginx on deploy/nginx.conf, before a stand-in for the portal that answers as a test wants."""

import gzip
import os
import socket
import subprocess
import threading
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

ROOT = Path(__file__).parents[2]
CONF = ROOT / "deploy/nginx.conf"
BRIEF = "public, max-age=1, s-maxage=1, stale-while-revalidate=1, stale-if-error=86400"


class Portal(BaseHTTPRequestHandler):
    """Answers with the number of the request, so that a kept answer is told from a fresh one."""

    count = 0
    status = 200  # a test may change it

    def do_GET(self):
        type(self).count += 1
        self.send_response(self.status)
        for name, value in self.headers_for(self.path):
            self.send_header(name, value)
        body = f"answer {self.count} {self.headers['X-Forwarded-Proto']} {self.headers['Host']}".encode()
        if "long" in self.path:
            body += b" and more" * 200
        if "Accept-Encoding" in self.headers:  # as the portal does, and only then
            self.send_header("Vary", "Cookie, Accept-Encoding" if "varies" in self.path else "Accept-Encoding")
            if "long" in self.path and "gzip" in self.headers["Accept-Encoding"]:
                body = gzip.compress(body)
                self.send_header("Content-Encoding", "gzip")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    @staticmethod
    def headers_for(path):
        if path.startswith("/media/"):
            return [
                ("X-Accel-Redirect", path.replace("/media/", "/_media/").partition("?")[0]),
                ("Content-Type", "image/jpeg"),
                (
                    "X-File-Cache-Control",
                    "private, no-store" if "draft" in path else "public, max-age=31536000, immutable",
                ),
                ("X-File-Content-Disposition", "inline; filename=photo.jpg"),
                ("X-Content-Type-Options", "nosniff"),
                ("Content-Security-Policy", "default-src 'none'"),
            ]
        kept = BRIEF if "brief" in path else BRIEF.replace("age=1", "age=300")
        return [("Content-Type", "text/html; charset=utf-8"), ("Cache-Control", kept)]

    def do_POST(self):
        left = int(self.headers["Content-Length"])
        while left > 0:
            left -= len(self.rfile.read(min(left, 1 << 20)))
        self.do_GET()

    def log_message(self, *args):
        pass


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


class _Server(ThreadingHTTPServer):
    request_queue_size = 1024
    daemon_threads = True


class Front:
    """A running nginx, and the stand-in behind it."""

    def __init__(self, folder, **changes):
        self.folder, self.port, self.tls_port = folder, free_port(), free_port()
        self.portal = _Server(("127.0.0.1", 0), Portal)
        Portal.count, Portal.status = 0, 200
        threading.Thread(target=self.portal.serve_forever, args=(0.02,), daemon=True).start()
        (folder / "media/photos").mkdir(parents=True)
        for name in ("one", "draft"):
            (folder / f"media/photos/{name}.jpg").write_bytes(b"photo")
        (folder / "cache").mkdir()
        text = CONF.read_text()
        for old, new in {
            "/tmp/": f"{folder}/",  # first: the others lead into a test's folder, which is there
            "listen 8080;": f"listen 127.0.0.1:{self.port};",
            "127.0.0.1:8079": f"127.0.0.1:{free_port()}",
            "web:8000": f"127.0.0.1:{self.portal.server_port}",
            "/etc/nginx/site/": f"{folder}/site/",
            "/etc/nginx/pages/": f"{ROOT}/deploy/nginx.pages/",
            "/srv/portal/media/": f"{folder}/media/",
            "/var/cache/nginx/": f"{folder}/cache/",
            "access_log /dev/stdout portal;": "access_log off;",
            "/dev/stderr": f"{folder}/error.log",
            **changes,
        }.items():
            assert old in text, f"{old} is not in nginx.conf any more"
            text = text.replace(old, new)
        # Started by root, its workers would be nobody, who may not look into a test's folder.
        (folder / "nginx.conf").write_text(("user root;\n" if os.geteuid() == 0 else "") + text)

    def start_nginx(self):
        command = [
            "nginx",
            "-c",
            str(self.folder / "nginx.conf"),
            "-g",
            "daemon off;",
            "-e",
            str(self.folder / "error.log"),
        ]
        self.nginx = subprocess.Popen(command, stderr=subprocess.DEVNULL)
        self.wait()

    def stop_nginx(self):
        self.nginx.terminate()
        self.nginx.wait(timeout=10)

    def wait(self):
        for _ in range(100):
            with socket.socket() as probe:
                if probe.connect_ex(("127.0.0.1", self.port)) == 0:
                    return
            time.sleep(0.05)
        raise AssertionError((self.folder / "error.log").read_text())

    def get(self, path, data=None, **headers):
        """Status, headers and body of the answer; a POST when there is `data`."""
        request = urllib.request.Request(f"http://127.0.0.1:{self.port}{path}", data=data, headers=headers)
        try:
            with urllib.request.urlopen(request, timeout=20) as answer:
                return answer.status, answer.headers, answer.read().decode(errors="replace")
        except urllib.error.HTTPError as answer:
            with answer:
                return answer.code, answer.headers, answer.read().decode()

    def go_away(self):
        """The portal stops answering; twice does no harm."""
        self.portal.shutdown()
        self.portal.server_close()

    def stop(self):
        self.stop_nginx()
        self.go_away()


@contextmanager
def running(folder: Path, **changes: str) -> Iterator[Front]:
    """nginx and the stand-in, for the time of a `with`; `changes` are texts of nginx.conf to be put otherwise."""
    front = Front(folder, **changes)
    try:
        front.start_nginx()
        yield front
    finally:
        front.stop()
