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


RELS = "http://schemas.openxmlformats.org/package/2006/relationships"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
STRICT = "http://purl.oclc.org/ooxml/officeDocument/relationships"
MAIN_TYPES = {
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml",
    "pptx": "application/vnd.openxmlformats-officedocument.presentationml.presentation.main+xml",
}


def office(part="word/document.xml", type_=MAIN_TYPES["docx"], relations=OFFICE, target=None, extra="", **members):
    """An Office file whose main part is called ``part`` and said to be of ``type_``."""
    types = (
        '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
        f'<Default Extension="xml" ContentType="application/xml"/><Override PartName="/{part}" ContentType="{type_}"/>'
        f"{extra}</Types>"
    )
    root = (
        f'<Relationships xmlns="{RELS}"><Relationship Id="r1" Type="{relations}/officeDocument" '
        f'Target="{target or part}"/></Relationships>'
    )
    return archive(CT=types, **{"_rels/.rels": root, part: "<x/>"} | members)


DOCX = office()


def pdf(pages=1, comment=b"", version=b"1.7"):
    """A small whole PDF of empty pages, with its table of contents."""
    kids = b" ".join(b"%d 0 R" % number for number in range(3, 3 + pages))
    bodies = [b"<< /Type /Catalog /Pages 2 0 R >>", b"<< /Type /Pages /Count %d /Kids [%s] >>" % (pages, kids)]
    bodies += [b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] >>"] * pages
    data, places = b"%PDF-" + version + b"\n%" + comment + b"\n", []
    for number, body in enumerate(bodies, 1):
        places.append(len(data))
        data += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    table = b"".join(b"%010d 00000 n \n" % position for position in places)
    head = b"xref\n0 %d\n0000000000 65535 f \n" % (len(places) + 1)
    end = b"trailer\n<< /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n" % (len(places) + 1, len(data))
    return data + head + table + end


PDF = pdf(comment=b"0123456789" * 100)
