"""Other names of a record: what people really type."""

from collections.abc import Iterable

from django.db import models
from django.utils.translation import gettext_lazy as _

from iad_portal.lib.dates.calendar import PartialDate
from iad_portal.lib.dates.fields import PartialDateField, PrecisionField
from iad_portal.lib.records.constraints import once
from iad_portal.lib.records.publishing import known_codes
from iad_portal.lib.text.bilingual import Text, other_language, reader_language
from iad_portal.lib.text.fields import LineField
from iad_portal.lib.text.languages import LanguageField, known_language

from .subject import OfSubject


class AliasKind(models.TextChoices):
    """Why there is another name."""

    OLD_SITE = "old_site", _("Spelling on the old site")
    HISTORICAL = "historical", _("Historical name")
    ROMANISATION = "romanisation", _("Romanisation")
    NATIVE = "native", _("Native name")
    OTHER_NAME = "other_name", _("Other name")
    SHORT = "short", _("Short form")


class Alias(OfSubject):
    """A single other name of a city, network, embassy, country or agency; found by search.

    Never shown as its name, but for a historical one with its end: beside today's name, where something was signed
    under it.
    """

    quotes = ("name",)

    name = LineField(_("other name"), max_length=300)
    language = LanguageField(_("language"), max_length=3)
    kind = models.CharField(_("kind"), max_length=12, choices=AliasKind)
    until = PartialDateField(
        _("in use until"),
        null=True,
        blank=True,
        precision_field="until_precision",
        help_text=_("For a historical name: agreements signed until then show it beside today’s name."),
    )
    until_precision = PrecisionField()

    class Meta(OfSubject.Meta):
        verbose_name = _("other name")
        verbose_name_plural = _("other names")
        ordering = ["language", "name", "pk"]
        constraints = [
            known_language("language", "alias_language_known", blank=False),
            known_codes("kind", AliasKind, "alias_kind_known"),
            once(
                "subject_type",
                "subject_id",
                "name",
                name="alias_once",
                sentence=_("This name is already among the other names of this record."),
            ),
        ]

    def __str__(self) -> str:
        return self.name


def name_at(aliases: Iterable[Alias], day: PartialDate | None) -> Text:
    """What a record with these `aliases` was called on `day`, where that differs from today.

    It is the historical name that ended first since; in the reader's language, else in the other one; empty when the
    day is not known or no such name is dated.
    """
    wanted, names = reader_language(), {}
    dated = [alias for alias in aliases if alias.kind == AliasKind.HISTORICAL and alias.until]
    for alias in sorted(dated, key=lambda alias: alias.until.last_day, reverse=True) if day else ():
        if alias.until.last_day >= day.first_day:
            names[alias.language] = alias.name
    for language in (wanted, other_language(wanted)):
        if language in names:
            return Text(names[language], language, wanted)
    return Text("", wanted, wanted)
