"""Tell a waiting person how far a long command is: one line that rewrites itself, or now and then a line in a log."""

import time
from typing import TextIO

from django.core.management.base import OutputWrapper

SECONDS_BETWEEN_LINES = 5


class Progress:
    """Counts towards `total` and says so on `out`: often on a terminal, every few seconds elsewhere."""

    def __init__(self, out: TextIO | OutputWrapper, label: str, total: int):
        # Django's wrapper around a command's output ends every text with a new line.
        self.out, self.label, self.total = getattr(out, "_out", out), label, total
        self.done = 0
        self._live = bool(getattr(self.out, "isatty", bool)())
        self._told_at = time.monotonic()

    def step(self, count: int = 1) -> None:
        """`count` more are done."""
        self.done += count
        now = time.monotonic()
        if now - self._told_at >= (0.1 if self._live else SECONDS_BETWEEN_LINES):
            self._told_at = now
            self._tell("\r" if self._live else "", "" if self._live else "\n")

    def finish(self) -> None:
        """Nothing more comes: the last count stays to be read."""
        self._tell("\r" if self._live else "", "\n")

    def _tell(self, before: str, after: str) -> None:
        of = f" of {self.total:,}" if self.total else ""
        self.out.write(f"{before}{self.label}: {self.done:,}{of}{after}")
        self.out.flush()
