"""The roof's own pages, and the answers that belong to no room."""
