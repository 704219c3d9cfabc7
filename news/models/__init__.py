"""Articles, newsletters, and alerts by e-mail."""

from .alert import Delivery, DeliveryState, Pace, Subscriber, Subscription
from .article import Article, ArticleKind, Correction
from .newsletter import Newsletter
from .newsletter_item import NewsletterItem
from .press_contact import PressContact
from .video import Video

__all__ = [
    "Article",
    "ArticleKind",
    "Correction",
    "Delivery",
    "DeliveryState",
    "Newsletter",
    "NewsletterItem",
    "Pace",
    "PressContact",
    "Subscriber",
    "Subscription",
    "Video",
]
