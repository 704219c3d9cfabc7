"""What the templates of this room need, prepared as plain dictionaries for the components."""
