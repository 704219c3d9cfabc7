"""Build the search index anew while the site serves; what is right already is left as it is."""

from django.core.management.base import BaseCommand

from iad_portal.lib.operations.progress import Progress
from iad_portal.office.search import rebuilding


class Command(BaseCommand):
    help = "Bring the whole search index in step with the records. The site may serve meanwhile."

    def add_arguments(self, parser):
        parser.add_argument(
            "--if-needed", action="store_true", help="only when it was made by other rules, or was never made"
        )

    def handle(self, *args, if_needed, **options):
        if if_needed and not rebuilding.is_out_of_step():
            return
        progress = Progress(self.stderr, "Search index, records", rebuilding.size())
        rebuilding.rebuild(progress.step)
        progress.finish()
