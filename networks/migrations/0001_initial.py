"""All tables of the app. A portal made with the older files has them already, and only notes this one."""

import django.core.validators
import django.db.models.deletion
import simple_history.models
from django.conf import settings
from django.db import migrations, models

import iad_portal.lib.dates.fields
import iad_portal.lib.dates.fiscal_years
import iad_portal.lib.desk.row_rules
import iad_portal.lib.operations.create_models
import iad_portal.lib.text.fields


class Migration(migrations.Migration):
    replaces = [
        ("networks", "0001_records"),
        ("networks", "0002_scheduled"),
        ("networks", "0003_mend_fiscal_years"),
        ("networks", "0004_fiscal_year"),
        ("networks", "0005_sentences_of_constraints"),
        ("networks", "0006_first_published"),
    ]

    initial = True

    dependencies = [
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
        ("relations", "0001_initial"),
    ]

    operations = [
        iad_portal.lib.operations.create_models.CreateModels(
            operations=[
                migrations.CreateModel(
                    name="Commitment",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
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
                        ("code", models.SlugField(max_length=80, unique=True, verbose_name="code")),
                        (
                            "framework",
                            models.CharField(
                                choices=[
                                    ("bilateral", "Bilateral"),
                                    ("multilateral", "Multilateral"),
                                    ("both", "Bilateral and multilateral"),
                                ],
                                max_length=12,
                                verbose_name="framework",
                            ),
                        ),
                        ("title", iad_portal.lib.text.fields.LineField(max_length=250, verbose_name="title")),
                        (
                            "title_th",
                            iad_portal.lib.text.fields.LineField(max_length=250, null=True, verbose_name="title"),
                        ),
                        (
                            "title_en",
                            iad_portal.lib.text.fields.LineField(max_length=250, null=True, verbose_name="title"),
                        ),
                        (
                            "detail",
                            iad_portal.lib.text.fields.ProseField(blank=True, default="", verbose_name="detail"),
                        ),
                        (
                            "detail_th",
                            iad_portal.lib.text.fields.ProseField(
                                blank=True, default="", null=True, verbose_name="detail"
                            ),
                        ),
                        (
                            "detail_en",
                            iad_portal.lib.text.fields.ProseField(
                                blank=True, default="", null=True, verbose_name="detail"
                            ),
                        ),
                        (
                            "due_on",
                            iad_portal.lib.dates.fields.PartialDateField(
                                blank=True,
                                help_text="Often unknown: leave it empty then.",
                                null=True,
                                precision_field="due_precision",
                                verbose_name="due",
                            ),
                        ),
                        ("due_precision", iad_portal.lib.dates.fields.PrecisionField()),
                        ("order", models.PositiveSmallIntegerField(default=0, verbose_name="order")),
                        (
                            "agencies",
                            models.ManyToManyField(
                                blank=True, related_name="commitments", to="relations.agency", verbose_name="agencies"
                            ),
                        ),
                        (
                            "agreement",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="commitments",
                                to="relations.agreement",
                                verbose_name="agreement",
                            ),
                        ),
                        (
                            "cities",
                            models.ManyToManyField(
                                blank=True,
                                related_name="commitments",
                                to="relations.city",
                                verbose_name="partner cities",
                            ),
                        ),
                        (
                            "meeting",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="commitments",
                                to="networks.meeting",
                                verbose_name="meeting",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "commitment",
                        "verbose_name_plural": "commitments",
                        "ordering": ["order", "pk"],
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(("framework__in", ["bilateral", "multilateral", "both"])),
                                name="commitment_framework_known",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("agreement__isnull", True), ("meeting__isnull", False)),
                                    models.Q(("agreement__isnull", False), ("meeting__isnull", True)),
                                    _connector="OR",
                                ),
                                name="commitment_one_origin",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="HistoricalCommitment",
                    fields=[
                        ("id", models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID")),
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
                        ("code", models.SlugField(max_length=80, verbose_name="code")),
                        (
                            "framework",
                            models.CharField(
                                choices=[
                                    ("bilateral", "Bilateral"),
                                    ("multilateral", "Multilateral"),
                                    ("both", "Bilateral and multilateral"),
                                ],
                                max_length=12,
                                verbose_name="framework",
                            ),
                        ),
                        ("title", iad_portal.lib.text.fields.LineField(max_length=250, verbose_name="title")),
                        (
                            "title_th",
                            iad_portal.lib.text.fields.LineField(max_length=250, null=True, verbose_name="title"),
                        ),
                        (
                            "title_en",
                            iad_portal.lib.text.fields.LineField(max_length=250, null=True, verbose_name="title"),
                        ),
                        (
                            "detail",
                            iad_portal.lib.text.fields.ProseField(blank=True, default="", verbose_name="detail"),
                        ),
                        (
                            "detail_th",
                            iad_portal.lib.text.fields.ProseField(
                                blank=True, default="", null=True, verbose_name="detail"
                            ),
                        ),
                        (
                            "detail_en",
                            iad_portal.lib.text.fields.ProseField(
                                blank=True, default="", null=True, verbose_name="detail"
                            ),
                        ),
                        (
                            "due_on",
                            iad_portal.lib.dates.fields.PartialDateField(
                                blank=True,
                                help_text="Often unknown: leave it empty then.",
                                null=True,
                                precision_field="due_precision",
                                verbose_name="due",
                            ),
                        ),
                        ("due_precision", iad_portal.lib.dates.fields.PrecisionField()),
                        ("order", models.PositiveSmallIntegerField(default=0, verbose_name="order")),
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
                            "agreement",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="relations.agreement",
                                verbose_name="agreement",
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
                        (
                            "meeting",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="networks.meeting",
                                verbose_name="meeting",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "historical commitment",
                        "verbose_name_plural": "historical commitments",
                        "ordering": ("-history_date", "-history_id"),
                        "get_latest_by": ("history_date", "history_id"),
                    },
                    bases=(simple_history.models.HistoricalChanges, models.Model),
                ),
                migrations.CreateModel(
                    name="HistoricalCommitment_agencies",
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
                            "commitment",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                db_tablespace="",
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="networks.commitment",
                            ),
                        ),
                        (
                            "history",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                to="networks.historicalcommitment",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "HistoricalCommitment_agencies",
                    },
                    bases=(simple_history.models.HistoricalChanges, models.Model),
                ),
                migrations.CreateModel(
                    name="HistoricalCommitment_cities",
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
                            "commitment",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                db_tablespace="",
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="networks.commitment",
                            ),
                        ),
                        (
                            "history",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                to="networks.historicalcommitment",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "HistoricalCommitment_cities",
                    },
                    bases=(simple_history.models.HistoricalChanges, models.Model),
                ),
                migrations.CreateModel(
                    name="HistoricalCommitmentNote",
                    fields=[
                        ("id", models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID")),
                        ("noted_on", iad_portal.lib.dates.fields.DayField(verbose_name="as of")),
                        (
                            "state",
                            models.CharField(
                                choices=[
                                    ("agreed", "Agreed"),
                                    ("under_way", "Under way"),
                                    ("done", "Done"),
                                    ("dropped", "Dropped"),
                                ],
                                max_length=10,
                                verbose_name="where it stands",
                            ),
                        ),
                        ("text", iad_portal.lib.text.fields.ProseField(blank=True, default="", verbose_name="note")),
                        (
                            "text_th",
                            iad_portal.lib.text.fields.ProseField(
                                blank=True, default="", null=True, verbose_name="note"
                            ),
                        ),
                        (
                            "text_en",
                            iad_portal.lib.text.fields.ProseField(
                                blank=True, default="", null=True, verbose_name="note"
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
                            "commitment",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="networks.commitment",
                                verbose_name="commitment",
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
                        "verbose_name": "historical note of progress",
                        "verbose_name_plural": "historical notes of progress",
                        "ordering": ("-history_date", "-history_id"),
                        "get_latest_by": ("history_date", "history_id"),
                    },
                    bases=(simple_history.models.HistoricalChanges, models.Model),
                ),
                migrations.CreateModel(
                    name="HistoricalMeeting",
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
                            "kind",
                            models.CharField(
                                choices=[
                                    ("leaders", "Leaders’ meeting"),
                                    ("senior_officials", "Senior officials’ meeting"),
                                    ("committee", "Committee meeting"),
                                    ("internal", "Internal meeting"),
                                    ("assembly", "General assembly"),
                                    ("board", "Executive board meeting"),
                                    ("conference", "Conference"),
                                ],
                                max_length=18,
                                verbose_name="kind",
                            ),
                        ),
                        ("ordinal", models.PositiveSmallIntegerField(blank=True, null=True, verbose_name="ordinal")),
                        (
                            "venue",
                            iad_portal.lib.text.fields.LineField(
                                blank=True, default="", max_length=250, verbose_name="venue"
                            ),
                        ),
                        (
                            "venue_th",
                            iad_portal.lib.text.fields.LineField(
                                blank=True, default="", max_length=250, null=True, verbose_name="venue"
                            ),
                        ),
                        (
                            "venue_en",
                            iad_portal.lib.text.fields.LineField(
                                blank=True, default="", max_length=250, null=True, verbose_name="venue"
                            ),
                        ),
                        (
                            "starts_on",
                            iad_portal.lib.dates.fields.PartialDateField(
                                blank=True, null=True, precision_field="starts_precision", verbose_name="from"
                            ),
                        ),
                        ("starts_precision", iad_portal.lib.dates.fields.PrecisionField()),
                        (
                            "ends_on",
                            iad_portal.lib.dates.fields.PartialDateField(
                                blank=True, null=True, precision_field="ends_precision", verbose_name="to"
                            ),
                        ),
                        ("ends_precision", iad_portal.lib.dates.fields.PrecisionField()),
                        (
                            "theme",
                            iad_portal.lib.text.fields.LineField(
                                blank=True, default="", max_length=300, verbose_name="theme"
                            ),
                        ),
                        (
                            "theme_th",
                            iad_portal.lib.text.fields.LineField(
                                blank=True, default="", max_length=300, null=True, verbose_name="theme"
                            ),
                        ),
                        (
                            "theme_en",
                            iad_portal.lib.text.fields.LineField(
                                blank=True, default="", max_length=300, null=True, verbose_name="theme"
                            ),
                        ),
                        (
                            "mission_group",
                            iad_portal.lib.text.fields.LineField(
                                blank=True, default="", max_length=300, verbose_name="mission group"
                            ),
                        ),
                        (
                            "mission_group_th",
                            iad_portal.lib.text.fields.LineField(
                                blank=True, default="", max_length=300, null=True, verbose_name="mission group"
                            ),
                        ),
                        (
                            "mission_group_en",
                            iad_portal.lib.text.fields.LineField(
                                blank=True, default="", max_length=300, null=True, verbose_name="mission group"
                            ),
                        ),
                        ("note", iad_portal.lib.text.fields.ProseField(blank=True, default="", verbose_name="note")),
                        (
                            "note_th",
                            iad_portal.lib.text.fields.ProseField(
                                blank=True, default="", null=True, verbose_name="note"
                            ),
                        ),
                        (
                            "note_en",
                            iad_portal.lib.text.fields.ProseField(
                                blank=True, default="", null=True, verbose_name="note"
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
                            "country",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="relations.country",
                                verbose_name="country",
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
                            "host_city",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="relations.city",
                                verbose_name="host city",
                            ),
                        ),
                        (
                            "partner",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                help_text="For a meeting of two cities outside any network.",
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="relations.city",
                                verbose_name="partner city",
                            ),
                        ),
                        (
                            "revision",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT, related_name="+", to="relations.revision"
                            ),
                        ),
                        (
                            "part_of",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="networks.meeting",
                                verbose_name="part of",
                            ),
                        ),
                        (
                            "network",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="networks.network",
                                verbose_name="network",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "historical meeting",
                        "verbose_name_plural": "historical meetings",
                        "ordering": ("-history_date", "-history_id"),
                        "get_latest_by": ("history_date", "history_id"),
                    },
                    bases=(simple_history.models.HistoricalChanges, models.Model),
                ),
                migrations.CreateModel(
                    name="HistoricalNetwork",
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
                            "acronym",
                            iad_portal.lib.text.fields.LineField(
                                blank=True, default="", max_length=40, verbose_name="acronym"
                            ),
                        ),
                        ("name", iad_portal.lib.text.fields.LineField(max_length=250, verbose_name="name")),
                        (
                            "name_th",
                            iad_portal.lib.text.fields.LineField(max_length=250, null=True, verbose_name="name"),
                        ),
                        (
                            "name_en",
                            iad_portal.lib.text.fields.LineField(max_length=250, null=True, verbose_name="name"),
                        ),
                        (
                            "kind",
                            models.CharField(
                                choices=[("organisation", "Organisation"), ("forum", "Forum or meeting series")],
                                max_length=14,
                                verbose_name="kind",
                            ),
                        ),
                        (
                            "activity",
                            models.CharField(
                                choices=[("active", "Active"), ("past", "Past"), ("to_confirm", "To be confirmed")],
                                default="to_confirm",
                                max_length=10,
                                verbose_name="the network itself",
                            ),
                        ),
                        ("aims", iad_portal.lib.text.fields.ProseField(blank=True, default="", verbose_name="aims")),
                        (
                            "aims_th",
                            iad_portal.lib.text.fields.ProseField(
                                blank=True, default="", null=True, verbose_name="aims"
                            ),
                        ),
                        (
                            "aims_en",
                            iad_portal.lib.text.fields.ProseField(
                                blank=True, default="", null=True, verbose_name="aims"
                            ),
                        ),
                        (
                            "founded_on",
                            iad_portal.lib.dates.fields.PartialDateField(
                                blank=True, null=True, precision_field="founded_precision", verbose_name="founded"
                            ),
                        ),
                        ("founded_precision", iad_portal.lib.dates.fields.PrecisionField()),
                        (
                            "founded_note",
                            iad_portal.lib.text.fields.LineField(
                                blank=True, default="", max_length=300, verbose_name="on the founding"
                            ),
                        ),
                        (
                            "founded_note_th",
                            iad_portal.lib.text.fields.LineField(
                                blank=True, default="", max_length=300, null=True, verbose_name="on the founding"
                            ),
                        ),
                        (
                            "founded_note_en",
                            iad_portal.lib.text.fields.LineField(
                                blank=True, default="", max_length=300, null=True, verbose_name="on the founding"
                            ),
                        ),
                        (
                            "founded_as",
                            iad_portal.lib.text.fields.LineField(
                                blank=True, default="", max_length=250, verbose_name="founded under the name"
                            ),
                        ),
                        (
                            "secretariat_place",
                            iad_portal.lib.text.fields.LineField(
                                blank=True,
                                default="",
                                help_text="When that city is not in the register.",
                                max_length=160,
                                verbose_name="place of the secretariat",
                            ),
                        ),
                        (
                            "secretariat_place_th",
                            iad_portal.lib.text.fields.LineField(
                                blank=True,
                                default="",
                                help_text="When that city is not in the register.",
                                max_length=160,
                                null=True,
                                verbose_name="place of the secretariat",
                            ),
                        ),
                        (
                            "secretariat_place_en",
                            iad_portal.lib.text.fields.LineField(
                                blank=True,
                                default="",
                                help_text="When that city is not in the register.",
                                max_length=160,
                                null=True,
                                verbose_name="place of the secretariat",
                            ),
                        ),
                        ("website", models.URLField(blank=True, default="", max_length=300, verbose_name="website")),
                        ("note", iad_portal.lib.text.fields.ProseField(blank=True, default="", verbose_name="note")),
                        (
                            "note_th",
                            iad_portal.lib.text.fields.ProseField(
                                blank=True, default="", null=True, verbose_name="note"
                            ),
                        ),
                        (
                            "note_en",
                            iad_portal.lib.text.fields.ProseField(
                                blank=True, default="", null=True, verbose_name="note"
                            ),
                        ),
                        ("sort_th", iad_portal.lib.text.fields.SortKeyField(language="th", source="name")),
                        ("sort_en", iad_portal.lib.text.fields.SortKeyField(language="en", source="name")),
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
                        (
                            "secretariat_city",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="relations.city",
                                verbose_name="city of the secretariat",
                            ),
                        ),
                        (
                            "secretariat_country",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="relations.country",
                                verbose_name="country of the secretariat",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "historical network",
                        "verbose_name_plural": "historical networks",
                        "ordering": ("-history_date", "-history_id"),
                        "get_latest_by": ("history_date", "history_id"),
                    },
                    bases=(simple_history.models.HistoricalChanges, models.Model),
                ),
                migrations.CreateModel(
                    name="Meeting",
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
                            "kind",
                            models.CharField(
                                choices=[
                                    ("leaders", "Leaders’ meeting"),
                                    ("senior_officials", "Senior officials’ meeting"),
                                    ("committee", "Committee meeting"),
                                    ("internal", "Internal meeting"),
                                    ("assembly", "General assembly"),
                                    ("board", "Executive board meeting"),
                                    ("conference", "Conference"),
                                ],
                                max_length=18,
                                verbose_name="kind",
                            ),
                        ),
                        ("ordinal", models.PositiveSmallIntegerField(blank=True, null=True, verbose_name="ordinal")),
                        (
                            "venue",
                            iad_portal.lib.text.fields.LineField(
                                blank=True, default="", max_length=250, verbose_name="venue"
                            ),
                        ),
                        (
                            "venue_th",
                            iad_portal.lib.text.fields.LineField(
                                blank=True, default="", max_length=250, null=True, verbose_name="venue"
                            ),
                        ),
                        (
                            "venue_en",
                            iad_portal.lib.text.fields.LineField(
                                blank=True, default="", max_length=250, null=True, verbose_name="venue"
                            ),
                        ),
                        (
                            "starts_on",
                            iad_portal.lib.dates.fields.PartialDateField(
                                blank=True, null=True, precision_field="starts_precision", verbose_name="from"
                            ),
                        ),
                        ("starts_precision", iad_portal.lib.dates.fields.PrecisionField()),
                        (
                            "ends_on",
                            iad_portal.lib.dates.fields.PartialDateField(
                                blank=True, null=True, precision_field="ends_precision", verbose_name="to"
                            ),
                        ),
                        ("ends_precision", iad_portal.lib.dates.fields.PrecisionField()),
                        (
                            "theme",
                            iad_portal.lib.text.fields.LineField(
                                blank=True, default="", max_length=300, verbose_name="theme"
                            ),
                        ),
                        (
                            "theme_th",
                            iad_portal.lib.text.fields.LineField(
                                blank=True, default="", max_length=300, null=True, verbose_name="theme"
                            ),
                        ),
                        (
                            "theme_en",
                            iad_portal.lib.text.fields.LineField(
                                blank=True, default="", max_length=300, null=True, verbose_name="theme"
                            ),
                        ),
                        (
                            "mission_group",
                            iad_portal.lib.text.fields.LineField(
                                blank=True, default="", max_length=300, verbose_name="mission group"
                            ),
                        ),
                        (
                            "mission_group_th",
                            iad_portal.lib.text.fields.LineField(
                                blank=True, default="", max_length=300, null=True, verbose_name="mission group"
                            ),
                        ),
                        (
                            "mission_group_en",
                            iad_portal.lib.text.fields.LineField(
                                blank=True, default="", max_length=300, null=True, verbose_name="mission group"
                            ),
                        ),
                        ("note", iad_portal.lib.text.fields.ProseField(blank=True, default="", verbose_name="note")),
                        (
                            "note_th",
                            iad_portal.lib.text.fields.ProseField(
                                blank=True, default="", null=True, verbose_name="note"
                            ),
                        ),
                        (
                            "note_en",
                            iad_portal.lib.text.fields.ProseField(
                                blank=True, default="", null=True, verbose_name="note"
                            ),
                        ),
                        (
                            "chairs",
                            models.ManyToManyField(
                                blank=True,
                                related_name="chaired_meetings",
                                to="relations.person",
                                verbose_name="chairs",
                            ),
                        ),
                        (
                            "country",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="meetings",
                                to="relations.country",
                                verbose_name="country",
                            ),
                        ),
                        (
                            "host_city",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="hosted_meetings",
                                to="relations.city",
                                verbose_name="host city",
                            ),
                        ),
                        (
                            "part_of",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="parts",
                                to="networks.meeting",
                                verbose_name="part of",
                            ),
                        ),
                        (
                            "partner",
                            models.ForeignKey(
                                blank=True,
                                help_text="For a meeting of two cities outside any network.",
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="bilateral_meetings",
                                to="relations.city",
                                verbose_name="partner city",
                            ),
                        ),
                        (
                            "network",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="meetings",
                                to="networks.network",
                                verbose_name="network",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "meeting",
                        "verbose_name_plural": "meetings",
                        "ordering": [models.OrderBy(models.F("starts_on"), descending=True, nulls_last=True), "-pk"],
                        "indexes": [
                            models.Index(
                                condition=models.Q(("publish_at__isnull", False)),
                                fields=["publish_at"],
                                name="meeting_publish_at",
                            )
                        ],
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(("status__in", ["draft", "published", "withdrawn"])),
                                name="meeting_status_known",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    (
                                        "kind__in",
                                        [
                                            "leaders",
                                            "senior_officials",
                                            "committee",
                                            "internal",
                                            "assembly",
                                            "board",
                                            "conference",
                                        ],
                                    )
                                ),
                                name="meeting_kind_known",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("starts_on__isnull", True),
                                    ("ends_on__isnull", True),
                                    ("ends_on__gte", models.F("starts_on")),
                                    ("ends_precision__in", ["month", "year"]),
                                    _connector="OR",
                                ),
                                name="meeting_end_not_before_start",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("network__isnull", True), ("partner__isnull", True), _connector="OR"
                                ),
                                name="meeting_network_or_partner",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("part_of__isnull", True),
                                    models.Q(("part_of", models.F("pk")), _negated=True),
                                    _connector="OR",
                                ),
                                name="meeting_part_of_another",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="HistoricalPoint",
                    fields=[
                        ("id", models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID")),
                        (
                            "kind",
                            models.CharField(
                                choices=[
                                    ("topic", "Topic"),
                                    ("outcome", "Outcome"),
                                    ("recommendation", "Recommendation"),
                                ],
                                max_length=14,
                                verbose_name="kind",
                            ),
                        ),
                        ("text", iad_portal.lib.text.fields.ProseField(verbose_name="text")),
                        ("text_th", iad_portal.lib.text.fields.ProseField(null=True, verbose_name="text")),
                        ("text_en", iad_portal.lib.text.fields.ProseField(null=True, verbose_name="text")),
                        ("order", models.PositiveSmallIntegerField(default=0, verbose_name="order")),
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
                        (
                            "meeting",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="networks.meeting",
                                verbose_name="meeting",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "historical topic, outcome or recommendation",
                        "verbose_name_plural": "historical topics, outcomes and recommendations",
                        "ordering": ("-history_date", "-history_id"),
                        "get_latest_by": ("history_date", "history_id"),
                    },
                    bases=(simple_history.models.HistoricalChanges, models.Model),
                ),
                migrations.CreateModel(
                    name="HistoricalParticipation",
                    fields=[
                        ("id", models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID")),
                        (
                            "body",
                            iad_portal.lib.text.fields.LineField(
                                blank=True, default="", max_length=200, verbose_name="other body"
                            ),
                        ),
                        (
                            "body_th",
                            iad_portal.lib.text.fields.LineField(
                                blank=True, default="", max_length=200, null=True, verbose_name="other body"
                            ),
                        ),
                        (
                            "body_en",
                            iad_portal.lib.text.fields.LineField(
                                blank=True, default="", max_length=200, null=True, verbose_name="other body"
                            ),
                        ),
                        (
                            "presented",
                            iad_portal.lib.text.fields.ProseField(
                                blank=True, default="", verbose_name="what it presented"
                            ),
                        ),
                        (
                            "presented_th",
                            iad_portal.lib.text.fields.ProseField(
                                blank=True, default="", null=True, verbose_name="what it presented"
                            ),
                        ),
                        (
                            "presented_en",
                            iad_portal.lib.text.fields.ProseField(
                                blank=True, default="", null=True, verbose_name="what it presented"
                            ),
                        ),
                        ("order", models.PositiveSmallIntegerField(default=0, verbose_name="order")),
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
                            "agency",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="relations.agency",
                                verbose_name="agency",
                            ),
                        ),
                        (
                            "city",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="relations.city",
                                verbose_name="city",
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
                        (
                            "meeting",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="networks.meeting",
                                verbose_name="meeting",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "historical participation",
                        "verbose_name_plural": "historical participation",
                        "ordering": ("-history_date", "-history_id"),
                        "get_latest_by": ("history_date", "history_id"),
                    },
                    bases=(simple_history.models.HistoricalChanges, models.Model),
                ),
                migrations.CreateModel(
                    name="HistoricalMeeting_chairs",
                    fields=[
                        ("id", models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID")),
                        ("m2m_history_id", models.AutoField(primary_key=True, serialize=False)),
                        (
                            "history",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                to="networks.historicalmeeting",
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
                        "verbose_name": "HistoricalMeeting_chairs",
                    },
                    bases=(simple_history.models.HistoricalChanges, models.Model),
                ),
                migrations.CreateModel(
                    name="Network",
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
                            "acronym",
                            iad_portal.lib.text.fields.LineField(
                                blank=True, default="", max_length=40, verbose_name="acronym"
                            ),
                        ),
                        ("name", iad_portal.lib.text.fields.LineField(max_length=250, verbose_name="name")),
                        (
                            "name_th",
                            iad_portal.lib.text.fields.LineField(max_length=250, null=True, verbose_name="name"),
                        ),
                        (
                            "name_en",
                            iad_portal.lib.text.fields.LineField(max_length=250, null=True, verbose_name="name"),
                        ),
                        (
                            "kind",
                            models.CharField(
                                choices=[("organisation", "Organisation"), ("forum", "Forum or meeting series")],
                                max_length=14,
                                verbose_name="kind",
                            ),
                        ),
                        (
                            "activity",
                            models.CharField(
                                choices=[("active", "Active"), ("past", "Past"), ("to_confirm", "To be confirmed")],
                                default="to_confirm",
                                max_length=10,
                                verbose_name="the network itself",
                            ),
                        ),
                        ("aims", iad_portal.lib.text.fields.ProseField(blank=True, default="", verbose_name="aims")),
                        (
                            "aims_th",
                            iad_portal.lib.text.fields.ProseField(
                                blank=True, default="", null=True, verbose_name="aims"
                            ),
                        ),
                        (
                            "aims_en",
                            iad_portal.lib.text.fields.ProseField(
                                blank=True, default="", null=True, verbose_name="aims"
                            ),
                        ),
                        (
                            "founded_on",
                            iad_portal.lib.dates.fields.PartialDateField(
                                blank=True, null=True, precision_field="founded_precision", verbose_name="founded"
                            ),
                        ),
                        ("founded_precision", iad_portal.lib.dates.fields.PrecisionField()),
                        (
                            "founded_note",
                            iad_portal.lib.text.fields.LineField(
                                blank=True, default="", max_length=300, verbose_name="on the founding"
                            ),
                        ),
                        (
                            "founded_note_th",
                            iad_portal.lib.text.fields.LineField(
                                blank=True, default="", max_length=300, null=True, verbose_name="on the founding"
                            ),
                        ),
                        (
                            "founded_note_en",
                            iad_portal.lib.text.fields.LineField(
                                blank=True, default="", max_length=300, null=True, verbose_name="on the founding"
                            ),
                        ),
                        (
                            "founded_as",
                            iad_portal.lib.text.fields.LineField(
                                blank=True, default="", max_length=250, verbose_name="founded under the name"
                            ),
                        ),
                        (
                            "secretariat_place",
                            iad_portal.lib.text.fields.LineField(
                                blank=True,
                                default="",
                                help_text="When that city is not in the register.",
                                max_length=160,
                                verbose_name="place of the secretariat",
                            ),
                        ),
                        (
                            "secretariat_place_th",
                            iad_portal.lib.text.fields.LineField(
                                blank=True,
                                default="",
                                help_text="When that city is not in the register.",
                                max_length=160,
                                null=True,
                                verbose_name="place of the secretariat",
                            ),
                        ),
                        (
                            "secretariat_place_en",
                            iad_portal.lib.text.fields.LineField(
                                blank=True,
                                default="",
                                help_text="When that city is not in the register.",
                                max_length=160,
                                null=True,
                                verbose_name="place of the secretariat",
                            ),
                        ),
                        ("website", models.URLField(blank=True, default="", max_length=300, verbose_name="website")),
                        ("note", iad_portal.lib.text.fields.ProseField(blank=True, default="", verbose_name="note")),
                        (
                            "note_th",
                            iad_portal.lib.text.fields.ProseField(
                                blank=True, default="", null=True, verbose_name="note"
                            ),
                        ),
                        (
                            "note_en",
                            iad_portal.lib.text.fields.ProseField(
                                blank=True, default="", null=True, verbose_name="note"
                            ),
                        ),
                        ("sort_th", iad_portal.lib.text.fields.SortKeyField(language="th", source="name")),
                        ("sort_en", iad_portal.lib.text.fields.SortKeyField(language="en", source="name")),
                        (
                            "secretariat_city",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="relations.city",
                                verbose_name="city of the secretariat",
                            ),
                        ),
                        (
                            "secretariat_country",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="relations.country",
                                verbose_name="country of the secretariat",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "network",
                        "verbose_name_plural": "networks",
                        "ordering": ["sort_th", "pk"],
                        "indexes": [
                            models.Index(
                                condition=models.Q(("publish_at__isnull", False)),
                                fields=["publish_at"],
                                name="network_publish_at",
                            )
                        ],
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(("status__in", ["draft", "published", "withdrawn"])),
                                name="network_status_known",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("kind__in", ["organisation", "forum"])), name="network_kind_known"
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("activity__in", ["active", "past", "to_confirm"])),
                                name="network_activity_known",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Membership",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
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
                            "kind",
                            models.CharField(
                                choices=[
                                    ("full", "Full member"),
                                    ("observer", "Observer"),
                                    ("participant", "Takes part"),
                                    ("unknown", "Kind not stated"),
                                ],
                                default="unknown",
                                max_length=12,
                                verbose_name="kind",
                            ),
                        ),
                        (
                            "joined_on",
                            iad_portal.lib.dates.fields.PartialDateField(
                                blank=True, null=True, precision_field="joined_precision", verbose_name="since"
                            ),
                        ),
                        ("joined_precision", iad_portal.lib.dates.fields.PrecisionField()),
                        (
                            "left_on",
                            iad_portal.lib.dates.fields.PartialDateField(
                                blank=True, null=True, precision_field="left_precision", verbose_name="until"
                            ),
                        ),
                        ("left_precision", iad_portal.lib.dates.fields.PrecisionField()),
                        ("note", iad_portal.lib.text.fields.ProseField(blank=True, default="", verbose_name="note")),
                        (
                            "note_th",
                            iad_portal.lib.text.fields.ProseField(
                                blank=True, default="", null=True, verbose_name="note"
                            ),
                        ),
                        (
                            "note_en",
                            iad_portal.lib.text.fields.ProseField(
                                blank=True, default="", null=True, verbose_name="note"
                            ),
                        ),
                        (
                            "network",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="memberships",
                                to="networks.network",
                                verbose_name="network",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "membership",
                        "verbose_name_plural": "memberships",
                        "ordering": [models.OrderBy(models.F("joined_on"), descending=True, nulls_last=True), "pk"],
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(("kind__in", ["full", "observer", "participant", "unknown"])),
                                name="membership_kind_known",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("joined_on__isnull", True),
                                    ("left_on__isnull", True),
                                    ("left_on__gte", models.F("joined_on")),
                                    ("left_precision__in", ["month", "year"]),
                                    _connector="OR",
                                ),
                                name="membership_end_not_before_start",
                            ),
                            models.UniqueConstraint(
                                condition=models.Q(("left_on__isnull", True)),
                                fields=("network",),
                                name="membership_one_open",
                            ),
                        ],
                    },
                    bases=(iad_portal.lib.desk.row_rules.JudgedTogether, models.Model),
                ),
                migrations.CreateModel(
                    name="HistoricalRole",
                    fields=[
                        ("id", models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID")),
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
                        ("title", iad_portal.lib.text.fields.LineField(max_length=200, verbose_name="role")),
                        (
                            "title_th",
                            iad_portal.lib.text.fields.LineField(max_length=200, null=True, verbose_name="role"),
                        ),
                        (
                            "title_en",
                            iad_portal.lib.text.fields.LineField(max_length=200, null=True, verbose_name="role"),
                        ),
                        (
                            "holder",
                            iad_portal.lib.text.fields.LineField(
                                blank=True, default="", max_length=200, verbose_name="held by"
                            ),
                        ),
                        (
                            "holder_th",
                            iad_portal.lib.text.fields.LineField(
                                blank=True, default="", max_length=200, null=True, verbose_name="held by"
                            ),
                        ),
                        (
                            "holder_en",
                            iad_portal.lib.text.fields.LineField(
                                blank=True, default="", max_length=200, null=True, verbose_name="held by"
                            ),
                        ),
                        (
                            "starts_on",
                            iad_portal.lib.dates.fields.PartialDateField(
                                blank=True, null=True, precision_field="starts_precision", verbose_name="from"
                            ),
                        ),
                        ("starts_precision", iad_portal.lib.dates.fields.PrecisionField()),
                        (
                            "ends_on",
                            iad_portal.lib.dates.fields.PartialDateField(
                                blank=True, null=True, precision_field="ends_precision", verbose_name="to"
                            ),
                        ),
                        ("ends_precision", iad_portal.lib.dates.fields.PrecisionField()),
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
                        (
                            "network",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="networks.network",
                                verbose_name="network",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "historical role in the network",
                        "verbose_name_plural": "historical roles in the network",
                        "ordering": ("-history_date", "-history_id"),
                        "get_latest_by": ("history_date", "history_id"),
                    },
                    bases=(simple_history.models.HistoricalChanges, models.Model),
                ),
                migrations.CreateModel(
                    name="HistoricalMembership",
                    fields=[
                        ("id", models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID")),
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
                            "kind",
                            models.CharField(
                                choices=[
                                    ("full", "Full member"),
                                    ("observer", "Observer"),
                                    ("participant", "Takes part"),
                                    ("unknown", "Kind not stated"),
                                ],
                                default="unknown",
                                max_length=12,
                                verbose_name="kind",
                            ),
                        ),
                        (
                            "joined_on",
                            iad_portal.lib.dates.fields.PartialDateField(
                                blank=True, null=True, precision_field="joined_precision", verbose_name="since"
                            ),
                        ),
                        ("joined_precision", iad_portal.lib.dates.fields.PrecisionField()),
                        (
                            "left_on",
                            iad_portal.lib.dates.fields.PartialDateField(
                                blank=True, null=True, precision_field="left_precision", verbose_name="until"
                            ),
                        ),
                        ("left_precision", iad_portal.lib.dates.fields.PrecisionField()),
                        ("note", iad_portal.lib.text.fields.ProseField(blank=True, default="", verbose_name="note")),
                        (
                            "note_th",
                            iad_portal.lib.text.fields.ProseField(
                                blank=True, default="", null=True, verbose_name="note"
                            ),
                        ),
                        (
                            "note_en",
                            iad_portal.lib.text.fields.ProseField(
                                blank=True, default="", null=True, verbose_name="note"
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
                        (
                            "network",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="networks.network",
                                verbose_name="network",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "historical membership",
                        "verbose_name_plural": "historical memberships",
                        "ordering": ("-history_date", "-history_id"),
                        "get_latest_by": ("history_date", "history_id"),
                    },
                    bases=(simple_history.models.HistoricalChanges, models.Model),
                ),
                migrations.CreateModel(
                    name="HistoricalFee",
                    fields=[
                        ("id", models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID")),
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
                            "fiscal_year",
                            iad_portal.lib.dates.fiscal_years.FiscalYearField(
                                blank=True,
                                help_text="Leave empty when the source does not state it.",
                                null=True,
                                verbose_name="fiscal year",
                            ),
                        ),
                        ("amount", models.DecimalField(decimal_places=2, max_digits=14, verbose_name="amount")),
                        (
                            "currency",
                            models.CharField(
                                help_text="ISO 4217 code, such as USD", max_length=3, verbose_name="currency"
                            ),
                        ),
                        (
                            "amount_thb",
                            models.DecimalField(
                                blank=True, decimal_places=2, max_digits=14, null=True, verbose_name="in baht"
                            ),
                        ),
                        (
                            "note",
                            iad_portal.lib.text.fields.LineField(
                                blank=True, default="", max_length=300, verbose_name="note"
                            ),
                        ),
                        (
                            "note_th",
                            iad_portal.lib.text.fields.LineField(
                                blank=True, default="", max_length=300, null=True, verbose_name="note"
                            ),
                        ),
                        (
                            "note_en",
                            iad_portal.lib.text.fields.LineField(
                                blank=True, default="", max_length=300, null=True, verbose_name="note"
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
                        (
                            "network",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="networks.network",
                                verbose_name="network",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "historical fee",
                        "verbose_name_plural": "historical fees",
                        "ordering": ("-history_date", "-history_id"),
                        "get_latest_by": ("history_date", "history_id"),
                    },
                    bases=(simple_history.models.HistoricalChanges, models.Model),
                ),
                migrations.CreateModel(
                    name="Fee",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
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
                            "fiscal_year",
                            iad_portal.lib.dates.fiscal_years.FiscalYearField(
                                blank=True,
                                help_text="Leave empty when the source does not state it.",
                                null=True,
                                verbose_name="fiscal year",
                            ),
                        ),
                        ("amount", models.DecimalField(decimal_places=2, max_digits=14, verbose_name="amount")),
                        (
                            "currency",
                            models.CharField(
                                help_text="ISO 4217 code, such as USD", max_length=3, verbose_name="currency"
                            ),
                        ),
                        (
                            "amount_thb",
                            models.DecimalField(
                                blank=True, decimal_places=2, max_digits=14, null=True, verbose_name="in baht"
                            ),
                        ),
                        (
                            "note",
                            iad_portal.lib.text.fields.LineField(
                                blank=True, default="", max_length=300, verbose_name="note"
                            ),
                        ),
                        (
                            "note_th",
                            iad_portal.lib.text.fields.LineField(
                                blank=True, default="", max_length=300, null=True, verbose_name="note"
                            ),
                        ),
                        (
                            "note_en",
                            iad_portal.lib.text.fields.LineField(
                                blank=True, default="", max_length=300, null=True, verbose_name="note"
                            ),
                        ),
                        (
                            "network",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="fees",
                                to="networks.network",
                                verbose_name="network",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "fee",
                        "verbose_name_plural": "fees",
                        "ordering": [models.OrderBy(models.F("fiscal_year"), descending=True, nulls_last=True), "pk"],
                        "constraints": [
                            models.CheckConstraint(condition=models.Q(("amount__gte", 0)), name="fee_not_negative"),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("amount_thb__isnull", True), ("amount_thb__gte", 0), _connector="OR"
                                ),
                                name="fee_in_baht_not_negative",
                            ),
                            models.UniqueConstraint(fields=("network", "fiscal_year"), name="fee_once_a_year"),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("fiscal_year__isnull", True), ("fiscal_year__range", (1900, 2100)), _connector="OR"
                                ),
                                name="fee_fiscal_year_plausible",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Participation",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        (
                            "body",
                            iad_portal.lib.text.fields.LineField(
                                blank=True, default="", max_length=200, verbose_name="other body"
                            ),
                        ),
                        (
                            "body_th",
                            iad_portal.lib.text.fields.LineField(
                                blank=True, default="", max_length=200, null=True, verbose_name="other body"
                            ),
                        ),
                        (
                            "body_en",
                            iad_portal.lib.text.fields.LineField(
                                blank=True, default="", max_length=200, null=True, verbose_name="other body"
                            ),
                        ),
                        (
                            "presented",
                            iad_portal.lib.text.fields.ProseField(
                                blank=True, default="", verbose_name="what it presented"
                            ),
                        ),
                        (
                            "presented_th",
                            iad_portal.lib.text.fields.ProseField(
                                blank=True, default="", null=True, verbose_name="what it presented"
                            ),
                        ),
                        (
                            "presented_en",
                            iad_portal.lib.text.fields.ProseField(
                                blank=True, default="", null=True, verbose_name="what it presented"
                            ),
                        ),
                        ("order", models.PositiveSmallIntegerField(default=0, verbose_name="order")),
                        (
                            "agency",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="participation",
                                to="relations.agency",
                                verbose_name="agency",
                            ),
                        ),
                        (
                            "city",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="participation",
                                to="relations.city",
                                verbose_name="city",
                            ),
                        ),
                        (
                            "meeting",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="participation",
                                to="networks.meeting",
                                verbose_name="meeting",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "participation",
                        "verbose_name_plural": "participation",
                        "ordering": ["order", "pk"],
                        "constraints": [
                            models.CheckConstraint(
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
                            models.UniqueConstraint(fields=("meeting", "city"), name="participation_city_once"),
                            models.UniqueConstraint(fields=("meeting", "agency"), name="participation_agency_once"),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Point",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        (
                            "kind",
                            models.CharField(
                                choices=[
                                    ("topic", "Topic"),
                                    ("outcome", "Outcome"),
                                    ("recommendation", "Recommendation"),
                                ],
                                max_length=14,
                                verbose_name="kind",
                            ),
                        ),
                        ("text", iad_portal.lib.text.fields.ProseField(verbose_name="text")),
                        ("text_th", iad_portal.lib.text.fields.ProseField(null=True, verbose_name="text")),
                        ("text_en", iad_portal.lib.text.fields.ProseField(null=True, verbose_name="text")),
                        ("order", models.PositiveSmallIntegerField(default=0, verbose_name="order")),
                        (
                            "meeting",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="points",
                                to="networks.meeting",
                                verbose_name="meeting",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "topic, outcome or recommendation",
                        "verbose_name_plural": "topics, outcomes and recommendations",
                        "ordering": ["kind", "order", "pk"],
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(("kind__in", ["topic", "outcome", "recommendation"])),
                                name="point_kind_known",
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Role",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
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
                        ("title", iad_portal.lib.text.fields.LineField(max_length=200, verbose_name="role")),
                        (
                            "title_th",
                            iad_portal.lib.text.fields.LineField(max_length=200, null=True, verbose_name="role"),
                        ),
                        (
                            "title_en",
                            iad_portal.lib.text.fields.LineField(max_length=200, null=True, verbose_name="role"),
                        ),
                        (
                            "holder",
                            iad_portal.lib.text.fields.LineField(
                                blank=True, default="", max_length=200, verbose_name="held by"
                            ),
                        ),
                        (
                            "holder_th",
                            iad_portal.lib.text.fields.LineField(
                                blank=True, default="", max_length=200, null=True, verbose_name="held by"
                            ),
                        ),
                        (
                            "holder_en",
                            iad_portal.lib.text.fields.LineField(
                                blank=True, default="", max_length=200, null=True, verbose_name="held by"
                            ),
                        ),
                        (
                            "starts_on",
                            iad_portal.lib.dates.fields.PartialDateField(
                                blank=True, null=True, precision_field="starts_precision", verbose_name="from"
                            ),
                        ),
                        ("starts_precision", iad_portal.lib.dates.fields.PrecisionField()),
                        (
                            "ends_on",
                            iad_portal.lib.dates.fields.PartialDateField(
                                blank=True, null=True, precision_field="ends_precision", verbose_name="to"
                            ),
                        ),
                        ("ends_precision", iad_portal.lib.dates.fields.PrecisionField()),
                        (
                            "network",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="roles",
                                to="networks.network",
                                verbose_name="network",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "role in the network",
                        "verbose_name_plural": "roles in the network",
                        "ordering": [models.OrderBy(models.F("starts_on"), descending=True, nulls_last=True), "pk"],
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("starts_on__isnull", True),
                                    ("ends_on__isnull", True),
                                    ("ends_on__gte", models.F("starts_on")),
                                    ("ends_precision__in", ["month", "year"]),
                                    _connector="OR",
                                ),
                                name="role_end_not_before_start",
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="CommitmentNote",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("noted_on", iad_portal.lib.dates.fields.DayField(verbose_name="as of")),
                        (
                            "state",
                            models.CharField(
                                choices=[
                                    ("agreed", "Agreed"),
                                    ("under_way", "Under way"),
                                    ("done", "Done"),
                                    ("dropped", "Dropped"),
                                ],
                                max_length=10,
                                verbose_name="where it stands",
                            ),
                        ),
                        ("text", iad_portal.lib.text.fields.ProseField(blank=True, default="", verbose_name="note")),
                        (
                            "text_th",
                            iad_portal.lib.text.fields.ProseField(
                                blank=True, default="", null=True, verbose_name="note"
                            ),
                        ),
                        (
                            "text_en",
                            iad_portal.lib.text.fields.ProseField(
                                blank=True, default="", null=True, verbose_name="note"
                            ),
                        ),
                        (
                            "commitment",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="notes",
                                to="networks.commitment",
                                verbose_name="commitment",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "note of progress",
                        "verbose_name_plural": "notes of progress",
                        "ordering": ["-noted_on", "-pk"],
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(("state__in", ["agreed", "under_way", "done", "dropped"])),
                                name="commitment_note_state_known",
                            )
                        ],
                    },
                ),
            ],
        ),
    ]
