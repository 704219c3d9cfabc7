"""Alerts by e-mail: who receives them, of what, how often, and which article has gone to whom.

An address stands in one row alone (`Subscriber`), which has neither history nor bin: with the last subscription it is
gone from everywhere. No text that a row is called by, in logs or messages of the desk, holds the address.
Cities, networks and articles are named by keys without a rule of the database: to delete one asks nothing of alerts,
and no bin of theirs ever keeps a row of these.
"""

from datetime import datetime

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.crypto import get_random_string
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from iad_portal.lib.records.constraints import once
from iad_portal.lib.records.publishing import known_codes

from .article import Article, ArticleKind


class Pace(models.TextChoices):
    """How often letters come."""

    AT_ONCE = "at_once", _("At once")
    DAILY = "daily", _("Once a day, in the morning")
    WEEKLY = "weekly", _("Once a week, on Monday morning")


def new_nonce() -> str:
    """What makes the links of one subscriber differ from those of anybody who had the same number."""
    return get_random_string(16)


class SubscriberQuerySet(models.QuerySet["Subscriber"]):
    """Queries for subscribers."""

    def erase(self) -> int:
        """Delete them with all that is kept of them, and tell nobody: no log, history or bin. How many rows went."""
        return self.delete()[0]

    def without_subscription(self) -> "SubscriberQuerySet":
        """Addresses that nothing is to be sent to: they must not be kept."""
        return self.filter(subscriptions=None)


class Subscriber(models.Model):
    """One address. It is kept as long as it has a subscription, confirmed or asked for a few days ago."""

    address = models.EmailField(_("e-mail address"), unique=True, editable=False)
    nonce = models.CharField(max_length=16, default=new_nonce, editable=False)
    bounced_at = models.DateTimeField(_("letters come back since"), null=True, editable=False)

    objects = SubscriberQuerySet.as_manager()

    class Meta:
        verbose_name = _("subscriber")
        verbose_name_plural = _("subscribers to alerts")
        ordering = ["-pk"]
        default_permissions = ("view", "change", "delete")

    def __str__(self) -> str:
        return gettext("Subscriber %(number)s") % {"number": self.pk}


class Subscription(models.Model):
    """What one subscriber receives: news of a kind, city and network ("", None: of any), as often as `pace` says.

    Nothing is sent before `confirmed_at`, nor of what came out before it. `letter_at`: the last letter with news.
    """

    subscriber = models.ForeignKey(Subscriber, models.CASCADE, related_name="subscriptions")
    language = models.CharField(_("language"), max_length=2, choices=settings.LANGUAGES, editable=False)
    kind = models.CharField(_("kind"), max_length=14, choices=ArticleKind, blank=True, default="", editable=False)
    city = models.ForeignKey(
        "relations.City", models.DO_NOTHING, null=True, db_constraint=False, related_name="+", editable=False
    )
    network = models.ForeignKey(
        "networks.Network", models.DO_NOTHING, null=True, db_constraint=False, related_name="+", editable=False
    )
    pace = models.CharField(_("how often"), max_length=7, choices=Pace, default=Pace.DAILY, editable=False)
    asked_at = models.DateTimeField(_("asked for"), editable=False)
    confirmed_at = models.DateTimeField(_("confirmed"), null=True, editable=False)
    letter_at = models.DateTimeField(_("last letter"), null=True, editable=False)

    class Meta:
        verbose_name = _("subscription")
        verbose_name_plural = _("subscriptions")
        ordering = ["pk"]
        default_permissions = ()
        indexes = [models.Index(fields=["asked_at"], condition=Q(confirmed_at=None), name="subscription_unconfirmed")]
        constraints = [
            known_codes("kind", ArticleKind, "subscription_kind_known", blank=True),
            known_codes("pace", Pace, "subscription_pace_known"),
        ]

    def __str__(self) -> str:
        return gettext("Subscription %(number)s") % {"number": self.pk}

    @property
    def scope(self) -> dict[str, object]:
        """What it is about, as columns."""
        return {"kind": self.kind, "city_id": self.city_id, "network_id": self.network_id}


class DeliveryState(models.TextChoices):
    """What became of one article for one subscription."""

    CLAIMED = "claimed", _("On its way, or unknown")
    SENT = "sent", _("Sent")
    WAITS = "waits", _("To be tried again")
    GIVEN_UP = "given_up", _("Given up")


# What is claimed for longer than this is not on its way any more: the sender broke off, and nobody knows.
ON_ITS_WAY = 60 * 60


class DeliveryQuerySet(models.QuerySet["Delivery"]):
    """Queries for deliveries."""

    def unknown(self, claimed_before: datetime) -> "DeliveryQuerySet":
        """Those of which nobody knows whether the letter left."""
        return self.filter(state=DeliveryState.CLAIMED, at__lt=claimed_before)


class Delivery(models.Model):
    """That an article is claimed for a subscription: written before the letter is sent, so that none goes twice."""

    subscription = models.ForeignKey(Subscription, models.CASCADE, related_name="deliveries")
    article = models.ForeignKey(Article, models.DO_NOTHING, db_constraint=False, related_name="+")
    state = models.CharField(max_length=8, choices=DeliveryState, default=DeliveryState.CLAIMED)
    at = models.DateTimeField()
    tries = models.PositiveSmallIntegerField(default=1)
    retry_at = models.DateTimeField(null=True)

    objects = DeliveryQuerySet.as_manager()

    class Meta:
        verbose_name = _("delivery")
        verbose_name_plural = _("deliveries")
        default_permissions = ()
        indexes = [
            models.Index(fields=["at"], name="delivery_at"),
            models.Index(fields=["state"], condition=~Q(state="sent"), name="delivery_not_sent"),
        ]
        constraints = [
            known_codes("state", DeliveryState, "delivery_state_known"),
            once(
                "subscription", "article", name="delivery_once",
                sentence=_("This article has gone to this subscription already."),
            ),
        ]  # fmt: skip

    def __str__(self) -> str:
        return f"{self.subscription_id} {self.article_id} {self.state}"
