"""A migration's operation that makes the tables of a whole app at once."""

from collections.abc import Sequence
from typing import Any

from django.db.backends.base.schema import BaseDatabaseSchemaEditor
from django.db.migrations.operations import CreateModel
from django.db.migrations.operations.base import Operation, OperationCategory
from django.db.migrations.state import ProjectState


class CreateModels(Operation):
    """Many `CreateModel` operations in one step; the models may point at each other in any order.

    After each operation Django builds anew the classes of all models that are tied to the changed one: with a hundred
    models, half a minute on an empty database. Here they are built once, after the last.
    """

    category = OperationCategory.ADDITION
    serialization_expand_args = ["operations"]
    atomic = True

    def __init__(self, operations: Sequence[CreateModel]):
        self.operations = operations

    def deconstruct(self) -> tuple[str, list[Any], dict[str, Any]]:
        """Give the class, and what it is called with, as the writer of migrations asks for it."""
        return type(self).__qualname__, [], {"operations": list(self.operations)}

    def state_forwards(self, app_label: str, state: ProjectState) -> None:
        """Learn all the models, and only then let their classes be built: when they are next asked for."""
        vars(state).pop("apps", None)
        for operation in self.operations:
            operation.state_forwards(app_label, state)

    def database_forwards(
        self, app_label: str, schema_editor: BaseDatabaseSchemaEditor, from_state: ProjectState, to_state: ProjectState
    ) -> None:
        """Make the tables, in the order given."""
        for operation in self.operations:
            operation.database_forwards(app_label, schema_editor, from_state, to_state)

    def database_backwards(
        self, app_label: str, schema_editor: BaseDatabaseSchemaEditor, from_state: ProjectState, to_state: ProjectState
    ) -> None:
        """Delete the tables, the last first."""
        for operation in reversed(self.operations):
            operation.database_backwards(app_label, schema_editor, from_state, to_state)

    def describe(self) -> str:
        """Say what `migrate --plan` shows."""
        return f"Create {len(self.operations)} models"
