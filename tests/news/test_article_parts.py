"""What the page of an article keeps: another article leaves it as it is, a row of its own does not."""

import pytest

from news.models import Article, Correction, PressContact, Video
from news.pages.article_rows import NAMED
from tests import world

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def parts_are_kept(kept_pages):
    """See conftest.py."""


def read(client, article):
    return client.get(f"/en/news/{article.slug}/").content.decode()


def made(field):
    """A record that an article may name, and what its page says of it."""
    records = {
        "cities": world.city,
        "networks": world.network,
        "embassies": world.embassy,
        "agencies": world.agency,
        "meetings": world.meeting,
        "people": world.person,
    }
    record = records[field]()
    return record, str(getattr(record, "title_en", "") or record.name_en)


def test_another_article_leaves_its_parts(client, django_assert_max_num_queries):
    """Then it asks for the version, its own row, other news and notices: seven queries, fifteen when all is made."""
    article, other = world.article(), world.article(title_en="Before")
    article.cities.add(world.city())
    read(client, article)
    Article.objects.filter(pk=other.pk).update(title_en="Behind")
    with django_assert_max_num_queries(7):
        assert "Behind" in read(client, article)


@pytest.mark.parametrize("field", NAMED)
def test_what_it_names_is_seen_at_once(client, field):
    """Also where the row between the two is written, and taken away, past every signal."""
    article = world.article()
    record, name = made(field)
    assert name not in read(client, article)
    through, row = getattr(Article, field).through, {"article_id": article.pk}
    row |= {f"{getattr(Article, field).field.m2m_reverse_field_name()}_id": record.pk}
    through.objects.bulk_create([through(**row)])
    assert name in read(client, article)
    through.objects.filter(**row).delete()
    assert name not in read(client, article)


def test_other_news_is_about_what_it_names_now(client):
    article, other, city = world.article(), world.article(), world.city()
    other.cities.add(city)
    assert "All news of this city" not in read(client, article)
    Article.cities.through.objects.bulk_create([Article.cities.through(article=article, city=city)])
    assert f"/en/news/?city={city.slug}" in read(client, article)


@pytest.mark.parametrize(
    ("model", "column", "told"),
    [(Video, "title_en", {"address": "https://www.youtube.com/watch?v=abcdefghijk"}), (Correction, "text_en", {})],
)
def test_a_row_of_its_own_is_seen_at_once(client, model, column, told):
    article = world.article()
    assert "As it was" not in read(client, article)
    row = model.objects.create(article=article, **told, **{column: "As it was"})
    assert "As it was" in read(client, article)
    model.objects.filter(pk=row.pk).update(**{column: "As it is"})
    assert "As it is" in read(client, article)


def test_its_text_and_whom_to_ask_are_seen_at_once(client):
    article = world.article()
    contact = PressContact.objects.create(name_en="The desk", phone="02 000 0000", email="a@b.test", is_default=True)
    assert "The desk" in read(client, article)
    PressContact.objects.filter(pk=contact.pk).update(name_en="The other desk")
    Article.objects.filter(pk=article.pk).update(body_en="<p>Written anew</p>")
    html = read(client, article)
    assert "The other desk" in html and "Written anew" in html


def test_corrections_stand_the_latest_first(client):
    article = world.article()
    for day, text in (("2020-05-01", "First"), ("2020-06-01", "Second"), ("2020-06-01", "Third")):
        Correction.objects.create(article=article, corrected_on=day, text_en=text)
    html = read(client, article)
    assert html.index("Third") < html.index("Second") < html.index("First")
