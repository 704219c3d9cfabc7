"""Mends fiscal years that were stored before the field knew both eras; for data migrations."""

from django.db.models import IntegerField, QuerySet
from django.db.models.functions import Cast

from .fiscal_years import FIRST, LAST, in_common_era


def mend_fiscal_years(rows: QuerySet, once_per: str = "") -> None:
    """Turn stored fiscal years of the Buddhist Era in `rows` into the Common Era.

    A year that no era can have, or that would come twice for one `once_per`, is emptied and kept in words in the
    record's doubt, so that the office decides and nothing is lost. Rows without a doubt (history) keep such a year.
    """
    # As plain numbers, so that the field's own lookups cannot mend what is compared.
    stored = rows.annotate(stored=Cast("fiscal_year", IntegerField())).filter(stored__isnull=False)
    for row in stored.exclude(stored__range=(FIRST, LAST)):
        year = in_common_era(row.stored)
        same = {once_per: getattr(row, once_per), "fiscal_year": year} if once_per else {"pk__in": []}
        if FIRST <= year <= LAST and not rows.filter(**same).exists():
            rows.filter(pk=row.pk).update(fiscal_year=year)
        elif hasattr(row, "history_id"):
            continue
        else:
            words = f"ปีงบประมาณที่บันทึกไว้เดิม: {row.stored} (ต้องยืนยัน)"
            doubt = f"{row.doubt_th}\n{words}" if row.doubt_th else words
            rows.filter(pk=row.pk).update(fiscal_year=None, doubt=doubt, doubt_th=doubt)
