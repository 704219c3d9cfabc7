"""Rows that may belong to a record of any app: figures, photos, documents, aliases, citations.

They point at their record by content type, so that an app above gets them without this app knowing it.
"""

from collections import defaultdict
from collections.abc import Iterable

from django.contrib.contenttypes.fields import GenericForeignKey
from django.contrib.contenttypes.models import ContentType
from django.db import models
from django.utils.translation import gettext_lazy as _

from iad_portal.lib.records.kept_queries import Kept
from iad_portal.lib.records.publishing import Part


class SubjectQuerySet(models.QuerySet):
    """Rows asked for by the records they belong to."""

    def of(self, *records: models.Model):
        """Rows that belong to any of `records`, which may be of several models: one query."""
        by_type = defaultdict(list)
        for record in records:
            by_type[ContentType.objects.get_for_model(record)].append(record.pk)
        wanted = models.Q(pk__in=[])
        for content_type, keys in by_type.items():
            wanted |= models.Q(subject_type=content_type, subject_id__in=[str(key) for key in keys])
        return self.filter(wanted)

    def by_record(self, records: Iterable[models.Model]) -> dict[models.Model, list]:
        """The rows of each of `records`: one query for all. Each row knows its record without asking again."""
        found: dict[models.Model, list] = {record: [] for record in records}
        types = {kind: ContentType.objects.get_for_model(kind).pk for kind in {type(record) for record in found}}
        keys = {(types[type(record)], str(record.pk)): record for record in found}
        subject, rows_of = self.model._meta.get_field("subject"), {key: found[record] for key, record in keys.items()}
        for row in self._of_keys(keys):
            key = row.subject_type_id, row.subject_id
            subject.set_cached_value(row, keys[key])  # what its columns name already
            rows_of[key].append(row)
        return found

    def _of_keys(self, keys: Iterable[tuple[int, str]]) -> list:
        """The rows of (content type, key) pairs: a kept query, unless these rows were narrowed before."""
        by_type = defaultdict(list)
        for content_type, key in keys:
            by_type[content_type].append(key)
        types = sorted(by_type)

        def build(**places) -> models.QuerySet:
            wanted = models.Q(pk__in=[])
            for content_type in types:
                wanted |= models.Q(subject_type=content_type, subject_id__in=places[f"keys_{content_type}"])
            return self.filter(wanted)

        if not by_type or self.query.where:
            return list(build(**{f"keys_{content_type}": some for content_type, some in by_type.items()}))
        name = self.model, tuple(types), repr(self.query.select_related), tuple(self.query.annotations)
        return Kept(build, name, {f"keys_{content_type}": by_type[content_type] for content_type in types}).rows()


class OfSubject(Part):
    """A part of some record of any app."""

    owner_field = "subject"

    subject_type = models.ForeignKey(ContentType, models.CASCADE, related_name="+", verbose_name=_("kind of record"))
    subject_id = models.CharField(_("record"), max_length=40)
    subject = GenericForeignKey("subject_type", "subject_id")

    objects = SubjectQuerySet.as_manager()

    class Meta:
        abstract = True
        indexes = [models.Index(fields=["subject_type", "subject_id"])]
