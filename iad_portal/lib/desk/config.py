"""Puts the portal's own admin site in the place of Django's, before any app registers its records there."""

from django.contrib.admin.apps import AdminConfig


class PortalAdminConfig(AdminConfig):
    """Named in INSTALLED_APPS instead of "django.contrib.admin"."""

    default_site = "iad_portal.lib.desk.site.PortalAdminSite"
