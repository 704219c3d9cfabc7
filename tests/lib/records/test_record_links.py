"""Links to our own records are stored as keys, and shown as the address of today, in the reader's language."""

import pytest
from django.core.management import call_command
from django.utils import translation

from iad_portal.lib.records.record_links import key_in, keyed, link_to, linkable, linked_from, with_addresses
from iad_portal.lib.rich_text.fields import sanitise
from iad_portal.lib.rich_text.links import addresses_in
from news.models import Article
from relations.models import City
from tests import making, world
from tests.site.checks import grows_not

pytestmark = pytest.mark.django_db


def a(href, words="x"):
    return f'<p><a href="{href}" rel="noopener">{words}</a></p>'


def shown(html, language="th"):
    with translation.override(language):
        return with_addresses(html)


def made(model):
    """A record of `model` that readers may open."""
    record = making.made(model)
    if hasattr(record, "status"):
        record.status = "published"
        record.save()
    return record


@pytest.mark.parametrize("language", ["th", "en"])
def test_the_page_of_every_kind_of_record_becomes_its_key_and_comes_back(language):
    """Typed or pasted, in either language, with this site's name or without."""
    for label, model in linkable().items():
        record = made(model)
        with translation.override(language):
            address = record.get_absolute_url()
        for typed in (address, f"http://localhost:8000{address}"):
            assert keyed(a(typed)) == a(link_to(record)), label
        assert shown(a(link_to(record)), language) == a(address), label


def test_a_key_passes_the_sanitiser_and_stays_as_it_is(django_assert_num_queries):
    text = a("/to/relations.city/12/")
    assert sanitise(sanitise(text)) == text
    with django_assert_num_queries(0):
        assert keyed(text) == text and keyed(a("https://example.org/")) == a("https://example.org/")
        assert keyed("<p>x</p>") == "<p>x</p>" and keyed(None) is None and keyed("") == ""


def test_a_changed_slug_shows_with_the_save_and_old_addresses_become_keys(client):
    city = world.city("edo")
    article = world.article("told", body_th=a("/th/cities/edo/", "เอโดะ"), body_en="")
    assert Article.objects.get().body_th == a(link_to(city), "เอโดะ")
    assert '<a href="/th/cities/edo/" rel="noopener">เอโดะ</a>' in client.get("/th/news/told/").content.decode()
    city.slug = "tokyo"
    city.save()
    assert '<a href="/th/cities/tokyo/" rel="noopener">เอโดะ</a>' in client.get("/th/news/told/").content.decode()
    assert '<a href="/en/cities/tokyo/" rel="noopener">' in client.get("/en/news/told/").content.decode()
    assert keyed(a("/en/cities/edo/#done")) == a(f"{link_to(city)}#done")
    assert shown(a(f"{link_to(city)}#done"), "en") == a("/en/cities/tokyo/#done")
    assert article.pk


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("/th/cities/", "/th/cities/"),
        ("/th/cities/?name=x", "/th/cities/?name=x"),
        ("/th/cities/nobody/", "/th/cities/nobody/"),
        ("http://localhost:8000", "/"),
        ("http://localhost:8000/th/news/?year=2019#top", "/th/news/?year=2019#top"),
        ("/nowhere/", "/nowhere/"),
        ("/th/nowhere/", "/th/nowhere/"),
        ("/th/agencies/", "/th/agencies/"),
        ("http://[::1", "http://[::1"),
        ("mailto:a@b.example", "mailto:a@b.example"),
        ("/to/relations.city/1/", "/to/relations.city/1/"),
        ("/media/documents/a.pdf", "/media/documents/a.pdf"),
    ],
)
def test_what_is_no_page_of_a_record_stays_an_address(typed, kept):
    assert keyed(a(typed)) == a(kept)


def test_what_follows_a_reader_about_is_no_part_of_an_address():
    city = world.city("edo")
    assert keyed(a("http://www.localhost:8000/th/cities/edo?utm_source=line")) == a(link_to(city))


def test_a_draft_and_what_was_deleted_stand_as_plain_words_and_the_withdrawn_under_its_notice():
    draft, gone, withdrawn = world.city("a", status="draft"), world.city("b"), world.city("c", status="withdrawn")
    deleted = link_to(gone)
    gone.delete()
    assert shown(a(link_to(draft), "<em>ร่าง</em>")) == "<p><em>ร่าง</em></p>"
    assert shown(a(deleted)) == shown(a("/to/no.such/1/")) == shown(a("/to/relations.city/x/")) == "<p>x</p>"
    assert shown(a(link_to(withdrawn))) == a("/th/cities/c/")
    assert shown(a("/to/relations.city/" + "9" * 30 + "/")) == "<p>x</p>"


def test_many_links_of_many_kinds_are_one_query(django_assert_num_queries):
    linked = [made(model) for model in linkable().values()] + [world.city(f"c{number}") for number in range(5)]
    text = "".join(a(link_to(record)) for record in linked)
    with django_assert_num_queries(1):
        found = shown(text)
    assert len(addresses_in(found)) == len(linked) and "/to/" not in found
    with django_assert_num_queries(0):
        assert shown(a("https://example.org/")) == a("https://example.org/")


def test_a_page_asks_no_more_for_more_links(client):
    """Sixteen queries at most, as every page."""
    article = world.article("told")

    def more(_number):
        linked = [world.city(), world.meeting(), world.network()]
        article.body_th += "".join(a(link_to(record)) for record in linked)
        article.save()

    grows_not(client, "/th/news/told/", more)


def test_the_key_itself_leads_to_the_page_in_the_readers_language(client):
    city, draft = world.city("edo"), world.city("draft", status="draft")
    answer = client.get(link_to(city), headers={"accept-language": "en"})
    assert (answer.status_code, answer.url, "Accept-Language" in answer["Vary"]) == (302, "/en/cities/edo/", True)
    assert client.get(link_to(city)).url == "/th/cities/edo/" and "no-store" in answer["Cache-Control"]
    for other in (link_to(draft), "/to/no.such/1/", f"/to/relations.city/{'9' * 30}/"):
        assert client.get(other).status_code == 404


def test_old_texts_are_turned_once_without_a_version(capsys):
    city, article = world.city("edo"), world.article(body_th="<p>x</p>")
    Article.objects.update(body_th=a("/th/cities/edo/"))
    before = article.history.count()
    call_command("key_record_links")
    call_command("key_record_links", verbosity=0)
    article.refresh_from_db()
    assert article.body_th == a(link_to(city)) and article.version == 1 and article.history.count() == before
    assert "1 records" in capsys.readouterr().out


def test_who_links_a_record_is_found():
    city = world.city("edo")
    one, two = world.article(body_en=a(link_to(city))), world.city("kyoto", profile_th=a(f"{link_to(city)}#done"))
    world.article(body_th=a(f"/to/relations.city/{city.pk}0/"))
    assert set(linked_from(city, 9)) == {one, two} and len(linked_from(city, 1)) == 1
    City.objects.filter(pk=city.pk).update(profile_th=a(link_to(city)))
    assert city not in linked_from(city, 9)


def test_only_keys_of_what_has_a_page_are_keys():
    assert key_in("/to/relations.city/12/#x") == ("relations.city", "12")
    assert key_in("/to/relations.source/12/") is None and key_in("/th/cities/") is None


def test_a_link_that_leads_elsewhere_stays_beside_one_to_a_record():
    city = world.city("edo")
    html = a("https://example.org/") + a(link_to(city))
    assert shown(html) == a("https://example.org/") + a("/th/cities/edo/")
