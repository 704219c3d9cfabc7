"""Records with all that may hang on them, and every row of every table: what must be the same before and after."""

from django.apps import apps
from django.db import connection, models

from relations.models import Photo
from tests import world
from tests.making import made, records

# What a deletion and a return write by themselves: the record of work, and the marks of the content.
_OWN = {"relations.Revision", "iad_portal.ContentVersion", "admin.LogEntry", "sessions.Session", "auth.User"}
# What counts a change, and may differ.
COUNTED = {"version", "updated_at"}


def tables() -> dict[str, dict]:
    """Each row of each table but those, as the database holds it: "table" -> key -> column -> value."""
    found = {}
    with connection.cursor() as cursor:
        for model in apps.get_models(include_auto_created=True):
            if model._meta.label in _OWN or hasattr(model, "history_type") or model.__name__.startswith("Historical"):
                continue
            key = model._meta.pk.column
            cursor.execute(f'SELECT * FROM "{model._meta.db_table}"')  # names of our own tables
            names = [column[0] for column in cursor.description]
            rows = [dict(zip(names, row, strict=True)) for row in cursor.fetchall()]
            found[model._meta.db_table] = {row[key]: row for row in rows}
    return found


def differences(before: dict, after: dict) -> list[tuple]:
    """What of `before` is otherwise in `after`, or new there: table, key, column, both values."""
    found = []
    for table in before:
        for key in before[table].keys() | after[table].keys():
            was, now = before[table].get(key, {}), after[table].get(key, {})
            columns = (was.keys() | now.keys()) - COUNTED
            found += [
                (table, key, name, was.get(name), now.get(name)) for name in columns if was.get(name) != now.get(name)
            ]
    return found


def laden(model: type[models.Model]) -> models.Model:
    """A record of `model` with a row of each kind that goes with it and one for each link, from both sides."""
    # The file of another row is taken for each picture: to make one is dear.
    Photo.objects.bulk_create([Photo(subject=world.city(), image="photos/a/a.jpg")])
    record = made(model)
    for owner in model._meta.private_fields:
        if hasattr(owner, "bulk_related_objects"):
            made(owner.related_model, subject=record)
    for relation in model._meta.related_objects:
        if relation.on_delete in (models.CASCADE, models.SET_NULL) and relation.related_model in records():
            made(relation.related_model, **{relation.field.name: record})
        if relation.many_to_many and relation.related_model in records():
            getattr(made(relation.related_model), relation.field.name).add(record)
    for link in model._meta.many_to_many:
        getattr(record, link.name).add(made(link.related_model), made(link.related_model))
    return model._base_manager.get(pk=record.pk)
