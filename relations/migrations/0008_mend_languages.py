"""Languages that were typed by name become codes."""

from django.db import migrations

from iad_portal.lib.text.languages import mend_languages

COLUMNS = {"Agreement": "original_language", "Alias": "language", "Document": "language", "Source": "language"}


def mend(apps, schema_editor):
    for model, column in COLUMNS.items():
        for name in (model, f"Historical{model}"):
            mend_languages(apps.get_model("relations", name).objects.all(), column)


class Migration(migrations.Migration):
    dependencies = [("relations", "0007_dates_in_order")]

    operations = [migrations.RunPython(mend, migrations.RunPython.noop, elidable=True)]
