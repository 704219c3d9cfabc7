"""What the pages of alerts show: the form, a subscription in words, and what went wrong."""

from dataclasses import dataclass
from typing import Any

from django.forms import Form
from django.urls import reverse
from django.utils.translation import gettext as _

from iad_portal.lib.components import Link
from iad_portal.lib.intake.readers_forms import form_errors
from news.alerts.tokens import lasting_token
from news.alerts.words import scope_words
from news.models import Subscription


def crumbs() -> list[Link]:
    """The way down to the pages of alerts."""
    return [Link(_("News"), reverse("news:article_list"))]


def form_context(form: Form, *, is_offered: bool, is_variant: bool) -> dict[str, Any]:
    """All that news/alerts.html needs. `is_variant`: the page holds somebody's choices, and is nothing to find."""
    return {
        "form": form,
        "errors": form_errors(form),
        "crumbs": crumbs(),
        "is_offered": is_offered,
        "is_variant": is_variant,
    }


def sent_context() -> dict[str, Any]:
    """All that news/alerts_sent.html needs."""
    return {"crumbs": crumbs()}


def too_many() -> str:
    """What is said to a network from which too many requests came."""
    return _("Too many requests have come from your network within an hour. Send it again later.")


def _private() -> dict[str, Any]:
    """Of pages that stand under somebody's own link: nothing tells programs that they are there."""
    return {"crumbs": crumbs(), "alternates": [], "canonical_url": "", "structured": []}


@dataclass(frozen=True, slots=True)
class Shown:
    """One subscription on the page where all of an address stand, with the form that changes it."""

    key: int
    scope: str
    is_waiting: bool
    form: Form


def shown(subscription: Subscription, form: Form) -> Shown:
    """`subscription` for the reader; `form` changes it."""
    return Shown(subscription.pk, scope_words(subscription), subscription.confirmed_at is None, form)


def one_context(subscription: Subscription | None, *, is_done: bool) -> dict[str, Any]:
    """For the pages that confirm or leave one subscription; None when it is gone."""
    said = {"scope": scope_words(subscription), "pace": subscription.get_pace_display()} if subscription else {}
    return _private() | said | {"is_done": is_done}


def confirm_context(subscription: Subscription, *, is_done: bool) -> dict[str, Any]:
    """All that news/alert_confirm.html needs; once it is confirmed, it leads on to where it is changed."""
    onward = {"token": lasting_token(subscription)} if is_done else {}
    return one_context(subscription, is_done=is_done) | onward


def manage_context(address: str, rows: list[Shown], *, is_saved: bool) -> dict[str, Any]:
    """For the page with all subscriptions of `address`."""
    return _private() | {"address": address, "rows": rows, "is_saved": is_saved}


def gone_context(*, has_ended: bool) -> dict[str, Any]:
    """For the page that says why a link does not work."""
    return _private() | {"has_ended": has_ended}
