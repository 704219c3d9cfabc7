"""What pages say to programs: only what is known, in words of schema.org, and nothing that ends the block early."""

import json
from datetime import date

from iad_portal.lib.components import Link
from iad_portal.lib.dates.calendar import PartialDate
from iad_portal.lib.text.bilingual import Text
from iad_portal.lib.text.structured_data import absolute, block_of, breadcrumbs, text_fact, thing


def test_a_thing_says_only_what_is_known():
    """A date as far as it is known; of a list what stands in it."""
    said = thing("Event", name="", startDate=PartialDate(2019, 5, 1, precision="month"), endDate=None, about=[],
                 keywords=["ก", None, ""], doorTime=date(2019, 5, 2), position=0)  # fmt: skip
    assert said == {
        "@type": "Event",
        "startDate": "2019-05",
        "keywords": ["ก"],
        "doorTime": "2019-05-02",
        "position": 0,
    }
    assert thing("Place", id_="https://example.org/") == {"@type": "Place", "@id": "https://example.org/"}


def test_a_text_in_the_other_language_says_so():
    assert text_fact("name", Text("Budapest", "en", "th")) == {"name": {"@value": "Budapest", "@language": "en"}}
    assert text_fact("name", Text("บูดาเปสต์", "th", "th")) == {"name": "บูดาเปสต์"}
    assert text_fact("name", "ที่อยู่") == {"name": "ที่อยู่"} and text_fact("name", "") == {}


def test_the_way_to_a_page_ends_with_the_page(settings):
    settings.SITE_URL = "https://iao.example"
    way = breadcrumbs([Link("หน้าแรก", "/th/"), Link("ข่าว", "/th/news/")], "ข่าวหนึ่ง")["itemListElement"]
    assert [(step["position"], step["name"], step.get("item")) for step in way] == [
        (1, "หน้าแรก", "https://iao.example/th/"), (2, "ข่าว", "https://iao.example/th/news/"), (3, "ข่าวหนึ่ง", None),
    ]  # fmt: skip
    assert absolute("https://elsewhere.example/") == "https://elsewhere.example/"


def test_no_text_ends_the_block():
    name = "</script><script>alert(1)</script><!-- & ]]>"
    block = block_of([thing("Thing", name=name)])
    start, end = '<script type="application/ld+json">', "</script>"
    assert block.count("<") == 2 and block.startswith(start) and block.endswith(end)
    assert json.loads(block.removeprefix(start).removesuffix(end))["@graph"] == [{"@type": "Thing", "name": name}]
    assert block_of([]) == ""
