"""The roof's own records: the office's pages, what people write to it, and the notices over the whole site."""

from .message import Message, MessageState, Topic
from .notice import NoticeKind, SiteNotice
from .page import Page

__all__ = ["Message", "MessageState", "NoticeKind", "Page", "SiteNotice", "Topic"]
