"""Which post a person held on the day of something that is told."""

from datetime import date
from typing import Any

from django.db import models
from django.db.models import OuterRef, QuerySet, Subquery
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from iad_portal.lib.dates.calendar import PartialDate, Precision
from iad_portal.lib.records.kept_queries import kept_query
from iad_portal.lib.templatetags.portal import marked
from iad_portal.lib.text.bilingual import LANGUAGES, reader_language, text_of
from relations.models import Person, Post


def people_then(link: str, record: models.Model, day: PartialDate | None) -> list[Any]:
    """The people of `record` by name, each with `post_th` and `post_en`: the post held on `day`. One query.

    `link` leads from a person to such records; posts are told when the day is known.
    """
    known = day.first_day if day and day.precision == Precision.DAY else None
    return _people(link, known, record=record).rows()


@kept_query
def _people(link: str, day: date | None, *, record: models.Model) -> QuerySet[Any]:
    posts = Post.objects.none()
    if day:
        posts = Post.objects.open_at(day).filter(person=OuterRef("pk")).latest_first()
    titles = {f"post_{code}": Subquery(posts.values(f"title_{code}")[:1]) for code in LANGUAGES}
    people: QuerySet[Any] = Person.objects.filter(**{link: record}).annotate(**titles)
    return people.order_by(f"sort_{reader_language()}", "pk")


def post_then(person: Person) -> SafeString | str:
    """ "Governor of Bangkok at the time"; "" where no post is known. `person` comes from `people_then()`."""
    post = text_of(person, "post")
    return format_html(_("{} at the time"), marked(post)) if post else ""
