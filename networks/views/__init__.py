"""Public pages of this app, by subject."""
