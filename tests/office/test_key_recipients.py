"""The register of recipients of the Key to the City."""

import pytest

from iad_portal.office.models import Page
from relations.models import KeyRecipient
from tests import world
from tests.networks.pages import words
from tests.site.checks import assert_one_era, grows_not

pytestmark = pytest.mark.django_db
URL = "/en/key-recipients/"


def test_recipients_stand_by_date_with_their_visit(client):
    visit = world.exchange(code="visit-1", title_en="They came", starts_on="2019-03-13")
    KeyRecipient.objects.create(name_en="Second", received_on="2019-03-13", exchange=visit)
    KeyRecipient.objects.create(name_en="First", received_on="1961")
    rows = client.get(URL).context["ledger"].groups[0].rows
    assert [str(row.label) for row in rows] == ["First", "Second"]
    assert 'href="/en/exchanges/?year=2019#exchange-visit-1">They came' in client.get(URL).content.decode()
    assert_one_era(client, "key-recipients/")


def test_the_recipient_of_a_hidden_visit_is_not_named(client):
    KeyRecipient.objects.create(name_en="Hiddenman", exchange=world.exchange(status="draft"))
    assert "Hiddenman" not in words(client, URL) and "No recipient is on record yet" in words(client, URL)


def test_the_page_about_the_key_and_the_register_lead_to_each_other(client):
    page = Page.objects.create(slug="key-to-the-city", title_en="The Key", status="published")
    assert f'href="{URL}"' in client.get("/en/about/key-to-the-city/").content.decode().split("<footer")[0]
    assert "/en/about/key-to-the-city/" in client.get(URL).content.decode()
    page.status = "draft"
    page.save()
    assert "key-to-the-city" not in client.get(URL).content.decode()


def test_queries_do_not_grow(client):
    grows_not(client, URL, lambda _n: KeyRecipient.objects.create(name_en="A", exchange=world.exchange()))
