"""Pictures and office files drawn for the upload tests: small, and each with one thing about it."""

import io
import struct
import zipfile
import zlib

from PIL import Image, ImageCms

CONTENT_TYPES = "[Content_Types].xml"


def drawn(width=64, height=48, mode="RGB"):
    """A picture whose left half is red and right half blue, so that turning it shows."""
    image = Image.new("RGB", (width, height), "red")
    image.paste("blue", (width // 2, 0, width, height))
    return image.convert(mode)


def encoded(image=None, format_="JPEG", **options):
    output = io.BytesIO()
    (image or drawn()).save(output, format_, **options)
    return output.getvalue()


def camera_jpeg(width=64, height=48):
    """As a telephone makes it: lying on its side, with the place where it was taken, and a comment."""
    exif = Image.Exif()
    exif[0x0112] = 6  # to be turned a quarter clockwise
    exif[0x010F] = "Camera maker"
    exif.get_ifd(0x8825)[1] = "N"
    exif.get_ifd(0x8825)[2] = (13.0, 45.0, 12.0)
    return encoded(drawn(width, height), exif=exif, comment=b"secret remark")


def profile(space="sRGB"):
    return ImageCms.ImageCmsProfile(ImageCms.createProfile(space)).tobytes()


def huge_png(width=20_000, height=20_000):
    """A few bytes that claim to be a picture of 400 million pixels."""
    header = struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)

    def chunk(kind, data):
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", zlib.compress(b"")) + chunk(b"IEND", b"")


def many_scans(scans, width=3000, height=2000):
    """A progressive JPEG of so many scans: its last one, which refines what is there, said again and again."""
    data = encoded(drawn(width, height), progressive=True)
    start = data.rindex(b"\xff\xda")
    return data[:start] + data[start:-2] * scans + data[-2:]


def archive(**members):
    """A zip archive of ``members``; a double underscore in a name stands for its slash, CT for [Content_Types].xml."""
    output = io.BytesIO()
    with zipfile.ZipFile(output, "w", zipfile.ZIP_DEFLATED) as packed:
        for name, content in members.items():
            packed.writestr(CONTENT_TYPES if name == "CT" else name.replace("__", "/"), content)
    return output.getvalue()


DOCX = archive(CT="<Types/>", **{"word__document.xml": "<w:document/>"})
PDF = b"%PDF-1.7\n1 0 obj\n<<>>\nendobj\n" + b"0123456789" * 100 + b"\ntrailer\n%%EOF\n"
