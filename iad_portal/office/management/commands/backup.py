"""Keep the database and the uploads in one archive, while people go on working."""

import tempfile
from datetime import UTC, datetime
from pathlib import Path

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError
from django.db import connection

from iad_portal.lib.operations import archive, database_copy
from iad_portal.lib.operations.progress import Progress
from iad_portal.office.accounts.sessions import SESSION_TABLES


class Command(BaseCommand):
    help = "Write one archive of the database and the uploads to PORTAL_HOME/backups, or to the folder given."

    def add_arguments(self, parser):
        parser.add_argument("folder", nargs="?", default=str(settings.PORTAL_HOME / "backups"))

    def handle(self, *args, folder, **options):
        folder, media = Path(folder), Path(settings.MEDIA_ROOT)
        folder.mkdir(parents=True, exist_ok=True)
        target = folder / archive.archive_name(datetime.now(UTC))
        with tempfile.TemporaryDirectory(prefix=".copying-", dir=folder) as copies:
            copy = Path(copies, database_copy.member_name(connection))
            self.stdout.write("Copying the database")
            try:
                counts = database_copy.dump(connection, copy, without=SESSION_TABLES)
            except database_copy.CopyError as problem:
                raise CommandError(str(problem)) from problem
            # The database first: a file that comes later is only superfluous, one that is missing would be a hole.
            progress = Progress(self.stdout, "Uploaded files", len(archive.files_under(media)))
            archive.write(target, copy, counts, media, progress.step)
            progress.finish()
        size = target.stat().st_size / 1_000_000
        self.stdout.write(f"{sum(counts.values()):,} rows of {len(counts)} tables, {size:.1f} MB: {target}")
