"""The pictures of shared links: made once for what they show, then sent like any stored file."""

import time
from collections.abc import Callable
from io import BytesIO

from django.core.exceptions import ObjectDoesNotExist
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.http import Http404, HttpRequest, HttpResponseRedirect
from django.http.response import HttpResponseBase
from django.utils import translation
from django.views.decorators.http import require_safe

from iad_portal.lib.drawings.share_cards import cropped, drawn
from iad_portal.lib.media.response import send
from iad_portal.lib.media.turns import picture_turn
from iad_portal.lib.media.upload_fields import media_url
from iad_portal.lib.operations import kept_pages
from iad_portal.lib.text.bilingual import LANGUAGES
from networks.models import Meeting, Network
from networks.pages.share import meeting_shared, network_shared
from news.models import Article
from news.pages.share import article_shared
from relations.models import Agreement, City, Photo
from relations.pages.share import Shared, agreement_shared, city_shared

# Seconds: a picture may be in the making, others wait for it, and look again.
MAKING, WAIT, LOOK = 10, 5.0, 0.05
LONGEST_KEY = 9


def _city(key: int) -> Shared:
    city = City.objects.readable().select_related("country").get(pk=key)
    agreements = Agreement.objects.published().filter(city=city)
    return city_shared(city, agreements, _photos(city))


def _agreement(key: int) -> Shared:
    agreement = Agreement.objects.readable().select_related("city").get(pk=key)
    return agreement_shared(agreement, _photos(agreement))


def _network(key: int) -> Shared:
    return network_shared(Network.objects.readable().get(pk=key))


def _meeting(key: int) -> Shared:
    meeting = Meeting.objects.readable().select_related("network").get(pk=key)
    return meeting_shared(meeting, _photos(meeting))


def _article(key: int) -> Shared:
    article = Article.objects.readable().get(pk=key)
    return article_shared(article, _photos(article))


def _photos(record: City | Agreement | Meeting | Article) -> list[Photo]:
    return list(Photo.objects.by_record([record])[record])


SHARED: dict[str, Callable[[int], Shared]] = {
    "city": _city, "agreement": _agreement, "network": _network, "meeting": _meeting, "article": _article,
}  # fmt: skip


@require_safe
def share(request: HttpRequest, label: str, key: int, language: str, said: str) -> HttpResponseBase:
    """The picture of a record that may be read, else 404; whoever has an earlier address is led to the one of now."""
    if label not in SHARED or language not in LANGUAGES or len(str(key)) > LONGEST_KEY:
        raise Http404
    with translation.override(language):
        try:
            shared = SHARED[label](key)
        except ObjectDoesNotExist as error:
            raise Http404 from error
    if shared.name != f"share/{label}/{key}/{language}-{said}.jpg":
        return HttpResponseRedirect(media_url(shared.name))
    if not default_storage.exists(shared.name):
        _made_once(shared)
    return send(request, shared.name, is_public=True)


def _made_once(shared: Shared) -> None:
    """Of many who ask at once, one makes it, and the others wait; what was made of the record before goes."""
    making = f"making:{shared.name}"
    if not kept_pages.first(making, MAKING) and _waited_for(shared.name):
        return
    try:
        with picture_turn():
            _keep(shared.name, picture_of(shared))
        _forget_earlier(shared)
    finally:
        kept_pages.forget(making)


def picture_of(shared: Shared) -> bytes:
    """The photograph, cropped; the card, where there is none or the store has lost it."""
    if shared.photo:
        try:
            with default_storage.open(shared.photo) as photo:
                return cropped(BytesIO(photo.read()), shared.focus)
        except OSError:
            pass
    return drawn(shared.card)


def _keep(name: str, picture: bytes) -> None:
    stored = default_storage.save(name, ContentFile(picture))
    if stored != name:  # somebody else was faster
        default_storage.delete(stored)


def _forget_earlier(shared: Shared) -> None:
    folder, _slash, mine = shared.name.rpartition("/")
    for name in default_storage.listdir(folder)[1]:
        if name.startswith(f"{shared.language}-") and name != mine:
            default_storage.delete(f"{folder}/{name}")


def _waited_for(name: str) -> bool:
    until = time.monotonic() + WAIT
    while time.monotonic() < until:
        if default_storage.exists(name):
            return True
        time.sleep(LOOK)
    return False
