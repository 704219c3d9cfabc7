"""Whoever changes what pages show, by whatever way, changes the mark of its app in the same transaction."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta

import pytest
from django.apps import apps
from django.db import connection, transaction
from django.db.models import F
from django.utils import timezone, translation

from iad_portal.lib.records import content_triggers, content_versions
from iad_portal.lib.records.content_versions import TABLE, content_now, kept, one_reading, versions
from iad_portal.office.models.content_version import APART, APPS, ContentVersion, ensure_marks, tables
from relations.models import City, Source
from tests import world
from tests.databases import others
from tests.making import made, records

pytestmark = pytest.mark.django_db
MARKED = [model for model in records() if model._meta.label not in APART]
# Django's own: nobody's page shows them. Of redirects and the site there are marks.
DJANGO = ("account_", "mfa_", "auth_", "django_admin_log", "django_content_type", "django_migrations", "django_session")


def marks(connection=connection) -> dict[str, str]:
    with connection.cursor() as cursor:
        cursor.execute(content_triggers.marks_sql(connection.vendor, TABLE))
        return {app: mark for app, mark in cursor.fetchall() if app in APPS}


def changed(before: dict[str, str]) -> set[str]:
    """The apps whose marks are not as `before`."""
    return {app for app, mark in marks().items() if mark != before[app]}


def test_every_table_is_marked_or_said_to_be_apart():
    """A new model is marked by itself; whoever leaves one out says so in APART."""
    ours = {name for name in connection.introspection.table_names() if not name.startswith(("content_tests", *DJANGO))}
    apart = {model._meta.db_table for model in apps.get_models() if model._meta.label in APART}
    history = {name for name in ours if "_historical" in name}
    index_of_search = {name for name in ours if name.startswith("iad_portal_searchentry_words")}
    media_of_tests = {name for name in ours if name.startswith(("lib_", "media_tests"))}
    assert ours - apart - history - index_of_search - media_of_tests == tables().keys()
    assert len(apart) == len(APART), "APART names what there is no more"
    assert set(tables().values()) == set(APPS) == marks().keys()


@pytest.mark.parametrize("model", MARKED, ids=lambda model: model._meta.model_name)
def test_update_and_sql_and_deleting_are_marked(model):
    """What no signal of Django tells of."""
    made(model)
    app, table = tables()[model._meta.db_table], connection.ops.quote_name(model._meta.db_table)
    before = marks()
    model._base_manager.update(**{model._meta.pk.attname: F(model._meta.pk.attname)})
    assert changed(before) == {app}
    before = marks()
    with connection.cursor() as cursor:
        pk = model._meta.pk.column
        cursor.execute(f"UPDATE {table} SET {pk} = {pk}")
    assert changed(before) == {app}
    before = marks()
    model._base_manager.all().delete()
    assert app in changed(before)


def test_rows_made_in_one_statement_and_links_are_marked():
    exchange, city, article = world.exchange(), world.city(), world.article()
    before = marks()
    Source.objects.bulk_create([Source(code="a", title="a")])
    assert changed(before) == {"relations"}
    before = marks()
    Source.objects.bulk_create([Source(code="b", title="b")], ignore_conflicts=True)  # INSERT OR IGNORE on SQLite
    assert changed(before) == {"relations"}
    before = marks()
    exchange.cities.through.objects.bulk_create([exchange.cities.through(exchange=exchange, city=city)])
    assert changed(before) == {"relations"}
    before = marks()
    article.cities.set([city])
    assert "news" in changed(before)


def test_what_no_page_shows_is_not_marked(admin_user):
    before = marks()
    for label in sorted(APART - {"iad_portal.ContentVersion"}):
        apps.get_model(label)._base_manager.all().delete()
    with connection.cursor() as cursor:
        cursor.execute("UPDATE iad_portal_message SET id = id")
        cursor.execute("UPDATE auth_user SET id = id")
    assert changed(before) == set()


def test_what_is_taken_back_is_marked_as_it_was_and_never_twice_alike():
    world.city("one")
    before = marks()
    seen = [before]
    for _ in range(2):
        with transaction.atomic():
            City.objects.update(name_en="Other")
            assert changed(before) == {"relations"} and marks() not in seen
            seen.append(marks())
            transaction.set_rollback(True)
        assert marks() == before


SQL = "INSERT INTO relations_source (code, {columns}) VALUES ('{code}', {values})"


def insert(other, code: str) -> None:
    """A row of relations by SQL: only its code is filled in, every other column as empty as it may be."""
    fields = [field for field in Source._meta.concrete_fields if field.column not in ("id", "code") and not field.null]
    empty = {"DateTimeField": "'2026-01-01 00:00:00'", "BooleanField": "false", "PositiveIntegerField": "1"}
    values = [empty.get(field.get_internal_type(), "''") for field in fields]
    columns = ", ".join(other.ops.quote_name(field.column) for field in fields)
    with other.cursor() as cursor:
        cursor.execute(SQL.format(code=code, columns=columns, values=", ".join(values)))


def take_back(other) -> None:
    with other.cursor() as cursor:
        cursor.execute("DELETE FROM relations_source WHERE code LIKE 'apart-%'")


@contextmanager
def transaction_of(other) -> Iterator[None]:
    """A transaction of this connection, committed at the end."""
    other.set_autocommit(False)
    yield
    other.commit()
    other.set_autocommit(True)


def test_another_process_sees_the_change_and_its_mark_at_once_when_it_is_committed(tmp_path):
    with others(2, tmp_path) as (writer, reader):
        before = marks(reader)
        writer.set_autocommit(False)
        insert(writer, "apart-1")
        assert marks(writer) != before and marks(reader) == before, "only the writer sees what it has not committed"
        writer.commit()
        between = marks(reader)
        assert between["relations"] != before["relations"] and between["news"] == before["news"]
        insert(writer, "apart-2")
        writer.rollback()
        assert marks(reader) == between
        take_back(writer)
        writer.commit()
        assert marks(reader) != between


@pytest.mark.skipif(connection.vendor == "sqlite", reason="SQLite has one writer at a time")
def test_two_at_work_do_not_wait_for_each_other_and_each_gets_a_mark_of_its_own(tmp_path):
    """A mark that the first to change held until its end would make the second wait; 50 ms are no wait."""
    with others(3, tmp_path) as (one, two, reader):
        seen = [marks(reader)["relations"]]
        for number, writer in enumerate((one, two)):
            writer.set_autocommit(False)
            with writer.cursor() as cursor:
                cursor.execute("SET LOCAL lock_timeout = '50ms'")
            insert(writer, f"apart-{number}")
        kept_by_one = marks(one)["relations"]
        two.commit()
        seen.append(marks(reader)["relations"])
        assert kept_by_one != marks(one)["relations"], "what the first makes now may show what the second committed"
        one.commit()
        seen.append(marks(reader)["relations"])
        with reader.cursor() as cursor:
            cursor.execute(f"SELECT count(*) FROM {TABLE}")
            assert cursor.fetchone() == (len(APPS),), "what stands there within a transaction is gone"
        take_back(reader)
        assert len({*seen, marks(reader)["relations"]}) == 4


@pytest.mark.skipif(connection.vendor == "sqlite", reason="checks that may wait for another transaction")
def test_marks_change_behind_all_checks_of_the_transaction(tmp_path):
    """Else the mark would be held while a foreign key waits for somebody who waits for the mark."""
    with others(1, tmp_path) as (other,), other.cursor() as cursor:
        cursor.execute("CREATE TEMPORARY TABLE told (mark text)")
        cursor.execute(
            "CREATE FUNCTION pg_temp.tell() RETURNS trigger LANGUAGE plpgsql AS "
            f"$$ BEGIN INSERT INTO told SELECT mark FROM {TABLE} WHERE app = 'relations'; RETURN NULL; END $$"
        )
        cursor.execute("CREATE TEMPORARY TABLE checked (id int)")
        cursor.execute(
            "CREATE CONSTRAINT TRIGGER later AFTER INSERT ON checked DEFERRABLE INITIALLY DEFERRED "
            "FOR EACH ROW EXECUTE FUNCTION pg_temp.tell()"
        )
        before = marks(other)["relations"]
        with transaction_of(other):
            insert(other, "apart-1")
            cursor.execute("INSERT INTO checked VALUES (1)")
        cursor.execute("SELECT mark FROM told")
        assert cursor.fetchall() == [(before,)]
        assert marks(other)["relations"] != before
        take_back(other)


def test_a_trigger_that_is_gone_comes_back_and_a_stale_one_goes():
    known = content_triggers._known(connection)
    name, table = next(iter(known.items()))
    with connection.cursor() as cursor:
        cursor.execute(content_triggers._drop(connection.vendor, name, table))
        stale = dict(content_triggers._wanted(connection.vendor, TABLE, {"auth_group": "news"}))
        cursor.execute(stale[min(stale.keys() - known.keys())])
    ensure_marks()
    assert content_triggers._known(connection) == known


def test_a_migration_marks_everything_and_an_older_database_nothing(monkeypatch):
    before = marks()
    ensure_marks()
    assert changed(before) == set()
    ensure_marks(plan=["a migration"])
    assert changed(before) == set(APPS)
    monkeypatch.setattr("iad_portal.office.models.content_version.tables", lambda: {"not_there_yet": "news"})
    ensure_marks()


# ---- The key


def test_a_key_tells_its_apps_the_language_the_day_and_the_next_moment(monkeypatch):
    world.article(slug="one")
    keys = [versions("relations"), versions("news"), versions("relations", "news"), versions()]
    assert len(set(keys)) == 4 and keys == [
        versions("relations"),
        versions("news"),
        versions("relations", "news"),
        versions(),
    ]
    with translation.override("en"):
        assert versions("news") != keys[1]
    world.article(slug="two")
    assert versions("news") != keys[1]
    news = versions("news")
    City.objects.create(**{"slug": "one", "country": world.country(), "status": "published"})
    assert versions("news") == news
    now = timezone.now()
    world.city(publish_at=now + timedelta(seconds=9))
    before = versions("news")
    assert before != news, "a page changes at that moment, whatever it shows"
    seen = []
    for later in (timedelta(seconds=8), timedelta(seconds=9), timedelta(days=1)):
        monkeypatch.setattr(content_versions.timezone, "now", lambda later=later: now + later)
        seen.append(versions("news"))
    assert seen[0] == before and len({*seen}) == 3


def test_a_request_asks_once_and_sees_one_version(django_assert_num_queries):
    content_now()
    with django_assert_num_queries(1), one_reading():
        first = versions("news")
        assert versions("news") == first and content_now() is content_now()
    with one_reading():
        content_now()
    with django_assert_num_queries(2):
        content_now(), content_now()


def test_the_first_moment_is_asked_for_once_a_version(django_assert_num_queries):
    noon, midnight = datetime(2026, 11, 22, 5, tzinfo=UTC), datetime(2026, 11, 22, 17, tzinfo=UTC)
    moment = noon + timedelta(minutes=1)
    world.article(publish_at=moment)
    for minutes, queries, changes_at in [(0, 2, moment), (0.5, 1, moment), (1, 2, midnight), (9, 1, midnight),
                                         (0, 2, moment), (720, 2, midnight + timedelta(days=1))]:  # fmt: skip
        with django_assert_num_queries(queries):
            assert content_now(noon + timedelta(minutes=minutes)).changes_at == changes_at
    world.article()
    with django_assert_num_queries(2):
        content_now(noon)


def test_without_marks_nothing_is_kept():
    ContentVersion.objects.filter(app="news").delete()
    assert versions("news") != versions("news") and versions("relations") == versions("relations")
    ContentVersion.objects.all().delete()
    assert versions() != versions()


def test_a_part_is_made_once_for_each_version(settings):
    settings.KEEP_PARTS = True
    made_so_far = []

    def part(name="a part"):
        return kept(name, ("news",), lambda: made_so_far.append(1) or "made")

    assert part() == part() == "made" and len(made_so_far) == 1
    assert part("another part") and len(made_so_far) == 2
    world.article()
    assert part() and len(made_so_far) == 3
    settings.KEEP_PARTS = False
    assert part() == part() and len(made_so_far) == 5
    settings.KEEP_PARTS = True
    ContentVersion.objects.all().delete()
    assert part() == part() and len(made_so_far) == 7
