"""Forms that could not be taken when they were sent."""

from iad_portal.lib.desk import kept_forms


class KeptForm(kept_forms.KeptForm):
    """The one table of forms kept for their officers. Nobody else meets it: it has no permissions and no history."""

    class Meta:
        default_permissions = ()
