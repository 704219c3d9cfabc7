"""The sentences of constraints leave the migrations: a reworded one changes no table."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("networks", "0005_sentences_of_constraints"),
        ("news", "0004_fiscal_year"),
        ("plans", "0005_sentences_of_constraints"),
        ("relations", "0005_sentences_of_constraints"),
    ]

    operations = [
        migrations.AlterConstraint(
            model_name="article",
            name="article_end_not_before_start",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("event_on__isnull", True),
                    ("event_ends_on__isnull", True),
                    ("event_ends_on__gte", models.F("event_on")),
                    ("event_ends_precision__in", ["month", "year"]),
                    _connector="OR",
                ),
                name="article_end_not_before_start",
            ),
        ),
        migrations.AlterConstraint(
            model_name="newsletter",
            name="newsletter_fiscal_year_plausible",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("fiscal_year__isnull", True), ("fiscal_year__range", (1900, 2100)), _connector="OR"
                ),
                name="newsletter_fiscal_year_plausible",
            ),
        ),
    ]
