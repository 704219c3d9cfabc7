"""The mail that tells the office of a message. The message is kept whether or not the mail goes out."""

import logging

from django.conf import settings
from django.core.mail import EmailMessage
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import translation
from django.utils.translation import gettext as _

from iad_portal.office.models import Message

logger = logging.getLogger(__name__)


def tell_office(message: Message) -> None:
    """Mail `message`, in Thai, to CONTACT_EMAIL; answering the mail answers its sender."""
    if not settings.CONTACT_EMAIL:
        return
    try:
        letter_of(message).send()
    except Exception:  # whatever the mail's way out raises: the message is safe on the desk
        logger.exception("Message %s is kept, but the mail about it could not be sent", message.reference)


def letter_of(message: Message) -> EmailMessage:
    """The mail about `message`. No header holds what a visitor typed, but for a checked address to answer to."""
    with translation.override("th"):
        topic, reference = message.get_topic_display(), message.reference
        page = settings.SITE_URL + message.about if message.about else ""
        desk = settings.SITE_URL + reverse("admin:iad_portal_message_change", args=[message.pk])
        body = render_to_string("portal/mail/message.txt", {"message": message, "page": page, "desk": desk})
        subject = _("Message to the office %(reference)s: %(topic)s") % {"reference": reference, "topic": topic}
    answer_to = [message.email] if message.email else []
    return EmailMessage(subject, body, to=settings.CONTACT_EMAIL, reply_to=answer_to)
