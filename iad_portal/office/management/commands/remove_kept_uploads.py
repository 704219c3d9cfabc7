"""Remove uploads that were kept for a form and that nobody came back for within a day."""

from django.core.management.base import BaseCommand

from iad_portal.lib.media.kept_uploads import remove_old


class Command(BaseCommand):
    help = "Remove uploads that a refused form kept, and that nobody came back for within a day."

    def handle(self, *args, **options):
        count = remove_old()
        if options["verbosity"]:
            self.stdout.write(f"Removed {count} uploads.")
