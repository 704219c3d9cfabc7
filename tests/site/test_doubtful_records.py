"""Which records of the starting data are doubtful stands on their pages and in open data, and never why."""

from collections import Counter
from html import escape

from django.utils import translation

from iad_portal.office.models import Page
from iad_portal.office.open_data import REGISTERS
from networks.models import CityMembership, Commitment, Fee, Meeting, Membership, Network, Role
from news.models import Article, Newsletter
from plans.models import Plan
from relations.models import Agreement, City, Embassy, Exchange, Figure, KeyRecipient, Post, Sourced, YouthGroup

LINE = 'class="doubt"'
# Who shows the rows that have no page of their own. Of a country only its formal name is doubted, which no page shows.
WITH_A_PAGE = (City, Agreement, Embassy, Network, Meeting, Plan, Article, Newsletter, Page)
SHOWN_BY = {
    Membership: lambda row: [row.network],
    Role: lambda row: [row.network],
    Fee: lambda row: [row.network],
    Commitment: lambda row: [row.meeting or row.agreement],
    Exchange: lambda row: [*row.cities.all(), *row.embassies.all()] if row.is_published() else [],
    Figure: lambda row: [row.subject] if isinstance(row.subject, WITH_A_PAGE) else [],
    Post: lambda row: [row.embassy] if row.embassy else [],
    CityMembership: lambda row: [row.network],
    YouthGroup: lambda row: [row.city] if row.people else [],
    KeyRecipient: lambda row: list(row.exchange.embassies.all()) if row.exchange else [],
}


def doubtful(model):
    return [record for record in model._base_manager.all() if record.is_doubtful]


def lines_due() -> Counter:
    """How many lines each page must show at least: for its record, and for each doubtful row on it."""
    due = Counter(record for model in WITH_A_PAGE for record in doubtful(model) if record.is_readable())
    for model, pages in SHOWN_BY.items():
        due.update(page for row in doubtful(model) for page in pages(row) if page.is_readable())
    return due


def test_no_doubtful_record_of_the_starting_data_stands_without_its_line(pages):
    """Record by record and row by row; and not a word of any doubt, in either language."""
    models = [model for model in Sourced.__subclasses__() if model._meta.concrete_model]
    texts = {
        text or "" for model in models for record in doubtful(model) for text in (record.doubt_th, record.doubt_en)
    }
    words = {text for text in texts if len(text) > 12}  # a shorter one may be anybody's
    due = lines_due()
    assert len(due) > 80 and len(words) > 50
    for record, number in due.items():
        with translation.override("en"):
            html = pages[record.get_absolute_url()].html
        assert html.count(LINE) >= number, record
        assert not [text for text in words if escape(text) in html], record


def test_open_data_says_of_each_row_whether_it_is_to_be_confirmed(starting_data):
    """In the last column of every register."""
    for register in REGISTERS:
        told = [row[register.names().index("to_be_confirmed")] for row in register.table()]
        assert sum(told) == sum(getattr(row, "is_doubtful", False) for row in register.rows()), register.slug
