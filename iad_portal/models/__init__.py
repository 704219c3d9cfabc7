"""The roof's own records: the office's pages, what people write to it, the notices over the site, the search index."""

from .message import Message, MessageState, Topic
from .notice import NoticeKind, SiteNotice
from .page import Page
from .search import SearchEntry, SearchSlip, SearchWord

__all__ = [
    "Message",
    "MessageState",
    "NoticeKind",
    "Page",
    "SearchEntry",
    "SearchSlip",
    "SearchWord",
    "SiteNotice",
    "Topic",
]
