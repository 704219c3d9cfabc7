"""Sentences of constraints leave the migrations; budget and money spent are judged each by itself."""

from decimal import Decimal

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("networks", "0005_sentences_of_constraints"),
        ("plans", "0004_fiscal_year"),
        ("relations", "0005_sentences_of_constraints"),
    ]

    operations = [
        migrations.RemoveConstraint(
            model_name="project",
            name="project_money_not_negative",
        ),
        migrations.AddConstraint(
            model_name="project",
            constraint=models.CheckConstraint(
                condition=models.Q(("budget_thb__isnull", True), ("budget_thb__gte", Decimal("0")), _connector="OR"),
                name="project_budget_not_negative",
            ),
        ),
        migrations.AddConstraint(
            model_name="project",
            constraint=models.CheckConstraint(
                condition=models.Q(("spent_thb__isnull", True), ("spent_thb__gte", Decimal("0")), _connector="OR"),
                name="project_spent_not_negative",
            ),
        ),
        migrations.AlterConstraint(
            model_name="plan",
            name="plan_end_not_before_start",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("period_from__isnull", True),
                    ("period_to__isnull", True),
                    ("period_to__gte", models.F("period_from")),
                    ("period_to_precision__in", ["month", "year"]),
                    _connector="OR",
                ),
                name="plan_end_not_before_start",
            ),
        ),
        migrations.AlterConstraint(
            model_name="plan",
            name="plan_month_when_monthly",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("kind", "monthly_plan"), ("month__isnull", False)),
                    models.Q(models.Q(("kind", "monthly_plan"), _negated=True), ("month__isnull", True)),
                    _connector="OR",
                ),
                name="plan_month_when_monthly",
            ),
        ),
        migrations.AlterConstraint(
            model_name="plan",
            name="plan_fiscal_year_plausible",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("fiscal_year__isnull", True), ("fiscal_year__range", (1900, 2100)), _connector="OR"
                ),
                name="plan_fiscal_year_plausible",
            ),
        ),
        migrations.AlterConstraint(
            model_name="project",
            name="project_end_not_before_start",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("starts_on__isnull", True),
                    ("ends_on__isnull", True),
                    ("ends_on__gte", models.F("starts_on")),
                    ("ends_precision__in", ["month", "year"]),
                    _connector="OR",
                ),
                name="project_end_not_before_start",
            ),
        ),
        migrations.AlterConstraint(
            model_name="projectprogress",
            name="progress_within_hundred",
            constraint=models.CheckConstraint(
                condition=models.Q(("percent__range", (0, 100))), name="progress_within_hundred"
            ),
        ),
    ]
