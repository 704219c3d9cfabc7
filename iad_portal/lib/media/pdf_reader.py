"""Whether a PDF can be opened, asked of pypdf in a process of its own: a crafted one costs no more than that process.

`look_at()` is for everybody; the rest runs in the child, which gets so many seconds and so much memory. What only lacks
its end, or has something before its beginning or behind its end, is mended; what a reader could not show is refused.
"""

import json
import re
import subprocess
import sys
from io import BytesIO
from pathlib import Path
from typing import Any, BinaryIO

SECONDS = 20
KILOBYTES = 1_200_000
_CHILD = "import sys; sys.path.insert(0, sys.argv[1]); from iad_portal.lib.media import pdf_reader as r; r.child()"
_HEADER_WITHIN = 1024
_END = b"%%EOF"
_STARTXREF = re.compile(rb"startxref\s+\d+\s*$")
_OBJECT = re.compile(rb"\b(\d{1,9})\s+\d{1,5}\s+obj\b")
_CATALOGUE = re.compile(rb"(\d{1,9})\s+(\d{1,5})\s+obj\b(?:(?!endobj).){0,2000}?/Type\s*/Catalog\b", re.DOTALL)
# Pages and the objects that hang on them: far more than any paper of an office has.
_MOST_NODES = 3000
_MOST_OBJECTS = 300_000


def look_at(file: BinaryIO) -> tuple[str, bytes | None]:
    """What pypdf says of the PDF `file`: "sound"; "mended", with the new bytes; "locked", "damaged" or "too_deep"."""
    root = str(Path(__file__).resolve().parents[3])
    bounded = f'ulimit -v {KILOBYTES} 2>/dev/null; exec "$@"'
    command = ["sh", "-c", bounded, "sh", sys.executable, "-I", "-c", _CHILD, root]
    try:
        done = subprocess.run(  # noqa: S603  # the command is ours; the file is its input
            command, input=file.read(), capture_output=True, timeout=SECONDS, check=True
        )
    except (subprocess.TimeoutExpired, subprocess.CalledProcessError):
        return "too_deep", None
    verdict, _line, body = done.stdout.partition(b"\n")
    return json.loads(verdict), body or None


def child(source: BinaryIO | None = None, target: BinaryIO | None = None) -> None:
    """What the child does: reads the PDF from its input, writes the verdict in one line, then the mended bytes."""
    import pypdf  # noqa: F401  # first: a reader that finds no room for itself says nothing about the PDF

    verdict, body = judged((source or sys.stdin.buffer).read())
    (target or sys.stdout.buffer).write(json.dumps(verdict).encode() + b"\n" + body)


def judged(data: bytes) -> tuple[str, bytes]:
    """The verdict over a PDF, and the mended bytes, if any."""
    body = _trimmed(data)
    try:
        if body is None:
            return "mended", _rewritten(data)
        locked = _opens(body)
    except MemoryError:
        raise
    except Exception:  # pypdf meets a crafted file with whatever its parts raise
        return "damaged", b""
    if locked:
        return "locked", b""
    return ("sound", b"") if body == data else ("mended", body)


def _trimmed(data: bytes) -> bytes | None:
    """`data` from its header to its end mark, which is added if that alone is missing; None when more is missing."""
    data = data[max(0, data.find(b"%PDF-", 0, _HEADER_WITHIN)) :]
    end = data.rfind(_END)
    behind = data[end + len(_END) :]
    if end >= 0 and b" obj" not in behind and b"startxref" not in behind:
        return data if not behind.strip(b"\r\n") else data[: end + len(_END)] + b"\n"
    whole = data.rstrip(b"\0\r\n\t %EOF")
    return whole + b"\n" + _END + b"\n" if _STARTXREF.search(whole[-64:]) else None


def _opens(body: bytes) -> bool:
    """Whether the PDF needs a password to be read; raises when it shows no page."""
    from pypdf import PdfReader

    reader = PdfReader(BytesIO(body), strict=False)
    if reader.is_encrypted and not reader.decrypt(""):
        return True
    _first_page(reader)
    return False


def _first_page(reader: Any) -> None:
    """Find one page as a reader does, going down the tree; raises ValueError when there is none."""
    waiting = [reader.trailer["/Root"]["/Pages"]]
    for _step in range(_MOST_NODES):
        if not waiting:
            break
        node = waiting.pop().get_object()
        if not hasattr(node, "get"):
            continue
        if "/Kids" not in node:
            return
        waiting += list(node["/Kids"])[:_MOST_NODES][::-1]
    raise ValueError("no page")


def _rewritten(data: bytes) -> bytes:
    """A PDF whose table of contents is lost, written anew; raises something when a part of it is missing."""
    from pypdf import PdfReader, PdfWriter

    data = data[max(0, data.find(b"%PDF-", 0, _HEADER_WITHIN)) :].rstrip(b"\0")
    if data.rfind(b" obj") > data.rfind(b"endobj"):
        raise ValueError("cut within an object")
    if b"trailer" not in data and (catalogues := _CATALOGUE.findall(data)):
        size = max(map(int, _OBJECT.findall(data))) + 1
        data += b"\ntrailer\n<< /Size %d /Root %s %s R >>" % (size, *catalogues[-1])
    reader = PdfReader(BytesIO(data + b"\nstartxref\n0\n%%EOF\n"), strict=False)
    _first_page(reader)
    _check_whole(reader)
    output = BytesIO()
    PdfWriter(clone_from=reader).write(output)
    return output.getvalue()


def _check_whole(reader: Any) -> None:
    """Follow every reference from the root; raises ValueError for one that leads nowhere."""
    from pypdf.generic import IndirectObject, NullObject

    waiting, seen = [reader.trailer.raw_get("/Root")], set()
    while waiting:
        part = waiting.pop()
        if isinstance(part, IndirectObject):
            if (part.idnum, part.generation) in seen:
                continue
            seen.add((part.idnum, part.generation))
            part = part.get_object()
            if part is None or isinstance(part, NullObject) or len(seen) > _MOST_OBJECTS:
                raise ValueError("a part is missing")
        if isinstance(part, dict):
            waiting += [part.raw_get(key) for key in part]
        elif isinstance(part, list):
            waiting += list(part)
