"""Uploaded files: looked into, rewritten, stored with the transaction, and sent to whoever may read their record."""
