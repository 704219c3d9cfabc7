"""What stands around every public page: the office's facts and the notices."""

from dataclasses import dataclass

from django.db.models import Exists

from iad_portal.office.models import SiteNotice
from iad_portal.office.pages.notices import Notices, notices_of
from relations.models import Agency


@dataclass(frozen=True)
class Frame:
    """The office as an agency (None while nobody has entered it), and the notices that stand now."""

    agency: Agency | None
    notices: Notices


def frame_now() -> Frame:
    """The frame of a page: one query, and one more while a notice stands or the office is not entered."""
    standing = SiteNotice.objects.standing()
    agencies = Agency.objects.filter(slug=Agency.HOME_SLUG)
    agency = agencies.annotate(has_notices=Exists(standing)).first()
    has_notices = agency is None or agency.has_notices
    return Frame(agency, notices_of(standing.order_by("-pk") if has_notices else ()))
