"""What stands beside the form of a record: its state, its languages, what to look at before publishing, its saves."""

from contextlib import ExitStack
from datetime import timedelta
from unittest.mock import patch

import pytest
from django.utils import timezone

from iad_portal.lib.desk import sections
from iad_portal.lib.desk.side_panel import SidePanels, sides_of
from iad_portal.lib.desk.site import PortalAdminSite
from iad_portal.office.groups import EDITORS
from news.models import Article
from relations.models import Country, Photo
from tests import world
from tests.boxes import BOXES_ALONE

from .desk import desk_url, signed_in, untouched

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("form", ["add", "change"])
def test_what_stands_around_the_boxes_is_made_only_where_it_is_shown(form):
    """The panel, the parts of the form, the list of kinds: a page of boxes alone makes none, a whole one each once."""
    client, keys = signed_in(), [world.article().pk] if form == "change" else []
    with ExitStack() as stack:
        made = [
            stack.enter_context(patch.object(owner, name, autospec=True, side_effect=getattr(owner, name)))
            for owner, name in ((SidePanels, "side_panel"), (sections, "_sections"), (PortalAdminSite, "_by_task"))
        ]
        for about, times in ((BOXES_ALONE, [0, 0, 0]), ({}, [1, 1, 1])):
            assert client.get(desk_url(Article, form, *keys), **about).status_code == 200
            assert [maker.call_count for maker in made] == times


def form_of(client, record):
    """The page with the form of `record`."""
    return client.get(desk_url(type(record), "change", record.pk))


@pytest.mark.parametrize(
    ("facts", "said"),
    [
        ({"status": "draft"}, "เห็นเฉพาะเจ้าหน้าที่"),
        ({"status": "published"}, "ผู้อ่านเห็นแล้ว"),
        ({"status": "withdrawn"}, "ผู้อ่านเห็นคำแจ้งการถอนออก"),
    ],
)
def test_it_says_who_sees_the_record(facts, said):
    assert form_of(signed_in(), world.article(**facts)).context["side"].said == said


def test_a_scheduled_record_says_from_when():
    later = world.article(status="published", publish_at=timezone.now() + timedelta(days=2))
    side = form_of(signed_in(), later).context["side"]
    assert side.said.startswith("ผู้อ่านเห็นตั้งแต่") and side.may_schedule


def test_a_new_record_has_buttons_and_nothing_else():
    html = signed_in().get(desk_url(Article, "add")).content.decode()
    assert html.count('class="submit-row"') == 1 and "side__languages" not in html and "historylink" not in html


@pytest.mark.parametrize(
    ("facts", "said"),
    [
        ({}, ["ครบถ้วน", "ครบถ้วน"]),
        ({"lead_th": "ความนำ"}, ["ครบถ้วน", "ยังขาด: ความนำ"]),
        ({"title_th": "", "body_en": "Body"}, ["ยังไม่มีข้อความ", "ครบถ้วน"]),
        ({"hold_en": True}, ["ครบถ้วน", "ระงับไว้ ยังไม่แสดง"]),
    ],
    ids=["both", "one lead", "English alone", "held"],
)
def test_each_language_says_what_it_lacks(facts, said):
    """Wanted is what either language has; who wrote no lead lacks none."""
    texts = {"lead_th": "", "lead_en": "", "body_th": "", "body_en": ""}
    sides = sides_of(world.article(**texts | facts))
    assert [side.said for side in sides] == said
    assert [side.is_complete for side in sides] == [text == "ครบถ้วน" or "hold_en" in facts for text in said]


def test_a_row_of_reference_has_languages_and_no_checks():
    side = form_of(signed_in(), Country.objects.get_or_create(pk=world.country().pk)[0]).context["side"]
    assert len(side.sides) == 2 and side.checks == [] and side.said == ""


def test_the_checks_tell_what_is_there_and_count_the_rows():
    article = world.article(lead_th="ความนำ", event_on="2020-01-01", published_on=None)
    photo = {"subject": article, "width": 4, "height": 3, "alt_th": "ภาพ", "image": "photos/a/original.jpg"}
    Photo.objects.bulk_create([
        Photo(**photo, alt_en="Photo", credit_th="ก"), Photo(**photo),
    ])  # fmt: skip
    found = {one.label: (one.is_done, one.said) for one in form_of(signed_in(), article).context["side"].checks}
    assert found == {
        "หัวข้อและความนำ": (True, ""),
        "วันที่จัดและวันเผยแพร่": (False, ""),
        "คำอธิบายภาพสองภาษา": (False, "1 จาก 2"),
        "เครดิตภาพ": (False, "1 จาก 2"),
        "แหล่งข้อมูล": (False, ""),
    }


def test_it_names_the_last_two_saves_and_who_made_the_record():
    client, article = signed_in(first_name="มาลี", last_name="ใจดี"), world.article()
    url = desk_url(Article, "change", article.pk)
    for words in ("หนึ่ง", "สอง"):
        assert client.post(url, untouched(client, url, Article) | {"title_th": words}).status_code == 302
    side = form_of(client, article).context["side"]
    assert len(side.saves) == 2 and side.has_versions
    assert all(said.startswith("มาลี ใจดี บันทึก วันนี้") for said in side.saves)


def test_one_save_was_the_making_of_it():
    side = form_of(signed_in(), world.article()).context["side"]
    assert len(side.saves) <= 1 and not side.has_versions
    assert all(said.startswith("ระบบ สร้าง") for said in side.saves)


def test_one_button_stands_out_whoever_asks():
    """To send for an editor, to publish for a publisher, to save what is public; all others are quiet."""
    draft, public = world.article("draft", status="draft"), world.article("public", status="published")
    editor, publisher = signed_in("somsri", EDITORS), signed_in()
    asked = [(editor, draft, "_send"), (publisher, draft, "_publish"), (publisher, public, "_save")]
    for client, record, primary in asked:
        html = form_of(client, record).content.decode()
        assert html.count('class="default"') == 1
        assert f'name="{primary}" class="default"' in html, primary
