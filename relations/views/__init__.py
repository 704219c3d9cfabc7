"""What the public reads of this room, a module a subject."""
