"""What is taken back is gone everywhere within a minute, and what is shown of it in the meantime is nobody's guess."""

import re
from datetime import UTC, datetime, timedelta
from unittest.mock import patch

import pytest
from django.contrib.redirects.models import Redirect
from django.db import OperationalError
from django.http import HttpResponse
from django.utils import timezone

from iad_portal.lib.records.moments import next_moment
from iad_portal.office import caching
from iad_portal.office.caching import LONGEST, public_cache_header, seconds_until_change
from iad_portal.office.models import SiteNotice
from tests import world
from tests.making import made

pytestmark = pytest.mark.django_db
NOON = datetime(2026, 11, 22, 5, tzinfo=UTC)  # in Bangkok
SECOND = timedelta(seconds=1)


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

        monkeypatch.setattr("iad_portal.office.pages.home.partner_map", fail)
        response = client.get("/th/")
        assert response.status_code == status and response["Cache-Control"] == "private, no-store"
        assert 'lang="th"' in response.content.decode() and 'lang="en"' in response.content.decode()
        assert ("Retry-After" in response) == (status == 503)


def header(rf, path="/th/", status=200, left=LONGEST, cookies=(), **asked) -> str:
    """What an answer of this kind says, with so many seconds left until a page changes by itself."""
    request, answer = rf.generic(asked.get("method", "GET"), path), HttpResponse(status=status)
    request.COOKIES.update(asked.get("sent", {}))
    for name in cookies:
        answer.set_cookie(name, "x")
    with patch.object(caching, "seconds_until_change", return_value=left):
        return public_cache_header(request, answer)


@pytest.mark.parametrize(
    ("left", "browser", "shared", "fetching"),
    [(30, 15, 20, 10), (29, 15, 20, 9), (20, 15, 20, 0), (16, 15, 16, 0), (14, 14, 14, 0), (0, 0, 0, 0)],
)
def test_nothing_is_kept_past_the_moment_at_which_it_changes(rf, left, browser, shared, fetching):
    """Nor served once more after it; only a portal that is away may be helped out for a day."""
    assert header(rf, left=left) == (
        f"public, max-age={browser}, s-maxage={shared}, stale-while-revalidate={fetching}, stale-if-error=86400"
    )


@pytest.mark.parametrize(
    ("facts", "is_public"),
    [
        ({"method": "HEAD"}, True),
        ({"method": "POST"}, False),
        *(({"status": status}, True) for status in (200, 301, 304, 404, 410)),
        *(({"status": status}, False) for status in (201, 204, 302, 303, 400, 403, 405, 429, 500, 503)),
        *(
            ({"path": f"/{folder}/x", "status": status}, False)
            for folder in ("static", "media")
            for status in (404, 410)
        ),
        ({"path": "/static/x", "status": 200}, True),
        ({"path": "/media/x", "status": 301}, True),
        ({"path": "/th/static/x", "status": 404}, True),
        ({"path": "/admin/x"}, False),
        ({"path": "/th/admin/"}, True),
        ({"cookies": ["csrftoken"]}, False),
        ({"sent": {"portal_session": "x"}}, False),
        ({"sent": {"csrftoken": "x"}}, True),
    ],
)
def test_which_answers_are_public(rf, facts, is_public):
    assert header(rf, **facts).startswith("public, max-age=15, ") == is_public
    assert is_public or header(rf, **facts) == "private, no-store"


@pytest.mark.parametrize("model", caching.publishable_models(), ids=lambda model: model._meta.model_name)
def test_a_page_changes_when_a_record_of_any_kind_appears(model):
    record = made(model)
    for seconds, left in [(-1, LONGEST), (0, LONGEST), (1, 1), (29, 29), (31, LONGEST)]:
        model.objects.filter(pk=record.pk).update(publish_at=NOON + seconds * SECOND)
        assert seconds_until_change(NOON) == left, seconds


def test_the_next_of_all_moments_counts():
    """Of records of two kinds, and of notices that come and go; what has come already does not."""
    moments = {number: NOON + number * SECOND for number in (-5, 5, 10, 15, 20, 25, 27)}
    assert next_moment(NOON) is None
    world.city(publish_at=moments[25]), world.city(publish_at=moments[-5]), world.article(publish_at=moments[20])
    world.city(publish_at=moments[27])
    words = {"kind": "closure", "text_th": "ปิด"}
    SiteNotice.objects.create(is_on=True, starts_at=moments[10], ends_at=moments[15], **words)
    SiteNotice.objects.create(is_on=False, starts_at=moments[5], **words)
    seen = [next_moment(NOON)]
    while seen[-1]:
        seen.append(next_moment(seen[-1]))
    assert seen == [moments[10], moments[15], moments[20], moments[25], moments[27], None]


def test_midnight_in_bangkok_changes_pages():
    midnight = datetime(2026, 11, 22, 17, tzinfo=UTC)
    left = [seconds_until_change(midnight + seconds * SECOND) for seconds in (-31, -30, -1, 0, 1)]
    assert left == [30, 30, 1, 30, 30]
    assert seconds_until_change(midnight - timedelta(milliseconds=500)) == 0, "whole seconds"


def test_without_a_moment_it_is_now():
    world.city(publish_at=timezone.now() + 5 * SECOND)
    assert seconds_until_change() <= 5
