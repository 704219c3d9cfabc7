"""News stands by the moment it came out; the event has its own date beside it."""

import re
from datetime import timedelta
from unittest.mock import patch

import pytest
from django.utils import timezone

from iad_portal.lib.dates import calendar
from iad_portal.office.models import SearchEntry
from news.models import Article
from tests import world
from tests.desk.desk import desk_url, errors_of, signed_in, untouched
from tests.desk.test_status import act

pytestmark = pytest.mark.django_db
DAY = timedelta(days=1)


@pytest.fixture
def news():
    """Something known to have come out yesterday, and an event of next June announced the day before."""
    now = timezone.now()
    with patch("django.utils.timezone.now", return_value=now - 21 * DAY):
        world.article("begun", status="draft", published_on=None, event_on="2019-05-01")
    with patch("django.utils.timezone.now", return_value=now - 2 * DAY):
        coming = f"{calendar.today().year + 1}-06-15"
        world.article("june", published_on=None, event_on=coming, event_ends_on=coming)
    world.article("yesterday", published_on=calendar.today() - DAY)


def order(client, path="/en/news/") -> list[str]:
    """The slugs of the news on a page, as they stand."""
    return list(dict.fromkeys(re.findall(r'/en/news/(?!feed/)([a-z]+)/(?:"|<)', client.get(path).content.decode())))


@pytest.mark.parametrize("path", ["/en/news/", "/en/", "/en/news/feed/"])
def test_a_draft_begun_weeks_ago_stands_first_on_the_day_it_is_published(client, news, path):
    """An event of next June does not lead until June."""
    assert order(client, path)[:2] == ["yesterday", "june"]
    act(signed_in(), "publish", Article.objects.get(slug="begun"))
    assert order(client, path) == ["begun", "yesterday", "june"]


def test_publication_and_event_are_told_apart_on_a_card(client, news):
    """Both with their words; the announcement shows the day it came out and the day it tells of."""
    html = client.get("/en/news/").content.decode()
    card = html.split("/en/news/june/")[0].rsplit("<article", 1)[1]
    published = calendar.today() - 2 * DAY
    assert f">{published.day} {published:%b}<" in card  # the heading over it gives the year
    assert "Event" in card and "15 June" in card
    page = client.get("/en/news/june/").content.decode()
    assert "Published" in page.split('class="byline"')[1].split("</p>")[0]


def test_in_the_list_the_day_stands_alone_under_its_year(client):
    """Of news whose own day is not known, that of the event."""
    world.article("old", published_on=None, event_on="2018-05-01", event_ends_on="2018-05-03", was_public=True)
    (year,) = client.get("/th/news/").context["years"]
    (card,) = year.entries
    assert (year.label, card.event) == ("พ.ศ. 2561", None) and ">1–3 พ.ค.<" in card.margin


def test_what_came_out_at_an_unknown_time_is_cited_without_a_date(client):
    """Never with the day of its event."""
    world.article("old", published_on=None, event_on="2018-05-01", was_public=True)
    for language, word in (("en", "n.d."), ("th", "ม.ป.ป.")):
        line = client.get(f"/{language}/news/old/").content.decode().split('<p class="quote">')[1].split("</p>")[0]
        around = ", {}, " if language == "en" else " {} "  # Thai has no comma
        assert around.format(word) in " ".join(line.split()) and "2018" not in line and "2561" not in line


def test_the_day_that_the_office_knows_stands_whatever_the_portal_noted(client):
    """Of the two on one day, the moment orders."""
    known = world.article("known", published_on="2012-05-01")
    assert (known.dated_on, known.published_day) == (calendar.PartialDate(2012, 5, 1).first_day,) * 2
    world.article("morning", published_on=None), world.article("noon", published_on=calendar.today())
    assert order(client)[:3] == ["noon", "morning", "known"]


@pytest.mark.search_index
def test_filters_search_and_open_data_go_by_the_same_day(client, news):
    """The year of publication, not of the event."""
    june = Article.objects.get(slug="june")
    assert "june" in order(client, f"/en/news/?year={june.dated_on.year}")
    years = [code for code, _label in client.get("/en/news/").context["form"].fields["year"].choices]
    assert june.event_on.year not in years
    entry = SearchEntry.objects.get(page="news:article_detail june#")
    assert (entry.year, entry.day.first_day) == (june.dated_on.year, june.dated_on)
    rows = {row["slug"]: row for row in client.get("/en/data/news.json").json()["rows"]}
    assert rows["june"]["published_on"] == (calendar.today() - 2 * DAY).isoformat()


def test_a_day_that_has_not_come_is_not_one_of_publication():
    """Else the article would lead until then."""
    client, article = signed_in(), world.article()
    url = desk_url(Article, "change", article.pk)
    data = untouched(client, url, Article) | {"published_on": (calendar.today() + DAY).isoformat()}
    assert any("ยังมาไม่ถึง" in sentence for sentence in errors_of(client.post(url, data)))


def test_the_starting_data_is_no_news_of_today(client, starting_data):
    """What it brings came out before, mostly at a time that nobody knows."""
    assert not Article.objects.exclude(first_published_at=None).exists()
    assert Article.objects.filter(dated_on__gt="2026-02-02").count() == 0


def first_of(client, *slugs) -> str:
    """Which of these stands first in the list of the news."""
    return next(slug for slug in order(client) if slug in slugs)


def on(day, slug, **facts) -> Article:
    """An article that was entered, and published, when the clock stood `day` days from now."""
    with patch("django.utils.timezone.now", return_value=timezone.now() + day * DAY):
        return world.article(slug, **{"published_on": None} | facts)


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ({"published_on": "2012-05-02"}, {"published_on": "2012-05-01"}),
        # What came out elsewhere at an unknown time goes by the day of its event, else by that of its entry.
        ({"event_on": "2012-05-02", "was_public": True}, {"event_on": "2012-05-01", "was_public": True}),
        ({"event_on": "2012-05-02", "was_public": True}, {"published_on": "2012-05-01", "event_on": "2019-01-01"}),
        ({"was_public": True}, {"event_on": "2012-05-01", "was_public": True}),
        # The day that the office knows counts more than the moment that the portal noted.
        ({}, {"published_on": "2012-05-01"}),
        ({"event_on": "2012-05-01"}, {"published_on": "2019-05-01"}),
    ],
)
def test_of_two_entered_today_the_later_one_leads(client, first, second):
    """Whichever was entered first."""
    on(0, "later", **first), on(0, "earlier", **second)
    assert first_of(client, "later", "earlier") == "later"
    Article.objects.all().delete()
    on(0, "earlier", **second), on(0, "later", **first)
    assert first_of(client, "later", "earlier") == "later"


def test_of_two_noted_by_the_portal_the_later_moment_leads(client):
    on(-1, "yesterday"), on(-2, "before")
    assert order(client) == ["yesterday", "before"]


def test_an_event_to_come_is_sorted_by_the_day_of_its_entry():
    on(-3, "coming", event_on=calendar.today() + 30 * DAY, was_public=True)
    on(-2, "since", was_public=True)
    article = Article.objects.get(slug="coming")
    assert article.dated_on == calendar.today() - 3 * DAY
    assert list(Article.objects.newest_first().values_list("slug", flat=True)) == ["since", "coming"]


def test_of_two_at_one_moment_the_one_entered_later_leads():
    for slug in ("one", "two"):
        world.article(slug, published_on="2012-05-01")
    slugs = [list(rows.values_list("slug", flat=True)) for rows in (Article.objects.newest_first(), Article.objects)]
    assert slugs == [["two", "one"]] * 2


def test_the_moment_counts_only_on_the_day_that_is_known():
    """An article noted today whose day of publication is another stands at the beginning of that day."""
    noted, other = on(0, "noted"), on(0, "other", published_on=calendar.today() - DAY)
    assert noted.dated_at == noted.first_published_at
    assert (other.dated_at, other.dated_on) == (calendar.day_begins(calendar.today() - DAY), calendar.today() - DAY)


def test_a_day_in_bangkok_not_in_greenwich():
    """Published at one in the morning: still yesterday in Greenwich."""
    moment = calendar.day_begins(calendar.today()) + timedelta(hours=1)
    with patch("django.utils.timezone.now", return_value=moment):
        article = world.article(published_on=None)
    assert (article.dated_on, article.published_day) == (calendar.today(),) * 2
