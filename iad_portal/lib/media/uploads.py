"""What an officer may upload, decided by what is inside the file and never by its name.

Only the decoders of the four accepted picture formats ever see an upload, pixels are counted in the header before
anything is decoded, and a picture is always encoded anew: whatever rode along (place, camera, colour profile, a
script behind the last byte) stays behind. Documents keep their bytes, so they are refused when in doubt.

Every refusal is a ``ValidationError`` whose sentence says what to do next.
"""

import hashlib
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from io import BytesIO
from pathlib import PurePath
from typing import BinaryIO, Protocol, TypeVar

from django.core.exceptions import ValidationError
from django.core.files.base import ContentFile
from django.utils.text import slugify
from django.utils.translation import gettext_lazy as _
from PIL import Image, ImageCms, ImageOps, UnidentifiedImageError

from iad_portal.lib.media import jpeg
from iad_portal.lib.media.turns import picture_turn

MEGABYTE = 1024 * 1024
IMAGE_LIMIT = 20 * MEGABYTE
PIXEL_LIMIT = 60_000_000
# A scan of a progressive JPEG costs a walk over all pixels: this is ten scans, as cameras write, of the largest.
SCAN_LIMIT = 100
SCANNED_PIXEL_LIMIT = 1_200_000_000
MAX_EDGE = 3840
IMAGE_FORMATS = ("JPEG", "PNG", "WEBP", "AVIF")
IMAGE_TYPES = "image/jpeg,image/png,image/webp,image/avif"

# Also for any other code that opens a picture: Pillow's own limit is three times as high.
Image.MAX_IMAGE_PIXELS = PIXEL_LIMIT

_BOMBS = (Image.DecompressionBombError, Image.DecompressionBombWarning)
_SRGB = ImageCms.createProfile("sRGB")

# First bytes of formats that officers do hold, and that the site cannot show.
_UNSHOWN = (
    (b"II*\0", "TIFF"),
    (b"MM\0*", "TIFF"),
    (b"GIF8", "GIF"),
    (b"BM", "BMP"),
    (b"8BPS", "PSD"),
    (b"%PDF", "PDF"),
)
_HEIC_BRANDS = {b"heic", b"heix", b"heim", b"heis", b"hevc", b"hevx", b"mif1", b"msf1"}


@dataclass(frozen=True)
class ImageFacts:
    """A sound picture: its format ("JPEG" ...), its size in pixels as stored (not yet turned upright) and in bytes."""

    format: str
    width: int
    height: int
    size: int


class Seekable(Protocol):
    """What is asked of a file's bytes to read all of them: Django's File and Python's own files both answer."""

    def read(self, size: int = ..., /) -> bytes: ...

    def seek(self, offset: int, whence: int = ..., /) -> int: ...


AnyFile = TypeVar("AnyFile", bound=Seekable)


@contextmanager
def rewound(file: AnyFile) -> Iterator[AnyFile]:
    """Lend ``file`` from its first byte, and hand it back there: whoever reads the upload next finds all of it."""
    file.seek(0)
    try:
        yield file
    finally:
        file.seek(0)


def inspect_image(file: BinaryIO) -> ImageFacts:
    """Read the whole of ``file`` and tell what picture it is. Raises ValidationError for what the site cannot show."""
    with picture_turn(), rewound(file):
        image, size = _open(file)
        facts = ImageFacts("JPEG" if image.format == "MPO" else str(image.format), *image.size, size)
        with _refusing_damage():
            image.draft(None, (320, 320))  # a JPEG is read to its end all the same, in half the time
            image.load()
    return facts


def prepare_image(file: BinaryIO) -> Image.Image:
    """The picture in ``file`` upright, in sRGB, at most 3840 pixels on its longer side, with nothing but pixels.

    The mode is RGBA when some pixel is transparent, otherwise RGB. Raises ValidationError as inspect_image does.
    """
    with rewound(file):
        image, _size = _open(file)
        with _refusing_damage():
            longest = max(image.size)
            if longest > MAX_EDGE:
                image.draft(None, (image.width * MAX_EDGE // longest, image.height * MAX_EDGE // longest))
            image.load()
        picture = _in_srgb(_upright(image))
    if max(picture.size) > MAX_EDGE:
        picture.thumbnail((MAX_EDGE, MAX_EDGE), Image.Resampling.LANCZOS)
    picture.info = {}  # Pillow's writers take comments, resolution and profiles from here
    return picture


def reencode(file: BinaryIO, name: str = "photo") -> "ContentFile[bytes]":
    """The picture in ``file`` encoded anew as JPEG, or as PNG when it has transparency. Raises ValidationError."""
    return encode_original(prepare_image(file), name)


def encode_original(picture: Image.Image, name: str = "photo") -> "ContentFile[bytes]":
    """``picture`` (from prepare_image) as the file to keep, under a plain ASCII name made from ``name``."""
    output = BytesIO()
    if picture.mode == "RGBA":
        picture.save(output, "PNG", compress_level=3)
    else:
        picture.save(output, "JPEG", quality=88, optimize=True, progressive=True)
    return ContentFile(output.getvalue(), f"{ascii_stem(name, 'photo')}.{'png' if picture.mode == 'RGBA' else 'jpg'}")


def ascii_stem(name: str, fallback: str) -> str:
    """``name`` without folder and suffix, in plain ASCII; ``fallback`` when nothing is left (a name in Thai)."""
    return slugify(PurePath(name).stem)[:60].strip("-_") or fallback


def sha256_of(file: Seekable) -> str:
    """The SHA-256 of all of ``file``, as 64 hexadecimal digits."""
    digest = hashlib.sha256()
    with rewound(file):
        for chunk in iter(lambda: file.read(MEGABYTE), b""):
            digest.update(chunk)
    return digest.hexdigest()


def check_size(file: BinaryIO, limit: int) -> int:
    """The size of ``file`` in bytes. Raises ValidationError when it is empty or larger than ``limit`` bytes."""
    file.seek(0, 2)
    size = file.tell()
    file.seek(0)
    if not size:
        raise ValidationError(_("The file is empty. Choose the file again."), code="empty")
    if size > limit:
        raise ValidationError(
            _("The file is larger than %(limit)d MB. Make it smaller and upload it again."),
            code="too_large",
            params={"limit": limit // MEGABYTE},
        )
    return size


def _open(file: BinaryIO) -> tuple[Image.Image, int]:
    """The picture in ``file``, its header read and nothing decoded, and its size in bytes. Raises ValidationError."""
    size = check_size(file, IMAGE_LIMIT)
    head = file.read(32)
    file.seek(0)
    image = _opened(file, head)
    if head.startswith(b"\xff\xd8\xff"):
        image = _checked_jpeg(file, image)
    # A telephone's JPEG often carries a second, smaller picture (MPO): the first one is the photo.
    if image.format != "MPO" and getattr(image, "is_animated", False):
        raise ValidationError(_("The picture moves. Upload a single still picture."), code="animated")
    return image, size


def _opened(file: BinaryIO, head: bytes) -> Image.Image:
    """The picture in ``file``, which begins with ``head``: its header is read, its pixels are counted."""
    try:
        image = Image.open(file, formats=IMAGE_FORMATS)
    except _BOMBS as error:
        raise _too_many_pixels() from error
    except UnidentifiedImageError as error:
        raise _not_a_picture(head) from error
    except Exception as error:  # decoders raise whatever a crafted file leads them to
        raise _damaged() from error
    if image.width * image.height > PIXEL_LIMIT:
        raise _too_many_pixels()
    return image


def _checked_jpeg(file: BinaryIO, image: Image.Image) -> Image.Image:
    """``image``, the JPEG in ``file``; from mended bytes when only its end mark is missing. Raises ValidationError."""
    with _refusing_damage():
        with rewound(file):
            data = file.read()
        shape = jpeg.look(data)
    if shape.scans > SCAN_LIMIT or shape.scans * image.width * image.height > SCANNED_PIXEL_LIMIT:
        raise ValidationError(
            _(
                "The picture is built of too many layers. "
                "Open it on your computer, save it as a plain JPEG and upload that."
            ),
            code="too_many_scans",
        )
    if shape.has_end:
        return image
    with _refusing_damage():
        mended = jpeg.with_end(data)
    if mended is None:
        raise _damaged()
    return _opened(BytesIO(mended), data[:32])


@contextmanager
def _refusing_damage() -> Iterator[None]:
    try:
        yield
    except _BOMBS as error:
        raise _too_many_pixels() from error
    except Exception as error:  # decoders raise whatever a crafted file leads them to
        raise _damaged() from error


def _upright(image: Image.Image) -> Image.Image:
    try:
        return ImageOps.exif_transpose(image)
    except Exception:  # an unreadable note about the camera is no reason to refuse the picture
        return image.copy()


def _in_srgb(image: Image.Image) -> Image.Image:
    """``image`` as RGB or RGBA in sRGB; RGBA only when a pixel is really transparent."""
    if image.mode.startswith(("I", "F")):  # 16 bits a pixel, grey
        image = image.point(lambda value: value / 256).convert("L")
    profile = image.info.get("icc_profile")
    mode = "RGB"
    if image.has_transparency_data:
        image = image.convert("RGBA")
        mode = "RGB" if image.getchannel("A").getextrema()[0] == 255 else "RGBA"
    elif image.mode not in {"L", "CMYK"}:
        image = image.convert("RGB")
    if profile:
        image = _converted(image, profile)
    return image.convert(mode)


def _converted(image: Image.Image, profile: bytes) -> Image.Image:
    """``image`` brought from its colour profile to sRGB; as it is when the profile is sRGB already, or unusable."""
    try:
        source = ImageCms.ImageCmsProfile(BytesIO(profile))
        if "sRGB" in ImageCms.getProfileDescription(source):
            return image
        mode = "RGBA" if image.mode == "RGBA" else "RGB"
        return ImageCms.profileToProfile(image, source, _SRGB, outputMode=mode) or image
    except (ImageCms.PyCMSError, OSError, ValueError):
        return image


def _too_many_pixels() -> ValidationError:
    return ValidationError(
        _("The picture has more than %(limit)d million pixels. Make it smaller and upload it again."),
        code="too_many_pixels",
        params={"limit": PIXEL_LIMIT // 1_000_000},
    )


def _damaged() -> ValidationError:
    return ValidationError(
        _("The picture is damaged or incomplete. Open it on your computer, save it again and upload the new file."),
        code="damaged",
    )


def _not_a_picture(head: bytes) -> ValidationError:
    """Why a file whose first bytes are ``head`` is no picture for the site."""
    is_ours = head.startswith((b"\xff\xd8\xff", b"\x89PNG\r\n")) or head[8:12] in {b"WEBP", b"avif", b"avis"}
    if is_ours:
        return _damaged()
    name = next((name for start, name in _UNSHOWN if head.startswith(start)), "")
    if head[4:8] == b"ftyp" and head[8:12] in _HEIC_BRANDS:
        name = "HEIC"
    if name:
        return ValidationError(
            _("The site cannot show a %(format)s file as a picture. Save it as JPEG and upload that."),
            code="unshown_format",
            params={"format": name},
        )
    return ValidationError(
        _("This file is not a picture that the site can show. Upload a JPEG, PNG, WebP or AVIF file."),
        code="not_a_picture",
    )
