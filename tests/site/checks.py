"""What every public page is asked in its tests."""

import re
from collections.abc import Callable
from contextlib import contextmanager

from django.contrib.contenttypes.models import ContentType
from django.core.signals import request_finished, request_started
from django.db import close_old_connections, connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

# A line to be copied into another text names the year in both calendars.
QUOTED = re.compile(r"<(cite|q|code)\b[^>]*>.*?</\1>|<time\b[^>]*>|<p class=\"quote\">.*?</p>", re.S)
TAGS = re.compile(r"<(script|style)\b.*?</\1>|<[^>]+>", re.S)
MAIN = re.compile(r"<main\b.*?</main>", re.S)
# Not the official numbers of papers and meetings (8/2538), nor parts of larger numbers.
COMMON_ERA, BUDDHIST_ERA = (
    re.compile(rf"(?<![A-Za-z/\d,.])(?:{years})\b(?![,.]\d)") for years in (r"(?:19|20)\d\d", r"2[45]\d\d")
)

# The law of a page: its queries do not grow with the rows, and are no more than these.
MOST_QUERIES = 16


@contextmanager
def one_connection():
    """Let requests that come through the WSGI handler itself leave the test's connection, and its transaction, open."""
    for signal in (request_started, request_finished):
        signal.disconnect(close_old_connections)
    try:
        yield
    finally:
        for signal in (request_started, request_finished):
            signal.connect(close_old_connections)


def queries(client: Client, url: str) -> list[str]:
    """The SQL that one reading of `url` asks, once the process knows its content types.

    Without savepoints: in a test they stand where a transaction begins and ends else.
    """
    ContentType.objects.clear_cache()
    assert client.get(url).status_code == 200, url
    with CaptureQueriesContext(connection) as asked:
        client.get(url)
    asked_for = (query["sql"] for query in asked.captured_queries)
    return [sql for sql in asked_for if not sql.startswith(("SAVEPOINT ", "RELEASE SAVEPOINT "))]


def assert_queries(client: Client, url: str, at_most: int = MOST_QUERIES) -> int:
    """A reading of `url` asks no more than `at_most` queries; gives their number."""
    asked = queries(client, url)
    assert len(asked) <= at_most, "\n".join(asked)
    return len(asked)


def grows_not(
    client: Client,
    url: str,
    add: Callable[[int], object],
    few: int = 3,
    many: int = 5,
    at_most: int = MOST_QUERIES,
) -> None:
    """`url` asks as many queries after `add` was called `many` times more as after `few`; never above `at_most`."""
    for number in range(few):
        add(number)
    before = assert_queries(client, url, at_most)
    for number in range(few, few + many):
        add(number)
    asked = queries(client, url)
    assert len(asked) == before, "\n".join(asked)


def shown(html: str) -> str:
    """The words of a page's <main> outside quotations, without markup."""
    return TAGS.sub(" ", QUOTED.sub(" ", MAIN.search(html).group()))


def shown_text(response) -> str:
    """The same of a response."""
    return shown(response.content.decode())


def assert_one_era(client: Client, path: str) -> None:
    """The Thai page at `path` (without its language) shows no Common-Era year, the English one no Buddhist-Era year."""
    for language, wrong in (("th", COMMON_ERA), ("en", BUDDHIST_ERA)):
        text = shown_text(client.get(f"/{language}/{path}"))
        assert not wrong.search(text), (language, wrong.findall(text))
