"""Participants and subjects of an exchange become two things.

What the office's starting data said of some lines is known: their cities were only spoken of. What officers changed in
those lines since, and every other line, stays: nobody but the office knows who of its cities took part.
"""

import django.db.models.deletion
import simple_history.models
from django.db import migrations, models

ONLY_ABOUT = {
    "budapest-ambassador-1997": {"budapest"},
    "budapest-city-pr-2006": {"budapest"},
    "youth-sendoff-2018": {"beijing", "chongqing", "shanghai", "fukuoka", "seoul", "daegu", "ulaanbaatar"},
    "hungary-call-2018": {"budapest"},
    "russia-ambassador-2022": {"moscow", "saint-petersburg"},
    "portugal-ambassador-2022": {"lisbon", "porto"},
    "astana-exhibition-2023": {"astana"},
    "jakarta-talks-2023": {"jakarta"},
    "hungary-parliament-2025": {"budapest"},
}


def part_subjects(apps, schema_editor):
    """Move the cities of those lines over, where they are as the starting data had them."""
    for exchange in apps.get_model("relations", "Exchange").objects.filter(code__in=ONLY_ABOUT):
        cities = list(exchange.cities.all())
        if {city.slug for city in cities} == ONLY_ABOUT[exchange.code]:
            exchange.about_cities.set(cities)
            exchange.cities.clear()


class Migration(migrations.Migration):
    dependencies = [
        ("relations", "0010_first_published"),
    ]

    operations = [
        migrations.AddField(
            model_name="exchange",
            name="about_cities",
            field=models.ManyToManyField(
                blank=True,
                help_text="Cities that were spoken of, or whose tie was marked, but that took no part themselves.",
                related_name="exchanges_about",
                to="relations.city",
                verbose_name="cities it was about",
            ),
        ),
        migrations.AlterField(
            model_name="exchange",
            name="cities",
            field=models.ManyToManyField(
                blank=True, related_name="exchanges", to="relations.city", verbose_name="cities that took part"
            ),
        ),
        migrations.CreateModel(
            name="HistoricalExchange_about_cities",
            fields=[
                ("id", models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID")),
                ("m2m_history_id", models.AutoField(primary_key=True, serialize=False)),
                (
                    "city",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        db_tablespace="",
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="relations.city",
                    ),
                ),
                (
                    "exchange",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        db_tablespace="",
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="relations.exchange",
                    ),
                ),
                (
                    "history",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        to="relations.historicalexchange",
                    ),
                ),
            ],
            options={
                "verbose_name": "HistoricalExchange_about_cities",
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.RunPython(part_subjects, migrations.RunPython.noop),
    ]
