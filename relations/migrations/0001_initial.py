"""All tables of the app. A portal made with the older files has them already, and only notes this one."""

import django.core.validators
import django.db.models.deletion
import django.db.models.functions.comparison
import django.utils.timezone
import simple_history.models
from django.conf import settings
from django.db import migrations, models

import iad_portal.lib.dates.fields
import iad_portal.lib.intake.coordinate_fields
import iad_portal.lib.media.upload_fields
import iad_portal.lib.operations.create_models
import iad_portal.lib.text.fields
import iad_portal.lib.text.languages


class Migration(migrations.Migration):
    replaces = [
        ("relations", "0001_records"),
        ("relations", "0002_scheduled"),
        ("relations", "0003_whole_places"),
        ("relations", "0004_kept_upload"),
        ("relations", "0005_sentences_of_constraints"),
        ("relations", "0006_coordinates"),
        ("relations", "0007_dates_in_order"),
        ("relations", "0008_mend_languages"),
        ("relations", "0009_languages"),
        ("relations", "0010_first_published"),
        ("relations", "0011_exchange_subjects"),
        ("relations", "0012_names_over_time"),
    ]

    initial = True

    dependencies = [
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
        ("contenttypes", "0002_remove_content_type_name"),
    ]

    operations = [
        iad_portal.lib.operations.create_models.CreateModels(
            operations=[
                migrations.CreateModel(
                    name="City",
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
                            "latitude",
                            iad_portal.lib.intake.coordinate_fields.CoordinateField(
                                axis="latitude",
                                blank=True,
                                decimal_places=5,
                                max_digits=8,
                                null=True,
                                verbose_name="latitude",
                            ),
                        ),
                        (
                            "longitude",
                            iad_portal.lib.intake.coordinate_fields.CoordinateField(
                                axis="longitude",
                                blank=True,
                                decimal_places=5,
                                max_digits=8,
                                null=True,
                                verbose_name="longitude",
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
                        ("name", iad_portal.lib.text.fields.LineField(max_length=160, verbose_name="name")),
                        (
                            "name_th",
                            iad_portal.lib.text.fields.LineField(max_length=160, null=True, verbose_name="name"),
                        ),
                        (
                            "name_en",
                            iad_portal.lib.text.fields.LineField(max_length=160, null=True, verbose_name="name"),
                        ),
                        (
                            "kind",
                            models.CharField(
                                choices=[
                                    ("home", "Bangkok (the home city)"),
                                    ("capital", "Capital city"),
                                    ("city", "City"),
                                    ("prefecture", "Prefecture"),
                                    ("province", "Province"),
                                ],
                                default="city",
                                max_length=12,
                                verbose_name="kind",
                            ),
                        ),
                        (
                            "pin_place",
                            iad_portal.lib.text.fields.LineField(
                                blank=True,
                                help_text="For a province: the city whose place the map shows.",
                                max_length=160,
                                verbose_name="where the pin stands",
                            ),
                        ),
                        (
                            "pin_place_th",
                            iad_portal.lib.text.fields.LineField(
                                blank=True,
                                help_text="For a province: the city whose place the map shows.",
                                max_length=160,
                                null=True,
                                verbose_name="where the pin stands",
                            ),
                        ),
                        (
                            "pin_place_en",
                            iad_portal.lib.text.fields.LineField(
                                blank=True,
                                help_text="For a province: the city whose place the map shows.",
                                max_length=160,
                                null=True,
                                verbose_name="where the pin stands",
                            ),
                        ),
                        ("website", models.URLField(blank=True, max_length=300, verbose_name="website")),
                        (
                            "office_order",
                            models.PositiveSmallIntegerField(
                                blank=True,
                                help_text="As printed on the old site's list of 32.",
                                null=True,
                                verbose_name="place on the office's published list",
                            ),
                        ),
                        (
                            "profile",
                            iad_portal.lib.text.fields.RichTextField(blank=True, default="", verbose_name="profile"),
                        ),
                        (
                            "profile_th",
                            iad_portal.lib.text.fields.RichTextField(
                                blank=True, default="", null=True, verbose_name="profile"
                            ),
                        ),
                        (
                            "profile_en",
                            iad_portal.lib.text.fields.RichTextField(
                                blank=True, default="", null=True, verbose_name="profile"
                            ),
                        ),
                        ("sort_th", iad_portal.lib.text.fields.SortKeyField(language="th", source="name")),
                        ("sort_en", iad_portal.lib.text.fields.SortKeyField(language="en", source="name")),
                        (
                            "country",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="cities",
                                to="relations.country",
                                verbose_name="country",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "city",
                        "verbose_name_plural": "cities",
                        "ordering": ["sort_th", "pk"],
                        "indexes": [
                            models.Index(
                                condition=models.Q(("publish_at__isnull", False)),
                                fields=["publish_at"],
                                name="city_publish_at",
                            )
                        ],
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(("status__in", ["draft", "published", "withdrawn"])),
                                name="city_status_known",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("kind__in", ["home", "capital", "city", "prefecture", "province"])),
                                name="city_kind_known",
                            ),
                            models.UniqueConstraint(
                                condition=models.Q(("kind", "home")), fields=("kind",), name="city_one_home"
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("latitude__isnull", True), ("longitude__isnull", True)),
                                    models.Q(
                                        ("latitude__isnull", False),
                                        ("longitude__isnull", False),
                                        ("latitude__range", (-90, 90)),
                                        ("longitude__range", (-180, 180)),
                                    ),
                                    _connector="OR",
                                ),
                                name="city_place_on_earth",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Person",
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
                        ("slug", models.SlugField(max_length=80, unique=True, verbose_name="code")),
                        (
                            "rank",
                            iad_portal.lib.text.fields.LineField(
                                blank=True, max_length=80, verbose_name="rank or title"
                            ),
                        ),
                        (
                            "rank_th",
                            iad_portal.lib.text.fields.LineField(
                                blank=True, max_length=80, null=True, verbose_name="rank or title"
                            ),
                        ),
                        (
                            "rank_en",
                            iad_portal.lib.text.fields.LineField(
                                blank=True, max_length=80, null=True, verbose_name="rank or title"
                            ),
                        ),
                        ("name", iad_portal.lib.text.fields.LineField(max_length=160, verbose_name="name")),
                        (
                            "name_th",
                            iad_portal.lib.text.fields.LineField(max_length=160, null=True, verbose_name="name"),
                        ),
                        (
                            "name_en",
                            iad_portal.lib.text.fields.LineField(max_length=160, null=True, verbose_name="name"),
                        ),
                        ("sort_th", iad_portal.lib.text.fields.SortKeyField(language="th", source="name")),
                        ("sort_en", iad_portal.lib.text.fields.SortKeyField(language="en", source="name")),
                    ],
                    options={
                        "verbose_name": "person",
                        "verbose_name_plural": "people",
                        "ordering": ["sort_th", "pk"],
                    },
                ),
                migrations.CreateModel(
                    name="Agency",
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
                        ("slug", models.SlugField(max_length=40, unique=True, verbose_name="code")),
                        ("name", iad_portal.lib.text.fields.LineField(max_length=200, verbose_name="name")),
                        (
                            "name_th",
                            iad_portal.lib.text.fields.LineField(max_length=200, null=True, verbose_name="name"),
                        ),
                        (
                            "name_en",
                            iad_portal.lib.text.fields.LineField(max_length=200, null=True, verbose_name="name"),
                        ),
                        (
                            "kind",
                            models.CharField(
                                choices=[("office", "Office"), ("department", "Department")],
                                max_length=10,
                                verbose_name="kind",
                            ),
                        ),
                        (
                            "parent_name",
                            iad_portal.lib.text.fields.LineField(blank=True, max_length=200, verbose_name="belongs to"),
                        ),
                        (
                            "parent_name_th",
                            iad_portal.lib.text.fields.LineField(
                                blank=True, max_length=200, null=True, verbose_name="belongs to"
                            ),
                        ),
                        (
                            "parent_name_en",
                            iad_portal.lib.text.fields.LineField(
                                blank=True, max_length=200, null=True, verbose_name="belongs to"
                            ),
                        ),
                        (
                            "desk",
                            iad_portal.lib.text.fields.LineField(
                                blank=True,
                                help_text="The public desk for foreign affairs, not a person.",
                                max_length=200,
                                verbose_name="focal-point desk",
                            ),
                        ),
                        (
                            "desk_th",
                            iad_portal.lib.text.fields.LineField(
                                blank=True,
                                help_text="The public desk for foreign affairs, not a person.",
                                max_length=200,
                                null=True,
                                verbose_name="focal-point desk",
                            ),
                        ),
                        (
                            "desk_en",
                            iad_portal.lib.text.fields.LineField(
                                blank=True,
                                help_text="The public desk for foreign affairs, not a person.",
                                max_length=200,
                                null=True,
                                verbose_name="focal-point desk",
                            ),
                        ),
                        (
                            "phone",
                            iad_portal.lib.text.fields.LineField(blank=True, max_length=60, verbose_name="telephone"),
                        ),
                        ("email", models.EmailField(blank=True, max_length=254, verbose_name="e-mail")),
                        ("address", iad_portal.lib.text.fields.ProseField(blank=True, verbose_name="address")),
                        (
                            "address_th",
                            iad_portal.lib.text.fields.ProseField(blank=True, null=True, verbose_name="address"),
                        ),
                        (
                            "address_en",
                            iad_portal.lib.text.fields.ProseField(blank=True, null=True, verbose_name="address"),
                        ),
                        ("website", models.URLField(blank=True, max_length=300, verbose_name="website")),
                        ("social", models.URLField(blank=True, max_length=300, verbose_name="social media page")),
                        ("sort_th", iad_portal.lib.text.fields.SortKeyField(language="th", source="name")),
                        ("sort_en", iad_portal.lib.text.fields.SortKeyField(language="en", source="name")),
                    ],
                    options={
                        "verbose_name": "agency",
                        "verbose_name_plural": "agencies",
                        "ordering": ["sort_th", "pk"],
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(("kind__in", ["office", "department"])), name="agency_kind_known"
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Agreement",
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
                            "number",
                            models.PositiveIntegerField(
                                help_text="Never given again, never changed: it is the end of the address.",
                                unique=True,
                                verbose_name="permanent number",
                            ),
                        ),
                        (
                            "instrument",
                            models.CharField(
                                choices=[
                                    ("sister_city", "Sister city agreement"),
                                    ("friendship_city", "Friendship city agreement"),
                                    ("friendship_agreement", "Friendship agreement"),
                                    ("cooperation_agreement", "Cooperation agreement"),
                                    ("mou", "Memorandum of understanding"),
                                    ("protocol", "Protocol"),
                                    ("reaffirmation", "Reaffirmation of ties"),
                                    ("cooperation_programme", "Programme of cooperation"),
                                    ("letter_of_intent", "Letter of intent"),
                                    ("joint_statement", "Joint statement"),
                                    ("not_stated", "Form not stated"),
                                ],
                                max_length=24,
                                verbose_name="instrument",
                            ),
                        ),
                        (
                            "original_title",
                            iad_portal.lib.text.fields.LineField(
                                blank=True,
                                help_text="As printed on the paper, in its own language.",
                                max_length=300,
                                verbose_name="original title",
                            ),
                        ),
                        (
                            "original_language",
                            iad_portal.lib.text.languages.LanguageField(
                                blank=True, max_length=10, verbose_name="language of the original title"
                            ),
                        ),
                        (
                            "title",
                            iad_portal.lib.text.fields.LineField(
                                blank=True,
                                help_text="A plain rendering of the original title.",
                                max_length=300,
                                verbose_name="title",
                            ),
                        ),
                        (
                            "title_th",
                            iad_portal.lib.text.fields.LineField(
                                blank=True,
                                help_text="A plain rendering of the original title.",
                                max_length=300,
                                null=True,
                                verbose_name="title",
                            ),
                        ),
                        (
                            "title_en",
                            iad_portal.lib.text.fields.LineField(
                                blank=True,
                                help_text="A plain rendering of the original title.",
                                max_length=300,
                                null=True,
                                verbose_name="title",
                            ),
                        ),
                        (
                            "signed_on",
                            iad_portal.lib.dates.fields.PartialDateField(
                                blank=True, null=True, precision_field="signed_precision", verbose_name="signed on"
                            ),
                        ),
                        ("signed_precision", iad_portal.lib.dates.fields.PrecisionField()),
                        (
                            "place",
                            iad_portal.lib.text.fields.LineField(blank=True, max_length=200, verbose_name="signed at"),
                        ),
                        (
                            "place_th",
                            iad_portal.lib.text.fields.LineField(
                                blank=True, max_length=200, null=True, verbose_name="signed at"
                            ),
                        ),
                        (
                            "place_en",
                            iad_portal.lib.text.fields.LineField(
                                blank=True, max_length=200, null=True, verbose_name="signed at"
                            ),
                        ),
                        (
                            "cooperation",
                            iad_portal.lib.text.fields.ProseField(
                                blank=True, default="", verbose_name="fields of cooperation"
                            ),
                        ),
                        (
                            "cooperation_th",
                            iad_portal.lib.text.fields.ProseField(
                                blank=True, default="", null=True, verbose_name="fields of cooperation"
                            ),
                        ),
                        (
                            "cooperation_en",
                            iad_portal.lib.text.fields.ProseField(
                                blank=True, default="", null=True, verbose_name="fields of cooperation"
                            ),
                        ),
                        (
                            "effective_on",
                            iad_portal.lib.dates.fields.PartialDateField(
                                blank=True,
                                help_text="Leave empty when it binds from the day of signing.",
                                null=True,
                                precision_field="effective_precision",
                                verbose_name="in force from",
                            ),
                        ),
                        ("effective_precision", iad_portal.lib.dates.fields.PrecisionField()),
                        (
                            "expires_on",
                            iad_portal.lib.dates.fields.PartialDateField(
                                blank=True,
                                null=True,
                                precision_field="expires_precision",
                                verbose_name="in force until",
                            ),
                        ),
                        ("expires_precision", iad_portal.lib.dates.fields.PrecisionField()),
                        (
                            "renews_itself",
                            models.BooleanField(
                                default=False,
                                help_text="It goes on past its term until one side gives notice.",
                                verbose_name="renews itself",
                            ),
                        ),
                        (
                            "notice_months",
                            models.PositiveSmallIntegerField(blank=True, null=True, verbose_name="notice (months)"),
                        ),
                        (
                            "terminated_on",
                            iad_portal.lib.dates.fields.DayField(blank=True, null=True, verbose_name="terminated on"),
                        ),
                        (
                            "announced_ordinal",
                            models.PositiveSmallIntegerField(
                                blank=True,
                                help_text="As quoted then (“the 24th sister city”). The portal computes no ordinal while dates are missing.",
                                null=True,
                                verbose_name="ordinal announced at the time",
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
                            "renews",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="renewed_by",
                                to="relations.agreement",
                                verbose_name="renews",
                            ),
                        ),
                        (
                            "city",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="agreements",
                                to="relations.city",
                                verbose_name="partner city",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "agreement",
                        "verbose_name_plural": "agreements",
                        "ordering": ["number"],
                        "indexes": [
                            models.Index(
                                condition=models.Q(("publish_at__isnull", False)),
                                fields=["publish_at"],
                                name="agreement_publish_at",
                            )
                        ],
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(
                                    (
                                        "original_language__in",
                                        [
                                            "",
                                            "aa",
                                            "ab",
                                            "ae",
                                            "af",
                                            "ak",
                                            "am",
                                            "an",
                                            "ar",
                                            "as",
                                            "av",
                                            "ay",
                                            "az",
                                            "ba",
                                            "be",
                                            "bg",
                                            "bi",
                                            "bm",
                                            "bn",
                                            "bo",
                                            "br",
                                            "bs",
                                            "ca",
                                            "ce",
                                            "ceb",
                                            "ch",
                                            "co",
                                            "cr",
                                            "cs",
                                            "cu",
                                            "cv",
                                            "cy",
                                            "da",
                                            "de",
                                            "dv",
                                            "dz",
                                            "ee",
                                            "el",
                                            "en",
                                            "eo",
                                            "es",
                                            "et",
                                            "eu",
                                            "fa",
                                            "ff",
                                            "fi",
                                            "fil",
                                            "fj",
                                            "fo",
                                            "fr",
                                            "fy",
                                            "ga",
                                            "gd",
                                            "gl",
                                            "gn",
                                            "gu",
                                            "gv",
                                            "ha",
                                            "hak",
                                            "he",
                                            "hi",
                                            "ho",
                                            "hr",
                                            "ht",
                                            "hu",
                                            "hy",
                                            "hz",
                                            "ia",
                                            "id",
                                            "ie",
                                            "ig",
                                            "ii",
                                            "ik",
                                            "io",
                                            "is",
                                            "it",
                                            "iu",
                                            "ja",
                                            "jv",
                                            "ka",
                                            "kg",
                                            "ki",
                                            "kj",
                                            "kk",
                                            "kl",
                                            "km",
                                            "kn",
                                            "ko",
                                            "kr",
                                            "ks",
                                            "ksw",
                                            "ku",
                                            "kv",
                                            "kw",
                                            "ky",
                                            "la",
                                            "lb",
                                            "lg",
                                            "li",
                                            "ln",
                                            "lo",
                                            "lt",
                                            "lu",
                                            "lv",
                                            "mg",
                                            "mh",
                                            "mi",
                                            "mk",
                                            "ml",
                                            "mn",
                                            "mnw",
                                            "mr",
                                            "ms",
                                            "mt",
                                            "mul",
                                            "my",
                                            "na",
                                            "nan",
                                            "nb",
                                            "nd",
                                            "ne",
                                            "ng",
                                            "nl",
                                            "nn",
                                            "no",
                                            "nr",
                                            "nv",
                                            "ny",
                                            "oc",
                                            "oj",
                                            "om",
                                            "or",
                                            "os",
                                            "pa",
                                            "pi",
                                            "pl",
                                            "ps",
                                            "pt",
                                            "qu",
                                            "rm",
                                            "rn",
                                            "ro",
                                            "ru",
                                            "rw",
                                            "sa",
                                            "sc",
                                            "sd",
                                            "se",
                                            "sg",
                                            "shn",
                                            "si",
                                            "sk",
                                            "sl",
                                            "sm",
                                            "sn",
                                            "so",
                                            "sq",
                                            "sr",
                                            "ss",
                                            "st",
                                            "su",
                                            "sv",
                                            "sw",
                                            "ta",
                                            "te",
                                            "tet",
                                            "tg",
                                            "th",
                                            "ti",
                                            "tk",
                                            "tn",
                                            "to",
                                            "tr",
                                            "ts",
                                            "tt",
                                            "tw",
                                            "ty",
                                            "ug",
                                            "uk",
                                            "und",
                                            "ur",
                                            "uz",
                                            "ve",
                                            "vi",
                                            "vo",
                                            "wa",
                                            "wo",
                                            "wuu",
                                            "xh",
                                            "yi",
                                            "yo",
                                            "yue",
                                            "za",
                                            "zh",
                                            "zu",
                                        ],
                                    )
                                ),
                                name="agreement_language_known",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("status__in", ["draft", "published", "withdrawn"])),
                                name="agreement_status_known",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    (
                                        "instrument__in",
                                        [
                                            "sister_city",
                                            "friendship_city",
                                            "friendship_agreement",
                                            "cooperation_agreement",
                                            "mou",
                                            "protocol",
                                            "reaffirmation",
                                            "cooperation_programme",
                                            "letter_of_intent",
                                            "joint_statement",
                                            "not_stated",
                                        ],
                                    )
                                ),
                                name="agreement_instrument_known",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("signed_precision__in", ["day", "month", "year", ""])),
                                name="agreement_signed_precision",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("signed_on__isnull", True),
                                    ("expires_on__isnull", True),
                                    ("expires_on__gte", models.F("signed_on")),
                                    ("expires_precision__in", ["month", "year"]),
                                    _connector="OR",
                                ),
                                name="agreement_end_not_before_signing",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("effective_on__isnull", True),
                                    ("expires_on__isnull", True),
                                    ("expires_on__gte", models.F("effective_on")),
                                    ("expires_precision__in", ["month", "year"]),
                                    _connector="OR",
                                ),
                                name="agreement_end_not_before_start",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("signed_on__isnull", True),
                                    ("terminated_on__isnull", True),
                                    ("terminated_on__gte", models.F("signed_on")),
                                    _connector="OR",
                                ),
                                name="agreement_terminated_after_signing",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("effective_on__isnull", True),
                                    ("terminated_on__isnull", True),
                                    ("terminated_on__gte", models.F("effective_on")),
                                    _connector="OR",
                                ),
                                name="agreement_terminated_after_start",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("number__gte", 1)), name="agreement_number_from_one"
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("renews__isnull", True),
                                    models.Q(("renews", models.F("pk")), _negated=True),
                                    _connector="OR",
                                ),
                                name="agreement_renews_another",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Country",
                    fields=[
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
                            "iso",
                            models.CharField(max_length=2, primary_key=True, serialize=False, verbose_name="ISO code"),
                        ),
                        (
                            "iso3",
                            models.CharField(
                                blank=True, max_length=3, null=True, unique=True, verbose_name="three-letter ISO code"
                            ),
                        ),
                        ("name", iad_portal.lib.text.fields.LineField(max_length=120, verbose_name="short name")),
                        (
                            "name_th",
                            iad_portal.lib.text.fields.LineField(max_length=120, null=True, verbose_name="short name"),
                        ),
                        (
                            "name_en",
                            iad_portal.lib.text.fields.LineField(max_length=120, null=True, verbose_name="short name"),
                        ),
                        (
                            "formal_name",
                            iad_portal.lib.text.fields.LineField(
                                blank=True, max_length=200, verbose_name="formal name"
                            ),
                        ),
                        (
                            "formal_name_th",
                            iad_portal.lib.text.fields.LineField(
                                blank=True, max_length=200, null=True, verbose_name="formal name"
                            ),
                        ),
                        (
                            "formal_name_en",
                            iad_portal.lib.text.fields.LineField(
                                blank=True, max_length=200, null=True, verbose_name="formal name"
                            ),
                        ),
                        (
                            "region",
                            models.CharField(
                                choices=[
                                    ("asean", "ASEAN"),
                                    ("east_asia", "East Asia"),
                                    ("south_asia", "South Asia"),
                                    ("central_asia", "Central Asia"),
                                    ("middle_east", "Middle East"),
                                    ("europe", "Europe"),
                                    ("americas", "Americas"),
                                    ("africa", "Africa"),
                                    ("oceania", "Oceania"),
                                ],
                                max_length=20,
                                verbose_name="region",
                            ),
                        ),
                        ("sort_th", iad_portal.lib.text.fields.SortKeyField(language="th", source="name")),
                        ("sort_en", iad_portal.lib.text.fields.SortKeyField(language="en", source="name")),
                    ],
                    options={
                        "verbose_name": "country",
                        "verbose_name_plural": "countries",
                        "ordering": ["sort_th", "pk"],
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(
                                    (
                                        "region__in",
                                        [
                                            "asean",
                                            "east_asia",
                                            "south_asia",
                                            "central_asia",
                                            "middle_east",
                                            "europe",
                                            "americas",
                                            "africa",
                                            "oceania",
                                        ],
                                    )
                                ),
                                name="country_region_known",
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Document",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("subject_id", models.CharField(max_length=40, verbose_name="record")),
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
                        ("upload_key", models.UUIDField(db_index=True, editable=False, null=True)),
                        ("sha256", models.CharField(blank=True, editable=False, max_length=64)),
                        (
                            "size",
                            models.PositiveBigIntegerField(default=0, editable=False, verbose_name="size in bytes"),
                        ),
                        (
                            "file",
                            iad_portal.lib.media.upload_fields.DocumentUploadField(
                                blank=True, max_length=200, upload_to="documents", verbose_name="file"
                            ),
                        ),
                        (
                            "kind",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("pdf", "PDF"),
                                    ("docx", "DOCX"),
                                    ("xlsx", "XLSX"),
                                    ("pptx", "PPTX"),
                                    ("odt", "ODT"),
                                    ("ods", "ODS"),
                                    ("csv", "CSV"),
                                    ("txt", "TXT"),
                                ],
                                editable=False,
                                max_length=8,
                                verbose_name="kind of file",
                            ),
                        ),
                        (
                            "code",
                            models.SlugField(
                                blank=True,
                                help_text="Permanent; may be left empty.",
                                max_length=80,
                                verbose_name="code",
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
                            "language",
                            iad_portal.lib.text.languages.LanguageField(
                                blank=True, max_length=10, verbose_name="language"
                            ),
                        ),
                        (
                            "dated_on",
                            iad_portal.lib.dates.fields.PartialDateField(
                                blank=True, null=True, precision_field="dated_precision", verbose_name="date"
                            ),
                        ),
                        ("dated_precision", iad_portal.lib.dates.fields.PrecisionField()),
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
                        ("order", models.PositiveSmallIntegerField(default=0, verbose_name="order")),
                        (
                            "subject_type",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="+",
                                to="contenttypes.contenttype",
                                verbose_name="kind of record",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "document",
                        "verbose_name_plural": "documents",
                        "ordering": ["order", "pk"],
                        "abstract": False,
                        "indexes": [
                            models.Index(fields=["subject_type", "subject_id"], name="relations_d_subject_a18727_idx")
                        ],
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(
                                    (
                                        "language__in",
                                        [
                                            "",
                                            "aa",
                                            "ab",
                                            "ae",
                                            "af",
                                            "ak",
                                            "am",
                                            "an",
                                            "ar",
                                            "as",
                                            "av",
                                            "ay",
                                            "az",
                                            "ba",
                                            "be",
                                            "bg",
                                            "bi",
                                            "bm",
                                            "bn",
                                            "bo",
                                            "br",
                                            "bs",
                                            "ca",
                                            "ce",
                                            "ceb",
                                            "ch",
                                            "co",
                                            "cr",
                                            "cs",
                                            "cu",
                                            "cv",
                                            "cy",
                                            "da",
                                            "de",
                                            "dv",
                                            "dz",
                                            "ee",
                                            "el",
                                            "en",
                                            "eo",
                                            "es",
                                            "et",
                                            "eu",
                                            "fa",
                                            "ff",
                                            "fi",
                                            "fil",
                                            "fj",
                                            "fo",
                                            "fr",
                                            "fy",
                                            "ga",
                                            "gd",
                                            "gl",
                                            "gn",
                                            "gu",
                                            "gv",
                                            "ha",
                                            "hak",
                                            "he",
                                            "hi",
                                            "ho",
                                            "hr",
                                            "ht",
                                            "hu",
                                            "hy",
                                            "hz",
                                            "ia",
                                            "id",
                                            "ie",
                                            "ig",
                                            "ii",
                                            "ik",
                                            "io",
                                            "is",
                                            "it",
                                            "iu",
                                            "ja",
                                            "jv",
                                            "ka",
                                            "kg",
                                            "ki",
                                            "kj",
                                            "kk",
                                            "kl",
                                            "km",
                                            "kn",
                                            "ko",
                                            "kr",
                                            "ks",
                                            "ksw",
                                            "ku",
                                            "kv",
                                            "kw",
                                            "ky",
                                            "la",
                                            "lb",
                                            "lg",
                                            "li",
                                            "ln",
                                            "lo",
                                            "lt",
                                            "lu",
                                            "lv",
                                            "mg",
                                            "mh",
                                            "mi",
                                            "mk",
                                            "ml",
                                            "mn",
                                            "mnw",
                                            "mr",
                                            "ms",
                                            "mt",
                                            "mul",
                                            "my",
                                            "na",
                                            "nan",
                                            "nb",
                                            "nd",
                                            "ne",
                                            "ng",
                                            "nl",
                                            "nn",
                                            "no",
                                            "nr",
                                            "nv",
                                            "ny",
                                            "oc",
                                            "oj",
                                            "om",
                                            "or",
                                            "os",
                                            "pa",
                                            "pi",
                                            "pl",
                                            "ps",
                                            "pt",
                                            "qu",
                                            "rm",
                                            "rn",
                                            "ro",
                                            "ru",
                                            "rw",
                                            "sa",
                                            "sc",
                                            "sd",
                                            "se",
                                            "sg",
                                            "shn",
                                            "si",
                                            "sk",
                                            "sl",
                                            "sm",
                                            "sn",
                                            "so",
                                            "sq",
                                            "sr",
                                            "ss",
                                            "st",
                                            "su",
                                            "sv",
                                            "sw",
                                            "ta",
                                            "te",
                                            "tet",
                                            "tg",
                                            "th",
                                            "ti",
                                            "tk",
                                            "tn",
                                            "to",
                                            "tr",
                                            "ts",
                                            "tt",
                                            "tw",
                                            "ty",
                                            "ug",
                                            "uk",
                                            "und",
                                            "ur",
                                            "uz",
                                            "ve",
                                            "vi",
                                            "vo",
                                            "wa",
                                            "wo",
                                            "wuu",
                                            "xh",
                                            "yi",
                                            "yo",
                                            "yue",
                                            "za",
                                            "zh",
                                            "zu",
                                        ],
                                    )
                                ),
                                name="document_language_known",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("dated_precision__in", ["day", "month", "year", ""])),
                                name="document_dated_precision",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Embassy",
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
                            "latitude",
                            iad_portal.lib.intake.coordinate_fields.CoordinateField(
                                axis="latitude",
                                blank=True,
                                decimal_places=5,
                                max_digits=8,
                                null=True,
                                verbose_name="latitude",
                            ),
                        ),
                        (
                            "longitude",
                            iad_portal.lib.intake.coordinate_fields.CoordinateField(
                                axis="longitude",
                                blank=True,
                                decimal_places=5,
                                max_digits=8,
                                null=True,
                                verbose_name="longitude",
                            ),
                        ),
                        ("name", iad_portal.lib.text.fields.LineField(max_length=200, verbose_name="name")),
                        (
                            "name_th",
                            iad_portal.lib.text.fields.LineField(max_length=200, null=True, verbose_name="name"),
                        ),
                        (
                            "name_en",
                            iad_portal.lib.text.fields.LineField(max_length=200, null=True, verbose_name="name"),
                        ),
                        (
                            "kind",
                            models.CharField(
                                choices=[("embassy", "Embassy"), ("nunciature", "Apostolic nunciature")],
                                default="embassy",
                                max_length=12,
                                verbose_name="kind",
                            ),
                        ),
                        (
                            "address",
                            iad_portal.lib.text.fields.ProseField(blank=True, default="", verbose_name="address"),
                        ),
                        (
                            "address_th",
                            iad_portal.lib.text.fields.ProseField(
                                blank=True, default="", null=True, verbose_name="address"
                            ),
                        ),
                        (
                            "address_en",
                            iad_portal.lib.text.fields.ProseField(
                                blank=True, default="", null=True, verbose_name="address"
                            ),
                        ),
                        (
                            "district",
                            iad_portal.lib.text.fields.LineField(blank=True, max_length=120, verbose_name="district"),
                        ),
                        (
                            "district_th",
                            iad_portal.lib.text.fields.LineField(
                                blank=True, max_length=120, null=True, verbose_name="district"
                            ),
                        ),
                        (
                            "district_en",
                            iad_portal.lib.text.fields.LineField(
                                blank=True, max_length=120, null=True, verbose_name="district"
                            ),
                        ),
                        (
                            "phone",
                            iad_portal.lib.text.fields.LineField(blank=True, max_length=80, verbose_name="telephone"),
                        ),
                        ("email", models.EmailField(blank=True, max_length=254, verbose_name="e-mail")),
                        ("website", models.URLField(blank=True, max_length=300, verbose_name="website")),
                        ("wikidata", models.CharField(blank=True, max_length=20, verbose_name="Wikidata item")),
                        (
                            "as_of",
                            iad_portal.lib.dates.fields.PartialDateField(
                                blank=True, null=True, precision_field="as_of_precision", verbose_name="address as of"
                            ),
                        ),
                        ("as_of_precision", iad_portal.lib.dates.fields.PrecisionField()),
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
                            "country",
                            models.OneToOneField(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="embassy",
                                to="relations.country",
                                verbose_name="country",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "embassy",
                        "verbose_name_plural": "embassies",
                        "ordering": ["country__sort_th", "pk"],
                        "indexes": [
                            models.Index(
                                condition=models.Q(("publish_at__isnull", False)),
                                fields=["publish_at"],
                                name="embassy_publish_at",
                            )
                        ],
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(("status__in", ["draft", "published", "withdrawn"])),
                                name="embassy_status_known",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("kind__in", ["embassy", "nunciature"])), name="embassy_kind_known"
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("latitude__isnull", True), ("longitude__isnull", True)),
                                    models.Q(
                                        ("latitude__isnull", False),
                                        ("longitude__isnull", False),
                                        ("latitude__range", (-90, 90)),
                                        ("longitude__range", (-180, 180)),
                                    ),
                                    _connector="OR",
                                ),
                                name="embassy_place_on_earth",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Exchange",
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
                        ("code", models.SlugField(max_length=80, unique=True, verbose_name="code")),
                        (
                            "kind",
                            models.CharField(
                                choices=[
                                    ("official_visit", "Official visit"),
                                    ("courtesy_call", "Courtesy call"),
                                    ("farewell_call", "Farewell call"),
                                    ("talks", "Talks"),
                                    ("signing", "Signing"),
                                    ("study_visit", "Study visit"),
                                    ("expert_visit", "Expert visit"),
                                    ("youth_exchange", "Youth exchange"),
                                    ("council_exchange", "Council exchange"),
                                    ("festival", "Cultural event"),
                                    ("exhibition", "Exhibition"),
                                    ("conference", "Conference or workshop"),
                                    ("gift", "Gift"),
                                    ("online_exchange", "Online exchange"),
                                    ("project", "Joint project"),
                                    ("proposal", "Proposed activity"),
                                ],
                                max_length=20,
                                verbose_name="kind",
                            ),
                        ),
                        (
                            "direction",
                            models.CharField(
                                choices=[
                                    ("in", "To Bangkok"),
                                    ("out", "From Bangkok"),
                                    ("mutual", "Both ways"),
                                    ("online", "Online"),
                                    ("joint", "Joint"),
                                ],
                                max_length=8,
                                verbose_name="direction",
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
                            "place",
                            iad_portal.lib.text.fields.LineField(blank=True, max_length=250, verbose_name="place"),
                        ),
                        (
                            "place_th",
                            iad_portal.lib.text.fields.LineField(
                                blank=True, max_length=250, null=True, verbose_name="place"
                            ),
                        ),
                        (
                            "place_en",
                            iad_portal.lib.text.fields.LineField(
                                blank=True, max_length=250, null=True, verbose_name="place"
                            ),
                        ),
                        (
                            "headcount",
                            models.PositiveIntegerField(blank=True, null=True, verbose_name="number of people"),
                        ),
                        (
                            "outcome",
                            iad_portal.lib.text.fields.ProseField(blank=True, default="", verbose_name="outcome"),
                        ),
                        (
                            "outcome_th",
                            iad_portal.lib.text.fields.ProseField(
                                blank=True, default="", null=True, verbose_name="outcome"
                            ),
                        ),
                        (
                            "outcome_en",
                            iad_portal.lib.text.fields.ProseField(
                                blank=True, default="", null=True, verbose_name="outcome"
                            ),
                        ),
                        (
                            "about_cities",
                            models.ManyToManyField(
                                blank=True,
                                help_text="Cities that were spoken of, or whose tie was marked, but that took no part themselves.",
                                related_name="exchanges_about",
                                to="relations.city",
                                verbose_name="cities it was about",
                            ),
                        ),
                        (
                            "agencies",
                            models.ManyToManyField(
                                blank=True, related_name="exchanges", to="relations.agency", verbose_name="agencies"
                            ),
                        ),
                        (
                            "agreement",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="exchanges",
                                to="relations.agreement",
                                verbose_name="agreement",
                            ),
                        ),
                        (
                            "cities",
                            models.ManyToManyField(
                                blank=True,
                                related_name="exchanges",
                                to="relations.city",
                                verbose_name="cities that took part",
                            ),
                        ),
                        (
                            "embassies",
                            models.ManyToManyField(
                                blank=True, related_name="exchanges", to="relations.embassy", verbose_name="embassies"
                            ),
                        ),
                        (
                            "people",
                            models.ManyToManyField(
                                blank=True, related_name="exchanges", to="relations.person", verbose_name="people"
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "exchange",
                        "verbose_name_plural": "exchanges",
                        "ordering": [models.OrderBy(models.F("starts_on"), descending=True, nulls_last=True), "-pk"],
                        "indexes": [
                            models.Index(
                                condition=models.Q(("publish_at__isnull", False)),
                                fields=["publish_at"],
                                name="exchange_publish_at",
                            )
                        ],
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(("status__in", ["draft", "published", "withdrawn"])),
                                name="exchange_status_known",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    (
                                        "kind__in",
                                        [
                                            "official_visit",
                                            "courtesy_call",
                                            "farewell_call",
                                            "talks",
                                            "signing",
                                            "study_visit",
                                            "expert_visit",
                                            "youth_exchange",
                                            "council_exchange",
                                            "festival",
                                            "exhibition",
                                            "conference",
                                            "gift",
                                            "online_exchange",
                                            "project",
                                            "proposal",
                                        ],
                                    )
                                ),
                                name="exchange_kind_known",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("direction__in", ["in", "out", "mutual", "online", "joint"])),
                                name="exchange_direction_known",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("starts_on__isnull", True),
                                    ("ends_on__isnull", True),
                                    ("ends_on__gte", models.F("starts_on")),
                                    ("ends_precision__in", ["month", "year"]),
                                    _connector="OR",
                                ),
                                name="exchange_end_not_before_start",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Figure",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("subject_id", models.CharField(max_length=40, verbose_name="record")),
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
                            "code",
                            models.SlugField(
                                blank=True,
                                help_text="Permanent; may be left empty.",
                                max_length=40,
                                verbose_name="code",
                            ),
                        ),
                        (
                            "measure",
                            models.CharField(
                                choices=[
                                    ("members", "Members"),
                                    ("member_countries", "Countries of members"),
                                    ("founding_members", "Founding members"),
                                    ("founding_countries", "Countries at the founding"),
                                    ("cities_in_asia", "Cities in Asia"),
                                    ("cities_in_japan", "Cities in Japan"),
                                    ("joint_projects", "Joint projects"),
                                    ("projects_joined", "Projects Bangkok takes part in"),
                                    ("people_represented", "People represented"),
                                    ("population", "Population"),
                                    ("population_urban", "Urban population"),
                                    ("population_metropolitan", "Metropolitan population"),
                                    ("area_km2", "Area (sq km)"),
                                    ("cities_attending", "Cities attending"),
                                    ("participants", "Participants"),
                                    ("partner_cities_stated", "Sister cities, as stated"),
                                    ("partner_countries_stated", "Countries, as stated"),
                                    ("organisations_stated", "Organisations, as stated"),
                                    ("embassies_stated", "Embassies, as stated"),
                                    ("state_level_activities", "Activities with state representatives"),
                                    ("organisations_in_talks", "Organisations in talks"),
                                    ("activities_supported", "Activities given technical support"),
                                    ("visits_out", "Visits by Bangkok administrators"),
                                    ("visits_in", "Visits by partner administrators"),
                                    ("youth_visits_out", "Youth visits from Bangkok"),
                                    ("youth_visits_in", "Youth visits to Bangkok"),
                                ],
                                max_length=30,
                                verbose_name="measure",
                            ),
                        ),
                        ("value", models.DecimalField(decimal_places=2, max_digits=16, verbose_name="value")),
                        (
                            "qualifier",
                            models.CharField(
                                choices=[
                                    ("exact", "Exactly"),
                                    ("about", "About"),
                                    ("over", "Over"),
                                    ("at_least", "At least"),
                                ],
                                default="exact",
                                max_length=8,
                                verbose_name="qualifier",
                            ),
                        ),
                        (
                            "as_of",
                            iad_portal.lib.dates.fields.PartialDateField(
                                blank=True, null=True, precision_field="as_of_precision", verbose_name="as of"
                            ),
                        ),
                        ("as_of_precision", iad_portal.lib.dates.fields.PrecisionField()),
                        ("note", iad_portal.lib.text.fields.LineField(blank=True, max_length=300, verbose_name="note")),
                        (
                            "note_th",
                            iad_portal.lib.text.fields.LineField(
                                blank=True, max_length=300, null=True, verbose_name="note"
                            ),
                        ),
                        (
                            "note_en",
                            iad_portal.lib.text.fields.LineField(
                                blank=True, max_length=300, null=True, verbose_name="note"
                            ),
                        ),
                        (
                            "subject_type",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="+",
                                to="contenttypes.contenttype",
                                verbose_name="kind of record",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "figure",
                        "verbose_name_plural": "figures",
                        "ordering": [
                            "measure",
                            models.OrderBy(models.F("as_of"), descending=True, nulls_last=True),
                            "pk",
                        ],
                        "abstract": False,
                        "indexes": [
                            models.Index(fields=["subject_type", "subject_id"], name="relations_f_subject_2afe52_idx")
                        ],
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(
                                    (
                                        "measure__in",
                                        [
                                            "members",
                                            "member_countries",
                                            "founding_members",
                                            "founding_countries",
                                            "cities_in_asia",
                                            "cities_in_japan",
                                            "joint_projects",
                                            "projects_joined",
                                            "people_represented",
                                            "population",
                                            "population_urban",
                                            "population_metropolitan",
                                            "area_km2",
                                            "cities_attending",
                                            "participants",
                                            "partner_cities_stated",
                                            "partner_countries_stated",
                                            "organisations_stated",
                                            "embassies_stated",
                                            "state_level_activities",
                                            "organisations_in_talks",
                                            "activities_supported",
                                            "visits_out",
                                            "visits_in",
                                            "youth_visits_out",
                                            "youth_visits_in",
                                        ],
                                    )
                                ),
                                name="figure_measure_known",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("qualifier__in", ["exact", "about", "over", "at_least"])),
                                name="figure_qualifier_known",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("as_of_precision__in", ["day", "month", "year", ""])),
                                name="figure_as_of_precision",
                            ),
                            models.CheckConstraint(condition=models.Q(("value__gte", 0)), name="figure_not_negative"),
                            models.UniqueConstraint(
                                condition=models.Q(("code", ""), _negated=True),
                                fields=("code",),
                                name="figure_code_once",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="HistoricalExchange",
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
                        ("code", models.SlugField(max_length=80, verbose_name="code")),
                        (
                            "kind",
                            models.CharField(
                                choices=[
                                    ("official_visit", "Official visit"),
                                    ("courtesy_call", "Courtesy call"),
                                    ("farewell_call", "Farewell call"),
                                    ("talks", "Talks"),
                                    ("signing", "Signing"),
                                    ("study_visit", "Study visit"),
                                    ("expert_visit", "Expert visit"),
                                    ("youth_exchange", "Youth exchange"),
                                    ("council_exchange", "Council exchange"),
                                    ("festival", "Cultural event"),
                                    ("exhibition", "Exhibition"),
                                    ("conference", "Conference or workshop"),
                                    ("gift", "Gift"),
                                    ("online_exchange", "Online exchange"),
                                    ("project", "Joint project"),
                                    ("proposal", "Proposed activity"),
                                ],
                                max_length=20,
                                verbose_name="kind",
                            ),
                        ),
                        (
                            "direction",
                            models.CharField(
                                choices=[
                                    ("in", "To Bangkok"),
                                    ("out", "From Bangkok"),
                                    ("mutual", "Both ways"),
                                    ("online", "Online"),
                                    ("joint", "Joint"),
                                ],
                                max_length=8,
                                verbose_name="direction",
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
                            "place",
                            iad_portal.lib.text.fields.LineField(blank=True, max_length=250, verbose_name="place"),
                        ),
                        (
                            "place_th",
                            iad_portal.lib.text.fields.LineField(
                                blank=True, max_length=250, null=True, verbose_name="place"
                            ),
                        ),
                        (
                            "place_en",
                            iad_portal.lib.text.fields.LineField(
                                blank=True, max_length=250, null=True, verbose_name="place"
                            ),
                        ),
                        (
                            "headcount",
                            models.PositiveIntegerField(blank=True, null=True, verbose_name="number of people"),
                        ),
                        (
                            "outcome",
                            iad_portal.lib.text.fields.ProseField(blank=True, default="", verbose_name="outcome"),
                        ),
                        (
                            "outcome_th",
                            iad_portal.lib.text.fields.ProseField(
                                blank=True, default="", null=True, verbose_name="outcome"
                            ),
                        ),
                        (
                            "outcome_en",
                            iad_portal.lib.text.fields.ProseField(
                                blank=True, default="", null=True, verbose_name="outcome"
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
                    ],
                    options={
                        "verbose_name": "historical exchange",
                        "verbose_name_plural": "historical exchanges",
                        "ordering": ("-history_date", "-history_id"),
                        "get_latest_by": ("history_date", "history_id"),
                    },
                    bases=(simple_history.models.HistoricalChanges, models.Model),
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
                migrations.CreateModel(
                    name="HistoricalExchange_agencies",
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
                        "verbose_name": "HistoricalExchange_agencies",
                    },
                    bases=(simple_history.models.HistoricalChanges, models.Model),
                ),
                migrations.CreateModel(
                    name="HistoricalExchange_cities",
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
                        "verbose_name": "HistoricalExchange_cities",
                    },
                    bases=(simple_history.models.HistoricalChanges, models.Model),
                ),
                migrations.CreateModel(
                    name="HistoricalExchange_embassies",
                    fields=[
                        ("id", models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID")),
                        ("m2m_history_id", models.AutoField(primary_key=True, serialize=False)),
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
                        "verbose_name": "HistoricalExchange_embassies",
                    },
                    bases=(simple_history.models.HistoricalChanges, models.Model),
                ),
                migrations.CreateModel(
                    name="HistoricalPhoto",
                    fields=[
                        ("id", models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID")),
                        ("subject_id", models.CharField(max_length=40, verbose_name="record")),
                        ("upload_key", models.UUIDField(db_index=True, editable=False, null=True)),
                        ("sha256", models.CharField(blank=True, editable=False, max_length=64)),
                        (
                            "size",
                            models.PositiveBigIntegerField(default=0, editable=False, verbose_name="size in bytes"),
                        ),
                        ("image", models.TextField(max_length=200, verbose_name="picture")),
                        (
                            "width",
                            models.PositiveIntegerField(default=0, editable=False, verbose_name="width in pixels"),
                        ),
                        (
                            "height",
                            models.PositiveIntegerField(default=0, editable=False, verbose_name="height in pixels"),
                        ),
                        ("renditions", models.JSONField(default=list, editable=False)),
                        (
                            "alt",
                            iad_portal.lib.text.fields.LineField(
                                help_text="Read aloud to people who cannot see it.",
                                max_length=300,
                                verbose_name="what the picture shows",
                            ),
                        ),
                        (
                            "alt_th",
                            iad_portal.lib.text.fields.LineField(
                                help_text="Read aloud to people who cannot see it.",
                                max_length=300,
                                null=True,
                                verbose_name="what the picture shows",
                            ),
                        ),
                        (
                            "alt_en",
                            iad_portal.lib.text.fields.LineField(
                                help_text="Read aloud to people who cannot see it.",
                                max_length=300,
                                null=True,
                                verbose_name="what the picture shows",
                            ),
                        ),
                        (
                            "caption",
                            iad_portal.lib.text.fields.ProseField(blank=True, default="", verbose_name="caption"),
                        ),
                        (
                            "caption_th",
                            iad_portal.lib.text.fields.ProseField(
                                blank=True, default="", null=True, verbose_name="caption"
                            ),
                        ),
                        (
                            "caption_en",
                            iad_portal.lib.text.fields.ProseField(
                                blank=True, default="", null=True, verbose_name="caption"
                            ),
                        ),
                        (
                            "credit",
                            iad_portal.lib.text.fields.LineField(blank=True, max_length=200, verbose_name="credit"),
                        ),
                        (
                            "credit_th",
                            iad_portal.lib.text.fields.LineField(
                                blank=True, max_length=200, null=True, verbose_name="credit"
                            ),
                        ),
                        (
                            "credit_en",
                            iad_portal.lib.text.fields.LineField(
                                blank=True, max_length=200, null=True, verbose_name="credit"
                            ),
                        ),
                        (
                            "licence",
                            iad_portal.lib.text.fields.LineField(blank=True, max_length=100, verbose_name="licence"),
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
                            "subject_type",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="contenttypes.contenttype",
                                verbose_name="kind of record",
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
                        "verbose_name": "historical photo",
                        "verbose_name_plural": "historical photos",
                        "ordering": ("-history_date", "-history_id"),
                        "get_latest_by": ("history_date", "history_id"),
                    },
                    bases=(simple_history.models.HistoricalChanges, models.Model),
                ),
                migrations.CreateModel(
                    name="KeptUpload",
                    fields=[
                        ("key", models.UUIDField(primary_key=True, serialize=False)),
                        ("form", models.CharField(max_length=150)),
                        ("holder", models.CharField(max_length=100)),
                        ("name", models.CharField(max_length=255)),
                        ("size", models.PositiveBigIntegerField()),
                        ("stored_size", models.PositiveBigIntegerField()),
                        ("facts", models.JSONField()),
                        ("files", models.JSONField()),
                        ("kept_at", models.DateTimeField(db_index=True, default=django.utils.timezone.now)),
                        (
                            "officer",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.SET_NULL,
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
                    name="HistoricalExchange_people",
                    fields=[
                        ("id", models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID")),
                        ("m2m_history_id", models.AutoField(primary_key=True, serialize=False)),
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
                        "verbose_name": "HistoricalExchange_people",
                    },
                    bases=(simple_history.models.HistoricalChanges, models.Model),
                ),
                migrations.CreateModel(
                    name="Photo",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("subject_id", models.CharField(max_length=40, verbose_name="record")),
                        ("upload_key", models.UUIDField(db_index=True, editable=False, null=True)),
                        ("sha256", models.CharField(blank=True, editable=False, max_length=64)),
                        (
                            "size",
                            models.PositiveBigIntegerField(default=0, editable=False, verbose_name="size in bytes"),
                        ),
                        (
                            "image",
                            iad_portal.lib.media.upload_fields.ImageUploadField(
                                max_length=200, upload_to="photos", verbose_name="picture"
                            ),
                        ),
                        (
                            "width",
                            models.PositiveIntegerField(default=0, editable=False, verbose_name="width in pixels"),
                        ),
                        (
                            "height",
                            models.PositiveIntegerField(default=0, editable=False, verbose_name="height in pixels"),
                        ),
                        ("renditions", models.JSONField(default=list, editable=False)),
                        (
                            "alt",
                            iad_portal.lib.text.fields.LineField(
                                help_text="Read aloud to people who cannot see it.",
                                max_length=300,
                                verbose_name="what the picture shows",
                            ),
                        ),
                        (
                            "alt_th",
                            iad_portal.lib.text.fields.LineField(
                                help_text="Read aloud to people who cannot see it.",
                                max_length=300,
                                null=True,
                                verbose_name="what the picture shows",
                            ),
                        ),
                        (
                            "alt_en",
                            iad_portal.lib.text.fields.LineField(
                                help_text="Read aloud to people who cannot see it.",
                                max_length=300,
                                null=True,
                                verbose_name="what the picture shows",
                            ),
                        ),
                        (
                            "caption",
                            iad_portal.lib.text.fields.ProseField(blank=True, default="", verbose_name="caption"),
                        ),
                        (
                            "caption_th",
                            iad_portal.lib.text.fields.ProseField(
                                blank=True, default="", null=True, verbose_name="caption"
                            ),
                        ),
                        (
                            "caption_en",
                            iad_portal.lib.text.fields.ProseField(
                                blank=True, default="", null=True, verbose_name="caption"
                            ),
                        ),
                        (
                            "credit",
                            iad_portal.lib.text.fields.LineField(blank=True, max_length=200, verbose_name="credit"),
                        ),
                        (
                            "credit_th",
                            iad_portal.lib.text.fields.LineField(
                                blank=True, max_length=200, null=True, verbose_name="credit"
                            ),
                        ),
                        (
                            "credit_en",
                            iad_portal.lib.text.fields.LineField(
                                blank=True, max_length=200, null=True, verbose_name="credit"
                            ),
                        ),
                        (
                            "licence",
                            iad_portal.lib.text.fields.LineField(blank=True, max_length=100, verbose_name="licence"),
                        ),
                        ("order", models.PositiveSmallIntegerField(default=0, verbose_name="order")),
                        (
                            "people",
                            models.ManyToManyField(
                                blank=True, related_name="photos", to="relations.person", verbose_name="people shown"
                            ),
                        ),
                        (
                            "subject_type",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="+",
                                to="contenttypes.contenttype",
                                verbose_name="kind of record",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "photo",
                        "verbose_name_plural": "photos",
                        "ordering": ["order", "pk"],
                        "abstract": False,
                        "indexes": [
                            models.Index(fields=["subject_type", "subject_id"], name="relations_p_subject_8f5260_idx")
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="HistoricalPhoto_people",
                    fields=[
                        ("id", models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID")),
                        ("m2m_history_id", models.AutoField(primary_key=True, serialize=False)),
                        (
                            "history",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                to="relations.historicalphoto",
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
                            "photo",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                db_tablespace="",
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="relations.photo",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "HistoricalPhoto_people",
                    },
                    bases=(simple_history.models.HistoricalChanges, models.Model),
                ),
                migrations.CreateModel(
                    name="Post",
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
                                    ("governor", "Governor of Bangkok"),
                                    ("leader", "Leader of a city"),
                                    ("head_of_mission", "Head of a mission"),
                                    ("other", "Other post"),
                                ],
                                default="other",
                                max_length=16,
                                verbose_name="kind",
                            ),
                        ),
                        ("title", iad_portal.lib.text.fields.LineField(max_length=200, verbose_name="post")),
                        (
                            "title_th",
                            iad_portal.lib.text.fields.LineField(max_length=200, null=True, verbose_name="post"),
                        ),
                        (
                            "title_en",
                            iad_portal.lib.text.fields.LineField(max_length=200, null=True, verbose_name="post"),
                        ),
                        ("body", iad_portal.lib.text.fields.LineField(blank=True, max_length=200, verbose_name="body")),
                        (
                            "body_th",
                            iad_portal.lib.text.fields.LineField(
                                blank=True, max_length=200, null=True, verbose_name="body"
                            ),
                        ),
                        (
                            "body_en",
                            iad_portal.lib.text.fields.LineField(
                                blank=True, max_length=200, null=True, verbose_name="body"
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
                            "as_of",
                            iad_portal.lib.dates.fields.PartialDateField(
                                blank=True,
                                help_text="When the term is not known: the day a source shows the person in this post.",
                                null=True,
                                precision_field="as_of_precision",
                                verbose_name="seen in post on",
                            ),
                        ),
                        ("as_of_precision", iad_portal.lib.dates.fields.PrecisionField()),
                        (
                            "city",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="posts",
                                to="relations.city",
                                verbose_name="city",
                            ),
                        ),
                        (
                            "country",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="posts",
                                to="relations.country",
                                verbose_name="country",
                            ),
                        ),
                        (
                            "embassy",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="posts",
                                to="relations.embassy",
                                verbose_name="embassy",
                            ),
                        ),
                        (
                            "person",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="posts",
                                to="relations.person",
                                verbose_name="person",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "post",
                        "verbose_name_plural": "posts",
                        "ordering": [
                            models.OrderBy(
                                django.db.models.functions.comparison.Coalesce("starts_on", "as_of"),
                                descending=True,
                                nulls_last=True,
                            ),
                            "pk",
                        ],
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(("kind__in", ["governor", "leader", "head_of_mission", "other"])),
                                name="post_kind_known",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("starts_on__isnull", True),
                                    ("ends_on__isnull", True),
                                    ("ends_on__gte", models.F("starts_on")),
                                    ("ends_precision__in", ["month", "year"]),
                                    _connector="OR",
                                ),
                                name="post_end_not_before_start",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("starts_on__isnull", True),
                                    ("as_of__isnull", True),
                                    ("as_of__gte", models.F("starts_on")),
                                    ("as_of_precision__in", ["month", "year"]),
                                    _connector="OR",
                                ),
                                name="post_seen_after_start",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("as_of__isnull", True),
                                    ("ends_on__isnull", True),
                                    ("ends_on__gte", models.F("as_of")),
                                    ("ends_precision__in", ["month", "year"]),
                                    _connector="OR",
                                ),
                                name="post_seen_before_end",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("kind", "head_of_mission"), _negated=True),
                                    ("embassy__isnull", False),
                                    _connector="OR",
                                ),
                                name="post_head_of_mission_has_embassy",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Revision",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("label", models.CharField(blank=True, max_length=200, verbose_name="what was done")),
                        ("created_at", models.DateTimeField(auto_now_add=True, verbose_name="when")),
                        (
                            "user",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.SET_NULL,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="officer",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "revision",
                        "verbose_name_plural": "revisions",
                        "ordering": ["-pk"],
                    },
                ),
                migrations.CreateModel(
                    name="HistoricalSource",
                    fields=[
                        ("id", models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID")),
                        ("code", models.SlugField(max_length=80, verbose_name="code")),
                        ("publisher", iad_portal.lib.text.fields.LineField(max_length=250, verbose_name="publisher")),
                        (
                            "publisher_th",
                            iad_portal.lib.text.fields.LineField(max_length=250, null=True, verbose_name="publisher"),
                        ),
                        (
                            "publisher_en",
                            iad_portal.lib.text.fields.LineField(max_length=250, null=True, verbose_name="publisher"),
                        ),
                        (
                            "title",
                            iad_portal.lib.text.fields.LineField(
                                blank=True,
                                help_text="As printed, in its own language.",
                                max_length=500,
                                verbose_name="title",
                            ),
                        ),
                        ("address", models.URLField(blank=True, max_length=800, verbose_name="web address")),
                        (
                            "dated_on",
                            iad_portal.lib.dates.fields.PartialDateField(
                                blank=True, null=True, precision_field="dated_precision", verbose_name="date"
                            ),
                        ),
                        ("dated_precision", iad_portal.lib.dates.fields.PrecisionField()),
                        (
                            "language",
                            iad_portal.lib.text.languages.LanguageField(
                                blank=True, max_length=10, verbose_name="language"
                            ),
                        ),
                        (
                            "licence",
                            iad_portal.lib.text.fields.LineField(blank=True, max_length=100, verbose_name="licence"),
                        ),
                        (
                            "credit",
                            iad_portal.lib.text.fields.LineField(
                                blank=True, max_length=250, verbose_name="credit line that is due"
                            ),
                        ),
                        (
                            "credit_th",
                            iad_portal.lib.text.fields.LineField(
                                blank=True, max_length=250, null=True, verbose_name="credit line that is due"
                            ),
                        ),
                        (
                            "credit_en",
                            iad_portal.lib.text.fields.LineField(
                                blank=True, max_length=250, null=True, verbose_name="credit line that is due"
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
                        "verbose_name": "historical source",
                        "verbose_name_plural": "historical sources",
                        "ordering": ("-history_date", "-history_id"),
                        "get_latest_by": ("history_date", "history_id"),
                    },
                    bases=(simple_history.models.HistoricalChanges, models.Model),
                ),
                migrations.CreateModel(
                    name="HistoricalSignatory",
                    fields=[
                        ("id", models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID")),
                        (
                            "side",
                            models.CharField(
                                choices=[("bangkok", "For Bangkok"), ("partner", "For the partner")],
                                max_length=8,
                                verbose_name="side",
                            ),
                        ),
                        (
                            "post_title",
                            iad_portal.lib.text.fields.LineField(
                                blank=True, max_length=250, verbose_name="post at the time"
                            ),
                        ),
                        (
                            "post_title_th",
                            iad_portal.lib.text.fields.LineField(
                                blank=True, max_length=250, null=True, verbose_name="post at the time"
                            ),
                        ),
                        (
                            "post_title_en",
                            iad_portal.lib.text.fields.LineField(
                                blank=True, max_length=250, null=True, verbose_name="post at the time"
                            ),
                        ),
                        ("order", models.PositiveSmallIntegerField(default=1, verbose_name="order")),
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
                            "person",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="relations.person",
                                verbose_name="person",
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
                        "verbose_name": "historical signatory",
                        "verbose_name_plural": "historical signatories",
                        "ordering": ("-history_date", "-history_id"),
                        "get_latest_by": ("history_date", "history_id"),
                    },
                    bases=(simple_history.models.HistoricalChanges, models.Model),
                ),
                migrations.CreateModel(
                    name="HistoricalPost",
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
                                    ("governor", "Governor of Bangkok"),
                                    ("leader", "Leader of a city"),
                                    ("head_of_mission", "Head of a mission"),
                                    ("other", "Other post"),
                                ],
                                default="other",
                                max_length=16,
                                verbose_name="kind",
                            ),
                        ),
                        ("title", iad_portal.lib.text.fields.LineField(max_length=200, verbose_name="post")),
                        (
                            "title_th",
                            iad_portal.lib.text.fields.LineField(max_length=200, null=True, verbose_name="post"),
                        ),
                        (
                            "title_en",
                            iad_portal.lib.text.fields.LineField(max_length=200, null=True, verbose_name="post"),
                        ),
                        ("body", iad_portal.lib.text.fields.LineField(blank=True, max_length=200, verbose_name="body")),
                        (
                            "body_th",
                            iad_portal.lib.text.fields.LineField(
                                blank=True, max_length=200, null=True, verbose_name="body"
                            ),
                        ),
                        (
                            "body_en",
                            iad_portal.lib.text.fields.LineField(
                                blank=True, max_length=200, null=True, verbose_name="body"
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
                            "as_of",
                            iad_portal.lib.dates.fields.PartialDateField(
                                blank=True,
                                help_text="When the term is not known: the day a source shows the person in this post.",
                                null=True,
                                precision_field="as_of_precision",
                                verbose_name="seen in post on",
                            ),
                        ),
                        ("as_of_precision", iad_portal.lib.dates.fields.PrecisionField()),
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
                            "embassy",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="relations.embassy",
                                verbose_name="embassy",
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
                            "person",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="relations.person",
                                verbose_name="person",
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
                        "verbose_name": "historical post",
                        "verbose_name_plural": "historical posts",
                        "ordering": ("-history_date", "-history_id"),
                        "get_latest_by": ("history_date", "history_id"),
                    },
                    bases=(simple_history.models.HistoricalChanges, models.Model),
                ),
                migrations.CreateModel(
                    name="HistoricalPerson",
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
                        ("slug", models.SlugField(max_length=80, verbose_name="code")),
                        (
                            "rank",
                            iad_portal.lib.text.fields.LineField(
                                blank=True, max_length=80, verbose_name="rank or title"
                            ),
                        ),
                        (
                            "rank_th",
                            iad_portal.lib.text.fields.LineField(
                                blank=True, max_length=80, null=True, verbose_name="rank or title"
                            ),
                        ),
                        (
                            "rank_en",
                            iad_portal.lib.text.fields.LineField(
                                blank=True, max_length=80, null=True, verbose_name="rank or title"
                            ),
                        ),
                        ("name", iad_portal.lib.text.fields.LineField(max_length=160, verbose_name="name")),
                        (
                            "name_th",
                            iad_portal.lib.text.fields.LineField(max_length=160, null=True, verbose_name="name"),
                        ),
                        (
                            "name_en",
                            iad_portal.lib.text.fields.LineField(max_length=160, null=True, verbose_name="name"),
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
                    ],
                    options={
                        "verbose_name": "historical person",
                        "verbose_name_plural": "historical people",
                        "ordering": ("-history_date", "-history_id"),
                        "get_latest_by": ("history_date", "history_id"),
                    },
                    bases=(simple_history.models.HistoricalChanges, models.Model),
                ),
                migrations.CreateModel(
                    name="HistoricalFigure",
                    fields=[
                        ("id", models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID")),
                        ("subject_id", models.CharField(max_length=40, verbose_name="record")),
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
                            "code",
                            models.SlugField(
                                blank=True,
                                help_text="Permanent; may be left empty.",
                                max_length=40,
                                verbose_name="code",
                            ),
                        ),
                        (
                            "measure",
                            models.CharField(
                                choices=[
                                    ("members", "Members"),
                                    ("member_countries", "Countries of members"),
                                    ("founding_members", "Founding members"),
                                    ("founding_countries", "Countries at the founding"),
                                    ("cities_in_asia", "Cities in Asia"),
                                    ("cities_in_japan", "Cities in Japan"),
                                    ("joint_projects", "Joint projects"),
                                    ("projects_joined", "Projects Bangkok takes part in"),
                                    ("people_represented", "People represented"),
                                    ("population", "Population"),
                                    ("population_urban", "Urban population"),
                                    ("population_metropolitan", "Metropolitan population"),
                                    ("area_km2", "Area (sq km)"),
                                    ("cities_attending", "Cities attending"),
                                    ("participants", "Participants"),
                                    ("partner_cities_stated", "Sister cities, as stated"),
                                    ("partner_countries_stated", "Countries, as stated"),
                                    ("organisations_stated", "Organisations, as stated"),
                                    ("embassies_stated", "Embassies, as stated"),
                                    ("state_level_activities", "Activities with state representatives"),
                                    ("organisations_in_talks", "Organisations in talks"),
                                    ("activities_supported", "Activities given technical support"),
                                    ("visits_out", "Visits by Bangkok administrators"),
                                    ("visits_in", "Visits by partner administrators"),
                                    ("youth_visits_out", "Youth visits from Bangkok"),
                                    ("youth_visits_in", "Youth visits to Bangkok"),
                                ],
                                max_length=30,
                                verbose_name="measure",
                            ),
                        ),
                        ("value", models.DecimalField(decimal_places=2, max_digits=16, verbose_name="value")),
                        (
                            "qualifier",
                            models.CharField(
                                choices=[
                                    ("exact", "Exactly"),
                                    ("about", "About"),
                                    ("over", "Over"),
                                    ("at_least", "At least"),
                                ],
                                default="exact",
                                max_length=8,
                                verbose_name="qualifier",
                            ),
                        ),
                        (
                            "as_of",
                            iad_portal.lib.dates.fields.PartialDateField(
                                blank=True, null=True, precision_field="as_of_precision", verbose_name="as of"
                            ),
                        ),
                        ("as_of_precision", iad_portal.lib.dates.fields.PrecisionField()),
                        ("note", iad_portal.lib.text.fields.LineField(blank=True, max_length=300, verbose_name="note")),
                        (
                            "note_th",
                            iad_portal.lib.text.fields.LineField(
                                blank=True, max_length=300, null=True, verbose_name="note"
                            ),
                        ),
                        (
                            "note_en",
                            iad_portal.lib.text.fields.LineField(
                                blank=True, max_length=300, null=True, verbose_name="note"
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
                            "subject_type",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="contenttypes.contenttype",
                                verbose_name="kind of record",
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
                        "verbose_name": "historical figure",
                        "verbose_name_plural": "historical figures",
                        "ordering": ("-history_date", "-history_id"),
                        "get_latest_by": ("history_date", "history_id"),
                    },
                    bases=(simple_history.models.HistoricalChanges, models.Model),
                ),
                migrations.CreateModel(
                    name="HistoricalEmbassy",
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
                            "latitude",
                            iad_portal.lib.intake.coordinate_fields.CoordinateField(
                                axis="latitude",
                                blank=True,
                                decimal_places=5,
                                max_digits=8,
                                null=True,
                                verbose_name="latitude",
                            ),
                        ),
                        (
                            "longitude",
                            iad_portal.lib.intake.coordinate_fields.CoordinateField(
                                axis="longitude",
                                blank=True,
                                decimal_places=5,
                                max_digits=8,
                                null=True,
                                verbose_name="longitude",
                            ),
                        ),
                        ("name", iad_portal.lib.text.fields.LineField(max_length=200, verbose_name="name")),
                        (
                            "name_th",
                            iad_portal.lib.text.fields.LineField(max_length=200, null=True, verbose_name="name"),
                        ),
                        (
                            "name_en",
                            iad_portal.lib.text.fields.LineField(max_length=200, null=True, verbose_name="name"),
                        ),
                        (
                            "kind",
                            models.CharField(
                                choices=[("embassy", "Embassy"), ("nunciature", "Apostolic nunciature")],
                                default="embassy",
                                max_length=12,
                                verbose_name="kind",
                            ),
                        ),
                        (
                            "address",
                            iad_portal.lib.text.fields.ProseField(blank=True, default="", verbose_name="address"),
                        ),
                        (
                            "address_th",
                            iad_portal.lib.text.fields.ProseField(
                                blank=True, default="", null=True, verbose_name="address"
                            ),
                        ),
                        (
                            "address_en",
                            iad_portal.lib.text.fields.ProseField(
                                blank=True, default="", null=True, verbose_name="address"
                            ),
                        ),
                        (
                            "district",
                            iad_portal.lib.text.fields.LineField(blank=True, max_length=120, verbose_name="district"),
                        ),
                        (
                            "district_th",
                            iad_portal.lib.text.fields.LineField(
                                blank=True, max_length=120, null=True, verbose_name="district"
                            ),
                        ),
                        (
                            "district_en",
                            iad_portal.lib.text.fields.LineField(
                                blank=True, max_length=120, null=True, verbose_name="district"
                            ),
                        ),
                        (
                            "phone",
                            iad_portal.lib.text.fields.LineField(blank=True, max_length=80, verbose_name="telephone"),
                        ),
                        ("email", models.EmailField(blank=True, max_length=254, verbose_name="e-mail")),
                        ("website", models.URLField(blank=True, max_length=300, verbose_name="website")),
                        ("wikidata", models.CharField(blank=True, max_length=20, verbose_name="Wikidata item")),
                        (
                            "as_of",
                            iad_portal.lib.dates.fields.PartialDateField(
                                blank=True, null=True, precision_field="as_of_precision", verbose_name="address as of"
                            ),
                        ),
                        ("as_of_precision", iad_portal.lib.dates.fields.PrecisionField()),
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
                            "revision",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT, related_name="+", to="relations.revision"
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "historical embassy",
                        "verbose_name_plural": "historical embassies",
                        "ordering": ("-history_date", "-history_id"),
                        "get_latest_by": ("history_date", "history_id"),
                    },
                    bases=(simple_history.models.HistoricalChanges, models.Model),
                ),
                migrations.CreateModel(
                    name="HistoricalDocument",
                    fields=[
                        ("id", models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID")),
                        ("subject_id", models.CharField(max_length=40, verbose_name="record")),
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
                        ("upload_key", models.UUIDField(db_index=True, editable=False, null=True)),
                        ("sha256", models.CharField(blank=True, editable=False, max_length=64)),
                        (
                            "size",
                            models.PositiveBigIntegerField(default=0, editable=False, verbose_name="size in bytes"),
                        ),
                        ("file", models.TextField(blank=True, max_length=200, verbose_name="file")),
                        (
                            "kind",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("pdf", "PDF"),
                                    ("docx", "DOCX"),
                                    ("xlsx", "XLSX"),
                                    ("pptx", "PPTX"),
                                    ("odt", "ODT"),
                                    ("ods", "ODS"),
                                    ("csv", "CSV"),
                                    ("txt", "TXT"),
                                ],
                                editable=False,
                                max_length=8,
                                verbose_name="kind of file",
                            ),
                        ),
                        (
                            "code",
                            models.SlugField(
                                blank=True,
                                help_text="Permanent; may be left empty.",
                                max_length=80,
                                verbose_name="code",
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
                            "language",
                            iad_portal.lib.text.languages.LanguageField(
                                blank=True, max_length=10, verbose_name="language"
                            ),
                        ),
                        (
                            "dated_on",
                            iad_portal.lib.dates.fields.PartialDateField(
                                blank=True, null=True, precision_field="dated_precision", verbose_name="date"
                            ),
                        ),
                        ("dated_precision", iad_portal.lib.dates.fields.PrecisionField()),
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
                            "subject_type",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="contenttypes.contenttype",
                                verbose_name="kind of record",
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
                        "verbose_name": "historical document",
                        "verbose_name_plural": "historical documents",
                        "ordering": ("-history_date", "-history_id"),
                        "get_latest_by": ("history_date", "history_id"),
                    },
                    bases=(simple_history.models.HistoricalChanges, models.Model),
                ),
                migrations.CreateModel(
                    name="HistoricalCountry",
                    fields=[
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
                        ("iso", models.CharField(db_index=True, max_length=2, verbose_name="ISO code")),
                        (
                            "iso3",
                            models.CharField(
                                blank=True, db_index=True, max_length=3, null=True, verbose_name="three-letter ISO code"
                            ),
                        ),
                        ("name", iad_portal.lib.text.fields.LineField(max_length=120, verbose_name="short name")),
                        (
                            "name_th",
                            iad_portal.lib.text.fields.LineField(max_length=120, null=True, verbose_name="short name"),
                        ),
                        (
                            "name_en",
                            iad_portal.lib.text.fields.LineField(max_length=120, null=True, verbose_name="short name"),
                        ),
                        (
                            "formal_name",
                            iad_portal.lib.text.fields.LineField(
                                blank=True, max_length=200, verbose_name="formal name"
                            ),
                        ),
                        (
                            "formal_name_th",
                            iad_portal.lib.text.fields.LineField(
                                blank=True, max_length=200, null=True, verbose_name="formal name"
                            ),
                        ),
                        (
                            "formal_name_en",
                            iad_portal.lib.text.fields.LineField(
                                blank=True, max_length=200, null=True, verbose_name="formal name"
                            ),
                        ),
                        (
                            "region",
                            models.CharField(
                                choices=[
                                    ("asean", "ASEAN"),
                                    ("east_asia", "East Asia"),
                                    ("south_asia", "South Asia"),
                                    ("central_asia", "Central Asia"),
                                    ("middle_east", "Middle East"),
                                    ("europe", "Europe"),
                                    ("americas", "Americas"),
                                    ("africa", "Africa"),
                                    ("oceania", "Oceania"),
                                ],
                                max_length=20,
                                verbose_name="region",
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
                    ],
                    options={
                        "verbose_name": "historical country",
                        "verbose_name_plural": "historical countries",
                        "ordering": ("-history_date", "-history_id"),
                        "get_latest_by": ("history_date", "history_id"),
                    },
                    bases=(simple_history.models.HistoricalChanges, models.Model),
                ),
                migrations.CreateModel(
                    name="HistoricalCity",
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
                            "latitude",
                            iad_portal.lib.intake.coordinate_fields.CoordinateField(
                                axis="latitude",
                                blank=True,
                                decimal_places=5,
                                max_digits=8,
                                null=True,
                                verbose_name="latitude",
                            ),
                        ),
                        (
                            "longitude",
                            iad_portal.lib.intake.coordinate_fields.CoordinateField(
                                axis="longitude",
                                blank=True,
                                decimal_places=5,
                                max_digits=8,
                                null=True,
                                verbose_name="longitude",
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
                        ("name", iad_portal.lib.text.fields.LineField(max_length=160, verbose_name="name")),
                        (
                            "name_th",
                            iad_portal.lib.text.fields.LineField(max_length=160, null=True, verbose_name="name"),
                        ),
                        (
                            "name_en",
                            iad_portal.lib.text.fields.LineField(max_length=160, null=True, verbose_name="name"),
                        ),
                        (
                            "kind",
                            models.CharField(
                                choices=[
                                    ("home", "Bangkok (the home city)"),
                                    ("capital", "Capital city"),
                                    ("city", "City"),
                                    ("prefecture", "Prefecture"),
                                    ("province", "Province"),
                                ],
                                default="city",
                                max_length=12,
                                verbose_name="kind",
                            ),
                        ),
                        (
                            "pin_place",
                            iad_portal.lib.text.fields.LineField(
                                blank=True,
                                help_text="For a province: the city whose place the map shows.",
                                max_length=160,
                                verbose_name="where the pin stands",
                            ),
                        ),
                        (
                            "pin_place_th",
                            iad_portal.lib.text.fields.LineField(
                                blank=True,
                                help_text="For a province: the city whose place the map shows.",
                                max_length=160,
                                null=True,
                                verbose_name="where the pin stands",
                            ),
                        ),
                        (
                            "pin_place_en",
                            iad_portal.lib.text.fields.LineField(
                                blank=True,
                                help_text="For a province: the city whose place the map shows.",
                                max_length=160,
                                null=True,
                                verbose_name="where the pin stands",
                            ),
                        ),
                        ("website", models.URLField(blank=True, max_length=300, verbose_name="website")),
                        (
                            "office_order",
                            models.PositiveSmallIntegerField(
                                blank=True,
                                help_text="As printed on the old site's list of 32.",
                                null=True,
                                verbose_name="place on the office's published list",
                            ),
                        ),
                        (
                            "profile",
                            iad_portal.lib.text.fields.RichTextField(blank=True, default="", verbose_name="profile"),
                        ),
                        (
                            "profile_th",
                            iad_portal.lib.text.fields.RichTextField(
                                blank=True, default="", null=True, verbose_name="profile"
                            ),
                        ),
                        (
                            "profile_en",
                            iad_portal.lib.text.fields.RichTextField(
                                blank=True, default="", null=True, verbose_name="profile"
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
                            "revision",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT, related_name="+", to="relations.revision"
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "historical city",
                        "verbose_name_plural": "historical cities",
                        "ordering": ("-history_date", "-history_id"),
                        "get_latest_by": ("history_date", "history_id"),
                    },
                    bases=(simple_history.models.HistoricalChanges, models.Model),
                ),
                migrations.CreateModel(
                    name="HistoricalAlias",
                    fields=[
                        ("id", models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID")),
                        ("subject_id", models.CharField(max_length=40, verbose_name="record")),
                        ("name", iad_portal.lib.text.fields.LineField(max_length=300, verbose_name="other name")),
                        (
                            "language",
                            iad_portal.lib.text.languages.LanguageField(max_length=3, verbose_name="language"),
                        ),
                        (
                            "kind",
                            models.CharField(
                                choices=[
                                    ("old_site", "Spelling on the old site"),
                                    ("historical", "Historical name"),
                                    ("romanisation", "Romanisation"),
                                    ("native", "Native name"),
                                    ("other_name", "Other name"),
                                    ("short", "Short form"),
                                ],
                                max_length=12,
                                verbose_name="kind",
                            ),
                        ),
                        (
                            "until",
                            iad_portal.lib.dates.fields.PartialDateField(
                                blank=True,
                                help_text="For a historical name: agreements signed until then show it beside today’s name.",
                                null=True,
                                precision_field="until_precision",
                                verbose_name="in use until",
                            ),
                        ),
                        ("until_precision", iad_portal.lib.dates.fields.PrecisionField()),
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
                            "subject_type",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="contenttypes.contenttype",
                                verbose_name="kind of record",
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
                        "verbose_name": "historical other name",
                        "verbose_name_plural": "historical other names",
                        "ordering": ("-history_date", "-history_id"),
                        "get_latest_by": ("history_date", "history_id"),
                    },
                    bases=(simple_history.models.HistoricalChanges, models.Model),
                ),
                migrations.CreateModel(
                    name="HistoricalAgreement",
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
                            "number",
                            models.PositiveIntegerField(
                                db_index=True,
                                help_text="Never given again, never changed: it is the end of the address.",
                                verbose_name="permanent number",
                            ),
                        ),
                        (
                            "instrument",
                            models.CharField(
                                choices=[
                                    ("sister_city", "Sister city agreement"),
                                    ("friendship_city", "Friendship city agreement"),
                                    ("friendship_agreement", "Friendship agreement"),
                                    ("cooperation_agreement", "Cooperation agreement"),
                                    ("mou", "Memorandum of understanding"),
                                    ("protocol", "Protocol"),
                                    ("reaffirmation", "Reaffirmation of ties"),
                                    ("cooperation_programme", "Programme of cooperation"),
                                    ("letter_of_intent", "Letter of intent"),
                                    ("joint_statement", "Joint statement"),
                                    ("not_stated", "Form not stated"),
                                ],
                                max_length=24,
                                verbose_name="instrument",
                            ),
                        ),
                        (
                            "original_title",
                            iad_portal.lib.text.fields.LineField(
                                blank=True,
                                help_text="As printed on the paper, in its own language.",
                                max_length=300,
                                verbose_name="original title",
                            ),
                        ),
                        (
                            "original_language",
                            iad_portal.lib.text.languages.LanguageField(
                                blank=True, max_length=10, verbose_name="language of the original title"
                            ),
                        ),
                        (
                            "title",
                            iad_portal.lib.text.fields.LineField(
                                blank=True,
                                help_text="A plain rendering of the original title.",
                                max_length=300,
                                verbose_name="title",
                            ),
                        ),
                        (
                            "title_th",
                            iad_portal.lib.text.fields.LineField(
                                blank=True,
                                help_text="A plain rendering of the original title.",
                                max_length=300,
                                null=True,
                                verbose_name="title",
                            ),
                        ),
                        (
                            "title_en",
                            iad_portal.lib.text.fields.LineField(
                                blank=True,
                                help_text="A plain rendering of the original title.",
                                max_length=300,
                                null=True,
                                verbose_name="title",
                            ),
                        ),
                        (
                            "signed_on",
                            iad_portal.lib.dates.fields.PartialDateField(
                                blank=True, null=True, precision_field="signed_precision", verbose_name="signed on"
                            ),
                        ),
                        ("signed_precision", iad_portal.lib.dates.fields.PrecisionField()),
                        (
                            "place",
                            iad_portal.lib.text.fields.LineField(blank=True, max_length=200, verbose_name="signed at"),
                        ),
                        (
                            "place_th",
                            iad_portal.lib.text.fields.LineField(
                                blank=True, max_length=200, null=True, verbose_name="signed at"
                            ),
                        ),
                        (
                            "place_en",
                            iad_portal.lib.text.fields.LineField(
                                blank=True, max_length=200, null=True, verbose_name="signed at"
                            ),
                        ),
                        (
                            "cooperation",
                            iad_portal.lib.text.fields.ProseField(
                                blank=True, default="", verbose_name="fields of cooperation"
                            ),
                        ),
                        (
                            "cooperation_th",
                            iad_portal.lib.text.fields.ProseField(
                                blank=True, default="", null=True, verbose_name="fields of cooperation"
                            ),
                        ),
                        (
                            "cooperation_en",
                            iad_portal.lib.text.fields.ProseField(
                                blank=True, default="", null=True, verbose_name="fields of cooperation"
                            ),
                        ),
                        (
                            "effective_on",
                            iad_portal.lib.dates.fields.PartialDateField(
                                blank=True,
                                help_text="Leave empty when it binds from the day of signing.",
                                null=True,
                                precision_field="effective_precision",
                                verbose_name="in force from",
                            ),
                        ),
                        ("effective_precision", iad_portal.lib.dates.fields.PrecisionField()),
                        (
                            "expires_on",
                            iad_portal.lib.dates.fields.PartialDateField(
                                blank=True,
                                null=True,
                                precision_field="expires_precision",
                                verbose_name="in force until",
                            ),
                        ),
                        ("expires_precision", iad_portal.lib.dates.fields.PrecisionField()),
                        (
                            "renews_itself",
                            models.BooleanField(
                                default=False,
                                help_text="It goes on past its term until one side gives notice.",
                                verbose_name="renews itself",
                            ),
                        ),
                        (
                            "notice_months",
                            models.PositiveSmallIntegerField(blank=True, null=True, verbose_name="notice (months)"),
                        ),
                        (
                            "terminated_on",
                            iad_portal.lib.dates.fields.DayField(blank=True, null=True, verbose_name="terminated on"),
                        ),
                        (
                            "announced_ordinal",
                            models.PositiveSmallIntegerField(
                                blank=True,
                                help_text="As quoted then (“the 24th sister city”). The portal computes no ordinal while dates are missing.",
                                null=True,
                                verbose_name="ordinal announced at the time",
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
                            "city",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="relations.city",
                                verbose_name="partner city",
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
                            "renews",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="relations.agreement",
                                verbose_name="renews",
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
                        "verbose_name": "historical agreement",
                        "verbose_name_plural": "historical agreements",
                        "ordering": ("-history_date", "-history_id"),
                        "get_latest_by": ("history_date", "history_id"),
                    },
                    bases=(simple_history.models.HistoricalChanges, models.Model),
                ),
                migrations.CreateModel(
                    name="HistoricalAgency",
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
                        ("slug", models.SlugField(max_length=40, verbose_name="code")),
                        ("name", iad_portal.lib.text.fields.LineField(max_length=200, verbose_name="name")),
                        (
                            "name_th",
                            iad_portal.lib.text.fields.LineField(max_length=200, null=True, verbose_name="name"),
                        ),
                        (
                            "name_en",
                            iad_portal.lib.text.fields.LineField(max_length=200, null=True, verbose_name="name"),
                        ),
                        (
                            "kind",
                            models.CharField(
                                choices=[("office", "Office"), ("department", "Department")],
                                max_length=10,
                                verbose_name="kind",
                            ),
                        ),
                        (
                            "parent_name",
                            iad_portal.lib.text.fields.LineField(blank=True, max_length=200, verbose_name="belongs to"),
                        ),
                        (
                            "parent_name_th",
                            iad_portal.lib.text.fields.LineField(
                                blank=True, max_length=200, null=True, verbose_name="belongs to"
                            ),
                        ),
                        (
                            "parent_name_en",
                            iad_portal.lib.text.fields.LineField(
                                blank=True, max_length=200, null=True, verbose_name="belongs to"
                            ),
                        ),
                        (
                            "desk",
                            iad_portal.lib.text.fields.LineField(
                                blank=True,
                                help_text="The public desk for foreign affairs, not a person.",
                                max_length=200,
                                verbose_name="focal-point desk",
                            ),
                        ),
                        (
                            "desk_th",
                            iad_portal.lib.text.fields.LineField(
                                blank=True,
                                help_text="The public desk for foreign affairs, not a person.",
                                max_length=200,
                                null=True,
                                verbose_name="focal-point desk",
                            ),
                        ),
                        (
                            "desk_en",
                            iad_portal.lib.text.fields.LineField(
                                blank=True,
                                help_text="The public desk for foreign affairs, not a person.",
                                max_length=200,
                                null=True,
                                verbose_name="focal-point desk",
                            ),
                        ),
                        (
                            "phone",
                            iad_portal.lib.text.fields.LineField(blank=True, max_length=60, verbose_name="telephone"),
                        ),
                        ("email", models.EmailField(blank=True, max_length=254, verbose_name="e-mail")),
                        ("address", iad_portal.lib.text.fields.ProseField(blank=True, verbose_name="address")),
                        (
                            "address_th",
                            iad_portal.lib.text.fields.ProseField(blank=True, null=True, verbose_name="address"),
                        ),
                        (
                            "address_en",
                            iad_portal.lib.text.fields.ProseField(blank=True, null=True, verbose_name="address"),
                        ),
                        ("website", models.URLField(blank=True, max_length=300, verbose_name="website")),
                        ("social", models.URLField(blank=True, max_length=300, verbose_name="social media page")),
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
                    ],
                    options={
                        "verbose_name": "historical agency",
                        "verbose_name_plural": "historical agencies",
                        "ordering": ("-history_date", "-history_id"),
                        "get_latest_by": ("history_date", "history_id"),
                    },
                    bases=(simple_history.models.HistoricalChanges, models.Model),
                ),
                migrations.CreateModel(
                    name="Signatory",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        (
                            "side",
                            models.CharField(
                                choices=[("bangkok", "For Bangkok"), ("partner", "For the partner")],
                                max_length=8,
                                verbose_name="side",
                            ),
                        ),
                        (
                            "post_title",
                            iad_portal.lib.text.fields.LineField(
                                blank=True, max_length=250, verbose_name="post at the time"
                            ),
                        ),
                        (
                            "post_title_th",
                            iad_portal.lib.text.fields.LineField(
                                blank=True, max_length=250, null=True, verbose_name="post at the time"
                            ),
                        ),
                        (
                            "post_title_en",
                            iad_portal.lib.text.fields.LineField(
                                blank=True, max_length=250, null=True, verbose_name="post at the time"
                            ),
                        ),
                        ("order", models.PositiveSmallIntegerField(default=1, verbose_name="order")),
                        (
                            "agreement",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="signatories",
                                to="relations.agreement",
                                verbose_name="agreement",
                            ),
                        ),
                        (
                            "person",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="signatures",
                                to="relations.person",
                                verbose_name="person",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "signatory",
                        "verbose_name_plural": "signatories",
                        "ordering": ["side", "order", "pk"],
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(("side__in", ["bangkok", "partner"])), name="signatory_side_known"
                            ),
                            models.UniqueConstraint(fields=("agreement", "person"), name="signatory_once"),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Source",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("code", models.SlugField(max_length=80, unique=True, verbose_name="code")),
                        ("publisher", iad_portal.lib.text.fields.LineField(max_length=250, verbose_name="publisher")),
                        (
                            "publisher_th",
                            iad_portal.lib.text.fields.LineField(max_length=250, null=True, verbose_name="publisher"),
                        ),
                        (
                            "publisher_en",
                            iad_portal.lib.text.fields.LineField(max_length=250, null=True, verbose_name="publisher"),
                        ),
                        (
                            "title",
                            iad_portal.lib.text.fields.LineField(
                                blank=True,
                                help_text="As printed, in its own language.",
                                max_length=500,
                                verbose_name="title",
                            ),
                        ),
                        ("address", models.URLField(blank=True, max_length=800, verbose_name="web address")),
                        (
                            "dated_on",
                            iad_portal.lib.dates.fields.PartialDateField(
                                blank=True, null=True, precision_field="dated_precision", verbose_name="date"
                            ),
                        ),
                        ("dated_precision", iad_portal.lib.dates.fields.PrecisionField()),
                        (
                            "language",
                            iad_portal.lib.text.languages.LanguageField(
                                blank=True, max_length=10, verbose_name="language"
                            ),
                        ),
                        (
                            "licence",
                            iad_portal.lib.text.fields.LineField(blank=True, max_length=100, verbose_name="licence"),
                        ),
                        (
                            "credit",
                            iad_portal.lib.text.fields.LineField(
                                blank=True, max_length=250, verbose_name="credit line that is due"
                            ),
                        ),
                        (
                            "credit_th",
                            iad_portal.lib.text.fields.LineField(
                                blank=True, max_length=250, null=True, verbose_name="credit line that is due"
                            ),
                        ),
                        (
                            "credit_en",
                            iad_portal.lib.text.fields.LineField(
                                blank=True, max_length=250, null=True, verbose_name="credit line that is due"
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "source",
                        "verbose_name_plural": "sources",
                        "ordering": ["code"],
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(
                                    (
                                        "language__in",
                                        [
                                            "",
                                            "aa",
                                            "ab",
                                            "ae",
                                            "af",
                                            "ak",
                                            "am",
                                            "an",
                                            "ar",
                                            "as",
                                            "av",
                                            "ay",
                                            "az",
                                            "ba",
                                            "be",
                                            "bg",
                                            "bi",
                                            "bm",
                                            "bn",
                                            "bo",
                                            "br",
                                            "bs",
                                            "ca",
                                            "ce",
                                            "ceb",
                                            "ch",
                                            "co",
                                            "cr",
                                            "cs",
                                            "cu",
                                            "cv",
                                            "cy",
                                            "da",
                                            "de",
                                            "dv",
                                            "dz",
                                            "ee",
                                            "el",
                                            "en",
                                            "eo",
                                            "es",
                                            "et",
                                            "eu",
                                            "fa",
                                            "ff",
                                            "fi",
                                            "fil",
                                            "fj",
                                            "fo",
                                            "fr",
                                            "fy",
                                            "ga",
                                            "gd",
                                            "gl",
                                            "gn",
                                            "gu",
                                            "gv",
                                            "ha",
                                            "hak",
                                            "he",
                                            "hi",
                                            "ho",
                                            "hr",
                                            "ht",
                                            "hu",
                                            "hy",
                                            "hz",
                                            "ia",
                                            "id",
                                            "ie",
                                            "ig",
                                            "ii",
                                            "ik",
                                            "io",
                                            "is",
                                            "it",
                                            "iu",
                                            "ja",
                                            "jv",
                                            "ka",
                                            "kg",
                                            "ki",
                                            "kj",
                                            "kk",
                                            "kl",
                                            "km",
                                            "kn",
                                            "ko",
                                            "kr",
                                            "ks",
                                            "ksw",
                                            "ku",
                                            "kv",
                                            "kw",
                                            "ky",
                                            "la",
                                            "lb",
                                            "lg",
                                            "li",
                                            "ln",
                                            "lo",
                                            "lt",
                                            "lu",
                                            "lv",
                                            "mg",
                                            "mh",
                                            "mi",
                                            "mk",
                                            "ml",
                                            "mn",
                                            "mnw",
                                            "mr",
                                            "ms",
                                            "mt",
                                            "mul",
                                            "my",
                                            "na",
                                            "nan",
                                            "nb",
                                            "nd",
                                            "ne",
                                            "ng",
                                            "nl",
                                            "nn",
                                            "no",
                                            "nr",
                                            "nv",
                                            "ny",
                                            "oc",
                                            "oj",
                                            "om",
                                            "or",
                                            "os",
                                            "pa",
                                            "pi",
                                            "pl",
                                            "ps",
                                            "pt",
                                            "qu",
                                            "rm",
                                            "rn",
                                            "ro",
                                            "ru",
                                            "rw",
                                            "sa",
                                            "sc",
                                            "sd",
                                            "se",
                                            "sg",
                                            "shn",
                                            "si",
                                            "sk",
                                            "sl",
                                            "sm",
                                            "sn",
                                            "so",
                                            "sq",
                                            "sr",
                                            "ss",
                                            "st",
                                            "su",
                                            "sv",
                                            "sw",
                                            "ta",
                                            "te",
                                            "tet",
                                            "tg",
                                            "th",
                                            "ti",
                                            "tk",
                                            "tn",
                                            "to",
                                            "tr",
                                            "ts",
                                            "tt",
                                            "tw",
                                            "ty",
                                            "ug",
                                            "uk",
                                            "und",
                                            "ur",
                                            "uz",
                                            "ve",
                                            "vi",
                                            "vo",
                                            "wa",
                                            "wo",
                                            "wuu",
                                            "xh",
                                            "yi",
                                            "yo",
                                            "yue",
                                            "za",
                                            "zh",
                                            "zu",
                                        ],
                                    )
                                ),
                                name="source_language_known",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("dated_precision__in", ["day", "month", "year", ""])),
                                name="source_dated_precision",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="HistoricalCitation",
                    fields=[
                        ("id", models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID")),
                        ("subject_id", models.CharField(max_length=40, verbose_name="record")),
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
                            "subject_type",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="contenttypes.contenttype",
                                verbose_name="kind of record",
                            ),
                        ),
                        (
                            "revision",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT, related_name="+", to="relations.revision"
                            ),
                        ),
                        (
                            "source",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="relations.source",
                                verbose_name="source",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "historical source of this record",
                        "verbose_name_plural": "historical sources of this record",
                        "ordering": ("-history_date", "-history_id"),
                        "get_latest_by": ("history_date", "history_id"),
                    },
                    bases=(simple_history.models.HistoricalChanges, models.Model),
                ),
                migrations.CreateModel(
                    name="Citation",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("subject_id", models.CharField(max_length=40, verbose_name="record")),
                        ("order", models.PositiveSmallIntegerField(default=0, verbose_name="order")),
                        (
                            "subject_type",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="+",
                                to="contenttypes.contenttype",
                                verbose_name="kind of record",
                            ),
                        ),
                        (
                            "source",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="citations",
                                to="relations.source",
                                verbose_name="source",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "source of this record",
                        "verbose_name_plural": "sources of this record",
                        "ordering": ["order", "pk"],
                        "abstract": False,
                        "indexes": [
                            models.Index(fields=["subject_type", "subject_id"], name="relations_c_subject_fbdeee_idx")
                        ],
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("subject_type", "subject_id", "source"), name="citation_once"
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Alias",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("subject_id", models.CharField(max_length=40, verbose_name="record")),
                        ("name", iad_portal.lib.text.fields.LineField(max_length=300, verbose_name="other name")),
                        (
                            "language",
                            iad_portal.lib.text.languages.LanguageField(max_length=3, verbose_name="language"),
                        ),
                        (
                            "kind",
                            models.CharField(
                                choices=[
                                    ("old_site", "Spelling on the old site"),
                                    ("historical", "Historical name"),
                                    ("romanisation", "Romanisation"),
                                    ("native", "Native name"),
                                    ("other_name", "Other name"),
                                    ("short", "Short form"),
                                ],
                                max_length=12,
                                verbose_name="kind",
                            ),
                        ),
                        (
                            "until",
                            iad_portal.lib.dates.fields.PartialDateField(
                                blank=True,
                                help_text="For a historical name: agreements signed until then show it beside today’s name.",
                                null=True,
                                precision_field="until_precision",
                                verbose_name="in use until",
                            ),
                        ),
                        ("until_precision", iad_portal.lib.dates.fields.PrecisionField()),
                        (
                            "subject_type",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="+",
                                to="contenttypes.contenttype",
                                verbose_name="kind of record",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "other name",
                        "verbose_name_plural": "other names",
                        "ordering": ["language", "name", "pk"],
                        "abstract": False,
                        "indexes": [
                            models.Index(fields=["subject_type", "subject_id"], name="relations_a_subject_c06228_idx")
                        ],
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(
                                    (
                                        "language__in",
                                        [
                                            "aa",
                                            "ab",
                                            "ae",
                                            "af",
                                            "ak",
                                            "am",
                                            "an",
                                            "ar",
                                            "as",
                                            "av",
                                            "ay",
                                            "az",
                                            "ba",
                                            "be",
                                            "bg",
                                            "bi",
                                            "bm",
                                            "bn",
                                            "bo",
                                            "br",
                                            "bs",
                                            "ca",
                                            "ce",
                                            "ceb",
                                            "ch",
                                            "co",
                                            "cr",
                                            "cs",
                                            "cu",
                                            "cv",
                                            "cy",
                                            "da",
                                            "de",
                                            "dv",
                                            "dz",
                                            "ee",
                                            "el",
                                            "en",
                                            "eo",
                                            "es",
                                            "et",
                                            "eu",
                                            "fa",
                                            "ff",
                                            "fi",
                                            "fil",
                                            "fj",
                                            "fo",
                                            "fr",
                                            "fy",
                                            "ga",
                                            "gd",
                                            "gl",
                                            "gn",
                                            "gu",
                                            "gv",
                                            "ha",
                                            "hak",
                                            "he",
                                            "hi",
                                            "ho",
                                            "hr",
                                            "ht",
                                            "hu",
                                            "hy",
                                            "hz",
                                            "ia",
                                            "id",
                                            "ie",
                                            "ig",
                                            "ii",
                                            "ik",
                                            "io",
                                            "is",
                                            "it",
                                            "iu",
                                            "ja",
                                            "jv",
                                            "ka",
                                            "kg",
                                            "ki",
                                            "kj",
                                            "kk",
                                            "kl",
                                            "km",
                                            "kn",
                                            "ko",
                                            "kr",
                                            "ks",
                                            "ksw",
                                            "ku",
                                            "kv",
                                            "kw",
                                            "ky",
                                            "la",
                                            "lb",
                                            "lg",
                                            "li",
                                            "ln",
                                            "lo",
                                            "lt",
                                            "lu",
                                            "lv",
                                            "mg",
                                            "mh",
                                            "mi",
                                            "mk",
                                            "ml",
                                            "mn",
                                            "mnw",
                                            "mr",
                                            "ms",
                                            "mt",
                                            "mul",
                                            "my",
                                            "na",
                                            "nan",
                                            "nb",
                                            "nd",
                                            "ne",
                                            "ng",
                                            "nl",
                                            "nn",
                                            "no",
                                            "nr",
                                            "nv",
                                            "ny",
                                            "oc",
                                            "oj",
                                            "om",
                                            "or",
                                            "os",
                                            "pa",
                                            "pi",
                                            "pl",
                                            "ps",
                                            "pt",
                                            "qu",
                                            "rm",
                                            "rn",
                                            "ro",
                                            "ru",
                                            "rw",
                                            "sa",
                                            "sc",
                                            "sd",
                                            "se",
                                            "sg",
                                            "shn",
                                            "si",
                                            "sk",
                                            "sl",
                                            "sm",
                                            "sn",
                                            "so",
                                            "sq",
                                            "sr",
                                            "ss",
                                            "st",
                                            "su",
                                            "sv",
                                            "sw",
                                            "ta",
                                            "te",
                                            "tet",
                                            "tg",
                                            "th",
                                            "ti",
                                            "tk",
                                            "tn",
                                            "to",
                                            "tr",
                                            "ts",
                                            "tt",
                                            "tw",
                                            "ty",
                                            "ug",
                                            "uk",
                                            "und",
                                            "ur",
                                            "uz",
                                            "ve",
                                            "vi",
                                            "vo",
                                            "wa",
                                            "wo",
                                            "wuu",
                                            "xh",
                                            "yi",
                                            "yo",
                                            "yue",
                                            "za",
                                            "zh",
                                            "zu",
                                        ],
                                    )
                                ),
                                name="alias_language_known",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    (
                                        "kind__in",
                                        ["old_site", "historical", "romanisation", "native", "other_name", "short"],
                                    )
                                ),
                                name="alias_kind_known",
                            ),
                            models.UniqueConstraint(fields=("subject_type", "subject_id", "name"), name="alias_once"),
                        ],
                    },
                ),
            ],
        ),
    ]
