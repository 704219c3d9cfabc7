"""What several files of this folder read."""

import pytest
from django.test import Client

from tests.site.crawl import Page, walk
from tests.site.days import NOW, on

_pages: dict[str, Page] = {}


@pytest.fixture
def pages(starting_data) -> dict[str, Page]:
    """All pages of the starting data on one day, by their addresses: read once for all tests of a worker."""
    if not _pages:
        with on(NOW):
            _pages.update(walk(Client()))
    return _pages
