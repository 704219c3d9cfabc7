"""The officers' forms and lists of this app, one subject a file."""

from . import articles, newsletters, press_contacts

__all__ = ["articles", "newsletters", "press_contacts"]
