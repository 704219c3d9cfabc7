"""What a save asks of the database: no more statements than it needs, whatever the database is."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from iad_portal.lib.proofreading import comparisons
from relations.models import City
from tests import world

from .desk import desk_url, errors_of, signed_in, untouched

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.search_index]

# Without BEGIN and COMMIT of the one transaction.
MOST_OF_A_SAVE, MOST_OF_A_FORM = 10, 30


def statements(asked) -> list[str]:
    """The SQL of `asked`, without the beginning and the end of transactions."""
    return [query["sql"] for query in asked.captured_queries if not query["sql"].startswith(("BEGIN", "COMMIT"))]


def test_a_new_city_with_history_and_index():
    world.city()  # what a process asks once is known
    facts = {"name_th": "บูดาเปสต์", "name_en": "Budapest", "country": world.country("HU"), "status": "published"}
    with CaptureQueriesContext(connection) as asked:
        City.objects.create(**facts)
    assert len(statements(asked)) <= MOST_OF_A_SAVE, "\n".join(statements(asked))


# How one is made, and the field that is changed.
KINDS = {
    "city": (lambda: world.city("budapest", "HU"), "name_en"),
    "embassy": (world.embassy, "name_en"),
    "network": (world.network, "name_en"),
    "plan": (world.plan, "title_en"),
    "agency": (world.agency, "name_en"),
    "project": (lambda: world.project(world.plan()), "title_en"),
    "agreement": (lambda: world.agreement(title_th="ข้อตกลง", title_en="Agreement"), "title_en"),
    "meeting": (world.meeting, "title_en"),
    "article": (world.article, "title_en"),
    "exchange": (lambda: world.exchange(world.city()), "title_en"),
}


@pytest.mark.parametrize("kind", KINDS)
def test_a_changed_title_in_its_form(kind):
    make, title = KINDS[kind]
    client, record = signed_in(), make()
    url = desk_url(type(record), "change", record.pk)
    for words in ("Once", "Changed words"):
        data = untouched(client, url, type(record)) | {title: words}
        comparisons.known()  # the names in all registers are read once a minute, and after a change of one
        with CaptureQueriesContext(connection) as asked:
            answer = client.post(url, data)
        assert answer.status_code == 302, errors_of(answer)
    assert len(statements(asked)) <= MOST_OF_A_FORM, "\n".join(statement[:200] for statement in statements(asked))
