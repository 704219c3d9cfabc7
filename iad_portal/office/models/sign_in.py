"""Tries to sign in, counted by account and by address, and the passwords that somebody else has chosen.

Counted in the database, which all workers and hosts share. Neither names nor addresses are kept in clear.
"""

from datetime import datetime, timedelta

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.crypto import salted_hmac
from django.utils.translation import gettext_lazy as _

# In the session of an officer whose password somebody else chose.
FIRST_PASSWORD = "first_password"  # noqa: S105  # a key, not a password

QUARTER, HOUR = timedelta(minutes=15), timedelta(hours=1)
# Wrong passwords within a time. One person's slips stay below; tries that are held back are not counted.
PER_PAIR = (5, QUARTER)  # of one account from one address
PER_SENDER = (30, QUARTER)  # from one address, for whatever accounts
PER_ACCOUNT = (30, HOUR)  # of one account, from wherever
# An address where the account signed in lately counts by itself alone: nobody elsewhere, and nobody in the same office,
# can shut an officer out by guessing.
KNOWN = timedelta(days=30)
KEPT = timedelta(days=1)


def hidden(text: str) -> str:
    """`text` under a key: the same text gives the same word, and the word does not give it back."""
    return salted_hmac("iad_portal.sign_in", text.strip().casefold(), algorithm="sha256").hexdigest()


class SignInTries(models.Manager["SignInTry"]):
    """Counting, and what it says."""

    def begin(self, account: str, sender: str) -> "SignInTry":
        """One more try of `account` (a user name as typed) from `sender` (an address), wrong until proved right."""
        now = timezone.now()
        self.filter(succeeded=False, at__lt=now - KEPT).delete()
        self.filter(at__lt=now - KNOWN).delete()
        return self.create(account=hidden(account), sender=hidden(sender), at=now)

    def _wait(self, wrong: list[datetime], rule: tuple[int, timedelta], now: datetime) -> float:
        """Seconds until `rule` allows one more; `wrong` are the moments of wrong passwords, newest first."""
        limit, time = rule
        return (wrong[limit - 1] + time - now).total_seconds() if len(wrong) >= limit else 0

    def seconds_to_wait(self, own: "SignInTry") -> int:
        """How long until this try may be made; 0 when it may be made now. Two queries."""
        mine = models.Q(account=own.account) | models.Q(sender=own.sender)
        before = self.filter(mine, succeeded=False, at__gt=own.at - HOUR, pk__lt=own.pk).order_by("-at", "-pk")
        rows = list(before.values_list("account", "sender", "at"))
        waits = [self._wait([at for a, s, at in rows if (a, s) == (own.account, own.sender)], PER_PAIR, own.at)]
        if not self.filter(account=own.account, sender=own.sender, succeeded=True).exists():
            waits.append(self._wait([at for _a, s, at in rows if s == own.sender], PER_SENDER, own.at))
            waits.append(self._wait([at for a, _s, at in rows if a == own.account], PER_ACCOUNT, own.at))
        return max(0, -int(-max(waits) // 1))


class SignInTry(models.Model):
    """One wrong password of the last day, or the last success of an account from an address."""

    account = models.CharField(max_length=64)
    sender = models.CharField(max_length=64)
    at = models.DateTimeField()
    succeeded = models.BooleanField(default=False)

    objects = SignInTries()

    class Meta:
        verbose_name, verbose_name_plural = _("try to sign in"), _("tries to sign in")
        indexes = [
            models.Index(fields=["account", "at"], name="sign_in_account"),
            models.Index(fields=["sender", "at"], name="sign_in_sender"),
            models.Index(fields=["at"], name="sign_in_at"),
        ]
        default_permissions = ()

    def __str__(self):
        return f"{self.at:%Y-%m-%d %H:%M}"

    def prove_right(self) -> None:
        """The password was right: earlier slips of this account from this address are forgotten."""
        SignInTry.objects.filter(account=self.account, sender=self.sender).exclude(pk=self.pk).delete()
        self.succeeded = True
        self.save(update_fields=["succeeded"])


class FirstPassword(models.Model):
    """This officer's password was chosen by somebody else, and must be changed before anything is done with it."""

    user = models.OneToOneField(
        settings.AUTH_USER_MODEL, models.CASCADE, primary_key=True, related_name="first_password"
    )

    class Meta:
        verbose_name, verbose_name_plural = _("first password"), _("first passwords")
        default_permissions = ()

    def __str__(self):
        return str(self.user)
