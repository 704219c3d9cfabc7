"""A draft is sent for review, sent back with a remark, and let out: now, or at a moment."""

import re

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from iad_portal.office.groups import TRANSLATORS
from iad_portal.office.models import Review
from news.models import Article
from relations.models import Country, Person
from tests import world
from tests.desk.test_status import act

from .desk import as_sent, desk_url
from .review_desk import editor, fresh, groups_of, publisher, sent, sent_back, taken_back, user, waiting

pytestmark = pytest.mark.django_db


def draft(**facts):
    return world.article(status="draft", **facts)


def buttons(client, record) -> list[tuple[str, bool]]:
    url = desk_url(record, "add") if isinstance(record, type) else desk_url(type(record), "change", record.pk)
    return [(button.name, button.is_primary) for button in client.get(url).context["form_buttons"]]


def test_a_draft_is_saved_and_waits_with_its_remark():
    """Its publisher reads it on the first page, finds it by the filter, and sees it over the form."""
    malee, somchai, article = editor(), publisher(), draft()
    answer = sent(malee, article, title_th="ข่าวใหม่", review_remark=" โปรดตรวจ ")
    assert (answer.status_code, answer.url) == (302, "/admin/") and fresh(article).title_th == "ข่าวใหม่"
    review = waiting()
    assert str(review) == "ข่าวใหม่"
    assert (review.remark, review.sent_by, review.is_change, review.boxes) == ("โปรดตรวจ", user("malee"), False, "")
    assert [row["url"] for row in groups_of(somchai)["รอคุณตรวจ"]] == [desk_url(Article, "change", article.pk)]
    assert list(groups_of(malee)) == ["รายการที่คุณส่งตรวจ"]
    draft()
    for choice, found in (("yes", {article}), ("no", set(Article.objects.exclude(pk=article.pk)))):
        listed = somchai.get(desk_url(Article), {"in_review": choice}).context["cl"].result_list
        assert set(listed) == found
    html = somchai.get(review.path).content.decode()
    assert "โปรดตรวจ" in html and "ส่งกลับ" in html


def test_the_list_marks_what_waits_and_asks_once_for_all(django_assert_max_num_queries):
    """Beside its state, by which the list can be sorted still; for many rows in as many queries as for one."""
    malee, drafts = editor(), [draft() for _ in range(3)]
    sent(malee, drafts[0])
    with CaptureQueriesContext(connection) as before:
        page = malee.get(desk_url(Article), {"o": "1"}).content.decode()
    asked = len(before)
    assert page.count("state--review") == 1 and page.count("state--draft") == 3
    for one in drafts[1:]:
        sent(malee, one)
    with django_assert_max_num_queries(asked):
        assert malee.get(desk_url(Article), {"o": "1"}).content.decode().count("state--review") == 3
    assert re.search(r"<th[^>]*sortable[^>]*column-state", page)


def test_a_new_draft_is_sent_with_its_first_save():
    assert sent(editor(), Article, title_th="ข่าวใหม่").url == "/admin/"
    assert waiting().key == str(Article.objects.get().pk)


def test_it_is_sent_back_with_a_remark_and_sent_again():
    """The remark stands on its author's first page and over the form; the list of reviews stays on the form."""
    malee, somchai, article = editor(), publisher(), draft()
    sent(malee, article)
    first = waiting()
    assert sent_back(somchai, first, "โปรดแก้ชื่อ").url == "/admin/"
    (row,) = groups_of(malee)["ส่งกลับถึงคุณ"]
    assert row["remark"] == "โปรดแก้ชื่อ" and "somchai" in row["said"]
    page = malee.get(first.path)
    assert "โปรดแก้ชื่อ" in page.content.decode() and not groups_of(somchai)
    sent(malee, article, title_th="แก้แล้ว")
    page = somchai.get(first.path)
    assert [panel.review for panel in page.context["review_panels"]] == [waiting()]
    assert [(one.pk, one.state) for one in page.context["earlier_reviews"]] == [(first.pk, "sent_back")]


def test_a_publisher_publishes_or_schedules_by_one_button():
    """Enter in a box presses the first button of the form, which only saves."""
    somchai, now, later = publisher(), draft(), draft()
    sent(editor(), now)
    sent(somchai, now, "_save")
    assert fresh(now).status == "draft" and waiting()
    sent(somchai, now, "_publish")
    assert fresh(now).is_published()
    assert (Review.objects.get().state, Review.objects.get().answered_by) == ("let_out", user("somchai"))
    sent(somchai, later, "_publish", publish_at="1/1/2570 09:00")
    assert fresh(later).status == "published" and not fresh(later).is_published()
    page = somchai.get(desk_url(Article, "change", draft().pk)).content.decode()
    assert page.index('name="_save"') < page.index('name="_publish"')


def test_an_editors_button_to_publish_publishes_nothing():
    article = draft()
    sent(editor(), article, "_publish", status="published")
    assert fresh(article).status == "draft"


def test_several_drafts_are_sent_from_the_list_and_published_there():
    """What waits already waits on; what is public is not sent so; a publisher has no such action."""
    malee, somchai, one, two, public = editor(), publisher(), draft(), draft(), world.article()
    sent(malee, one, review_remark="แรก")
    act(malee, "send_for_review", one, two, public)
    assert sorted(Review.objects.values_list("key", "remark")) == sorted([(str(one.pk), "แรก"), (str(two.pk), "")])
    act(somchai, "send_for_review", draft())
    act(somchai, "publish", one, two)
    assert set(Review.objects.values_list("state", "is_open")) == {("let_out", False)}


def test_its_author_takes_it_back():
    malee, article = editor(), draft()
    sent(malee, article)
    assert taken_back(malee, waiting()).url == desk_url(Article, "change", article.pk)
    review = Review.objects.get()
    assert (review.state, review.is_open) == ("taken_back", False) and not groups_of(malee)
    assert taken_back(malee, review).url == "/admin/"


def test_it_is_answered_once_with_words_and_by_those_who_may():
    malee, somchai, other = editor(), publisher(), editor("nok")
    sent(malee, draft())
    review = waiting()
    assert sent_back(malee, review).status_code == 404 and taken_back(other, review).status_code == 404
    assert taken_back(somchai, review).url == review.path  # no words, and not the own one
    assert sent_back(somchai, review, "  ").url == review.path
    assert fresh(review).is_waiting and malee.get(f"/admin/review/{review.pk}/").status_code == 405
    sent_back(somchai, review, "แรก")
    sent_back(publisher("wan"), review, "สอง")
    assert fresh(review).answer == "แรก" and somchai.post("/admin/review/99999/").status_code == 404


def test_a_draft_that_is_deleted_waits_no_longer():
    malee, one, two = editor(), draft(), draft()
    for article in (one, two):
        sent(malee, article)
    malee.post(desk_url(Article, "delete", one.pk), {"post": "yes"})
    assert not Article.objects.filter(pk=one.pk).exists() and waiting().key == str(two.pk)


def test_one_button_stands_out():
    """To send for whoever writes, to publish for whoever lets out; none of ours where nothing has to be let out."""
    malee, somchai, nit = editor(), publisher(), editor("nit", TRANSLATORS)
    article, public, country = draft(), world.article(), world.country("HU")
    keep = [("_send", True), ("_save", False)]
    assert buttons(malee, article) == [*keep, ("_continue", False)] == buttons(nit, article)
    assert buttons(malee, public) == buttons(malee, country) == keep
    assert buttons(somchai, article) == [("_publish", True), ("_save", False), ("_continue", False)]
    assert buttons(somchai, public) == buttons(somchai, country) == []
    assert buttons(malee, Country) == keep and buttons(malee, Person) == [("_save", True), ("_send", False)]


def test_the_first_page_asks_as_much_for_many_reviews_as_for_few(django_assert_max_num_queries):
    somchai, counts = publisher(), []
    for number in range(7):
        sent(editor(f"m{number}"), draft())
        if number in (1, 6):
            somchai.get("/admin/review/")
            with django_assert_max_num_queries(20) as asked:
                assert somchai.get("/admin/review/").context["review_groups"][0]["count"] == number + 1
            counts.append(len(asked))
    assert counts[0] == counts[1]


def test_the_form_holds_what_was_typed_for_the_reviewer_when_it_is_refused():
    malee, article = editor(), draft()
    answer = sent(malee, article, title_th="", review_remark="โปรดตรวจ")
    assert answer.status_code == 200 and as_sent(answer, Article)["review_remark"] == "โปรดตรวจ"
