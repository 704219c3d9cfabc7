"""What officers deleted, kept until it is brought back or forgotten."""

from django.utils.translation import gettext_lazy as _

from iad_portal.lib.desk import bin as desk_bin


class BinnedRecord(desk_bin.BinnedRecord):
    """The one table of the bin. It has no form and no history; who oversees it, a right of the portal's own says."""

    class Meta:
        verbose_name = _("deleted record")
        verbose_name_plural = _("deleted records")
        default_permissions = ()
