"""Damaged letters, digits, spaces, numbering, repetitions, languages: cleaned on the way in, or asked about."""

import pytest

from iad_portal.lib.proofreading.finding import Text
from iad_portal.lib.proofreading.wording import repeated
from iad_portal.lib.rich_text.fields import plain_text
from iad_portal.office.models import Page
from iad_portal.office.search.golden import Golden, first_results
from networks.models import Meeting, Point
from news.models import Article
from tests import world

from .rows import DEFECTS, Form, article

# As the old page stores it: a tone mark of an old font, and sara am in two pieces.
DAMAGED, MENDED = "ด\uf70bานการสร\uf70bางเมืองสํ\u0e32หรับ", "ด้านการสร้างเมืองสำหรับ"


def by_form(text):
    Form().takes(**article(text))
    return Article.objects.latest("pk").body_th


def by_row(text):
    row = {"points-TOTAL_FORMS": "1", "points-0-kind": "topic", "points-0-order": "0", "points-0-text_th": text}
    Form(Meeting).takes(title_th="การประชุมครั้งใหม่", kind="board", **row)
    return Point.objects.get().text_th


def by_bulk(text):
    Article.objects.bulk_create([Article(slug="bulk", title_th="ข่าว", body_th=text)])
    return Article.objects.get(slug="bulk").body_th


def by_update(text):
    news = world.article()
    Article.objects.filter(pk=news.pk).update(body_th=text)
    return Article.objects.get(pk=news.pk).body_th


DOORS = [by_form, by_row, by_bulk, by_update]


@pytest.mark.django_db
@pytest.mark.parametrize("door", DOORS)
def test_D20_damaged_thai_is_repaired_at_every_door(door):
    assert MENDED in door(f"งาน{DAMAGED}ทุกคน")


@pytest.mark.django_db
@pytest.mark.search_index
def test_D20_the_phrase_is_found_by_search():
    Form().takes(**article(f"งาน{DAMAGED}ทุกคน"), status="published", title_en="News")
    assert first_results(Golden(MENDED, "th", (), "")) and first_results(Golden(DAMAGED, "th", (), ""))


@pytest.mark.django_db
@pytest.mark.parametrize("door", DOORS)
def test_D13_no_mark_stands_on_a_digit(door):
    assert "36 เมือง" in door(f"มี {DEFECTS['D13']['defect']}") and "ุ" in DEFECTS["D13"]["defect"]
    assert "๕ แห่ง" in door("มี ๕่ แห่ง") if door is by_form else True


@pytest.mark.django_db
@pytest.mark.parametrize("door", DOORS)
def test_D26_spaces_that_laid_out_a_line_are_stripped(door):
    assert "รอง ปลัด" in door("รอง     ปลัด") and "     " in DEFECTS["D26"]["defect"]


@pytest.mark.django_db
@pytest.mark.search_index
def test_D25_digits_are_numbers_alike_in_boxes_and_in_search_and_mixed_ones_are_asked_about():
    assert "เลขไทยและเลขอารบิก" in Form().asked(**article("มี ๒ ด้านหลัก และ 3 ด้านรอง"))
    Form().takes(**article("มี ๒ ด้านหลัก ที่ https://bangkok.go.th/v2"))
    world.article(title_th="แผน ๒๕ โครงการ")
    assert first_results(Golden("25 โครงการ", "th", (), "")) == first_results(Golden("๒๕ โครงการ", "th", (), "")) != []
    Form(Meeting).takes(title_th="การประชุมใหญ่", kind="board", ordinal="๗")
    assert Meeting.objects.get().ordinal == 7


@pytest.mark.django_db
@pytest.mark.parametrize("numbers", [(5, 6, 7), (1, 2, 4), (1, 1, 2, 4)])
def test_D28_a_list_numbered_by_hand_with_a_gap_is_asked_about(numbers):
    lines = "".join(f"<p>{number}.องค์การที่ {name}</p>" for number, name in zip(numbers, "กขคง", strict=False))
    assert "ลำดับข้อ" in Form().asked(**article(lines))
    Form().takes(**article("<ol><li>องค์การแรก</li><li>องค์การที่สอง</li></ol>"))


PARAGRAPH = "กรุงเทพมหานครสร้างความสัมพันธ์กับเมืองสำคัญในภูมิภาคต่าง ๆ ของโลกเพื่อประโยชน์ของทั้งสองฝ่าย"


@pytest.mark.django_db
def test_D29_a_paragraph_printed_twice_is_asked_about():
    assert "ปรากฏซ้ำ" in Form().asked(**article(f"{PARAGRAPH}</p><p>และอื่น ๆ</p><p>{PARAGRAPH}"))
    Form().takes(**article(f"{PARAGRAPH}</p><p>และอื่น ๆ"))


def test_D29_no_page_of_the_office_prints_a_paragraph_twice(starting_data):
    """The text of each section stands in one record."""
    for page in Page.objects.published():
        assert not list(repeated(Text(plain_text(page.body_th), "th"))), page


@pytest.mark.django_db
def test_D41_a_theme_quoted_otherwise_is_asked_about():
    """One field of the meeting holds it; other texts that quote it nearly are met."""
    theme = "การส่งเสริมเครือข่ายความร่วมมือเพื่ออนาคตที่ยั่งยืน"
    world.meeting(theme_th=theme, theme_en="Enhancing Cooperative Network for Sustainable Future")
    nearly = "การส่งเสริมความร่วมมือเพื่ออนาคตที่ยั่งยืน"
    assert theme in DEFECTS["D41"]["defect"] and nearly in DEFECTS["D41"]["defect"]
    assert theme in Form().asked(**article(f"ภายใต้หัวข้อหลัก “{nearly}” เมื่อวาน"))
    english = "Theme: “Enhancing Cooperation Networks for Sustainable Future”"
    assert "Cooperative Network" in Form().asked(**article(english, "en"))
    Form().takes(**article(f"ภายใต้หัวข้อหลัก “{theme}” และ “การท่องเที่ยวเชิงวัฒนธรรมของชุมชน”"))


@pytest.mark.django_db
def test_a_text_on_the_wrong_side_and_one_that_was_to_be_filled_in_are_asked_about():
    assert "ช่องภาษาอังกฤษ" in Form().asked(**article("ข้อความภาษาไทยทั้งหมด", "en"))
    assert "ช่องภาษาไทย" in Form().asked(title_th="A visit of the delegation from Seoul to Bangkok")
    assert "ยังไม่ได้เติม" in Form().asked(**article("เข้าร่วม ..... คน"))
    assert "คำซ้ำ" in Form().asked(**article("A visit to the the museum", "en"))
