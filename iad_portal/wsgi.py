"""The WSGI entry point that gunicorn serves."""

import os

from django.core.wsgi import get_wsgi_application
from django.urls import get_resolver

from iad_portal.lib.operations.readable_forms import without_foreign_charsets

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "iad_portal.settings")

application = without_foreign_charsets(get_wsgi_application())


def load_for_all() -> None:
    """Load what each worker would load at its first pages: views, and the Thai dictionaries, some 20 MB.

    It is called before they are forked: it opens no connection and starts no thread, which they must not share.
    """
    from iad_portal.lib.search.words import load_dictionary
    from iad_portal.lib.text.line_breaks import load_compounds

    _ = get_resolver().url_patterns
    load_dictionary()
    load_compounds()
