"""All tables of the app. A portal made with the older files has them already, and only notes this one."""

import django.core.validators
import django.db.models.deletion
import django.utils.timezone
import simple_history.models
from django.conf import settings
from django.db import migrations, models

import iad_portal.lib.dates.fields
import iad_portal.lib.operations.create_models
import iad_portal.lib.search.lexemes
import iad_portal.lib.text.fields
import iad_portal.office.models.message


class Migration(migrations.Migration):
    replaces = [
        ("iad_portal", "0001_records"),
        ("iad_portal", "0002_scheduled"),
        ("iad_portal", "0003_messages"),
        ("iad_portal", "0004_site_notices"),
        ("iad_portal", "0005_search_index"),
        ("iad_portal", "0006_old_addresses_as_text"),
        ("iad_portal", "0007_sentences_of_constraints"),
        ("iad_portal", "0008_sign_ins"),
        ("iad_portal", "0009_kept_forms"),
        ("iad_portal", "0010_first_published"),
        ("iad_portal", "0011_unshown"),
    ]

    initial = True

    dependencies = [
        ("auth", "0012_alter_user_first_name_max_length"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
        ("relations", "0001_initial"),
    ]

    operations = [
        iad_portal.lib.operations.create_models.CreateModels(
            operations=[
                migrations.CreateModel(
                    name="FirstPassword",
                    fields=[
                        (
                            "user",
                            models.OneToOneField(
                                on_delete=django.db.models.deletion.CASCADE,
                                primary_key=True,
                                related_name="first_password",
                                serialize=False,
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "first password",
                        "verbose_name_plural": "first passwords",
                        "default_permissions": (),
                    },
                ),
                migrations.CreateModel(
                    name="SearchWord",
                    fields=[
                        ("text", models.CharField(max_length=60, primary_key=True, serialize=False)),
                    ],
                    options={
                        "default_permissions": (),
                    },
                ),
                migrations.CreateModel(
                    name="HistoricalMessage",
                    fields=[
                        ("id", models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID")),
                        (
                            "reference",
                            models.CharField(
                                db_index=True,
                                default=iad_portal.office.models.message.new_reference,
                                editable=False,
                                max_length=9,
                                verbose_name="reference number",
                            ),
                        ),
                        (
                            "topic",
                            models.CharField(
                                choices=[
                                    ("question", "A question to the office"),
                                    ("mistake", "A mistake on a page"),
                                    ("media", "A media enquiry"),
                                    ("visit", "A visit or cooperation"),
                                    ("website", "Using this website"),
                                    ("other", "Something else"),
                                ],
                                editable=False,
                                max_length=10,
                                verbose_name="topic",
                            ),
                        ),
                        (
                            "about",
                            models.CharField(
                                blank=True, default="", editable=False, max_length=300, verbose_name="page it is about"
                            ),
                        ),
                        (
                            "language",
                            models.CharField(
                                choices=[("th", "Thai"), ("en", "English")],
                                editable=False,
                                max_length=2,
                                verbose_name="language of the page",
                            ),
                        ),
                        ("sent_at", models.DateTimeField(blank=True, editable=False, verbose_name="received")),
                        (
                            "state",
                            models.CharField(
                                choices=[
                                    ("new", "New"),
                                    ("answered", "Answered"),
                                    ("closed", "Closed without an answer"),
                                ],
                                default="new",
                                max_length=10,
                                verbose_name="state",
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
                            "handled_by",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                editable=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="handled by",
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
                        "verbose_name": "historical message to the office",
                        "verbose_name_plural": "historical messages to the office",
                        "ordering": ("-history_date", "-history_id"),
                        "get_latest_by": ("history_date", "history_id"),
                    },
                    bases=(simple_history.models.HistoricalChanges, models.Model),
                ),
                migrations.CreateModel(
                    name="HistoricalPage",
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
                        ("title", iad_portal.lib.text.fields.LineField(max_length=200, verbose_name="title")),
                        (
                            "title_th",
                            iad_portal.lib.text.fields.LineField(max_length=200, null=True, verbose_name="title"),
                        ),
                        (
                            "title_en",
                            iad_portal.lib.text.fields.LineField(max_length=200, null=True, verbose_name="title"),
                        ),
                        ("lead", iad_portal.lib.text.fields.ProseField(blank=True, default="", verbose_name="lead")),
                        (
                            "lead_th",
                            iad_portal.lib.text.fields.ProseField(
                                blank=True, default="", null=True, verbose_name="lead"
                            ),
                        ),
                        (
                            "lead_en",
                            iad_portal.lib.text.fields.ProseField(
                                blank=True, default="", null=True, verbose_name="lead"
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
                    ],
                    options={
                        "verbose_name": "historical page of the office",
                        "verbose_name_plural": "historical pages of the office",
                        "ordering": ("-history_date", "-history_id"),
                        "get_latest_by": ("history_date", "history_id"),
                    },
                    bases=(simple_history.models.HistoricalChanges, models.Model),
                ),
                migrations.CreateModel(
                    name="HistoricalSiteNotice",
                    fields=[
                        ("id", models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID")),
                        (
                            "kind",
                            models.CharField(
                                choices=[
                                    ("emergency", "Emergency"),
                                    ("closure", "Closure"),
                                    ("mourning", "Mourning"),
                                    ("information", "Announcement"),
                                ],
                                help_text="Mourning also turns the colours of the whole site to greys.",
                                max_length=11,
                                verbose_name="kind",
                            ),
                        ),
                        (
                            "text",
                            iad_portal.lib.text.fields.LineField(
                                help_text="One or two sentences: what is so, and until when.",
                                max_length=300,
                                verbose_name="text",
                            ),
                        ),
                        (
                            "text_th",
                            iad_portal.lib.text.fields.LineField(
                                help_text="One or two sentences: what is so, and until when.",
                                max_length=300,
                                null=True,
                                verbose_name="text",
                            ),
                        ),
                        (
                            "text_en",
                            iad_portal.lib.text.fields.LineField(
                                help_text="One or two sentences: what is so, and until when.",
                                max_length=300,
                                null=True,
                                verbose_name="text",
                            ),
                        ),
                        (
                            "url",
                            models.CharField(
                                blank=True,
                                default="",
                                help_text="Optional: where more is said. A page of this site opens in the reader’s language.",
                                max_length=500,
                                validators=[
                                    django.core.validators.RegexValidator(
                                        "^(https?://[^\\s/]+\\S*|/(?!/)\\S*)\\Z",
                                        "Write an address of this site such as /th/news/, or a whole one with https://.",
                                    )
                                ],
                                verbose_name="leads to",
                            ),
                        ),
                        (
                            "link_label",
                            iad_portal.lib.text.fields.LineField(
                                blank=True, default="", max_length=100, verbose_name="words of the link"
                            ),
                        ),
                        (
                            "link_label_th",
                            iad_portal.lib.text.fields.LineField(
                                blank=True, default="", max_length=100, null=True, verbose_name="words of the link"
                            ),
                        ),
                        (
                            "link_label_en",
                            iad_portal.lib.text.fields.LineField(
                                blank=True, default="", max_length=100, null=True, verbose_name="words of the link"
                            ),
                        ),
                        ("is_on", models.BooleanField(default=False, verbose_name="switched on")),
                        (
                            "starts_at",
                            iad_portal.lib.dates.fields.MomentField(
                                blank=True, help_text="Leave empty to show it at once.", null=True, verbose_name="from"
                            ),
                        ),
                        (
                            "ends_at",
                            iad_portal.lib.dates.fields.MomentField(
                                blank=True,
                                help_text="Leave empty to show it until it is switched off.",
                                null=True,
                                verbose_name="until",
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
                        "verbose_name": "historical notice over the site",
                        "verbose_name_plural": "historical notices over the site",
                        "ordering": ("-history_date", "-history_id"),
                        "get_latest_by": ("history_date", "history_id"),
                    },
                    bases=(simple_history.models.HistoricalChanges, models.Model),
                ),
                migrations.CreateModel(
                    name="KeptForm",
                    fields=[
                        ("key", models.UUIDField(primary_key=True, serialize=False)),
                        ("path", models.CharField(max_length=300)),
                        ("boxes", models.TextField()),
                        ("kept_at", models.DateTimeField(db_index=True, default=django.utils.timezone.now)),
                        (
                            "officer",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                    ],
                    options={
                        "default_permissions": (),
                    },
                ),
                migrations.CreateModel(
                    name="Page",
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
                        ("title", iad_portal.lib.text.fields.LineField(max_length=200, verbose_name="title")),
                        (
                            "title_th",
                            iad_portal.lib.text.fields.LineField(max_length=200, null=True, verbose_name="title"),
                        ),
                        (
                            "title_en",
                            iad_portal.lib.text.fields.LineField(max_length=200, null=True, verbose_name="title"),
                        ),
                        ("lead", iad_portal.lib.text.fields.ProseField(blank=True, default="", verbose_name="lead")),
                        (
                            "lead_th",
                            iad_portal.lib.text.fields.ProseField(
                                blank=True, default="", null=True, verbose_name="lead"
                            ),
                        ),
                        (
                            "lead_en",
                            iad_portal.lib.text.fields.ProseField(
                                blank=True, default="", null=True, verbose_name="lead"
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
                        ("order", models.PositiveSmallIntegerField(default=0, verbose_name="order")),
                    ],
                    options={
                        "verbose_name": "page of the office",
                        "verbose_name_plural": "pages of the office",
                        "ordering": ["order", "pk"],
                        "indexes": [
                            models.Index(
                                condition=models.Q(("publish_at__isnull", False)),
                                fields=["publish_at"],
                                name="page_publish_at",
                            )
                        ],
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(("status__in", ["draft", "published", "withdrawn"])),
                                name="page_status_known",
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="SearchEntry",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("kind", models.CharField(max_length=20)),
                        ("key", models.CharField(max_length=40)),
                        ("publish_at", models.DateTimeField(null=True)),
                        ("is_result", models.BooleanField()),
                        (
                            "day",
                            iad_portal.lib.dates.fields.PartialDateField(null=True, precision_field="day_precision"),
                        ),
                        ("day_precision", iad_portal.lib.dates.fields.PrecisionField()),
                        ("year", models.PositiveSmallIntegerField(null=True)),
                        ("countries", models.CharField(max_length=800)),
                        ("place", models.CharField(max_length=400)),
                        ("edition", models.PositiveSmallIntegerField()),
                        ("tail", models.CharField(max_length=120)),
                        ("title_th", models.CharField(max_length=600)),
                        ("title_en", models.CharField(max_length=600)),
                        ("names", models.TextField()),
                        ("said_th", models.TextField()),
                        ("said_en", models.TextField()),
                        ("words", iad_portal.lib.search.lexemes.LexemesField()),
                    ],
                    options={
                        "default_permissions": (),
                        "constraints": [models.UniqueConstraint(fields=("kind", "key"), name="search_entry_once")],
                    },
                ),
                migrations.CreateModel(
                    name="SignInTry",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("account", models.CharField(max_length=64)),
                        ("sender", models.CharField(max_length=64)),
                        ("at", models.DateTimeField()),
                        ("succeeded", models.BooleanField(default=False)),
                    ],
                    options={
                        "verbose_name": "try to sign in",
                        "verbose_name_plural": "tries to sign in",
                        "default_permissions": (),
                        "indexes": [
                            models.Index(fields=["account", "at"], name="sign_in_account"),
                            models.Index(fields=["sender", "at"], name="sign_in_sender"),
                            models.Index(fields=["at"], name="sign_in_at"),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="SiteNotice",
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
                                    ("emergency", "Emergency"),
                                    ("closure", "Closure"),
                                    ("mourning", "Mourning"),
                                    ("information", "Announcement"),
                                ],
                                help_text="Mourning also turns the colours of the whole site to greys.",
                                max_length=11,
                                verbose_name="kind",
                            ),
                        ),
                        (
                            "text",
                            iad_portal.lib.text.fields.LineField(
                                help_text="One or two sentences: what is so, and until when.",
                                max_length=300,
                                verbose_name="text",
                            ),
                        ),
                        (
                            "text_th",
                            iad_portal.lib.text.fields.LineField(
                                help_text="One or two sentences: what is so, and until when.",
                                max_length=300,
                                null=True,
                                verbose_name="text",
                            ),
                        ),
                        (
                            "text_en",
                            iad_portal.lib.text.fields.LineField(
                                help_text="One or two sentences: what is so, and until when.",
                                max_length=300,
                                null=True,
                                verbose_name="text",
                            ),
                        ),
                        (
                            "url",
                            models.CharField(
                                blank=True,
                                default="",
                                help_text="Optional: where more is said. A page of this site opens in the reader’s language.",
                                max_length=500,
                                validators=[
                                    django.core.validators.RegexValidator(
                                        "^(https?://[^\\s/]+\\S*|/(?!/)\\S*)\\Z",
                                        "Write an address of this site such as /th/news/, or a whole one with https://.",
                                    )
                                ],
                                verbose_name="leads to",
                            ),
                        ),
                        (
                            "link_label",
                            iad_portal.lib.text.fields.LineField(
                                blank=True, default="", max_length=100, verbose_name="words of the link"
                            ),
                        ),
                        (
                            "link_label_th",
                            iad_portal.lib.text.fields.LineField(
                                blank=True, default="", max_length=100, null=True, verbose_name="words of the link"
                            ),
                        ),
                        (
                            "link_label_en",
                            iad_portal.lib.text.fields.LineField(
                                blank=True, default="", max_length=100, null=True, verbose_name="words of the link"
                            ),
                        ),
                        ("is_on", models.BooleanField(default=False, verbose_name="switched on")),
                        (
                            "starts_at",
                            iad_portal.lib.dates.fields.MomentField(
                                blank=True, help_text="Leave empty to show it at once.", null=True, verbose_name="from"
                            ),
                        ),
                        (
                            "ends_at",
                            iad_portal.lib.dates.fields.MomentField(
                                blank=True,
                                help_text="Leave empty to show it until it is switched off.",
                                null=True,
                                verbose_name="until",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "notice over the site",
                        "verbose_name_plural": "notices over the site",
                        "ordering": ["-is_on", "-pk"],
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(("kind__in", ["emergency", "closure", "mourning", "information"])),
                                name="sitenotice_kind_known",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("starts_at__isnull", True),
                                    ("ends_at__isnull", True),
                                    ("ends_at__gt", models.F("starts_at")),
                                    _connector="OR",
                                ),
                                name="sitenotice_ends_after_start",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Unshown",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("kind", models.CharField(max_length=60)),
                        ("key", models.CharField(max_length=40)),
                        ("place", models.CharField(max_length=120)),
                        ("name", models.CharField(max_length=200)),
                        ("error", models.CharField(max_length=300)),
                        ("version", models.PositiveBigIntegerField(default=0)),
                        ("seen_at", models.DateTimeField()),
                    ],
                    options={
                        "default_permissions": (),
                        "constraints": [models.UniqueConstraint(fields=("kind", "key", "place"), name="unshown_once")],
                    },
                ),
                migrations.CreateModel(
                    name="Message",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        (
                            "reference",
                            models.CharField(
                                default=iad_portal.office.models.message.new_reference,
                                editable=False,
                                max_length=9,
                                unique=True,
                                verbose_name="reference number",
                            ),
                        ),
                        (
                            "topic",
                            models.CharField(
                                choices=[
                                    ("question", "A question to the office"),
                                    ("mistake", "A mistake on a page"),
                                    ("media", "A media enquiry"),
                                    ("visit", "A visit or cooperation"),
                                    ("website", "Using this website"),
                                    ("other", "Something else"),
                                ],
                                editable=False,
                                max_length=10,
                                verbose_name="topic",
                            ),
                        ),
                        (
                            "about",
                            models.CharField(
                                blank=True, default="", editable=False, max_length=300, verbose_name="page it is about"
                            ),
                        ),
                        (
                            "text",
                            iad_portal.lib.text.fields.ProseField(
                                editable=False, max_length=5000, verbose_name="message"
                            ),
                        ),
                        (
                            "name",
                            iad_portal.lib.text.fields.LineField(
                                blank=True,
                                default="",
                                editable=False,
                                max_length=150,
                                verbose_name="name of the sender",
                            ),
                        ),
                        (
                            "email",
                            models.EmailField(
                                blank=True,
                                default="",
                                editable=False,
                                max_length=254,
                                verbose_name="e-mail to answer to",
                            ),
                        ),
                        (
                            "language",
                            models.CharField(
                                choices=[("th", "Thai"), ("en", "English")],
                                editable=False,
                                max_length=2,
                                verbose_name="language of the page",
                            ),
                        ),
                        ("sent_at", models.DateTimeField(auto_now_add=True, verbose_name="received")),
                        (
                            "state",
                            models.CharField(
                                choices=[
                                    ("new", "New"),
                                    ("answered", "Answered"),
                                    ("closed", "Closed without an answer"),
                                ],
                                default="new",
                                max_length=10,
                                verbose_name="state",
                            ),
                        ),
                        (
                            "note",
                            iad_portal.lib.text.fields.ProseField(
                                blank=True, default="", help_text="For officers only.", verbose_name="officer’s note"
                            ),
                        ),
                        (
                            "handled_by",
                            models.ForeignKey(
                                blank=True,
                                editable=False,
                                null=True,
                                on_delete=django.db.models.deletion.SET_NULL,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="handled by",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "message to the office",
                        "verbose_name_plural": "messages to the office",
                        "ordering": ["-sent_at", "-pk"],
                        "indexes": [models.Index(fields=["state", "-sent_at"], name="message_state_sent")],
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("topic__in", ["question", "mistake", "media", "visit", "website", "other"])
                                ),
                                name="message_topic_known",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("state__in", ["new", "answered", "closed"])),
                                name="message_state_known",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="SearchSlip",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("slip", models.CharField(db_index=True, max_length=60)),
                        (
                            "word",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="slips",
                                to="iad_portal.searchword",
                            ),
                        ),
                    ],
                    options={
                        "default_permissions": (),
                        "constraints": [models.UniqueConstraint(fields=("word", "slip"), name="search_slip_once")],
                    },
                ),
            ],
        ),
    ]
