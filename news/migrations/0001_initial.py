"""All tables of the app. A portal made with the older files has them already, and only notes this one."""

import django.core.validators
import django.db.models.deletion
import simple_history.models
from django.conf import settings
from django.db import migrations, models

import iad_portal.lib.dates.calendar
import iad_portal.lib.dates.fields
import iad_portal.lib.dates.fiscal_years
import iad_portal.lib.operations.create_models
import iad_portal.lib.text.fields


class Migration(migrations.Migration):
    replaces = [
        ("news", "0001_records"),
        ("news", "0002_scheduled_and_newest"),
        ("news", "0003_mend_fiscal_years"),
        ("news", "0004_fiscal_year"),
        ("news", "0005_sentences_of_constraints"),
        ("news", "0006_first_published"),
    ]

    initial = True

    dependencies = [
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
        ("networks", "0001_initial"),
        ("plans", "0001_initial"),
        ("relations", "0001_initial"),
    ]

    operations = [
        iad_portal.lib.operations.create_models.CreateModels(
            operations=[
                migrations.CreateModel(
                    name="Article",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("version", models.PositiveIntegerField(default=1, editable=False, verbose_name="version")),
                        (
                            "status",
                            models.CharField(
                                choices=[("draft", "Draft"), ("published", "Published"), ("withdrawn", "Withdrawn")],
                                default="draft",
                                max_length=10,
                                verbose_name="status",
                            ),
                        ),
                        (
                            "publish_at",
                            iad_portal.lib.dates.fields.MomentField(
                                blank=True,
                                help_text="Leave empty to publish at once. The record appears by itself at this moment.",
                                null=True,
                                verbose_name="publish at",
                            ),
                        ),
                        (
                            "hold_th",
                            models.BooleanField(
                                default=False,
                                help_text="Thai readers see the English text, marked as such.",
                                verbose_name="hold the Thai text",
                            ),
                        ),
                        (
                            "hold_en",
                            models.BooleanField(
                                default=False,
                                help_text="English readers see the Thai text, marked as such.",
                                verbose_name="hold the English text",
                            ),
                        ),
                        (
                            "withdrawn_notice",
                            iad_portal.lib.text.fields.ProseField(
                                blank=True,
                                default="",
                                help_text="Shown at the top of the page: why, and since when.",
                                verbose_name="notice of withdrawal",
                            ),
                        ),
                        (
                            "withdrawn_notice_th",
                            iad_portal.lib.text.fields.ProseField(
                                blank=True,
                                default="",
                                help_text="Shown at the top of the page: why, and since when.",
                                null=True,
                                verbose_name="notice of withdrawal",
                            ),
                        ),
                        (
                            "withdrawn_notice_en",
                            iad_portal.lib.text.fields.ProseField(
                                blank=True,
                                default="",
                                help_text="Shown at the top of the page: why, and since when.",
                                null=True,
                                verbose_name="notice of withdrawal",
                            ),
                        ),
                        ("created_at", models.DateTimeField(auto_now_add=True, verbose_name="created")),
                        ("updated_at", models.DateTimeField(auto_now=True, verbose_name="last changed")),
                        ("was_public", models.BooleanField(default=False, editable=False)),
                        (
                            "first_published_at",
                            models.DateTimeField(editable=False, null=True, verbose_name="first published"),
                        ),
                        (
                            "doubt",
                            iad_portal.lib.text.fields.ProseField(
                                blank=True,
                                default="",
                                help_text="For officers only: what is still to be confirmed, and with whom.",
                                verbose_name="doubt",
                            ),
                        ),
                        (
                            "doubt_th",
                            iad_portal.lib.text.fields.ProseField(
                                blank=True,
                                default="",
                                help_text="For officers only: what is still to be confirmed, and with whom.",
                                null=True,
                                verbose_name="doubt",
                            ),
                        ),
                        (
                            "doubt_en",
                            iad_portal.lib.text.fields.ProseField(
                                blank=True,
                                default="",
                                help_text="For officers only: what is still to be confirmed, and with whom.",
                                null=True,
                                verbose_name="doubt",
                            ),
                        ),
                        (
                            "slug",
                            models.SlugField(
                                help_text="The end of the address: small Latin letters, digits and hyphens. The same in both languages.",
                                max_length=80,
                                unique=True,
                                validators=[
                                    django.core.validators.RegexValidator(
                                        "^[a-z0-9]+(-[a-z0-9]+)*\\Z",
                                        "Use only small Latin letters a–z, digits and single hyphens.",
                                    )
                                ],
                                verbose_name="slug",
                            ),
                        ),
                        (
                            "kind",
                            models.CharField(
                                choices=[
                                    ("news", "News item"),
                                    ("press_release", "Press release"),
                                    ("announcement", "Announcement"),
                                    ("interview", "Interview"),
                                ],
                                default="news",
                                max_length=14,
                                verbose_name="kind",
                            ),
                        ),
                        ("title", iad_portal.lib.text.fields.LineField(max_length=300, verbose_name="title")),
                        (
                            "title_th",
                            iad_portal.lib.text.fields.LineField(max_length=300, null=True, verbose_name="title"),
                        ),
                        (
                            "title_en",
                            iad_portal.lib.text.fields.LineField(max_length=300, null=True, verbose_name="title"),
                        ),
                        (
                            "lead",
                            iad_portal.lib.text.fields.ProseField(
                                blank=True,
                                default="",
                                help_text="One or two sentences, shown in lists and feeds.",
                                verbose_name="lead",
                            ),
                        ),
                        (
                            "lead_th",
                            iad_portal.lib.text.fields.ProseField(
                                blank=True,
                                default="",
                                help_text="One or two sentences, shown in lists and feeds.",
                                null=True,
                                verbose_name="lead",
                            ),
                        ),
                        (
                            "lead_en",
                            iad_portal.lib.text.fields.ProseField(
                                blank=True,
                                default="",
                                help_text="One or two sentences, shown in lists and feeds.",
                                null=True,
                                verbose_name="lead",
                            ),
                        ),
                        ("body", iad_portal.lib.text.fields.RichTextField(blank=True, default="", verbose_name="text")),
                        (
                            "body_th",
                            iad_portal.lib.text.fields.RichTextField(
                                blank=True, default="", null=True, verbose_name="text"
                            ),
                        ),
                        (
                            "body_en",
                            iad_portal.lib.text.fields.RichTextField(
                                blank=True, default="", null=True, verbose_name="text"
                            ),
                        ),
                        (
                            "event_on",
                            iad_portal.lib.dates.fields.PartialDateField(
                                blank=True, null=True, precision_field="event_precision", verbose_name="event from"
                            ),
                        ),
                        ("event_precision", iad_portal.lib.dates.fields.PrecisionField()),
                        (
                            "event_ends_on",
                            iad_portal.lib.dates.fields.PartialDateField(
                                blank=True, null=True, precision_field="event_ends_precision", verbose_name="event to"
                            ),
                        ),
                        ("event_ends_precision", iad_portal.lib.dates.fields.PrecisionField()),
                        (
                            "published_on",
                            iad_portal.lib.dates.fields.DayField(
                                blank=True,
                                help_text="Only for news that came out before it was entered here: the day, where it is known. Otherwise leave it empty: the portal notes the moment of publication by itself.",
                                null=True,
                                verbose_name="first published on",
                            ),
                        ),
                        ("dated_at", models.DateTimeField(editable=False)),
                        ("dated_on", models.DateField(editable=False, verbose_name="sorted by")),
                        (
                            "credit",
                            iad_portal.lib.text.fields.LineField(
                                blank=True,
                                default="",
                                help_text="As the office prints it.",
                                max_length=200,
                                verbose_name="source of the news",
                            ),
                        ),
                        (
                            "credit_th",
                            iad_portal.lib.text.fields.LineField(
                                blank=True,
                                default="",
                                help_text="As the office prints it.",
                                max_length=200,
                                null=True,
                                verbose_name="source of the news",
                            ),
                        ),
                        (
                            "credit_en",
                            iad_portal.lib.text.fields.LineField(
                                blank=True,
                                default="",
                                help_text="As the office prints it.",
                                max_length=200,
                                null=True,
                                verbose_name="source of the news",
                            ),
                        ),
                        (
                            "agencies",
                            models.ManyToManyField(
                                blank=True, related_name="articles", to="relations.agency", verbose_name="agencies"
                            ),
                        ),
                        (
                            "cities",
                            models.ManyToManyField(
                                blank=True, related_name="articles", to="relations.city", verbose_name="cities"
                            ),
                        ),
                        (
                            "embassies",
                            models.ManyToManyField(
                                blank=True, related_name="articles", to="relations.embassy", verbose_name="embassies"
                            ),
                        ),
                        (
                            "exchanges",
                            models.ManyToManyField(
                                blank=True, related_name="articles", to="relations.exchange", verbose_name="exchanges"
                            ),
                        ),
                        (
                            "meetings",
                            models.ManyToManyField(
                                blank=True, related_name="articles", to="networks.meeting", verbose_name="meetings"
                            ),
                        ),
                        (
                            "networks",
                            models.ManyToManyField(
                                blank=True, related_name="articles", to="networks.network", verbose_name="networks"
                            ),
                        ),
                        (
                            "people",
                            models.ManyToManyField(
                                blank=True, related_name="articles", to="relations.person", verbose_name="people"
                            ),
                        ),
                        (
                            "projects",
                            models.ManyToManyField(
                                blank=True, related_name="articles", to="plans.project", verbose_name="projects"
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "article",
                        "verbose_name_plural": "articles",
                        "ordering": ["-dated_at", "-pk"],
                        "indexes": [
                            models.Index(
                                condition=models.Q(("publish_at__isnull", False)),
                                fields=["publish_at"],
                                name="article_publish_at",
                            ),
                            models.Index(
                                fields=["-dated_at", "-id", "status", "publish_at", "dated_on", "kind"],
                                name="article_newest_first",
                            ),
                        ],
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(("status__in", ["draft", "published", "withdrawn"])),
                                name="article_status_known",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("kind__in", ["news", "press_release", "announcement", "interview"])
                                ),
                                name="article_kind_known",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("event_on__isnull", True),
                                    ("event_ends_on__isnull", True),
                                    ("event_ends_on__gte", models.F("event_on")),
                                    ("event_ends_precision__in", ["month", "year"]),
                                    _connector="OR",
                                ),
                                name="article_end_not_before_start",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Correction",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        (
                            "corrected_on",
                            iad_portal.lib.dates.fields.DayField(
                                default=iad_portal.lib.dates.calendar.today, verbose_name="corrected on"
                            ),
                        ),
                        ("text", iad_portal.lib.text.fields.ProseField(verbose_name="what was corrected")),
                        (
                            "text_th",
                            iad_portal.lib.text.fields.ProseField(null=True, verbose_name="what was corrected"),
                        ),
                        (
                            "text_en",
                            iad_portal.lib.text.fields.ProseField(null=True, verbose_name="what was corrected"),
                        ),
                        (
                            "article",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="corrections",
                                to="news.article",
                                verbose_name="article",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "correction",
                        "verbose_name_plural": "corrections",
                        "ordering": ["-corrected_on", "-pk"],
                    },
                ),
                migrations.CreateModel(
                    name="HistoricalArticle",
                    fields=[
                        ("id", models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID")),
                        (
                            "status",
                            models.CharField(
                                choices=[("draft", "Draft"), ("published", "Published"), ("withdrawn", "Withdrawn")],
                                default="draft",
                                max_length=10,
                                verbose_name="status",
                            ),
                        ),
                        (
                            "publish_at",
                            iad_portal.lib.dates.fields.MomentField(
                                blank=True,
                                help_text="Leave empty to publish at once. The record appears by itself at this moment.",
                                null=True,
                                verbose_name="publish at",
                            ),
                        ),
                        (
                            "hold_th",
                            models.BooleanField(
                                default=False,
                                help_text="Thai readers see the English text, marked as such.",
                                verbose_name="hold the Thai text",
                            ),
                        ),
                        (
                            "hold_en",
                            models.BooleanField(
                                default=False,
                                help_text="English readers see the Thai text, marked as such.",
                                verbose_name="hold the English text",
                            ),
                        ),
                        (
                            "withdrawn_notice",
                            iad_portal.lib.text.fields.ProseField(
                                blank=True,
                                default="",
                                help_text="Shown at the top of the page: why, and since when.",
                                verbose_name="notice of withdrawal",
                            ),
                        ),
                        (
                            "withdrawn_notice_th",
                            iad_portal.lib.text.fields.ProseField(
                                blank=True,
                                default="",
                                help_text="Shown at the top of the page: why, and since when.",
                                null=True,
                                verbose_name="notice of withdrawal",
                            ),
                        ),
                        (
                            "withdrawn_notice_en",
                            iad_portal.lib.text.fields.ProseField(
                                blank=True,
                                default="",
                                help_text="Shown at the top of the page: why, and since when.",
                                null=True,
                                verbose_name="notice of withdrawal",
                            ),
                        ),
                        (
                            "doubt",
                            iad_portal.lib.text.fields.ProseField(
                                blank=True,
                                default="",
                                help_text="For officers only: what is still to be confirmed, and with whom.",
                                verbose_name="doubt",
                            ),
                        ),
                        (
                            "doubt_th",
                            iad_portal.lib.text.fields.ProseField(
                                blank=True,
                                default="",
                                help_text="For officers only: what is still to be confirmed, and with whom.",
                                null=True,
                                verbose_name="doubt",
                            ),
                        ),
                        (
                            "doubt_en",
                            iad_portal.lib.text.fields.ProseField(
                                blank=True,
                                default="",
                                help_text="For officers only: what is still to be confirmed, and with whom.",
                                null=True,
                                verbose_name="doubt",
                            ),
                        ),
                        (
                            "slug",
                            models.SlugField(
                                help_text="The end of the address: small Latin letters, digits and hyphens. The same in both languages.",
                                max_length=80,
                                validators=[
                                    django.core.validators.RegexValidator(
                                        "^[a-z0-9]+(-[a-z0-9]+)*\\Z",
                                        "Use only small Latin letters a–z, digits and single hyphens.",
                                    )
                                ],
                                verbose_name="slug",
                            ),
                        ),
                        (
                            "kind",
                            models.CharField(
                                choices=[
                                    ("news", "News item"),
                                    ("press_release", "Press release"),
                                    ("announcement", "Announcement"),
                                    ("interview", "Interview"),
                                ],
                                default="news",
                                max_length=14,
                                verbose_name="kind",
                            ),
                        ),
                        ("title", iad_portal.lib.text.fields.LineField(max_length=300, verbose_name="title")),
                        (
                            "title_th",
                            iad_portal.lib.text.fields.LineField(max_length=300, null=True, verbose_name="title"),
                        ),
                        (
                            "title_en",
                            iad_portal.lib.text.fields.LineField(max_length=300, null=True, verbose_name="title"),
                        ),
                        (
                            "lead",
                            iad_portal.lib.text.fields.ProseField(
                                blank=True,
                                default="",
                                help_text="One or two sentences, shown in lists and feeds.",
                                verbose_name="lead",
                            ),
                        ),
                        (
                            "lead_th",
                            iad_portal.lib.text.fields.ProseField(
                                blank=True,
                                default="",
                                help_text="One or two sentences, shown in lists and feeds.",
                                null=True,
                                verbose_name="lead",
                            ),
                        ),
                        (
                            "lead_en",
                            iad_portal.lib.text.fields.ProseField(
                                blank=True,
                                default="",
                                help_text="One or two sentences, shown in lists and feeds.",
                                null=True,
                                verbose_name="lead",
                            ),
                        ),
                        ("body", iad_portal.lib.text.fields.RichTextField(blank=True, default="", verbose_name="text")),
                        (
                            "body_th",
                            iad_portal.lib.text.fields.RichTextField(
                                blank=True, default="", null=True, verbose_name="text"
                            ),
                        ),
                        (
                            "body_en",
                            iad_portal.lib.text.fields.RichTextField(
                                blank=True, default="", null=True, verbose_name="text"
                            ),
                        ),
                        (
                            "event_on",
                            iad_portal.lib.dates.fields.PartialDateField(
                                blank=True, null=True, precision_field="event_precision", verbose_name="event from"
                            ),
                        ),
                        ("event_precision", iad_portal.lib.dates.fields.PrecisionField()),
                        (
                            "event_ends_on",
                            iad_portal.lib.dates.fields.PartialDateField(
                                blank=True, null=True, precision_field="event_ends_precision", verbose_name="event to"
                            ),
                        ),
                        ("event_ends_precision", iad_portal.lib.dates.fields.PrecisionField()),
                        (
                            "published_on",
                            iad_portal.lib.dates.fields.DayField(
                                blank=True,
                                help_text="Only for news that came out before it was entered here: the day, where it is known. Otherwise leave it empty: the portal notes the moment of publication by itself.",
                                null=True,
                                verbose_name="first published on",
                            ),
                        ),
                        ("dated_on", models.DateField(editable=False, verbose_name="sorted by")),
                        (
                            "credit",
                            iad_portal.lib.text.fields.LineField(
                                blank=True,
                                default="",
                                help_text="As the office prints it.",
                                max_length=200,
                                verbose_name="source of the news",
                            ),
                        ),
                        (
                            "credit_th",
                            iad_portal.lib.text.fields.LineField(
                                blank=True,
                                default="",
                                help_text="As the office prints it.",
                                max_length=200,
                                null=True,
                                verbose_name="source of the news",
                            ),
                        ),
                        (
                            "credit_en",
                            iad_portal.lib.text.fields.LineField(
                                blank=True,
                                default="",
                                help_text="As the office prints it.",
                                max_length=200,
                                null=True,
                                verbose_name="source of the news",
                            ),
                        ),
                        ("history_id", models.AutoField(primary_key=True, serialize=False)),
                        ("history_date", models.DateTimeField(db_index=True)),
                        ("history_change_reason", models.TextField(null=True)),
                        (
                            "history_type",
                            models.CharField(
                                choices=[("+", "Created"), ("~", "Changed"), ("-", "Deleted")], max_length=1
                            ),
                        ),
                        (
                            "history_user",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.SET_NULL,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "revision",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT, related_name="+", to="relations.revision"
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "historical article",
                        "verbose_name_plural": "historical articles",
                        "ordering": ("-history_date", "-history_id"),
                        "get_latest_by": ("history_date", "history_id"),
                    },
                    bases=(simple_history.models.HistoricalChanges, models.Model),
                ),
                migrations.CreateModel(
                    name="HistoricalArticle_agencies",
                    fields=[
                        ("id", models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID")),
                        ("m2m_history_id", models.AutoField(primary_key=True, serialize=False)),
                        (
                            "agency",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                db_tablespace="",
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="relations.agency",
                            ),
                        ),
                        (
                            "article",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                db_tablespace="",
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="news.article",
                            ),
                        ),
                        (
                            "history",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                to="news.historicalarticle",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "HistoricalArticle_agencies",
                    },
                    bases=(simple_history.models.HistoricalChanges, models.Model),
                ),
                migrations.CreateModel(
                    name="HistoricalArticle_cities",
                    fields=[
                        ("id", models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID")),
                        ("m2m_history_id", models.AutoField(primary_key=True, serialize=False)),
                        (
                            "article",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                db_tablespace="",
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="news.article",
                            ),
                        ),
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
                            "history",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                to="news.historicalarticle",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "HistoricalArticle_cities",
                    },
                    bases=(simple_history.models.HistoricalChanges, models.Model),
                ),
                migrations.CreateModel(
                    name="HistoricalArticle_embassies",
                    fields=[
                        ("id", models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID")),
                        ("m2m_history_id", models.AutoField(primary_key=True, serialize=False)),
                        (
                            "article",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                db_tablespace="",
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="news.article",
                            ),
                        ),
                        (
                            "embassy",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                db_tablespace="",
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="relations.embassy",
                            ),
                        ),
                        (
                            "history",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                to="news.historicalarticle",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "HistoricalArticle_embassies",
                    },
                    bases=(simple_history.models.HistoricalChanges, models.Model),
                ),
                migrations.CreateModel(
                    name="HistoricalArticle_exchanges",
                    fields=[
                        ("id", models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID")),
                        ("m2m_history_id", models.AutoField(primary_key=True, serialize=False)),
                        (
                            "article",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                db_tablespace="",
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="news.article",
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
                                to="news.historicalarticle",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "HistoricalArticle_exchanges",
                    },
                    bases=(simple_history.models.HistoricalChanges, models.Model),
                ),
                migrations.CreateModel(
                    name="HistoricalArticle_meetings",
                    fields=[
                        ("id", models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID")),
                        ("m2m_history_id", models.AutoField(primary_key=True, serialize=False)),
                        (
                            "article",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                db_tablespace="",
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="news.article",
                            ),
                        ),
                        (
                            "history",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                to="news.historicalarticle",
                            ),
                        ),
                        (
                            "meeting",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                db_tablespace="",
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="networks.meeting",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "HistoricalArticle_meetings",
                    },
                    bases=(simple_history.models.HistoricalChanges, models.Model),
                ),
                migrations.CreateModel(
                    name="HistoricalArticle_networks",
                    fields=[
                        ("id", models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID")),
                        ("m2m_history_id", models.AutoField(primary_key=True, serialize=False)),
                        (
                            "article",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                db_tablespace="",
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="news.article",
                            ),
                        ),
                        (
                            "history",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                to="news.historicalarticle",
                            ),
                        ),
                        (
                            "network",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                db_tablespace="",
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="networks.network",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "HistoricalArticle_networks",
                    },
                    bases=(simple_history.models.HistoricalChanges, models.Model),
                ),
                migrations.CreateModel(
                    name="HistoricalArticle_people",
                    fields=[
                        ("id", models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID")),
                        ("m2m_history_id", models.AutoField(primary_key=True, serialize=False)),
                        (
                            "article",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                db_tablespace="",
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="news.article",
                            ),
                        ),
                        (
                            "history",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                to="news.historicalarticle",
                            ),
                        ),
                        (
                            "person",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                db_tablespace="",
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="relations.person",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "HistoricalArticle_people",
                    },
                    bases=(simple_history.models.HistoricalChanges, models.Model),
                ),
                migrations.CreateModel(
                    name="HistoricalArticle_projects",
                    fields=[
                        ("id", models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID")),
                        ("m2m_history_id", models.AutoField(primary_key=True, serialize=False)),
                        (
                            "article",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                db_tablespace="",
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="news.article",
                            ),
                        ),
                        (
                            "history",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                to="news.historicalarticle",
                            ),
                        ),
                        (
                            "project",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                db_tablespace="",
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="plans.project",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "HistoricalArticle_projects",
                    },
                    bases=(simple_history.models.HistoricalChanges, models.Model),
                ),
                migrations.CreateModel(
                    name="HistoricalCorrection",
                    fields=[
                        ("id", models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID")),
                        (
                            "corrected_on",
                            iad_portal.lib.dates.fields.DayField(
                                default=iad_portal.lib.dates.calendar.today, verbose_name="corrected on"
                            ),
                        ),
                        ("text", iad_portal.lib.text.fields.ProseField(verbose_name="what was corrected")),
                        (
                            "text_th",
                            iad_portal.lib.text.fields.ProseField(null=True, verbose_name="what was corrected"),
                        ),
                        (
                            "text_en",
                            iad_portal.lib.text.fields.ProseField(null=True, verbose_name="what was corrected"),
                        ),
                        ("history_id", models.AutoField(primary_key=True, serialize=False)),
                        ("history_date", models.DateTimeField(db_index=True)),
                        ("history_change_reason", models.TextField(null=True)),
                        (
                            "history_type",
                            models.CharField(
                                choices=[("+", "Created"), ("~", "Changed"), ("-", "Deleted")], max_length=1
                            ),
                        ),
                        (
                            "article",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="news.article",
                                verbose_name="article",
                            ),
                        ),
                        (
                            "history_user",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.SET_NULL,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "revision",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT, related_name="+", to="relations.revision"
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "historical correction",
                        "verbose_name_plural": "historical corrections",
                        "ordering": ("-history_date", "-history_id"),
                        "get_latest_by": ("history_date", "history_id"),
                    },
                    bases=(simple_history.models.HistoricalChanges, models.Model),
                ),
                migrations.CreateModel(
                    name="HistoricalNewsletter",
                    fields=[
                        ("id", models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID")),
                        (
                            "status",
                            models.CharField(
                                choices=[("draft", "Draft"), ("published", "Published"), ("withdrawn", "Withdrawn")],
                                default="draft",
                                max_length=10,
                                verbose_name="status",
                            ),
                        ),
                        (
                            "publish_at",
                            iad_portal.lib.dates.fields.MomentField(
                                blank=True,
                                help_text="Leave empty to publish at once. The record appears by itself at this moment.",
                                null=True,
                                verbose_name="publish at",
                            ),
                        ),
                        (
                            "hold_th",
                            models.BooleanField(
                                default=False,
                                help_text="Thai readers see the English text, marked as such.",
                                verbose_name="hold the Thai text",
                            ),
                        ),
                        (
                            "hold_en",
                            models.BooleanField(
                                default=False,
                                help_text="English readers see the Thai text, marked as such.",
                                verbose_name="hold the English text",
                            ),
                        ),
                        (
                            "withdrawn_notice",
                            iad_portal.lib.text.fields.ProseField(
                                blank=True,
                                default="",
                                help_text="Shown at the top of the page: why, and since when.",
                                verbose_name="notice of withdrawal",
                            ),
                        ),
                        (
                            "withdrawn_notice_th",
                            iad_portal.lib.text.fields.ProseField(
                                blank=True,
                                default="",
                                help_text="Shown at the top of the page: why, and since when.",
                                null=True,
                                verbose_name="notice of withdrawal",
                            ),
                        ),
                        (
                            "withdrawn_notice_en",
                            iad_portal.lib.text.fields.ProseField(
                                blank=True,
                                default="",
                                help_text="Shown at the top of the page: why, and since when.",
                                null=True,
                                verbose_name="notice of withdrawal",
                            ),
                        ),
                        (
                            "doubt",
                            iad_portal.lib.text.fields.ProseField(
                                blank=True,
                                default="",
                                help_text="For officers only: what is still to be confirmed, and with whom.",
                                verbose_name="doubt",
                            ),
                        ),
                        (
                            "doubt_th",
                            iad_portal.lib.text.fields.ProseField(
                                blank=True,
                                default="",
                                help_text="For officers only: what is still to be confirmed, and with whom.",
                                null=True,
                                verbose_name="doubt",
                            ),
                        ),
                        (
                            "doubt_en",
                            iad_portal.lib.text.fields.ProseField(
                                blank=True,
                                default="",
                                help_text="For officers only: what is still to be confirmed, and with whom.",
                                null=True,
                                verbose_name="doubt",
                            ),
                        ),
                        (
                            "slug",
                            models.SlugField(
                                help_text="The end of the address: small Latin letters, digits and hyphens. The same in both languages.",
                                max_length=80,
                                validators=[
                                    django.core.validators.RegexValidator(
                                        "^[a-z0-9]+(-[a-z0-9]+)*\\Z",
                                        "Use only small Latin letters a–z, digits and single hyphens.",
                                    )
                                ],
                                verbose_name="slug",
                            ),
                        ),
                        ("volume", models.PositiveSmallIntegerField(verbose_name="volume")),
                        ("number", models.PositiveSmallIntegerField(verbose_name="number")),
                        (
                            "title",
                            iad_portal.lib.text.fields.LineField(
                                blank=True, default="", max_length=200, verbose_name="title"
                            ),
                        ),
                        (
                            "title_th",
                            iad_portal.lib.text.fields.LineField(
                                blank=True, default="", max_length=200, null=True, verbose_name="title"
                            ),
                        ),
                        (
                            "title_en",
                            iad_portal.lib.text.fields.LineField(
                                blank=True, default="", max_length=200, null=True, verbose_name="title"
                            ),
                        ),
                        (
                            "fiscal_year",
                            iad_portal.lib.dates.fiscal_years.FiscalYearField(
                                blank=True, null=True, verbose_name="fiscal year"
                            ),
                        ),
                        (
                            "fiscal_quarter",
                            models.PositiveSmallIntegerField(
                                blank=True, null=True, verbose_name="quarter of the fiscal year"
                            ),
                        ),
                        (
                            "published_on",
                            iad_portal.lib.dates.fields.DayField(blank=True, null=True, verbose_name="published on"),
                        ),
                        (
                            "summary",
                            iad_portal.lib.text.fields.ProseField(blank=True, default="", verbose_name="what it holds"),
                        ),
                        (
                            "summary_th",
                            iad_portal.lib.text.fields.ProseField(
                                blank=True, default="", null=True, verbose_name="what it holds"
                            ),
                        ),
                        (
                            "summary_en",
                            iad_portal.lib.text.fields.ProseField(
                                blank=True, default="", null=True, verbose_name="what it holds"
                            ),
                        ),
                        ("history_id", models.AutoField(primary_key=True, serialize=False)),
                        ("history_date", models.DateTimeField(db_index=True)),
                        ("history_change_reason", models.TextField(null=True)),
                        (
                            "history_type",
                            models.CharField(
                                choices=[("+", "Created"), ("~", "Changed"), ("-", "Deleted")], max_length=1
                            ),
                        ),
                        (
                            "history_user",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.SET_NULL,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "revision",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT, related_name="+", to="relations.revision"
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "historical newsletter",
                        "verbose_name_plural": "historical newsletters",
                        "ordering": ("-history_date", "-history_id"),
                        "get_latest_by": ("history_date", "history_id"),
                    },
                    bases=(simple_history.models.HistoricalChanges, models.Model),
                ),
                migrations.CreateModel(
                    name="Newsletter",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("version", models.PositiveIntegerField(default=1, editable=False, verbose_name="version")),
                        (
                            "status",
                            models.CharField(
                                choices=[("draft", "Draft"), ("published", "Published"), ("withdrawn", "Withdrawn")],
                                default="draft",
                                max_length=10,
                                verbose_name="status",
                            ),
                        ),
                        (
                            "publish_at",
                            iad_portal.lib.dates.fields.MomentField(
                                blank=True,
                                help_text="Leave empty to publish at once. The record appears by itself at this moment.",
                                null=True,
                                verbose_name="publish at",
                            ),
                        ),
                        (
                            "hold_th",
                            models.BooleanField(
                                default=False,
                                help_text="Thai readers see the English text, marked as such.",
                                verbose_name="hold the Thai text",
                            ),
                        ),
                        (
                            "hold_en",
                            models.BooleanField(
                                default=False,
                                help_text="English readers see the Thai text, marked as such.",
                                verbose_name="hold the English text",
                            ),
                        ),
                        (
                            "withdrawn_notice",
                            iad_portal.lib.text.fields.ProseField(
                                blank=True,
                                default="",
                                help_text="Shown at the top of the page: why, and since when.",
                                verbose_name="notice of withdrawal",
                            ),
                        ),
                        (
                            "withdrawn_notice_th",
                            iad_portal.lib.text.fields.ProseField(
                                blank=True,
                                default="",
                                help_text="Shown at the top of the page: why, and since when.",
                                null=True,
                                verbose_name="notice of withdrawal",
                            ),
                        ),
                        (
                            "withdrawn_notice_en",
                            iad_portal.lib.text.fields.ProseField(
                                blank=True,
                                default="",
                                help_text="Shown at the top of the page: why, and since when.",
                                null=True,
                                verbose_name="notice of withdrawal",
                            ),
                        ),
                        ("created_at", models.DateTimeField(auto_now_add=True, verbose_name="created")),
                        ("updated_at", models.DateTimeField(auto_now=True, verbose_name="last changed")),
                        ("was_public", models.BooleanField(default=False, editable=False)),
                        (
                            "first_published_at",
                            models.DateTimeField(editable=False, null=True, verbose_name="first published"),
                        ),
                        (
                            "doubt",
                            iad_portal.lib.text.fields.ProseField(
                                blank=True,
                                default="",
                                help_text="For officers only: what is still to be confirmed, and with whom.",
                                verbose_name="doubt",
                            ),
                        ),
                        (
                            "doubt_th",
                            iad_portal.lib.text.fields.ProseField(
                                blank=True,
                                default="",
                                help_text="For officers only: what is still to be confirmed, and with whom.",
                                null=True,
                                verbose_name="doubt",
                            ),
                        ),
                        (
                            "doubt_en",
                            iad_portal.lib.text.fields.ProseField(
                                blank=True,
                                default="",
                                help_text="For officers only: what is still to be confirmed, and with whom.",
                                null=True,
                                verbose_name="doubt",
                            ),
                        ),
                        (
                            "slug",
                            models.SlugField(
                                help_text="The end of the address: small Latin letters, digits and hyphens. The same in both languages.",
                                max_length=80,
                                unique=True,
                                validators=[
                                    django.core.validators.RegexValidator(
                                        "^[a-z0-9]+(-[a-z0-9]+)*\\Z",
                                        "Use only small Latin letters a–z, digits and single hyphens.",
                                    )
                                ],
                                verbose_name="slug",
                            ),
                        ),
                        ("volume", models.PositiveSmallIntegerField(verbose_name="volume")),
                        ("number", models.PositiveSmallIntegerField(verbose_name="number")),
                        (
                            "title",
                            iad_portal.lib.text.fields.LineField(
                                blank=True, default="", max_length=200, verbose_name="title"
                            ),
                        ),
                        (
                            "title_th",
                            iad_portal.lib.text.fields.LineField(
                                blank=True, default="", max_length=200, null=True, verbose_name="title"
                            ),
                        ),
                        (
                            "title_en",
                            iad_portal.lib.text.fields.LineField(
                                blank=True, default="", max_length=200, null=True, verbose_name="title"
                            ),
                        ),
                        (
                            "fiscal_year",
                            iad_portal.lib.dates.fiscal_years.FiscalYearField(
                                blank=True, null=True, verbose_name="fiscal year"
                            ),
                        ),
                        (
                            "fiscal_quarter",
                            models.PositiveSmallIntegerField(
                                blank=True, null=True, verbose_name="quarter of the fiscal year"
                            ),
                        ),
                        (
                            "published_on",
                            iad_portal.lib.dates.fields.DayField(blank=True, null=True, verbose_name="published on"),
                        ),
                        (
                            "summary",
                            iad_portal.lib.text.fields.ProseField(blank=True, default="", verbose_name="what it holds"),
                        ),
                        (
                            "summary_th",
                            iad_portal.lib.text.fields.ProseField(
                                blank=True, default="", null=True, verbose_name="what it holds"
                            ),
                        ),
                        (
                            "summary_en",
                            iad_portal.lib.text.fields.ProseField(
                                blank=True, default="", null=True, verbose_name="what it holds"
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "newsletter",
                        "verbose_name_plural": "newsletters",
                        "ordering": ["-volume", "-number"],
                        "indexes": [
                            models.Index(
                                condition=models.Q(("publish_at__isnull", False)),
                                fields=["publish_at"],
                                name="newsletter_publish_at",
                            )
                        ],
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(("status__in", ["draft", "published", "withdrawn"])),
                                name="newsletter_status_known",
                            ),
                            models.UniqueConstraint(fields=("volume", "number"), name="newsletter_once"),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("fiscal_quarter__isnull", True), ("fiscal_quarter__range", (1, 4)), _connector="OR"
                                ),
                                name="newsletter_quarter",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("fiscal_year__isnull", True), ("fiscal_year__range", (1900, 2100)), _connector="OR"
                                ),
                                name="newsletter_fiscal_year_plausible",
                            ),
                        ],
                    },
                ),
            ],
        ),
    ]
