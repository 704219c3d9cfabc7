"""The sentences of constraints leave the migrations: a reworded one changes no table."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("relations", "0004_kept_upload"),
    ]

    operations = [
        migrations.AlterConstraint(
            model_name="agreement",
            name="agreement_end_not_before_signing",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("signed_on__isnull", True),
                    ("expires_on__isnull", True),
                    ("expires_on__gte", models.F("signed_on")),
                    ("expires_precision__in", ["month", "year"]),
                    _connector="OR",
                ),
                name="agreement_end_not_before_signing",
            ),
        ),
        migrations.AlterConstraint(
            model_name="agreement",
            name="agreement_end_not_before_start",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("effective_on__isnull", True),
                    ("expires_on__isnull", True),
                    ("expires_on__gte", models.F("effective_on")),
                    ("expires_precision__in", ["month", "year"]),
                    _connector="OR",
                ),
                name="agreement_end_not_before_start",
            ),
        ),
        migrations.AlterConstraint(
            model_name="city",
            name="city_place_on_earth",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("latitude__isnull", True), ("longitude__isnull", True)),
                    models.Q(
                        ("latitude__isnull", False),
                        ("longitude__isnull", False),
                        ("latitude__range", (-90, 90)),
                        ("longitude__range", (-180, 180)),
                    ),
                    _connector="OR",
                ),
                name="city_place_on_earth",
            ),
        ),
        migrations.AlterConstraint(
            model_name="embassy",
            name="embassy_place_on_earth",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("latitude__isnull", True), ("longitude__isnull", True)),
                    models.Q(
                        ("latitude__isnull", False),
                        ("longitude__isnull", False),
                        ("latitude__range", (-90, 90)),
                        ("longitude__range", (-180, 180)),
                    ),
                    _connector="OR",
                ),
                name="embassy_place_on_earth",
            ),
        ),
        migrations.AlterConstraint(
            model_name="exchange",
            name="exchange_end_not_before_start",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("starts_on__isnull", True),
                    ("ends_on__isnull", True),
                    ("ends_on__gte", models.F("starts_on")),
                    ("ends_precision__in", ["month", "year"]),
                    _connector="OR",
                ),
                name="exchange_end_not_before_start",
            ),
        ),
        migrations.AlterConstraint(
            model_name="post",
            name="post_end_not_before_start",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("starts_on__isnull", True),
                    ("ends_on__isnull", True),
                    ("ends_on__gte", models.F("starts_on")),
                    ("ends_precision__in", ["month", "year"]),
                    _connector="OR",
                ),
                name="post_end_not_before_start",
            ),
        ),
    ]
