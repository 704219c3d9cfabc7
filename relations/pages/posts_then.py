"""Which post a person held on the day of something that is told."""

from typing import Any

from django.db.models import OuterRef, QuerySet, Subquery
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from iad_portal.lib.dates.calendar import PartialDate, Precision
from iad_portal.lib.templatetags.portal import marked
from iad_portal.lib.text.bilingual import LANGUAGES, reader_language, text_of
from relations.models import Person, Post


def with_post_on(people: QuerySet[Person], day: PartialDate | None) -> QuerySet[Any]:
    """`people` by name, each with `post_th` and `post_en`: the post held on `day`, when that is known to the day."""
    posts = Post.objects.none()
    if day and day.precision == Precision.DAY:
        posts = Post.objects.open_at(day.first_day).filter(person=OuterRef("pk")).latest_first()
    titles = {f"post_{code}": Subquery(posts.values(f"title_{code}")[:1]) for code in LANGUAGES}
    annotated: QuerySet[Any] = people.annotate(**titles)
    return annotated.order_by(f"sort_{reader_language()}", "pk")


def post_then(person: Person) -> SafeString | str:
    """ "Governor of Bangkok at the time"; "" where no post is known. `person` comes from `with_post_on()`."""
    post = text_of(person, "post")
    return format_html(_("{} at the time"), marked(post)) if post else ""
