"""Uploads that no record holds yet."""

from iad_portal.lib.media import kept_uploads


class KeptUpload(kept_uploads.KeptUpload):
    """The one table of uploads kept aside for a form. Officers never meet it: it has no permissions and no history."""

    class Meta:
        default_permissions = ()
