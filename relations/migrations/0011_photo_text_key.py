from django.db import migrations, models
from django.db.models import F


def fill(apps, _schema_editor):
    """What is stored already is named by the upload that it has."""
    apps.get_model("relations", "Photo").objects.update(text_key=F("upload_key"))


class Migration(migrations.Migration):
    dependencies = [
        ("relations", "0010_photo_focus"),
    ]

    operations = [
        migrations.AddField(
            model_name="historicalphoto",
            name="text_key",
            field=models.UUIDField(editable=False, null=True),
        ),
        migrations.AddField(
            model_name="photo",
            name="text_key",
            field=models.UUIDField(editable=False, null=True),
        ),
        migrations.RunPython(fill, migrations.RunPython.noop, elidable=True),
    ]
