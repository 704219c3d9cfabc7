"""Put an archive back: the database and the uploads, proved whole before anything is touched."""

from pathlib import Path

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError
from django.db import connection

from iad_portal.lib.operations import archive, database_copy
from iad_portal.lib.operations.progress import Progress
from iad_portal.office.accounts.sessions import SESSION_TABLES


class Command(BaseCommand):
    help = "Restore an archive that `backup` wrote, into an empty place; --force replaces what is there."
    # The tables that checks might ask about are not there yet.
    requires_system_checks = []

    def add_arguments(self, parser):
        parser.add_argument("archive")
        parser.add_argument("--force", action="store_true", help="replace the database and the uploads that are here")

    def handle(self, *args, force, **options):
        source = Path(options["archive"])
        if not source.is_file():
            raise CommandError(f"There is no archive {source}.")
        try:
            self._restore(source, force)
        except (archive.ArchiveError, database_copy.CopyError) as problem:
            raise CommandError(str(problem)) from problem

    def _restore(self, source: Path, force: bool) -> None:
        media = Path(settings.MEDIA_ROOT)
        if not force:
            self._refuse_unless_empty(media)
        self.stdout.write("Comparing checksums")
        manifest = archive.verify(source)
        name = database_copy.member_name(connection)
        if manifest["database"] != name:
            raise CommandError(f"The archive holds {manifest['database']}, this copy's database needs {name}.")
        progress = Progress(self.stdout, "Files", len(manifest["files"]) + 1)  # and the manifest itself
        with archive.unpacked(source, settings.PORTAL_HOME / "backups", progress.step) as folder:
            progress.finish()
            self.stdout.write("Restoring the database")
            database_copy.load(connection, folder / name)
            counts = database_copy.row_counts(connection)
            if counts != manifest["rows"]:
                tables = sorted(t for t in counts.keys() | manifest["rows"] if counts.get(t) != manifest["rows"].get(t))
                raise CommandError(f"Rows differ from the archive in: {', '.join(tables)}. The uploads are untouched.")
            # Older archives hold them: nobody may sign in with what was found in one.
            database_copy.empty(connection, SESSION_TABLES)
            archive.replace_folder(media, folder / archive.MEDIA, settings.FILE_UPLOAD_PERMISSIONS)
        files = len(manifest["files"]) - 1
        self.stdout.write(f"Restored {sum(counts.values()):,} rows and {files:,} files, kept at {manifest['made_at']}.")
        self.stdout.write("`make run` (or migrate) brings an older database up to date.")

    def _refuse_unless_empty(self, media: Path) -> None:
        with connection.cursor() as cursor:
            tables = connection.introspection.table_names(cursor)
        if tables or archive.files_under(media):
            raise CommandError(
                "There is a portal here already: its database or its uploads are not empty. "
                "Stop it, make a backup, and say FORCE=1 (--force) to replace both."
            )
