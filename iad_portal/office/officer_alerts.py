"""Letters to officers: what waits for them, as far as each has chosen and may see it; one a day, nothing twice.

What an officer is told of is noted before the letter leaves. A sender that dies in between has told nobody, and the
desk's first page still shows it all; a letter that the server refuses is taken back, and tried the next day.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from django.conf import settings
from django.contrib import admin
from django.core.mail import EmailMessage
from django.db import models, transaction
from django.db.models import Q
from django.http import HttpRequest
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import translation
from django.utils.translation import gettext as _

from iad_portal.lib.dates import calendar
from iad_portal.lib.dates.format import format_date
from iad_portal.lib.desk import reviews
from iad_portal.lib.desk.roles import may_let_out
from iad_portal.lib.operations.outgoing import Fate, Postman, one_line
from iad_portal.office.models import OfficerAlerts, Review, ToldFact
from networks.models import Commitment
from relations.models import Agreement

ENDS_WITHIN = timedelta(days=183)


@dataclass(frozen=True, slots=True)
class Fact:
    """Something an officer is told of: the words that stand for it for good, a sentence, and where to look."""

    key: str
    said: str
    url: str


def facts_for(officer: Any, chosen: OfficerAlerts, today: date) -> list[Fact]:
    """All that `officer` has `chosen` to be told of and may see, told already or not. In the active language."""
    asked = {"reviews": _reviews, "agreements": _agreements, "commitments": _commitments}
    return [fact for name in choices_of(officer) if getattr(chosen, name) for fact in asked[name](officer, today)]


def choices_of(officer: Any) -> list[str]:
    """What `officer` has the right to be told of, as columns of OfficerAlerts."""
    rights = {
        "reviews": may_let_out(officer),
        "agreements": officer.has_perm("relations.view_agreement"),
        "commitments": officer.has_perm("networks.view_commitment"),
    }
    return [name for name, has_right in rights.items() if has_right]


def _reviews(officer: Any, _today: date) -> Iterator[Fact]:
    waiting = Review.objects.filter(is_open=True, state=reviews.State.WAITING).exclude(sent_by=officer.pk)
    for review in waiting.select_related("sent_by").order_by("sent_at", "pk"):
        said = _("Waits for review: %(kind)s “%(name)s”, from %(who)s")
        words = {"kind": review.kind_name, "name": review.name, "who": review.sender}
        yield Fact(f"review {review.pk} {review.sent_at:%Y%m%d%H%M%S}", said % words, settings.SITE_URL + review.url)


def _agreements(officer: Any, today: date) -> Iterator[Fact]:
    for agreement in _seen_by(officer, Agreement).filter(pk__in=Agreement.objects.ending(today).values("pk")):
        day = agreement.last_day
        if day <= today + ENDS_WITHIN:
            said = _("Ends on %(day)s: %(name)s") % {"day": format_date(day, "th"), "name": agreement}
            yield Fact(f"agreement {agreement.pk} {day:%Y-%m-%d}", said, _form_of(agreement))


def _commitments(officer: Any, today: date) -> Iterator[Fact]:
    for commitment in _seen_by(officer, Commitment).filter(pk__in=Commitment.objects.overdue(today).values("pk")):
        due = commitment.due_on
        said = _("Overdue since %(day)s: %(name)s") % {"day": format_date(due, "th"), "name": commitment}
        yield Fact(f"commitment {commitment.pk} {due.iso}", said, _form_of(commitment))


def _seen_by(officer: Any, model: type[models.Model]) -> models.QuerySet[Any]:
    """The records of `model` that the officer's own list on the desk shows."""
    request = HttpRequest()
    request.user = officer
    return admin.site._registry[model].get_queryset(request).order_by("pk")


def _form_of(record: models.Model) -> str:
    meta = record._meta
    return settings.SITE_URL + reverse(f"admin:{meta.app_label}_{meta.model_name}_change", args=[record.pk])


def send_to_officers(postman: Postman, today: date | None = None) -> Iterator[Fate]:
    """Mail every officer who is to be told of something new, and give what became of each letter."""
    today = today or calendar.today()
    active = Q(user__is_active=True, user__is_staff=True) & ~Q(user__email="")
    chosen = Q(reviews=True) | Q(agreements=True) | Q(commitments=True)
    for key in list(OfficerAlerts.objects.filter(active, chosen).exclude(mailed_on=today).values_list("pk", flat=True)):
        postman.ready()
        with translation.override("th"):
            letter, facts = _claimed(key, today)
        if letter is None:
            continue
        fate = postman.send(letter)
        if fate not in (Fate.SENT, Fate.UNKNOWN):
            ToldFact.objects.filter(user=key, fact__in=[fact.key for fact in facts]).delete()
        yield fate


def _claimed(key: int, today: date) -> tuple[EmailMessage | None, list[Fact]]:
    """The letter that nobody else sends, and what it tells of; none when there is nothing new."""
    with transaction.atomic():
        rows = OfficerAlerts.objects.select_for_update(skip_locked=True, of=("self",)).select_related("user")
        chosen = rows.filter(pk=key).exclude(mailed_on=today).first()
        if chosen is None:
            return None, []
        facts = facts_for(chosen.user, chosen, today)
        told = set(ToldFact.objects.filter(user=key).values_list("fact", flat=True))
        new = [fact for fact in facts if fact.key not in told]
        if not new:
            return None, []
        ToldFact.objects.bulk_create([ToldFact(user_id=key, fact=fact.key, told_on=today) for fact in new])
        chosen.mailed_on = today
        chosen.save(update_fields=["mailed_on"])
        return letter_to(chosen.user, new), new


def letter_to(officer: Any, facts: list[Fact]) -> EmailMessage:
    """The letter that tells `officer` of `facts`, in Thai."""
    name = officer.get_full_name() or officer.get_username()
    shown = {"name": name, "facts": facts, "account": settings.SITE_URL + reverse("admin:account")}
    subject = one_line(_("At the officers’ desk: what waits for you (%(number)s)") % {"number": len(facts)})
    return EmailMessage(subject, render_to_string("portal/mail/officer_alerts.txt", shown), to=[officer.email])
