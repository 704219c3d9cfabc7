"""Who may see a record, and from when.

There are two queries for publishable records and no others: `published()` for lists, totals, feeds, sitemap, search and
exports; `readable()` for the record's own page, which stays, under its notice, after the record is withdrawn. Nobody
filters on `status` by hand. A scheduled moment needs no job: both queries compare `publish_at` with the clock.
"""

from collections.abc import Hashable, Iterable
from datetime import datetime
from typing import Any, Self

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from iad_portal.lib.dates.fields import MomentField
from iad_portal.lib.records.constraints import SaidCheck, must
from iad_portal.lib.records.held_rows import held, note_held, note_saved
from iad_portal.lib.records.holds import faults_of_holds
from iad_portal.lib.records.kept_queries import Now
from iad_portal.lib.records.labels import Labelled
from iad_portal.lib.records.sides import SINCE, columns_in_step, sides_after
from iad_portal.lib.records.unit_of_work import UnitOfWork, unit_of_work
from iad_portal.lib.text.fields import ProseField


class Status(models.TextChoices):
    """The three states that an officer gives a record."""

    DRAFT = "draft", _("Draft")
    PUBLISHED = "published", _("Published")
    WITHDRAWN = "withdrawn", _("Withdrawn")


LISTED = (Status.PUBLISHED,)
READABLE = (Status.PUBLISHED, Status.WITHDRAWN)


def visible(statuses: tuple[Status, ...], at: datetime | None = None, prefix: str = "") -> Q:
    """The condition that a record is in one of `statuses` and its moment has come at `at` (an aware datetime; now).

    `prefix` (such as `"city__"`) asks it of a related record.
    """
    return Q(**{f"{prefix}status__in": statuses}) & (
        Q(**{f"{prefix}publish_at__isnull": True}) | Q(**{f"{prefix}publish_at__lte": at or Now()})
    )


class PublishableQuerySet(models.QuerySet[Any]):
    """The two queries of publishing, over many records."""

    def published(self, at: datetime | None = None) -> Self:
        """Records that lists, totals, feeds, search and exports show at `at` (an aware datetime; now)."""
        return self.filter(visible(LISTED, at))

    def ever_published(self) -> Self:
        """Records that lists show now, or will show from their moment on if nobody changes them."""
        return self.filter(status__in=LISTED)

    def readable(self, at: datetime | None = None) -> Self:
        """Records whose own page answers at `at`: the published ones and the withdrawn, under their notice."""
        return self.filter(visible(READABLE, at))

    def bulk_create(self, objs: Iterable[Any], *args: Any, **kwargs: Any) -> list[Any]:
        """As Django's; what a save notes of a record is noted here too."""
        objs = list(objs)
        for record in objs:
            record.note_publication()
        return super().bulk_create(objs, *args, **kwargs)

    def scheduled(self, at: datetime | None = None) -> Self:
        """Records that are to appear after `at`; used to keep caches from outliving that moment."""
        return self.filter(status__in=READABLE, publish_at__gt=at or timezone.now())


class Versioned(Labelled):
    """A record that counts the units of work that changed it, so that no officer overwrites another one unnoticed."""

    version = models.PositiveIntegerField(_("version"), default=1, editable=False)

    class Meta:
        abstract = True

    held_columns: tuple[str, ...] = ("version",)
    # Columns that the portal fills in by itself, in `settle()`: they are stored with every save.
    noted_fields: tuple[str, ...] = ()

    def save(self, *args: Any, **kwargs: Any) -> None:
        with unit_of_work() as unit:
            stored = None if self._state.adding else held(self)
            self.version = _next_version(self, stored, unit)
            only = kwargs.get("update_fields")
            if only is not None:
                kwargs["update_fields"] = {*only, "version", *self.noted_fields}
            self.settle(stored, only)
            super().save(*args, **kwargs)
            note_saved(self, kwargs.get("update_fields"))
            unit.note(_counted(self), True)

    def settle(self, stored: dict[str, Any] | None, only: Iterable[str] | None) -> None:
        """Fill in what the portal keeps itself; `stored` are the `held_columns` of the row, None for a new record.

        `only` names the fields that are written; None: all.
        """


def raise_version(record: Versioned) -> int:
    """Count a change of `record`, in its stored row, and return its version (1 when it is not stored).

    A unit of work counts once, however many rows of the record it changes.
    """
    with unit_of_work() as unit:
        stored = held(record)
        version = _next_version(record, stored, unit)
        if stored and version != stored["version"]:
            type(record)._base_manager.filter(pk=record.pk).update(version=version)
            note_held(record, stored | {"version": version})
            unit.note(_counted(record), True)
        return version


def _next_version(record: Versioned, stored: dict[str, Any] | None, unit: UnitOfWork) -> int:
    if stored is None:
        return 1
    version: int = stored["version"]
    return version if unit.noted(_counted(record)) else version + 1


def _counted(record: Versioned) -> Hashable:
    return "counted", type(record), record.pk


class Publishable(Versioned):
    """State, moment, language holds and notice: what every record with a page of its own has."""

    page_moments: tuple[tuple[str, str], ...] = (("publish_at", ""),)

    status = models.CharField(_("status"), max_length=10, choices=Status, default=Status.DRAFT)
    publish_at = MomentField(
        _("publish at"),
        ahead=2,
        null=True,
        blank=True,
        help_text=_("Leave empty to publish at once. The record appears by itself at this moment."),
    )
    hold_th = models.BooleanField(
        _("hold the Thai text"), default=False, help_text=_("Thai readers see the English text, marked as such.")
    )
    hold_en = models.BooleanField(
        _("hold the English text"), default=False, help_text=_("English readers see the Thai text, marked as such.")
    )
    withdrawn_notice = ProseField(
        _("notice of withdrawal"),
        blank=True,
        default="",
        help_text=_("Shown at the top of the page: why, and since when."),
    )
    created_at = models.DateTimeField(_("created"), auto_now_add=True)
    updated_at = models.DateTimeField(_("last changed"), auto_now=True)
    # Kept by the portal. What came from elsewhere was public before, and nobody may know since when.
    was_public = models.BooleanField(default=False, editable=False)
    first_published_at = models.DateTimeField(_("first published"), null=True, editable=False)
    # Kept by the portal: since when the text does not follow the other language's (lib.records.sides).
    th_behind_since = models.DateField(null=True, editable=False)
    en_behind_since = models.DateField(null=True, editable=False)

    class Meta:
        abstract = True

    noted_fields: tuple[str, ...] = ("was_public", "first_published_at", *SINCE.values())
    held_columns = noted_fields
    # An officer said of this save that the other language is still right.
    sides_agree = False

    @classmethod
    def held_texts(cls) -> tuple[str, ...]:
        """The columns of texts that a save compares with what is stored."""
        return columns_in_step(cls)

    def settle(self, stored: dict[str, Any] | None, only: Iterable[str] | None) -> None:
        if not self._state.adding:
            kept = stored or {"was_public": False, "first_published_at": None}
            self.was_public, self.first_published_at = kept["was_public"], kept["first_published_at"]
            for name, day in sides_after(self, stored or {}, only).items():
                setattr(self, name, day)
        self.sides_agree = False
        self.note_publication()

    def note_publication(self) -> None:
        """Note the moment of first publication, once: now, or the scheduled one.

        No later save, withdrawal or return changes it; a moment that has not come yet still follows `publish_at`. A new
        record that was public elsewhere before comes with `was_public`, and with the moment where that is known.
        """
        now = timezone.now()
        if self.first_published_at and self.first_published_at > now:
            self.was_public, self.first_published_at = False, None
        if self.status == Status.PUBLISHED and not self.was_public:
            self.was_public = True
            self.first_published_at = self.first_published_at or max(now, self.publish_at or now)

    @property
    def changed_at(self) -> datetime | None:
        """When readers last saw it change, as `when_changed()` says."""
        return when_changed(*(getattr(self, name) for name in COLUMNS_OF_CHANGE))

    def clean(self) -> None:
        super().clean()
        if self.status == Status.PUBLISHED and (faults := faults_of_holds(self)):
            raise ValidationError(faults)

    def is_published(self, at: datetime | None = None) -> bool:
        """Whether lists show this record at `at` (an aware datetime; now)."""
        return self.status in LISTED and self._has_come(at)

    def is_readable(self, at: datetime | None = None) -> bool:
        """Whether the record's own page answers at `at` (an aware datetime; now)."""
        return self.status in READABLE and self._has_come(at)

    @property
    def is_withdrawn(self) -> bool:
        """Whether the page stands only under its notice."""
        return self.status == Status.WITHDRAWN

    def has_been_public(self, at: datetime | None = None) -> bool:
        """Whether readers saw this record at any time before `at` (an aware datetime; now), whatever it is now."""
        first = self.first_published_at
        return self.was_public and (first is None or first <= (at or timezone.now()))

    def _has_come(self, at: datetime | None) -> bool:
        return self.publish_at is None or self.publish_at <= (at or timezone.now())


COLUMNS_OF_CHANGE = ("was_public", "first_published_at", "version", "updated_at")


def when_changed(
    was_public: bool, first_published_at: datetime | None, version: int, updated_at: datetime
) -> datetime | None:
    """When readers last saw a record change: its last save, or its first publication where that came later.

    None of what came from elsewhere and was not changed since: that it was loaded is no change. Given are the
    COLUMNS_OF_CHANGE of the record.
    """
    if was_public and first_published_at is None and version == 1:
        return None
    return max(updated_at, first_published_at or updated_at)


def publishable_constraints(name: str) -> list[SaidCheck]:
    """The database's own guard for one publishable table; `name` starts the constraint's name."""
    return [known_codes("status", Status, f"{name}_status_known")]


def publishable_indexes(name: str) -> list[models.Index]:
    """The few rows with a moment of their own, which every page asks for (office.caching), found without the rest.

    Partial on purpose: a whole index would tempt SQLite to use it for "no moment, or one that has come".
    """
    has_moment = Q(publish_at__isnull=False)
    return [models.Index(fields=["publish_at"], condition=has_moment, name=f"{name}_publish_at")]


class Part(Labelled):
    """A row that belongs to a publishable record, is seen when that is seen, and counts as a change of it.

    `owner_field` names the relation to the record it belongs to.
    """

    owner_field: str

    class Meta:
        abstract = True

    def save(self, *args: Any, **kwargs: Any) -> None:
        with unit_of_work():
            super().save(*args, **kwargs)
            self._count_change()

    def delete(self, *args: Any, **kwargs: Any) -> tuple[int, dict[str, int]]:
        with unit_of_work():
            answer = super().delete(*args, **kwargs)
            self._count_change()
            return answer

    @property
    def owner(self) -> Any:
        """The record this row belongs to."""
        return getattr(self, self.owner_field)

    def _count_change(self) -> None:
        if isinstance(self.owner, Versioned) and self.owner.pk:
            self.owner.version = raise_version(self.owner)


def known_codes(field: str, choices: type[models.Choices], name: str, *, blank: bool = False) -> SaidCheck:
    """A constraint that `field` holds one of the codes of `choices` (or nothing, when `blank`)."""
    values = [*choices.values, ""] if blank else list(choices.values)
    return must(Q(**{f"{field}__in": values}), name, _("Choose one of the options in the list."), field)
