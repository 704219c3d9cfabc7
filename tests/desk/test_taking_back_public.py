"""An editor takes back what stands on a public page: a change that waits for review, as all others do."""

import pytest

from networks.models import Meeting
from relations.models import Agency, Revision
from tests import world

from .desk import as_sent, errors_of
from .review_desk import editor, fresh, publisher, waiting
from .test_comparing import compare_url, meeting_in_two_versions, rows_of, saved

pytestmark = pytest.mark.django_db


def test_it_waits_for_review_and_is_let_out_by_another():
    meeting, first, second = meeting_in_two_versions()
    malee, somchai = editor(), publisher()
    assert malee.get(compare_url(meeting, first, second)).context["may_take_back"]
    answer = malee.post(compare_url(meeting, first, second), {"_whole": "1"})
    page = malee.get(answer.url)
    answer = malee.post(answer.url, as_sent(page, Meeting) | {"_send": "", "confirmed": page.context["confirmed"]})
    assert answer.status_code == 302, errors_of(answer)
    assert fresh(meeting).title_th == "การประชุมที่แก้ชื่อ" and rows_of(meeting) == (["tokyo"], ["ประเด็นใหม่"])
    review = waiting()
    page = somchai.get(review.url)
    boxes = as_sent(page, Meeting) | {"_release": "", "confirmed": page.context["confirmed"]}
    answer = somchai.post(review.url, boxes)
    assert answer.status_code == 302, errors_of(answer)
    assert fresh(meeting).theme_th == "น้ำท่วม" and rows_of(meeting) == (["seoul"], ["ประเด็นเดิม"])


def test_of_a_record_without_a_state_it_waits_too():
    agency = world.agency(name_th="สำนักเดิม")
    first = Revision.objects.latest("pk").pk
    agency.name_th = "สำนักใหม่"
    second = saved(agency.save)
    malee = editor()
    answer = malee.post(compare_url(agency, first, second), {"take": "field:name_th"})
    page = malee.get(answer.url)
    malee.post(answer.url, as_sent(page, Agency) | {"_send": "", "confirmed": page.context["confirmed"]})
    assert waiting().typed["name_th"] == "สำนักเดิม" and fresh(agency).name_th == "สำนักใหม่"
