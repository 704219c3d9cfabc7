"""What operators and the server need: archives, translations, static files, limits, old addresses."""
