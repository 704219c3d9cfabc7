"""Tables of an app made in one step: the same as one by one, whichever points at which, and taken away again."""

import pytest
from django.db import migrations, models
from django.db.migrations.state import ProjectState
from django.db.migrations.writer import OperationWriter
from django.db.utils import ConnectionHandler

from iad_portal.lib.operations.create_models import CreateModels


def table(name: str, other: str) -> migrations.CreateModel:
    """A table that points at another one."""
    key = ("id", models.BigAutoField(primary_key=True))
    return migrations.CreateModel(
        name, fields=[key, ("other", models.ForeignKey(f"trial.{other}", models.CASCADE, null=True))]
    )


EACH_OTHER = CreateModels(operations=[table("Hen", "Egg"), table("Egg", "Hen")])


@pytest.fixture
def empty(django_db_blocker):
    """A database without a table, in memory."""
    connection = ConnectionHandler({"default": {"ENGINE": "django.db.backends.sqlite3", "NAME": ":memory:"}})["default"]
    with django_db_blocker.unblock():
        yield connection
    connection.close()


def test_tables_that_point_at_each_other_are_made_and_taken_away(empty):
    """A state whose classes were built before learns them, too; it builds all of them once, after the last."""
    before, after = ProjectState(), ProjectState()
    assert not after.apps.all_models["trial"]
    EACH_OTHER.state_forwards("trial", after)
    assert "apps" not in vars(after)  # until they are asked for
    with empty.schema_editor() as editor:
        EACH_OTHER.database_forwards("trial", editor, before, after)
    assert set(empty.introspection.table_names()) == {"trial_hen", "trial_egg"}
    egg = after.apps.get_model("trial", "Egg")
    assert egg._meta.get_field("other").related_model is after.apps.get_model("trial", "Hen")
    with empty.schema_editor() as editor:
        EACH_OTHER.database_backwards("trial", editor, after, before)
    assert empty.introspection.table_names() == []


def test_it_is_written_into_a_migration_and_told():
    """As `squashmigrations` writes it, and `migrate --plan` tells it."""
    written, imports = OperationWriter(EACH_OTHER, indentation=0).serialize()
    assert written.startswith("iad_portal.lib.operations.create_models.CreateModels(\n    operations=[\n")
    assert "import iad_portal.lib.operations.create_models" in imports
    assert written.count("migrations.CreateModel(") == 2 and EACH_OTHER.describe() == "Create 2 models"
