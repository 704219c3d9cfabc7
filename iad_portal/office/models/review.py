"""What waits for somebody who may let it out."""

from iad_portal.lib.desk import reviews


class Review(reviews.Review):
    """The one table of reviews. Who may do what with one, its form says: it has no permissions and no history."""

    class Meta(reviews.Review.Meta):
        abstract = False
        default_permissions = ()
