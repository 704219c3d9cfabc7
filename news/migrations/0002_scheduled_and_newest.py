from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("networks", "0002_scheduled"),
        ("news", "0001_records"),
        ("plans", "0002_scheduled"),
        ("relations", "0002_scheduled"),
    ]

    operations = [
        migrations.AlterField(
            model_name="article",
            name="dated_on",
            field=models.DateField(editable=False, verbose_name="sorted by"),
        ),
        migrations.AlterField(
            model_name="historicalarticle",
            name="dated_on",
            field=models.DateField(editable=False, verbose_name="sorted by"),
        ),
        migrations.AddIndex(
            model_name="article",
            index=models.Index(
                condition=models.Q(("publish_at__isnull", False)), fields=["publish_at"], name="article_publish_at"
            ),
        ),
        migrations.AddIndex(
            model_name="article",
            index=models.Index(
                fields=["-dated_on", "-id", "status", "publish_at", "kind"], name="article_newest_first"
            ),
        ),
        migrations.AddIndex(
            model_name="newsletter",
            index=models.Index(
                condition=models.Q(("publish_at__isnull", False)), fields=["publish_at"], name="newsletter_publish_at"
            ),
        ),
    ]
