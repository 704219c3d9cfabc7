"""Articles, newsletters, and alerts by e-mail."""

from .alert import Delivery, DeliveryState, Pace, Subscriber, Subscription
from .article import Article, ArticleKind, Correction
from .newsletter import Newsletter

__all__ = [
    "Article",
    "ArticleKind",
    "Correction",
    "Delivery",
    "DeliveryState",
    "Newsletter",
    "Pace",
    "Subscriber",
    "Subscription",
]
