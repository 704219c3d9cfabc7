"""Both coordinates or neither: rows that hold one alone lose it, and the database takes no such row again."""

from django.db import migrations, models
from django.db.models import Q

NOWHERE = Q(latitude__isnull=True, longitude__isnull=True)
WHOLE = Q(latitude__isnull=False, longitude__isnull=False)
ON_EARTH = WHOLE & Q(latitude__range=(-90, 90), longitude__range=(-180, 180))
SENTENCE = "A place needs both coordinates: a latitude from −90 to 90 and a longitude from −180 to 180 degrees."


def empty_what_is_no_place(apps, schema_editor):
    """Empty the coordinates that make no place; what they were stays in the records' history."""
    for name in ("City", "Embassy"):
        rows = apps.get_model("relations", name)._base_manager.using(schema_editor.connection.alias)
        whole = rows.filter(ON_EARTH).values("pk")
        rows.exclude(NOWHERE).exclude(pk__in=whole).update(latitude=None, longitude=None)


def place_on_earth(name):
    return models.CheckConstraint(condition=NOWHERE | ON_EARTH, name=name, violation_error_message=SENTENCE)


class Migration(migrations.Migration):
    dependencies = [("relations", "0002_scheduled")]

    operations = [
        migrations.RemoveConstraint(model_name="city", name="city_place_on_earth"),
        migrations.RunPython(empty_what_is_no_place, migrations.RunPython.noop),
        migrations.AddConstraint(model_name="city", constraint=place_on_earth("city_place_on_earth")),
        migrations.AddConstraint(model_name="embassy", constraint=place_on_earth("embassy_place_on_earth")),
    ]
