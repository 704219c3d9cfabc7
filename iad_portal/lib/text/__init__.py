"""Plain text: cleaned, in two languages, sorted, cut and read aloud as the office writes it."""
