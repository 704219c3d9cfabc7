"""What the templates of this room are given: plain dicts and lists, prepared beside the views."""
