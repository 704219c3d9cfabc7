"""Helpers for the tests of review: an editor and a publisher at their desks, and what they send."""

from django.contrib.auth.models import User

from iad_portal.office.groups import EDITORS, PUBLISHERS
from iad_portal.office.models import Review
from tests.boxes import BOXES_ALONE

from .desk import desk_url, signed_in, untouched


def editor(name: str = "malee", group: str = EDITORS):
    """A browser in which an editor (or somebody of `group`) has signed in."""
    return signed_in(name, group=group)


def publisher(name: str = "somchai"):
    """A browser in which a publisher has signed in."""
    return signed_in(name, group=PUBLISHERS)


def user(name: str) -> User:
    return User.objects.get(username=name)


def sent(client, record, button: str = "_send", url: str = "", **typed):
    """The answer to the form of `record` (a class: of a new one), sent by `button` with `typed` in its boxes."""
    model = record if isinstance(record, type) else type(record)
    url = url or (desk_url(model, "add") if isinstance(record, type) else desk_url(model, "change", record.pk))
    return client.post(url, untouched(client, url, model) | typed | {button: ""}, **BOXES_ALONE)


def waiting() -> Review:
    """The one review that waits."""
    return Review.objects.get(state="waiting")


def sent_back(client, review: Review, words: str = "โปรดแก้ชื่อ"):
    """The answer to sending `review` back."""
    return client.post(f"/admin/review/{review.pk}/", {"send_back": "", "answer": words})


def taken_back(client, review: Review):
    """The answer to taking `review` back."""
    return client.post(f"/admin/review/{review.pk}/", {"take_back": ""})


def groups_of(client) -> dict[str, list[dict]]:
    """What the page of reviews shows: heading -> rows."""
    return {group["title"]: group["rows"] for group in client.get("/admin/review/").context["review_groups"]}


def fresh(record):
    """`record` as it is stored."""
    return type(record).objects.get(pk=record.pk)
