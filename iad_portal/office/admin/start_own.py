"""On the desk's first page: what this officer began, was sent back or scheduled, and what waits for their review."""

from collections import Counter
from datetime import datetime
from typing import Any, NamedTuple

from django.apps import apps
from django.db import models
from django.db.models import CharField, F, Q, Value
from django.db.models.functions import Cast
from django.http import HttpRequest
from django.urls import reverse
from django.utils.text import capfirst
from django.utils.translation import gettext as _

from iad_portal.lib.dates.format import format_moment
from iad_portal.lib.desk.review_panels import said_of
from iad_portal.lib.desk.reviews import Review, open_reviews
from iad_portal.lib.desk.roles import may_let_out
from iad_portal.lib.records.kept_queries import Now, kept_query
from iad_portal.lib.records.publishing import LISTED, Status
from iad_portal.lib.text.bilingual import reader_language
from iad_portal.office.caching import publishable_models

from .start_rows import Group, Link, Row, change_url, may_change, plural

# So many records are named in a row; the count tells of all.
MOST_NAMED = 3


def own_group(request: HttpRequest, reviews: list[Review]) -> Group:
    """What is the officer's own: one query, beside `reviews`, the open ones that concern the officer."""
    mine = [review for review in reviews if review.sent_by_id == request.user.pk]
    drafts, scheduled = _begun(request)
    rows = [
        *_reviewed(_("Mend what was sent back to you"), _("Mend"), [one for one in mine if not one.is_waiting]),
        *_drafts(drafts),
        *_scheduled(scheduled),
        *_reviewed(_("You sent for review"), _("Look"), [one for one in mine if one.is_waiting]),
    ]
    return Group(_("Yours"), rows)


def review_group(request: HttpRequest, reviews: list[Review]) -> Group:
    """What waits for a decision, to those who publish."""
    waiting = [one for one in reviews if one.is_waiting] if may_let_out(request.user) else []
    drafts = [one for one in waiting if not one.is_change]
    changes = [one for one in waiting if one.is_change]
    rows = [
        *_by_kind(_("New records to review"), drafts),
        *_by_kind(_("Changes of public pages to review"), changes),
    ]
    return Group(_("For review"), rows)


def reviews_for(request: HttpRequest) -> list[Review]:
    """The open reviews that concern the officer: one query."""
    return open_reviews(None if may_let_out(request.user) else request.user)


def _reviewed(title: str, button: str, reviews: list[Review]) -> list[Row]:
    if not reviews:
        return []
    oldest = reviews[0]
    remark = "" if oldest.is_waiting else oldest.answer
    said = said_of(oldest) if not remark else _("%(said)s “%(remark)s”") % {"said": said_of(oldest), "remark": remark}
    links = tuple(Link(f"{capfirst(one.kind_name)}: {one.name}", one.url) for one in reviews[:MOST_NAMED])
    url = oldest.url if len(reviews) == 1 else reverse("admin:reviews")
    return [Row(title, url, button, len(reviews), said, links)]


def _by_kind(title: str, reviews: list[Review]) -> list[Row]:
    if not reviews:
        return []
    oldest = _("The oldest has waited since %(when)s.") % {"when": reviews[0].sent_when}
    kinds = Counter(plural(apps.get_model(one.kind)) for one in reviews)
    said = " ".join([oldest, *(f"{kind} {number}" for kind, number in kinds.most_common())])
    return [Row(title, reverse("admin:reviews"), _("Review"), len(reviews), said)]


class _Begun(NamedTuple):
    """A row of the query: of what kind, its key, its names, when it was changed and when it appears."""

    label: str
    key: str
    name_th: str
    name_en: str
    updated_at: datetime
    publish_at: datetime | None
    status: str

    @property
    def link(self) -> Link:
        """To its form."""
        model = apps.get_model(self.label)
        names = (self.name_en, self.name_th) if reader_language() == "en" else (self.name_th, self.name_en)
        name = next((name for name in names if name), "")
        kind = capfirst(str(model._meta.verbose_name))
        said = _("%(kind)s: %(name)s") % {"kind": kind, "name": name} if name else f"{kind} {self.key}"
        return Link(said, change_url(model, self.key))


def _begun(request: HttpRequest) -> tuple[list[_Begun], list[_Begun]]:
    """The drafts that the officer had a hand in, the latest first, and those of their records that are scheduled."""
    kinds = [model for model in publishable_models() if may_change(request, model)]
    if not kinds:
        return [], []
    labels = tuple(model._meta.label for model in kinds)
    found = [_Begun(*row) for row in _begun_by(labels, officer=request.user.pk).rows()]
    found.sort(key=lambda row: row.updated_at, reverse=True)
    drafts = [row for row in found if row.status == Status.DRAFT]
    scheduled = [row for row in found if row.status != Status.DRAFT]
    return drafts, sorted(scheduled, key=lambda row: row.publish_at or row.updated_at)


@kept_query
def _begun_by(labels: tuple[str, ...], *, officer: int) -> models.QuerySet[Any]:
    """Of all kinds with these labels."""
    first, *others = (_own_rows(apps.get_model(label), officer) for label in labels)
    return first.union(*others, all=True)


def _own_rows(model: type[models.Model], officer: int) -> models.QuerySet[Any]:
    """Of `model`, what is no page yet and was saved by the officer at least once."""
    saved = model.history.model.objects.filter(history_user=officer).values(model._meta.pk.attname)
    waits = Q(status=Status.DRAFT) | Q(status__in=LISTED, publish_at__gt=Now())
    columns = {column.name for column in model._meta.concrete_fields}
    text = next((name for name in ("title", "name") if f"{name}_th" in columns), "")
    names = [F(f"{text}_{language}") if text else Value("") for language in ("th", "en")]
    rows = model._base_manager.filter(waits, pk__in=saved).order_by().annotate(
        of_model=Value(model._meta.label), of_key=Cast("pk", CharField(max_length=40)),
        name_in_th=Cast(names[0], CharField()), name_in_en=Cast(names[1], CharField()),
    )  # fmt: skip
    return rows.values_list("of_model", "of_key", "name_in_th", "name_in_en", "updated_at", "publish_at", "status")


def _drafts(rows: list[_Begun]) -> list[Row]:
    if not rows:
        return []
    links = tuple(row.link for row in rows[:MOST_NAMED])
    said = _("Last changed on %(when)s.") % {"when": _moment(rows[0].updated_at)}
    return [Row(_("Your drafts"), links[0].url, _("Go on"), len(rows), said, links)]


def _scheduled(rows: list[_Begun]) -> list[Row]:
    if not rows:
        return []
    links = tuple(row.link for row in rows[:MOST_NAMED])
    said = _("The next one appears on %(when)s.") % {"when": _moment(rows[0].publish_at)}
    return [Row(_("Scheduled by you"), links[0].url, _("Look"), len(rows), said, links)]


def _moment(moment: datetime) -> str:
    return format_moment(moment, reader_language())
