"""The bin on the desk: who deletes what, who sees and brings back what, and what the pages say."""

from datetime import timedelta
from unittest.mock import patch

import pytest
from django.contrib import admin
from django.contrib.auth.models import User
from django.contrib.redirects.models import Redirect
from django.core.management import call_command
from django.db import connection
from django.db.models import ProtectedError
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from iad_portal.lib.claims.shelf_life import years_of
from iad_portal.lib.desk import bin as desk_bin
from iad_portal.lib.desk.bin import put
from iad_portal.lib.desk.bin_contents import kind_in_words
from iad_portal.lib.desk.bin_return import bring_back
from iad_portal.office.groups import ADMINISTRATORS, EDITORS, OFFICERS
from iad_portal.office.models import BinnedRecord, Message, SearchEntry
from networks.models import Meeting, Participation
from relations.models import City, Country, Figure, Person, ShelfLife
from tests import world
from tests.desk.test_status import act
from tests.making import made

from .desk import desk_url, officer, signed_in

pytestmark = pytest.mark.django_db
BIN = "/admin/bin/"


def deleted(client, record) -> BinnedRecord:
    """The entry of `record`, deleted from its form by `client`."""
    assert client.post(desk_url(type(record), "delete", record.pk), {"post": "yes"}).status_code == 302
    return BinnedRecord.objects.get(kind=record._meta.label, record_key=str(record.pk))


def said(response) -> str:
    return " ".join(str(message) for message in response.context["messages"])


def test_from_its_form_a_record_goes_to_the_bin_and_comes_back_from_there():
    """The answer leads to the entry; the address is as that of any deleted page, and answers again when published."""
    client, city = signed_in(), world.city("edo")
    answer = client.post(desk_url(City, "delete", city.pk), {"post": "yes"}, follow=True)
    entry = BinnedRecord.objects.get()
    assert f"{BIN}{entry.pk}/" in said(answer) and not City.objects.exists()
    assert Client().get("/th/cities/edo/").status_code == 404
    answer = client.post(f"{BIN}{entry.pk}/", follow=True)
    assert answer.request["PATH_INFO"] == desk_url(City, "change", city.pk) and "ฉบับร่าง" in said(answer)
    assert not BinnedRecord.objects.exists() and City.objects.get().slug == "edo"
    assert Client().get("/th/cities/edo/").status_code == 404
    act(client, "publish", city, confirmed="")
    assert City.objects.get().first_published_at == city.first_published_at


def test_from_a_list_each_record_goes_to_the_bin_by_itself():
    client, people = signed_in(group=OFFICERS), [world.person(), world.person()]
    act(client, "delete_selected", *people, post="yes")
    assert not Person.objects.exists()
    assert set(BinnedRecord.objects.values_list("record_key", flat=True)) == {str(person.pk) for person in people}


def test_from_a_list_all_go_or_none(monkeypatch):
    """A colleague lets another record lean on the second of them at that moment."""
    client, people, really = signed_in(), [world.person(), world.person()], put

    def put_but_the_last(person, who):
        if BinnedRecord.objects.exists():
            raise ProtectedError("somebody leans on it", {person})
        return really(person, who)

    monkeypatch.setattr(desk_bin, "put", put_but_the_last)
    with pytest.raises(ProtectedError):
        act(client, "delete_selected", *people, post="yes")
    assert Person.objects.count() == 2 and not BinnedRecord.objects.exists()


def test_an_old_address_goes_to_the_bin_too():
    client, row = signed_in(group=OFFICERS), Redirect.objects.create(site_id=1, old_path="/old", new_path="/th/")
    entry = deleted(client, row)
    client.post(f"{BIN}{entry.pk}/")
    assert list(Redirect.objects.values_list("pk", "old_path")) == [(row.pk, "/old")]


def test_what_a_reader_wrote_is_gone_at_once():
    """Whoever asks that the own words be deleted must not find them kept; the page that asks says so."""
    client, message = signed_in(), Message.objects.create(reference="A1", text="ขอให้ลบ", name="ก", topic="other")
    assert "กู้คืนไม่ได้" in client.get(desk_url(Message, "delete", message.pk)).content.decode()
    for page in ("form", "list"):
        if page == "form":
            client.post(desk_url(Message, "delete", message.pk), {"post": "yes"})
        else:
            act(client, "delete_selected", Message.objects.create(reference="A2", text="ข", topic="other"), post="yes")
    assert not Message.objects.exists() and not BinnedRecord.objects.exists()


def test_a_row_ticked_in_a_form_and_what_a_command_removes_are_not_kept():
    world.figure(world.city()).delete()
    City.objects.all().delete()
    assert not BinnedRecord.objects.exists()


def test_an_officer_sees_and_brings_back_the_own_deletions_alone():
    malee, somchai = signed_in("malee", group=OFFICERS), signed_in("somchai", group=OFFICERS)
    entry = deleted(malee, world.city("edo", status="draft"))
    assert [row.name for row in malee.get(BIN).context["rows"]] == ["เมือง edo"]
    assert list(somchai.get(BIN).context["rows"]) == [] and somchai.get(f"{BIN}{entry.pk}/").status_code == 404
    assert somchai.post(f"{BIN}{entry.pk}/").status_code == 302 and not City.objects.exists()
    assert malee.post(f"{BIN}{entry.pk}/").status_code == 302 and City.objects.exists()


@pytest.mark.parametrize("group", [ADMINISTRATORS, ""])
def test_an_administrator_sees_and_brings_back_everything(group):
    entry = deleted(signed_in("malee", group=OFFICERS), world.city(status="draft"))
    client = signed_in("somchai", group=group)
    assert [row.who for row in client.get(BIN).context["rows"]] == ["malee"]
    client.post(f"{BIN}{entry.pk}/")
    assert City.objects.exists()


def test_only_an_administrator_removes_for_good_and_is_asked_first():
    malee, somchai = signed_in("malee", group=OFFICERS), signed_in("somchai", group=ADMINISTRATORS)
    entry = deleted(malee, world.city(status="draft"))
    page = f"{BIN}{entry.pk}/forget/"
    assert "forget" not in malee.get(f"{BIN}{entry.pk}/").content.decode()
    assert [malee.get(page).status_code, malee.post(page).status_code] == [403, 403]
    assert somchai.get(page).status_code == 200 and BinnedRecord.objects.exists()
    somchai.post(page)
    assert not BinnedRecord.objects.exists() and not City.objects.exists()
    assert somchai.get(page).status_code == 404 and somchai.post(page).status_code == 302


def test_who_may_delete_nothing_has_no_bin():
    client = signed_in("looker", group=OFFICERS)
    User.objects.get(username="looker").groups.clear()
    assert client.get(BIN).status_code == 403 and BIN not in client.get("/admin/").content.decode()
    assert BIN in signed_in("malee", group=OFFICERS).get("/admin/").content.decode()


def test_who_may_not_delete_such_a_thing_any_more_does_not_bring_it_back():
    client = signed_in("malee", group=OFFICERS)
    entry, malee = deleted(client, world.city(status="draft")), User.objects.get(username="malee")
    rights = [right for right in malee.groups.get().permissions.all() if right.codename != "delete_city"]
    malee.groups.clear()
    malee.user_permissions.set(rights)
    assert client.get(f"{BIN}{entry.pk}/").context["may_bring_back"] is False
    assert client.post(f"{BIN}{entry.pk}/").status_code == 403 and not City.objects.exists()


def test_an_editor_brings_nothing_back_onto_a_page_that_is_public_by_now():
    """Deleted from a draft, which somebody has published since: as little as it could be added there."""
    client, city = signed_in("editor", group=EDITORS), world.city(status="draft")
    entry = deleted(client, world.figure(city))
    city.status = "published"
    city.save()
    assert client.post(f"{BIN}{entry.pk}/").status_code == 403
    assert not Figure.objects.exists() and BinnedRecord.objects.exists()


def test_the_list_is_searched_by_name_and_filtered_by_kind():
    client = signed_in()
    for record in (world.city("edo"), world.city("osaka"), world.person("edo")):
        deleted(client, record)
    assert [row.name for row in client.get(BIN, {"q": "edo"}).context["rows"]] == ["คุณ edo", "เมือง edo"]
    assert len(client.get(BIN, {"kind": "relations.City"}).context["rows"]) == 2
    assert [kind.label for kind in client.get(BIN).context["kinds"]] == ["บุคคล (1)", "เมือง (2)"]
    assert client.get(BIN, {"q": "ไม่มี\x00"}).context["rows"] == []


def test_the_list_asks_as_much_for_many_entries_as_for_few(monkeypatch):
    client, who = signed_in(), User.objects.get()
    monkeypatch.setattr("iad_portal.office.admin.bin.PAGE_SIZE", 5)
    counts = []
    for number in (2, 9):
        for _number in range(number):
            put(world.person(), who)
        client.get(BIN)  # what the menu counts is kept until something changes
        with CaptureQueriesContext(connection) as captured:
            page = client.get(BIN, {"page": 2} if number == 9 else {})
        counts.append(len(captured))
    assert counts[0] == counts[1] <= 20
    assert page.context["earlier"] and page.context["later"]


def test_the_page_that_asks_says_what_goes_along_in_a_few_lines():
    """Kinds with their number, twenty names at most, and that it can be brought back; that a public page goes."""
    client, meeting = signed_in(), world.meeting()
    for number in range(25):
        Participation.objects.create(meeting=meeting, city=world.city(), order=number)
    meeting.chairs.add(world.person())
    page = client.get(desk_url(Meeting, "delete", meeting.pk))
    shown = [(holding.count, len(holding.names)) for holding in page.context["deleted_objects"]]
    assert shown == [(25, 20), (1, 0)]
    text = page.content.decode()
    assert "และอีก 5 รายการ" in text and "90 วัน" in text and "ให้ใช้การถอนแทนการลบ" in text
    draft = client.get(desk_url(Meeting, "delete", world.meeting(status="draft").pk)).content.decode()
    assert "ให้ใช้การถอนแทนการลบ" not in draft


def test_the_page_that_asks_for_several_says_it_too():
    client, people = signed_in(), [world.person(), world.person()]
    page = act(client, "delete_selected", *people)
    assert "90 วัน" in page.content.decode() and [str(one) in page.content.decode() for one in people] == [True, True]


def test_what_stands_in_the_way_is_listed_with_links():
    client, country = signed_in(), world.country("JP")
    cities = [world.city() for _number in range(22)]
    text = client.get(desk_url(Country, "delete", country.pk)).content.decode()
    assert desk_url(City, "change", cities[0].pk) in text and "และอีก 2 รายการ" in text
    agreement = world.agreement(signed_on="2019")
    signatory = agreement.signatories.create(side="partner", person=world.person())
    assert str(signatory) in client.get(desk_url(Person, "delete", signatory.person.pk)).content.decode()


def test_nothing_goes_along_that_the_officer_may_not_delete():
    client, meeting = signed_in("malee", group=OFFICERS), world.meeting(status="draft")
    made(world.figure(meeting).__class__, subject=meeting)
    malee = User.objects.get(username="malee")
    rights = [right for right in malee.groups.get().permissions.all() if right.codename != "delete_figure"]
    malee.groups.clear()
    malee.user_permissions.set(rights)
    assert "ไม่มีสิทธิ์ลบ" in client.get(desk_url(Meeting, "delete", meeting.pk)).content.decode()
    assert client.post(desk_url(Meeting, "delete", meeting.pk), {"post": "yes"}).status_code == 403
    assert Meeting.objects.exists()


def test_two_officers_delete_one_record():
    """The second is told; there is one entry."""
    client, city = signed_in(), world.city()
    page = desk_url(City, "delete", city.pk)
    assert put(City.objects.get(), User.objects.get()) is not None
    assert put(city, User.objects.get()) is None and BinnedRecord.objects.count() == 1
    assert client.post(page, {"post": "yes"}).status_code == 302 and BinnedRecord.objects.count() == 1


def test_the_second_of_two_at_one_moment_is_told(monkeypatch):
    client, city = signed_in(), world.city()
    monkeypatch.setattr(desk_bin, "put", lambda *_args: None)
    answer = client.post(desk_url(City, "delete", city.pk), {"post": "yes"}, follow=True)
    assert "ข้อมูลนี้ถูกลบไประหว่างนั้น" in said(answer)


def test_who_may_delete_and_not_look_is_led_to_the_first_page():
    client = signed_in("malee", group=OFFICERS)
    malee = User.objects.get(username="malee")
    needed = ("delete_person", "publish")
    rights = [right for right in malee.groups.get().permissions.all() if right.codename in needed]
    malee.groups.clear()
    malee.user_permissions.set(rights)
    answer = client.post(desk_url(Person, "delete", world.person().pk), {"post": "yes"})
    assert answer.url == "/admin/" and BinnedRecord.objects.exists()


def test_history_goes_on():
    """Who deleted it and who brought it back, and that it did come back; also of records that are linked to it."""
    city = world.city("edo")
    exchange = world.exchange(city)
    entry = deleted(signed_in("malee"), city)
    assert exchange.history.first().history_user.username == "malee"
    client = signed_in("somchai")
    client.post(f"{BIN}{entry.pk}/")
    rows = list(City.history.filter(id=city.pk).values_list("history_type", "history_user__username"))
    assert rows[:2] == [("+", "somchai"), ("-", "malee")]
    shown = client.get(desk_url(City, "history", city.pk)).context["entries"]
    assert [entry.kind for entry in shown[:2]] == ["กู้คืน", "ลบ"]
    assert exchange.history.first().history_user.username == "somchai" and list(exchange.cities.all()) == [city]


@pytest.mark.search_index
def test_search_follows():
    """What is brought back is found again once it is published, by its parts too, and what is linked to it by it."""
    client, meeting = signed_in(), world.meeting("m")
    found = SearchEntry.objects.filter(kind="meeting")
    assert found.exists()
    entry = deleted(client, meeting)
    assert not found.exists()
    client.post(f"{BIN}{entry.pk}/")
    again = Meeting.objects.get()
    again.status = "published"
    again.save()
    assert found.filter(key=str(meeting.pk)).count() == 1


def test_a_shelf_life_counts_again_at_once():
    life = ShelfLife.objects.create(kind="figure", years=9)
    who = officer()
    assert years_of("figure") == 9
    entry = put(life, who)
    assert years_of("figure") == 5
    bring_back(entry.pk, who)
    assert years_of("figure") == 9


def test_after_ninety_days_it_is_neither_shown_nor_brought_back_and_goes(capsys, settings):
    settings.STORAGES = {**settings.STORAGES, "default": {"BACKEND": "django.core.files.storage.InMemoryStorage"}}
    client, person = signed_in(), world.person()
    entry = deleted(client, person)
    BinnedRecord.objects.update(deleted_at=timezone.now() - desk_bin.KEPT_FOR + timedelta(minutes=1))
    assert len(client.get(BIN).context["rows"]) == 1
    BinnedRecord.objects.update(deleted_at=timezone.now() - desk_bin.KEPT_FOR)
    assert client.get(BIN).context["rows"] == [] and client.post(f"{BIN}{entry.pk}/").url == BIN
    call_command("remove_kept_uploads")
    assert "1 deleted records" in capsys.readouterr().out and not BinnedRecord.objects.exists()


def test_what_is_old_goes_in_passing_when_something_is_deleted():
    who = officer()
    put(world.person(), who)
    BinnedRecord.objects.update(deleted_at=timezone.now() - desk_bin.KEPT_FOR)
    put(world.person("new"), who)
    assert [str(entry) for entry in BinnedRecord.objects.all()] == ["คุณ new"]


def test_a_kind_that_the_portal_knows_no_more_is_told_by_its_label():
    assert kind_in_words("relations.Nothing") == "relations.Nothing"


def test_a_part_that_cannot_be_named_is_told_by_its_key(monkeypatch):
    """One odd row keeps nobody from deleting."""

    def broken(_figure):
        raise AttributeError("no subject")

    city = world.city()
    figure = world.figure(city)
    monkeypatch.setattr(Figure, "__str__", broken)
    assert put(city, officer()).holdings == [{"model": "relations.Figure", "count": 1, "names": [str(figure.pk)]}]


def test_without_an_office_there_is_no_bin():
    with patch.dict(vars(admin.site._wrapped), {"bin": None}):
        assert signed_in().get(BIN).status_code == 404
