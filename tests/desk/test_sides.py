"""A language that does not follow the other: marked on the desk and on the public page, and cleared by an officer."""

from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from iad_portal.office.caching import publishable_models
from iad_portal.office.groups import TRANSLATORS
from iad_portal.office.models import Page
from news.models import Article, Newsletter
from relations.models import City
from tests import world
from tests.desk.test_status import act

from .desk import as_sent, desk_url, errors_of, signed_in, untouched

pytestmark = pytest.mark.django_db
DAY = date(2026, 11, 20)
SAID = {
    "th": "ฉบับภาษาไทยยังไม่ได้ปรับตามการแก้ไขวันที่ 20 พฤศจิกายน 2569",
    "en": "The English text does not yet follow the change of 20 November 2026.",
}


def lagging(record, language="en"):
    """`record`, of which `language` is behind since DAY."""
    type(record).objects.filter(pk=record.pk).update(**{f"{language}_behind_since": DAY})
    return record


def sent(client, record, **facts):
    """The answer to the form of `record` with `facts` typed into it; and the record as it stands then."""
    url = desk_url(type(record), "change", record.pk)
    answer = client.post(url, untouched(client, url, type(record)) | facts)
    record.refresh_from_db()
    return answer


def with_a_page():
    """A record of every kind that has a page of its own."""
    city = world.city()
    newsletter = Newsletter.objects.create(
        slug="v1", volume=1, number=1, fiscal_year=2020, title_th="ก", title_en="A", published_on="2020-01-01",
        status="published",
    )  # fmt: skip
    page = Page.objects.create(
        slug="p", title_th="ก", title_en="A", body_th="<p>ก</p>", body_en="A", status="published"
    )
    return [
        city, world.agreement(city), world.embassy(), world.network(), world.meeting(), world.plan(), world.article(),
        newsletter, page,
    ]  # fmt: skip


@pytest.mark.parametrize("language", ["th", "en"])
def test_every_public_page_says_it_once_to_readers_of_that_side_alone(client, language):
    """On each kind of page; the reader of the side that leads is told nothing."""
    other = "en" if language == "th" else "th"
    for record in with_a_page():
        path = record.get_absolute_url()[3:]
        assert SAID[language] not in client.get(f"/{language}{path}").content.decode(), record
        lagging(record, language)
        assert client.get(f"/{language}{path}").content.decode().count(SAID[language]) == 1, record
        html = client.get(f"/{other}{path}").content.decode()
        assert not any(said in html for said in SAID.values()), record


def test_a_page_that_says_it_asks_no_more(client):
    """The day stands in the record's own row."""
    article = world.article("visit")
    counts = []
    for _turn in range(2):
        client.get("/en/news/visit/")
        with CaptureQueriesContext(connection) as captured:
            client.get("/en/news/visit/")
        counts.append(len(captured))
        lagging(article)
    assert counts[0] == counts[1]


def test_a_form_that_changes_one_side_marks_the_other_and_its_box_clears_it():
    """The mark and the box name the side; the box, which comes unticked, is no part of the record."""
    client, article = signed_in(), world.article()
    sent(client, article, title_th="แก้ไขแล้ว")
    assert article.en_behind_since and not article.th_behind_since
    html = client.get(desk_url(Article, "change", article.pk)).content.decode()
    assert html.count("ฉบับภาษาอังกฤษยังไม่ได้ปรับตาม") == 1 and "ฉบับภาษาอังกฤษยังถูกต้องอยู่" in html
    assert 'href="#id_sides_agree"' in html and 'id="id_sides_agree"' in html
    assert "sides_agree" not in untouched(client, desk_url(Article, "change", article.pk), Article)
    assert sent(client, article, sides_agree="on").status_code == 302
    assert article.en_behind_since is None


def test_a_change_that_leaves_the_other_side_right_is_ticked_with_it():
    client, article = signed_in(), world.article()
    html = client.get(desk_url(Article, "change", article.pk)).content.decode()
    assert "อีกภาษายังถูกต้องอยู่" in html and 'class="behind"' not in html
    sent(client, article, title_th="แก้คำสะกด", sides_agree="on")
    assert (article.title_th, article.en_behind_since) == ("แก้คำสะกด", None)


@pytest.mark.parametrize("facts", [{"sides_agree": "on"}, {"title_en": "Follows"}], ids=["by word", "by text"])
def test_a_translator_clears_it(facts):
    """The box is open to whoever may write the English side and no more."""
    client, article = signed_in("nok", TRANSLATORS), lagging(world.article(status="draft"))
    assert sent(client, article, **facts).status_code == 302
    assert article.en_behind_since is None


def test_a_new_record_has_no_such_box():
    assert "sides_agree" not in signed_in().get(desk_url(City, "add")).content.decode()


@pytest.mark.parametrize("model", publishable_models(), ids=lambda model: model._meta.model_name)
def test_every_list_filters_by_the_side_that_is_behind(model):
    """Each value of the filter; any other shows all."""
    make = {"newsletter": lambda: next(one for one in with_a_page() if isinstance(one, Newsletter))}
    make["page"] = lambda: next(one for one in with_a_page() if isinstance(one, Page))
    record = lagging(make.get(model._meta.model_name, getattr(world, model._meta.model_name, None))())
    client = signed_in()
    found = {
        value: record in client.get(desk_url(model), {"behind": value}).context["cl"].result_list
        for value in ("en", "th")
    }
    assert found == {"en": True, "th": False}


def test_the_start_page_counts_what_is_behind_with_links_to_its_lists():
    """By kind and side; one query for all kinds, and none of it where nothing is behind."""
    client, start = signed_in(), reverse("admin:index")
    assert "ยังตามไม่ทัน" not in client.get(start).content.decode()
    for article, language in ((world.article(), "en"), (world.article(), "en"), (world.article(), "th")):
        lagging(article, language)
    lagging(world.city())
    lagging(world.city(hold_en=True))
    with CaptureQueriesContext(connection) as captured:
        answer = client.get(start)
    assert sum("behind_since" in one["sql"] and "COUNT(" in one["sql"] for one in captured.captured_queries) == 1
    rows = [row for group in answer.context["groups"] for row in group.rows if "ยังตามไม่ทัน" in row.title]
    assert [row.count for row in rows] == [3, 1]
    found = [(part.count, part.url) for row in rows for part in row.parts]
    lists = [f"{desk_url(model)}?behind={side}" for model, side in ((Article, "en"), (Article, "th"), (City, "en"))]
    assert sorted(found) == sorted(zip((2, 1, 1), lists, strict=True))
    for number, address in found:
        assert len(client.get(address).context["cl"].result_list) == number


def test_sides_that_tell_other_numbers_are_asked_about_once():
    """Beside the side that was changed; saved again it is meant, and another change of the record asks no more."""
    client, article = signed_in(), world.article(body_th="<p>ในปี 2563</p>", body_en="<p>In 2020</p>")
    url = desk_url(Article, "change", article.pk)
    asked = sent(client, article, body_th="<p>ในปี 2562</p>")
    assert list(asked.context["adminform"].form.errors) == ["body_th"]
    assert "2562" in errors_of(asked)[0] and "2020" in errors_of(asked)[0]
    assert client.post(url, as_sent(asked, Article)).status_code == 302
    assert sent(client, article, title_th="ข่าวใหม่").status_code == 302


def test_publishing_a_draft_asks_about_all_its_sides():
    """By its form and from its list; a draft with other numbers may wait as it is."""
    facts = {"body_th": "<p>ในปี 2562</p>", "body_en": "<p>In 2020</p>", "status": "draft"}
    client, article = signed_in(), world.article(**facts)
    asked = sent(client, article, status="published")
    assert list(asked.context["adminform"].form.errors) == ["body_en"]
    assert "2562" in act(client, "publish", article).content.decode()
    assert Article.objects.get().status == "draft"
