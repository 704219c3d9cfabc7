"""An officer compares two versions of a record, takes one thing back, and finds it in the form, not saved yet."""

import pytest

from iad_portal.lib.records.unit_of_work import unit_of_work
from news.models import Article
from tests.browser import measures
from tests.desk.desk import desk_url

from .test_bin import faults

pytestmark = pytest.mark.browser


@pytest.fixture
def article(starting_data):
    """A published one whose second version has another title and another lead."""
    found = Article.objects.filter(status="published").order_by("pk").first()
    with unit_of_work():
        found.title_th, found.lead_th = "หัวข้อข่าวที่แก้แล้ว", "ความนำใหม่"
        found.save()
    return found


def test_a_title_is_taken_back_into_the_form(article, desk):
    """By the history, on any screen; the lead stays as it is, and nothing is saved before the officer saves."""
    title = article.history.order_by("history_id").first().title_th
    desk.goto(desk.root + desk_url(Article, "history", article.pk))
    desk.click("#content-main .button")
    assert desk.locator("ins").count() and faults(desk) == []
    for width in (360, 768, 1280):
        desk.set_viewport_size({"width": width, "height": 800})
        assert desk.evaluate(measures.SIDEWAYS) == []
    desk.get_by_label("ชื่อเรื่อง (ไทย)").first.check()
    desk.click(".compare .submit-row .default")
    desk.wait_for_load_state("networkidle")
    assert desk.input_value("#id_title_th") == title and desk.input_value("#id_lead_th") == "ความนำใหม่"
    assert desk.locator(".question").first.is_visible() and not desk.locator(".errornote").is_visible()
    article.refresh_from_db()
    assert article.title_th == "หัวข้อข่าวที่แก้แล้ว"
    desk.locator("[name=_continue]").first.click()
    desk.wait_for_load_state("networkidle")
    article.refresh_from_db()
    assert article.title_th == title
