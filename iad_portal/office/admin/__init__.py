"""Forms of what belongs to no app: pages, messages, notices, old addresses, officers, the bin, and what waits."""

from django.contrib import admin

from relations.admin.photo_words import lacking_in

from . import differences, messages, notices, officers, outer_links, pages, redirects, sign_in
from .bin import bin_pages
from .claim_answers import to_confirm
from .confirm import confirm
from .previews import preview
from .start import start

admin.site.lacking = lacking_in
admin.site.start = start
admin.site.bin = bin_pages
admin.site.confirm = confirm
admin.site.to_confirm = to_confirm
admin.site.preview = preview

__all__ = ["differences", "messages", "notices", "officers", "outer_links", "pages", "redirects", "sign_in"]
