"""The officers' forms and lists of this app, one subject a file."""

from . import alerts, articles, newsletters

__all__ = ["alerts", "articles", "newsletters"]
