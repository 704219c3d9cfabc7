"""Other names of a record: what people really type."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from iad_portal.lib.constraints import once
from iad_portal.lib.fields import LineField
from iad_portal.lib.languages import LanguageField, known_language
from iad_portal.lib.publishing import known_codes

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
    """A single other name of a city, network, embassy, country or agency; found by search, never shown as its name."""

    name = LineField(_("other name"), max_length=80)
    language = LanguageField(_("language"), max_length=3)
    kind = models.CharField(_("kind"), max_length=12, choices=AliasKind)

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
