"""The roof's own records: the office's pages, and what people write to the office."""

from .message import Message, MessageState, Topic
from .page import Page

__all__ = ["Message", "MessageState", "Page", "Topic"]
