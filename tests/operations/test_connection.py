"""Tests keep to one connection, whether or not an event loop runs in their thread, as Playwright's does."""

import asyncio

import pytest
from django.db import connection, connections


def test_beside_a_running_loop_there_is_no_second_connection():
    """It would wait in vain for the tables that the first holds locked."""

    async def there():
        return connections["default"]

    assert asyncio.run(there()) is connections["default"]


@pytest.mark.skipif(connection.vendor != "postgresql", reason="about PostgreSQL")
def test_queries_are_not_compiled(db):
    """A search of the starting data took four seconds with it, a tenth of one without."""
    with connection.cursor() as cursor:
        cursor.execute("SHOW jit")
        assert cursor.fetchone() == ("off",)
