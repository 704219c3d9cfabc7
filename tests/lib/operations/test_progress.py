"""Progress: a line that rewrites itself on a terminal, a line now and then in a log."""

import io

from iad_portal.lib.operations import progress
from iad_portal.lib.operations.progress import Progress


class Terminal(io.StringIO):
    def isatty(self):
        return True


class Clock:
    """Time that passes only when it is told to."""

    now = 0.0

    def monotonic(self):
        return self.now


def told(out, monkeypatch, seconds, total=3):
    clock = Clock()
    monkeypatch.setattr(progress, "time", clock)
    shown = Progress(out, "Photos", total)
    for _ in range(3):
        clock.now += seconds
        shown.step()
    shown.finish()
    return out.getvalue()


def test_a_terminal_sees_one_line_that_rewrites_itself(monkeypatch):
    assert told(Terminal(), monkeypatch, 0.2) == "".join(f"\rPhotos: {n} of 3" for n in (1, 2, 3, 3)) + "\n"


def test_a_log_hears_only_now_and_then(monkeypatch):
    assert told(io.StringIO(), monkeypatch, 0.2) == "Photos: 3 of 3\n"
    assert told(io.StringIO(), monkeypatch, 3) == "Photos: 2 of 3\nPhotos: 3 of 3\n"


def test_an_unknown_total_is_not_made_up(monkeypatch):
    assert told(io.StringIO(), monkeypatch, 0, total=0) == "Photos: 3\n"
