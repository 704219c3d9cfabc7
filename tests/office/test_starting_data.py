"""The starting data says what the sources say, comes in whole or not at all, and never overrides an officer."""

import csv
import json
import shutil
from datetime import date
from io import StringIO

import pytest
from django.apps import apps
from django.conf import settings
from django.contrib.admin.models import DELETION, LogEntry
from django.contrib.redirects.models import Redirect
from django.contrib.sites.models import Site
from django.core.management import call_command
from django.core.management.base import CommandError

from iad_portal.lib.dates.calendar import PartialDate
from iad_portal.office.importer.rows import FOLDER, Fault
from iad_portal.office.importer.run import STEPS, load
from iad_portal.office.models import Page
from networks.models import CityMembership, Commitment, Fee, Meeting, Membership, Network, Participation, Point, Role
from news.models import Article, Newsletter
from plans.models import Plan, Project, ProjectProgress
from relations.models import (
    Agency,
    Agreement,
    Alias,
    Citation,
    City,
    Country,
    Document,
    Embassy,
    Exchange,
    Figure,
    KeyRecipient,
    Person,
    Post,
    Revision,
    Signatory,
    Source,
    Spelling,
    YouthGroup,
)

pytestmark = pytest.mark.history
UNDATED = {"ankara", "chengdu", "hue", "lausanne", "lisbon", "tehran"}


def rows(name: str) -> list[dict]:
    """The rows of a file, as they are."""
    with (FOLDER / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def records(name: str, part: str = "") -> list[dict]:
    """The records of a JSON file, as they are."""
    data = json.loads((FOLDER / f"{name}.json").read_text(encoding="utf-8"))
    return data[part] if part else data


@pytest.fixture
def folder(tmp_path):
    """A copy of the files, to break."""
    return shutil.copytree(FOLDER, tmp_path / "files")


def change(path, old: str, new: str) -> None:
    """Replace what stands once or more in a file."""
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")


def test_thirty_five_partner_cities_in_eighteen_countries(starting_data):
    partners = City.objects.published().partners()
    assert partners.count() == 35
    assert partners.values("country").distinct().count() == 18
    assert {city.slug for city in City.objects.undated_partners()} == UNDATED
    assert partners.filter(office_order__isnull=False).count() == 32


def test_of_a_past_day_the_undated_ties_do_not_count(starting_data):
    assert City.objects.published().partners(date(1962, 2, 18)).count() == 0
    assert [city.slug for city in City.objects.partners(date(1962, 2, 19))] == ["washington-dc"]
    assert not UNDATED & {city.slug for city in City.objects.partners(date(2020, 1, 1))}


def test_the_drafts_are_drafts(starting_data):
    drafts = {
        str(getattr(record, "slug", None) or getattr(record, "country_id", None) or record.number)
        for model in (City, Agreement, Embassy, Exchange, Network, Meeting, Plan, Project, Article, Page)
        for record in model.objects.exclude(status="published")
    }
    numbers = {row["number"] for row in rows("agreements") if row["load_as"] == "draft"}
    assert drafts == {"brisbane", "shantou", "LY", "UZ", *numbers} and len(numbers) == 2


def test_washington_was_the_first(starting_data):
    agreement = Agreement.objects.get(city__slug="washington-dc", number=1)
    assert agreement.signed_on.iso == "1962-02-19" and agreement.signed_on.precision == "day"
    assert [str(signatory.person.name_en) for signatory in agreement.signatories.all()] == [
        "Walter N. Tobriner",
        "John B. Duncan",
    ]
    assert Agreement.objects.get(number=2).renews == agreement


def test_dates_keep_how_much_is_known(starting_data):
    assert Agreement.objects.get(city__slug="beijing").signed_on.iso == "1993"
    assert Network.objects.get(slug="c40").memberships.get().joined_on.iso == "2006-12-26"
    assert Plan.objects.get(slug="monthly-plan-2012-05").month == date(2012, 5, 1)
    meeting = Meeting.objects.get(slug="mgmac-7-2019")
    assert (meeting.starts_on.iso, meeting.ends_on.iso) == ("2019-06-26", "2019-06-28")


def test_every_row_of_every_file_is_there(starting_data):
    meetings, plans = records("meetings"), records("plans", "plans")
    projects = records("plans", "projects")
    expected = {
        **{
            model: len(rows(name))
            for name, model in {
                "sources": Source, "countries": Country, "cities": City, "aliases": Alias, "agencies": Agency,
                "people": Person, "posts": Post, "agreements": Agreement, "signatories": Signatory,
                "exchanges": Exchange, "figures": Figure, "networks": Network, "memberships": Membership,
                "roles": Role, "fees": Fee, "embassies": Embassy, "city_memberships": CityMembership,
                "youth_exchanges": YouthGroup, "key_recipients": KeyRecipient, "newsletters": Newsletter,
                "spellings": Spelling,
            }.items()
        },
        Meeting: len(meetings),
        Participation: sum(len(meeting["participation"]) for meeting in meetings),
        Document: sum(len(meeting["documents"]) for meeting in meetings),
        Commitment: sum(len(meeting["commitments"]) for meeting in meetings),
        Point: sum(len(m[part]) for m in meetings for part in ("topics", "outcomes", "recommendations")),
        Plan: len(plans),
        Project: len(projects),
        ProjectProgress: sum(bool(project["progress_percent"]) for project in projects),
        Article: len(records("news")),
        Page: len(records("pages")),
        Redirect: sum(row["match"] == "exact" for row in rows("legacy_urls")),
    }  # fmt: skip
    assert {model: model._base_manager.count() for model in expected} == expected
    assert sum(sum(done.values()) for model, done in starting_data.done.items() if model is not Citation) == STEPS


def test_records_name_the_sources_of_their_rows_in_order(starting_data):
    for name, model, key in (("agreements", Agreement, "number"), ("exchanges", Exchange, "code")):
        found = {str(getattr(record, key)): record for record in model.objects.prefetch_related("citations__source")}
        for row in rows(name):
            record = found[row["number" if key == "number" else "id"]]
            assert [citation.source.code for citation in record.citations.all()] == [
                s for s in row["source"].split(";") if s
            ]
    assert Citation.objects.count() > 1000


def test_claims_are_confirmed_by_their_newest_dated_source(starting_data):
    for row in rows("last_confirmed"):
        if row["kind"] == "embassy" and row["newest_source_date"]:
            confirmed_on = Embassy.objects.get(country_id=row["record"]).confirmed_on
            assert confirmed_on.first_day >= PartialDate.from_iso(row["newest_source_date"]).first_day
    assert Role.objects.get(title_en="Executive Committee member").confirmed_on.iso == "2013-11"
    # It is named by a source of 2025 beside one of 1962.
    assert Agreement.objects.get(number=1).confirmed_on.iso == "2025-06-12"
    assert not Post.objects.filter(confirmed_on__isnull=False).exists()


def test_what_files_add_to_the_records_of_others(starting_data):
    """Profile and contacts with their dates and sources, numbers of young people, the key, cities of networks."""
    seoul, japan = City.objects.get(slug="seoul"), Embassy.objects.get(country_id="JP")
    assert seoul.profile_en.startswith("<p>Seoul, the capital") and seoul.profile_as_of.iso == "2025-05"
    assert {"beijing-fao-seoul", "iad-city-41"} <= {row.source.code for row in seoul.citations.all()}
    assert (japan.fax, japan.contacts_as_of.iso) == ("+66 2 207 8511", "2018-09-27")
    assert "As of 2018: please confirm" in japan.doubt_en
    groups = Exchange.objects.get(code="youth-sendoff-2018").youth_groups
    assert sum(group.people for group in groups.all()) == 87
    assert KeyRecipient.objects.get(person__slug="koike-yuriko").exchange.code == "tokyo-signing-2025"
    assert seoul.network_memberships.filter(network__slug="c40", role="member").exists()
    assert Newsletter.objects.get().summary_th == "ออกใน พ.ศ. 2558 จำนวน 16 หน้า"


def test_who_published_the_facts_of_an_article(starting_data):
    """The office, or another: then the day is theirs, and when the office's words came out is not known."""
    own, told = (Article.objects.get(slug=slug) for slug in ("chengdu-2015", "beijing-council-2025"))
    assert (own.credit_en, own.based_on_en, str(own.published_on)) == ("International Affairs Office", "", "2015-02-12")
    assert (told.credit_en, told.based_on_en, told.published_on) == ("", "The Nation", None)
    assert told.based_on_date.iso == "2025-09-17"
    assert Meeting.objects.get(slug="asean-capitals-committee-1-2020").network is None  # a committee of Bangkok's own


def test_links_between_records(starting_data):
    article = Article.objects.get(slug="asean-capitals-committee-2020")
    assert article.agencies.count() == 10 and article.people.count() == 3
    assert article.credit_th == "สกต." and article.body_th.startswith("<p>ผู้แทนสิบหน่วยงาน")
    strategy = Plan.objects.get(slug="foreign-affairs-strategy-2023-2027")
    assert strategy.supersedes.count() == 2
    assert Meeting.objects.get(slug="mgmac-7-som-2019").part_of.slug == "mgmac-7-2019"
    office = Agency.objects.get(slug="iao")
    assert office.social == "https://www.facebook.com/bangkokiad" and office.phone == "" and office.doubt_th
    assert office.figures.count() == 19


def test_one_revision_and_no_officer(starting_data):
    assert Revision.objects.count() == 1
    assert Revision.objects.get().label == "load_starting_data" and Revision.objects.get().user is None


def history_rows() -> dict[str, int]:
    """How many rows of history each model has."""
    return {m.__name__: m.objects.count() for m in apps.get_models() if m.__name__.startswith("Historical")}


def test_loading_again_changes_nothing(starting_data):
    before, versions = history_rows(), list(City.objects.order_by("pk").values_list("version", "updated_at"))
    again = load()
    assert history_rows() == before and Revision.objects.count() == 1
    assert list(City.objects.order_by("pk").values_list("version", "updated_at")) == versions
    assert not any(done[what] for done in again.done.values() for what in ("created", "changed", "removed", "left"))
    assert again.unlike == []


def test_what_an_officer_changed_stays(starting_data):
    city = City.objects.get(slug="porto")
    city.name_th, city.slug = "นครโปร์ตู", "oporto"
    city.save()
    Alias.objects.filter(subject_id=str(city.pk)).first().delete()
    city.agreements.first().signatories.all().delete()
    load()
    city.refresh_from_db()
    assert city.name_th == "นครโปร์ตู" and not City.objects.filter(slug="porto").exists()
    assert not city.agreements.first().signatories.exists()


def test_what_an_officer_deleted_stays_away_with_all_that_needs_it(starting_data):
    Article.objects.get(slug="dalian-2019").delete()
    person = Person.objects.get(slug="batbold")
    person.signatures.all().delete()
    person.delete()
    done = load().done
    assert (
        not Article.objects.filter(slug="dalian-2019").exists() and not Person.objects.filter(slug="batbold").exists()
    )
    assert (done[Article]["left"], done[Person]["left"], done[Post]["left"], done[Signatory]["left"]) == (1, 1, 1, 1)


def test_what_belonged_to_a_deleted_record_stays_away(starting_data):
    Network.objects.get(slug="wego").delete()
    Project.objects.get(slug="multicultural-society-fy2023").delete()
    done = load().done
    left = {model: done[model]["left"] for model in (Network, Membership, Figure, Alias, Project, ProjectProgress)}
    aliases = [row for row in rows("aliases") if (row["subject_type"], row["subject"]) == ("network", "wego")]
    assert left == {Network: 1, Membership: 1, Figure: 3, Alias: len(aliases), Project: 1, ProjectProgress: 1}
    assert not any(counts["created"] for counts in done.values())


def test_a_meeting_deleted_with_its_parts_stays_away(starting_data):
    Project.objects.filter(meeting__slug="mgmac-7-2019").delete()
    Meeting.objects.filter(part_of__slug="mgmac-7-2019").update(part_of=None)
    Meeting.objects.get(slug="mgmac-7-2019").delete()
    done = load().done
    assert (done[Meeting]["left"], done[Project]["left"], done[Commitment]["created"]) == (2, 3, 0)


def test_a_redirect_deleted_in_the_admin_stays_away(starting_data, admin_user):
    redirect = Redirect.objects.get(old_path="/node/334")
    LogEntry.objects.log_actions(admin_user.pk, [redirect], DELETION)
    redirect.delete()
    assert load().done[Redirect]["left"] == 1
    assert not Redirect.objects.filter(old_path="/node/334").exists()


def test_a_new_row_comes_in_later(starting_data, folder):
    with (folder / "people.csv").open("a", encoding="utf-8") as file:
        file.write("new-person,คนใหม่,New Person,,,iao-560,,,published\n")
    assert load(folder).done[Person]["created"] == 1
    assert Person.objects.get(slug="new-person").citations.get().source.code == "iao-560"


BROKEN = {
    "profile of no city": ("city_profiles.csv", "\nseoul,", "\nsoul,", "city_profiles.csv, line 12: no record is"),
    "profile twice": ("city_profiles.csv", "\nseoul,", "\nbeijing,", "city_profiles.csv, line 12: city: 'beijing' is"),
    "unknown code": ("cities.csv", ",capital,38.8951", ",capitol,38.8951", "cities.csv, line 3: kind: 'capitol'"),
    "no such record": ("agreements.csv", ",beijing,", ",peking,", "agreements.csv, line 4: there is no city 'peking'"),
    "no such day": ("agreements.csv", "1962-02-19", "1962-02-30", "agreements.csv, line 2: signed_on: '1962-02-30'"),
    "Buddhist Era": ("agreements.csv", "1962-02-19", "2505-02-19", "signed_on: the year of '2505-02-19'"),
    "precision": ("agreements.csv", "1993,year", "1993,day", "precision: 'day', but signed_on is '1993'"),
    "one language": ("people.csv", "Bhichit Rattakul", "", "people.csv, line 3: name is in one language only"),
    "other name": ("people.csv", "Bhichit Rattakul", "Bhichit", "signatories.csv, line 6: name_en"),
    "wrong order": ("news.json", '"event_end": "2019-06-28"', '"event_end": "2019-06-25"', "lies before event_start"),
    "bad number": ("figures.csv", "684394", "many", "figures.csv, line 2: value: 'many' is not a number"),
    "bad address": ("cities.csv", "https://dc.gov", "dc", "cities.csv, line 3: website 'dc': Enter a valid URL."),
    "columns": ("fees.csv", "citynet,6500", "citynet,6500,0", "fees.csv, line 2: the number of columns"),
    "lost column": ("fees.csv", "load_as", "loaded_as", "fees.csv, line 2: the column “load_as” is missing"),
    "given twice": ("people.csv", "bhichit-rattakul", "krissada-arunwong", "this person is given twice"),
    "not JSON": ("plans.json", "[", "[,", "plans.json, line "),
    "old address": ("legacy_urls.csv", "/th/plans/", "/th/plan/", "legacy_urls.csv, line 2: target: '/th/plan/'"),
    "page of no text": ("office.json", '"slug": "policy"', '"slug": "policies"', "no text for this page"),
}  # fmt: skip


@pytest.mark.parametrize("name", BROKEN)
def test_a_broken_row_is_named(name, folder, starting_data):
    file, old, new, sentence = BROKEN[name]
    change(folder / file, old, new)
    with pytest.raises(Fault) as fault:
        load(folder)
    assert sentence in str(fault.value)


def test_a_row_that_breaks_at_the_end_leaves_all_untouched(starting_data, folder):
    """A new row of an earlier file is taken back, with its revision."""
    with (folder / "people.csv").open("a", encoding="utf-8") as file:
        file.write("late,สาย,Late,,,iao-560,,,published\n")
    change(folder / "legacy_urls.csv", "/th/plans/", "/th/plan/")
    revisions = Revision.objects.count()
    with pytest.raises(Fault, match=r"legacy_urls\.csv, line 2"):
        load(folder)
    assert not Person.objects.filter(slug="late").exists() and Revision.objects.count() == revisions


def test_the_command_says_what_it_did(starting_data, capsys):
    call_command("load_starting_data")
    out, err = capsys.readouterr()
    assert ["City", "0", "0", "0", "57", "0"] in [line.split() for line in out.splitlines()]
    assert f"Starting data, rows: {STEPS:,} of {STEPS:,}" in err


def test_check_stores_nothing(starting_data, folder):
    with (folder / "people.csv").open("a", encoding="utf-8") as file:
        file.write("new-person,คนใหม่,New Person,,,iao-560,,,published\n")
    out = StringIO()
    call_command("load_starting_data", check=True, folder=folder, stdout=out, stderr=StringIO())
    assert "in order; nothing was stored" in out.getvalue()
    assert not Person.objects.filter(slug="new-person").exists()


def test_the_command_refuses_in_a_sentence(starting_data, folder):
    change(folder / "cities.csv", ",capital,38.8951", ",capitol,38.8951")
    with pytest.raises(CommandError, match=r"cities.csv, line 3: kind: 'capitol' .* Nothing was stored\."):
        call_command("load_starting_data", folder=folder, stderr=StringIO())
    with pytest.raises(CommandError, match=r"sources\.csv: No such file"):
        call_command("load_starting_data", folder=folder / "nowhere", stderr=StringIO())


def test_the_site_is_named_after_its_address(starting_data):
    assert Site.objects.get(pk=settings.SITE_ID).domain in settings.SITE_URL


def test_every_old_address_leads_to_its_record(starting_data, client):
    """That each of these addresses is a page, the crawl says."""
    targets = dict(Redirect.objects.values_list("old_path", "new_path"))
    for row in rows("legacy_urls"):
        if row["match"] == "exact":
            assert targets[row["path"]] == row["target"]
    answer = client.get("/node/4798")
    assert (answer.status_code, answer["Location"]) == (301, "/th/news/asean-capitals-committee-2020/")
