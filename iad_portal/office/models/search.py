"""The one index of the whole portal: what search finds, by which words, and what it shows of it.

Made from the records by iad_portal.office.search.index and by nothing else; it can be thrown away and built anew.
"""

from datetime import datetime

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from iad_portal.lib.dates.fields import PartialDateField, PrecisionField
from iad_portal.lib.records.constraints import once
from iad_portal.lib.records.kept_queries import Now
from iad_portal.lib.records.page_keys import PageKey
from iad_portal.lib.search.lexemes import LexemesField
from iad_portal.lib.search.words import LONGEST_WORD
from iad_portal.lib.text.bilingual import Text, other_language, reader_language


class SearchEntryQuerySet(models.QuerySet):
    """Which entries may be seen, and which are results."""

    def seen(self, at: datetime | None = None):
        """Entries of records that lists show at `at` (an aware datetime; now): a scheduled one comes by itself."""
        return self.filter(Q(publish_at__isnull=True) | Q(publish_at__lte=at or Now()))

    def results(self, at: datetime | None = None):
        """The same, without those that have no page and only lend their names."""
        return self.seen(at).filter(is_result=True)


class SearchEntry(models.Model):
    """One record that is published, or will be at its moment. No text here is a draft's, or held back."""

    kind = models.CharField(max_length=20)
    key = models.CharField(max_length=40)
    publish_at = models.DateTimeField(null=True)
    is_result = models.BooleanField()
    is_doubtful = models.BooleanField(default=False)
    day = PartialDateField(null=True, precision_field="day_precision")
    day_precision = PrecisionField()
    year = models.PositiveSmallIntegerField(null=True)
    countries = models.CharField(max_length=800)  # ISO codes with a space between
    place = models.CharField(max_length=400)  # orders what is equal otherwise: digits, alike in every locale
    edition = models.PositiveSmallIntegerField()
    page = models.CharField(max_length=120)  # a PageKey
    title_th = models.CharField(max_length=600)
    title_en = models.CharField(max_length=600)
    names = models.TextField()  # one a line
    said_th = models.TextField()
    said_en = models.TextField()
    words = LexemesField()

    objects = SearchEntryQuerySet.as_manager()

    class Meta:
        default_permissions = ()
        constraints = [once("kind", "key", name="search_entry_once", sentence=_("Search holds this already."))]

    def __str__(self) -> str:
        return f"{self.kind} {self.key}"

    def address(self, language: str) -> str:
        """The path of the page on which the record is seen, in `language`."""
        return PageKey.read(self.page).url(language)

    def text(self, name: str, language: str | None = None) -> Text:
        """ "title" or "said" for a reader of `language` (the active one), else in the other one."""
        wanted = reader_language(language)
        for code in (wanted, other_language(wanted)):
            if value := getattr(self, f"{name}_{code}"):
                return Text(value, code, wanted)
        return Text("", wanted, wanted)


class SearchWord(models.Model):
    """A word or short name that stands in some entry: where parts of words, and what was meant, are looked up."""

    text = models.CharField(max_length=LONGEST_WORD, primary_key=True)

    class Meta:
        default_permissions = ()

    def __str__(self) -> str:
        return self.text


class SearchSlip(models.Model):
    """A word without one of its letters, or without its tone marks: two words that share one are easily confused."""

    word = models.ForeignKey(SearchWord, models.CASCADE, related_name="slips")
    slip = models.CharField(max_length=LONGEST_WORD, db_index=True)

    class Meta:
        default_permissions = ()
        constraints = [once("word", "slip", name="search_slip_once", sentence=_("Search holds this already."))]

    def __str__(self) -> str:
        return f"{self.slip} ({self.word_id})"
