"""Officers' accounts: how one gets in, the second factor, the links that let one choose a password, and sessions.

django-allauth keeps the factors and knows their codes and keys; its pages are not mounted. Wrong tries of any kind are
counted in the database (models.SignInTry). Whoever still owes the second factor counts as nobody (`middleware`).
"""
