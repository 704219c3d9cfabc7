from django.db import migrations, models

from iad_portal.lib.dates import calendar
from iad_portal.lib.dates.fields import DayField
from iad_portal.lib.records.first_published import filler


def fill_dates(apps, schema_editor):
    """By what each is sorted: its publication, else its event, but never later than it was entered."""
    for article in apps.get_model("news", "article").objects.iterator(chunk_size=500):
        moment, event = article.first_published_at, article.event_on
        published = article.published_on or (calendar.local_day(moment) if moment else None)
        entered = calendar.local_day(article.created_at)
        day = published or (min(event.first_day, entered) if event else entered)
        exact = moment if moment and calendar.local_day(moment) == day else calendar.day_begins(day)
        type(article).objects.filter(pk=article.pk).update(dated_on=day, dated_at=exact)


class Migration(migrations.Migration):
    dependencies = [("news", "0005_sentences_of_constraints")]

    operations = [
        migrations.AddField(
            model_name="article",
            name="was_public",
            field=models.BooleanField(default=False, editable=False),
        ),
        migrations.AddField(
            model_name="article",
            name="first_published_at",
            field=models.DateTimeField(editable=False, null=True, verbose_name="first published"),
        ),
        migrations.AddField(
            model_name="newsletter",
            name="was_public",
            field=models.BooleanField(default=False, editable=False),
        ),
        migrations.AddField(
            model_name="newsletter",
            name="first_published_at",
            field=models.DateTimeField(editable=False, null=True, verbose_name="first published"),
        ),
        migrations.RunPython(filler("news", "article", "newsletter"), migrations.RunPython.noop),
        migrations.AddField(
            model_name="article", name="dated_at", field=models.DateTimeField(editable=False, null=True)
        ),
        migrations.RunPython(fill_dates, migrations.RunPython.noop),
        migrations.RemoveIndex(model_name="article", name="article_newest_first"),
        migrations.AlterModelOptions(
            name="article",
            options={"ordering": ["-dated_at", "-pk"], "verbose_name": "article", "verbose_name_plural": "articles"},
        ),
        migrations.AlterField(model_name="article", name="dated_at", field=models.DateTimeField(editable=False)),
        migrations.AddIndex(
            model_name="article",
            index=models.Index(
                fields=["-dated_at", "-id", "status", "publish_at", "dated_on", "kind"], name="article_newest_first"
            ),
        ),
        migrations.AlterField(
            model_name="article",
            name="published_on",
            field=DayField(
                blank=True,
                help_text=(
                    "Only for news that came out before it was entered here: the day, where it is known. "
                    "Otherwise leave it empty: the portal notes the moment of publication by itself."
                ),
                null=True,
                verbose_name="first published on",
            ),
        ),
        migrations.AlterField(
            model_name="historicalarticle",
            name="published_on",
            field=DayField(
                blank=True,
                help_text=(
                    "Only for news that came out before it was entered here: the day, where it is known. "
                    "Otherwise leave it empty: the portal notes the moment of publication by itself."
                ),
                null=True,
                verbose_name="first published on",
            ),
        ),
    ]
