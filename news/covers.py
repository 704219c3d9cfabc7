"""The cover of a newsletter that has none: the first page of its PDF."""

from django.contrib.contenttypes.models import ContentType
from django.core.files.base import ContentFile
from django.utils import translation
from django.utils.translation import gettext as _

from iad_portal.lib.media.pdf_cover import first_page
from iad_portal.lib.text.bilingual import LANGUAGES
from news.models import Newsletter
from relations.models import Document, Photo


def give_cover(newsletter: Newsletter, *, has_new_paper: bool = False) -> Photo | None:
    """Make the first page of its first PDF the photo of `newsletter`; None where it has one, or no PDF to be drawn.

    None, too, where somebody took its photo away, until it is given a paper again (`has_new_paper`).
    """
    if Photo.objects.of(newsletter).exists() or (not has_new_paper and _had_photo(newsletter)):
        return None
    paper = Document.objects.of(newsletter).filter(kind="pdf").exclude(file="").first()
    if paper is None:
        return None
    try:
        with paper.file.open() as file:
            cover = first_page(file)
    except OSError:  # the store has lost it
        return None
    if cover is None:
        return None
    words = {}
    for language in LANGUAGES:
        with translation.override(language):
            words[f"alt_{language}"] = _("Cover of %(issue)s") % {"issue": newsletter.name_of_number}
            words[f"credit_{language}"] = "InterNEWS"
    made: Photo = Photo.objects.create(subject=newsletter, image=ContentFile(cover, "cover.jpg"), **words)
    return made


def _had_photo(newsletter: Newsletter) -> bool:
    kind = ContentType.objects.get_for_model(newsletter)
    return bool(Photo.history.filter(subject_type=kind, subject_id=str(newsletter.pk)).exists())
