"""The code lists of the starting data are those of the models: same codes, same words in both languages."""

import csv

import pytest
from django.utils import translation

from iad_portal.office.importer.rows import FOLDER
from networks.models import CityRole, Framework, MeetingKind, MembershipKind, NetworkKind, NetworkStatus
from news.models import ArticleKind
from plans.models import PlanKind
from relations.models import (
    TIE_MAKING,
    AgencyKind,
    AliasKind,
    CityKind,
    Direction,
    EmbassyKind,
    ExchangeKind,
    Instrument,
    Measure,
    Qualifier,
    Side,
)

LISTS = {
    "agency_kind": AgencyKind, "alias_note": AliasKind, "city_kind": CityKind, "city_role": CityRole,
    "direction": Direction, "embassy_kind": EmbassyKind, "exchange_kind": ExchangeKind, "framework": Framework,
    "instrument": Instrument, "measure": Measure, "meeting_kind": MeetingKind, "membership_kind": MembershipKind,
    "network_kind": NetworkKind, "network_status": NetworkStatus, "news_kind": ArticleKind, "plan_kind": PlanKind,
    "qualifier": Qualifier, "side": Side,
}  # fmt: skip
# What the portal knows beside the files, and words that it says more exactly.
MORE = {"exchange_kind": {"project"}}
OTHERWISE = {("news_kind", "news"): "News item"}


def codes() -> list[dict]:
    """The rows of codes.csv."""
    with (FOLDER / "codes.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


@pytest.mark.parametrize("name", LISTS)
def test_a_list_has_the_models_codes_and_words(name):
    listed = [row for row in codes() if row["list"] == name]
    assert {row["code"] for row in listed} | MORE.get(name, set()) == set(LISTS[name].values)
    for row in listed:
        choice = LISTS[name](row["code"])
        with translation.override("en"):
            assert str(choice.label) == OTHERWISE.get((name, row["code"]), row["label_en"])
        with translation.override("th"):
            assert str(choice.label) == row["label_th"]


def test_the_instruments_that_make_a_tie():
    ties = {row["code"] for row in codes() if row["list"] == "instrument" and row["note"] == "tie"}
    assert ties == {instrument.value for instrument in TIE_MAKING}
