"""Permanent numbers of agreements: the office's own, given in order, never twice."""

from django.contrib.contenttypes.models import ContentType
from django.db.models import Max

from relations.models import Agreement

# Sample content numbers its agreements from here on; the office's own never come so far.
FIRST_OF_SAMPLE = 900_001


def next_number() -> int:
    """The number after the last that the office ever gave: also to a draft, a withdrawn paper or one since deleted."""
    own = {"number__lt": FIRST_OF_SAMPLE}
    used = [rows.filter(**own).aggregate(last=Max("number"))["last"] or 0 for rows in (Agreement.objects, _history())]
    return max(used) + 1


def was_given(number: int) -> bool:
    """Whether an agreement has, or ever had, this number."""
    return any(rows.filter(number=number).exists() for rows in (Agreement.objects, _history()))


def one_at_a_time() -> None:
    """Let nobody else be given a number until this transaction ends: the next one who asks waits here."""
    kinds = ContentType.objects.filter(pk=ContentType.objects.get_for_model(Agreement).pk)
    # NO KEY: rows that point at this kind of record are stored meanwhile without waiting.
    kinds.select_for_update(no_key=True).get()


def _history():
    return Agreement.history.all()
