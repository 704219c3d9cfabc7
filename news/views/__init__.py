"""Public pages of news and newsletters."""
