"""The calendars that the portal gives away, and the private one of each officer."""
