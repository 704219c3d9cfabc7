"""The officers' forms and lists of this app, one subject a file."""

from . import articles, newsletters

__all__ = ["articles", "newsletters"]
