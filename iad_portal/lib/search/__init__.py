"""Words as search compares them, and columns of them that both databases can be asked about."""
