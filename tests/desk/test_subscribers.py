"""Subscribers to alerts on the desk: few see them, nobody adds one, and what came back is marked or erased."""

from datetime import timedelta

import pytest
from django.contrib.admin.models import LogEntry
from django.utils import timezone

from iad_portal.office.groups import ADMINISTRATORS, CONTACTS, EDITORS, PUBLISHERS, TRANSLATORS
from iad_portal.office.models import BinnedRecord
from news.admin.alerts import counts
from news.models import Delivery, Subscriber
from tests.news.alerts import ADDRESS, news, subscription, tables_that_hold

from .desk import desk_url, signed_in

pytestmark = pytest.mark.django_db
FIND = "/admin/news/subscriber/find/"


@pytest.mark.parametrize(
    ("group", "sees"),
    [(TRANSLATORS, False), (EDITORS, False), (CONTACTS, False), (PUBLISHERS, True), (ADMINISTRATORS, True)],
)
def test_addresses_are_seen_by_those_who_publish(group, sees):
    one, client = subscription(), signed_in(group=group)
    pages = [desk_url(Subscriber), desk_url(Subscriber, "change", one.subscriber_id), FIND]
    for page in pages:
        answer = client.get(page)
        assert (answer.status_code == 200) == sees and (sees or ADDRESS not in answer.text), page
    assert (ADDRESS in client.get(pages[0]).text) == sees
    assert client.get(desk_url(Subscriber, "add")).status_code == 403
    if not sees:
        client.post(FIND, {"addresses": ADDRESS, "erase": "1"})
        assert Subscriber.objects.exists()


def test_the_list_counts_and_is_filtered():
    one, _other = subscription(), subscription("b@example.org", pace="weekly")
    subscription("c@example.org", confirmed_at=None, asked_at=timezone.now())
    Subscriber.objects.filter(address="b@example.org").update(bounced_at=timezone.now())
    long_ago = timezone.now() - timedelta(hours=2)
    for article in (news(), news()):
        Delivery.objects.create(subscription=one, article=article, at=long_ago)
    numbers = [number for _words, number in counts()]
    assert numbers == [3, 2, 1, 0, 1, 1, 1, 0, 0, 1]
    client = signed_in(group=PUBLISHERS)
    found = {"bounced": "b@example.org", "waiting": "c@example.org", "unknown": ADDRESS, "given_up": None}
    for state, address in found.items():
        rows = client.get(desk_url(Subscriber), {"state": state}).context["cl"].result_list
        assert [row.address for row in rows] == ([address] if address else []), state


def test_the_form_marks_what_comes_back_and_takes_the_mark_away():
    one, client = subscription(), signed_in(group=PUBLISHERS)
    page = desk_url(Subscriber, "change", one.subscriber_id)
    for is_marked in (True, False):
        client.post(page, {"bounces": "on"} if is_marked else {})
        assert (Subscriber.objects.get().bounced_at is not None) == is_marked


def test_returned_letters_are_dealt_with_by_their_addresses():
    """As they are copied; the address stands in no address of the desk and in no log."""
    subscription(), subscription("b@example.org"), subscription("c@example.org")
    client = signed_in(group=PUBLISHERS)
    found = client.post(FIND, {"addresses": f"<{ADDRESS.upper()}>,\nnobody@example.org x", "find": ""})
    assert ADDRESS in found.text and "พบที่อยู่อีเมล 1 รายการ" in found.text
    client.post(FIND, {"addresses": "b@example.org", "mark": ""})
    assert [row.address for row in Subscriber.objects.exclude(bounced_at=None)] == ["b@example.org"]
    assert "ลบที่อยู่อีเมลแล้ว 1 รายการ" in client.post(FIND, {"addresses": ADDRESS, "erase": ""}).text
    assert tables_that_hold(ADDRESS) == []
    assert "ค้นหาได้ครั้งละไม่เกิน" in client.post(FIND, {"addresses": "a " * 300, "find": ""}).text


@pytest.mark.history
@pytest.mark.parametrize("way", ["one", "selected", "found"])
def test_what_the_desk_erases_is_gone_from_everywhere(way):
    """No history, no bin, no record of work, no message holds the address."""
    one, client = subscription(), signed_in(group=PUBLISHERS)
    key = one.subscriber_id
    client.post(desk_url(Subscriber, "change", key), {"bounces": "on"})
    if way == "one":
        client.post(desk_url(Subscriber, "delete", key), {"post": "yes"})
    elif way == "selected":
        asked = {"action": "delete_selected", "_selected_action": [key], "post": "yes"}
        client.post(desk_url(Subscriber), asked)
    else:
        client.post(FIND, {"addresses": ADDRESS, "erase": ""})
    assert not Subscriber.objects.exists() and tables_that_hold(ADDRESS) == []
    assert not BinnedRecord.objects.exists()
    assert all(ADDRESS not in entry.object_repr for entry in LogEntry.objects.all())


def test_the_search_of_the_desk_finds_no_address():
    subscription()
    client = signed_in(group=PUBLISHERS)
    assert ADDRESS not in client.get("/admin/find/", {"q": "manee"}).text
