"""Which answers a shared cache may keep: every public address, and nothing that is somebody's own."""

import pytest
from django.contrib.redirects.models import Redirect

from iad_portal.office.caching import publishable_models
from tests.desk.desk import signed_in
from tests.making import made

from .addresses import APART, read_by_somebody

pytestmark = pytest.mark.django_db
OWN = "private, no-store"
# Where readers write there is a token of their own; the root leads by what each browser asks for.
FOR_ONE_READER = {"/", "/th/contact/", "/en/contact/", "/th/alerts/", "/en/alerts/"}


@pytest.fixture
def media(settings):
    """Uploads stay in memory."""
    settings.STORAGES = {**settings.STORAGES, "default": {"BACKEND": "django.core.files.storage.InMemoryStorage"}}


def kept(client, addresses, **headers) -> dict[str, str]:
    """What each address says of being kept."""
    return {address: client.get(address, headers=headers)["Cache-Control"] for address in addresses}


def test_every_public_address_may_be_kept_but_where_readers_write(client, media):
    for model in publishable_models():
        made(model)
    said = kept(client, read_by_somebody())
    assert len(said) > 90
    assert {address for address, value in said.items() if not value.startswith("public, max-age=")} == FOR_ONE_READER
    assert {said[address] for address in FOR_ONE_READER} == {OWN}


@pytest.mark.parametrize("path", ["/healthz", "/readyz", "/admin/", "/admin/login/", "/admin/language/"])
def test_what_tells_of_the_server_or_is_for_officers_is_kept_by_nobody(client, path):
    said = client.get(path)["Cache-Control"]
    assert "no-store" in said and "public" not in said


def test_the_addresses_that_the_table_leaves_out_are_known():
    """A new one is asked about in one of these tests."""
    redirects = {"legacy_set_lang", "legacy_internews"}
    # tests/desk/test_previews.py, test_embargo.py, test_own_calendar.py; tests/lib/records/test_record_links.py
    elsewhere = {"preview", "preview_file", "embargo", "embargo_file", "record_link", "office_calendar"}
    elsewhere |= {"news:alert_confirm", "news:alert_leave", "news:alert_manage"}  # tests/news/test_alert_asking.py
    # tests/news/test_article_press.py, tests/office/test_share.py, tests/relations/test_media_pack.py
    elsewhere |= {"short_article", "share"}
    elsewhere |= {"news:article_media", "networks:meeting_media", "relations:agreement_media"}
    assert redirects | elsewhere | {"media", "set_admin_language", "contact_sent", "healthz", "readyz"} == APART


def test_an_officer_who_reads_the_site_gets_pages_that_nobody_keeps():
    said = kept(signed_in(), ["/th/", "/en/cities/", "/th/data/cities.csv", "/sitemap.xml", "/th/no-such-page/"])
    assert set(said.values()) == {OWN}


@pytest.mark.parametrize("method", ["post", "put", "patch", "delete", "options"])
def test_only_reading_is_kept(client, method):
    assert getattr(client, method)("/th/")["Cache-Control"] == OWN


def test_head_is_reading(client):
    assert client.head("/th/")["Cache-Control"].startswith("public")


@pytest.mark.parametrize(
    ("path", "status", "is_public"),
    [
        ("/th/", 200, True),
        ("/th/no-such-page/", 404, True),
        ("/old", 301, True),
        ("/gone", 410, True),
        ("/th/cities/?kind=", 301, True),
        ("/", 302, False),
        ("/media/none.jpg", 404, False),
        ("/static/none.css", 404, False),
        ("/static/gone.css", 410, False),
        ("/static/old.css", 301, True),
    ],
)
def test_which_kinds_of_answers_are_public(client, path, status, is_public):
    for old, new in [("/old", "/th/"), ("/gone", ""), ("/static/gone.css", ""), ("/static/old.css", "/th/")]:
        Redirect.objects.create(site_id=1, old_path=old, new_path=new)
    answer = client.get(path)
    assert (answer.status_code, answer["Cache-Control"].startswith("public")) == (status, is_public)
    assert is_public or answer["Cache-Control"] == OWN


def test_an_answer_that_sets_a_cookie_is_nobody_elses(client):
    answer = client.get("/th/contact/")
    assert answer.cookies and answer["Cache-Control"] == OWN
