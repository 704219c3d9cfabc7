"""Alerts by e-mail: asking and leaving, the links in letters, what is news to whom, the letters, and sending."""
