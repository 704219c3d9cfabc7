"""Articles and newsletters."""

from .article import Article, ArticleKind, Correction
from .newsletter import Newsletter

__all__ = ["Article", "ArticleKind", "Correction", "Newsletter"]
