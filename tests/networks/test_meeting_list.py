"""The register of meetings."""

from datetime import timedelta

import pytest

from iad_portal.lib.dates import calendar
from networks.models import MeetingKind
from tests import world
from tests.networks.pages import words
from tests.reading import as_read
from tests.site.checks import assert_one_era, grows_not

pytestmark = pytest.mark.django_db
URL = "/en/meetings/"


def test_published_meetings_stand_there_and_drafts_do_not(client):
    world.meeting(title_en="Leaders meet")
    world.meeting(title_en="Hidden talks", status="draft")
    text = words(client, URL)
    assert "Leaders meet" in text and "26–28 Jun 2019" in text and "1 meeting " in text and "Hidden" not in text
    assert "26–28 มิ.ย. 2562" in words(client, "/th/meetings/")
    assert_one_era(client, "meetings/")


def test_coming_ones_stand_first_the_nearest_on_top(client):
    today = calendar.today()
    for days, title in ((30, "Later"), (3, "Soon"), (-3, "Lately"), (-400, "Long ago")):
        world.meeting(title_en=title, starts_on=today + timedelta(days), ends_on=None)
    world.meeting(title_en="Undated", starts_on=None, ends_on=None)
    groups = client.get(URL).context["ledger"].groups
    assert groups[0].label == "Coming" and groups[-1].label == "Date not recorded"
    titles = [str(row.label) for group in groups for row in group.rows]
    assert titles == ["Soon", "Later", "Lately", "Long ago", "Undated"]


def test_filters_by_day_network_year_and_kind(client):
    asean = world.network("mgmac", acronym="MGMAC")
    world.meeting(title_en="Alpha one", network=asean, starts_on="2019-01-01")
    world.meeting(title_en="Beta one", kind=MeetingKind.INTERNAL, starts_on="2020-01-01", ends_on=None)
    world.meeting(title_en="Gamma one", starts_on=calendar.today(), ends_on=None)
    found = {
        "network=mgmac": ["Alpha"],
        "year=2020": ["Beta"],
        "kind=internal": ["Beta"],
        "when=coming": ["Gamma"],
        "when=past": ["Alpha", "Beta"],
    }
    for query, names in found.items():
        text = words(client, f"{URL}?{query}")
        assert [name for name in ("Alpha", "Beta", "Gamma") if f"{name} one" in text] == names, query


def test_the_year_is_asked_in_common_era_and_shown_in_the_readers(client):
    world.meeting()
    html = client.get("/th/meetings/").content.decode()
    assert '<option value="2019">2562 (1)</option>' in html
    assert "No meeting matches" not in words(client, f"{URL}?year=2562")  # nonsense is as if not asked


def test_a_part_is_listed_by_itself(client):
    whole = world.meeting("whole", title_en="Summit")
    part = world.meeting(part_of=whole, title_en="Officials")
    assert "Part of Summit" in words(client, URL) and "2 meetings" in words(client, URL)
    whole.status = "draft"
    whole.save()
    assert "Summit" not in words(client, URL) and str(part.title_en) in words(client, URL)


def test_draft_networks_and_cities_are_not_named(client):
    network = world.network(status="draft", acronym="HIDDEN", name_en="Hidden network")
    city = world.city(status="draft", name_en="Hidden city")
    world.meeting(network=network, host_city=city)
    world.meeting(partner=city)
    assert "hidden" not in words(client, URL).lower()


def test_a_partner_city_stands_in_the_place_of_a_network(client):
    world.meeting(partner=world.city("lyon", name_en="Lyon"))
    assert '<a href="/en/cities/lyon/">Lyon</a>' in as_read(client.get(URL).content.decode())


def test_a_title_in_the_other_language_is_marked(client):
    world.meeting(title_en="", title_th="การประชุมไทย", theme_th="หัวข้อ", theme_en="")
    html = client.get(URL).content.decode()
    assert '<span lang="th">' in html and '<q lang="th">หัวข้อ</q>' in html


def test_queries_do_not_grow_and_writing_is_refused(client):
    grows_not(client, URL, lambda number: world.meeting(network=world.network(f"n-{number}"), host_city=world.city()))
    assert client.post(URL).status_code == 405
    assert client.get(f"{URL}?page=-1").status_code == 404
    assert client.get(f"{URL}?network=%00&year=99999999999999&kind=%FF&when=soon", follow=True).status_code == 200
