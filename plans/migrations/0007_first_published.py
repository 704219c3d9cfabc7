from django.db import migrations, models

from iad_portal.lib.records.first_published import filler


class Migration(migrations.Migration):
    dependencies = [("plans", "0006_month_field")]

    operations = [
        migrations.AddField(
            model_name="plan",
            name="was_public",
            field=models.BooleanField(default=False, editable=False),
        ),
        migrations.AddField(
            model_name="plan",
            name="first_published_at",
            field=models.DateTimeField(editable=False, null=True, verbose_name="first published"),
        ),
        migrations.AddField(
            model_name="project",
            name="was_public",
            field=models.BooleanField(default=False, editable=False),
        ),
        migrations.AddField(
            model_name="project",
            name="first_published_at",
            field=models.DateTimeField(editable=False, null=True, verbose_name="first published"),
        ),
        migrations.RunPython(filler("plans", "plan", "project"), migrations.RunPython.noop),
    ]
