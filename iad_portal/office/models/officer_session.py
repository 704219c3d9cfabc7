"""Where officers have signed in: a row beside each session of the desk, for its owner to see and to end."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _


class OfficerSession(models.Model):
    """A session that has passed all that its officer has to show. It goes when the session goes."""

    key = models.CharField(max_length=40, primary_key=True)  # of Django's session
    user = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="officer_sessions")
    since = models.DateTimeField()
    last_seen = models.DateTimeField()
    address = models.CharField(max_length=64, blank=True)
    device = models.CharField(max_length=100, blank=True)

    class Meta:
        verbose_name, verbose_name_plural = _("session"), _("sessions")
        default_permissions = ()

    def __str__(self):
        return f"{self.user} {self.since:%Y-%m-%d %H:%M}"
