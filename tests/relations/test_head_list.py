"""The register of heads of mission."""

from datetime import timedelta

import pytest

from iad_portal.lib.dates import calendar
from relations.models import Post, PostKind
from tests import world
from tests.networks.pages import words
from tests.site.checks import assert_one_era, grows_not

pytestmark = pytest.mark.django_db
URL = "/en/heads-of-mission/"


def head(embassy, **facts) -> Post:
    person = world.person(name_en=facts.pop("name", "Somebody"))
    return Post.objects.create(
        person=person, kind=PostKind.HEAD_OF_MISSION, embassy=embassy, **({"title_en": "Ambassador"} | facts)
    )


def test_heads_stand_by_country_the_latest_first(client):
    japan, hungary = world.embassy("JP"), world.embassy("HU")
    head(japan, name="Older", starts_on="1999", ends_on="2003"), head(japan, name="Newer", starts_on="2003")
    head(hungary, name="Seen", as_of="2010-05-01")
    groups = client.get(URL).context["ledger"].groups
    told = [(str(group.label), [str(row.label) for row in group.rows]) for group in groups]
    assert told == [("Hungary", ["Seen"]), ("Japan", ["Newer", "Older"])]
    assert "as of 1 May 2010" in words(client, URL) and "from 1999 to 2003" in words(client, URL)
    assert_one_era(client, "heads-of-mission/")


def test_nobody_is_in_post_beyond_the_last_confirmation(client):
    today = calendar.today()
    head(world.embassy("JP"), name="Old", starts_on=today - timedelta(days=9_000))
    assert "; last known" in words(client, URL) and "since" not in words(client, URL)
    head(world.embassy("HU"), name="New", starts_on=today - timedelta(days=9))
    assert "since" in words(client, URL)


def test_heads_of_drafts_and_other_posts_are_not_named(client):
    head(world.embassy("JP", status="draft"), name="Hiddenman")
    Post.objects.create(person=world.person(name_en="Mayor"), kind=PostKind.LEADER, title_en="Mayor")
    assert "0 heads of mission" in words(client, URL) and "Hiddenman" not in words(client, URL)


def test_queries_do_not_grow(client):
    missions = [world.embassy(iso) for iso in ("JP", "HU", "US")]
    for mission in missions:
        head(mission)
    grows_not(client, URL, lambda number: head(missions[number % 3]))
