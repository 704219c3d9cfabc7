"""A language held back must leave a text in the other one, for every kind of record and by every way to publish it."""

import pytest
from django.contrib.auth.models import User

from iad_portal.lib.records.holds import faults_of_holds
from iad_portal.office.caching import publishable_models
from news.models import Article, Newsletter
from tests import world
from tests.desk.desk import desk_url, signed_in, untouched
from tests.desk.test_status import act

pytestmark = pytest.mark.django_db
WITH_A_HEADLINE = [model for model in publishable_models() if model._meta.model_name not in ("agreement", "newsletter")]


def edited(record, **facts):
    """The answer to the form of `record`, sent with `facts` changed."""
    client, url = signed_in(f"officer-{User.objects.count()}"), desk_url(type(record), "change", record.pk)
    data = untouched(client, url, type(record)) | facts
    return client.post(url, {name: value for name, value in data.items() if value is not None})


@pytest.mark.parametrize("model", WITH_A_HEADLINE, ids=lambda model: model._meta.model_name)
@pytest.mark.parametrize(("held", "other"), [("th", "en"), ("en", "th")])
def test_a_hold_is_refused_where_the_other_language_has_no_headline(model, held, other):
    """Every publishable kind, both languages, and both holds at once."""
    headline = "title" if hasattr(model, "title_th") else "name"
    record = model(status="published", **{f"hold_{held}": True, f"{headline}_{held}": "x", f"{headline}_{other}": " "})
    assert list(faults_of_holds(record)) == [f"hold_{held}"]
    setattr(record, f"{headline}_{other}", "y")
    assert not faults_of_holds(record)
    setattr(record, f"hold_{other}", True)
    assert set(faults_of_holds(record)) == {"hold_th", "hold_en"}


def test_what_has_a_headline_by_itself_may_still_not_lose_its_only_words():
    """A newsletter is called by its number; its Thai title and summary are all it says."""
    record = Newsletter(status="published", hold_th=True)
    assert not faults_of_holds(record)
    record.summary_th = "x"
    assert faults_of_holds(record)
    record.title_en = "y"
    assert not faults_of_holds(record)


@pytest.mark.parametrize("facts", [{"title_en": ""}, {"body_en": ""}, {"hold_en": "on"}])
def test_the_form_refuses_it_and_the_later_emptying_of_the_other_text(facts):
    """In words beside the box; as a draft it may wait for its other language."""
    article = world.article(hold_th=True)
    assert edited(article, **facts).status_code == 200
    assert Article.objects.filter(title_en=article.title_en, hold_en=False).exists()
    assert edited(article, **facts, status="draft").status_code == 302


def test_the_list_action_leaves_it_a_draft_and_says_why():
    """The others are published."""
    thai = world.article("thai", status="draft", hold_th=True, title_en="")
    whole = world.article("whole", status="draft", hold_th=True)
    html = act(signed_in(), "publish", thai, whole).content.decode()
    assert str(thai) in html and "ไม่เหลือข้อความ" in html
    assert dict(Article.objects.values_list("slug", "status")) == {"thai": "draft", "whole": "published"}
