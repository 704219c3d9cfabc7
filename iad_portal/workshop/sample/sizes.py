"""How many sample records of each kind go with a number of articles."""

# kind: (of a thousand articles, at least, at most). A city has only so many partners, a year only so many months.
SHARES = {
    "cities": (250, 16, 400),
    "agreements": (300, 24, 800),
    "people": (100, 24, 300),
    "networks": (30, 6, 100),
    "exchanges": (1000, 60, 40_000),
    "meetings": (300, 24, 8_000),
    "commitments": (300, 18, 8_000),
    "years": (30, 4, 30),
    "projects": (300, 30, 8_000),
    "newsletters": (50, 8, 400),
}
AGENCIES, EMBASSIES, SOURCES = 8, 14, 6


def sizes(articles: int) -> dict[str, int]:
    """The number of records of each kind; for plans, of fiscal years, each with its thirteen plans."""
    found = {kind: min(max(articles * share // 1000, least), most) for kind, (share, least, most) in SHARES.items()}
    return found | {"articles": articles, "agencies": AGENCIES, "embassies": EMBASSIES, "sources": SOURCES}


def steps(articles: int) -> int:
    """How many marked records that makes, for telling how far the work is."""
    found = sizes(articles)
    plans = found.pop("years") * 13 + 2
    page, countries = 1, EMBASSIES
    return sum(found.values()) + plans + page + countries
