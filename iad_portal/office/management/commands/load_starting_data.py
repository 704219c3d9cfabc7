"""Fill the portal with its starting data; what officers have changed or deleted stays as they left it."""

from pathlib import Path

from django.core.management.base import BaseCommand, CommandError

from iad_portal.lib.operations.progress import Progress
from iad_portal.office.importer.inventory import Inventory
from iad_portal.office.importer.rows import FOLDER, Fault
from iad_portal.office.importer.run import STEPS, load


class Command(BaseCommand):
    help = "Load the starting data. Safe to run again: what an officer has changed or deleted is left as it is."

    def add_arguments(self, parser):
        parser.add_argument(
            "--check", action="store_true", help="only say whether the files are in order; store nothing"
        )
        parser.add_argument("--folder", type=Path, default=FOLDER, help="read the files of this folder instead")

    def handle(self, *args, check, folder, **options):
        progress = Progress(self.stderr, "Starting data, rows", STEPS)
        try:
            done = load(folder, keep=not check, look=True, step=progress.step)
        except Fault as fault:
            raise CommandError(f"{str(fault).rstrip('.')}. Nothing was stored.") from fault
        except OSError as error:
            raise CommandError(f"{error.filename}: {error.strerror}. Nothing was stored.") from error
        progress.finish()
        if options["verbosity"]:
            self.stdout.write("The files are in order; nothing was stored." if check else self._summary(done))
            for line in self._doubted(done):
                self.stdout.write(line)

    @staticmethod
    def _doubted(inventory: Inventory) -> list[str]:
        """What to look at in the texts: the desk asks about it when such a record is published or its text changed."""
        found = [f"  {record._meta.object_name} {record}: {one.sentence}" for record, one in inventory.doubted]
        return [f"{len(found)} places in texts to look at:", *found] if found else []

    @staticmethod
    def _summary(inventory: Inventory) -> str:
        columns = ("created", "changed", "removed", "kept", "left")
        lines = [f"{'':24}{'created':>9}{'changed':>9}{'removed':>9}{'kept':>7}{'left deleted':>14}"]
        for model, done in inventory.done.items():
            created, changed, removed, kept, left = (done[column] for column in columns)
            lines.append(f"{model._meta.object_name:24}{created:>9}{changed:>9}{removed:>9}{kept:>7}{left:>14}")
        if inventory.unlike:
            lines.append(f"{len(inventory.unlike)} differ from what an officer wrote: see the first page of the desk.")
        return "\n".join(lines)
