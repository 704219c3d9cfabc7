"""City networks, Bangkok's membership in them, meetings and what was promised there."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class NetworksConfig(AppConfig):
    name = "networks"
    verbose_name = _("Networks and meetings")

    def ready(self):
        from .wording import tell_the_desk

        tell_the_desk()
