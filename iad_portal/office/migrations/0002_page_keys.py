"""Entries of the search index name a page by its key, not by its address. The index is built anew after this."""

from django.db import migrations


def empty(apps, schema_editor):
    """Entries that hold addresses; `rebuild_search` makes them again."""
    apps.get_model("iad_portal", "SearchEntry").objects.all().delete()


class Migration(migrations.Migration):
    dependencies = [("iad_portal", "0001_initial")]

    operations = [
        migrations.RunPython(empty, migrations.RunPython.noop, elidable=True),
        migrations.RenameField("searchentry", "tail", "page"),
    ]
