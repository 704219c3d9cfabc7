"""Links by which an officer chooses a password: an invitation, or the way back after one was forgotten."""

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _


class LinkState(models.TextChoices):
    """What becomes of whoever opens a link."""

    LIVE = "live", _("can be used")
    USED = "used", _("used")
    EXPIRED = "expired", _("expired")
    WITHDRAWN = "withdrawn", _("withdrawn")


class EntryLink(models.Model):
    """One link for one officer, good for one choice of a password. Of its words only a hash is kept."""

    user = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="entry_links")
    hashed = models.CharField(max_length=64, unique=True)
    made_at = models.DateTimeField(default=timezone.now)
    made_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+")
    mailed_to = models.EmailField(blank=True)
    expires_at = models.DateTimeField()
    used_at = models.DateTimeField(null=True)
    withdrawn_at = models.DateTimeField(null=True)

    class Meta:
        verbose_name, verbose_name_plural = _("one-time link"), _("one-time links")
        ordering = ["-made_at", "-pk"]
        default_permissions = ()

    def __str__(self):
        return f"{self.user} {self.made_at:%Y-%m-%d %H:%M}"

    @property
    def state(self) -> LinkState:
        """Where the link stands now; that of a closed account is withdrawn."""
        if self.used_at:
            return LinkState.USED
        if self.withdrawn_at or not self.user.is_active:
            return LinkState.WITHDRAWN
        return LinkState.EXPIRED if self.expires_at <= timezone.now() else LinkState.LIVE
