"""What a photograph shows and whose it is: asked when it is let out, not while it is drafted.

A draft is saved without these words, so that nobody who comes from the camera is held up. Whoever lets the photograph
out (publishes or schedules its record, releases a change, changes what is public) is asked once, as the desk asks about
a likely slip: saved again, it goes out without. So urgent news is not kept back, and nobody forgets unasked; what still
lacks words is counted and listed.
"""

from collections.abc import Iterable, Iterator
from typing import Any

from django.db.models import Count, Model
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from iad_portal.lib.desk.filters import YesNoFilter
from iad_portal.lib.proofreading.finding import Finding
from iad_portal.lib.records.publishing import Publishable, Status
from iad_portal.lib.text.translatable import Translatable
from relations.models import Photo
from relations.models.photo import is_lacking

ALT, CREDIT = "alt", "credit"
# The parameters of the list of photographs that find what lacks words.
HAS_ALT, HAS_CREDIT = "has_alt", "has_credit"


def lacks_of(photo: Photo, record: Model) -> Iterator[tuple[str, str]]:
    """The box of each text that `photo` of `record` still lacks, and one sentence that says so.

    A language that the record holds back needs no words yet.
    """
    thai = bool(photo.alt_th) or getattr(record, "hold_th", False)
    english = bool(photo.alt_en) or getattr(record, "hold_en", False)
    if not (photo.alt_th or photo.alt_en):
        yield "alt_th", _("A photo is to be public, and nothing says what it shows to people who cannot see it.")
    elif not thai:
        yield "alt_th", _("A photo is to be public, and what it shows is not told in Thai.")
    elif not english:
        yield "alt_en", _("A photo is to be public, and what it shows is not told in English.")
    if not (photo.credit_th or photo.credit_en):
        yield "credit_th", _("A photo is to be public, and nobody is named to whom credit is due.")


def ask_about_words(record: Model, rows: Iterable[Any]) -> None:
    """Ask about each of the photographs `rows`, forms of one record's, that goes out with this save and lacks words."""
    if not goes_out(record):
        return
    lacking = [(row, lacks) for row in rows if (lacks := list(lacks_of(row.instance, record)))]
    is_out_already = bool(lacking) and _is_out(record)
    for row, lacks in lacking:
        is_new = not is_out_already or row.instance.pk is None
        for box, sentence in lacks:
            # What a photograph lacks since long must not hold up other work on the record.
            if is_new or {"image", box} & set(row.changed_data):
                row.ask(box, sentence, "lacks_words", about=f"{row.instance.pk or row.instance.image.name}")


def ask_of_one(record: Model, form: Any) -> None:
    """In the form of one photograph: ask about the words that this save takes out of it."""
    for box, sentence in lacks_of(form.instance, record) if goes_out(record) else ():
        if box in form.changed_data:
            form.ask(box, sentence, "lacks_words")


def goes_out(record: Model) -> bool:
    """Whether readers will see `record` as it is about to be saved, now or at a moment that is set."""
    return not isinstance(record, Publishable) or record.status == Status.PUBLISHED


def _is_out(record: Model) -> bool:
    """Whether `record` was let out before this save: then what stood in it since long is not asked about."""
    if not isinstance(record, Publishable):
        return True
    return type(record)._base_manager.filter(pk=record.pk, status=Status.PUBLISHED).exists()


def lacking_in(records: Iterable[Model]) -> dict[Model, list[Finding]]:
    """What the photographs of each of `records` lack, to be asked before these are let out. One query for all."""
    with_photos = [record for record in records if hasattr(record, "photos")]
    photos = Photo.objects.by_record(with_photos) if with_photos else {}
    return {
        record: [Finding("lacks_words", f"{photo.pk} {box}", f"{photo}: {sentence}")
                 for photo in own for box, sentence in lacks_of(photo, record)]
        for record, own in photos.items()
    }  # fmt: skip


def counts() -> dict[str, int]:
    """How many photographs of the office name nobody for credit, and how many do not say what they show: one query.

    By the parameter of their list that finds them, as `has_credit=no`.
    """
    return Photo.objects.aggregate(
        **{HAS_CREDIT: Count("pk", filter=is_lacking(CREDIT)), HAS_ALT: Count("pk", filter=is_lacking(ALT))}
    )


def words_filter(text: str, label: Translatable, parameter: str) -> type[YesNoFilter]:
    """Filter photographs by whether `text` is written in any language."""

    class WordsFilter(YesNoFilter):
        title, parameter_name = label, parameter
        yes, no = gettext_lazy("Recorded"), gettext_lazy("Not recorded")

        def holds(self, records: Any) -> Any:
            return records.exclude(is_lacking(text))

    return WordsFilter
