"""Ask the outer addresses that our records name whether they still answer: meant for every night."""

from django.core.management.base import BaseCommand, CommandError

from iad_portal.lib.operations.outer_addresses import Asker, Outcome
from iad_portal.office.models import OuterLink
from iad_portal.office.outer_links import LineIsDown, Night, agent, bring_in_step, due


class Command(BaseCommand):
    help = (
        "Ask some of the web addresses in texts and records whether they still answer, one after the other. What fails "
        "on three different days is told on the officers’ desk."
    )

    def add_arguments(self, parser):
        parser.add_argument("--most", type=int, default=300, help="how many are asked tonight (300)")
        parser.add_argument("--delay", type=float, default=5, help="seconds between two requests to one site (5)")
        parser.add_argument("--timeout", type=float, default=10, help="seconds to wait for an answer (10)")

    def handle(self, *args, **options):
        named, failed = bring_in_step(), 0
        links = due(options["most"])
        try:
            for number, (link, answer) in enumerate(self.night(options).go(links), 1):
                failed += answer.outcome == Outcome.FAILS
                if options["verbosity"] > 1:
                    said = answer.status or answer.fault
                    self.stdout.write(f"{number}/{len(links)} {answer.outcome} {said} {link.address}")
        except LineIsDown:
            raise CommandError("No site could be reached: this machine has no way out. Nothing was noted.") from None
        if options["verbosity"]:
            broken = OuterLink.objects.broken().count()
            self.stdout.write(
                f"Asked {len(links)} of {named} outer addresses: {failed} failed; {broken} are called broken."
            )

    def night(self, options):
        """The round, with what was asked for at the command line."""
        return Night(Asker(agent(), options["timeout"]), options["delay"])
