from django.db import migrations, models

from iad_portal.lib.records.first_published import filler


class Migration(migrations.Migration):
    dependencies = [("relations", "0009_languages")]

    operations = [
        migrations.AddField(
            model_name="city",
            name="was_public",
            field=models.BooleanField(default=False, editable=False),
        ),
        migrations.AddField(
            model_name="city",
            name="first_published_at",
            field=models.DateTimeField(editable=False, null=True, verbose_name="first published"),
        ),
        migrations.AddField(
            model_name="agreement",
            name="was_public",
            field=models.BooleanField(default=False, editable=False),
        ),
        migrations.AddField(
            model_name="agreement",
            name="first_published_at",
            field=models.DateTimeField(editable=False, null=True, verbose_name="first published"),
        ),
        migrations.AddField(
            model_name="exchange",
            name="was_public",
            field=models.BooleanField(default=False, editable=False),
        ),
        migrations.AddField(
            model_name="exchange",
            name="first_published_at",
            field=models.DateTimeField(editable=False, null=True, verbose_name="first published"),
        ),
        migrations.AddField(
            model_name="embassy",
            name="was_public",
            field=models.BooleanField(default=False, editable=False),
        ),
        migrations.AddField(
            model_name="embassy",
            name="first_published_at",
            field=models.DateTimeField(editable=False, null=True, verbose_name="first published"),
        ),
        migrations.RunPython(
            filler("relations", "city", "agreement", "exchange", "embassy"), migrations.RunPython.noop
        ),
    ]
