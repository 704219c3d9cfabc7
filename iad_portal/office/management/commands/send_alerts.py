"""Send the alerts that are due, to subscribers and to officers: meant for every five minutes."""

from collections import Counter

from django.core.management.base import BaseCommand, CommandError

from iad_portal.lib.operations.outgoing import Fate, NoWayOut, Postman, mail_is_set_up
from iad_portal.lib.operations.progress import Progress
from iad_portal.office.officer_alerts import send_to_officers
from news.alerts.sending import Round


class Command(BaseCommand):
    help = (
        "Mail news to those who asked for it, and to officers what waits for them. Safe to run twice, and twice at "
        "once; what broke off is taken up by the next run."
    )

    def handle(self, *args, **options):
        if not mail_is_set_up():
            raise CommandError("The portal has no way to send mail: set EMAIL_URL. Nothing was sent.")
        postman, fates = Postman(), Counter()
        progress = Progress(self.stdout, "Letters", 0)
        try:
            for fate in self._fates(postman):
                fates[fate] += 1
                progress.step()
        except NoWayOut as problem:
            self._tell(fates, options)
            raise CommandError(f"The mail server cannot be reached ({problem}). The next run sends the rest.") from None
        finally:
            postman.done()
        self._tell(fates, options)

    def _fates(self, postman):
        yield from Round(postman).go()
        yield from send_to_officers(postman)

    def _tell(self, fates, options):
        if options["verbosity"]:
            others = sum(fates.values()) - fates[Fate.SENT]
            self.stdout.write(f"{fates[Fate.SENT]} letters sent, {others} not.")
