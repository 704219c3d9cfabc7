"""What the page of an article gives to journalists."""

import pytest
from django.core.exceptions import ValidationError
from django.core.files.base import ContentFile
from django.urls import reverse

from news.models import Article, PressContact, Video
from relations.models import Photo, Post
from tests import world
from tests.lib.media.pictures import encoded

pytestmark = pytest.mark.django_db


def contact(**facts) -> PressContact:
    """A press contact with a telephone."""
    defaults = {"name_th": "ฝ่ายข่าว", "name_en": "News desk", "phone": "0 0000 0001"}
    return PressContact.objects.create(**defaults | facts)


def labels(page) -> dict:
    """Label -> value of the contact that a page shows."""
    return {str(fact.label): str(fact.value) for fact in page.context["contact"]}


def test_the_contact_is_its_own_or_else_the_offices_or_else_it_is_said_whom_to_ask(client):
    article = world.article("visit")
    html = client.get("/en/news/visit/").content.decode()
    assert "No press contact is on record" in html and reverse("contact").removeprefix("/th") in html
    assert "tel:" not in html.split('id="press"')[1].split("</section>")[0]
    contact(is_default=True, hours_th="จันทร์ถึงศุกร์", hours_en="Monday to Friday")
    assert labels(client.get("/en/news/visit/")) == {
        "Person or desk": "News desk", "Hours": "Monday to Friday", "Telephone": "0 0000 0001",
    }  # fmt: skip
    article.press_contact = contact(name_en="Somebody", name_th="ใครคนหนึ่ง", phone="", email="a@example.org")
    article.save()
    assert labels(client.get("/en/news/visit/")) == {"Person or desk": "Somebody", "E-mail": "a@example.org"}


def test_what_the_press_takes_away_stands_in_one_part_after_the_text(client):
    """Whom to ask, facts on the partners, the short address: in this order, with nothing else between."""
    city = world.city("edo", name_en="Edo")
    world.agreement(city, signed_on="2006-02-08")
    world.article("visit").cities.add(city)
    html = client.get("/en/news/visit/").text
    text, heading, press = html.index("article__body"), html.index('id="press"'), html.index('class="press__short"')
    assert text < heading < html.index("No press contact") < html.index("Facts on the partners") < press
    assert "<h2" not in html[heading:press].split("</h2>", 1)[1]


def test_a_contact_can_be_reached_and_one_is_the_offices():
    with pytest.raises(ValidationError, match="อีเมล"):
        PressContact(name_th="ก", name_en="A").full_clean()
    contact(is_default=True)
    with pytest.raises(ValidationError):
        PressContact(name_th="ก", name_en="A", phone="1", is_default=True).full_clean()


def test_names_stand_in_both_languages_with_the_posts_of_the_day(client):
    article = world.article("visit", event_on="2019-05-20")
    person = world.person("aswin", rank_th="พลตำรวจเอก", rank_en="Police General", name_th="อัศวิน", name_en="Aswin")
    Post.objects.create(person=person, title_th="ผู้ว่าฯ", title_en="Governor", starts_on="2016-10-01")
    article.people.add(person)
    (one,) = client.get("/en/news/visit/").context["names"]
    assert one.english == "Police General Aswin" and one.thai.startswith("พลตำรวจเอก") and one.thai.endswith("อัศวิน")
    assert (one.thai_post, one.english_post) == ("ผู้ว่าฯ", "Governor")


def test_a_box_tells_what_a_city_is_since_when_and_when_the_two_met_as_its_own_page_does(client):
    edo = world.city("edo", name_en="Edo")
    world.agreement(edo, signed_on="2006-06-01")
    world.exchange(edo, starts_on="2018-01-02"), world.exchange(edo, starts_on="2019-03-04", kind="gift")
    world.exchange(edo, starts_on="2019-09-09", status="draft")
    world.article("visit").cities.set([edo, world.city("secret", status="draft")])
    (box,) = client.get("/en/news/visit/").context["boxes"].boxes
    page = {str(fact.label): str(fact.value) for fact in client.get("/en/cities/edo/").context["statement"].answers}
    mine = {str(fact.label): str(fact.value) for fact in box.facts}
    assert mine["State"] == page["State"] and mine["Last met"] == page["Last met"] and "2018" in mine["Last met"]


def test_a_meeting_where_both_were_counts_as_met(client):
    edo = world.city("edo")
    meeting = world.meeting(host_city=world.bangkok(), country=None, starts_on="2019-06-10")
    article = world.article("visit")
    article.cities.add(edo)
    assert "Last met" not in [fact.label for fact in client.get("/en/news/visit/").context["boxes"].boxes[0].facts]
    meeting.participation.create(city=edo)
    facts = {str(f.label): str(f.value) for f in client.get("/en/news/visit/").context["boxes"].boxes[0].facts}
    assert "10 June 2019" in facts["Last met"]


def test_a_box_of_a_network_tells_what_bangkok_is_in_it(client):
    network, hidden = world.network("league"), world.network("hidden", status="draft")
    world.article("visit").networks.set([network, hidden])
    (box,) = client.get("/en/news/visit/").context["boxes"].boxes
    assert box.url == "/en/networks/league/" and "2011" in str(box.facts[0].as_of)


def test_many_boxes_are_folded(client):
    article = world.article("visit")
    article.cities.set([world.city() for _ in range(4)])
    assert client.get("/en/news/visit/").context["boxes"].is_folded
    article.cities.remove(article.cities.first())
    assert not client.get("/en/news/visit/").context["boxes"].is_folded


def test_the_short_address_leads_on_in_the_readers_language_and_tells_nothing_of_drafts(client):
    article, draft = world.article("visit"), world.article("draft", status="draft")
    for language in ("th", "en"):
        answer = client.get(f"/n/{article.pk}/", headers={"accept-language": language})
        assert (answer.status_code, answer["Location"]) == (302, f"/{language}/news/visit/")
        assert "Accept-Language" in answer["Vary"]
    assert client.get(f"/n/{draft.pk}/").status_code == client.get("/n/999999/").status_code == 404
    assert client.get(f"/n/{'9' * 30}/").status_code == 404


@pytest.mark.history
def test_the_short_address_of_what_was_taken_away_is_gone_and_of_a_deleted_draft_unknown(client):
    article, draft = world.article("visit"), world.article("draft", status="draft")
    keys = article.pk, draft.pk
    article.delete(), draft.delete()
    assert [client.get(f"/n/{key}/").status_code for key in keys] == [410, 404]


def test_the_other_language_is_offered_where_the_article_is_written_in_it(client):
    world.article("visit"), world.article("thai", title_en="", body_en="")
    assert client.get("/th/news/visit/").context["other_language"].url == "/en/news/visit/"
    assert client.get("/th/news/thai/").context["other_language"] is None


def test_earlier_and_later_are_the_nearest_published_ones(client):
    for slug, day in (("a", "2019-01-01"), ("b", "2019-02-01"), ("c", "2019-03-01"), ("d", "2019-04-01")):
        world.article(slug, published_on=day)
    world.article("draft", published_on="2019-03-02", status="draft")
    near = client.get("/en/news/c/").context["neighbours"]
    assert [doing.url for doing in (*near.earlier, *near.later)] == ["/en/news/b/", "/en/news/d/"]


def test_a_video_is_a_link_with_a_photo_of_the_article(client, settings):
    settings.STORAGES = {**settings.STORAGES, "default": {"BACKEND": "django.core.files.storage.InMemoryStorage"}}
    article = world.article("visit")
    photo = Photo.objects.create(subject=article, alt_th="ภาพ", image=ContentFile(encoded(), "a.jpg"))
    facts = {"title_th": "วีดิทัศน์", "title_en": "Film", "address": "https://www.youtube.com/watch?v=x"}
    Video.objects.create(article=article, photo_number=1, **facts)
    Video.objects.create(article=article, photo_number=9, **facts)
    first, second = client.get("/en/news/visit/").context["videos"]
    assert photo.share_url == first.picture.src and first.place == "YouTube" and second.picture is None
    html = client.get("/en/news/visit/").content.decode()
    assert "<iframe" not in html and "ytimg" not in html and f'href="{facts["address"]}"' in html


@pytest.mark.parametrize("address", ["https://example.org/", "http://youtu.be/x", "https://youtube.com.evil.org/"])
def test_a_video_is_of_the_two_places_only(address):
    with pytest.raises(ValidationError, match="YouTube"):
        Video(article=world.article(), title_th="ก", title_en="A", address=address).full_clean()


def test_a_later_change_is_told_with_its_day(client):
    article = world.article("visit", published_on="2019-06-01")
    article.save()
    byline = client.get("/en/news/visit/").context["byline"]
    assert byline.changed and byline.changed != byline.published
    Article.objects.update(was_public=True, first_published_at=None, version=1)
    assert client.get("/en/news/visit/").context["byline"].changed is None
