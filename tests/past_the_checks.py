"""Rows as they stand in databases from before a check: written past it."""

from contextlib import contextmanager

from django.db import connection, models


@contextmanager
def past_the_checks(model: type[models.Model]):
    """Within the block the database takes rows of `model` that its checks refuse; the test's end takes all back."""
    with connection.cursor() as cursor:
        if connection.vendor == "sqlite":
            cursor.execute("PRAGMA ignore_check_constraints = ON")
        else:
            cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")  # a table whose links wait to be checked stays as it is
            for check in (
                constraint for constraint in model._meta.constraints if isinstance(constraint, models.CheckConstraint)
            ):
                table, name = map(connection.ops.quote_name, (model._meta.db_table, check.name))
                cursor.execute(f"ALTER TABLE {table} DROP CONSTRAINT {name}")
    try:
        yield
    finally:
        if connection.vendor == "sqlite":
            with connection.cursor() as cursor:
                cursor.execute("PRAGMA ignore_check_constraints = OFF")
