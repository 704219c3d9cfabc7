"""Rows that a constraint would refuse, as they were stored before there was one."""

from contextlib import contextmanager

from django.db import connection


@contextmanager
def unchecked(model, name: str):
    """Let the table of `model` take what its constraint `name` refuses; inside a test's transaction only."""
    with connection.cursor() as cursor:
        if connection.vendor == "sqlite":
            cursor.execute("PRAGMA ignore_check_constraints = ON")
            yield
            cursor.execute("PRAGMA ignore_check_constraints = OFF")
        else:
            cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
            cursor.execute(f"ALTER TABLE {model._meta.db_table} DROP CONSTRAINT {name}")
            yield
