"""One-time links: made, found by their words, used once, withdrawn."""

import secrets
from datetime import timedelta
from typing import Any

from django.conf import settings
from django.contrib.auth import get_user_model
from django.db.models import Q
from django.urls import reverse
from django.utils import timezone

from iad_portal.office.models import EntryLink
from iad_portal.office.models.sign_in import hidden

DAYS = 7  # of what an administrator makes
HOURS = 2  # of what somebody has asked for at the sign-in
KEPT = timedelta(days=90)
# No letter that a reader may take for another: words are copied from paper, too.
ALPHABET = "abcdefghjkmnpqrstuvwxyz23456789"


def new_words() -> str:
    """Four groups of five, about 99 bits."""
    return "-".join("".join(secrets.choice(ALPHABET) for _ in range(5)) for _ in range(4))


def _hash(words: str) -> str:
    return hidden(f"entry link {''.join(words.split())}")


def live_links(user: Any) -> Any:
    """The links that still let `user` choose a password: one at most, but for two made at once."""
    now = timezone.now()
    return EntryLink.objects.filter(user=user, used_at=None, withdrawn_at=None, expires_at__gt=now)


def make_link(
    user: Any, by: Any = None, mailed_to: str = "", holds: timedelta = timedelta(days=DAYS)
) -> tuple[EntryLink, str]:
    """A new link for `user`, and its address, which nobody can be told again. Earlier links are withdrawn."""
    now, words = timezone.now(), new_words()
    withdraw_links(user)
    EntryLink.objects.filter(made_at__lt=now - KEPT).delete()
    link = EntryLink.objects.create(
        user=user, hashed=_hash(words), made_by=by, mailed_to=mailed_to, expires_at=now + holds
    )
    return link, settings.SITE_URL + reverse("admin:enter", args=[words])


def find_link(words: str) -> EntryLink | None:
    """The link with these words, whatever has become of it."""
    return EntryLink.objects.select_related("user").filter(hashed=_hash(words)).first()


def use_link(link: EntryLink) -> bool:
    """Use `link` up; false when it can no longer be used, be it used by another request at this moment."""
    used = live_links(link.user).filter(pk=link.pk).update(used_at=timezone.now())
    return bool(used)


def withdraw_links(user: Any) -> int:
    """No link lets `user` in any more. How many there were."""
    return int(live_links(user).update(withdrawn_at=timezone.now()))


def user_named(typed: str) -> Any:
    """The officer whose user name, or e-mail that nobody else has, was typed; None when there is no such officer."""
    typed = typed.strip()
    officers = get_user_model()._default_manager.filter(is_active=True, is_staff=True)
    found = list(officers.filter(Q(username__iexact=typed) | Q(email__iexact=typed))[:2]) if typed else []
    return found[0] if len(found) == 1 else None
