"""A backup restored into an empty place is the same portal again: on the database that the tests run on."""

import contextlib
import shutil
import sqlite3
import subprocess
import tarfile
from pathlib import Path

import pytest
from django.contrib.auth.models import Group
from django.core.management import CommandError, call_command
from django.db import connection

from iad_portal.lib.operations import archive, database_copy
from iad_portal.office.management.commands import backup, restore
from tests.databases import connect

pytestmark = [
    pytest.mark.django_db,
    pytest.mark.skipif(
        connection.vendor == "postgresql" and not shutil.which("pg_dump"), reason="pg_dump is not on this machine"
    ),
]
GROUP = "เจ้าหน้าที่วิเทศสัมพันธ์"


@pytest.fixture
def portal(db, monkeypatch, tmp_path):
    """The tests' own database with one more row, which a program of another process can see, too.

    Emptying every table after each test, as `transaction=True` does, would take longer than the tests.
    """
    if connection.vendor == "sqlite":
        # A copy waits for the end of a write to its source, and a test is one such: copy a file of the same content.
        Group.objects.create(name=GROUP)
        (tmp_path / "portal.sqlite3").write_bytes(connection.connection.serialize())
        other = connect(tmp_path / "portal.sqlite3")
        monkeypatch.setattr(backup, "connection", other)
        yield other
        other.close()
        return
    other = connect(connection.settings_dict["NAME"])
    monkeypatch.setattr(backup, "connection", other)
    with other.cursor() as cursor:
        cursor.execute("INSERT INTO auth_group (name) VALUES (%s)", [GROUP])
        yield other
        cursor.execute("DELETE FROM auth_group WHERE name = %s", [GROUP])
    other.close()


@pytest.fixture
def empty_database(portal, tmp_path):
    """An empty database of the kind that the tests run on, gone afterwards."""
    if connection.vendor == "sqlite":
        other = connect(tmp_path / "restored/db.sqlite3")
        (tmp_path / "restored").mkdir()
        yield other
        other.close()
        return
    name = f"{connection.settings_dict['NAME']}_restored"
    with portal.cursor() as cursor:
        cursor.execute(f'DROP DATABASE IF EXISTS "{name}"')
        cursor.execute(f'CREATE DATABASE "{name}" TEMPLATE template0')
        other = connect(name)
        yield other
        other.close()
        cursor.execute(f'DROP DATABASE "{name}" WITH (FORCE)')


@pytest.fixture
def kept(portal, settings, tmp_path):
    """An archive of the portal with one uploaded file."""
    settings.MEDIA_ROOT, settings.PORTAL_HOME = tmp_path / "media", tmp_path / "home"
    (tmp_path / "media/photos").mkdir(parents=True)
    (tmp_path / "media/photos/one.jpg").write_bytes(b"photo")
    call_command("backup", str(tmp_path / "kept"))
    return next((tmp_path / "kept").glob("portal-*.tar.gz"))


@pytest.fixture
def elsewhere(monkeypatch, settings, tmp_path, empty_database):
    """The commands find an empty portal: another database, another folder for uploads."""
    monkeypatch.setattr(restore, "connection", empty_database)
    settings.MEDIA_ROOT = tmp_path / "other/media"
    return empty_database


def everything(database):
    """All rows of all tables, as the database gives them."""
    with database.cursor() as cursor:
        rows = {}
        for table in sorted(database.introspection.table_names(cursor)):
            cursor.execute(f"SELECT * FROM {database.ops.quote_name(table)}")
            rows[table] = sorted(map(repr, cursor.fetchall()))
        return rows


def test_restored_into_an_empty_place_it_is_the_same(portal, kept, elsewhere, tmp_path):
    call_command("restore", str(kept))
    assert everything(elsewhere) == everything(portal)
    assert (tmp_path / "other/media/photos/one.jpg").read_bytes() == b"photo"


KEY = "k3yofas3ss10nthatwasop3nthen0000"


@pytest.fixture
def signed_in(portal):
    """Somebody is signed in while the backup is made."""
    with portal.cursor() as cursor:
        row = [KEY, "data-of-" + KEY, "2099-01-01 00:00:00+00:00"]
        cursor.execute("INSERT INTO django_session (session_key, session_data, expire_date) VALUES (%s, %s, %s)", row)
        malee = ["malee", "", "", "", "", True, True, False, row[2]]
        names = "username, password, first_name, last_name, email, is_staff, is_active, is_superuser, date_joined"
        cursor.execute(f"INSERT INTO auth_user ({names}) VALUES ({', '.join(['%s'] * 9)})", malee)
        cursor.execute("SELECT id FROM auth_user WHERE username = 'malee'")
        noted = [KEY, cursor.fetchone()[0], row[2], row[2], "", ""]
        names = "key, user_id, since, last_seen, address, device"
        cursor.execute(f"INSERT INTO iad_portal_officersession ({names}) VALUES (%s, %s, %s, %s, %s, %s)", noted)
        yield
        cursor.execute("DELETE FROM django_session WHERE session_key = %s", [KEY])
        cursor.execute("DELETE FROM iad_portal_officersession WHERE key = %s", [KEY])
        cursor.execute("DELETE FROM auth_user WHERE username = 'malee'")


def sessions(database):
    with database.cursor() as cursor:
        cursor.execute("SELECT session_key FROM django_session")
        return [key for (key,) in cursor.fetchall()]


def test_nobody_signs_in_with_what_a_backup_holds(portal, signed_in, kept, elsewhere):
    """Not a byte of a session is in it; the place that it came from keeps its own."""
    assert sessions(portal) == [KEY] and archive.verify(kept)["rows"]["django_session"] == 0
    assert archive.verify(kept)["rows"]["iad_portal_officersession"] == 0
    with tarfile.open(kept) as tar:
        copy = next(tar.extractfile(member).read() for member in tar if member.name.startswith("database."))
    assert KEY.encode() not in copy and copy.startswith((b"SQLite format 3", b"PGDMP"))
    call_command("restore", str(kept))
    assert sessions(elsewhere) == []


def test_nor_with_an_older_archive_that_held_sessions(portal, signed_in, monkeypatch, elsewhere, settings, tmp_path):
    dump = database_copy.dump
    monkeypatch.setattr(database_copy, "dump", lambda connection, target, without: dump(connection, target))
    settings.PORTAL_HOME = tmp_path / "home"
    call_command("backup", str(tmp_path / "older"))
    call_command("restore", str(next((tmp_path / "older").glob("portal-*.tar.gz"))))
    assert sessions(elsewhere) == []


def test_a_row_can_be_added_after_a_restore(kept, elsewhere):
    """Sequences come back too: the next row gets a number of its own."""
    call_command("restore", str(kept))
    quoted = connection.ops.quote_name("django_site")
    with elsewhere.cursor() as cursor:
        cursor.execute(f"INSERT INTO {quoted} (domain, name) VALUES ('a.example', 'a')")
        cursor.execute(f"SELECT count(*), count(DISTINCT id) FROM {quoted}")
        assert len(set(cursor.fetchone())) == 1


def test_a_place_that_is_not_empty_is_refused_until_force(portal, kept, elsewhere, tmp_path):
    call_command("restore", str(kept))
    with elsewhere.cursor() as cursor:
        cursor.execute("DELETE FROM auth_group WHERE name = %s", [GROUP])
    (tmp_path / "other/media/new.jpg").write_bytes(b"new")
    with pytest.raises(CommandError, match="FORCE=1"):
        call_command("restore", str(kept))
    call_command("restore", str(kept), force=True)
    assert everything(elsewhere) == everything(portal)
    assert not (tmp_path / "other/media/new.jpg").exists()


def test_a_touched_archive_changes_nothing(kept, elsewhere):
    kept.write_bytes(kept.read_bytes()[:-100])
    with pytest.raises(CommandError):
        call_command("restore", str(kept))
    assert everything(elsewhere) == {}


def test_an_archive_of_another_kind_of_database_is_refused(elsewhere, tmp_path):
    (tmp_path / "database.other").write_bytes(b"")
    archive.write(tmp_path / "other.tar.gz", tmp_path / "database.other", {}, tmp_path / "absent", lambda: None)
    with pytest.raises(CommandError, match=r"database\.other"):
        call_command("restore", str(tmp_path / "other.tar.gz"))
    with pytest.raises(CommandError, match="no archive"):
        call_command("restore", str(tmp_path / "absent.tar.gz"))


def test_rows_that_did_not_arrive_are_named(kept, elsewhere, monkeypatch, tmp_path):
    real = database_copy.row_counts
    monkeypatch.setattr(database_copy, "row_counts", lambda database: real(database) | {"auth_group": 9})
    with pytest.raises(CommandError, match="auth_group"):
        call_command("restore", str(kept))
    assert not (tmp_path / "other/media").exists()


@pytest.mark.skipif(connection.vendor != "sqlite", reason="about SQLite")
def test_a_damaged_sqlite_copy_is_refused_before_the_old_one_goes(tmp_path, empty_database):
    with contextlib.closing(sqlite3.connect(tmp_path / "copy")) as other:
        other.execute("CREATE TABLE a (b)")
        other.executemany("INSERT INTO a VALUES (?)", [("x" * 500,)] * 100)
        other.commit()
    data = bytearray((tmp_path / "copy").read_bytes())
    data[4096:6000] = b"\xff" * 1904
    (tmp_path / "copy").write_bytes(data)
    with pytest.raises(database_copy.CopyError, match="damaged"):
        database_copy.load(empty_database, tmp_path / "copy")


@pytest.mark.skipif(connection.vendor != "postgresql", reason="about PostgreSQL")
class TestPostgresqlTools:
    """What goes wrong with pg_dump and psql is said in a sentence."""

    def test_a_missing_tool(self, monkeypatch, tmp_path, settings):
        monkeypatch.setattr(database_copy.shutil, "which", lambda name: None)
        with pytest.raises(CommandError, match="postgresql-client"):
            call_command("backup", str(tmp_path))

    def test_a_tool_older_than_the_server(self, monkeypatch, tmp_path):
        older = subprocess.CompletedProcess([], 0, "pg_dump (PostgreSQL) 9.6.24", "")
        monkeypatch.setattr(database_copy.subprocess, "run", lambda *args, **options: older)
        with pytest.raises(CommandError, match="newer client"):
            call_command("backup", str(tmp_path))

    def test_a_copy_that_is_none_leaves_the_database_as_it_was(self, portal, kept, elsewhere, tmp_path):
        call_command("restore", str(kept))
        (tmp_path / "copy").write_bytes(b"no dump")
        with pytest.raises(database_copy.CopyError, match="pg_restore"):
            database_copy.load(elsewhere, tmp_path / "copy")
        assert everything(elsewhere) == everything(portal)

    def test_a_password_never_stands_on_a_command_line(self, empty_database):
        empty_database.settings_dict |= {"PASSWORD": "secret", "OPTIONS": {"sslmode": "prefer"}}
        environment = database_copy._client_environment(empty_database)
        assert (environment["PGPASSWORD"], environment["PGSSLMODE"]) == ("secret", "prefer")


def test_the_archive_is_kept_under_the_portals_home_unless_told_otherwise(portal, settings, tmp_path):
    settings.PORTAL_HOME, settings.MEDIA_ROOT = tmp_path, tmp_path / "media"
    call_command("backup")
    assert len(list(Path(tmp_path, "backups").iterdir())) == 1
