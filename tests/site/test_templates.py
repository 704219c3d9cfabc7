"""Templates can be read: their lines fit a screen."""

from pathlib import Path

from django.conf import settings

LONGEST = 160


def test_no_line_of_a_template_is_longer_than_a_screen():
    templates = Path(settings.BASE_DIR, "templates")
    long = {
        str(part.relative_to(templates))
        for part in templates.rglob("*.*")
        if any(len(line) > LONGEST for line in part.read_text().splitlines())
    }
    assert long == set()
