"""The starting data, loaded once into the test database for all the tests that ask for it.

The load stays in one transaction that lasts to the end of the session; each test runs in a savepoint of it, and may
change what it likes. Tests that use it come last (see conftest.py), since every later test sees the data.
"""

from threading import RLock

import pytest
from django.core.servers.basehttp import ThreadedWSGIServer
from django.db import DEFAULT_DB_ALIAS, connections, transaction
from django.test.testcases import LiveServerThread, _StaticFilesHandler

from iad_portal.office.importer.run import load


@pytest.fixture(scope="session")
def _loaded(django_db_setup, django_db_blocker):
    with django_db_blocker.unblock(), transaction.atomic():
        yield load()
        transaction.set_rollback(True)


@pytest.fixture
def starting_data(_loaded, db):
    """Fill the database with the starting data; gives the Inventory of that load."""
    return _loaded


class _SharingServer(ThreadedWSGIServer):
    """Its threads use the test's own connection, so they must not close it."""

    def _close_connections(self):
        pass


class _OneByOne(_StaticFilesHandler):
    """Answers one request after the other: SQLite calls it misuse when two threads work in one connection at once."""

    turn = RLock()

    def __call__(self, environ, start_response):
        with self.turn:
            return super().__call__(environ, start_response)


def _one_at_a_time(execute, *statement):
    """The test's own queries wait for those of a request, too."""
    with _OneByOne.turn:
        return execute(*statement)


class _SharingThread(LiveServerThread):
    server_class = _SharingServer


@pytest.fixture(scope="session")
def _server(_loaded, django_db_blocker):
    connection = connections[DEFAULT_DB_ALIAS]
    # Django drops a connection with an open transaction at the start of a request.
    connection.close_if_unusable_or_obsolete = lambda: None
    connection.inc_thread_sharing()
    connection.execute_wrappers.append(_one_at_a_time)
    thread = _SharingThread(
        "localhost", _OneByOne, connections_override={connection.alias: connections[connection.alias]}
    )
    thread.daemon = True
    thread.start()
    thread.is_ready.wait()
    if thread.error:
        raise thread.error
    yield f"http://localhost:{thread.port}"
    thread.terminate()
    connection.execute_wrappers.remove(_one_at_a_time)
    with django_db_blocker.unblock():
        connection.dec_thread_sharing()
        del connection.close_if_unusable_or_obsolete


@pytest.fixture
def starting_server(starting_data, _server):
    """The address of a running server that shows the starting data, and what this test changes of it."""
    return _server
