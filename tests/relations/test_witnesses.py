"""A confirmation rises by a newer dated source or an officer's word, and never falls."""

from datetime import date

import pytest
from django.contrib.auth.models import User

from iad_portal.lib.dates.calendar import PartialDate
from tests import world

pytestmark = pytest.mark.django_db


def confirmed(record) -> tuple:
    """The stored day of confirmation, and whose it is."""
    record.refresh_from_db()
    return (record.confirmed_on.iso if record.confirmed_on else None), record.confirmed_by


def test_a_newer_source_confirms_an_older_one_does_not():
    agreement = world.agreement()
    world.cite(agreement, world.source(dated_on="2019-05"), world.source(dated_on="2018"), world.source())
    assert confirmed(agreement) == ("2019-05", None)
    agreement.citations.all()[0].delete()
    assert confirmed(agreement) == ("2019-05", None)


def test_a_source_that_gets_a_date_confirms_what_cites_it():
    source, membership = world.source(), world.network().memberships.get()
    world.cite(membership, source)
    source.dated_on = "2024-03-01"
    source.save()
    assert confirmed(membership) == ("2024-03-01", None)
    source.dated_on = "2020"
    source.save()
    assert confirmed(membership) == ("2024-03-01", None)


def test_a_post_is_confirmed_by_the_day_on_which_a_source_shows_it_not_by_the_day_of_the_source():
    post = world.person().posts.create(title_th="นายกเทศมนตรี", title_en="Mayor", as_of="2016")
    world.cite(post, world.source(dated_on="2025-01-01"))
    assert confirmed(post) == (None, None) and post.claim().known_on(date(2026, 1, 1)).iso == "2016"


def test_an_officer_says_still_so():
    officer, agreement = User.objects.create(username="officer"), world.agreement()
    world.cite(agreement, world.source(dated_on="2019"))
    world.still_so(agreement, officer, PartialDate.from_iso("2026-11-26"))
    assert confirmed(agreement) == ("2026-11-26", officer) and agreement.confirmed_by_office.iso == "2026-11-26"
    world.cite(agreement, world.source(dated_on="2025"))
    assert confirmed(agreement) == ("2026-11-26", officer)
    with pytest.raises(ValueError):
        world.still_so(agreement, officer, PartialDate.from_iso("2026-11-25"))
    world.cite(agreement, world.source(dated_on="2026-12"))
    assert confirmed(agreement) == ("2026-12", None) and agreement.confirmed_by_office is None
