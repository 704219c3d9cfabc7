from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("networks", "0002_scheduled"),
        ("plans", "0001_records"),
        ("relations", "0002_scheduled"),
    ]

    operations = [
        migrations.AddIndex(
            model_name="plan",
            index=models.Index(
                condition=models.Q(("publish_at__isnull", False)), fields=["publish_at"], name="plan_publish_at"
            ),
        ),
        migrations.AddIndex(
            model_name="project",
            index=models.Index(
                condition=models.Q(("publish_at__isnull", False)), fields=["publish_at"], name="project_publish_at"
            ),
        ),
    ]
