"""A small web site on this machine, for tests of what asks other sites: no test goes out into the network."""

from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread
from time import sleep


class _Pages(BaseHTTPRequestHandler):
    """The path says what is answered: /404, /head405, /moved?to=..., /slow, /broken; all else is 200."""

    def _answer(self):
        self.server.asked.append((self.command, self.path, self.headers["User-Agent"]))
        path, _mark, to = self.path.partition("?to=")
        name = path.strip("/")
        if name == "broken":
            self.connection.close()
            return
        if name == "slow":
            sleep(1)
        status = {"moved": 301, "for-now": 302, "ring": 308}.get(name) or (int(name) if name.isdigit() else 200)
        if name == "head405":
            status = 405 if self.command == "HEAD" else 200
        self.send_response(status)
        if to or name == "ring":
            self.send_header("Location", to or "/ring")
        self.send_header("Content-Length", "0")
        self.end_headers()

    do_HEAD = do_GET = _answer

    def log_message(self, *_args):
        pass


@contextmanager
def local_site():
    """A server that runs meanwhile; `url` is where, `asked` what it was asked: method, path, agent."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), _Pages)
    server.daemon_threads = True
    server.asked, server.url = [], f"http://127.0.0.1:{server.server_address[1]}"
    thread = Thread(target=server.serve_forever, args=[0.02], daemon=True)
    thread.start()
    try:
        yield server
    finally:
        server.shutdown()
        server.server_close()
        thread.join()
