"""All tables of the app. A portal made with the older files has them already, and only notes this one."""

from decimal import Decimal

import django.core.validators
import django.db.models.deletion
import simple_history.models
from django.conf import settings
from django.db import migrations, models

import iad_portal.lib.dates.fields
import iad_portal.lib.dates.fiscal_years
import iad_portal.lib.operations.create_models
import iad_portal.lib.text.fields


class Migration(migrations.Migration):
    replaces = [
        ("plans", "0001_records"),
        ("plans", "0002_scheduled"),
        ("plans", "0003_mend_fiscal_years"),
        ("plans", "0004_fiscal_year"),
        ("plans", "0005_sentences_of_constraints"),
        ("plans", "0006_month_field"),
        ("plans", "0007_first_published"),
    ]

    initial = True

    dependencies = [
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
        ("networks", "0001_initial"),
        ("relations", "0001_initial"),
    ]

    operations = [
        iad_portal.lib.operations.create_models.CreateModels(
            operations=[
                migrations.CreateModel(
                    name="HistoricalPlan",
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
                                    ("administration_plan", "Administration plan"),
                                    ("long_term_plan", "Long-term plan"),
                                    ("strategy", "Strategy"),
                                    ("action_plan", "Action plan"),
                                    ("annual_plan", "Plan of a fiscal year"),
                                    ("monthly_plan", "Monthly plan"),
                                    ("policy", "Policy"),
                                    ("register", "Project register"),
                                ],
                                max_length=20,
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
                            "fiscal_year",
                            iad_portal.lib.dates.fiscal_years.FiscalYearField(
                                blank=True, null=True, verbose_name="fiscal year"
                            ),
                        ),
                        (
                            "month",
                            iad_portal.lib.dates.fields.MonthField(
                                blank=True, help_text="For a monthly plan: its month.", null=True, verbose_name="month"
                            ),
                        ),
                        (
                            "period_from",
                            iad_portal.lib.dates.fields.PartialDateField(
                                blank=True, null=True, precision_field="period_from_precision", verbose_name="from"
                            ),
                        ),
                        ("period_from_precision", iad_portal.lib.dates.fields.PrecisionField()),
                        (
                            "period_to",
                            iad_portal.lib.dates.fields.PartialDateField(
                                blank=True, null=True, precision_field="period_to_precision", verbose_name="to"
                            ),
                        ),
                        ("period_to_precision", iad_portal.lib.dates.fields.PrecisionField()),
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
                    ],
                    options={
                        "verbose_name": "historical plan",
                        "verbose_name_plural": "historical plans",
                        "ordering": ("-history_date", "-history_id"),
                        "get_latest_by": ("history_date", "history_id"),
                    },
                    bases=(simple_history.models.HistoricalChanges, models.Model),
                ),
                migrations.CreateModel(
                    name="Plan",
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
                                    ("administration_plan", "Administration plan"),
                                    ("long_term_plan", "Long-term plan"),
                                    ("strategy", "Strategy"),
                                    ("action_plan", "Action plan"),
                                    ("annual_plan", "Plan of a fiscal year"),
                                    ("monthly_plan", "Monthly plan"),
                                    ("policy", "Policy"),
                                    ("register", "Project register"),
                                ],
                                max_length=20,
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
                            "fiscal_year",
                            iad_portal.lib.dates.fiscal_years.FiscalYearField(
                                blank=True, null=True, verbose_name="fiscal year"
                            ),
                        ),
                        (
                            "month",
                            iad_portal.lib.dates.fields.MonthField(
                                blank=True, help_text="For a monthly plan: its month.", null=True, verbose_name="month"
                            ),
                        ),
                        (
                            "period_from",
                            iad_portal.lib.dates.fields.PartialDateField(
                                blank=True, null=True, precision_field="period_from_precision", verbose_name="from"
                            ),
                        ),
                        ("period_from_precision", iad_portal.lib.dates.fields.PrecisionField()),
                        (
                            "period_to",
                            iad_portal.lib.dates.fields.PartialDateField(
                                blank=True, null=True, precision_field="period_to_precision", verbose_name="to"
                            ),
                        ),
                        ("period_to_precision", iad_portal.lib.dates.fields.PrecisionField()),
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
                            "supersedes",
                            models.ManyToManyField(
                                blank=True, related_name="superseded_by", to="plans.plan", verbose_name="supersedes"
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "plan",
                        "verbose_name_plural": "plans",
                        "ordering": [models.OrderBy(models.F("period_from"), descending=True, nulls_last=True), "slug"],
                        "indexes": [
                            models.Index(
                                condition=models.Q(("publish_at__isnull", False)),
                                fields=["publish_at"],
                                name="plan_publish_at",
                            )
                        ],
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(("status__in", ["draft", "published", "withdrawn"])),
                                name="plan_status_known",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    (
                                        "kind__in",
                                        [
                                            "administration_plan",
                                            "long_term_plan",
                                            "strategy",
                                            "action_plan",
                                            "annual_plan",
                                            "monthly_plan",
                                            "policy",
                                            "register",
                                        ],
                                    )
                                ),
                                name="plan_kind_known",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("period_from__isnull", True),
                                    ("period_to__isnull", True),
                                    ("period_to__gte", models.F("period_from")),
                                    ("period_to_precision__in", ["month", "year"]),
                                    _connector="OR",
                                ),
                                name="plan_end_not_before_start",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("kind", "monthly_plan"), ("month__isnull", False)),
                                    models.Q(
                                        models.Q(("kind", "monthly_plan"), _negated=True), ("month__isnull", True)
                                    ),
                                    _connector="OR",
                                ),
                                name="plan_month_when_monthly",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("fiscal_year__isnull", True), ("fiscal_year__range", (1900, 2100)), _connector="OR"
                                ),
                                name="plan_fiscal_year_plausible",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="HistoricalProject",
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
                        ("slug", models.SlugField(max_length=80, verbose_name="code")),
                        (
                            "order",
                            models.PositiveSmallIntegerField(blank=True, null=True, verbose_name="number in the plan"),
                        ),
                        (
                            "official_code",
                            iad_portal.lib.text.fields.LineField(
                                blank=True, default="", max_length=60, verbose_name="project code"
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
                            "budget_thb",
                            models.DecimalField(
                                blank=True, decimal_places=2, max_digits=16, null=True, verbose_name="budget (baht)"
                            ),
                        ),
                        (
                            "spent_thb",
                            models.DecimalField(
                                blank=True, decimal_places=2, max_digits=16, null=True, verbose_name="spent (baht)"
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
                        (
                            "revision",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT, related_name="+", to="relations.revision"
                            ),
                        ),
                        (
                            "plan",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="plans.plan",
                                verbose_name="plan",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "historical project",
                        "verbose_name_plural": "historical projects",
                        "ordering": ("-history_date", "-history_id"),
                        "get_latest_by": ("history_date", "history_id"),
                    },
                    bases=(simple_history.models.HistoricalChanges, models.Model),
                ),
                migrations.CreateModel(
                    name="HistoricalPlan_supersedes",
                    fields=[
                        ("id", models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID")),
                        ("m2m_history_id", models.AutoField(primary_key=True, serialize=False)),
                        (
                            "history",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                to="plans.historicalplan",
                            ),
                        ),
                        (
                            "from_plan",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                db_tablespace="",
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="plans.plan",
                            ),
                        ),
                        (
                            "to_plan",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                db_tablespace="",
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="plans.plan",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "HistoricalPlan_supersedes",
                    },
                    bases=(simple_history.models.HistoricalChanges, models.Model),
                ),
                migrations.CreateModel(
                    name="Project",
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
                        ("slug", models.SlugField(max_length=80, unique=True, verbose_name="code")),
                        (
                            "order",
                            models.PositiveSmallIntegerField(blank=True, null=True, verbose_name="number in the plan"),
                        ),
                        (
                            "official_code",
                            iad_portal.lib.text.fields.LineField(
                                blank=True, default="", max_length=60, verbose_name="project code"
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
                            "budget_thb",
                            models.DecimalField(
                                blank=True, decimal_places=2, max_digits=16, null=True, verbose_name="budget (baht)"
                            ),
                        ),
                        (
                            "spent_thb",
                            models.DecimalField(
                                blank=True, decimal_places=2, max_digits=16, null=True, verbose_name="spent (baht)"
                            ),
                        ),
                        (
                            "agencies",
                            models.ManyToManyField(
                                blank=True, related_name="projects", to="relations.agency", verbose_name="agencies"
                            ),
                        ),
                        (
                            "cities",
                            models.ManyToManyField(
                                blank=True, related_name="projects", to="relations.city", verbose_name="partner cities"
                            ),
                        ),
                        (
                            "commitment",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="projects",
                                to="networks.commitment",
                                verbose_name="commitment",
                            ),
                        ),
                        (
                            "meeting",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="projects",
                                to="networks.meeting",
                                verbose_name="meeting",
                            ),
                        ),
                        (
                            "plan",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="projects",
                                to="plans.plan",
                                verbose_name="plan",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "project",
                        "verbose_name_plural": "projects",
                        "ordering": [models.OrderBy(models.F("order"), nulls_last=True), "pk"],
                        "indexes": [
                            models.Index(
                                condition=models.Q(("publish_at__isnull", False)),
                                fields=["publish_at"],
                                name="project_publish_at",
                            )
                        ],
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(("status__in", ["draft", "published", "withdrawn"])),
                                name="project_status_known",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("starts_on__isnull", True),
                                    ("ends_on__isnull", True),
                                    ("ends_on__gte", models.F("starts_on")),
                                    ("ends_precision__in", ["month", "year"]),
                                    _connector="OR",
                                ),
                                name="project_end_not_before_start",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("budget_thb__isnull", True), ("budget_thb__gte", Decimal("0")), _connector="OR"
                                ),
                                name="project_budget_not_negative",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("spent_thb__isnull", True), ("spent_thb__gte", Decimal("0")), _connector="OR"
                                ),
                                name="project_spent_not_negative",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="HistoricalProjectProgress",
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
                            "as_of",
                            iad_portal.lib.dates.fields.PartialDateField(
                                blank=True, null=True, precision_field="as_of_precision", verbose_name="as of"
                            ),
                        ),
                        ("as_of_precision", iad_portal.lib.dates.fields.PrecisionField()),
                        ("percent", models.PositiveSmallIntegerField(verbose_name="progress (per cent)")),
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
                            "project",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="plans.project",
                                verbose_name="project",
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
                    name="HistoricalProject_cities",
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
                            "history",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                to="plans.historicalproject",
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
                        "verbose_name": "HistoricalProject_cities",
                    },
                    bases=(simple_history.models.HistoricalChanges, models.Model),
                ),
                migrations.CreateModel(
                    name="HistoricalProject_agencies",
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
                            "history",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                to="plans.historicalproject",
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
                        "verbose_name": "HistoricalProject_agencies",
                    },
                    bases=(simple_history.models.HistoricalChanges, models.Model),
                ),
                migrations.CreateModel(
                    name="ProjectProgress",
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
                            "as_of",
                            iad_portal.lib.dates.fields.PartialDateField(
                                blank=True, null=True, precision_field="as_of_precision", verbose_name="as of"
                            ),
                        ),
                        ("as_of_precision", iad_portal.lib.dates.fields.PrecisionField()),
                        ("percent", models.PositiveSmallIntegerField(verbose_name="progress (per cent)")),
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
                            "project",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="notes",
                                to="plans.project",
                                verbose_name="project",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "note of progress",
                        "verbose_name_plural": "notes of progress",
                        "ordering": [models.OrderBy(models.F("as_of"), descending=True, nulls_last=True), "-pk"],
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(("percent__range", (0, 100))), name="progress_within_hundred"
                            )
                        ],
                    },
                ),
            ],
        ),
    ]
