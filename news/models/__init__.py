"""Articles and newsletters."""

from .article import Article, ArticleKind, Correction
from .newsletter import Newsletter
from .newsletter_item import NewsletterItem
from .press_contact import PressContact
from .video import Video

__all__ = ["Article", "ArticleKind", "Correction", "Newsletter", "NewsletterItem", "PressContact", "Video"]
