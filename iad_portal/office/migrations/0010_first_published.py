from django.db import migrations, models

from iad_portal.lib.records.first_published import filler


class Migration(migrations.Migration):
    dependencies = [("iad_portal", "0009_kept_forms")]

    operations = [
        migrations.AddField(
            model_name="page",
            name="was_public",
            field=models.BooleanField(default=False, editable=False),
        ),
        migrations.AddField(
            model_name="page",
            name="first_published_at",
            field=models.DateTimeField(editable=False, null=True, verbose_name="first published"),
        ),
        migrations.RunPython(filler("iad_portal", "page"), migrations.RunPython.noop),
    ]
