"""Which officers have which form open."""

from django.db import models

from iad_portal.lib.desk import presence


class Presence(presence.Presence):
    """The one table of who is where. Nobody else meets it: it has no permissions and no history."""

    class Meta:
        default_permissions = ()
        constraints = [models.UniqueConstraint(fields=["path", "officer"], name="presence_once")]
