"""A photograph is drafted without words; whoever lets it out is asked for them once, by every way out."""

import pytest

from news.models import Article
from relations.admin.photo_words import counts
from relations.models import Photo
from tests import world

from .desk import as_sent, desk_url, errors_of, signed_in
from .review_desk import editor, publisher, sent, waiting
from .test_kept_uploads import PHOTOS, WORDS, media_in_memory, opened, photo, photo_row  # noqa: F401
from .test_status import act

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("media_in_memory")]
NO_WORDS = dict.fromkeys(WORDS, "")
ONE_ROW = {f"{PHOTOS}-TOTAL_FORMS": "1"}


def article(status="draft", **words):
    article = world.article(status=status)
    if words:
        Photo.objects.create(subject=article, image=photo(), **words)
    return article


def questions(answer) -> list[str]:
    assert answer.status_code == 200 and answer.context["only_asks"], errors_of(answer)
    return errors_of(answer)


def test_a_draft_is_saved_without_words_by_whoever_may_publish():
    client, draft = signed_in(), article()
    url, data = opened(client, Article, draft)
    assert client.post(url, data | ONE_ROW | photo_row(0, image=photo(), **NO_WORDS)).status_code == 302
    assert not draft.photos.get().alt_th


@pytest.mark.parametrize(
    "way", [{"status": "published"}, {"_publish": "1"}, {"status": "published", "publish_at": "1/1/2570 09:00"}]
)
def test_letting_out_asks_once_for_what_stood_in_the_draft(way):
    client, draft = signed_in(), article(credit_th="", alt_en="A hall")
    url, data = opened(client, Article, draft)
    asked = client.post(url, data | way)
    said = questions(asked)
    assert len(said) == 2 and "เป็นภาษาไทย" in said[0] and "เครดิต" in said[1]
    assert client.post(url, as_sent(asked, Article) | way).status_code == 302
    draft.refresh_from_db()
    assert draft.status == "published"


def test_a_language_that_is_held_back_needs_no_words_yet():
    client, draft = signed_in(), article(alt_th="ห้องประชุม", credit_th="สำนักงาน")
    url, data = opened(client, Article, draft)
    assert len(questions(client.post(url, data | {"status": "published"}))) == 1
    assert client.post(url, data | {"status": "published", "hold_en": "on"}).status_code == 302


def test_what_is_public_since_long_without_words_holds_up_no_other_work():
    client, public = signed_in(), article("published", alt_th="")
    url, data = opened(client, Article, public)
    assert client.post(url, data | {"title_en": "Other words"}).status_code == 302
    rows = {f"{PHOTOS}-TOTAL_FORMS": "2"} | photo_row(1, image=photo("blue"), **NO_WORDS)
    assert len(questions(client.post(url, opened(client, Article, public)[1] | rows))) == 2


def test_who_sends_a_change_for_review_is_not_asked_and_who_opens_it_is():
    public = article("published")
    author, reviewer = editor(), publisher()
    row = ONE_ROW | photo_row(0, image=photo(), **NO_WORDS)
    assert sent(author, public, **row).status_code == 302 and not public.photos.exists()
    page = f"{desk_url(Article, 'change', public.pk)}?review={waiting().pk}"
    asked = [one for one in errors_of(reviewer.get(page)) if "ภาพนี้จะเผยแพร่" in one]
    assert len(asked) == 2, "the form that the reviewer opens asks already"
    assert sent(reviewer, public, "_release", page).status_code == 302
    assert public.photos.get().renditions


def test_the_list_asks_before_it_publishes():
    client, draft = signed_in(), article(alt_th="ห้องประชุม", alt_en="A hall")
    asked = act(client, "publish", draft)
    assert asked.status_code == 200 and "ห้องประชุม:" in asked.content.decode()
    assert act(client, "publish", draft, confirmed=asked.context["confirmed"]).status_code == 200
    draft.refresh_from_db()
    assert draft.status == "published"


def test_the_form_of_one_photo_asks_when_its_words_are_taken_out():
    client, row = signed_in(), Photo.objects.create(subject=article("published"), image=photo(), **WORDS)
    url, data = opened(client, Photo, row)
    assert client.post(url, data | {"caption_th": "พิธี"}).status_code == 302
    asked = client.post(url, opened(client, Photo, row)[1] | {"alt_th": "", "alt_en": ""})
    assert len(questions(asked)) == 1
    assert client.post(url, as_sent(asked, Photo)).status_code == 302


def test_photos_without_words_are_counted_in_one_query_and_listed(django_assert_num_queries):
    kept = article()
    for words in ({}, {"alt_en": "A hall"}, {"credit_en": "Office", "alt_th": "ห้อง"}):
        Photo.objects.create(subject=kept, image=photo(), **words)
    with django_assert_num_queries(1):
        found = counts()
    assert found == {"has_credit": 2, "has_alt": 1}
    client = signed_in()
    for parameter, number in found.items():
        listed = client.get(desk_url(Photo), {parameter: "no"})
        assert listed.context["cl"].result_count == number
