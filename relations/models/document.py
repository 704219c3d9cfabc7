"""Papers: a signed text, a declaration, an order, a PDF."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from iad_portal.lib.dates.calendar import Precision
from iad_portal.lib.dates.fields import PartialDateField, PrecisionField
from iad_portal.lib.media.models import DocumentFile
from iad_portal.lib.records.publishing import known_codes
from iad_portal.lib.text.bilingual import name_for_staff, text_of
from iad_portal.lib.text.fields import LineField, ProseField
from iad_portal.lib.text.languages import LanguageField, known_language

from .source import Sourced
from .subject import OfSubject


class Document(Sourced, DocumentFile, OfSubject):
    """A paper of one record; it may be on record although the portal holds no file of it."""

    code = models.SlugField(_("code"), max_length=80, blank=True, help_text=_("Permanent; may be left empty."))
    title = LineField(_("title"), max_length=300)
    language = LanguageField(_("language"), max_length=10, blank=True)
    dated_on = PartialDateField(_("date"), ahead=1, null=True, blank=True, precision_field="dated_precision")
    dated_precision = PrecisionField()
    note = ProseField(_("note"), blank=True, default="")
    order = models.PositiveSmallIntegerField(_("order"), default=0)

    class Meta(OfSubject.Meta):
        verbose_name = _("document")
        verbose_name_plural = _("documents")
        ordering = ["order", "pk"]
        constraints = [
            known_language("language", "document_language_known"),
            known_codes("dated_precision", Precision, "document_dated_precision", blank=True),
        ]

    @property
    def title_for_saving(self) -> str:
        """The title in the language of the paper, or else in Thai, or else in English; nothing that is held back."""
        return text_of(self, "title", self.language).value

    def __str__(self) -> str:
        return name_for_staff(self, "title")
