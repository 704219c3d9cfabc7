"""The officers' forms and lists of this app, one subject a file."""

from . import alerts, articles, newsletters, press_contacts

__all__ = ["alerts", "articles", "newsletters", "press_contacts"]
