"""The law of age on every page, file, feed and search answer of the starting data, today and ten years on.

Nothing is edited in between: the clock alone moves. What is confirmed is framed green (`tag--on`), and said in the
words below; what is not stands as last known, so that ten years on no page may have either.
"""

import json
import re
from contextlib import contextmanager
from datetime import UTC, date, datetime
from unittest.mock import patch

import pytest
from django.test import Client

from iad_portal.lib.claims.age import ClaimState
from iad_portal.office.admin.claims import claims
from iad_portal.office.open_data import REGISTERS
from relations.models import Agreement
from tests.site.addresses import public_addresses

pytestmark = [pytest.mark.no_cover, pytest.mark.search_index]

NOW, LATER = date(2026, 11, 26), date(2036, 11, 26)
PRESENT = re.compile(
    r"tag--on|Confirmed in force|confirmed in force|<dt>(?:Since|ตั้งแต่)</dt>|[Ii]n post from|Who speaks for|"
    r"Open today|open today|Held today|In force since|, confirmed<|confirmed; no beginning|"
    r"Networks confirmed to be active|>Confirmed<|>Active<|>since |: since |"
    r"(?<!สำนักงาน)ยืนยันว่ามีผลอยู่|เครือข่ายที่ยืนยันว่ายังดำเนินงาน|>ยืนยันแล้ว<|ยืนยันแล้ว ไม่มีบันทึกวันเริ่ม"
)
# How many are confirmed, and the filters by it, are counts: at most they count none.
COUNTS = re.compile(r'<form\b.*?</form>|<(section|ul)\b[^>]*class="(?:totals|chips)\b.*?</\1>', re.S)
QUERIES = ("โซล", "ผู้ว่าราชการ", "CITYNET", "Seoul mayor", "embassy", "agreement", "Metropolis member")


@contextmanager
def on(day: date):
    """The clock stands at noon of `day`."""
    with patch("django.utils.timezone.now", return_value=datetime(day.year, day.month, day.day, 5, tzinfo=UTC)):
        yield


def answers(client: Client):
    """(address, what is read of its page) of all public pages and answers to searches."""
    searches = [f"/{language}/search/?q={query}" for language in ("th", "en") for query in QUERIES]
    for address in [*public_addresses(), *searches]:
        response = client.get(address)
        if response.status_code == 200 and "text/html" in response["Content-Type"]:
            yield address, COUNTS.sub("", response.content.decode())


def said(client: Client) -> dict[str, list[str]]:
    """The words in the present tense that a page says, by address."""
    return {address: found for address, page in answers(client) if (found := PRESENT.findall(page))}


def test_ten_years_on_nothing_is_said_in_the_present_tense(starting_data, client):
    with on(LATER):
        lasting = [row for row in claims(LATER) if row.state == ClaimState.CONFIRMED]
        assert [row.record for row in lasting if not row.record.claim().stands_until] == []
        assert lasting == []  # nor has the starting data an end after that day by its own words
        assert said(client) == {}


def test_today_what_is_confirmed_is_said_and_nothing_else_is(starting_data, client):
    with on(NOW):
        for number in Agreement.objects.published().values_list("number", flat=True):
            agreement = Agreement.objects.get(number=number)
            page = COUNTS.sub("", client.get(f"/en/agreements/{number}/").content.decode())
            may = agreement.is_in_force(NOW) and agreement.is_confirmed(NOW) and not agreement.renewed_by.exists()
            assert bool(PRESENT.search(page)) == may, number
        assert PRESENT.search(COUNTS.sub("", client.get("/th/agreements/").content.decode()))


@pytest.mark.parametrize("day", [NOW, LATER])
def test_open_data_tells_the_state_of_every_claim(starting_data, client, day):
    with_state = [register for register in REGISTERS if "state" in register.names()]
    assert {register.slug for register in with_state} >= {"agreements", "embassies", "networks", "memberships"}
    with on(day):
        for register in with_state:
            rows = json.loads(client.get(f"/en/data/{register.slug}.json").content)["rows"]
            states = {row["state"] for row in rows}
            assert states <= set(ClaimState.values) and (day == NOW or ClaimState.CONFIRMED not in states)
            assert all(row["confirmed_on"] for row in rows if row["state"] == ClaimState.CONFIRMED)


def test_loading_is_no_update(starting_data, client):
    assert "<lastmod>" not in client.get("/sitemap.xml").content.decode()
