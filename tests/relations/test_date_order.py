"""Days that must come one after the other: said in the form, held by the database."""

import datetime

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction

from news.models import Correction
from relations.models import Country, Post
from tests import world

pytestmark = pytest.mark.django_db


def refused_field(record) -> str:
    """The one field beside which the form would say it."""
    with pytest.raises(ValidationError) as caught:
        record.full_clean()
    (field,) = caught.value.message_dict
    return field


@pytest.mark.parametrize("start", ["signed_on", "effective_on"])
def test_an_agreement_is_not_terminated_before_it_begins(start):
    """A year that is all we know may hold both."""
    agreement = world.agreement(**{start: "2011-05-01"})
    agreement.terminated_on = datetime.date(2011, 4, 30)
    assert refused_field(agreement) == "terminated_on"
    with pytest.raises(IntegrityError), transaction.atomic():
        agreement.save()
    setattr(agreement, start, "2011")
    agreement.full_clean()
    agreement.save()


def test_an_agreement_renews_an_earlier_one():
    """Not one that was signed later."""
    later = world.agreement(signed_on="2015")
    earlier = world.agreement(later.city, signed_on="2011-05-01", renews=later)
    assert refused_field(earlier) == "renews"


def test_a_person_is_seen_in_post_within_the_term():
    """Not before it, nor after."""
    facts = {"person": world.person(), "title_th": "ผู้ว่าราชการ", "starts_on": "2010", "ends_on": "2014-03-01"}
    assert refused_field(Post(**facts, as_of="2009-12-31")) == "as_of"
    assert refused_field(Post(**facts, as_of="2014-03-02")) == "ends_on"
    Post(**facts, as_of="2014").full_clean()
    with pytest.raises(IntegrityError), transaction.atomic():
        Post.objects.create(**facts, as_of="2014-03-02")


def test_a_correction_follows_the_publication():
    article = world.article(published_on=datetime.date(2019, 5, 23))
    wrong = Correction(article=article, corrected_on=datetime.date(2019, 5, 22), text_th="แก้ไข")
    assert refused_field(wrong) == "corrected_on"


def test_a_country_has_the_three_letters_of_its_two():
    """Filled in when they are left empty; Kosovo has none."""
    japan = Country(iso="jp", name_th="ญี่ปุ่น", region="east_asia")
    japan.full_clean()
    japan.save()
    assert (japan.iso, japan.iso3) == ("JP", "JPN")
    assert refused_field(Country(iso="KR", iso3="THA", name_th="เกาหลีใต้", region="east_asia")) == "iso3"
    kosovo = Country(iso="XK", name_th="คอซอวอ", region="europe")
    kosovo.full_clean()
    assert kosovo.iso3 is None
