"""The cover of a newsletter that has none: the first page of its PDF."""

from django.core.files.base import ContentFile
from django.utils import translation
from django.utils.translation import gettext as _

from iad_portal.lib.media.pdf_cover import first_page
from iad_portal.lib.text.bilingual import LANGUAGES
from news.models import Newsletter
from relations.models import Document, Photo


def give_cover(newsletter: Newsletter) -> Photo | None:
    """Make the first page of its first PDF the photo of `newsletter`; None where it has one, or no PDF to be drawn."""
    if Photo.objects.of(newsletter).exists():
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
