"""Remove what nobody needs: uploads that nobody came back to, files of failed saves, what was long in the bin."""

from django.core.management.base import BaseCommand

from iad_portal.lib.desk.bin import forget_old
from iad_portal.lib.media.kept_uploads import remove_old
from iad_portal.lib.media.orphans import remove_orphans


class Command(BaseCommand):
    help = (
        "Remove uploads that a form kept for a week, stored files that no record holds, when they are a day old, and "
        "deleted records that were in the bin for 90 days."
    )

    def handle(self, *args, **options):
        forgotten, count, orphans = forget_old(), remove_old(), remove_orphans()
        if options["verbosity"]:
            self.stdout.write(
                f"Removed {count} uploads, {orphans} files that no record holds, and {forgotten} deleted records."
            )
