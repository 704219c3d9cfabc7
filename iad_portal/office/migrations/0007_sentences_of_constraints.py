"""The sentences of constraints leave the migrations: a reworded one changes no table."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("iad_portal", "0006_old_addresses_as_text"),
    ]

    operations = [
        migrations.AlterConstraint(
            model_name="sitenotice",
            name="sitenotice_ends_after_start",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("starts_at__isnull", True),
                    ("ends_at__isnull", True),
                    ("ends_at__gt", models.F("starts_at")),
                    _connector="OR",
                ),
                name="sitenotice_ends_after_start",
            ),
        ),
    ]
