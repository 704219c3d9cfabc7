"""What opens an officer's private calendar to a calendar programme, which cannot sign in."""

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _


class CalendarKey(models.Model):
    """The one address of one officer's calendar. Of its secret word only a hash is kept."""

    user = models.OneToOneField(settings.AUTH_USER_MODEL, models.CASCADE, related_name="calendar_key")
    hashed = models.CharField(max_length=64, unique=True)
    made_at = models.DateTimeField(default=timezone.now)

    class Meta:
        verbose_name, verbose_name_plural = _("address of a private calendar"), _("addresses of private calendars")
        default_permissions = ()

    def __str__(self):
        return f"{self.user} {self.made_at:%Y-%m-%d %H:%M}"
