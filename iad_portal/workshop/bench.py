"""What a page costs the server: time, SQL queries and bytes, for every kind of page, on whatever the database holds.

Each address is asked through the WSGI application in this process, one request at a time: no network, no nginx, no
other reader. A page is measured twice: made, with nothing of it kept, as after a change of everything; and repeated, as
it was kept. The numbers compare pages, data and versions on one machine; they do not tell how many readers it bears.
Other machines, and busy ones, are compared by the ratio to a small template, asked in between. To measure more, add a
row to ROWS.
"""

import os
import platform
import statistics
import time
from collections.abc import Callable, Iterator
from dataclasses import asdict, dataclass
from io import BytesIO
from pathlib import Path
from urllib.parse import unquote, urlsplit

import django
from django.conf import settings
from django.core.cache import caches
from django.db import connection, models
from django.urls import reverse
from django.utils import translation
from django.utils.http import urlencode
from django.utils.translation import get_language

from iad_portal.lib.operations import kept_pages
from iad_portal.lib.operations.compression import compress
from iad_portal.lib.text.bilingual import LANGUAGES
from iad_portal.office.caching import publishable_models
from iad_portal.office.models import Page
from iad_portal.office.search.golden import golden_set
from iad_portal.workshop import references
from networks.models import Meeting, Network
from news.models import Article, Newsletter
from plans.models import Plan
from relations.models import Agreement, City, Embassy

WARM_UP, FEWEST, SECONDS = 2, 5, 4.0
# So often a small template is asked beside each page.
SMALL_REQUESTS = 50


@dataclass(frozen=True)
class Row:
    """One kind of page. `address` gives what to ask for in the active language, or "" when there is no such record.

    `others` gives more of the same kind: with them, each address is asked once at least.
    """

    name: str
    address: Callable[[], str]
    others: Callable[[], list[str]] = list
    in_both_languages: bool = True
    status: int = 200


def at(name: str, *args, query: str = "") -> Callable[[], str]:
    """The address of a URL name."""
    return lambda: reverse(name, args=args) + query


def fullest(model: type[models.Model], relation: str) -> Callable[[], str]:
    """The page of the published record with the most rows in `relation`: the heaviest of its kind, as a rule."""

    def address() -> str:
        rows = model.objects.published().annotate(rows_there=models.Count(relation))
        record = rows.order_by("-rows_there", "pk").first()
        return record.get_absolute_url() if record else ""

    return address


def calendar_of(model: type[models.Model], relation: str, name: str, **known: str) -> Callable[[], str]:
    """The calendar `name` of the published record with the most rows in `relation`, of those with what is `known`."""

    def address() -> str:
        rows = model.objects.published().filter(**known).annotate(rows_there=models.Count(relation))
        record = rows.order_by("-rows_there", "pk").first()
        return reverse(name, args=[record.slug]) if record else ""

    return address


def fullest_year() -> str:
    """The fiscal year whose plans have the most projects."""
    plans = Plan.objects.published().filter(fiscal_year__isnull=False).order_by()
    years = (
        plans.values_list("fiscal_year")
        .annotate(rows_there=models.Count("projects"))
        .order_by("-rows_there", "-fiscal_year")
    )
    year = years.first()
    return reverse("plans:fiscal_year", args=[year[0]]) if year else ""


def golden_queries() -> list[str]:
    """The search page of every query of the golden set that is asked in the active language."""
    asked = [query.query for query in golden_set() if query.language == get_language()]
    return [f"{reverse('search')}?{urlencode({'q': query})}" for query in asked]


ROWS = [
    Row("home", at("home")),
    Row("cities", at("relations:city_list")),
    Row("cities, all", at("relations:city_list", query="?state=all")),
    Row("city", fullest(City, "exchanges")),
    Row("agreements", at("relations:agreement_list")),
    Row("agreement", fullest(Agreement, "signatories")),
    Row("embassies", at("relations:embassy_list")),
    Row("embassy", fullest(Embassy, "exchanges")),
    Row("heads of mission", at("relations:head_list")),
    Row("exchanges", at("relations:exchange_list")),
    Row("agencies", at("relations:agency_list")),
    Row("networks", at("networks:network_list")),
    Row("network", fullest(Network, "meetings")),
    Row("shared memberships", at("networks:membership_list")),
    Row("meetings", at("networks:meeting_list")),
    Row("commitments", at("networks:commitment_list")),
    Row("meeting", fullest(Meeting, "commitments")),
    Row("plans", at("plans:plan_list")),
    Row("fiscal year", fullest_year),
    Row("plan", fullest(Plan, "projects")),
    Row("news", at("news:article_list")),
    Row("news, page 2", at("news:article_list", query="?page=2")),
    Row("article", fullest(Article, "photos")),
    Row("news feed", at("news:article_feed")),
    Row("news feed, JSON", at("news:article_feed_json")),
    Row("calendar", at("calendar")),
    Row("calendar of a network", calendar_of(Network, "meetings", "network_calendar")),
    Row("calendar of a city", calendar_of(City, "exchanges", "city_calendar")),
    Row("calendar of a meeting", calendar_of(Meeting, "commitments", "meeting_calendar", starts_precision="day")),
    Row("calendar of news", calendar_of(Article, "photos", "article_calendar", event_precision="day")),
    Row("alerts", at("news:alerts")),
    Row("alerts, sent", at("news:alerts_sent")),
    Row("newsletters", at("news:newsletter_list")),
    Row("newsletter", fullest(Newsletter, "photos")),
    Row("about", at("about")),
    Row("about page", fullest(Page, "citations")),
    Row("key recipients", at("key_recipients")),
    Row("contact", at("contact")),
    Row("sources", at("sources")),
    Row("press", at("press")),
    Row("press, names", at("press_names")),
    Row("press, mark", at("press_mark")),
    Row("feeds", at("feeds")),
    Row("search form", at("search")),
    Row("search, common word", at("search", query="?q=กรุงเทพ")),
    Row("search, rare words", at("search", query="?q=ปารีส+วัฒนธรรม")),
    Row("search, golden set", lambda: golden_queries()[0], others=lambda: golden_queries()[1:]),
    Row("search, suggestions", at("search_suggest", query="?q=กรุง")),
    Row("search, feed", at("search_feed", query="?q=กรุงเทพ")),
    Row("search, JSON feed", at("search_feed_json", query="?q=กรุงเทพ")),
    Row("data", at("data")),
    Row("dataset", at("dataset", "agreements")),
    Row("data, cities.xlsx", at("data_file", "cities", "xlsx")),
    Row("data, news.csv", at("data_file", "news", "csv")),
    Row("data, exchanges.json", at("data_file", "exchanges", "json")),
    Row("not found", lambda: reverse("home") + "nothing-is-here/", status=404),
    Row("sitemap", at("sitemap"), in_both_languages=False),
    Row("sitemap, a part", at("sitemap_part", "article"), in_both_languages=False),
    Row("health", at("healthz"), in_both_languages=False),
]


@dataclass(frozen=True)
class Result:
    """What one address cost: SQL queries of one reading, milliseconds of `requests` readings, bytes of its body.

    `cpu_ms` is the median of this process's own computing: it leaves out PostgreSQL, and the wait for a busy machine.
    `ratio` is that in small templates of the same moment. What is `repeated` was kept; the rest is of a page made.
    """

    page: str
    language: str
    address: str
    status: int
    queries: int
    median_ms: float
    p95_ms: float
    cpu_ms: float
    ratio: float
    repeated_cpu_ms: float
    repeated_queries: int
    requests: int
    bytes: int
    gzip: int
    brotli: int


def addresses(rows: list[Row] = ROWS) -> list[tuple[Row, str, str]]:
    """Each row with a language and the address to ask there; rows without a record are left out."""
    found = []
    for row in rows:
        for language in LANGUAGES if row.in_both_languages else ("",):
            with translation.override(language or LANGUAGES[0]):
                found.append((row, language, row.address()))
    return [entry for entry in found if entry[2]]


def measure(application, requests: int, rows: list[Row] = ROWS) -> Iterator[Result]:
    """Ask every address up to `requests` times, slow ones for about SECONDS. Raises RuntimeError for a wrong status.

    Of a row with several addresses, queries and bytes are those of its dearest one.
    """
    small = references.application(*references.DEFAULT_MIDDLEWARE)
    for row, language, address in addresses(rows):
        with translation.override(language or LANGUAGES[0]):
            asked = [address, *row.others()]
        body = max((warmed_up(application, row, path) for path in asked), key=len)
        forget_pages()
        queries = max(len(queries_of(application, path)) for path in asked)
        repeated_queries = max(len(queries_of(application, path)) for path in asked)
        unit = _cpu_ms(small, [references.SMALL], SMALL_REQUESTS)
        times, computing = zip(*_times(application, asked, requests, before=forget_pages), strict=True)
        cpu_ms = statistics.median(computing)
        repeated_cpu_ms = _cpu_ms(application, asked, requests)
        yield Result(
            page=row.name,
            language=language,
            address=address,
            status=row.status,
            queries=queries,
            median_ms=round(statistics.median(times), 1),
            p95_ms=round(sorted(times)[max(0, round(len(times) * 0.95) - 1)], 1),
            cpu_ms=round(cpu_ms, 2),
            ratio=round(cpu_ms / unit, 1),
            repeated_cpu_ms=round(repeated_cpu_ms, 2),
            repeated_queries=repeated_queries,
            requests=len(times),
            bytes=len(body),
            gzip=len(compress(body, "gzip")),
            brotli=len(compress(body, "br")),
        )


def warmed_up(application, row: Row, address: str) -> bytes:
    """The page, asked until its queries and templates are at hand. Raises RuntimeError for a wrong status."""
    for _ in range(WARM_UP):
        status, body = ask(application, address)
    if status != row.status:
        raise RuntimeError(f"{address} answered {status}, not {row.status}")
    return body


def measure_references(requests: int) -> Iterator[tuple[str, float]]:
    """What is no page: its name, and the median of its CPU in milliseconds."""
    with_middleware = references.application(*references.DEFAULT_MIDDLEWARE)
    for name, application, address in (
        ("bare view", references.application(), references.BARE),
        ("small template", with_middleware, references.SMALL),
        (f"list of {references.ROWS}, by hand", with_middleware, references.LIST),
    ):
        ask(application, address)
        yield name, _cpu_ms(application, [address], max(requests, SMALL_REQUESTS))


def forget_pages() -> None:
    """Nothing of any page is kept, as after a change of everything."""
    caches[kept_pages.ALIAS].clear()


def _cpu_ms(application, asked: list[str], requests: int) -> float:
    return statistics.median(computing for _time, computing in _times(application, asked, requests))


def _times(application, asked: list[str], requests: int, before: Callable[[], None] = int) -> Iterator[tuple]:
    began, fewest = time.perf_counter(), max(FEWEST, len(asked))
    for number in range(max(requests, len(asked))):
        before()
        start, worked = time.perf_counter(), time.process_time()
        ask(application, asked[number % len(asked)])
        yield (time.perf_counter() - start) * 1000, (time.process_time() - worked) * 1000
        if number + 1 >= fewest and time.perf_counter() - began > SECONDS:
            return


def queries_of(application, address: str) -> list[str]:
    """The SQL that one reading asks."""
    asked = []

    def note(execute, sql, *rest):
        asked.append(sql)
        return execute(sql, *rest)

    with connection.execute_wrapper(note):
        ask(application, address)
    return asked


def ask(application, address: str) -> tuple[int, bytes]:
    """Status and body of one GET, as a server would ask it."""
    site, parts = urlsplit(settings.SITE_URL), urlsplit(address)
    answer = []
    environ = {
        "REQUEST_METHOD": "GET",
        "PATH_INFO": unquote(parts.path).encode().decode("latin-1"),
        "QUERY_STRING": parts.query.encode().decode("latin-1"),
        "SCRIPT_NAME": "",
        "SERVER_NAME": site.hostname,
        "SERVER_PORT": str(site.port or (443 if site.scheme == "https" else 80)),
        "SERVER_PROTOCOL": "HTTP/1.1",
        "HTTP_HOST": site.netloc,
        "HTTP_X_FORWARDED_PROTO": site.scheme,
        "REMOTE_ADDR": "127.0.0.1",
        "wsgi.version": (1, 0),
        "wsgi.url_scheme": site.scheme,
        "wsgi.input": BytesIO(),
        "wsgi.errors": BytesIO(),
        "wsgi.multithread": True,
        "wsgi.multiprocess": True,
        "wsgi.run_once": False,
    }
    response = application(environ, lambda status, _headers, _error=None: answer.append(status))
    try:
        body = b"".join(response)
    finally:
        response.close()
    return int(answer[0].split(" ", 1)[0]), body


def circumstances() -> dict:
    """On what this was measured: the machine, the programs, and how many records there were."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT sqlite_version()" if connection.vendor == "sqlite" else "SHOW server_version")
        version = cursor.fetchone()[0]
    return {
        "machine": platform.platform(),
        "processor": _processor(),
        "cores": os.cpu_count(),
        "load_before": [round(load, 2) for load in os.getloadavg()],
        "python": platform.python_version(),
        "django": django.get_version(),
        "database": f"{connection.vendor} {version}",
        "how": "WSGI application in this process, one request at a time, no network",
        "records": {model._meta.label: model._base_manager.count() for model in publishable_models()},
    }


def _processor() -> str:
    try:
        lines = Path("/proc/cpuinfo").read_text(encoding="utf-8").splitlines()
    except OSError:
        return platform.processor()
    return next(
        (line.split(":", 1)[1].strip() for line in lines if line.startswith("model name")), platform.processor()
    )


def as_dict(results: list[Result], compared: dict[str, float], around: dict) -> dict:
    """Everything, ready for JSON; `compared` are the milliseconds of `measure_references()`."""
    return around | {"compared_with": compared, "pages": [asdict(result) for result in results]}
