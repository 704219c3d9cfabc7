"""The letters of alerts: the one that asks for confirmation, and those with news, as text and as plain HTML.

No picture and nothing that tells who reads. What a title holds goes into a header on one line.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from django.conf import settings
from django.core.mail import EmailMultiAlternatives
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import translation
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from iad_portal.lib.dates.format import format_date
from iad_portal.lib.operations.outgoing import one_line
from iad_portal.lib.text.bilingual import Text, reader_language, text_of
from news.alerts.words import scope_words
from news.models import Article, Subscription
from news.pages.cards import excerpt

from .asking import UNCONFIRMED
from .tokens import confirming_token, lasting_token


@dataclass(frozen=True, slots=True)
class Line:
    """One article in a letter; `note` says so where its text is in the other language."""

    title: Text
    lead: Text
    url: str
    about: str
    note: str

    @property
    def lang(self) -> str:
        """The language in which the title is written."""
        return self.title.language


def address_of(name: str, *words: str) -> str:
    """The whole address of a page in the active language."""
    return settings.SITE_URL + reverse(name, args=words)


def line_of(article: Article) -> Line:
    """`article` for a reader of the active language."""
    title, language = text_of(article, "title"), reader_language()
    day = format_date(article.published_day, language)
    about = " · ".join(part for part in (article.get_kind_display(), day) if part)
    note = {"th": _("in Thai"), "en": _("in English")}[title.language] if title.is_fallback else ""
    return Line(title, excerpt(article), settings.SITE_URL + article.get_absolute_url(), about, note)


def confirmation_letter(subscription: Subscription) -> EmailMultiAlternatives:
    """Asks whether `subscription` is wanted; the same whatever is known of the address."""
    with translation.override(subscription.language):
        shown: dict[str, object] = {
            "scope": scope_words(subscription),
            "pace": subscription.get_pace_display(),
            "address": address_of("news:alert_confirm", confirming_token(subscription)),
            "days": UNCONFIRMED.days,
        }
        subject = _("Confirm that you want news by e-mail")
        return _letter(subscription, subject, "confirm", shown)


def news_letter(subscription: Subscription, articles: Sequence[Article]) -> EmailMultiAlternatives:
    """`articles` for `subscription`, the newest first, in its language."""
    with translation.override(subscription.language):
        lines = [line_of(article) for article in articles]
        number = ngettext("%(number)s news item", "%(number)s news items", len(lines)) % {"number": len(lines)}
        shown = {"lines": lines, "scope": scope_words(subscription), "all_url": address_of("news:article_list")}
        return _letter(subscription, str(lines[0].title) if len(lines) == 1 else number, "news", shown)


def _letter(subscription: Subscription, subject: str, name: str, shown: Mapping[str, object]) -> EmailMultiAlternatives:
    token, office = lasting_token(subscription), _("International Affairs Office, Bangkok")
    leave = address_of("news:alert_leave", token)
    shown = {
        **shown,
        "subject": subject,
        "office": office,
        "language": reader_language(),
        "leave_url": leave,
        "manage_url": address_of("news:alert_manage", token),
    }
    letter = EmailMultiAlternatives(
        one_line(f"{subject} · {office}" if name == "news" else subject),
        render_to_string(f"news/mail/{name}.txt", shown),
        to=[subscription.subscriber.address],
        headers={
            "List-Unsubscribe": f"<{leave}>",
            "List-Unsubscribe-Post": "List-Unsubscribe=One-Click",
            "Auto-Submitted": "auto-generated",
        },
    )
    letter.attach_alternative(render_to_string(f"news/mail/{name}.html", shown), "text/html")
    return letter
