"""A migration's operation that takes many small steps with few builds of the models' classes."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from typing import Any

from django.db.backends.base.schema import BaseDatabaseSchemaEditor
from django.db.migrations.operations.base import Operation
from django.db.migrations.operations.fields import FieldOperation
from django.db.migrations.operations.models import IndexOperation, ModelOperation
from django.db.migrations.state import ProjectState
from django.db.migrations.utils import resolve_relation

Key = tuple[str, str]  # label of the app, name of the model in small letters
Step = tuple[list[Operation], ProjectState, ProjectState]


class InRounds(Operation):
    """Operations on models: each round takes the next one of every model, and builds only the classes that it needs.

    After each operation Django builds anew the classes of all models that are tied to the changed one: for a column
    each of twenty models that is a thousand classes. Here a round builds the changed models and those they point at.
    No round has two operations of one model: SQLite makes a table anew from the class as it was before, and would lose
    what the first one added.
    """

    serialization_expand_args = ["operations"]
    atomic = True

    def __init__(self, operations: Sequence[Operation]):
        self.operations = operations

    def deconstruct(self) -> tuple[str, list[Any], dict[str, Any]]:
        """Give the class, and what it is called with, as the writer of migrations asks for it."""
        return type(self).__qualname__, [], {"operations": list(self.operations)}

    def state_forwards(self, app_label: str, state: ProjectState) -> None:
        """Learn all changes, and only then let the classes be built: when they are next asked for."""
        _learn(self.operations, app_label, state)

    def database_forwards(
        self, app_label: str, schema_editor: BaseDatabaseSchemaEditor, from_state: ProjectState, to_state: ProjectState
    ) -> None:
        """Change the tables, round by round, within each in the order given."""
        for operations, before, after in self._steps(app_label, from_state, to_state):
            for operation in operations:
                operation.database_forwards(app_label, schema_editor, before, after)

    def database_backwards(
        self, app_label: str, schema_editor: BaseDatabaseSchemaEditor, from_state: ProjectState, to_state: ProjectState
    ) -> None:
        """Take the changes back, the last first."""
        for operations, before, after in reversed(list(self._steps(app_label, to_state, from_state))):
            for operation in reversed(operations):
                operation.database_backwards(app_label, schema_editor, after, before)

    def describe(self) -> str:
        """Say what `migrate --plan` shows."""
        return f"Take {len(self.operations)} steps in {len(self._rounds())} rounds"

    def _rounds(self) -> list[list[Operation]]:
        rounds: dict[int, list[Operation]] = defaultdict(list)
        taken: Counter[str] = Counter()
        for operation in self.operations:
            model = _model_of(operation)
            rounds[taken[model]].append(operation)
            taken[model] += 1
        return list(rounds.values())

    def _steps(self, app_label: str, old: ProjectState, new: ProjectState) -> Iterator[Step]:
        """The operations of each round, what was before it, and what is after it: no other models than they need."""
        changed = {(app_label, _model_of(operation)) for operation in self.operations}
        needed = _with_targets(changed, old) | _with_targets(changed, new)
        before = ProjectState({key: state.clone() for key, state in old.models.items() if key in needed}, old.real_apps)
        for operations in self._rounds():
            after = before.clone()
            _learn(operations, app_label, after)
            yield operations, before, after
            before = after


def _with_targets(keys: set[Key], state: ProjectState) -> set[Key]:
    """The models `keys` and all to which their links, and those of these models, lead in `state`."""
    found: set[Key] = set()
    waiting = [key for key in keys if key in state.models]
    while waiting:
        key = waiting.pop()
        if key in found:
            continue
        found.add(key)
        for field in state.models[key].fields.values():
            if field.is_relation:
                targets = (field.remote_field.model, getattr(field.remote_field, "through", None))
                waiting += [resolve_relation(target, *key) for target in targets if target]
    return found


def _learn(operations: Sequence[Operation], app_label: str, state: ProjectState) -> None:
    vars(state).pop("apps", None)
    for operation in operations:
        operation.state_forwards(app_label, state)


def _model_of(operation: Operation) -> str:
    """The name of the model whose table `operation` changes; TypeError for what changes none, or data."""
    if isinstance(operation, ModelOperation):
        return operation.name_lower
    if isinstance(operation, FieldOperation | IndexOperation):
        return operation.model_name_lower
    raise TypeError(f"{type(operation).__name__} is no operation on a model: it stands by itself.")
