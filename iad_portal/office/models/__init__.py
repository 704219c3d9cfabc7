"""The office's own records: the office's pages, messages to it, notices over the site, the search index, signing in."""

from .asked import Asked
from .difference import Difference
from .kept_form import KeptForm
from .message import Message, MessageState, Topic
from .notice import NoticeKind, SiteNotice
from .page import Page
from .search import SearchEntry, SearchSlip, SearchWord
from .sign_in import FirstPassword, SignInTry
from .unshown import Unshown

__all__ = [
    "Asked",
    "Difference",
    "FirstPassword",
    "KeptForm",
    "Message",
    "MessageState",
    "NoticeKind",
    "Page",
    "SearchEntry",
    "SearchSlip",
    "SearchWord",
    "SignInTry",
    "SiteNotice",
    "Topic",
    "Unshown",
]
