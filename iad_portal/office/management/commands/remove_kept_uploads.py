"""Remove uploads that nobody needs: kept for a form that nobody came back to, or written by a save that failed."""

from django.core.management.base import BaseCommand

from iad_portal.lib.media.kept_uploads import remove_old
from iad_portal.lib.media.orphans import remove_orphans


class Command(BaseCommand):
    help = "Remove uploads that a refused form kept, and stored files that no record holds, when they are a day old."

    def handle(self, *args, **options):
        count, orphans = remove_old(), remove_orphans()
        if options["verbosity"]:
            self.stdout.write(f"Removed {count} uploads, and {orphans} files that no record holds.")
