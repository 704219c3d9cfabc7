"""Pages that officers look at, and let others look at, before they are public."""

from iad_portal.lib.desk import previews


class Preview(previews.Preview):
    """The one table of previews. Whoever made one shows it: it has no permissions and no history."""

    class Meta:
        default_permissions = ()
