"""One record that no page can show: every list stands without it, and the desk tells of it until it is saved."""

from datetime import timedelta

import pytest
from django.contrib.auth.models import User
from django.core.cache import cache
from django.utils import timezone

from iad_portal.lib.records import faults
from iad_portal.office.models import SearchEntry, Unshown
from iad_portal.office.search import index
from news.models import Article
from relations.models import City
from tests import world

from ..site.addresses import public_addresses
from .desk import desk_url, signed_in, untouched

pytestmark = [pytest.mark.django_db, pytest.mark.search_index]
HEADING = "รายการที่หน้าเว็บแสดงไม่ได้"


@pytest.fixture
def broken(settings, monkeypatch):
    """As in production: a city and an article whose addresses cannot be made, among others that are whole."""
    settings.FAULTS_ARE_LOUD = False
    cache.clear()
    for slug in ("whole", "broken"):
        world.agreement(world.city(slug, name_th=f"เมือง{slug}"), signed_on="2001-02-03")
        world.article(slug, title_th=f"ข่าว{slug}")
    city = City.objects.get(slug="broken")
    city.others = [address for address in public_addresses() if "broken" not in address]
    for model in (City, Article):
        usual = model.page_key
        monkeypatch.setattr(model, "page_key", lambda self, usual=usual: _page_key(self, usual))
    return city


def _page_key(record, usual):
    if record.slug == "broken":
        raise ValueError("no address")
    return usual(record)


def test_every_list_feed_file_and_map_stands_without_it(client, broken, monkeypatch):
    met = []
    monkeypatch.setattr(faults, "keepers", [met.append])
    # The article tells of no event, so it has no calendar.
    others = [address for address in broken.others if not address.endswith("/news/whole/calendar.ics")]
    statuses = {address: client.get(address).status_code for address in others}
    assert {
        address: status
        for address, status in statuses.items()
        if status not in (200, 302) and "search/feed" not in address
    } == {}
    assert {fault.place for fault in met if "broken" not in fault.name} == set()
    assert "เมืองwhole" in client.get("/th/cities/").content.decode()
    assert "ข่าวwhole" in client.get("/th/news/feed/").content.decode()
    assert "/th/news/whole/" in client.get("/sitemap-article.xml").content.decode()


def test_the_desk_names_it_with_a_link_to_its_form_until_it_is_saved(client, broken, monkeypatch):
    client.get("/th/cities/")
    officer = signed_in()
    page = officer.get("/admin/").content.decode()
    assert HEADING in page and "เมืองbroken" in page and desk_url(City, "change", broken.pk) in page
    monkeypatch.undo()
    form = desk_url(City, "change", broken.pk)
    assert officer.post(form, untouched(officer, form, City)).status_code == 302
    assert HEADING not in officer.get("/admin/").content.decode() and not Unshown.objects.filter(kind="relations.City")


def test_a_fault_is_kept_once_however_many_readers_meet_it(client, broken):
    for _reader in range(3):
        client.get("/th/cities/")
    kept = Unshown.objects.filter(kind="relations.City", key=broken.pk)
    assert kept.count() == kept.values("place").distinct().count()
    Unshown.objects.all().delete()
    client.get("/th/cities/")
    assert not Unshown.objects.exists()


def test_what_is_gone_or_was_met_long_ago_is_no_longer_told(client, broken):
    client.get("/th/cities/")
    Unshown.objects.filter(kind="relations.City").update(kind="relations.Gone")
    Unshown.objects.exclude(kind="relations.Gone").update(seen_at=timezone.now() - timedelta(days=8))
    assert HEADING not in signed_in().get("/admin/").content.decode()


def test_an_officer_without_a_right_to_it_is_not_told(client, broken):
    client.get("/th/cities/")
    officer = User.objects.create(username="somchai", is_staff=True)
    client.force_login(officer)
    assert HEADING not in client.get("/admin/").content.decode()


def test_a_record_that_search_cannot_read_keeps_nobody_from_saving(broken):
    index.refresh("city", list(City.objects.values_list("pk", flat=True)))
    found = SearchEntry.objects.filter(kind="city").values_list("title_th", flat=True)
    assert list(found) == ["เมืองwhole"]
    assert Unshown.objects.get(place="index of search", kind="relations.City").name == "เมืองbroken"
