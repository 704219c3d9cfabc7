"""The filters beside the desk's lists: each choice shows just the records that it names, and not the others."""

from datetime import timedelta

import pytest
from django.contrib import admin
from django.contrib.auth.models import User
from django.contrib.redirects.models import Redirect
from django.test import RequestFactory

from iad_portal.lib.dates import calendar
from iad_portal.lib.desk.filters import YesNoFilter, missing_filter
from networks.models import Commitment, CommitmentNote, Meeting, Network
from news.models import Article
from plans.models import Project
from relations.models import Agency, Agreement, City, Document, Embassy, Exchange, Figure, Person, Post, Source
from tests import world

from .desk import desk_url, record_models

pytestmark = pytest.mark.django_db
YESTERDAY, TOMORROW = calendar.today() - timedelta(days=1), calendar.today() + timedelta(days=1)


def shown(model, **chosen) -> set:
    """The records that the list of `model` shows a superuser with these filters."""
    request = RequestFactory().get(desk_url(model), chosen)
    request.user = User(is_active=True, is_staff=True, is_superuser=True)
    desk = admin.site._registry[model]
    return set(desk.get_changelist_instance(request).get_queryset(request))


def commitment(code: str, **facts) -> Commitment:
    return Commitment.objects.create(
        code=code, framework="bilateral", title_th=code, **{"meeting": world.meeting()} | facts
    )


def post(**facts) -> Post:
    return Post.objects.create(person=world.person(), title_th="ประธาน", **facts)


def cities_with_and_without_an_agreement():
    return world.washington(), world.city()


def unpublished(article: Article) -> Article:
    """The article, of which nobody knows when it came out."""
    Article.objects.filter(pk=article.pk).update(published_on=None, first_published_at=None)
    return article


# The list, the parameter, and what makes a record of "yes" and one of "no".
HALVES = {
    "partner": (City, "partner", cities_with_and_without_an_agreement),
    "place": (City, "has_latitude", lambda: (world.city(), world.city(latitude=None, longitude=None))),
    "bangkok": (Network, "bangkok", lambda: (world.network(), world.network(member=False))),
    "past network": (Network, "bangkok", lambda: (world.network(), world.network(activity="past"))),
    "desk": (Agency, "has_desk", lambda: (world.agency("a", desk_th="กลุ่มงาน"), world.agency("b"))),
    "address": (Embassy, "has_address", lambda: (world.embassy("JP", address_th="ถนน"), world.embassy("HU"))),
    "dated": (Agreement, "dated", lambda: (world.agreement(signed_on="1993"), world.agreement())),
    "in force from": (Agreement, "dated", lambda: (world.agreement(effective_on="1993"), world.agreement())),
    "day of a visit": (Exchange, "has_starts_on", lambda: (world.exchange(), world.exchange(starts_on=None))),
    "day of a meeting": (
        Meeting, "has_starts_on", lambda: (world.meeting(), world.meeting(starts_on=None, ends_on=None)),
    ),
    "day of a figure": (
        Figure, "has_as_of", lambda: (world.figure(world.city(), as_of="2020"), world.figure(world.city())),
    ),
    "term": (Post, "has_starts_on", lambda: (post(starts_on="2020"), post())),
    "due": (Commitment, "has_due_on", lambda: (commitment("a", due_on="2020"), commitment("b"))),
    "budget": (Project, "has_budget_thb", lambda: (world.project(budget_thb=0), world.project())),
    "came out": (Article, "has_published_on", lambda: (world.article(), unpublished(world.article()))),
    "noted by the portal": (
        Article, "has_published_on", lambda: (world.article(published_on=None), unpublished(world.article())),
    ),
    "doubt": (City, "doubt", lambda: (world.city(doubt_th="โปรดยืนยัน"), world.city(doubt_th="", doubt_en=None))),
    "doubt in English": (City, "doubt", lambda: (world.city(doubt_en="Confirm"), world.city())),
    "moved": (
        Redirect, "leads",
        lambda: [Redirect.objects.create(site_id=1, old_path=f"/{to}", new_path=to) for to in ("/th/", "")],
    ),
}  # fmt: skip


@pytest.mark.parametrize(("model", "parameter", "make"), HALVES.values(), ids=HALVES)
def test_yes_and_no_are_the_two_halves(model, parameter, make):
    yes, no = make()
    both = {record for record in model.objects.all() if record in (yes, no)}
    assert both == {yes, no}
    assert shown(model, **{parameter: "yes"}) & both == {yes}
    assert shown(model, **{parameter: "no"}) & both == {no}
    assert shown(model, **{parameter: "nonsense"}) >= both
    assert shown(model) >= both


def test_every_filter_of_two_halves_is_asked_above():
    """A new one has its line there."""
    asked = {(model, parameter) for model, parameter, _make in HALVES.values()}
    of_files = {(Document, "has_file"), (Document, "has_credit")}
    found = set()
    for model in record_models():
        for shown in admin.site._registry[model].list_filter:
            if isinstance(shown, type) and issubclass(shown, YesNoFilter):
                found.add((model, shown.parameter_name))
    assert {pair for pair in found if pair[0]._meta.model_name != "photo"} - of_files <= asked


def test_a_missing_text_is_the_empty_one_and_the_unwritten_one():
    written, empty, unwritten = (world.agency(str(text), desk_th=text) for text in ("กลุ่ม", "", None))
    chosen = missing_filter("desk_th", "desk")(None, {"has_desk_th": ["no"]}, Agency, None)
    assert set(chosen.queryset(None, Agency.objects.all())) == {empty, unwritten} != {written}


def test_a_language_is_missing_where_nothing_is_written_in_it():
    thai = [world.city(name_en="Only English", name_th=text) for text in ("", None)]
    english = [world.city(name_th="ไทยเท่านั้น", name_en=text) for text in ("", None)]
    world.city()
    assert shown(City, missing="th") == set(thai)
    assert shown(City, missing="en") == set(english)
    assert len(shown(City, missing="de")) == 5


def test_agreements_by_their_state_today():
    facts = {
        "in_force": {"signed_on": "2000-01-01"}, "in_force_undated": {}, "not_yet": {"signed_on": TOMORROW},
        "ended": {"signed_on": "2000-01-01", "expires_on": YESTERDAY},
    }  # fmt: skip
    made = {state: world.agreement(**of) for state, of in facts.items()}
    assert {state: shown(Agreement, state=state) for state in made} == {state: {made[state]} for state in made}
    assert shown(Agreement, state="nonsense") == set(made.values())


def test_commitments_by_where_they_stand_today():
    made = {"agreed": commitment("agreed"), "overdue": commitment("overdue", due_on=YESTERDAY)}
    for state in ("under_way", "done", "dropped"):
        made[state] = commitment(state)
        CommitmentNote.objects.create(commitment=made[state], noted_on=YESTERDAY, state=state)
    found = {state: shown(Commitment, state=state) for state in made}
    assert found == {state: {made[state]} for state in made} | {"agreed": {made["agreed"], made["overdue"]}}
    assert shown(Commitment, state="nonsense") == set(made.values())


def test_meetings_of_one_network():
    of = world.meeting(network=world.network())
    other = world.meeting(network=world.network())
    assert shown(Meeting, network=of.network.pk) == {of}
    assert shown(Meeting, network="x") == {of, other}


def test_projects_of_one_fiscal_year():
    of = world.project(world.plan())
    other = world.project(world.plan(fiscal_year=2014, period_from="2013-10-01", period_to="2014-09-30"))
    assert shown(Project, plan__fiscal_year=2013) == {of}
    assert shown(Project, plan__fiscal_year="x") == {of, other}


@pytest.mark.parametrize(
    ("model", "parameter", "make"),
    [
        (Agreement, "year_of_signed_on", lambda day: world.agreement(signed_on=day)),
        (Exchange, "year_of_starts_on", lambda day: world.exchange(starts_on=day)),
        (Meeting, "year_of_starts_on", lambda day: world.meeting(starts_on=day, ends_on=None)),
        (Article, "year_of_dated_on", lambda day: world.article(published_on=day)),
        (Source, "year_of_dated_on", lambda day: world.source(dated_on=day)),
    ],
)
def test_a_year_begins_on_its_first_and_ends_on_its_last_day(model, parameter, make):
    days = ["2018-12-31", "2019-01-01", "2019-12-31", "2020-01-01"]
    made = [make(day) for day in days]
    assert shown(model, **{parameter: 2019}) == set(made[1:3])
    assert shown(model, **{parameter: "19"}) == set(made), "no year, no filter"


def test_sources_by_their_language():
    thai, english = world.source(language="th"), world.source(language="en")
    assert shown(Source, language="th") == {thai} and shown(Source, language="en") == {english}


def test_people_are_found_by_the_kind_of_their_posts():
    leader = post(kind="leader").person
    post(kind="other")
    assert shown(Person, posts__kind="leader") == {leader}
