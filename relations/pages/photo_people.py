"""Who is in a photograph, in the order in which they stand: for captions and for media packs.

They need no check of their own: a photograph is shown with its record, and whoever a public record names is public
(press_names, the names of an article).
"""

from functools import cache

from django.db.models import OuterRef
from django.utils.translation import gettext as _

from iad_portal.lib.components import Words
from iad_portal.lib.records.faults import shown
from iad_portal.lib.records.gathered import gathered, values_of
from iad_portal.lib.text.bilingual import text_of
from iad_portal.lib.text.quick_html import quick_html
from relations.models import Person, Photo
from relations.models.photo import PhotoQuerySet

from .links import in_a_row, whole_name

_OF_A_PERSON = ("id", "rank_th", "rank_en", "name_th", "name_en")


def with_people() -> PhotoQuerySet:
    """Photographs that know who is in them (`people_in()`), in the same query."""
    # Another each time: what one page found is not for the next.
    return _with_people().all()


@cache
def _with_people() -> PhotoQuerySet:
    """The same, put together once: that took a tenth of the work of an article."""
    links = Photo.people.through.objects.filter(photo=OuterRef("pk"))
    found: PhotoQuerySet = Photo.objects.annotate(
        gathered_people=gathered(links, "id", *(f"person__{name}" for name in _OF_A_PERSON))
    )
    return found


def people_in(photo: Photo) -> list[Person]:
    """Who is in `photo`, in their order, with rank and name; nobody where it does not come from `with_people()`."""
    rows = values_of(getattr(photo, "gathered_people", None), "id")
    return [Person(**{name: row[f"person__{name}"] for name in _OF_A_PERSON}) for row in rows]


def in_the_picture(number: int) -> str:
    """The sentence that names `number` people, with {} for their names."""
    return _("In the picture: {}") if number == 1 else _("In the picture (from left): {}")


def named_under(photo: Photo) -> Words:
    """The sentence under `photo` that names who is in it; "" for nobody, and where its caption names them all.

    Of several all are named, also whom the caption names: one who is left out would make the others stand elsewhere.
    """
    people = people_in(photo)
    if all(_is_named(person, photo) for person in people):
        return ""
    names = shown(people, lambda person: whole_name(person.full_name()), "people in a photo")
    # A comma in Thai, too: names hold spaces, and nobody could tell where one ends.
    return quick_html(in_the_picture(len(names)), in_a_row(names, ", ")) if names else ""


def _is_named(person: Person, photo: Photo) -> bool:
    """Whether the caption of `photo`, as readers see it, has the name of `person` in its own language."""
    caption = text_of(photo, "caption")
    return _squeezed(text_of(person, "name", caption.language).value) in _squeezed(caption.value)


def _squeezed(text: str) -> str:
    """`text` without its spaces: officers write one or two between the names of a person."""
    return "".join(text.split()).casefold()
