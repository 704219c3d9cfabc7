"""The focal point of a picture: what a form reads, what a page is told, and the style sheet that knows every step."""

import re

import pytest
from django.conf import settings
from django.core.exceptions import ValidationError
from django.template.loader import render_to_string

from iad_portal.lib.media.focus import FocusField, focus_class

from .media_models import Picture


@pytest.mark.parametrize(
    ("x", "y", "classes"),
    [
        (50, 50, ""),
        (46, 54, ""),
        (44, 50, "focus-x-40"),
        (0, 100, "focus-x-0 focus-y-100"),
        (95, 7, "focus-x-100 focus-y-10"),
    ],
)
def test_the_point_is_told_in_steps(x, y, classes):
    assert focus_class(x, y) == classes


def test_the_style_sheet_knows_every_step():
    css = (settings.BASE_DIR / "static/css/components/focus.css").read_text()
    told = {name for x in range(101) for name in focus_class(x, x).split()}
    assert set(re.findall(r"\.(focus-[xy]-\d+) ", css)) == told
    assert all(f".{name} {{ --{name[:7]}: {name[8:]}%; }}" in css for name in told)


def test_an_empty_box_means_the_middle_and_nothing_lies_outside():
    box = FocusField().formfield()
    assert box.clean("") == 50 and box.clean("๗๐") == 70
    for typed in ("101", "-1"):
        with pytest.raises(ValidationError):
            box.clean(typed)


def test_a_picture_in_a_page_has_the_classes_of_its_point():
    renditions = [{"width": 8, "height": 4, "format": "jpeg", "name": "photos/a/a.jpg", "bytes": 1}]
    picture = Picture(renditions=renditions, focus_y=20).sources()
    html = render_to_string("components/picture.html", {"picture": picture, "class_name": "card__image"})
    assert 'class="card__image focus-y-20"' in html
    plain = render_to_string("components/picture.html", {"picture": Picture(renditions=renditions).sources()})
    assert "<img src" in re.sub(r"\s+", " ", plain)
