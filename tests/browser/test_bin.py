"""An administrator deletes a published meeting with all that it holds, and brings it back whole."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from playwright.sync_api import expect

from networks.models import Meeting, Participation
from relations.models import City, Document
from tests import world
from tests.browser import measures
from tests.desk.desk import desk_url
from tests.lib.media.pictures import pdf

pytestmark = pytest.mark.browser


def faults(page) -> list:
    """What axe finds; what the browser says of axe itself, which wants styles of its own, is not the page's."""
    said = list(page.said)
    page.evaluate(measures.SETTLED)
    page.evaluate(measures.AXE)
    found = page.evaluate(measures.RUN_AXE, {"type": "tag", "values": measures.TAGS[:-1]})
    page.said[:] = said
    return found


@pytest.fixture
def meeting(settings, tmp_path, starting_data):
    """A published one with eleven participants and two PDFs."""
    settings.MEDIA_ROOT = tmp_path
    made = world.meeting("asean-capitals", title_th="การประชุมนายกเทศมนตรี")
    for order, city in enumerate(City.objects.order_by("pk")[:11]):
        Participation.objects.create(meeting=made, city=city, order=order)
    for number in (1, 2):
        file = SimpleUploadedFile(f"{number}.pdf", pdf(number))
        Document.objects.create(subject=made, file=file, title_th=f"เอกสาร {number}", title_en=f"Paper {number}")
    return made


def parts_of(meeting) -> tuple[list, list]:
    papers = meeting.documents.order_by("pk").values_list("pk", "file", "sha256")
    return list(meeting.participation.order_by("pk").values_list("pk", "city", "order")), list(papers)


def is_narrow_enough(page) -> bool:
    """Whether nothing stands out sideways on a telephone."""
    page.set_viewport_size({"width": 360, "height": 800})
    found = page.evaluate(measures.SIDEWAYS)
    page.set_viewport_size({"width": 1280, "height": 800})
    return found == []


def test_a_published_meeting_is_deleted_and_comes_back_whole(meeting, desk):
    before, path = parts_of(meeting), meeting.get_absolute_url()
    assert [len(parts) for parts in before] == [11, 2]
    desk.goto(desk.root + desk_url(Meeting, "change", meeting.pk))
    desk.locator("a.deletelink").first.click()
    assert "90 วัน" in desk.locator(".bin-delete").inner_text() and faults(desk) == [] and is_narrow_enough(desk)
    desk.locator("input.deletelink").click()
    desk.locator(".messagelist a").click()
    expect(desk.locator(".holdings li li")).to_have_count(13)
    assert faults(desk) == [] and is_narrow_enough(desk)
    assert not Meeting.objects.filter(pk=meeting.pk).exists() and desk.request.get(desk.root + path).status == 404
    desk.goto(f"{desk.root}/admin/")
    desk.locator("#desk-menu a[href='/admin/bin/']").first.click()
    desk.fill("#content input[name=q]", "นายกเทศมนตรี")
    desk.keyboard.press("Enter")
    desk.wait_for_url("**q=*")
    assert desk.locator(".bin__list li").count() == 1 and faults(desk) == [] and is_narrow_enough(desk)
    desk.locator(".bin__list a").click()
    desk.locator(".submit-row input.default").click()
    desk.wait_for_selector(".messagelist .warning")
    again = Meeting.objects.get(pk=meeting.pk)
    assert (parts_of(again), again.slug, again.status) == (before, "asean-capitals", "draft")
    again.status = "published"
    again.save()
    assert desk.request.get(desk.root + path).status == 200
    assert desk.request.get(desk.root + again.documents.first().url).status == 200
    assert desk.said == []
