"""The WSGI entry point that gunicorn serves."""

import gc
import os
from collections.abc import Iterator
from contextlib import contextmanager

from django.core.wsgi import get_wsgi_application
from django.urls import get_resolver

from iad_portal.lib.operations.readable_forms import without_foreign_charsets

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "iad_portal.settings")


@contextmanager
def _nothing_to_collect() -> Iterator[None]:
    """What is loaded inside stays: to look through all of it for garbage, again and again, is a tenth of the start.

    Nor is it looked through, or touched by the collector, later: else each worker gets a copy of its own.
    """
    gc.disable()
    try:
        yield
    finally:
        gc.freeze()
        gc.enable()


with _nothing_to_collect():
    application = without_foreign_charsets(get_wsgi_application())


def load_for_all() -> None:
    """Load what each worker would load at its first pages: views, and the Thai dictionaries, some 20 MB.

    It is called before they are forked: it opens no connection and starts no thread, which they must not share.
    """
    from iad_portal.lib.search.words import load_dictionary
    from iad_portal.lib.text.line_breaks import load_compounds

    with _nothing_to_collect():
        _ = get_resolver().url_patterns
        load_dictionary()
        load_compounds()
