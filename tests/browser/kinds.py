"""Which pages the browser looks at: one of every kind and state, of the starting data and of a sample beside it."""

from django.utils import translation

from iad_portal.workshop import bench
from networks.models import Meeting
from news.models import Article
from relations.models import City

# Real texts, names and gaps: what a sample cannot have.
REAL = (
    "cities/washington-dc/", "agreements/1/", "embassies/hu/", "networks/mgmac/", "meetings/mgmac-7-2019/",
    "plans/2013/", "news/mgmac-7-2019/", "about/mission/", "search/?q=Bangkok",
)  # fmt: skip
# What the fullest record of a kind does not show: empty lists, a filter that is on, an album, a strategy.
BESIDE = (
    "news/?year=2019", "news/?page=2", "cities/?q=zzz", "agreements/?q=zzz", "search/?q=zzz", "cities/sample-city-3/",
    "agreements/900001/", "embassies/qm/", "plans/sample-strategy-1/", "about/sample-album/",
    "newsletters/sample-internews-1/",
)  # fmt: skip
FILES = (".csv", ".xlsx", ".svg", ".json", ".xml", ".ics", "/feed/", "/suggest/", "/healthz")


def is_page(address: str) -> bool:
    """Whether a reader sees a page there: no file, no feed, nothing for a program."""
    return not address.partition("?")[0].endswith(FILES)


def every_kind(language: str) -> list[str]:
    """The addresses in `language`. A new row of bench.ROWS is looked at by itself."""
    rows = bench.addresses([row for row in bench.ROWS if row.in_both_languages])
    measured = [address for _row, code, address in rows if code == language and is_page(address)]
    beside = [f"/{language}/{path}" for path in (*REAL, *BESIDE)]
    with translation.override(language):
        states = [record.get_absolute_url() for record in _in_every_state(language) if record]
    return list(dict.fromkeys([*measured, *beside, *states]))


def _in_every_state(language: str):
    """Withdrawn under a notice, held back in this language, written in the other one only; where there are such."""
    for model, text in ((Article, "title"), (Meeting, "title"), (City, "name")):
        records = model.objects.readable().order_by("pk")
        yield records.filter(status="withdrawn").first()
        yield records.filter(**{f"hold_{language}": True}).first()
        yield records.filter(**{f"{text}_{language}": ""}).first()
