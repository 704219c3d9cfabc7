"""The officers' desk on Django's admin: forms, lists, rows, history, and what was typed is never lost."""
