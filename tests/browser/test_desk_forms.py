"""Long forms of the desk by keyboard: whatever has the focus is seen, also where the buttons are a bar at the foot."""

import pytest

from networks.models import Meeting, Participation
from news.models import Article
from relations.models import City
from tests.browser import measures
from tests.desk.desk import desk_url

pytestmark = pytest.mark.browser
MOST = 900  # more stops than a form has

# Whether the top of what has the focus is in the window, and nothing lies over it.
SEEN = """() => {
    const box = document.activeElement
    if (!box || box === document.body) return null
    const {top, bottom, left, right, width, height} = box.getBoundingClientRect()
    const [x, y] = [left + Math.min(width, 40) / 2, top + Math.min(height, 24) / 2]
    const over = document.elementFromPoint(x, y)
    const bar = document.querySelector(".submit-row")
    const covered = over && bar.contains(over) && !bar.contains(box)
    const isSeen = bottom > 0 && top >= 0 && y < innerHeight && right > 0 && left < innerWidth && !covered
    return {place: [...document.querySelectorAll("*")].indexOf(box), isSeen, what: box.outerHTML.slice(0, 140)}
}"""


def long_forms() -> list[str]:
    """A meeting with many participants, and a piece of news with all it is about."""
    meeting, article = Meeting.objects.first(), Article.objects.first()
    cities = City.objects.exclude(participation__meeting=meeting)[:12]
    Participation.objects.bulk_create([Participation(meeting=meeting, city=city, order=90) for city in cities])
    return [desk_url(Meeting, "change", meeting.pk), desk_url(Article, "change", article.pk)]


@pytest.mark.parametrize("width", [1280, 360])
def test_every_stop_of_a_long_form_is_seen(desk, width):
    """With all its parts open."""
    desk.emulate_media(reduced_motion="reduce")
    desk.set_viewport_size({"width": width, "height": 720})
    for path in long_forms():
        desk.goto(desk.root + path)
        desk.wait_for_load_state("networkidle")
        desk.evaluate(measures.UNFOLD)
        hidden, places = [], set()
        for _ in range(MOST):
            desk.keyboard.press("Tab")
            stop = desk.evaluate(SEEN)
            if stop is None or stop["place"] in places:
                break
            places.add(stop["place"])
            hidden += [] if stop["isSeen"] else [stop["what"]]
        assert hidden == [] and len(places) > 40, (path, len(places))
