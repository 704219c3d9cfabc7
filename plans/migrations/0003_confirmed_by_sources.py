"""Records that were there before take their newest dated source as their confirmation, as new ones do by themselves."""

from django.db import migrations

CONFIRMED_BY_SOURCES = {
    ("relations", "agreement"), ("relations", "agency"), ("relations", "embassy"),
    ("networks", "network"), ("networks", "membership"), ("networks", "role"),
    ("plans", "project"),
}  # fmt: skip


def fill(apps, schema_editor):
    """The day of the newest source that each record cites, where nobody confirmed it later."""
    cited = apps.get_model("relations", "Citation").objects.filter(source__dated_on__isnull=False)
    columns = (
        "subject_type__app_label",
        "subject_type__model",
        "subject_id",
        "source__dated_on",
        "source__dated_precision",
    )
    newest = {tuple(row[:3]): row[3:] for row in cited.order_by("source__dated_on").values_list(*columns)}
    for (app, model, key), (day, precision) in newest.items():
        if (app, model) in CONFIRMED_BY_SOURCES:
            rows = apps.get_model(app, model).objects.filter(pk=key, confirmed_on__isnull=True)
            rows.update(confirmed_on=day, confirmed_precision=precision)


class Migration(migrations.Migration):
    dependencies = [
        ("plans", "0002_confirmations"),
        ("networks", "0002_confirmations"),
        ("relations", "0003_confirmations"),
    ]

    operations = [migrations.RunPython(fill, migrations.RunPython.noop, elidable=True)]
