"""What is taken back is gone everywhere within a minute, and what is shown of it in the meantime is nobody's guess."""

import re

import pytest
from django.contrib.redirects.models import Redirect
from django.db import OperationalError

from tests import world

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    "path",
    ["/th/", "/en/news/one/", "/th/no-such-page/", "/old", "/gone", "/th/data/cities.csv", "/en/news/feed/",
     "/sitemap.xml", "/th/search/?q=x", "/en/search/suggest/?q=x", "/robots.txt"],
)  # fmt: skip
def test_what_is_saved_is_seen_everywhere_within_a_minute(client, path):
    """A shared copy, the same once more while a new one is fetched, then a copy in a browser that does likewise."""
    world.article(slug="one")
    Redirect.objects.create(site_id=1, old_path="/old", new_path="/th/")
    Redirect.objects.create(site_id=1, old_path="/gone", new_path="")
    said = client.get(path)["Cache-Control"]
    assert said.startswith("public")
    browser, shared, fetching = (int(number) for number in re.findall(r"(?:age|validate)=(\d+)", said))
    assert shared + fetching + browser + fetching < 60


@pytest.mark.parametrize("path", ["/media/photos/a/one-0123456789ab.jpg", "/static/css/none.css"])
def test_that_a_file_is_missing_is_kept_by_nobody(client, path):
    """It may be there in a moment: the folder that was away, the other half of an upgrade."""
    response = client.get(path)
    assert response.status_code == 404 and response["Cache-Control"] == "private, no-store"


def test_a_database_that_is_away_is_told_from_a_fault(client, monkeypatch):
    """503, so that caches go on with what they have; anything else is 500, and they do not."""
    client.raise_request_exception = False
    for fault, status in ((OperationalError, 503), (ValueError, 500)):

        def fail(*args, fault=fault, **kwargs):
            raise fault("away")

        monkeypatch.setattr("iad_portal.office.views.home.partner_map", fail)
        response = client.get("/th/")
        assert response.status_code == status and response["Cache-Control"] == "private, no-store"
        assert 'lang="th"' in response.content.decode() and 'lang="en"' in response.content.decode()
        assert ("Retry-After" in response) == (status == 503)
