"""Made-up plots for the page of all components, drawn by the code that draws the real ones."""

from collections import Counter
from datetime import date

from iad_portal.lib.dates.calendar import PartialDate
from networks.models import Meeting, Membership, Role
from networks.pages.terms import terms_plot
from plans.pages.projects import progress_plot
from relations.models import City, CityKind
from relations.pages.growth import Growth, growth_plot

TODAY = date(2026, 11, 22)
SIGNED = {1962: 1, 1993: 1, 1997: 4, 2004: 3, 2006: 2, 2011: 2, 2012: 5, 2016: 3}


def plot_samples() -> dict:
    """One of each kind, in the active language."""
    return {
        "growth": growth_plot(_growth()),
        "terms": _terms(),
        "progress": progress_plot([100, 100, 80, 45, 45, 20, 0, None, None]),
    }


def _city(slug: str, thai: str, english: str, **facts) -> City:
    return City(slug=slug, name_th=thai, name_en=english, status="published", **facts)


def _growth() -> Growth:
    totals, total = {}, 0
    for year in range(1962, TODAY.year + 1):
        total += SIGNED.get(year, 0)
        totals[year] = total
    names = [("มะนิลา", "Manila"), ("มอสโก", "Moscow"), ("บูดาเปสต์", "Budapest")]
    new = {
        1962: [_city("washington-dc", "วอชิงตัน ดี.ซี.", "Washington, D.C.")],
        1997: [_city(english.lower(), thai, english) for thai, english in names],
    }
    undated = [_city("hue", "นครเว้", "Hue"), _city("ankara", "กรุงอังการา", "Ankara")]
    return Growth(1962, TODAY, Counter(SIGNED), totals, new, undated, [(1997, 9)], undated=4, later=1)


def _terms() -> dict:
    day = PartialDate.from_iso
    home = _city("bangkok", "กรุงเทพมหานคร", "Bangkok", kind=CityKind.HOME)
    hanoi = _city("hanoi", "กรุงฮานอย", "Hanoi")
    memberships = [
        Membership(kind="observer", left_on=day("2003")),
        Membership(kind="full", joined_on=day("2004-09"), confirmed_on=day("2026-05")),
    ]
    roles = [
        Role(title_th="กรรมการ", title_en="Board member", starts_on=day("2008"), ends_on=day("2012")),
        Role(title_th="รองประธาน", title_en="Vice President", starts_on=day("2015")),
        Role(title_th="ประธาน", title_en="Chair"),
    ]
    held = [("2001-05-02", hanoi), ("2006", home), ("2013-09-17", hanoi), ("2019-06-26", home), ("2024-09", hanoi)]
    meetings = [Meeting(starts_on=day(when), host_city=host) for when, host in held] + [Meeting()]
    return terms_plot(memberships, roles, meetings, TODAY, is_cut=False)
