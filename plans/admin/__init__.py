"""The officers' forms and lists of this app, one subject a file."""

from . import plans, projects

__all__ = ["plans", "projects"]
