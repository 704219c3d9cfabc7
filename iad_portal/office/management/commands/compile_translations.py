"""Compile every catalogue with Babel, so that no machine needs gettext's tools."""

from pathlib import Path

from django.conf import settings
from django.core.management.base import BaseCommand

from iad_portal.lib.operations.catalogue import compile_catalogue


class Command(BaseCommand):
    help = "Compile locale/*/LC_MESSAGES/*.po to .mo, without gettext."
    requires_system_checks = []

    def handle(self, *args, **options):
        for folder in map(Path, settings.LOCALE_PATHS):
            for path in sorted(folder.glob("*/LC_MESSAGES/*.po")):
                count = compile_catalogue(path)
                self.stdout.write(f"Compiled {count} strings of {path.relative_to(folder.parent)}")
