"""What stands around every public page, fetched in one question: the office's facts and the notices."""

from dataclasses import dataclass

from django.conf import settings
from django.contrib.sites.models import Site

from iad_portal.lib.records.nested_rows import NestedRows
from iad_portal.office.models import SiteNotice
from iad_portal.office.pages.notices import Notices, notices_of
from relations.models import Agency

AGENCY = (
    "name_th", "name_en", "parent_name_th", "parent_name_en", "address_th", "address_en", "phone", "email", "social",
)  # fmt: skip
NOTICE = ("kind", "text_th", "text_en", "url", "link_label_th", "link_label_en")


@dataclass(frozen=True)
class Frame:
    """The office as an agency (None while nobody has entered it), and the notices that stand now."""

    agency: Agency | None
    notices: Notices


def frame_now() -> Frame:
    """The frame of a page. Its question hangs on the row of the site, which is there before any record."""
    agencies = Agency.objects.filter(slug=Agency.HOME_SLUG)[:1]
    notices = SiteNotice.objects.standing().order_by("-pk")
    site = Site.objects.filter(pk=settings.SITE_ID).annotate(
        agency_rows=NestedRows(agencies, **{name: name for name in AGENCY}),
        notice_rows=NestedRows(notices, **{name: name for name in NOTICE}),
    )
    agency_rows, notice_rows = site.values_list("agency_rows", "notice_rows").first() or ([], [])
    agency = Agency(**agency_rows[0]) if agency_rows else None
    return Frame(agency, notices_of(SiteNotice(**row) for row in notice_rows))
