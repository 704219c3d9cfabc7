"""What stands around every public page: the office's facts and the notices."""

from dataclasses import dataclass
from typing import cast

from django.db.models import QuerySet

from iad_portal.lib.records.gathered import gathered, values_of
from iad_portal.lib.records.kept_queries import kept_query
from iad_portal.office.models import SiteNotice
from iad_portal.office.pages.notices import Notices, notices_of
from relations.models import Agency

# What a bar shows of a notice.
NOTICE_FIELDS = ("id", "kind", "text_th", "text_en", "url", "link_label_th", "link_label_en")


@dataclass(frozen=True)
class Frame:
    """The office as an agency (None while nobody has entered it), and the notices that stand now."""

    agency: Agency | None
    notices: Notices


def frame_now() -> Frame:
    """The frame of a page: one query, and one more while the office is not entered."""
    agency = _office().first()
    rows = agency.standing_notices if agency else SiteNotice.objects.standing().values(*NOTICE_FIELDS)
    standing = [SiteNotice(**values) for values in values_of(rows, "id")]
    return Frame(agency, notices_of(reversed(standing)))


@kept_query
def _office() -> QuerySet[Agency]:
    standing = gathered(SiteNotice.objects.standing(), *NOTICE_FIELDS)
    return cast("QuerySet[Agency]", Agency.objects.filter(slug=Agency.HOME_SLUG).annotate(standing_notices=standing))
