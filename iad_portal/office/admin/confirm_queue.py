"""What the office has to confirm: claims about now that nobody confirmed lately, and doubts, in the order of asking.

The queue is one query, of a few columns, over all kinds of records. Only the records of one part of the list are read
whole: a query a kind that stands in it.
"""

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, Self

from django.apps import apps
from django.contrib.contenttypes.prefetch import GenericPrefetch
from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import Case, CharField, DateField, F, IntegerField, Max, Q, Value, When
from django.db.models.functions import Cast, Coalesce, Greatest
from django.http import HttpRequest
from django.utils.translation import gettext as _

from iad_portal.lib.claims.age import AgeInSQL, ClaimState
from iad_portal.lib.claims.models import Confirmed
from iad_portal.lib.claims.shelf_life import ClaimKind
from iad_portal.lib.dates import calendar
from iad_portal.lib.desk.filters import written
from iad_portal.lib.records.content_versions import kept
from iad_portal.lib.records.kept_queries import kept_query
from iad_portal.lib.records.movable import Movable
from iad_portal.lib.records.page_keys import OnAPage
from iad_portal.lib.records.publishing import LISTED, Part, Publishable, visible
from iad_portal.office.models import Asked
from networks.models import CityMembership, Commitment
from plans.models import Project, ProjectProgress
from relations.models import Agency, Agreement, Embassy, Post
from relations.models.subject import OfSubject

from .claims import shown_claims

# The kind of what is no claim about now, but was noted as doubtful.
DOUBT = "doubt"
# What has no date counts as so many days old: older than what was confirmed lately, younger than what is really old.
AGE_WITHOUT_DATE = 3650
# Where a claim stands on other pages than its own; all others stand on one.
_HOMES: dict[type[models.Model], tuple[str, ...]] = {
    Agreement: ("city",),
    CityMembership: ("network", "city"),
    Post: ("embassy", "city"),
    Project: ("plan", "meeting"),
}
# What is read with a record, to say its sentence and to name its pages.
_READ_WITH: dict[type[models.Model], tuple[str, ...]] = {
    Agreement: ("city",),
    CityMembership: ("network", "city"),
    Commitment: ("meeting", "agreement__city"),
    Post: ("person", "embassy", "city"),
    Project: ("plan", "meeting"),
    ProjectProgress: ("project__plan",),
}
_CONTACTS: dict[type[models.Model], tuple[str, ...]] = {
    Agency: ("desk_th", "phone", "email", "address_th", "address_en", "website"),
    Embassy: ("phone", "email", "address_th", "address_en", "website"),
}


@dataclass(frozen=True, slots=True)
class Waiting:
    """One entry of the queue: which record (the label of its model, its key) is asked what, a claim or its doubt.

    `asked_at` is when an officer last said not to know, None when nobody did.
    """

    label: str
    key: str
    kind: str
    known_on: date | None = None
    pages: int = 1
    asked_at: datetime | None = None

    @property
    def is_doubt(self) -> bool:
        """Whether a doubt is asked about, not a claim."""
        return self.kind == DOUBT

    @property
    def name(self) -> str:
        """What forms and addresses call it."""
        return f"{self.label}:{self.key}:{self.kind}"

    @property
    def model(self) -> type[models.Model]:
        """The model of its record."""
        return apps.get_model(self.label)

    @classmethod
    def read(cls, name: str) -> Self | None:
        """The entry that `name` names, without what only the queue knows; None for nonsense."""
        label, _colon, rest = name.partition(":")
        key, _colon, kind = rest.rpartition(":")
        try:
            model = apps.get_model(label)
            model._meta.pk.to_python(key)
        except (LookupError, ValueError, ValidationError):
            return None
        is_asked = hasattr(model, "doubt_th") if kind == DOUBT else issubclass(model, Confirmed)
        return cls(label, key, kind) if key and is_asked else None

    def order(self, at: date) -> tuple[Any, ...]:
        """Its position: the age times the pages that show it, the most first; what was asked already comes last."""
        days = (at - self.known_on).days if self.known_on else AGE_WITHOUT_DATE
        asked = self.asked_at.timestamp() if self.asked_at else 0
        return asked, -days * self.pages, -days, self.label, self.key.zfill(20), self.kind


def queue(kinds: Collection[type[models.Model]], at: date | None = None) -> list[Waiting]:
    """All that waits on the day `at` (today) for records of `kinds`, what should be asked first first: two queries.

    Of no kinds, nothing waits.
    """
    at = at or calendar.today()
    if not kinds:
        return []
    asked = _asked()
    found = []
    for label, key, kind, known, pages in _waiting(tuple(kinds), at):
        known_on = known if known and known > date.min else None
        when = asked.get((label, key, kind == DOUBT))
        is_news = when and known_on and known_on > calendar.local_day(when)
        found.append(Waiting(label, key, kind, known_on, pages, None if is_news else when))
    return sorted(found, key=lambda entry: entry.order(at))


@kept_query
def _waiting(kinds: tuple[type[models.Model], ...], at: date) -> models.QuerySet[Any]:
    parts = [*_claims(kinds, at), *_doubts(kinds)]
    if not parts:  # of kinds that claim nothing and cannot be doubtful
        return Asked.objects.none()
    first, *others = parts
    return first.union(*others, all=True)


@dataclass(frozen=True, slots=True)
class Extent:
    """How much waits: of each kind (code, name, how many), and the day on which the oldest was last known."""

    count: int
    numbers: list[tuple[str, str, int]]
    oldest: date | None


def extent(request: HttpRequest, kinds: Collection[type[models.Model]]) -> Extent:
    """How much of `kinds` waits: worked out once for each version of the content, and once for each `request`."""
    name = _name_of(kinds)
    known = request.__dict__.setdefault("extents", {})
    if name not in known:
        known[name] = kept(name, (), lambda: _extent_of(queue(kinds)))
    return known[name]


def queue_for(request: HttpRequest, kinds: Collection[type[models.Model]]) -> list[Waiting]:
    """The queue for a page that shows it: its menu counts the same entries."""
    entries = queue(kinds)
    name = _name_of(kinds)
    request.__dict__.setdefault("extents", {})[name] = _extent_of(entries)
    return entries


def _name_of(kinds: Collection[type[models.Model]]) -> str:
    return f"extent of the queue of {' '.join(model._meta.label for model in kinds)}"


def _extent_of(entries: list[Waiting]) -> Extent:
    oldest = min((entry.known_on for entry in entries if entry.known_on), default=None)
    return Extent(len(entries), numbers_of(entries), oldest)


def numbers_of(entries: Iterable[Waiting]) -> list[tuple[str, str, int]]:
    """(code, name, how many) of each kind among `entries`, in the order in which kinds are listed."""
    numbers = Counter(entry.kind for entry in entries)
    names = [*((kind.value, str(kind.label)) for kind in ClaimKind), (DOUBT, _("Doubts"))]
    return [(code, name, numbers[code]) for code, name in names if numbers[code]]


def records_of(entries: Sequence[Waiting]) -> list[tuple[Waiting, Any]]:
    """Each of `entries` with its record, read whole; those whose record is gone are left out. A query a kind."""
    keys: dict[type[models.Model], list[str]] = {}
    for entry in entries:
        keys.setdefault(entry.model, []).append(entry.key)
    found = {
        (model._meta.label, str(key)): record
        for model, wanted in keys.items()
        for key, record in read_whole(model).in_bulk([model._meta.pk.to_python(key) for key in wanted]).items()
    }
    pairs = ((entry, found.get((entry.label, entry.key))) for entry in entries)
    return [(entry, record) for entry, record in pairs if record is not None]


def read_whole(model: type[models.Model]) -> models.QuerySet[Any]:
    """Records of `model` with what their sentences and pages need."""
    rows = model._base_manager.all()
    if issubclass(model, OfSubject):
        with_city: list[Any] = [Agreement.objects.select_related("city")]
        return rows.prefetch_related(GenericPrefetch("subject", with_city))
    related = [*_READ_WITH.get(model, (model.owner_field,) if issubclass(model, Part) else ())]
    if issubclass(model, Confirmed):
        related.append("confirmed_by")
    return rows.select_related(*related) if related else rows


def pages_of(record: Any) -> list[Any]:
    """The records on whose pages readers meet `record`; [] when none of these can be read now."""
    homes = _HOMES.get(type(record))
    if homes is None and isinstance(record, Part) and not isinstance(record, Movable) and record.owner is not None:
        return pages_of(record.owner)
    homes = homes or (record.homes if isinstance(record, Movable) else ())
    candidates = [record, *(getattr(record, name) for name in homes)]
    return [page for page in candidates if isinstance(page, OnAPage) and _is_open(page)]


def _is_open(record: Any) -> bool:
    return not isinstance(record, Publishable) or record.is_published()


def _asked() -> dict[tuple[str, str, bool], datetime]:
    rows = Asked.objects.order_by().values_list("kind", "key", "is_doubt").annotate(when=Max("asked_at"))
    return {(kind, key, is_doubt): when for kind, key, is_doubt, when in rows}


def _claims(kinds: Collection[type[models.Model]], at: date) -> Iterator[models.QuerySet[Any]]:
    """Claims that are not confirmed on the day `at`, and not still to come."""
    for rows in shown_claims():
        if rows.model not in kinds:
            continue
        age = rows.model.age_in_sql(at)
        waiting = rows.in_claim_state(ClaimState.LAST_KNOWN, at).exclude(age.coming)
        if contacts := _CONTACTS.get(rows.model):
            says_something = Q(pk__in=[])
            for column in contacts:
                says_something |= written(column)
            waiting = waiting.filter(says_something)
        pages = _number_of_pages(rows.model)
        if rows.model is Post:  # who was only seen in post is listed as met: no page says it of today
            pages = Case(When(starts_on__isnull=True, then=Value(0)), default=pages, output_field=IntegerField())
        yield _light(waiting, _kind(rows.model), _known(age), pages)


def _doubts(kinds: Collection[type[models.Model]]) -> Iterator[models.QuerySet[Any]]:
    for model in kinds:
        if hasattr(model, "doubt_th"):
            rows = model._base_manager.filter(written("doubt_th") | written("doubt_en"))
            never = Value(date.min, output_field=DateField())
            yield _light(rows, Value(DOUBT), never, _number_of_pages(model))


def _light(rows: models.QuerySet[Any], kind: Any, known: Any, pages: Any) -> models.QuerySet[Any]:
    """Of each row: the label of its model, its key, its kind, the day on which it was last known, its pages."""
    rows = rows.select_related(None).order_by().annotate(
        queue_label=Value(rows.model._meta.label), queue_key=Cast("pk", CharField(max_length=40)), queue_kind=kind,
        queue_known=known, queue_pages=pages,
    )  # fmt: skip
    return rows.values_list("queue_label", "queue_key", "queue_kind", "queue_known", "queue_pages")


def _kind(model: Any) -> Any:
    """Which kind of claim each row of `model` makes."""
    *others, last = model.kinds_in_sql().items()
    if not others:
        return Value(last[0].value, output_field=CharField())
    cases = [When(rows, then=Value(kind.value)) for kind, rows in others]
    return Case(*cases, default=Value(last[0].value), output_field=CharField())


def _known(age: AgeInSQL) -> Any:
    """The newest witness of the day or before; the first day of the calendar when there is none."""
    never = Value(date.min, output_field=DateField())
    past = [
        Coalesce(Case(When(**{f"{name}__lte": age.at}, then=F(name)), output_field=DateField()), never)
        for name in age.witnesses
    ]
    return Greatest(*past) if len(past) > 1 else past[0]


def _number_of_pages(model: type[models.Model]) -> Any:
    """How many pages show each row of `model`; 0 of a draft."""
    homes = _HOMES.get(model, ())
    number: Any = Value(int(not homes or issubclass(model, OnAPage)))
    for name in homes:
        number = number + Case(When(**{f"{name}__isnull": False}, then=Value(1)), default=Value(0))
    if not issubclass(model, Publishable):
        return number
    return Case(When(visible(LISTED), then=number), default=Value(0), output_field=IntegerField())
