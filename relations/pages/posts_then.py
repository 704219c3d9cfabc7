"""Which post a person held on the day of something that is told."""

from datetime import date
from typing import Any

from django.db import models
from django.db.models import OuterRef, QuerySet
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from iad_portal.lib.dates.calendar import PartialDate, Precision
from iad_portal.lib.records.gathered import gathered, values_of
from iad_portal.lib.records.kept_queries import kept_query
from iad_portal.lib.templatetags.portal import marked
from iad_portal.lib.text.bilingual import LANGUAGES, reader_language, text_of
from relations.models import Person, Post

_DAYS = {"starts_on": "starts_precision", "ends_on": "ends_precision", "as_of": "as_of_precision"}
_FIELDS = ("id", "kind", *(f"title_{code}" for code in LANGUAGES), *_DAYS, *_DAYS.values())


def people_then(link: str, record: models.Model | list[int], day: PartialDate | None) -> list[Any]:
    """The people of `record` by name, each with `post_th` and `post_en`: the post held on `day`. One query.

    `link` leads from a person to such records, or is "pk__in", and `record` the people's keys; posts are told when
    the day is known. Which was held is asked here and not in the database: with the day in it, a query would be kept
    for each day that any article tells of.
    """
    people = _people(link, record=record).rows()
    at = day.first_day if day and day.precision == Precision.DAY else None
    for person in people:
        held = [post for post in map(_post, values_of(person.gathered_posts)) if at and post.is_open_at(at)]
        latest = max(held, key=lambda post: ((post.starts_on or post.as_of).first_day, -post.pk), default=None)
        for code in LANGUAGES:
            setattr(person, f"post_{code}", getattr(latest, f"title_{code}", None))
    return people


@kept_query
def _people(link: str, *, record: models.Model | list[int]) -> QuerySet[Any]:
    posts = gathered(Post.objects.filter(person=OuterRef("pk")), *_FIELDS)
    people: QuerySet[Any] = Person.objects.filter(**{link: record}).annotate(gathered_posts=posts)
    return people.order_by(f"sort_{reader_language()}", "pk")


def _post(values: dict[str, Any]) -> Post:
    days = {
        name: PartialDate.of(date.fromisoformat(values[name]), values[precision])
        for name, precision in _DAYS.items()
        if values[name]
    }
    return Post(**{name: values[name] for name in _FIELDS if name not in _DAYS}, **days)


def post_then(person: Person) -> SafeString | str:
    """ "Governor of Bangkok at the time"; "" where no post is known. `person` comes from `people_then()`."""
    post = text_of(person, "post")
    return format_html(_("{} at the time"), marked(post)) if post else ""
