"""The office's own pages: texts of pages.json, with the sources and doubts of the facts of office.json."""

from iad_portal.office.models import Page

from .inventory import Inventory
from .rows import Files, Row


def load(files: Files, inventory: Inventory) -> None:
    """Read pages.json, and the facts of office.json that those texts stand on."""
    facts = {row.text("slug"): row for row in files.json("office", "pages")}
    inventory.open(Page, "slug")
    for order, row in enumerate(files.json("pages"), 1):
        _page(row, facts.pop(row.text("slug"), None), order, inventory)
    for row in facts.values():
        raise row.fault("pages.json has no text for this page")


def _page(row: Row, facts: Row | None, order: int, inventory: Inventory) -> None:
    slug, status = row.text("slug"), row.status()
    page = Page(
        slug=slug,
        status=status,
        **row.pair("title"),
        **row.pair("lead"),
        **row.pair("body"),
        **row.pair("doubt"),
        order=order,
    )
    sources = row.ids("source")
    row.finish()
    if facts is not None:
        facts.expect(load_as=status, title_th=page.title_th, title_en=page.title_en)
        sources = list(dict.fromkeys([*_lean_on(facts, page), *sources]))
    inventory.add(page, (slug,), row, sources)


def _lean_on(facts: Row, page: Page) -> list[str]:
    """Put the doubts of the facts into the page's own; gives their sources in order."""
    sources: list[str] = []
    for fact in facts.rows("facts"):
        texts, doubt = {"th": fact.text("th"), "en": fact.text("en")}, fact.pair("doubt")
        sources += fact.ids("source")
        fact.finish()
        for language, text in texts.items():
            if doubt[f"doubt_{language}"]:
                line = f"{text}: {doubt[f'doubt_{language}']}"
                before = getattr(page, f"doubt_{language}")
                setattr(page, f"doubt_{language}", f"{before}\n{line}" if before else line)
    facts.finish()
    return sources
