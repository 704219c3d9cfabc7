"""Forms of what belongs to no app: pages, messages, notices, old addresses, officers, and what waits for the office."""

from django.contrib import admin

from . import differences, messages, notices, officers, pages, redirects, sign_in
from .confirm import confirm
from .waiting import waiting

admin.site.waiting = waiting
admin.site.confirm = confirm

__all__ = ["differences", "messages", "notices", "officers", "pages", "redirects", "sign_in"]
