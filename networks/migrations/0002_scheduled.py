from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("networks", "0001_records"),
        ("relations", "0002_scheduled"),
    ]

    operations = [
        migrations.AddIndex(
            model_name="meeting",
            index=models.Index(
                condition=models.Q(("publish_at__isnull", False)), fields=["publish_at"], name="meeting_publish_at"
            ),
        ),
        migrations.AddIndex(
            model_name="network",
            index=models.Index(
                condition=models.Q(("publish_at__isnull", False)), fields=["publish_at"], name="network_publish_at"
            ),
        ),
    ]
