"""Add sample content for screenshots, tests and benchmarks, or take it away."""

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError
from django.db.models import ProtectedError

from iad_portal.lib.operations.progress import Progress
from iad_portal.workshop.sample import marks, run

SIZE, MOST = 60, 200_000


class Command(BaseCommand):
    help = "Add clearly marked sample content, taking away an older sample first; --remove only takes it away."

    def add_arguments(self, parser):
        parser.add_argument("--size", type=int, default=SIZE, help="number of articles; other kinds go with it")
        parser.add_argument("--pictures", type=int, default=run.PICTURES, help="number of different pictures to draw")
        parser.add_argument("--anyway", action="store_true", help="also on a site that is not localhost")
        parser.add_argument("--remove", action="store_true", help="only take the sample away")

    def handle(self, *args, size, pictures, anyway, remove, **options):
        if not (1 <= size <= MOST and 1 <= pictures <= 100):
            raise CommandError(f"The size lies between 1 and {MOST:,}, the number of pictures between 1 and 100.")
        if not (remove or anyway or settings.IS_LOCAL):
            raise CommandError(
                f"Readers of {settings.SITE_URL} would see made-up records. Say --anyway if you mean it."
            )
        self._remove()
        if remove:
            return
        progress = Progress(self.stderr, "Sample, records", run.steps(size))
        indexing = Progress(self.stderr, "Search index, records", run.steps(size))
        run.make(size, pictures=pictures, step=progress.step, indexed=indexing.step)
        indexing.finish()
        self.stdout.write(f"{progress.done:,} sample records stand beside the real ones; --remove takes them away.")

    def _remove(self) -> None:
        there = marks.count_all()
        if not there:
            return
        progress = Progress(self.stderr, "Taking the old sample away, records", there)
        try:
            run.remove(progress.step)
        except ProtectedError as problem:
            names = "; ".join(sorted({f"{row._meta.verbose_name} {row}" for row in problem.protected_objects})[:10])
            raise CommandError(f"Real records lean on the sample, change these first: {names}") from problem
        progress.finish()
