"""The building itself: the office's own pages and all that joins the rooms."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class PortalConfig(AppConfig):
    name = "iad_portal"
    verbose_name = _("The office's own pages")
