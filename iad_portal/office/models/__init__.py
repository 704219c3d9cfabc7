"""The office's own records: its pages, messages to it, notices over the site, the search index, signing in, changes."""

from .asked import Asked
from .binned_record import BinnedRecord
from .calendar_key import CalendarKey
from .content_version import ContentVersion
from .data_licence import DataLicence, Licence
from .difference import Difference
from .entry_link import EntryLink
from .kept_form import KeptForm
from .message import Message, MessageState, Topic
from .notice import NoticeKind, SiteNotice
from .officer_alerts import OfficerAlerts, ToldFact
from .officer_right import OfficerRight
from .officer_session import OfficerSession
from .outer_link import OuterLink
from .outlet_link import EmbargoedPage, OutletLink, OutletVisit
from .page import Page
from .presence import Presence
from .preview import Preview
from .review import Review
from .search import SearchEntry, SearchSlip, SearchWord
from .sign_in import FirstPassword, SignInTry
from .unshown import Unshown

__all__ = [
    "Asked",
    "BinnedRecord",
    "CalendarKey",
    "ContentVersion",
    "DataLicence",
    "Difference",
    "EmbargoedPage",
    "EntryLink",
    "FirstPassword",
    "KeptForm",
    "Licence",
    "Message",
    "MessageState",
    "NoticeKind",
    "OfficerAlerts",
    "OfficerRight",
    "OfficerSession",
    "OuterLink",
    "OutletLink",
    "OutletVisit",
    "Page",
    "Presence",
    "Preview",
    "Review",
    "SearchEntry",
    "SearchSlip",
    "SearchWord",
    "SignInTry",
    "SiteNotice",
    "ToldFact",
    "Topic",
    "Unshown",
]
