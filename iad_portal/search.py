"""Plain search over every kind of record: a word of the query must stand in a title, a name, a summary or an alias.

It asks one question a kind, of the columns of both languages, so that a Thai query finds a record on the English site.
"""

from dataclasses import dataclass

from django.contrib.contenttypes.models import ContentType
from django.db import models
from django.db.models import Exists, OuterRef, Q, QuerySet
from django.db.models.functions import Cast
from django.utils.translation import gettext_lazy as _

from iad_portal.lib.hygiene import clean_line
from iad_portal.models import Page
from networks.models import Meeting, Network
from news.models import Article
from plans.models import Plan
from relations.models import Agreement, Alias, City, Embassy

LONGEST_QUERY = 200
MOST_WORDS = 8
MOST_RESULTS = 20


@dataclass(frozen=True)
class Kind:
    """One kind of record that search looks through: its heading, its records, and the columns it reads."""

    label: str
    model: type[models.Model]
    fields: tuple[str, ...]
    has_aliases: bool = False

    def find(self, words: list[str]) -> QuerySet:
        """The published records in which every one of `words` stands."""
        rows = self.model.objects.published()
        for word in words:
            rows = rows.filter(self._contains(word))
        return rows

    def _contains(self, word: str) -> Q:
        found = Q(pk__in=[])
        for field in self.fields:
            found |= Q(**{f"{field}__icontains": word})
        if self.has_aliases:
            content_type = ContentType.objects.get_for_model(self.model)
            key = Cast(OuterRef("pk"), models.CharField())
            found |= Exists(Alias.objects.filter(subject_type=content_type, subject_id=key, name__icontains=word))
        return found


def _both(*names: str) -> tuple[str, ...]:
    return tuple(f"{name}_{language}" for name in names for language in ("th", "en"))


KINDS = (
    Kind(_("Cities"), City, (*_both("name", "country__name", "country__formal_name"), "slug"), has_aliases=True),
    Kind(_("Agreements"), Agreement, (*_both("title", "city__name", "cooperation"), "original_title")),
    Kind(_("Embassies"), Embassy, _both("name", "country__name"), has_aliases=True),
    Kind(_("Networks"), Network, (*_both("name", "aims"), "acronym", "founded_as"), has_aliases=True),
    Kind(_("Meetings"), Meeting, _both("title", "theme", "venue", "network__name")),
    Kind(_("Plans"), Plan, _both("title", "note")),
    Kind(_("News"), Article, _both("title", "lead", "body")),
    Kind(_("About the office"), Page, _both("title", "lead", "body")),
)


def words_of(query: str) -> list[str]:
    """The words of what a person typed, repaired and cut to a sensible length; Thai phrases stay whole."""
    return clean_line(query[:LONGEST_QUERY]).split()[:MOST_WORDS]
