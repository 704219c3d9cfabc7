"""Long forms of the desk by keyboard: whatever has the focus is seen, also where the buttons are a bar at the foot."""

import pytest

from networks.models import Meeting, Participation
from news.models import Article
from relations.models import City
from tests.browser import measures
from tests.desk.desk import desk_url

pytestmark = pytest.mark.browser
MOST = 900  # more stops than a form has
MOST_SECONDS = 1.5

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


def cost_of_opening(desk, path) -> float:
    """The seconds for which the page's own thread in the browser works to open the form at `path`."""
    browser = desk.context.new_cdp_session(desk)
    browser.send("Performance.enable", {"timeDomain": "threadTicks"})

    def worked() -> float:
        return next(
            one["value"] for one in browser.send("Performance.getMetrics")["metrics"] if one["name"] == "TaskDuration"
        )

    before = worked()
    desk.goto(desk.root + path)
    desk.wait_for_load_state("networkidle")
    return worked() - before


@pytest.mark.parametrize("width", [1280, 360])
def test_every_stop_of_a_long_form_is_seen(desk, width):
    """With all its parts open."""
    desk.emulate_media(reduced_motion="reduce")
    desk.set_viewport_size({"width": width, "height": 720})
    for path in long_forms():
        desk.goto(desk.root + path)
        desk.wait_for_load_state("networkidle")
        desk.evaluate("for (const part of document.querySelectorAll('#content details')) part.open = true")
        hidden, places = [], set()
        for _ in range(MOST):
            desk.keyboard.press("Tab")
            stop = desk.evaluate(SEEN)
            if stop is None or stop["place"] in places:
                break
            places.add(stop["place"])
            hidden += [] if stop["isSeen"] else [stop["what"]]
        assert hidden == [] and len(places) > 40, (path, len(places))


def test_a_row_that_came_as_a_line_opens_is_changed_and_saved(desk):
    """With its picker and its texts as they stood; the other lines are saved with it, and the page is light."""
    meeting = Meeting.objects.first()
    Participation.objects.filter(meeting=meeting).delete()
    city = City.objects.first()
    rows = [Participation(meeting=meeting, body_th=f"องค์กร {n}", body_en=f"Body {n}", order=n) for n in range(199)]
    Participation.objects.bulk_create(
        [*rows, Participation(meeting=meeting, city=city, presented_th="เรื่อง", order=200)]
    )
    assert cost_of_opening(desk, desk_url(Meeting, "change", meeting.pk)) < MOST_SECONDS
    assert desk.evaluate("document.querySelectorAll('#participation-group .select2-container').length") == 40
    desk.evaluate(measures.AXE)
    assert desk.evaluate(measures.RUN_AXE, {"type": "tag", "values": measures.TAGS[:-1]}) == []
    desk.said.clear()  # of what axe itself did there
    desk.click("#participation-199 .line__open")
    assert desk.locator("#participation-199 .select2-selection__rendered").first.inner_text().strip("×\n ") == str(city)
    assert desk.input_value("#id_participation-199-presented_th") == "เรื่อง"
    desk.fill("#id_participation-199-presented_th", "เรื่องใหม่")
    desk.check("#id_participation-150-DELETE")
    desk.locator("[name=_continue]").first.click()
    desk.wait_for_load_state("networkidle")
    told = Participation.objects.filter(meeting=meeting)
    assert told.count() == 199 and told.get(city=city).presented_th == "เรื่องใหม่"
    assert not told.filter(body_en="Body 150").exists() and told.filter(body_en="Body 149").exists()
    assert desk.said == []
