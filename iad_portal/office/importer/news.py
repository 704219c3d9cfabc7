"""Articles and newsletters."""

from iad_portal.lib.dates.calendar import BE_OFFSET
from iad_portal.lib.rich_text.fields import paragraphs
from networks.models import Meeting, Network
from news.models import Article, ArticleKind, Newsletter
from relations.models import Agency, City, Embassy, Exchange, Person

from .inventory import Inventory
from .rows import Files, Row

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
    for row in files.json("news"):
        _article(row, inventory)


def _newsletter(row: Row, inventory: Inventory) -> None:
    slug, year, pages = row.text("id"), row.number("year"), row.number("pages")
    row.text("address")  # its source has the same
    newsletter = Newsletter(
        slug=slug,
        status=row.status(),
        **row.pair("title"),
        volume=row.number("volume"),
        number=row.number("issue"),
        # Only the year is known: no day of issue, and no fiscal year.
        summary_th=f"ออกใน พ.ศ. {year + BE_OFFSET} จำนวน {pages} หน้า" if year and pages else "",
        summary_en=f"Published in {year}, {pages} pages" if year and pages else "",
        **row.pair("doubt"),
    )
    sources = row.ids("source")
    row.finish()
    inventory.add(newsletter, (slug,), row, sources)


def _article(row: Row, inventory: Inventory) -> None:
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
        **row.pair_if_any("credit"),
        **row.pair("doubt"),
    )
    many = {name: inventory.find_all(model, row.ids(name), row) for name, model in LINKS.items()}
    sources = row.ids("source")
    row.finish()
    inventory.add(article, (slug,), row, sources, many)
