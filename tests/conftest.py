"""What every test stands on."""

import gc
import os
from threading import local
from unittest.mock import patch

import pytest
from django.core.cache import caches
from django.db import connections
from django.template import Template
from django.test import Client
from django.test.utils import instrumented_test_render
from django.utils import translation
from hypothesis import settings
from xdist.scheduler import LoadScopeScheduling

from iad_portal.lib.claims.shelf_life import _Set
from iad_portal.lib.proofreading.comparisons import read_again
from iad_portal.lib.records.history import without_history
from iad_portal.office.search.changes import by_hand
from tests.compiled import stale_catalogues
from tests.signing_in import force_login_whole
from tests.starting import _loaded, _server, starting_data, starting_server  # noqa: F401

# Of the files that make something dear for all their tests, one worker runs the whole.
WHOLE_FILES = {
    "tests/browser/test_weight.py",
    "tests/lib/operations/test_bundle.py",
    "tests/office/test_search_golden.py",
    "tests/site/test_any_record.py",
    "tests/site/test_crawl.py",
    "tests/workshop/test_sample.py",
}
# These read the same pages: they stand together on the worker of one of them.
TOGETHER = dict.fromkeys(
    ("tests/site/test_age.py", "tests/site/test_doubtful_records.py"),
    "tests/site/test_crawl.py",
)

# Dear files that run no line which others do not run, too: tracing (`--cov`) would double their time for nothing.
COVERED_ELSEWHERE = {
    "tests/desk/test_constraints.py",
    "tests/desk/test_every_inline.py",
    "tests/desk/test_queries.py",
    "tests/desk/test_questions_asked.py",
    "tests/desk/test_refused_in_thai.py",
    "tests/desk/test_saving.py",
    "tests/desk/test_statements.py",
    "tests/office/test_open_data.py",
    "tests/office/test_search_golden.py",
    "tests/operations/test_nginx.py",
    "tests/relations/test_standing.py",
    "tests/site/test_age.py",
    "tests/site/test_any_record.py",
    "tests/site/test_crawl.py",
    "tests/site/test_doubtful_records.py",
    "tests/site/test_growth.py",
    "tests/site/test_hidden.py",
    "tests/site/test_next_request.py",
    "tests/site/test_nonsense.py",
    "tests/site/test_totals.py",
}

os.environ.setdefault("DJANGO_ALLOW_ASYNC_UNSAFE", "true")  # Playwright's loop runs beside the ORM in browser tests

# Property tests give the same answer on a slow machine and on every run.
settings.register_profile("portal", deadline=None, derandomize=True)
settings.load_profile("portal")


def pytest_configure(config):
    """Without compiled translations a run ends here: pytest alone does not make them, as `make test` does."""
    if stale := stale_catalogues():
        raise pytest.UsageError(f"{stale[0].name} is not compiled, or changed since: run `make translations` first.")
    # Django keeps a second connection for code that runs beside an event loop. Playwright starts one in the thread of
    # the tests, at some test of the run: from then on, what was loaded before it would lie locked in the first.
    connections._connections = local()


def pytest_collection_finish():
    """What is loaded by now stays: to look through it for garbage, again and again, is a tenth of a run."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(50_000, 20, 50)


@pytest.fixture(scope="session", autouse=True)
def only_whole_pages_are_told(django_test_environment):
    """Django's client copies the context of every template that is rendered: of a page's parts that is thousands."""
    state = local()

    def render(template: Template, context):
        if getattr(state, "inside", False):
            return template.nodelist.render(context)
        state.inside = True
        try:
            return instrumented_test_render(template, context)
        finally:
            state.inside = False

    with patch.object(Template, "_render", render):
        yield


@pytest.fixture(scope="session", autouse=True)
def both_factors_are_shown():
    """Whom a test signs in by force has shown the second factor, too; tests/desk/accounts.py signs in by halves."""
    with patch.object(Client, "force_login", force_login_whole):
        yield


@pytest.fixture(autouse=True)
def thai_first():
    """Every test begins in Thai: a page read by an earlier test leaves its language behind, as it does in a worker."""
    with translation.override("th"):
        yield


@pytest.fixture(autouse=True)
def portals_own_shelf_lives(monkeypatch):
    """No test asks what the office has set, unless it sets something: what one test read, another must not count on."""
    monkeypatch.setattr(_Set, "years", {})
    monkeypatch.setattr(_Set, "mark", None)
    monkeypatch.setattr(_Set, "fresh_until", float("inf"))


@pytest.fixture(autouse=True)
def registers_read_anew():
    """No test compares texts with the names of another one: a database that is rolled back sends no signal."""
    read_again()


@pytest.fixture(autouse=True)
def index_where_it_is_the_subject(request):
    """Bringing the index in step is most of the cost of a save: only tests marked `search_index` pay it."""
    if request.node.get_closest_marker("search_index"):
        yield
        return
    with by_hand():
        yield


@pytest.fixture(autouse=True)
def history_where_it_is_the_subject(request):
    """Nor is a row of history written for every record of a world: only for tests marked `history`."""
    if request.node.get_closest_marker("history"):
        yield
        return
    with without_history():
        yield


def _file(nodeid: str) -> str:
    return nodeid.partition("::")[0]


class WholeFiles(LoadScopeScheduling):
    """Gives each test to the next free worker; a file of WHOLE_FILES, with those TOGETHER with it, as one."""

    def _split_scope(self, nodeid):
        file = TOGETHER.get(_file(nodeid), _file(nodeid))
        return file if file in WHOLE_FILES else nodeid


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_make_scheduler(config, log):
    config.option.loadscopereorder = False  # the starting data stays last
    return WholeFiles(config, log)


def pytest_addoption(parser):
    """`--database-only`: what never asks the database answers alike on every one, and need not be asked twice.

    Nor need what is dear and about words alone (the mark `one_database`), where other tests ask for the same pages.
    """
    parser.addoption("--database-only", action="store_true", help="leave out the tests that ask no database")


@pytest.hookimpl(trylast=True)
def pytest_collection_modifyitems(config, items):
    """Tests on the starting data come last: once it is loaded, it stays to the end of the session; so does the sample.

    First of them, those that wait for a server of their own: others run meanwhile.
    """
    if config.getoption("--database-only"):
        left_out = [item for item in items if not _asks_the_database(item)]
        config.hook.pytest_deselected(items=left_out)
        items[:] = [item for item in items if _asks_the_database(item)]
    for item in items:
        if _file(item.nodeid) in COVERED_ELSEWHERE:
            item.add_marker(pytest.mark.no_cover)
    items.sort(key=_place)


def _place(item) -> tuple[bool, bool, bool]:
    names = getattr(item, "fixturenames", ())
    return "_loaded" in names, "_sample" in names, "_loaded" in names and "stage" not in names


def _asks_the_database(item) -> bool:
    fixtures = {"db", "transactional_db", "django_db_setup", "live_server"}
    if item.get_closest_marker("one_database"):
        return False
    return item.get_closest_marker("django_db") is not None or not fixtures.isdisjoint(
        getattr(item, "fixturenames", ())
    )


@pytest.fixture
def kept_pages(settings):
    """The store of pages, which other tests leave out, as production has it: empty at first."""
    settings.KEEP_PAGES = settings.KEEP_PARTS = True
    caches["pages"].clear()
    yield caches["pages"]
    caches["pages"].clear()
