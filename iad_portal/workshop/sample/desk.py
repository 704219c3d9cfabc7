"""What every module of the sample works with: words, dates, states, files, and rows that are written in bulk."""

from collections.abc import Callable, Iterable, Iterator
from datetime import date, timedelta

from django.db import models, transaction
from django.utils import timezone

from iad_portal.lib.dates import calendar
from iad_portal.lib.dates.calendar import PartialDate
from iad_portal.lib.records.publishing import Publishable
from iad_portal.office.models import Page
from relations.models import Citation, City, CityKind, Source

from .album import Album
from .sizes import sizes
from .words import Words, marked, texts

# The first records of every kind are published and have every part, so that a screenshot shows everything.
RICH = 6
BATCH = 500
_NOTICE = ("ถอนข้อมูลตัวอย่างนี้ไว้เพื่อแสดงประกาศ", "This sample is withdrawn, to show the notice.")
_FIRST_DAY = date(1962, 2, 19)


def of_year(year: int) -> PartialDate:
    """A date of which only the year (C.E.) is known."""
    return PartialDate(year, precision="year")


class Desk:
    """The state of one making of the sample. The modules leave here what later ones refer to (mostly keys)."""

    def __init__(self, articles: int, pictures: int, width: int, step: Callable[[int], None] = lambda _count: None):
        """`pictures` are drawn `width` pixels wide; `step` is told of records that are done."""
        self.sizes, self.words, self.step = sizes(articles), Words(), step
        self.today, self.now = calendar.today(), timezone.now()
        self.bangkok = City.objects.filter(kind=CityKind.HOME).first()
        self.album = Album(self._home(), pictures, width)
        self.sources = self.add(self._source(number) for number in range(self.sizes["sources"]))
        # Of each kind, what later modules name: records (few) or their keys (many).
        self.cities, self.embassies, self.networks, self.people = [], [], [], []
        self.agencies, self.agreements, self.meetings, self.exchanges = [], [], [], []
        self.commitments, self.projects = [], []

    def _home(self) -> Page:
        lead = ("ภาพและเอกสารที่ข้อมูลตัวอย่างใช้ร่วมกัน", "The pictures and the paper that all sample content shares.")
        words = texts(title=marked(("อัลบั้มภาพ", "Album")), lead=lead, body=self.words.body(3))
        page = Page(slug="sample-album", order=900, status="published", **words)
        return self.add([page])[0]

    @staticmethod
    def _source(number: int) -> Source:
        publisher = texts(publisher=marked((f"สำนักพิมพ์ที่ {number + 1}", f"Publisher {number + 1}")))
        code = f"sample-source-{number + 1}"
        return Source(
            code=code,
            title=f"แหล่งข้อมูลตัวอย่าง {number + 1}",
            language="th",
            address=f"https://example.org/{code}",
            dated_on=of_year(2000 + number),
            **publisher,
        )

    def add(self, rows: Iterable[models.Model]) -> list:
        """Store marked records, in bulk and without history; they come back with their keys."""
        stored = self.add_parts(rows)
        self.step(len(stored))
        return stored

    @staticmethod
    def add_parts(rows: Iterable[models.Model]) -> list:
        """Store rows that belong to marked records, all of one model; they are not counted."""
        rows = list(rows)
        for row in rows:
            if isinstance(row, Publishable):
                row.was_public = row.status != "draft" and row.publish_at is None
                row.note_publication()
        return rows[0].__class__._base_manager.bulk_create(rows, batch_size=BATCH) if rows else []

    def in_batches(self, kind: str, rows: Callable[[range], None]) -> None:
        """Call `rows` for the numbers of `kind`, BATCH at a time, each time in a transaction of its own."""
        for start in range(0, self.sizes[kind], BATCH):
            with transaction.atomic():
                rows(range(start, min(start + BATCH, self.sizes[kind])))

    def link(self, relation, pairs: Iterable[tuple[int, models.Model | int]]) -> None:
        """Fill a many-to-many relation (such as `Article.cities`) with pairs of keys, each once."""
        through, field = relation.through, relation.field
        names = field.m2m_field_name() + "_id", field.m2m_reverse_field_name() + "_id"
        unique = dict.fromkeys((key, getattr(other, "pk", other)) for key, other in pairs)
        self.add_parts(through(**dict(zip(names, pair, strict=True))) for pair in unique)

    def link_some(self, relation, rows: Iterable[tuple[models.Model, int]], pool: list, most: int) -> None:
        """Link each record of `rows` (with their numbers) to a few of `pool`."""
        self.link(relation, ((record.pk, other) for record, number in rows for other in self.some(pool, most, number)))

    def cite(self, records: Iterable[models.Model]) -> None:
        """Let each of `records` lean on one or two sample sources."""
        self.add_parts(
            Citation(subject=record, source=self.sources[(position + order) % len(self.sources)], order=order)
            for position, record in enumerate(records)
            for order in range(1 + position % 2)
        )

    def state(self, number: int) -> dict:
        """Mostly published; a few drafts, scheduled, withdrawn, or held back in one language."""
        turn = number % 29 if number >= RICH else 0
        if turn == 7:
            return {"status": "draft"}
        if turn == 11:
            return {"status": "published", "publish_at": self.now + timedelta(hours=6 + number % 1000)}
        if turn == 17:
            return {"status": "withdrawn", **texts(withdrawn_notice=_NOTICE)}
        return {"status": "published", "hold_en": turn == 23, "hold_th": turn == 27}

    def day(self, number: int) -> PartialDate | None:
        """A day between the first tie of the city and today, mostly of late; some known to month or year only."""
        if number >= RICH and number % 40 == 13:
            return None
        turn = number % 20 if number >= RICH else 0
        precision = {9: "month", 15: "year"}.get(turn, "day")
        return PartialDate.of(self.past_day(), precision)

    def past_day(self) -> date:
        """A plain day of the same stretch of time."""
        span = (self.today - _FIRST_DAY).days
        return self.today - timedelta(days=1 + int((span - 1) * self.words.random.random() ** 2))

    def coming_day(self, number: int) -> PartialDate:
        """A day within the next half year."""
        return PartialDate.of(self.today + timedelta(days=3 + number * 7 % 180))

    def some(self, pool: list, most: int, number: int) -> Iterator:
        """Up to `most` of `pool`, at least one while there are any; the rich records get all that many."""
        wanted = most if number < RICH else 1 + number % most
        for _ in range(wanted if pool else 0):
            yield self.words.pick(pool)
