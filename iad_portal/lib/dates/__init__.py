"""Dates known to the day, month or year: Gregorian inside, in the reader's own era outside; and fiscal years."""
