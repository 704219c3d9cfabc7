"""The posts of the starting data: of which kind each is, and who heads a mission."""

import csv
from datetime import date

from iad_portal.office.importer.posts import kind_of_post
from iad_portal.office.importer.rows import FOLDER
from relations.models import Post, PostKind


def rows(name: str) -> list[dict]:
    """The rows of a file of the starting data."""
    with (FOLDER / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


KINDS = {
    PostKind.GOVERNOR: {"Governor of Bangkok"},
    PostKind.HEAD_OF_MISSION: {
        f"Ambassador of {country} to Thailand"
        for country in (
            "Australia", "Denmark", "Hungary", "India", "Indonesia", "Japan", "Kazakhstan", "Malaysia", "Mongolia",
            "Norway", "Oman", "Portugal", "Singapore", "Sri Lanka", "Switzerland", "Türkiye", "Viet Nam",
            "the People’s Republic of China", "the Republic of Korea", "the Russian Federation", "the United Kingdom",
            "the United States of America",
        )
    } | {"Political Minister and acting chargé d’affaires, Embassy of Japan"},
    PostKind.LEADER: {
        f"Mayor of {city}"
        for city in (
            "Ankara", "Astana", "Beijing", "Budapest", "Busan", "Chengdu", "Chongqing", "Daegu", "George Town",
            "Guangzhou", "Kuala Lumpur", "Lausanne", "Lisbon", "Manila", "Moscow", "Porto", "Seoul", "Shanghai",
            "Shenzhen", "Tehran", "Tianjin", "Ulaanbaatar", "Vientiane", "Washington, D.C.",
        )
    } | {
        f"Governor of {city}"
        for city in ("Aichi Prefecture", "Fukuoka Prefecture", "Jakarta", "Phnom Penh", "Saint Petersburg", "Tokyo")
    } | {f"Chairman, People’s Committee of {city}" for city in ("Hanoi", "Ho Chi Minh City", "Hue")} | {
        "Acting Mayor of Chaozhou", "President, Municipal Council of Penang Island, and Mayor of George Town",
    },
}  # fmt: skip


def test_the_kind_of_every_post_in_the_file():
    names = {row["slug"]: row["name_en"] for row in rows("cities")}
    missions = {row["country"] for row in rows("embassies")}
    found: dict[PostKind, set] = {}
    for row in rows("posts"):
        has_embassy = row["country"] in missions and not row["city"]
        found.setdefault(kind_of_post(row["title_en"], names.get(row["city"], ""), has_embassy), set()).add(
            row["title_en"]
        )
    others = found.pop(PostKind.OTHER)
    assert found == KINDS
    assert {"Deputy Governor of Bangkok", "Vice Mayor of Wuhan", "Mayor of North East District"} <= others


def test_heads_of_missions_have_their_embassy(starting_data):
    heads = Post.objects.filter(kind=PostKind.HEAD_OF_MISSION)
    assert heads.count() == 30 and all(head.embassy.country_id == head.country_id for head in heads)
    assert [post.person.slug for post in Post.objects.governors(date(2019, 6, 26))] == ["aswin-kwanmuang"]
