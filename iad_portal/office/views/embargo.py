"""The page of a record as an outlet of the press sees it before its moment, and the files that it shows."""

import re
from uuid import UUID

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.http.response import HttpResponseBase
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import translation
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from iad_portal.lib.components import Bar
from iad_portal.lib.dates.format import format_moment
from iad_portal.lib.records.addresses import address_in
from iad_portal.lib.records.publishing import Publishable
from iad_portal.lib.text.bilingual import LANGUAGES
from iad_portal.office import embargo
from iad_portal.office.models import OutletLink

from .previews import HEADERS, files_below, gone, kept_file, kept_page

GONE = "410_embargo.html"
# The notices of a kept page (components/banner.html): of a preview, that it is one.
_BARS = re.compile(r'<section class="banners".*?</section>', re.DOTALL)


@require_safe
def page(request: HttpRequest, key: UUID, language: str) -> HttpResponse:
    """The embargoed page in `language` for the outlet with the link `key`, which is logged.

    From its moment on every link, also one that has ended, leads to the public page. 410 for a link that was taken back
    or has ended, and for a record that is gone; 404 for a language that the portal has not.
    """
    if language not in LANGUAGES:
        raise Http404
    link, record = embargo.link_of(key) or (None, None)
    if link is None or record is None:
        return gone(request, language, GONE)
    if embargo.is_lifted(record) and record.is_readable():
        return HttpResponseRedirect(address_in(record, language), headers=HEADERS)
    if embargo.is_lifted(record) or not link.is_open():
        return gone(request, language, GONE)
    if request.method == "GET":
        embargo.note_visit(link, language)
    return kept_page(_under_bar(link, record, language), language, files_below("embargo_file", key))


@require_safe
def file(request: HttpRequest, key: UUID, name: str) -> HttpResponseBase:
    """A file of the embargoed page: as open as the page is. From its moment on it lies at its public address."""
    link, record = embargo.link_of(key) or (None, None)
    if link is None or record is None:
        raise Http404
    if embargo.is_lifted(record):
        return HttpResponseRedirect(f"{settings.MEDIA_URL}{name}", headers=HEADERS)
    if not link.is_open():
        raise Http404
    return kept_file(request, name, link.page.page_th, link.page.page_en)


def _under_bar(link: OutletLink, record: Publishable, language: str) -> str:
    """The kept page; in place of its notices it says for whom it is, and before when nothing of it may be published.

    What led to the public page in either language leads to this one.
    """
    with translation.override(language):
        bars = render_to_string("components/banner.html", {"bars": [_bar(link, record, language)]})
    text = _BARS.sub(lambda _found: bars, link.page.page(language), count=1)
    for code in LANGUAGES:
        text = text.replace(f'href="{address_in(record, code)}"', f'href="{reverse("embargo", args=[link.pk, code])}"')
    return text


def _bar(link: OutletLink, record: Publishable, language: str) -> Bar:
    other = next(code for code in LANGUAGES if code != language)
    if record.publish_at:
        text = _("For %(outlet)s. Nothing of it may be published before %(moment)s, Bangkok time.")
    else:
        text = _("For %(outlet)s. Nothing of it may be published before the office has published it here.")
    told = {"outlet": link.outlet, "moment": format_moment(record.publish_at, language)}
    return Bar(
        kind="closure",
        title=_("Embargoed"),
        text=text % told,
        url=reverse("embargo", args=[link.pk, other]),
        label=_("The same in English") if other == "en" else _("The same in Thai"),
    )
