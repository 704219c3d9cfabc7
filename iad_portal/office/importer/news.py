"""Articles and newsletters."""

from iad_portal.lib.dates.calendar import BE_OFFSET, PartialDate
from iad_portal.lib.rich_text.fields import paragraphs
from networks.models import Meeting, Network
from news.models import Article, ArticleKind, Newsletter
from relations.models import Agency, City, Embassy, Exchange, Person

from .inventory import Inventory
from .rows import Files, Row

# An article whose credit names the office tells what the office itself published.
OFFICE = "International Affairs Office"
LINKS = {
    "cities": City,
    "networks": Network,
    "meetings": Meeting,
    "exchanges": Exchange,
    "embassies": Embassy,
    "agencies": Agency,
    "people": Person,
}


def load(files: Files, inventory: Inventory) -> None:
    """Read newsletters.csv and news.json."""
    inventory.open(Newsletter, "slug")
    for row in files.csv("newsletters"):
        _newsletter(row, inventory)
    inventory.open(Article, "slug")
    dates = {row.text("id"): row.date("date") for row in files.csv("sources")}
    for row in files.json("news"):
        _article(row, dates, inventory)


def _based_on(article: Article, day: PartialDate | None) -> None:
    """Whoever is credited published the facts, on `day`; when the office's own words came out nobody knows."""
    article.based_on_th, article.based_on_en, article.based_on_date = article.credit_th, article.credit_en, day
    article.credit_th = article.credit_en = ""
    article.published_on = None


def _newsletter(row: Row, inventory: Inventory) -> None:
    slug, year, pages = row.text("id"), row.number("year"), row.number("pages")
    row.text("address")  # its source has the same
    newsletter = Newsletter(
        slug=slug,
        status=row.status(),
        **row.pair("title"),
        volume=row.number("volume") or 0,
        number=row.number("issue") or 0,
        # Only the year is known: no day of issue, and no fiscal year.
        summary_th=f"ออกใน พ.ศ. {year + BE_OFFSET} จำนวน {pages} หน้า" if year and pages else "",
        summary_en=f"Published in {year}, {pages} pages" if year and pages else "",
        **row.pair("doubt"),
    )
    sources = row.ids("source")
    row.finish()
    inventory.add(newsletter, (slug,), row, sources)


def _article(row: Row, dates: dict[str, PartialDate | None], inventory: Inventory) -> None:
    slug, thai, english = row.text("slug"), row.ids("body_th"), row.ids("body_en")
    if not thai or len(thai) != len(english):
        raise row.fault("body: the two languages do not have the same paragraphs")
    event_on, event_ends_on = row.when("event_start", "event_end", "event_precision")
    article = Article(
        slug=slug,
        status=row.status(),
        kind=row.choice("kind", ArticleKind),
        **row.pair("title"),
        body_th=paragraphs(thai),
        body_en=paragraphs(english),
        event_on=event_on,
        event_ends_on=event_ends_on,
        published_on=row.day("published_on"),
        **row.pair("credit"),
        **row.pair("doubt"),
    )
    if OFFICE not in article.credit_en.split(" · "):
        _based_on(article, next((dates.get(code) for code in row.ids("source")), None))
    many = {name: inventory.find_all(model, row.ids(name), row) for name, model in LINKS.items()}
    sources = row.ids("source")
    row.finish()
    inventory.add(article, (slug,), row, sources, many)
