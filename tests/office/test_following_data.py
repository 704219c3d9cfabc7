"""What only the loader touched follows the starting data; what an officer touched stays, and is told on the desk."""

import shutil

import pytest
from django.contrib.auth.models import User
from django.db import transaction

from iad_portal.lib.desk.history import history_models, told_fields
from iad_portal.office.importer.rows import Fault
from iad_portal.office.importer.run import load
from iad_portal.office.models import Difference
from iad_portal.office.search.changes import by_hand
from networks.models import Network, Role
from relations.models import Alias, City, Person, Post, Source
from tests import world

from ..desk.desk import desk_url, signed_in
from .few_files import few_files
from .test_starting_data import change

pytestmark = pytest.mark.history
HEADING = "ข้อมูลตั้งต้นที่ระบุต่างออกไป"
WEBSITE = ("cities.csv", "https://dc.gov", "https://dc.example")


@pytest.fixture(scope="module")
def _few(django_db_setup, django_db_blocker, tmp_path_factory):
    few = few_files(tmp_path_factory.mktemp("few") / "files")
    with django_db_blocker.unblock(), transaction.atomic():
        with by_hand():
            load(few)
        yield few
        transaction.set_rollback(True)


@pytest.fixture
def few(_few, db):
    """A few files, as they were loaded."""
    return _few


@pytest.fixture
def folder(tmp_path, few):
    """A copy of them, to change."""
    return shutil.copytree(few, tmp_path / "files")


def reload(folder, *changes):
    """Make the (file, old, new) `changes` in `folder`, and load it."""
    for file, old, new in changes:
        change(folder / file, old, new)
    return load(folder)


def without_row(folder, file: str, beginning: str) -> None:
    """Take the row out of `file` that begins so."""
    lines = (folder / file).read_text(encoding="utf-8").splitlines(keepends=True)
    left = [line for line in lines if not line.startswith(beginning)]
    assert len(left) == len(lines) - 1
    (folder / file).write_text("".join(left), encoding="utf-8")


def washington() -> City:
    """The first partner city, as it stands."""
    return City.objects.get(slug="washington-dc")


def test_an_untouched_record_follows_its_row(folder):
    version = washington().version
    done = reload(folder, WEBSITE).done
    assert washington().website == "https://dc.example" and washington().version == version + 1
    assert done[City]["changed"] == 1 and not Difference.objects.exists()
    assert washington().history.first().revision.label == "load_starting_data"


def test_its_sources_follow_in_their_order(folder):
    person = Person.objects.get(slug="bhichit-rattakul")
    before = [citation.source.code for citation in person.citations.all()]
    reload(folder, ("people.csv", f",{';'.join(before)},", ",geonames;iao-560,"))
    assert [citation.source.code for citation in person.citations.all()] == ["geonames", "iao-560"]


def test_a_list_of_parts_follows_and_keeps_what_is_alike(folder):
    network = Network.objects.get(slug="citynet")
    before = dict(network.roles.values_list("title_en", "pk"))
    done = reload(folder, ("roles.csv", ",Vice President,", ",Vice-President,")).done
    after = dict(network.roles.values_list("title_en", "pk"))
    assert after.keys() == before.keys() - {"Vice President"} | {"Vice-President"}
    assert set(after.values()) == set(before.values()) and done[Role]["changed"] == 1


def test_a_row_used_for_another_part_is_as_old_as_its_own_sources(folder):
    roles = Network.objects.get(slug="citynet").roles
    roles.filter(title_en="Vice President").update(confirmed_on="2026-01-05", confirmed_precision="day")
    reload(folder, ("roles.csv", ",Vice President,", ",Vice-President,"))
    assert roles.get(title_en="Vice-President").confirmed_on is None  # its source bears no date


def test_what_no_row_names_any_more_goes_and_may_come_back(few, folder):
    without_row(folder, "aliases.csv", "city,qingdao,นครชิงต่าว")
    without_row(folder, "posts.csv", "muriel-bowser,")
    done = load(folder).done
    assert (done[Alias]["removed"], done[Post]["removed"]) == (1, 1)
    assert not Post.objects.filter(person__slug="muriel-bowser").exists()
    back = load(few).done
    assert (back[Alias]["created"], back[Post]["created"]) == (1, 1)


def test_there_and_back_is_where_it_was(few, folder):
    """All values of all records after a changed set and the first again are those of the first alone."""
    before = values()
    without_row(folder, "posts.csv", "muriel-bowser,")
    reload(folder, WEBSITE, ("roles.csv", ",Vice President,", ",Vice-President,"))
    assert values() != before
    load(few)
    assert values() == before


def values() -> dict:
    """What the tables of all records hold, but for keys."""
    found = {}
    for history in history_models():
        model = history.instance_type
        if hasattr(model, "history"):
            names = [field.attname for field in told_fields(model) if not field.is_relation]
            found[model] = sorted(map(repr, model._base_manager.values_list(*names)))
    return found


def test_what_differs_in_blanks_alone_is_as_it_was(folder):
    done = reload(
        folder, ("roles.csv", ",Vice President,", ", Vice  President,"), ("cities.csv", ",Qingdao,", ", Qingdao,")
    )
    assert not any(counts[what] for counts in done.done.values() for what in ("created", "changed", "removed"))


@pytest.mark.parametrize(("file", "name"), [("roles.csv", "Vice President"), ("cities.csv", "Qingdao")])
def test_a_changed_row_that_breaks_a_rule_is_named(file, name, folder):
    """A part, and a record of its own."""
    with pytest.raises(Fault, match=rf"{file}, line \d: (title|name)_en 'yyy"):
        reload(folder, (file, f",{name},", f",{'y' * 600},"))


def test_what_an_officer_touched_stays_and_is_told(folder):
    city = washington()
    city.name_en = "Washington"
    city.save()
    done = reload(folder, WEBSITE)
    assert washington().website == "https://dc.gov" and done.done[City]["changed"] == 0
    difference = Difference.objects.get()
    assert difference.record == city and difference.values == {"website": "https://dc.example"}


def test_what_an_officer_alone_changed_is_no_difference(few):
    city = washington()
    city.website = "https://officer.example"
    city.save()
    city.agreements.first().signatories.all().delete()
    load(few)
    assert not Difference.objects.exists()


def test_a_change_taken_back_by_the_officer_is_none(folder):
    city = washington()
    for website in ("https://officer.example", "https://dc.gov"):
        city.website = website
        city.save()
    reload(folder, WEBSITE)
    assert washington().website == "https://dc.example"


def test_that_an_officer_said_still_so_stays_and_is_no_difference(few, folder):
    officer = User.objects.create(username="officer")
    records = [Network.objects.get(slug="citynet"), Role.objects.get(title_en="Executive Committee member")]
    for record in records:
        world.still_so(record, officer)
    said = [(record.confirmed_on, record.confirmed_by) for record in records]
    load(few)
    for record in records:
        record.refresh_from_db()
    assert [(record.confirmed_on, record.confirmed_by) for record in records] == said
    assert not Difference.objects.exists()


def test_what_a_source_confirmed_stays_when_the_row_changes(folder):
    confirmed_on = Network.objects.get(slug="citynet").confirmed_on
    assert confirmed_on is not None
    website = Network.objects.get(slug="citynet").website
    reload(folder, ("networks.csv", website, "https://citynet.example"))
    network = Network.objects.get(slug="citynet")
    assert (network.website, network.confirmed_on) == ("https://citynet.example", confirmed_on)


def test_a_list_that_an_officer_touched_stays_and_is_told(folder):
    Network.objects.get(slug="citynet").roles.create(title_th="ประธาน", title_en="Chair")
    reload(folder, ("roles.csv", ",Vice President,", ",Vice-President,"))
    assert Role.objects.filter(title_en="Vice President").exists()
    assert Difference.objects.get().values == {"networks.Role": None}


def test_what_stands_on_it_keeps_a_record_that_no_row_names(folder):
    alias = Alias.objects.get(name="นครชิงต่าว")
    alias.language = "en"
    alias.save()
    without_row(folder, "aliases.csv", "city,qingdao,นครชิงต่าว")
    load(folder)
    assert Alias.objects.filter(pk=alias.pk).exists()
    assert Difference.objects.get().values == {}


def test_a_source_that_an_officer_cites_is_not_taken_away(few, folder):
    with (folder / "sources.csv").open("a", encoding="utf-8") as file:
        file.write("new-source,สำนักพิมพ์,Publisher,,,,th,,,,published\n")
    load(folder)
    washington().citations.create(source=Source.objects.get(code="new-source"), order=9)
    load(few)
    assert Source.objects.filter(code="new-source").exists() and Difference.objects.get().values == {}


@pytest.fixture
def told(folder):
    """Washington, which an officer renamed before its website changed in the files."""
    city = washington()
    city.name_th = "วอชิงตัน"
    city.save()
    reload(folder, WEBSITE)
    return city


def test_the_desk_leads_to_a_list_of_records_and_fields_until_they_agree(told):
    client = signed_in()
    assert HEADING in client.get("/admin/").content.decode()
    page = client.get(desk_url(Difference)).content.decode()
    assert str(told) in page and "เว็บไซต์" in page
    told.website = "https://dc.example"
    told.save()
    assert "ตรงกันแล้ว" in client.get(desk_url(Difference)).content.decode()


def test_the_list_shows_both_values_and_sets_aside_until_the_data_changes_again(told, folder):
    client, difference = signed_in(), Difference.objects.get()
    form = client.get(desk_url(Difference, "change", difference.pk)).content.decode()
    assert "https://dc.gov" in form and "https://dc.example" in form
    chosen = {"action": "set_aside", "_selected_action": [difference.pk]}
    assert client.post(desk_url(Difference), chosen).status_code == 302
    load(folder)
    assert HEADING not in client.get("/admin/").content.decode()
    reload(folder, ("cities.csv", "https://dc.example", "https://other.example"))
    assert HEADING in client.get("/admin/").content.decode()


def test_an_officer_without_a_right_to_it_is_not_told(told, client):
    client.force_login(User.objects.create(username="somchai", is_staff=True))
    assert HEADING not in client.get("/admin/").content.decode()
