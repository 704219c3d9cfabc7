"""An officer's private calendar: what ends or falls due, behind an address that nobody can guess."""

import secrets
from datetime import date, timedelta
from typing import Any

from django.conf import settings
from django.contrib.auth.base_user import AbstractBaseUser
from django.db.models import QuerySet
from django.urls import reverse
from django.utils import timezone
from django.utils.crypto import salted_hmac
from django.utils.translation import gettext as _

from iad_portal.lib.dates import calendar
from iad_portal.lib.desk.roles import agency_of
from iad_portal.lib.records.faults import shown
from iad_portal.lib.records.publishing import Status, Versioned
from iad_portal.lib.registers.calendars import Happening, whole_days
from iad_portal.lib.text.bilingual import Text
from iad_portal.office.models import CalendarKey
from networks.admin.commitments import reports_only
from networks.models import Commitment, Role
from relations.models import Agreement

# What is over for longer concerns nobody any more.
KEPT = timedelta(days=366)
# Each kind, and the right without which its officer does not meet it.
RIGHTS = ("relations.view_agreement", "networks.view_role", "networks.view_commitment")


def new_key(user: Any) -> str:
    """A new secret word for the calendar of `user`; it is kept nowhere but with its owner, and no earlier one works."""
    word = secrets.token_urlsafe(32)
    CalendarKey.objects.update_or_create(user=user, defaults={"hashed": _hash(word), "made_at": timezone.now()})
    return word


def withdraw(user: Any) -> None:
    """No address leads to the calendar of `user` any more."""
    CalendarKey.objects.filter(user=user).delete()


def officer_of(word: str) -> AbstractBaseUser | None:
    """Whose calendar `word` opens: an officer who is active, and may see anything of it; else None."""
    key = CalendarKey.objects.select_related("user").filter(hashed=_hash(word)).first()
    if key is None or not key.user.is_staff:
        return None
    user: Any = key.user  # who is not active has no right
    return user if any(user.has_perm(right) for right in RIGHTS) else None


def _hash(word: str) -> str:
    return salted_hmac("iad_portal.calendar_key", word, algorithm="sha256").hexdigest()


def events_for(user: Any) -> list[Happening]:
    """What ends or falls due from a year ago on, of the kinds that `user` may see; drafts too, as on the desk."""
    since = calendar.today() - KEPT
    parts = {"relations.view_agreement": _ends, "networks.view_role": _terms, "networks.view_commitment": _due}
    return [one for right, part in parts.items() if user.has_perm(right) for one in part(user, since) if one]


def _ends(_user: Any, since: date) -> list[Happening | None]:
    rows = Agreement.objects.exclude(status=Status.WITHDRAWN).filter(
        renews_itself=False, terminated_on__isnull=True, expires_on__gte=since
    )
    return shown(rows.select_related("city"), _end, "own calendar: agreements")


def _end(agreement: Agreement) -> Happening | None:
    title = _("Agreement ends: %(name)s") % {"name": agreement}
    return _happening("agreement-end", agreement, title, agreement.expires_on, agreement)


def _terms(_user: Any, since: date) -> list[Happening | None]:
    rows = Role.objects.exclude(network__status=Status.WITHDRAWN).filter(ends_on__gte=since)
    return shown(rows.select_related("network"), _term, "own calendar: roles")


def _term(role: Role) -> Happening | None:
    title = _("Term ends: %(role)s, %(network)s") % {"role": role, "network": role.network}
    return _happening("role-end", role, title, role.ends_on, role.network)


def _due(user: Any, since: date) -> list[Happening | None]:
    rows: QuerySet[Commitment] = Commitment.objects.open_at().filter(due_on__gte=since)
    if reports_only(user):
        rows = rows.filter(agencies=agency_of(user))
    rows = rows.select_related("meeting", "agreement__city")
    return shown(rows.order_by("due_on", "pk"), _commitment, "own calendar: commitments")


def _commitment(commitment: Commitment) -> Happening | None:
    title = _("Due: %(commitment)s") % {"commitment": commitment}
    return _happening("commitment-due", commitment, title, commitment.due_on, commitment.owner)


def _happening(kind: str, record: Any, title: str, day: Any, owner: Versioned) -> Happening | None:
    """`owner` is the record whose version rises with each change of `record`."""
    days = whole_days(day)
    if days is None:
        return None
    name = f"admin:{record._meta.app_label}_{record._meta.model_name}_change"
    url = f"{settings.SITE_URL}{reverse(name, args=[record.pk])}"
    return Happening(
        (kind, record.pk), Text(title, "th", "th"), *days, url, version=owner.version, changed=owner.updated_at
    )
