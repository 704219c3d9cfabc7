"""News: the list and the article."""

import re
from urllib.parse import quote

import pytest
from django.conf import settings
from django.core.files.base import ContentFile
from django.utils import translation
from django.utils.html import strip_tags

from news.models import Article, Correction, Video
from news.pages.article_page import FEW
from news.pages.article_register import years_of
from relations.models import Photo, Post
from tests import world
from tests.lib.media.pictures import drawn, encoded
from tests.site.checks import assert_one_era, grows_not

pytestmark = pytest.mark.django_db


def test_the_list_shows_published_news_newest_first(client):
    """By publication, or by the event where that is unknown; drafts are absent."""
    world.article("old", published_on="2012-05-01")
    world.article("new", published_on=None, event_on="2020-02-14")
    world.article("draft", status="draft")
    html = client.get("/en/news/").content.decode()
    assert html.index("/en/news/new/") < html.index("/en/news/old/") and "/en/news/draft/" not in html
    assert "14 กุมภาพันธ์ 2563" in client.get("/th/news/").content.decode()


def test_a_lead_is_plain_text_and_shown_as_it_was_typed(client):
    """In the list as on its page: what stands in pointed brackets is no tag of ours."""
    article = world.article(lead_en="The <MOU> of R&amp;D")
    for address in ("/en/news/", f"/en/news/{article.slug}/"):
        assert "The &lt;MOU&gt; of R&amp;amp;D" in client.get(address).content.decode()


def test_filters_narrow_the_list_and_survive_the_language_switch(client):
    """Year, month, kind, city, network; the switcher keeps them."""
    article, city, network = world.article("hit"), world.city("edo"), world.network("citynet")
    article.cities.add(city), article.networks.add(network)
    world.article("miss", published_on="2012-01-01", kind="interview")
    query = "?year=2019&month=5&kind=news&city=edo&network=citynet"
    html = client.get(f"/th/news/{query}").content.decode()
    assert "/th/news/hit/" in html and "/th/news/miss/" not in html
    assert f"/en/news/{query.replace('&', '&amp;')}" in html


@pytest.mark.parametrize(
    "query", ["?year=x", "?month=99", "?kind=%00", "?city=" + "x" * 10_000, "?page=1&year=-1", "?%ff=%fe"]
)
def test_nonsense_in_filters_gives_the_page(client, query):
    """Never an error."""
    world.article()
    assert client.get(f"/th/news/{query}", follow=True).status_code == 200


def test_the_list_stands_year_by_year_as_it_is_sorted():
    """An event of an earlier year stands under the year in which it was told; the picture there is, small."""
    world.article("one", published_on="2012-05-01"), world.article("two", published_on="2012-01-01")
    told = world.article("late", published_on="2020-01-05", event_on="2019-12-30")
    image = ContentFile(encoded(drawn()), "a.jpg")
    Photo.objects.create(subject=told, alt_th="ภาพ", image=image, licence="CC0")
    with translation.override("th"):
        years = years_of(Article.objects.newest_first())
    assert [(year.label, [card.url[9:-1] for card in year.entries]) for year in years] == [
        ("พ.ศ. 2563", ["late"]),
        ("พ.ศ. 2555", ["one", "two"]),
    ]
    assert years[0].entries[0].picture.sizes.endswith("6rem")


def test_an_empty_result_helps(client):
    """The way back to all news."""
    world.article("one"), world.article("two", kind="interview", published_on="2012-01-01")
    assert "Show all news" in client.get("/en/news/?kind=interview&year=2019").content.decode()


def test_the_article_keeps_event_and_publication_apart_and_links_only_published_records(client):
    """Byline, links, corrections."""
    article = world.article("visit", event_on="2019-05-20", event_ends_on="2019-05-23", published_on="2019-06-01")
    article.cities.set([world.city("edo"), world.city("secret", status="draft")])
    article.embassies.add(world.embassy("JP"))
    article.agencies.add(world.agency("environment"))
    article.people.add(world.person("someone"))
    Correction.objects.create(
        article=article, corrected_on="2019-06-02", text_th="แก้ชื่อเมือง", text_en="Name of the city"
    )
    html = client.get("/en/news/visit/").content.decode()
    assert "20–23 May 2019" in html and "1 June 2019" in html and "Name of the city" in html
    assert "/en/cities/edo/" in html and "secret" not in html
    assert "/en/embassies/jp/" in html and "/en/agencies/#environment" in html and "Someone someone" in html


def test_a_correction_stands_before_the_text_it_corrects(client):
    """Readers and journalists see it first."""
    article = world.article("visit")
    Correction.objects.create(article=article, corrected_on="2019-06-02", text_th="แก้ชื่อเมือง", text_en="A name")
    html = client.get("/th/news/visit/").content.decode()
    assert html.index("แก้ชื่อเมือง") < html.index("<p>เนื้อข่าวภาษาไทย")
    assert "2 มิถุนายน 2562" in html


def test_a_line_to_quote_by_names_title_office_day_and_permanent_address(client):
    """In the reader's language, the year in both eras."""
    article = world.article("visit", published_on="2019-06-01")
    html = client.get("/en/news/visit/").content.decode()
    line = strip_tags(html.split('<p class="quote">')[1].split("</p>")[0])
    assert " ".join(line.split()) == (
        "“News visit”, International Affairs Office, Bangkok Metropolitan Administration, 1 June 2019 (B.E. 2562), "
        f"{settings.SITE_URL}/n/{article.pk}/"
    )


def test_what_is_based_on_another_publisher_names_it_with_its_day(client):
    """Under the title and in the line to quote by; the day is theirs, the office's own stays unknown."""
    world.article(
        "told",
        published_on=None,
        was_public=True,
        based_on_th="เดอะเนชั่น",
        based_on_en="The Nation",
        based_on_date="2025-09",
    )
    words = {"en": "Based on The Nation, September 2025", "th": "เรียบเรียงจาก เดอะเนชั่น กันยายน 2568"}
    for language, unknown in (("en", "n.d."), ("th", "ม.ป.ป.")):
        html = client.get(f"/{language}/news/told/").content.decode()
        byline, line = (
            " ".join(strip_tags(html.split(f'<p class="{part}">')[1].split("</p>")[0]).split())
            for part in ("byline", "quote")
        )
        comma = "," if language == "en" else ""
        assert words[language] in byline and f"{unknown}{comma} {words[language]}{comma} " in line


def test_over_the_title_stand_kind_days_and_the_one_place(client):
    """That of the meeting or the exchange; where there are two, none."""
    article = world.article("visit", event_on="2019-05-20", event_ends_on="2019-05-23")
    edo, lima = (world.city(slug, name_en=slug.title()) for slug in ("edo", "lima"))
    article.meetings.add(world.meeting(host_city=edo, country=None))

    def dateline():
        html = client.get("/en/news/visit/").content.decode()
        return " ".join(strip_tags(html.split('<p class="dateline">')[1].split("</p>")[0]).split())

    assert dateline() == "News item 20–23 May 2019 Edo"
    article.meetings.add(world.meeting(host_city=lima, country=None))
    assert dateline() == "News item 20–23 May 2019"


def test_beside_it_the_meeting_comes_first_and_many_cities_are_folded(client):
    """The meeting with its days and venue, a person with the post of that day."""
    article = world.article("visit", event_on="2019-05-20")
    article.meetings.add(world.meeting("summit", venue_en="City Hall", venue_th="ศาลาว่าการ"))
    article.people.add(person := world.person("aswin"))
    Post.objects.create(person=person, title_th="ผู้ว่าฯ", title_en="Governor", starts_on="2016-10-01")
    article.cities.set([world.city() for _ in range(FEW)])
    groups = client.get("/en/news/visit/").context["links"]
    assert [str(group.label) for group in groups] == ["Meetings", "People", "Cities"] and not groups[2].is_folded
    assert "City Hall" in groups[0].links[0].text and groups[1].links[0].text == "Governor at the time"
    article.cities.add(world.city())
    html = client.get("/en/news/visit/").content.decode()
    assert f"<details><summary>{FEW + 1} cities</summary>" in html


def test_it_is_passed_on_by_plain_links(client):
    """By mail, by LINE and by Facebook, with its permanent address; nothing of another host is loaded."""
    world.article("visit", title_en="Visit & talks")
    html = client.get("/en/news/visit/").content.decode()
    address = quote(f"{settings.SITE_URL}/en/news/visit/", safe="")
    assert f'href="mailto:?subject=Visit%20%26%20talks&amp;body={address}"' in html
    assert f'href="https://social-plugins.line.me/lineit/share?url={address}"' in html
    assert f'href="https://www.facebook.com/sharer/sharer.php?u={address}"' in html


def test_more_news_is_of_the_same_meeting_with_its_parts(client):
    """Before that of the same cities."""
    edo, summit = world.city("edo"), world.meeting("summit")
    for slug, meeting in (("visit", summit), ("before", world.meeting(part_of=summit)), ("other", world.meeting())):
        article = world.article(slug)
        article.meetings.add(meeting), article.cities.add(edo)
    more = client.get("/en/news/visit/").context["more"]
    assert [doing.url for doing in more.doings] == ["/en/news/before/"]


def test_more_news_is_of_the_same_cities_or_else_the_latest(client):
    """Published only, never the article itself."""
    edo, visit = world.city("edo"), world.article("visit")
    visit.cities.add(edo), world.article("same").cities.add(edo), world.article("draft", status="draft").cities.add(edo)
    world.article("other")

    def more(slug):
        section = client.get(f"/en/news/{slug}/").content.decode().split('id="more"')[1].split("</section>")[0]
        return set(re.findall(r"/en/news/([a-z]+)/", section))

    assert more("visit") == {"same"}
    assert more("other") == {"visit", "same"}


def test_a_held_name_of_a_linked_record_falls_back(client):
    """Links follow the same rule as everything."""
    article = world.article("visit")
    article.cities.add(world.city("edo", hold_en=True))
    assert '<span lang="th">เมือง edo</span>' in client.get("/en/news/visit/").content.decode()


def test_an_article_in_thai_only_says_so_on_the_english_site(client):
    """Title and text are marked, with an honest notice."""
    world.article("thai", title_en="", body_en="")
    html = client.get("/en/news/thai/").content.decode()
    assert (
        '<h1 class="article__title" lang="th">' in html
        and '<div class="rich article__body" lang="th"><p>เนื้อข่าวภาษาไทย</p></div>' in html
    )
    assert "in Thai only" in html


def test_drafts_withdrawn_unknown_and_wrong_methods(client):
    """What every page answers."""
    world.article("draft", status="draft"), world.article("gone", status="withdrawn", withdrawn_notice_en="Recalled")
    assert client.get("/en/news/draft/").status_code == client.get("/en/news/nothing/").status_code == 404
    assert "Recalled" in client.get("/en/news/gone/").content.decode()
    assert "/en/news/gone/" not in client.get("/en/news/").content.decode()
    assert client.post("/en/news/").status_code == 405


def test_years_are_those_of_the_reader(client):
    """List and article."""
    world.cite(world.article("visit", event_on="2019-05-20"))
    assert_one_era(client, "news/")
    assert_one_era(client, "news/visit/")


def test_queries_do_not_grow(client):
    """Neither the list nor the article."""
    article = world.article("visit")

    def add(number):
        world.article().cities.add(world.city(f"c{number}"))
        article.cities.add(world.city(f"d{number}"))
        article.agencies.add(world.agency(f"a{number}"))
        article.networks.add(world.network(f"n{number}"))
        world.agreement(article.cities.first()), article.exchanges.add(world.exchange(article.cities.first()))
        article.people.add(world.person(f"p{number}")), article.meetings.add(world.meeting())
        Video.objects.create(article=article, title_th="ก", title_en="V", address="https://youtu.be/x")
        world.cite(article)

    grows_not(client, "/th/news/", add)
    grows_not(client, "/en/news/visit/", lambda number: add(number + 100))
