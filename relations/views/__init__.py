"""What the public reads of this app, a module a subject."""
