"""The portal on a stage of its own: `make run` as a stranger starts it, in an empty place, for the time of a `with`."""

import os
import signal
import socket
import subprocess
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

ROOT = Path(__file__).parents[1]
# What the running tests, or the make that started them, have set for themselves.
NOT_OURS = {
    "DATABASE_URL", "DJANGO_SETTINGS_MODULE", "SECRET_KEY", "SECRET_KEY_FILE", "SITE_URL", "BIND", "CACHE_URL", "DEBUG",
    "MAKEFLAGS", "MFLAGS", "MAKELEVEL", "MEDIA_ACCEL_PREFIX",
}  # fmt: skip
PATIENCE = 300


def free_port() -> int:
    """A port that nobody listens on."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


class Stage:
    """A running portal: `root` is its address."""

    def __init__(self, home: Path):
        port = free_port()
        self.home, self.root = home, f"http://localhost:{port}"
        kept = {name: value for name, value in os.environ.items() if name not in NOT_OURS}
        self.environment = kept | {"PORTAL_HOME": str(home), "PORT": str(port)}
        home.mkdir(parents=True, exist_ok=True)
        self.log = home / "run.log"

    def make(self, *words: str) -> None:
        """Run a command of the Makefile to its end."""
        with self.log.open("a") as log:
            subprocess.run(["make", *words], cwd=ROOT, env=self.environment, stdout=log, stderr=log, check=True)

    def start(self) -> None:
        """Begin `make run`, and wait until the portal answers."""
        with self.log.open("a") as log:
            self.server = subprocess.Popen(
                ["make", "run"], cwd=ROOT, env=self.environment, stdout=log, stderr=log, start_new_session=True
            )
        for _ in range(PATIENCE * 2):
            if self.server.poll() is not None:
                raise RuntimeError(self.log.read_text())
            if self._answers():
                return
            time.sleep(0.5)
        raise RuntimeError(f"The portal does not answer.\n{self.log.read_text()}")

    def _answers(self) -> bool:
        try:
            with urllib.request.urlopen(f"{self.root}/healthz", timeout=5) as answer:
                return answer.status == 200
        except (urllib.error.URLError, OSError):
            return False

    def stop(self) -> None:
        """End make, gunicorn and its workers: they are one group."""
        if self.server.poll() is None:
            os.killpg(self.server.pid, signal.SIGTERM)
            self.server.wait(timeout=60)


@contextmanager
def portal(home: Path) -> Iterator[Stage]:
    """The portal on its starting data, with everything that it writes under `home`."""
    stage = Stage(home)
    try:
        stage.start()
        yield stage
    finally:
        stage.stop()
