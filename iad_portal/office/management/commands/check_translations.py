"""Hold the Thai catalogues against the code: what is missing, empty, fuzzy or stale."""

from pathlib import Path

import django
from django.apps import apps
from django.conf import settings
from django.core.management.base import BaseCommand, CommandError

from iad_portal.lib.operations.catalogue import (
    Report,
    add_borrowed,
    compare,
    in_step,
    read_catalogue,
    strings_in_code,
    write_catalogue,
)


class Command(BaseCommand):
    help = "Report missing, empty, fuzzy and stale translations; --update brings the catalogues in step with the code."
    requires_system_checks = []

    def add_arguments(self, parser):
        parser.add_argument("--update", action="store_true", help="add new strings empty, drop stale ones")

    def handle(self, *args, update, **options):
        wrong = False
        for folder in map(Path, settings.LOCALE_PATHS):
            for path in sorted(folder.glob("*/LC_MESSAGES/*.po")):
                code, catalogue = strings_in_code(settings.BASE_DIR, path.stem), read_catalogue(path)
                add_borrowed(code, catalogue, self._library_folders(), path.stem)
                if update:
                    catalogue = in_step(code, catalogue)
                    write_catalogue(path, catalogue)
                report = compare(code, catalogue)
                self._tell(path.relative_to(folder.parent), len(catalogue), report)
                wrong = wrong or bool(report)
        if wrong and not update:
            raise CommandError("The catalogues and the code differ. `make messages` brings them in step.")

    @staticmethod
    def _library_folders() -> list[Path]:
        installed = [Path(app.path) / "locale" for app in apps.get_app_configs()]
        return [Path(django.__file__).parent / "conf/locale", *installed]

    def _tell(self, name: Path, count: int, report: Report) -> None:
        self.stdout.write(f"{name}: {count} strings")
        for kind in ("missing", "empty", "fuzzy", "stale"):
            for msgid in getattr(report, kind):
                self.stdout.write(f"  {kind}: {msgid!r}")
