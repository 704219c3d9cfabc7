"""The index follows the records: whoever writes them, and whatever is seen of them."""

from datetime import timedelta

import pytest
from django.core.management import call_command
from django.db import connection, transaction
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from iad_portal.lib.records.publishing import Status
from iad_portal.lib.records.unit_of_work import unit_of_work
from iad_portal.office.models import Page, SearchEntry, SearchSlip, SearchWord
from iad_portal.office.search import index, rebuilding
from iad_portal.office.search.answering import answer
from iad_portal.office.search.changes import by_hand
from iad_portal.office.search.finding import Narrowing, page
from networks.models import Commitment, Participation, Point
from news.models import Newsletter
from plans.models import Project
from relations.models import Alias, City, Document, Post, PostKind, Signatory
from tests import world

pytestmark = [pytest.mark.django_db, pytest.mark.search_index]


def found(query: str) -> list[str]:
    """Kind and key of the records that a query finds, in their order."""
    given = answer(query)
    entries = page(given.query, Narrowing(), given.found, 0, 20) if given.found and not given.instead else []
    return [f"{entry.kind}:{entry.key}" for entry in entries]


def state() -> tuple:
    """Everything that the index holds, without the keys of its own tables."""
    names = [field.name for field in SearchEntry._meta.concrete_fields if field.name != "id"]
    entries = sorted(SearchEntry.objects.values_list(*names), key=lambda row: row[:2])
    return (
        entries,
        sorted(SearchWord.objects.values_list("text")),
        sorted(SearchSlip.objects.values_list("word", "slip")),
    )


def test_a_record_is_found_from_its_publication_to_its_withdrawal():
    """As draft never; changed words are followed; after the deletion nothing is left of it."""
    article = world.article(status=Status.DRAFT, title_en="Zeppelins over Bangkok", body_en="<p>Quokkas</p>")
    assert found("zeppelins") == [] and not SearchWord.objects.filter(text="quokkas").exists()
    article.status = Status.PUBLISHED
    article.save()
    assert found("zeppelins") == found("quokkas") == [f"article:{article.pk}"]
    article.title_en = "Balloons over Bangkok"
    article.save()
    assert found("zeppelins") == [] and found("balloons") == [f"article:{article.pk}"]
    article.status = Status.WITHDRAWN
    article.save()
    assert found("balloons") == []
    article.status = Status.PUBLISHED
    article.save()
    article.delete()
    assert found("balloons") == [] and not SearchWord.objects.filter(text__in=["balloons", "quokkas"]).exists()


def test_a_scheduled_record_appears_at_its_moment_without_a_job():
    """Nothing runs in between; its name lends nothing before."""
    moment = timezone.now() + timedelta(hours=1)
    city = world.city("atlantis", name_en="Atlantis", publish_at=moment)
    article = world.article()
    article.cities.add(city)
    assert found("Atlantis") == []
    SearchEntry.objects.update(publish_at=timezone.now() - timedelta(seconds=1))
    assert found("Atlantis") == [f"city:{city.pk}", f"article:{article.pk}"]


def test_a_text_held_back_finds_nothing():
    """Nor is it kept in the index."""
    world.article(title_en="Hidden pangolins", body_en="<p>pangolins</p>", hold_en=True)
    assert found("pangolins") == [] and not SearchEntry.objects.filter(said_en__contains="pangolins").exists()


def test_a_city_s_new_name_finds_what_is_linked_to_it():
    """Articles, meetings, agreements, visits; the old name finds none of them; titles that show it follow."""
    city = world.city("old", name_th="นครเก่า", name_en="Oldtown")
    article, tie, visit = world.article(), world.agreement(city), world.exchange(city)
    world.meeting(host_city=city)
    article.cities.add(city)
    city.name_en, city.name_th = "Newhaven", "นครใหม่"
    city.save()
    kinds = ["city", "agreement", "exchange", "article", "meeting"]
    assert (
        {name.split(":")[0] for name in found("Newhaven")} == set(kinds) == {n.split(":")[0] for n in found("นครใหม่")}
    )
    assert found("Oldtown") == []
    assert "Newhaven" in SearchEntry.objects.get(kind="agreement", key=tie.pk).title_en
    city.slug = "new"
    city.save()
    assert SearchEntry.objects.get(kind="exchange", key=visit.pk).address("th") == "/th/cities/new/#done"


def test_a_country_s_change_reaches_what_counts_as_its_own():
    """The city moves to another country: so do the articles on it."""
    city = world.city("edo", "JP")
    article = world.article()
    article.cities.add(city)
    assert SearchEntry.objects.get(kind="article", key=article.pk).countries == "JP"
    city.country = world.country("HU")
    city.save()
    assert SearchEntry.objects.get(kind="article", key=article.pk).countries == "HU"


def part_of_a_meeting(kind: str):
    """A meeting, and a function that gives it a row of this kind."""
    meeting = world.meeting()
    make = {
        "point": lambda: Point.objects.create(meeting=meeting, kind="topic", text_th="หัวข้อ", text_en="Okapi"),
        "guest": lambda: Participation.objects.create(meeting=meeting, body_th="องค์กร", body_en="Okapi"),
        "promise": lambda: Commitment.objects.create(
            code="c", meeting=meeting, framework="bilateral", title_th="ข้อ", title_en="Okapi"
        ),
    }
    return meeting, make[kind]


@pytest.mark.parametrize("kind", ["point", "guest", "promise"])
def test_a_row_of_a_record_counts_as_its_text(kind):
    """Until it is deleted."""
    meeting, make = part_of_a_meeting(kind)
    row = make()
    assert found("okapi") == [f"meeting:{meeting.pk}"]
    row.delete()
    assert found("okapi") == []


def test_names_of_people_find_what_they_signed_led_or_chaired():
    """Also half of a name; ranks and posts are followed when they are saved."""
    city, head = world.city("edo"), world.person("h", name_th="ชัยยศ มั่นคง", name_en="Chaiyot Mankhong")
    tie, mission, talks = world.agreement(city), world.embassy(), world.meeting()
    Signatory.objects.create(agreement=tie, side="bangkok", person=head)
    Post.objects.create(person=head, kind=PostKind.HEAD_OF_MISSION, embassy=mission, title_en="Ambassador")
    Post.objects.create(person=head, kind=PostKind.LEADER, city=city, title_en="Mayor")
    talks.chairs.add(head)
    wanted = {f"agreement:{tie.pk}", f"embassy:{mission.pk}", f"meeting:{talks.pk}", f"city:{city.pk}"}
    assert set(found("Chaiyot")) == set(found("ชัยยศ มั่นคง")) == wanted


def test_links_from_the_other_side_are_followed_too():
    """city.articles.add, remove and clear; and set from the article."""
    city, article = world.city("edo", name_en="Edo"), world.article()
    city.articles.add(article)
    assert f"article:{article.pk}" in found("Edo")
    city.articles.remove(article)
    assert f"article:{article.pk}" not in found("Edo")
    article.cities.set([city])
    assert f"article:{article.pk}" in found("Edo")
    city.articles.clear()
    assert f"article:{article.pk}" not in found("Edo")


def test_papers_and_pictures_count_as_text_of_their_record():
    """Titles and captions."""
    article = world.article()
    paper = Document.objects.create(subject=article, title_th="เอกสาร", title_en="Axolotl")
    assert found("axolotl") == [f"article:{article.pk}"]
    paper.delete()
    assert found("axolotl") == []


def test_an_alias_finds_its_record_and_its_links():
    """And goes with the alias."""
    city, article = world.city("chaozhou", name_th="เมืองแต้จิ๋ว", name_en="Chaozhou"), world.article()
    article.cities.add(city)
    alias = Alias.objects.create(subject=city, name="Teochew", language="en", kind="romanisation")
    assert found("teochew") == [f"city:{city.pk}", f"article:{article.pk}"]
    alias.delete()
    assert found("teochew") == []


def test_every_kind_of_record_has_its_entry_and_its_address(client):
    """Each result leads to a page that answers, at its place on it."""
    city, mission = world.city("edo"), world.embassy()
    world.agency(), world.agreement(city), world.exchange(city), world.exchange(embassies=[mission]), world.network()
    (
        world.meeting(),
        world.article(),
        world.project(world.plan()),
        world.person(),
        Project.objects.create(slug="p", meeting=world.meeting(), **world.PUBLISHED, title_en="P"),
    )
    Newsletter.objects.create(slug="n", volume=1, number=2, **world.PUBLISHED)
    Page.objects.create(slug="mission", title_th="พันธกิจ", **world.PUBLISHED)
    entries = SearchEntry.objects.results()
    assert {entry.kind for entry in entries} == {
        "agency", "agreement", "article", "city", "embassy", "exchange", "meeting", "network", "newsletter", "page",
        "plan", "project",
    }  # fmt: skip
    for entry in entries:
        path, _sharp, anchor = entry.address("en").partition("#")
        response = client.get(path)
        assert response.status_code == 200, entry.page
        assert not anchor or f'id="{anchor}"' in response.content.decode(), entry.page


def test_a_line_without_a_page_is_no_result():
    """A visit to a draft city, a project of a draft plan; with the page they come."""
    city, plan = world.city("edo", status="draft"), world.plan(status="draft")
    visit, project = world.exchange(city), world.project(plan)
    assert not SearchEntry.objects.filter(kind__in=["exchange", "project"]).exists()
    for host in (city, plan):
        host.status = "published"
        host.save()
    assert set(SearchEntry.objects.filter(kind__in=["exchange", "project"]).values_list("kind", "key")) == {
        ("exchange", str(visit.pk)),
        ("project", str(project.pk)),
    }


def test_one_unit_of_work_is_indexed_once():
    """However often its record is saved."""
    article = world.article()
    with unit_of_work():
        for number in range(5):
            article.title_en = f"Numbat {number}"
            article.save()
        assert found("numbat") == []
    assert found("numbat") == [f"article:{article.pk}"]


@pytest.mark.history
def test_a_record_brought_back_from_history_is_found_again():
    """As it was then."""
    article = world.article(title_en="Numbat")
    then = article.history.latest().instance
    article.delete()
    assert found("numbat") == []
    then.save()
    assert found("numbat") == [f"article:{then.pk}"]


def test_what_fails_leaves_the_index_as_it_was():
    """The entry is written in the transaction of its record."""
    article = world.article(title_en="Numbat")
    with pytest.raises(ZeroDivisionError), transaction.atomic():
        article.title_en = "Wombat"
        article.save()
        raise ZeroDivisionError
    assert found("numbat") == [f"article:{article.pk}"] and found("wombat") == []


def test_the_rebuild_ends_where_the_changes_lead():
    """After additions, changes, deletions; it mends what was written past the signals, and is then idle."""
    city = world.washington()
    world.article(title_en="Numbat").delete()
    article, gone = world.article(title_en="Wombat"), world.article(title_en="Bilby")
    article.cities.add(city)
    city.name_en = "Washington"
    city.save()
    world.article(event_on="2019-05", published_on=None)
    kept, keys = state(), set(SearchEntry.objects.values_list("pk", flat=True))
    with CaptureQueriesContext(connection) as asked:
        rebuilding.rebuild()
    assert state() == kept and keys == set(SearchEntry.objects.values_list("pk", flat=True))
    assert not [query["sql"] for query in asked if query["sql"].startswith(("INSERT", "DELETE", "UPDATE"))]
    with by_hand():
        gone.delete()
        City.objects.filter(pk=city.pk).update(name_en="Potoroo")
    SearchEntry.objects.filter(kind="article", key=article.pk).delete()
    steps = []
    rebuilding.rebuild(steps.append)
    assert sum(steps) == rebuilding.size()
    assert set(found("Potoroo")) >= {f"city:{city.pk}", f"article:{article.pk}"} and found("bilby") == []
    mended = state()
    rebuilding.rebuild()
    assert state() == mended


def test_the_start_of_the_portal_builds_a_missing_or_outdated_index():
    """And leaves one that is in step alone."""
    assert not rebuilding.is_out_of_step()
    world.article(title_en="Numbat")
    assert not rebuilding.is_out_of_step()
    SearchEntry.objects.update(edition=0)
    assert rebuilding.is_out_of_step()
    call_command("rebuild_search", "--if-needed")
    assert not rebuilding.is_out_of_step()
    SearchEntry.objects.filter(kind="article").delete()
    assert rebuilding.is_out_of_step()


def test_the_engine_s_own_index_can_be_made_again():
    """After every migration; nothing is lost by it."""
    world.article(title_en="Numbat")
    index.ensure_structure(connection.alias)
    assert len(found("numbat")) == 1


@pytest.mark.django_db(transaction=True)
def test_the_rebuild_works_side_by_side_outside_a_transaction():
    """On PostgreSQL in two threads, each with its own connection."""
    article = world.article(title_en="Numbat")
    SearchEntry.objects.all().delete()
    rebuilding.rebuild()
    assert found("numbat") == [f"article:{article.pk}"]


def test_a_key_given_again_in_one_unit_leaves_nothing_of_the_first():
    """A new record has no entry to look for; one that takes the place of another has."""
    old = world.city("oldtown", name_en="Oldtown")
    key = old.pk
    with unit_of_work():
        old.delete()
        world.city("newtown", pk=key, name_en="Newtown", status="draft")
    assert found("Oldtown") == found("Newtown") == [] and not SearchEntry.objects.filter(kind="city").exists()


def test_an_agreement_that_is_new_makes_its_city_a_sister_city_to_search():
    """Of other new records nobody repeats anything yet; of an agreement its city does."""
    city = world.city("edo", name_en="Edo")
    assert not any(code.startswith("city:") for code in found("twin town"))
    world.agreement(city)
    assert any(code.startswith("city:") for code in found("twin town"))
