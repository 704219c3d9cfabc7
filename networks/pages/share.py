"""What the pictures of shared links show of networks and meetings."""

from collections.abc import Sequence

from iad_portal.lib.dates.format import format_range
from iad_portal.lib.text.bilingual import reader_language, text_of
from networks.models import Meeting, Network
from relations.models import Photo
from relations.pages.links import seen
from relations.pages.share import Shared, shared_of


def network_shared(network: Network) -> Shared:
    """Of a network: what kind it is, its acronym, its name."""
    kind = " · ".join(str(part) for part in (network.acronym, network.get_kind_display()) if part)
    return shared_of(network, kind, text_of(network, "name"), "", [])


def meeting_shared(meeting: Meeting, photos: Sequence[Photo]) -> Shared:
    """Of a meeting: whose it is, its title, its days."""
    network = seen(meeting.network)
    side = (network.acronym or text_of(network, "name")) if network else ""
    kind = " · ".join(str(part) for part in (side, meeting.get_kind_display()) if part)
    day = format_range(meeting.starts_on, meeting.ends_on, reader_language()) if meeting.starts_on else ""
    return shared_of(meeting, kind, text_of(meeting, "title"), day, photos)
