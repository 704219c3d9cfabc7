"""Nothing ends before it was signed, was in force or was seen: rows that say so lose a date that cannot be."""

from django.db import migrations, models


def empty_dates_out_of_order(apps, schema_editor):
    """Empty the date that cannot be; what it was stays in the history of the record."""

    def rows(model):
        return apps.get_model("relations", model)._base_manager.using(schema_editor.connection.alias)

    # What was terminated must not stand again as in force: it keeps that day, and loses the one that cannot be.
    for start in ("signed", "effective"):
        wrong = rows("Agreement").filter(terminated_on__lt=models.F(f"{start}_on"))
        wrong.update(**{f"{start}_on": None, f"{start}_precision": ""})
    too_early = models.Q(as_of__lt=models.F("starts_on"), as_of_precision="day")
    too_late = models.Q(as_of__gt=models.F("ends_on"), ends_precision="day")
    rows("Post").filter(too_early | too_late).update(as_of=None, as_of_precision="")


class Migration(migrations.Migration):
    dependencies = [
        ("relations", "0006_coordinates"),
    ]

    operations = [
        migrations.RunPython(empty_dates_out_of_order, migrations.RunPython.noop),
        migrations.AddConstraint(
            model_name="agreement",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("signed_on__isnull", True),
                    ("terminated_on__isnull", True),
                    ("terminated_on__gte", models.F("signed_on")),
                    _connector="OR",
                ),
                name="agreement_terminated_after_signing",
            ),
        ),
        migrations.AddConstraint(
            model_name="agreement",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("effective_on__isnull", True),
                    ("terminated_on__isnull", True),
                    ("terminated_on__gte", models.F("effective_on")),
                    _connector="OR",
                ),
                name="agreement_terminated_after_start",
            ),
        ),
        migrations.AddConstraint(
            model_name="post",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("starts_on__isnull", True),
                    ("as_of__isnull", True),
                    ("as_of__gte", models.F("starts_on")),
                    ("as_of_precision__in", ["month", "year"]),
                    _connector="OR",
                ),
                name="post_seen_after_start",
            ),
        ),
        migrations.AddConstraint(
            model_name="post",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("as_of__isnull", True),
                    ("ends_on__isnull", True),
                    ("ends_on__gte", models.F("as_of")),
                    ("ends_precision__in", ["month", "year"]),
                    _connector="OR",
                ),
                name="post_seen_before_end",
            ),
        ),
    ]
