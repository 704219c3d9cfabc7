"""What people write to the office through the contact form."""

import secrets
from datetime import datetime, timedelta

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from iad_portal.lib.records.publishing import known_codes
from iad_portal.lib.text.fields import LineField, ProseField

# Letters and digits that nobody mistakes for one another on the telephone.
REFERENCE_LETTERS = "23456789ABCDEFGHJKMNPQRSTVWXYZ"
# The same words sent again so soon are a second press of the button.
SENT_AGAIN = timedelta(minutes=10)


class Topic(models.TextChoices):
    """What a message is about."""

    QUESTION = "question", _("A question to the office")
    MISTAKE = "mistake", _("A mistake on a page")
    MEDIA = "media", _("A media enquiry")
    VISIT = "visit", _("A visit or cooperation")
    WEBSITE = "website", _("Using this website")
    OTHER = "other", _("Something else")


class MessageState(models.TextChoices):
    """How far the office is with a message."""

    NEW = "new", _("New")
    ANSWERED = "answered", _("Answered")
    CLOSED = "closed", _("Closed without an answer")


def new_reference() -> str:
    """A number to quote, such as K7QM-2XRD; nobody can guess another one from it."""
    letters = "".join(secrets.choice(REFERENCE_LETTERS) for _place in range(8))
    return f"{letters[:4]}-{letters[4:]}"


class MessageQuerySet(models.QuerySet):
    """Queries over messages."""

    def waiting(self):
        """Messages that nobody has answered or closed."""
        return self.filter(state=MessageState.NEW)

    def sent_before(self, now: datetime | None = None, **words) -> "Message | None":
        """The message with exactly these words that arrived a moment ago, if there is one."""
        since = (now or timezone.now()) - SENT_AGAIN
        return self.filter(sent_at__gte=since, **words).order_by("pk").first()


class Message(models.Model):
    """One message. Officers note what became of it; its words stay as they came."""

    # What came stays as it came: no form edits these.
    reference = models.CharField(
        _("reference number"), max_length=9, unique=True, default=new_reference, editable=False
    )
    topic = models.CharField(_("topic"), max_length=10, choices=Topic, editable=False)
    about = models.CharField(_("page it is about"), max_length=300, blank=True, default="", editable=False)
    text = ProseField(_("message"), max_length=5000, editable=False)
    name = LineField(_("name of the sender"), max_length=150, blank=True, default="", editable=False)
    email = models.EmailField(_("e-mail to answer to"), blank=True, default="", editable=False)
    language = models.CharField(_("language of the page"), max_length=2, choices=settings.LANGUAGES, editable=False)
    sent_at = models.DateTimeField(_("received"), auto_now_add=True)
    state = models.CharField(_("state"), max_length=10, choices=MessageState, default=MessageState.NEW)
    note = ProseField(_("officer’s note"), blank=True, default="", help_text=_("For officers only."))
    handled_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.SET_NULL,
        null=True,
        blank=True,
        editable=False,
        related_name="+",
        verbose_name=_("handled by"),
    )

    objects = MessageQuerySet.as_manager()

    class Meta:
        verbose_name = _("message to the office")
        verbose_name_plural = _("messages to the office")
        ordering = ["-sent_at", "-pk"]
        indexes = [models.Index(fields=["state", "-sent_at"], name="message_state_sent")]
        constraints = [
            known_codes("topic", Topic, "message_topic_known"),
            known_codes("state", MessageState, "message_state_known"),
        ]

    def __str__(self) -> str:
        return f"{self.reference} {self.get_topic_display()}"
