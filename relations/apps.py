"""Countries, cities, agreements, exchanges, embassies, and what every app above uses."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class RelationsConfig(AppConfig):
    name = "relations"
    verbose_name = _("Relations")

    def ready(self):
        from .wording import tell_the_desk

        tell_the_desk()
