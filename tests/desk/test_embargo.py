"""Material for the press before its moment: a link for each outlet, the leak test, and the clock."""

from datetime import timedelta
from unittest.mock import patch
from uuid import uuid4

import pytest
from django.core.files.storage import default_storage
from django.test import Client
from django.utils import timezone

from iad_portal.office import embargo
from iad_portal.office.groups import EDITORS, PUBLISHERS
from iad_portal.office.models import EmbargoedPage, OutletLink, OutletVisit, Preview
from news.models import Article
from relations.models import Photo
from tests import world

from .desk import desk_url, signed_in, untouched
from .test_kept_uploads import PHOTOS, media_in_memory, photo, photo_row  # noqa: F401

pytestmark = pytest.mark.django_db
TITLE = "กรุงเทพมหานครจะลงนามกับกรุงปราก"


def previewed(client, article, **typed) -> str:
    """The page of the desk with the preview of what is typed into the form of `article`."""
    url = desk_url(Article, "change", article.pk)
    typed = {"title_th": TITLE, "title_en": "Bangkok will sign with Prague"} | typed
    return client.post(url, untouched(client, url, Article) | typed | {"_preview": ""}).url


def given(outlet: str = "The Paper", days: int = 7, **facts) -> OutletLink:
    """The link that an officer gave an outlet, to a draft that is or is not scheduled."""
    client = signed_in(f"officer-{outlet}")
    article = Article.objects.filter(slug="prague").first() or world.article("prague", status="draft", **facts)
    client.post(previewed(client, article), {"give": "", "outlet": outlet, "days": days})
    return OutletLink.objects.get(outlet=outlet)


def opened(link, language: str = "th"):
    return Client().get(f"/embargo/{link.pk}/{language}/")


def test_an_outlet_sees_the_page_in_both_languages_and_what_it_must_not_do():
    moment = timezone.now() + timedelta(days=2)
    link = given(publish_at=moment)
    Article.objects.update(status="published", publish_at=moment)
    thai, english = (opened(link, language).content.decode() for language in ("th", "en"))
    assert TITLE in thai and "The Paper" in thai and "ห้ามเผยแพร่" in thai
    assert "Bangkok will sign with Prague" in english and "Nothing of it may be published before" in english
    assert "Not to be quoted" not in english and f"/embargo/{link.pk}/th/" in english


def test_none_of_its_links_leads_to_what_is_not_public_yet(media_in_memory):  # noqa: F811
    """Not to the other language, the calendar or the pack; those come with the public page."""
    html = opened(given(event_on="2026-11-20")).content.decode()
    assert "calendar.ics" not in html and "media.zip" not in html
    assert 'href="/en/news/prague/"' not in html and html.count("/en/") > 1


def test_it_does_not_ask_to_be_passed_on():
    page = opened(given()).content.decode()
    assert "line.me" not in page and "facebook.com/sharer" not in page and "mailto:" not in page


def test_nobody_keeps_or_finds_it():
    answer = opened(given())
    assert answer["Cache-Control"] == "no-store" and "noindex" in answer["X-Robots-Tag"]
    assert answer["Referrer-Policy"] == "no-referrer" and not answer.cookies


def test_nothing_leaks_beside_the_link():
    """Neither its page, nor lists, feeds, search and files know of the draft."""
    given()
    addresses = ["/th/", "/th/news/", "/th/news/feed/", "/th/news/prague/", "/th/search/?q=ปราก", "/data/news.json"]
    assert not [address for address in addresses if TITLE in Client().get(address, follow=True).content.decode()]
    assert Client().get(f"/embargo/{uuid4()}/th/").status_code == 410


def test_it_opens_to_all_by_itself_at_its_moment():
    """A second before, the outlet's page; from the moment on, every link leads to the public one."""
    moment = timezone.now().replace(microsecond=0) + timedelta(hours=1)
    link = given()
    article = Article.objects.get()
    article.status, article.publish_at = "published", moment
    article.save()
    with patch.object(timezone, "now", lambda: moment - timedelta(seconds=1)):
        assert opened(link).status_code == 200 and Client().get("/th/news/prague/").status_code == 404
    with patch.object(timezone, "now", lambda: moment):
        answer = opened(link, "en")
        assert (answer.status_code, answer.url) == (302, "/en/news/prague/")
        assert Client().get("/en/news/prague/").status_code == 200


def test_what_was_public_and_is_no_more_is_not_shown_by_an_old_link():
    link = given()
    article = Article.objects.get()
    article.status = "published"
    article.save()
    article.status = "draft"
    article.save()
    assert opened(link).status_code == 410


@pytest.mark.parametrize(
    "end", [{"ends_at": timezone.now()}, {"taken_back_at": timezone.now()}], ids=["ended", "taken"]
)
def test_a_link_that_holds_no_more_shows_nothing(end):
    link = given()
    OutletLink.objects.update(**end)
    answer = opened(link, "en")
    assert answer.status_code == 410 and TITLE not in answer.content.decode() and not OutletVisit.objects.exists()


def test_one_outlet_loses_its_link_and_the_others_keep_theirs():
    paper, station = given(), given("The Station")
    client = signed_in("somchai")
    client.post(previewed(client, Article.objects.get()), {"take_back_outlet": str(paper.pk)})
    assert (opened(paper).status_code, opened(station).status_code) == (410, 200)


def test_who_opened_it_is_logged_by_outlet_and_told_on_the_desk():
    """What a program of mail asks twice within a minute is one visit; a HEAD is none."""
    paper = given()
    given("The Station")
    Client().head(f"/embargo/{paper.pk}/th/")
    opened(paper), opened(paper), opened(paper, "en")
    visits = OutletVisit.objects.order_by("at").values_list("link", "language")
    assert list(visits) == [(paper.pk, "th"), (paper.pk, "en")]
    client = signed_in("somchai")
    page = client.get(previewed(client, Article.objects.get()))
    told = {link.outlet: (link.opened, len(link.visits)) for link in page.context["outlets"].links}
    assert told == {"The Paper": ("เปิดดู 2 ครั้ง", 2), "The Station": ("ยังไม่มีการเปิดดู", 0)}


def test_a_newer_page_takes_the_place_of_the_earlier_for_all_outlets():
    link, client = given(), signed_in("somchai")
    page = previewed(client, Article.objects.get(), title_th="ถ้อยคำใหม่")
    client.post(page, {"give": "", "outlet": "The Station", "days": 1})
    assert "ถ้อยคำใหม่" in opened(link).content.decode() and EmbargoedPage.objects.count() == 1


def test_photographs_of_the_draft_are_shown_to_whoever_has_a_link_and_to_nobody_else(media_in_memory):  # noqa: F811
    """Of a shared preview, too: its files are asked for where the page is."""
    client, article = signed_in(), world.article("prague", status="draft")
    typed = {f"{PHOTOS}-TOTAL_FORMS": "1", f"{PHOTOS}-0-image": photo()} | photo_row(0)
    desk = previewed(client, article, **typed)
    client.post(desk, {"give": "", "outlet": "The Paper", "days": 7})
    link, preview = OutletLink.objects.get(), Preview.objects.get()
    text = opened(link).content.decode()
    # Not the picture of a shared link, which is made of what is public alone (tests/office/test_share.py).
    name = "photos/" + text.split(f"/embargo/{link.pk}/media/photos/")[1].split('"')[0].split(" ")[0]
    assert "/media/" not in text.replace(f"/embargo/{link.pk}/media/", "")
    assert Client().get(f"/embargo/{link.pk}/media/{name}").status_code == 200
    assert Client().get(f"/preview/{preview.pk}/media/{name}").status_code == 404
    client.post(desk, {"share": "", "days": "1"})
    shared = Client().get(f"/preview/{preview.pk}/media/{name}")
    assert shared.status_code == 200 and shared["Cache-Control"] == "no-store"
    assert Client().get(f"/embargo/{link.pk}/media/photos/other-0123456789ab.jpg").status_code == 404
    OutletLink.objects.update(taken_back_at=timezone.now())
    assert Client().get(f"/embargo/{link.pk}/media/{name}").status_code == 404


def test_files_of_other_drafts_stay_private(media_in_memory):  # noqa: F811
    """A link opens what its page shows: not what lies beside it in the store."""
    other = Photo.objects.create(subject=world.article("other", status="draft"), image=photo())
    link = given()
    preview = Preview.objects.get()
    Preview.objects.update(shared_until=timezone.now() + timedelta(days=1))
    assert default_storage.exists(other.image.name)
    for below in (f"/embargo/{link.pk}", f"/preview/{preview.pk}"):
        assert Client().get(f"{below}/media/{other.image.name}").status_code == 404


def test_only_who_lets_out_gives_links():
    world.article("prague", status="draft")
    answers = {}
    for group in (EDITORS, PUBLISHERS):
        client = signed_in(group, group=group)
        desk = previewed(client, Article.objects.get())
        client.post(desk, {"give": "", "outlet": group, "days": 7})
        answers[group] = client.get(desk).context["outlets"] is not None
    assert answers == {EDITORS: False, PUBLISHERS: True}
    assert [link.outlet for link in OutletLink.objects.all()] == [PUBLISHERS]


def test_what_is_wrong_is_said_and_nothing_typed_is_lost():
    client, article = signed_in(), world.article("prague", status="draft")
    desk = previewed(client, article)
    for nothing in ("", "  ", "\u202e"):
        page = client.post(desk, {"give": "", "outlet": nothing, "days": 7})
        assert page.status_code == 200 and page.context["outlets"].form.errors["outlet"], repr(nothing)
    assert client.post(desk, {"take_back_outlet": "no key"}).status_code == 302
    assert client.post(desk, {"take_back": "no key"}).status_code == 302


def test_a_new_record_and_a_public_one_have_no_link():
    client = signed_in()
    article = world.article("prague")
    reason = client.get(previewed(client, article)).context["outlets"].reason
    client.post(previewed(client, article), {"give": "", "outlet": "The Paper", "days": 7})
    assert reason and not OutletLink.objects.exists()


def test_texts_go_with_the_last_link_and_the_log_after_a_while():
    link = given()
    opened(link)
    OutletLink.objects.update(ends_at=timezone.now())
    embargo.forget_ended()
    assert EmbargoedPage.objects.get().page_th == "" and OutletVisit.objects.count() == 1
    OutletLink.objects.update(ends_at=timezone.now() - embargo.REMEMBERED_FOR)
    embargo.forget_ended()
    assert not OutletVisit.objects.exists()


def test_of_a_record_that_is_gone_nothing_is_shown():
    link = given()
    Article.objects.all().delete()
    assert opened(link).status_code == 410
