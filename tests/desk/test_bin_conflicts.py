"""What happened while a record was in the bin: cleared away and told, or refused with what to do about it."""

import pytest
from django.contrib.redirects.models import Redirect
from django.core.exceptions import ValidationError
from django.utils import timezone

from iad_portal.lib.desk import bin_return
from iad_portal.lib.desk.bin import KEPT_FOR, put
from iad_portal.lib.desk.bin_contents import Contents, as_json, from_json, stored
from iad_portal.lib.desk.bin_return import bring_back
from iad_portal.office.models import BinnedRecord
from networks.models import Commitment, Meeting, Participation
from relations.models import Agreement, Citation, City, Country, Exchange, Figure, KeyRecipient, Spelling
from tests import world
from tests.desk.whole import tables

from .desk import officer, signed_in

pytestmark = pytest.mark.django_db


@pytest.fixture
def who():
    return officer()


def refused(entry, who) -> str:
    """The sentences with which the return of `entry` is refused; all tables are as they were."""
    before = tables()
    with pytest.raises(ValidationError) as fault:
        bring_back(entry.pk, who)
    assert tables() == before
    return " ".join(fault.value.messages)


def test_an_address_that_was_taken_gets_a_number_which_is_told(who):
    entry = put(world.city("edo"), who)
    world.city("edo"), world.city("edo-2")
    returned = bring_back(entry.pk, who)
    assert returned.record.slug == "edo-3" and "edo-3" in returned.told[-1] and "เมือง edo" in returned.told[-1]


def test_a_code_that_need_not_be_there_gets_a_number_too(who):
    """The rows of a record as well; empty codes never clash."""
    city = world.city()
    world.figure(city, code="people"), world.figure(city), world.figure(world.city())
    entry = put(city, who)
    world.figure(world.city(), code="people")
    bring_back(entry.pk, who)
    assert set(Figure.objects.values_list("code", flat=True)) == {"", "people", "people-2"}


def test_a_long_address_keeps_within_its_column(who):
    longest = City._meta.get_field("slug").max_length
    entry = put(world.city("a" * longest), who)
    world.city("a" * longest)
    assert len(bring_back(entry.pk, who).record.slug) <= longest


def test_a_permanent_number_that_was_given_again_is_refused(who):
    entry = put(world.agreement(number=7), who)
    other = world.agreement(number=7)
    sentence = refused(entry, who)
    assert "เลขที่ถาวร “7”" in sentence and str(other) in sentence
    other.delete()
    assert bring_back(entry.pk, who).record.number == 7


def test_a_key_that_was_given_again_is_refused(who):
    entry = put(world.country("JP"), who)
    world.country("JP")
    assert "JP" in refused(entry, who)


def test_what_only_one_record_may_be_is_refused_in_the_words_of_the_rule(who):
    home = world.bangkok()
    entry = put(home, who)
    world.city("krungthep", kind="home")
    rule = next(rule for rule in City._meta.constraints if rule.name == "city_one_home")
    assert str(rule.get_violation_error_message()) in refused(entry, who)


def test_an_old_address_that_leads_somewhere_by_now_is_refused(who):
    entry = put(Redirect.objects.create(site_id=1, old_path="/old", new_path="/th/"), who)
    Redirect.objects.create(site_id=1, old_path="/old", new_path="/en/")
    assert "กู้คืน" in refused(entry, who)


def test_what_it_needs_and_is_in_the_bin_too_is_named(who):
    """Deleted after it, so nobody asked: first the one, then the other."""
    agreement = world.agreement(world.city("edo"))
    agreement, city = put(agreement, who), put(City.objects.get(), who)
    assert "เมือง “เมือง edo”" in refused(agreement, who) and "ก่อน" in refused(agreement, who)
    bring_back(city.pk, who)
    assert bring_back(agreement.pk, who).record.city.slug == "edo"


def test_what_has_run_out_in_the_bin_is_gone_for_good(who):
    agreement = put(world.agreement(world.city("edo")), who)
    city = put(City.objects.get(), who)
    BinnedRecord.objects.filter(pk=city.pk).update(deleted_at=timezone.now() - KEPT_FOR)
    assert "ถูกลบถาวร" in refused(agreement, who)


@pytest.mark.parametrize("has_history", [True, False])
def test_what_it_needs_and_is_gone_for_good_is_named_as_it_was_last_called(who, has_history):
    entry, city = put(world.agreement(world.city("edo")), who), City.objects.get()
    key = city.pk
    city.delete()
    if not has_history:
        City.history.all().delete()
    assert ("เมือง edo" if has_history else f"“{key}”") in refused(entry, who)


def test_a_row_whose_record_is_gone_says_so(who):
    city = world.city("edo")
    entry, gone = put(world.figure(city), who), put(city, who)
    assert "เมือง edo" in refused(entry, who)
    bring_back(gone.pk, who)
    before = City.objects.get().version
    bring_back(entry.pk, who)
    assert Figure.objects.get().subject == City.objects.get() and City.objects.get().version == before + 1


def test_a_link_that_may_be_empty_is_left_empty_and_told(who):
    first = world.agreement(number=1)
    entry = put(world.agreement(number=2, renews=first), who)
    first.delete()
    returned = bring_back(entry.pk, who)
    assert returned.record.renews is None and "ต่ออายุ" in " ".join(returned.told)


def test_a_row_that_would_be_nothing_without_its_link_needs_it(who):
    """The column may be empty, the row may not: a participation is of a city, an agency or a body."""
    meeting = world.meeting()
    Participation.objects.create(meeting=meeting, city=world.city("edo"))
    entry = put(meeting, who)
    gone = put(City.objects.get(), who)
    assert "เมือง edo" in refused(entry, who)
    bring_back(gone.pk, who)
    bring_back(entry.pk, who)
    assert Participation.objects.get().city.slug == "edo"


def test_links_to_what_is_gone_are_left_out_and_counted(who):
    edo, osaka = world.city("edo"), world.city("osaka")
    entry = put(world.exchange(edo, osaka), who)
    osaka.delete()
    returned = bring_back(entry.pk, who)
    assert list(returned.record.cities.all()) == [edo] and "1 รายการ" in " ".join(returned.told)


def test_what_points_elsewhere_by_now_stays_so(who):
    visit, other = world.exchange(), world.exchange()
    key = KeyRecipient.objects.create(name_th="ก", name_en="A", exchange=visit)
    entry = put(visit, who)
    assert KeyRecipient.objects.get().exchange is None
    key.exchange = other
    key.save()
    assert bring_back(entry.pk, who).told[-1].startswith("ข้อมูลบางรายการ")
    assert KeyRecipient.objects.get().exchange == other


def test_what_came_between_the_look_and_the_save_is_refused(who, monkeypatch):
    entry = put(world.agreement(number=7), who)
    world.agreement(number=7)
    monkeypatch.setattr(bin_return.Settling, "settle", lambda _self: None)
    assert "เลขที่ถาวร" in refused(entry, who)


def test_what_was_brought_back_already_is_told(who):
    entry = put(world.city(), who)
    key = entry.pk
    bring_back(key, who)
    with pytest.raises(ValidationError, match="กู้คืน"):
        bring_back(key, who)


def test_a_kind_that_the_portal_knows_no_more_cannot_come_back(who):
    """Nor is it offered: there is no desk for it."""
    entry = put(world.person(), who)
    BinnedRecord.objects.update(
        kind="relations.Nothing", data=entry.data.replace("relations.Person", "relations.Nothing")
    )
    assert "ไม่รองรับ" in refused(entry, who)
    client = signed_in("somchai")
    assert client.get(f"/admin/bin/{entry.pk}/").context["may_bring_back"] is False
    assert client.post(f"/admin/bin/{entry.pk}/").status_code == 403


def test_a_column_that_came_since_has_its_default_and_one_that_went_is_left_out(who):
    row = stored(Spelling).create(right="ก", wrong="ข")
    kept = as_json(Contents({Spelling: list(stored(Spelling).values())}, {}))
    kept = kept.replace('"note_th"', '"gone"') if '"note_th"' in kept else kept.replace('"wrong"', '"gone"')
    read = from_json(kept).rows[Spelling][0]
    assert read.keys() == {column.attname for column in Spelling._meta.concrete_fields} and read["right"] == row.right


def test_what_stands_in_the_way_is_said_on_the_page(who):
    entry = put(world.agreement(number=7), who)
    world.agreement(number=7)
    client = signed_in("somchai")
    answer = client.post(f"/admin/bin/{entry.pk}/", follow=True)
    said = [str(message) for message in answer.context["messages"]]
    assert answer.request["PATH_INFO"] == f"/admin/bin/{entry.pk}/" and len(said) == 2 and "เลขที่ถาวร" in said[1]
    assert Agreement.objects.count() == 1


def test_parts_of_one_meeting_come_back_with_their_own_parts(who):
    """A commitment, its agencies and its source belong to the meeting's entry."""
    meeting = world.meeting()
    promise = Commitment.objects.create(meeting=meeting, code="promise", framework="both", title_th="สัญญา")
    promise.agencies.add(world.agency())
    world.cite(promise)
    entry = put(meeting, who)
    assert not Commitment.objects.exists() and not Citation.objects.exists() and entry.parts == 2
    bring_back(entry.pk, who)
    again = Commitment.objects.get()
    assert (again.meeting, again.agencies.count(), again.citations.count()) == (Meeting.objects.get(), 1, 1)
    assert not Exchange.objects.exists() and Country.objects.exists() is False
