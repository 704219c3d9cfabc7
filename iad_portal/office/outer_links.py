"""The night's round: which outer addresses our records name, which of them are asked tonight, and what they answer."""

import time
from collections import defaultdict, deque
from collections.abc import Callable, Iterator
from urllib.parse import urldefrag, urlsplit

from django.apps import apps
from django.conf import settings
from django.db import models
from django.db.models import Case, F, Value, When
from django.utils import timezone

from iad_portal.lib.dates import calendar
from iad_portal.lib.desk.languages import texts_of
from iad_portal.lib.operations.outer_addresses import Answer, Asker, Outcome
from iad_portal.lib.rich_text.links import addresses_in
from iad_portal.lib.text.fields import RichTextField
from iad_portal.office.models import OuterLink
from iad_portal.office.models.outer_link import mark_of

APPS = ("relations", "networks", "plans", "news", "iad_portal")
# An address that half the records name needs no list of them all.
MOST_NAMED = 20
# When so many sites in a row cannot even be reached, it is our own line that is down.
MOST_SILENT = 8


class LineIsDown(Exception):
    """No site could be reached: nothing is noted of any."""


def agent() -> str:
    """Who we say that we are: what a site's owner finds in the log leads to us."""
    return f"IAD-Portal-links/1.0 (+{settings.SITE_URL}/)"


def named_addresses() -> Iterator[tuple[str, models.Model]]:
    """Each address of another site that a record names, without its anchor, and the record."""
    for model in apps.get_models():
        if model._meta.app_label not in APPS or hasattr(model, "history_type"):
            continue
        columns = [
            column
            for column in model._meta.concrete_fields
            if isinstance(column, models.URLField | RichTextField) and column.name not in texts_of(model)
        ]
        if not columns:
            continue
        names = [column.attname for column in columns]
        for record in model._base_manager.only("pk", *names).order_by("pk").iterator():
            for column in columns:
                written = getattr(record, column.attname) or ""
                found = addresses_in(written) if isinstance(column, RichTextField) else [written]
                yield from ((urldefrag(address).url, record) for address in found if is_outer(address))


def is_outer(address: str) -> bool:
    """Whether `address` leads to another site by http."""
    try:
        parts = urlsplit(address)
        parts.port  # noqa: B018 - raises for what is no number
    except ValueError:
        return False
    own = urlsplit(settings.SITE_URL)
    return parts.scheme in ("http", "https") and bool(parts.hostname) and parts.netloc.lower() != own.netloc.lower()


def bring_in_step() -> int:
    """Note what records name today, and forget what none names any more. Gives how many there are."""
    named: dict[str, list[list[str]]] = defaultdict(list)
    for address, record in named_addresses():
        by = [record._meta.label, str(record.pk)]
        if by not in named[address] and len(named[address]) < MOST_NAMED:
            named[address].append(by)
    known = {link.address: link for link in OuterLink.objects.all()}
    OuterLink.objects.filter(pk__in=[link.pk for address, link in known.items() if address not in named]).delete()
    new = [
        OuterLink(mark=mark_of(address), address=address, host=urlsplit(address).hostname or "", named_by=by)
        for address, by in named.items()
        if address not in known
    ]
    OuterLink.objects.bulk_create(new)
    changed = [known[address] for address, by in named.items() if address in known and known[address].named_by != by]
    for link in changed:
        link.named_by = named[link.address]
    OuterLink.objects.bulk_update(changed, ["named_by"], batch_size=200)
    return len(named)


def due(most: int) -> list[OuterLink]:
    """What is asked tonight: first what fails and is not yet called broken, then what is new, then the oldest."""
    rows = OuterLink.objects.exclude(asked_at__gte=calendar.day_begins(calendar.today()))
    is_pending = Case(When(failures__gt=0, broken_since=None, then=Value(0)), default=Value(1))
    return _in_turn(list(rows.order_by(is_pending, F("asked_at").asc(nulls_first=True), "pk")[:most]))


def _in_turn(links: list[OuterLink]) -> list[OuterLink]:
    """`links` in an order in which each host is left alone for as long as can be."""
    by_host: dict[str, deque[OuterLink]] = defaultdict(deque)
    for link in links:
        by_host[link.host].append(link)
    found = []
    while by_host:
        for host in list(by_host):
            found.append(by_host[host].popleft())
            if not by_host[host]:
                del by_host[host]
    return found


class Night:
    """One round over `links`, one address at a time; a host is asked again only after `delay` seconds."""

    def __init__(self, asker: Asker, delay: float, wait: Callable[[float], None] = time.sleep) -> None:
        self.asker, self.delay, self.wait = asker, delay, wait
        self.asked_host: dict[str, float] = {}
        self.held: list[tuple[OuterLink, Answer]] = []
        self.is_up = False

    def go(self, links: list[OuterLink]) -> Iterator[tuple[OuterLink, Answer]]:
        """Ask all, and give each with its answer, which is stored. Raises LineIsDown before anything is noted."""
        for link in links:
            self._let_rest(link.host)
            answer = self.asker.ask(link.address)
            self.asked_host[link.host] = time.monotonic()
            self.held.append((link, answer))
            self.is_up = self.is_up or answer.status is not None or answer.outcome != Outcome.FAILS
            if not self.is_up and len({held.host for held, _answer in self.held}) >= MOST_SILENT:
                raise LineIsDown
            if self.is_up:
                yield from self._noted()
        yield from self._noted()

    def _let_rest(self, host: str) -> None:
        last = self.asked_host.get(host)
        if last is not None and (rest := last + self.delay - time.monotonic()) > 0:
            self.wait(rest)

    def _noted(self) -> Iterator[tuple[OuterLink, Answer]]:
        held, self.held = self.held, []
        for link, answer in held:
            link.take(answer, timezone.now())
            yield link, answer
