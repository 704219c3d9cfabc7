"""Turn the links to our own records in stored texts into keys: once, after the upgrade that brings keys."""

from django.core.management.base import BaseCommand

from iad_portal.lib.records.record_links import key_stored_texts


class Command(BaseCommand):
    help = (
        "Turn links to pages of this site, in texts that are stored already, into keys of their records, which a "
        "changed address does not break. It can run again without harm."
    )

    def handle(self, *args, **options):
        count = key_stored_texts()
        if options["verbosity"]:
            self.stdout.write(f"Turned the links of {count} records into keys.")
