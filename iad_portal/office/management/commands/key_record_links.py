"""Turn the links to our own records in stored texts into keys: once, after the upgrade that brings keys."""

from django.core.management.base import BaseCommand

from iad_portal.lib.records.record_links import texts_to_key


class Command(BaseCommand):
    help = (
        "Turn links to pages of this site, in texts that are stored already, into keys of their records, which a "
        "changed address does not break. It can run again without harm."
    )

    def handle(self, *args, **options):
        count = 0
        for model, key, texts in texts_to_key():
            # Nobody changed what the texts say: no version, no history.
            count += model._base_manager.filter(pk=key).update(**texts)
        if options["verbosity"]:
            self.stdout.write(f"Turned the links of {count} records into keys.")
