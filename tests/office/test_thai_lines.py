"""Public pages are sent with their lines of Thai held together."""

import pytest
from django.db import DatabaseError
from django.test import Client

from iad_portal.lib.text import line_breaks
from iad_portal.office import thai_lines
from tests import world
from tests.desk.desk import signed_in

pytestmark = pytest.mark.django_db
HELD = "<t-w>แลกเปลี่ยน</t-w>"


@pytest.fixture(autouse=True)
def lines(settings):
    """As production sends pages."""
    settings.HOLD_THAI_LINES = True
    yield
    line_breaks.hold_names(())


def test_title_lead_body_card_and_footer_are_held_alike():
    article = world.article(title_th="แลกเปลี่ยน", lead_th="แลกเปลี่ยน", body_th="<p>แลกเปลี่ยน</p>")
    html = Client().get(article.get_absolute_url()).content.decode()
    assert f'<p class="article__lead">{HELD}' in html and f"<p>{HELD}</p>" in html and "<title>แลกเปลี่ยน" in html
    assert HELD in Client().get("/th/news/").content.decode()
    assert "<t-w>" in html.split("<footer")[1]


def test_a_page_is_as_long_as_its_header_says():
    """A browser stops at that length: nginx is sent pages that nothing packs after the marks came in."""
    world.article(title_th="แลกเปลี่ยน")
    answer = Client().get("/th/news/")
    assert HELD in answer.content.decode() and int(answer["Content-Length"]) == len(answer.content)


def test_names_of_records_are_held_in_running_text():
    world.city("busan", name_th="ปูซาน")
    article = world.article(body_th="<p>เยือนนครปูซานเมื่อวาน</p>")
    assert "<t-w>ปูซาน</t-w>" in Client().get(article.get_absolute_url()).content.decode()


def test_the_desk_and_files_are_left_alone():
    world.article(title_th="แลกเปลี่ยน")
    assert HELD not in signed_in().get("/admin/news/article/").content.decode()
    assert HELD not in Client().get("/th/news/feed/").content.decode()


def test_what_cannot_be_answered_is_said_in_whole_words_too():
    answer = Client().get("/th/no-such-page/")
    assert answer.status_code == 404 and "<t-w>" in answer.content.decode().split("<main")[1].split("</main>")[0]


def test_a_page_goes_out_when_the_names_cannot_be_read(monkeypatch):
    def away():
        raise DatabaseError

    monkeypatch.setattr(thai_lines, "thai_names", away)
    assert Client().get("/th/contact/").status_code == 200
