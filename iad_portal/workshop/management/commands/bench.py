"""Measure what every kind of page costs the server, print it as a table, and keep it under PORTAL_HOME/bench."""

import json
import logging
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path

from django.conf import settings
from django.core.handlers.wsgi import WSGIHandler
from django.core.management.base import BaseCommand, CommandError

from iad_portal.lib.dates.calendar import BANGKOK
from iad_portal.workshop import bench, short_bench

REQUESTS = 30
HEAD = (
    f"{'page':24}{'':4}{'SQL':>4}{'median ms':>11}{'p95 ms':>9}{'cpu ms':>9}{'ratio':>8}{'of':>5}"
    f"{'repeated':>10}{'SQL':>4}{'bytes':>11}{'gzip':>10}{'brotli':>10}"
)


@contextmanager
def quiet_requests():
    """Warnings of requests stay out of the log meanwhile: the page that is not found is asked on purpose."""
    log = logging.getLogger("django.request")
    before = log.level
    log.setLevel(logging.ERROR)
    try:
        yield
    finally:
        log.setLevel(before)


class Command(BaseCommand):
    help = "Measure the server's time, SQL queries and bytes for every kind of page, on the data that is there."

    def add_arguments(self, parser):
        parser.add_argument("--requests", type=int, default=REQUESTS, help="readings of each address")
        parser.add_argument(
            "--short",
            action="store_true",
            help="fail when a page costs a quarter more calls than it did, or half as much more computing",
        )
        parser.add_argument("--keep", action="store_true", help="with --short: keep the figures of now instead")
        parser.add_argument("--folder", type=Path, default=settings.PORTAL_HOME / "bench", help="where the file goes")

    def handle(self, *args, requests, folder, short, keep, **options):
        if short:
            self._compare(keep)
            return
        if requests < 1:
            raise CommandError("At least one reading of each address is needed.")
        around = bench.circumstances()
        for name in ("machine", "processor", "cores", "load_before", "python", "django", "database", "how"):
            self.stdout.write(f"{name}: {around[name]}")
        self.stdout.write(f"records: {sum(around['records'].values()):,}\n\n{HEAD}")
        results, compared = [], {}
        try:
            with quiet_requests():
                for name, cpu_ms in bench.measure_references(requests):
                    compared[name] = round(cpu_ms, 3)
                    self.stdout.write(f"{name:28}{'':24}{cpu_ms:>9.2f}")
                for result in bench.measure(WSGIHandler(), requests):
                    results.append(result)
                    self.stdout.write(self._line(result))
                    self.stdout.flush()
        except RuntimeError as problem:
            raise CommandError(str(problem)) from problem
        self._keep(folder, bench.as_dict(results, compared, around))

    def _compare(self, keep: bool) -> None:
        before, application = short_bench.read(), WSGIHandler()
        with quiet_requests():
            found = short_bench.look_again(
                lambda pages: short_bench.measure(application, pages), {} if keep else before
            )
        self.stdout.write(f"{'page':24}{'calls':>10}{'kept':>10}{'ratio':>10}{'kept':>10}")
        for page, cost in found.items():
            old = before.get(page, short_bench.Cost(0, 0.0))
            self.stdout.write(f"{page:24}{cost.calls:>10,}{old.calls:>10,}{cost.ratio:>10,.1f}{old.ratio:>10,.1f}")
        if keep:
            short_bench.keep(found)
        elif dear := short_bench.dearer(found, before):
            raise CommandError(
                f"Dearer than they were: {', '.join(dear)}. Where that must be, keep the new figures: "
                'make bench ARGS="--short --keep"'
            )

    @staticmethod
    def _line(result: bench.Result) -> str:
        times = f"{result.median_ms:>11,.1f}{result.p95_ms:>9,.1f}{result.cpu_ms:>9,.2f}{result.ratio:>8,.1f}"
        times += f"{result.requests:>5}{result.repeated_cpu_ms:>10,.2f}{result.repeated_queries:>4}"
        sizes = f"{result.bytes:>11,}{result.gzip:>10,}{result.brotli:>10,}"
        return f"{result.page:24}{result.language:4}{result.queries:>4}{times}{sizes}"

    def _keep(self, folder: Path, everything: dict) -> None:
        now = datetime.now(BANGKOK)
        folder.mkdir(parents=True, exist_ok=True)
        target = folder / f"{now:%Y-%m-%d-%H%M%S}.json"
        text = json.dumps({"made_at": now.isoformat(timespec="seconds")} | everything, ensure_ascii=False, indent=1)
        target.write_text(f"{text}\n", encoding="utf-8")
        self.stdout.write(f"\nKept in {target}")
