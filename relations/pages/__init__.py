"""What the templates of this app are given: plain dicts and lists, prepared beside the views."""
