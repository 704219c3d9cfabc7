"""Steps taken round by round leave the tables that they leave one by one, and are taken back."""

import pytest
from django.db import migrations, models
from django.db.migrations.operations.base import Operation
from django.db.migrations.state import ProjectState
from django.db.migrations.writer import OperationWriter

from iad_portal.lib.operations.in_rounds import InRounds
from tests.lib.operations.test_create_models import EACH_OTHER, empty  # noqa: F401


def column(model: str, name: str) -> migrations.AddField:
    """A column that SQLite adds by making the table anew."""
    return migrations.AddField(model, name, models.CharField(max_length=9, default="x"))


BOY = migrations.CreateModel("Boy", fields=[("id", models.BigAutoField(primary_key=True))])
STEPS = [
    column("hen", "a"),
    column("hen", "b"),
    BOY,
    migrations.AddField("egg", "boy", models.ForeignKey("trial.boy", models.CASCADE, null=True)),
    column("egg", "a"),
    migrations.AddConstraint("hen", models.UniqueConstraint(fields=["a", "b"], name="once")),
    migrations.AddIndex("egg", models.Index(fields=["a"], name="quick")),
    migrations.AlterModelOptions("boy", {"ordering": ["pk"]}),
]


def forwards(connection, steps, state: ProjectState) -> ProjectState:
    """Take `steps` from `state`, as a migration does: what is there after."""
    for step in steps:
        before, state = state, state.clone()
        step.state_forwards("trial", state)
        with connection.schema_editor() as editor:
            step.database_forwards("trial", editor, before, state)
    return state


def tables(connection) -> set[tuple[str, str]]:
    """Every table and index as it was made."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT name, sql FROM sqlite_master")
        return set(cursor.fetchall())


def test_the_tables_are_those_of_one_step_after_the_other_and_go_back(empty):  # noqa: F811
    start = forwards(empty, [EACH_OTHER], ProjectState())
    at_first, together = tables(empty), InRounds(STEPS)
    after = forwards(empty, [together], start)
    found = tables(empty)
    with empty.schema_editor() as editor:
        together.database_backwards("trial", editor, after, start)
    assert tables(empty) == at_first
    assert forwards(empty, STEPS, start).models == after.models
    assert tables(empty) == found


def test_classes_are_built_once_a_round(empty, monkeypatch):  # noqa: F811
    start, built = forwards(empty, [EACH_OTHER], ProjectState()), []
    assert start.apps
    monkeypatch.setattr(ProjectState, "_reload", lambda *_args: built.append("again"))
    forwards(empty, [InRounds(STEPS)], start)
    assert built == []


def test_it_is_written_into_a_migration_and_told():
    written, imports = OperationWriter(InRounds(STEPS), indentation=0).serialize()
    assert written.startswith("iad_portal.lib.operations.in_rounds.InRounds(\n    operations=[\n")
    assert "import iad_portal.lib.operations.in_rounds" in imports
    assert InRounds(STEPS).describe() == "Take 8 steps in 3 rounds"


def test_what_changes_data_stands_by_itself():
    for step in (migrations.RunSQL("SELECT 1"), Operation()):
        with pytest.raises(TypeError, match="stands by itself"):
            InRounds([step]).describe()
