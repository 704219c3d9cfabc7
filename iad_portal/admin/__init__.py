"""The roof of the officers' desk: the office's pages, old addresses, officers, and what waits for the office."""

from django.contrib import admin

from . import officers, pages, redirects
from .waiting import waiting

admin.site.waiting = waiting

__all__ = ["officers", "pages", "redirects"]
