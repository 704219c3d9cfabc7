"""Where a fact comes from."""

from django.contrib.contenttypes.fields import GenericRelation
from django.db import models
from django.utils.translation import gettext_lazy as _

from iad_portal.lib.claims.witnesses import hear_and_save
from iad_portal.lib.dates.calendar import Precision
from iad_portal.lib.dates.fields import PartialDateField, PrecisionField
from iad_portal.lib.records.codes import CodeField
from iad_portal.lib.records.constraints import once
from iad_portal.lib.records.publishing import known_codes
from iad_portal.lib.records.quick_rows import QuickRow
from iad_portal.lib.records.unit_of_work import unit_of_work
from iad_portal.lib.text.bilingual import name_for_staff
from iad_portal.lib.text.cuts import cut_to
from iad_portal.lib.text.fields import LineField, ProseField
from iad_portal.lib.text.languages import LanguageField, known_language

from .subject import OfSubject


class Source(QuickRow):
    """A page, paper or data set that says something: publisher, title, address, date."""

    named_by = ("title", "publisher")
    quotes = ("publisher", "title", "licence", "credit")

    code = CodeField(_("code"), max_length=80, unique=True)
    publisher = LineField(_("publisher"), max_length=250)
    title = LineField(_("title"), max_length=500, blank=True, help_text=_("As printed, in its own language."))
    address = models.URLField(_("web address"), max_length=800, blank=True)
    dated_on = PartialDateField(_("date"), ahead=1, null=True, blank=True, precision_field="dated_precision")
    dated_precision = PrecisionField()
    language = LanguageField(_("language"), max_length=10, blank=True)
    licence = LineField(_("licence"), max_length=100, blank=True)
    credit = LineField(_("credit line that is due"), max_length=250, blank=True)

    class Meta:
        verbose_name = _("source")
        verbose_name_plural = _("sources")
        ordering = ["code"]
        constraints = [
            known_language("language", "source_language_known"),
            known_codes("dated_precision", Precision, "source_dated_precision", blank=True),
        ]

    def __str__(self) -> str:
        return cut_to(" · ".join(filter(None, [name_for_staff(self, "publisher"), self.title])), 180)

    def save(self, *args, **kwargs):
        """A date that is entered, or a later one, confirms the records that cite it."""
        is_new = self._state.adding
        with unit_of_work():
            super().save(*args, **kwargs)
            if self.dated_on and not is_new:
                for citation in self.citations.prefetch_related("subject"):
                    hear_and_save(citation.subject, self.dated_on)


class Citation(OfSubject):
    """A record leans on a source; in the order in which the office names them."""

    source = models.ForeignKey(Source, models.PROTECT, related_name="citations", verbose_name=_("source"))
    order = models.PositiveSmallIntegerField(_("order"), default=0)

    class Meta(OfSubject.Meta):
        verbose_name = _("source of this record")
        verbose_name_plural = _("sources of this record")
        ordering = ["order", "pk"]
        constraints = [
            once(
                "subject_type",
                "subject_id",
                "source",
                name="citation_once",
                sentence=_("This source is already among the sources of this record."),
            ),
        ]

    def __str__(self) -> str:
        return str(self.source)

    def save(self, *args, **kwargs):
        """A dated source confirms the record that cites it."""
        with unit_of_work():
            super().save(*args, **kwargs)
            hear_and_save(self.subject, self.source.dated_on)


class Sourced(QuickRow):
    """A record with sources, and perhaps a doubt: what the office should confirm, which hides nothing.

    That there is one is public; its words are for officers only.
    """

    doubt = ProseField(
        _("doubt"),
        blank=True,
        default="",
        help_text=_("For officers only: what is still to be confirmed, and with whom."),
    )
    citations = GenericRelation(Citation, "subject_id", "subject_type")

    class Meta:
        abstract = True

    @property
    def is_doubtful(self) -> bool:
        """Whether an officer noted, in either language, that something of it is still to be confirmed."""
        return bool(getattr(self, "doubt_th", "") or getattr(self, "doubt_en", ""))
