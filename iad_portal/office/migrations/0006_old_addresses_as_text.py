"""Rows of old addresses are compared as text from now on: bring those that are stored into that shape."""

from django.db import migrations

from iad_portal.lib.operations.old_addresses import as_text


def keep_as_text(apps, schema_editor):
    """Where two rows prove to be one address, the one that leads somewhere stays, the newer of two such."""
    rows = apps.get_model("redirects", "Redirect").objects
    best = {}
    for row in rows.order_by("pk"):
        key = row.site_id, as_text(row.old_path)
        if key not in best or row.new_path or not best[key].new_path:
            best[key] = row
    rows.exclude(pk__in=[row.pk for row in best.values()]).delete()
    for (_site, address), row in best.items():
        if row.old_path != address:
            rows.filter(pk=row.pk).update(old_path=address)


class Migration(migrations.Migration):
    dependencies = [
        ("iad_portal", "0005_search_index"),
        ("redirects", "0002_alter_redirect_new_path_help_text"),
    ]
    operations = [migrations.RunPython(keep_as_text, migrations.RunPython.noop)]
