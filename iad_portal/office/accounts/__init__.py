"""Officers' accounts: the second factor. django-allauth keeps the factors; its pages are not mounted."""
