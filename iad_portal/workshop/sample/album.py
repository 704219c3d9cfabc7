"""The pictures and the paper of the sample: stored once, each shared by many rows."""

from django.core.files.base import ContentFile

from relations.models import Document, Photo

from . import pictures
from .words import Pair, texts

_PHOTO_FACTS = ("upload_key", "sha256", "size", "width", "height", "renditions")
_PAPER_FACTS = ("upload_key", "sha256", "size", "kind")
_CREDIT = ("ภาพตัวอย่าง", "Sample picture")
_ALT = (
    ("ภาพวาดตัวอย่าง: ดวงอาทิตย์เหนือแนวอาคาร", "Sample drawing: a sun over a skyline"),
    ("ภาพวาดตัวอย่าง: ดวงอาทิตย์เหนือสายน้ำ", "Sample drawing: a sun over a river"),
    ("ภาพวาดตัวอย่าง: ดวงอาทิตย์เหนือทิวเขา", "Sample drawing: a sun over hills"),
)
_COVER = ("ปกตัวอย่าง: วงกลมซ้อนกัน", "Sample cover: rings within rings")


class Album:
    """Makes the files when it is made, as photos and a paper of `home`, a page of the sample; later rows copy them."""

    def __init__(self, home, number: int, width: int):
        drawn = [pictures.photo(turn, width, width * 2 // 3) for turn in range(number)]
        covers = [pictures.cover(turn, width * 9 // 16, width * 51 // 64) for turn in range(max(1, number // 4))]
        self._photos = [self._stored(home, position, data) for position, data in enumerate(drawn)]
        self._covers = [self._stored(home, number + position, data) for position, data in enumerate(covers)]
        self._paper = Document(subject=home, file=ContentFile(pictures.paper(), "sample.pdf"), **self._said(0))
        self._paper.save()

    @staticmethod
    def _stored(home, order: int, data: bytes) -> Photo:
        words = texts(alt=_ALT[order % len(_ALT)], credit=_CREDIT)
        return Photo.objects.create(subject=home, order=order, image=ContentFile(data, "sample.jpg"), **words)

    @staticmethod
    def _said(order: int) -> dict:
        title = texts(title=(f"เอกสารตัวอย่าง ฉบับที่ {order + 1}", f"Sample document {order + 1}"))
        return {"language": ("th", "en")[order % 2], "order": order, **title}

    def photo(self, subject, number: int, order: int = 0, caption: Pair = ("", "")) -> Photo:
        """Picture `number` (they go round) for `subject`, not yet stored."""
        return self._copy(self._photos, subject, number, order, texts(alt=self._alt(number), caption=caption))

    def cover(self, subject, number: int) -> Photo:
        """A cover for `subject`, not yet stored."""
        return self._copy(self._covers, subject, number, 0, texts(alt=_COVER))

    def paper(self, subject, order: int = 0, has_file: bool = True) -> Document:
        """The paper for `subject`, not yet stored; without its file it is only on record."""
        facts = {name: getattr(self._paper, name) for name in _PAPER_FACTS} | {"file": self._paper.file.name}
        return Document(subject=subject, **self._said(order), **(facts if has_file else {}))

    def _alt(self, number: int) -> Pair:
        number %= len(self._photos)
        scenes, palettes = len(pictures.SCENES), len(pictures.PALETTES)
        return _ALT[(number + number // palettes) % scenes]

    @staticmethod
    def _copy(made: list[Photo], subject, number: int, order: int, words: dict) -> Photo:
        photo = made[number % len(made)]
        facts = {name: getattr(photo, name) for name in _PHOTO_FACTS}
        facts |= {"image": photo.image.name, "text_key": photo.upload_key}
        return Photo(subject=subject, order=order, **facts, **words, **texts(credit=_CREDIT))
