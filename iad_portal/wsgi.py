"""The WSGI entry point that gunicorn serves."""

import os

from django.core.wsgi import get_wsgi_application

from iad_portal.lib.operations.readable_forms import without_foreign_charsets

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "iad_portal.settings")

application = without_foreign_charsets(get_wsgi_application())
