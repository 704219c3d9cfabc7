"""The officers' forms and lists of this app, one subject a file."""

from . import commitments, meetings, memberships, networks

__all__ = ["commitments", "meetings", "memberships", "networks"]
