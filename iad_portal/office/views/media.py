"""The only way to uploaded files: a draft's photo is as private as the draft."""

from django.http import Http404
from django.views.decorators.http import require_safe

from iad_portal.lib.media.response import send
from iad_portal.lib.records.publishing import Publishable
from relations.models import Document, Photo


@require_safe
def media(request, name: str):
    """Send the file `name` to anybody when a record that may be read holds it, else to signed-in officers only."""
    rows = [row for model in (Photo, Document) for row in model.with_file(name)]
    shown = next((row for row in rows if is_open_to_all(row.subject)), None)
    if shown:
        return send(request, name, is_public=True, filename=shown.title_for_saving)
    if rows and request.user.is_staff:
        return send(request, name, is_public=False, filename=rows[0].title_for_saving)
    raise Http404


def is_open_to_all(subject) -> bool:
    """Whether a file's record may be read by anybody now; records without a state (agencies) always may."""
    if subject is None:
        return False
    return subject.is_readable() if isinstance(subject, Publishable) else True
