"""That an officer was asked whether a claim still holds, and did not know."""

from django.conf import settings
from django.db import models
from django.utils import timezone


class Asked(models.Model):
    """One such answer, by whom and when: the claim of a record, or its doubt. Rows are added, never changed."""

    kind = models.CharField(max_length=60)  # the model's label
    key = models.CharField(max_length=40)
    is_doubt = models.BooleanField(default=False)
    asked_at = models.DateTimeField(default=timezone.now)
    asked_of = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+")

    class Meta:
        default_permissions = ()
        indexes = [models.Index(fields=["kind", "key"], name="asked_of_record")]

    def __str__(self) -> str:
        return f"{self.kind} {self.key}"
