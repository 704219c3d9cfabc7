"""The office's own pages, and the answers that belong to no app."""
