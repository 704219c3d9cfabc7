"""The roof of the officers' desk: the office's pages, messages, old addresses, officers, and what waits for it."""

from django.contrib import admin

from . import messages, officers, pages, redirects
from .waiting import waiting

admin.site.waiting = waiting

__all__ = ["messages", "officers", "pages", "redirects"]
