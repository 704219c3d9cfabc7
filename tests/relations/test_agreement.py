"""What an agreement is on a day, and which cities are partners then."""

from datetime import date, timedelta

import pytest
from django.core.exceptions import ValidationError
from django.utils import translation

from iad_portal.lib.dates import calendar
from iad_portal.lib.dates.calendar import PartialDate
from relations.models import AgreementState, City, Instrument
from relations.models.agreement import Agreement, Signatory
from tests import world

pytestmark = pytest.mark.django_db

D = date
CASES = [
    ({"signed_on": "1962-02-19"}, D(1962, 2, 18), AgreementState.NOT_YET),
    ({"signed_on": "1962-02-19"}, D(1962, 2, 19), AgreementState.IN_FORCE),
    ({"signed_on": PartialDate.from_iso("1993")}, D(1993, 1, 1), AgreementState.IN_FORCE),
    ({"signed_on": "2015-09-01", "expires_on": PartialDate.from_iso("2017")}, D(2017, 12, 31), AgreementState.IN_FORCE),
    ({"signed_on": "2015-09-01", "expires_on": PartialDate.from_iso("2017")}, D(2018, 1, 1), AgreementState.ENDED),
    ({"signed_on": "2015-09-01", "effective_on": "2016-01-01"}, D(2015, 12, 1), AgreementState.NOT_YET),
    (
        {"signed_on": "2010-01-01", "expires_on": "2012-01-01", "renews_itself": True},
        D(2020, 1, 1),
        AgreementState.IN_FORCE,
    ),
    ({"signed_on": "2010-01-01", "terminated_on": "2015-06-01"}, D(2015, 6, 1), AgreementState.ENDED),
    ({}, None, AgreementState.IN_FORCE_UNDATED),
    ({"expires_on": PartialDate.from_iso("2025")}, D(2026, 11, 22), AgreementState.ENDED),
]


@pytest.mark.parametrize(("facts", "at", "state"), CASES)
def test_state_and_queryset_agree(facts, at, state):
    """The method and the database give the same answer for the same day."""
    agreement = world.agreement(**facts)
    agreement.refresh_from_db()
    assert agreement.state(at) == state
    in_force = Agreement.objects.in_force(at).filter(pk=agreement.pk).exists()
    assert in_force == (state in {AgreementState.IN_FORCE, AgreementState.IN_FORCE_UNDATED})
    assert Agreement.objects.ended(at).filter(pk=agreement.pk).exists() == (state == AgreementState.ENDED)
    assert Agreement.objects.not_yet(at).filter(pk=agreement.pk).exists() == (state == AgreementState.NOT_YET)


def test_undated_ties_count_today_and_not_on_a_past_day():
    """A tie without a date makes a partner of today only, and says so."""
    dated, undated = world.washington(), world.city("hue")
    world.agreement(undated, instrument=Instrument.NOT_STATED)
    assert set(City.objects.partners()) == {dated, undated}
    assert set(City.objects.partners(date(2000, 1, 1))) == {dated}
    assert set(City.objects.undated_partners()) == {undated}


def test_only_published_tie_making_instruments_make_partners():
    """A programme of cooperation or a draft binds nobody."""
    world.agreement(world.city(), instrument=Instrument.COOPERATION_PROGRAMME, signed_on="2015-01-01")
    world.agreement(world.city(), status="draft", signed_on="2015-01-01")
    assert not City.objects.partners().exists()


NOT_YET, IN_FORCE, ENDED = AgreementState.NOT_YET, AgreementState.IN_FORCE, AgreementState.ENDED
P, TODAY, DAY = PartialDate.from_iso, calendar.today(), timedelta(days=1)
BORDERS = {
    "signing, to the day": ({"signed_on": "2015-09-01"}, D(2015, 9, 1), [NOT_YET, IN_FORCE, IN_FORCE]),
    "signing, to the month": ({"signed_on": P("2015-09")}, D(2015, 9, 1), [NOT_YET, IN_FORCE, IN_FORCE]),
    "signing, to the year": ({"signed_on": P("2015")}, D(2015, 1, 1), [NOT_YET, IN_FORCE, IN_FORCE]),
    "entry into force alone": ({"effective_on": "2016-01-01"}, D(2016, 1, 1), [NOT_YET, IN_FORCE, IN_FORCE]),
    "entry into force, after signing": (
        {"signed_on": "2015-09-01", "effective_on": "2016-01-01"}, D(2016, 1, 1), [NOT_YET, IN_FORCE, IN_FORCE],
    ),
    "signing, after entry into force": (
        {"signed_on": "2016-01-01", "effective_on": "2015-09-01"}, D(2016, 1, 1), [NOT_YET, IN_FORCE, IN_FORCE],
    ),
    "expiry, to the day": ({"signed_on": "2015", "expires_on": "2017-06-15"}, D(2017, 6, 16), [IN_FORCE, ENDED, ENDED]),
    "expiry, to the month": (
        {"signed_on": "2015", "expires_on": P("2017-06")}, D(2017, 7, 1), [IN_FORCE, ENDED, ENDED],
    ),
    "expiry, to the year": ({"signed_on": "2015", "expires_on": P("2017")}, D(2018, 1, 1), [IN_FORCE, ENDED, ENDED]),
    "expiry, renewing itself": (
        {"signed_on": "2015", "expires_on": "2017-06-15", "renews_itself": True}, D(2017, 6, 16), [IN_FORCE] * 3,
    ),
    "termination": ({"signed_on": "2015", "terminated_on": "2016-06-01"}, D(2016, 6, 1), [IN_FORCE, ENDED, ENDED]),
    "termination, though renewing itself": (
        {"signed_on": "2015", "terminated_on": "2016-06-01", "renews_itself": True, "expires_on": P("2020")},
        D(2016, 6, 1), [IN_FORCE, ENDED, ENDED],
    ),
}  # fmt: skip


def queries_of(at: date | None) -> dict[AgreementState, set]:
    """What the database answers for the day: state -> agreements."""
    rows = Agreement.objects
    return {IN_FORCE: set(rows.in_force(at)), ENDED: set(rows.ended(at)), NOT_YET: set(rows.not_yet(at))}


@pytest.mark.parametrize(("facts", "border", "states"), BORDERS.values(), ids=BORDERS)
def test_the_day_before_the_day_itself_and_the_day_after(facts, border, states):
    agreement = world.agreement(**facts)
    agreement.refresh_from_db()
    days = [border - DAY, border, border + DAY]
    assert [agreement.state(day) for day in days] == states
    for day, state in zip(days, states, strict=True):
        assert queries_of(day) == {
            other: {agreement} if other == state else set() for other in (IN_FORCE, ENDED, NOT_YET)
        }


@pytest.mark.parametrize(
    ("facts", "state"),
    [
        ({"signed_on": TODAY + DAY}, NOT_YET),
        ({"signed_on": TODAY}, IN_FORCE),
        ({"signed_on": "2000-01-01", "expires_on": TODAY}, IN_FORCE),
        ({"signed_on": "2000-01-01", "expires_on": TODAY - DAY}, ENDED),
        ({"signed_on": "2000-01-01", "terminated_on": TODAY + DAY}, IN_FORCE),
        ({"signed_on": "2000-01-01", "terminated_on": TODAY}, ENDED),
    ],
)
def test_without_a_day_it_is_today(facts, state):
    agreement = world.agreement(**facts)
    agreement.refresh_from_db()
    assert agreement.state() == state
    assert agreement in queries_of(None)[state]


def test_an_undated_agreement_counts_from_today_on():
    undated = world.agreement()
    assert [undated in queries_of(TODAY + days * DAY)[IN_FORCE] for days in (-1, 0, 1)] == [False, True, True]


def test_dated_is_what_has_either_date():
    signed, effective, undated = (
        world.agreement(**facts) for facts in ({"signed_on": "1993"}, {"effective_on": "1993"}, {})
    )
    assert set(Agreement.objects.dated()) == {signed, effective}
    assert set(Agreement.objects.undated()) == {undated}


@pytest.mark.parametrize("instrument", Instrument)
def test_which_instruments_make_a_partner(instrument):
    carries_out = {Instrument.COOPERATION_PROGRAMME, Instrument.LETTER_OF_INTENT, Instrument.JOINT_STATEMENT}
    agreement = world.agreement(signed_on="2015-01-01", instrument=instrument)
    assert Agreement.objects.tie_making().exists() == (instrument not in carries_out)
    assert City.objects.partners().filter(pk=agreement.city.pk).exists() == (instrument not in carries_out)


def test_the_newest_comes_first_the_undated_last():
    """By signing, else by entry into force; of one day the higher number first."""
    facts = [{}, {"signed_on": "2010-01-01", "effective_on": "2030-01-01"}, {"effective_on": "2012-01-01"}]
    made = [world.agreement(number=number, **of) for number, of in enumerate([*facts, facts[1], facts[0]], start=1)]
    assert list(Agreement.objects.newest_first()) == [made[2], made[3], made[1], made[4], made[0]]


def test_it_begins_with_the_later_of_signing_and_entry_into_force():
    early, late = P("2015-09"), P("2016")
    for signed_on, effective_on, begins_on in [
        (early, late, late), (late, early, late), (early, None, early), (None, late, late), (None, None, None),
    ]:  # fmt: skip
        assert Agreement(signed_on=signed_on, effective_on=effective_on).begins_on == begins_on


def test_a_city_is_a_partner_until_its_last_tie_ends():
    city = world.city()
    world.agreement(city, signed_on="2000-01-01", expires_on="2005-06-30")
    world.agreement(city, signed_on="2005-01-01", expires_on="2010-06-30")
    days = [D(1999, 12, 31), D(2000, 1, 1), D(2005, 7, 1), D(2010, 6, 30), D(2010, 7, 1)]
    assert [City.objects.partners(day).exists() for day in days] == [False, True, True, True, False]


def test_it_renews_an_agreement_with_the_same_city_that_was_not_signed_later():
    first, stranger = world.agreement(signed_on="2000-06-15"), world.agreement(signed_on="1990-01-01")
    for renews, signed_on, sentence in [
        (stranger, "2001-01-01", "An agreement can only renew an agreement with the same city."),
        (first, "2000-06-14", "An agreement cannot renew one that was signed later."),
    ]:
        agreement = Agreement(number=7, city=first.city, instrument="mou", renews=renews, signed_on=P(signed_on))
        with translation.override("en"):
            with pytest.raises(ValidationError) as refused:
                agreement.clean()
            assert refused.value.message_dict == {"renews": [sentence]}
    for signed_on in (P("2000-06-15"), P("2000"), None):
        Agreement(number=7, city=first.city, instrument="mou", renews=first, signed_on=signed_on).clean()


def test_staff_know_it_by_number_city_and_title_else_its_form():
    city = City(name_th="กรุงฮานอย", name_en="Hanoi")
    titled = Agreement(number=7, city=city, instrument="mou", title_th="บันทึก")
    assert str(titled) == "7 · กรุงฮานอย · บันทึก"
    assert str(Agreement(number=7, city=city, instrument="mou")) == "7 · กรุงฮานอย · บันทึกความเข้าใจ"


def test_its_address_ends_with_its_number():
    assert Agreement(number=7).get_absolute_url() == "/th/agreements/7/"


@pytest.mark.parametrize(
    ("facts", "thai", "english"),
    [
        ({"title_th": "บันทึก", "title_en": "Note"}, "บันทึก", "Note"),
        ({"title_th": "บันทึก"}, "บันทึก", "Memorandum of understanding"),
        ({"title_en": "Note"}, "บันทึกความเข้าใจ", "Note"),
        ({"original_title": "Accord"}, "บันทึกความเข้าใจ", "Memorandum of understanding"),
        ({"instrument": "not_stated"}, "ความตกลง (ไม่ปรากฏรูปแบบ)", "Agreement (form not stated)"),
    ],
)
def test_its_title_is_that_of_the_reader_else_its_form(facts, thai, english):
    """The full one names both cities, but no city that is a draft."""
    city = City(name_th="กรุงฮานอย", name_en="Hanoi", status="published")
    agreement, draft = (
        Agreement(number=7, city=of, **{"instrument": "mou"} | facts)
        for of in (city, City(name_th="ลับ", name_en="Hidden"))
    )
    for language, title, full in [
        ("th", thai, f"{thai}: กรุงเทพมหานครกับกรุงฮานอย"), ("en", english, f"{english}: Bangkok and Hanoi"),
    ]:  # fmt: skip
        with translation.override(language):
            shown = agreement.shown_title()
            assert (shown.value, shown.language, shown.wanted) == (title, language, language)
            assert (agreement.full_title(), draft.full_title()) == (full, title)


def test_cities_that_a_title_names_are_not_named_again():
    city = City(name_th="กรุงโตเกียว", name_en="Tokyo", status="published")
    agreement = Agreement(number=7, city=city, title_en="Joint communiqué of Bangkok and Tokyo", instrument="mou")
    with translation.override("en"):
        assert agreement.full_title() == "Joint communiqué of Bangkok and Tokyo"


def test_a_signatory_is_known_by_the_person():
    assert str(Signatory(person=world.person(name_th="สมชาย"))) == "สมชาย"
