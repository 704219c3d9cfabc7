"""Sentences of constraints leave the migrations; a fee in baht is not below zero."""

from django.db import migrations, models


def empty_fees_below_zero(apps, schema_editor):
    """A fee in baht below zero is a slip; what it was stays in the record's history."""
    fees = apps.get_model("networks", "Fee")._base_manager.using(schema_editor.connection.alias)
    fees.filter(amount_thb__lt=0).update(amount_thb=None)


class Migration(migrations.Migration):
    dependencies = [
        ("networks", "0004_fiscal_year"),
        ("relations", "0005_sentences_of_constraints"),
    ]

    operations = [
        migrations.RunPython(empty_fees_below_zero, migrations.RunPython.noop),
        migrations.AddConstraint(
            model_name="fee",
            constraint=models.CheckConstraint(
                condition=models.Q(("amount_thb__isnull", True), ("amount_thb__gte", 0), _connector="OR"),
                name="fee_in_baht_not_negative",
            ),
        ),
        migrations.AlterConstraint(
            model_name="commitment",
            name="commitment_one_origin",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("agreement__isnull", True), ("meeting__isnull", False)),
                    models.Q(("agreement__isnull", False), ("meeting__isnull", True)),
                    _connector="OR",
                ),
                name="commitment_one_origin",
            ),
        ),
        migrations.AlterConstraint(
            model_name="fee",
            name="fee_fiscal_year_plausible",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("fiscal_year__isnull", True), ("fiscal_year__range", (1900, 2100)), _connector="OR"
                ),
                name="fee_fiscal_year_plausible",
            ),
        ),
        migrations.AlterConstraint(
            model_name="meeting",
            name="meeting_end_not_before_start",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("starts_on__isnull", True),
                    ("ends_on__isnull", True),
                    ("ends_on__gte", models.F("starts_on")),
                    ("ends_precision__in", ["month", "year"]),
                    _connector="OR",
                ),
                name="meeting_end_not_before_start",
            ),
        ),
        migrations.AlterConstraint(
            model_name="membership",
            name="membership_end_not_before_start",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("joined_on__isnull", True),
                    ("left_on__isnull", True),
                    ("left_on__gte", models.F("joined_on")),
                    ("left_precision__in", ["month", "year"]),
                    _connector="OR",
                ),
                name="membership_end_not_before_start",
            ),
        ),
        migrations.AlterConstraint(
            model_name="membership",
            name="membership_one_open",
            constraint=models.UniqueConstraint(
                condition=models.Q(("left_on__isnull", True)), fields=("network",), name="membership_one_open"
            ),
        ),
        migrations.AlterConstraint(
            model_name="participation",
            name="participation_exactly_one",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(
                        ("agency__isnull", True),
                        ("city__isnull", False),
                        models.Q(("body_th", ""), ("body_th__isnull", True), _connector="OR"),
                        models.Q(("body_en", ""), ("body_en__isnull", True), _connector="OR"),
                    ),
                    models.Q(
                        ("agency__isnull", False),
                        ("city__isnull", True),
                        models.Q(("body_th", ""), ("body_th__isnull", True), _connector="OR"),
                        models.Q(("body_en", ""), ("body_en__isnull", True), _connector="OR"),
                    ),
                    models.Q(
                        ("agency__isnull", True),
                        ("city__isnull", True),
                        models.Q(
                            models.Q(("body_th", ""), ("body_th__isnull", True), _connector="OR"),
                            models.Q(("body_en", ""), ("body_en__isnull", True), _connector="OR"),
                            _negated=True,
                        ),
                    ),
                    _connector="OR",
                ),
                name="participation_exactly_one",
            ),
        ),
        migrations.AlterConstraint(
            model_name="participation",
            name="participation_city_once",
            constraint=models.UniqueConstraint(fields=("meeting", "city"), name="participation_city_once"),
        ),
        migrations.AlterConstraint(
            model_name="participation",
            name="participation_agency_once",
            constraint=models.UniqueConstraint(fields=("meeting", "agency"), name="participation_agency_once"),
        ),
        migrations.AlterConstraint(
            model_name="role",
            name="role_end_not_before_start",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("starts_on__isnull", True),
                    ("ends_on__isnull", True),
                    ("ends_on__gte", models.F("starts_on")),
                    ("ends_precision__in", ["month", "year"]),
                    _connector="OR",
                ),
                name="role_end_not_before_start",
            ),
        ),
    ]
