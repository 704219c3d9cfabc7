"""Forms of what belongs to no app: pages, messages, notices, old addresses, officers, the bin, and what waits."""

from django.contrib import admin

from relations.admin.photo_words import lacking_in

from . import data_licences, differences, messages, notices, officers, outer_links, pages, redirects, sign_in
from .bin import bin_pages
from .claim_answers import to_confirm
from .confirm import confirm
from .previews import preview


def first_page(request):
    """The desk's first page. It shows what public pages count: they are read when it is first asked for, so that a
    process that only saves loads no page."""
    from .start import start

    return start(request)


admin.site.lacking = lacking_in
admin.site.start = first_page
admin.site.bin = bin_pages
admin.site.confirm = confirm
admin.site.to_confirm = to_confirm
admin.site.preview = preview

__all__ = [
    "data_licences",
    "differences",
    "messages",
    "notices",
    "officers",
    "outer_links",
    "pages",
    "redirects",
    "sign_in",
]
