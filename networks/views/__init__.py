"""Public pages of this room, by subject."""
