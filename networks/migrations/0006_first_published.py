from django.db import migrations, models

from iad_portal.lib.records.first_published import filler


class Migration(migrations.Migration):
    dependencies = [("networks", "0005_sentences_of_constraints")]

    operations = [
        migrations.AddField(
            model_name="network",
            name="was_public",
            field=models.BooleanField(default=False, editable=False),
        ),
        migrations.AddField(
            model_name="network",
            name="first_published_at",
            field=models.DateTimeField(editable=False, null=True, verbose_name="first published"),
        ),
        migrations.AddField(
            model_name="meeting",
            name="was_public",
            field=models.BooleanField(default=False, editable=False),
        ),
        migrations.AddField(
            model_name="meeting",
            name="first_published_at",
            field=models.DateTimeField(editable=False, null=True, verbose_name="first published"),
        ),
        migrations.RunPython(filler("networks", "network", "meeting"), migrations.RunPython.noop),
    ]
