from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("relations", "0001_records"),
    ]

    operations = [
        migrations.AddIndex(
            model_name="agreement",
            index=models.Index(
                condition=models.Q(("publish_at__isnull", False)), fields=["publish_at"], name="agreement_publish_at"
            ),
        ),
        migrations.AddIndex(
            model_name="city",
            index=models.Index(
                condition=models.Q(("publish_at__isnull", False)), fields=["publish_at"], name="city_publish_at"
            ),
        ),
        migrations.AddIndex(
            model_name="embassy",
            index=models.Index(
                condition=models.Q(("publish_at__isnull", False)), fields=["publish_at"], name="embassy_publish_at"
            ),
        ),
        migrations.AddIndex(
            model_name="exchange",
            index=models.Index(
                condition=models.Q(("publish_at__isnull", False)), fields=["publish_at"], name="exchange_publish_at"
            ),
        ),
    ]
