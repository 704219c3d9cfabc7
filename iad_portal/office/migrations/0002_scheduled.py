from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("iad_portal", "0001_records"),
    ]

    operations = [
        migrations.AddIndex(
            model_name="page",
            index=models.Index(
                condition=models.Q(("publish_at__isnull", False)), fields=["publish_at"], name="page_publish_at"
            ),
        ),
    ]
