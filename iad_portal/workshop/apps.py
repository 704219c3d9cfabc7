"""An app for the sake of its commands alone: it has no tables."""

from django.apps import AppConfig


class WorkshopConfig(AppConfig):
    name = "iad_portal.workshop"
