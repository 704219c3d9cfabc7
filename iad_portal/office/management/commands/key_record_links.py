"""Turn the links to our own records in stored texts into keys: once, after the upgrade that brings keys."""

from django.core.management.base import BaseCommand

from iad_portal.lib.records.record_links import keyed, texts_with_links


class Command(BaseCommand):
    help = (
        "Turn links to pages of this site, in texts that are stored already, into keys of their records, which a "
        "changed address does not break. It can run again without harm."
    )

    def handle(self, *args, **options):
        count = 0
        for model, columns in texts_with_links().items():
            for key, *texts in model._base_manager.order_by("pk").values_list("pk", *columns).iterator():
                pairs = zip(columns, texts, strict=True)
                changed = {column: new for column, text in pairs if (new := keyed(text)) != text}
                if changed:
                    # Nobody changed what the texts say: no version, no history.
                    count += model._base_manager.filter(pk=key).update(**changed)
        if options["verbosity"]:
            self.stdout.write(f"Turned the links of {count} records into keys.")
