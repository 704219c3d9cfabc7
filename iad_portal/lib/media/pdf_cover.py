"""The first page of a PDF as a picture, drawn by PDFium in a process of its own: a crafted one costs no more than that.

As pdf_reader.py does: `first_page()` is for everybody, the rest runs in the child.
"""

import subprocess
import sys
from io import BytesIO
from pathlib import Path
from typing import BinaryIO

from .pdf_reader import KILOBYTES, SECONDS

# Pixels, however large or small the page says it is.
WIDEST, TALLEST = 1400, 2000
_CHILD = "import sys; sys.path.insert(0, sys.argv[1]); from iad_portal.lib.media import pdf_cover as c; c.child()"


def first_page(file: BinaryIO) -> bytes | None:
    """The first page of the PDF `file` as a JPEG; None when it cannot be drawn."""
    root = str(Path(__file__).resolve().parents[3])
    bounded = f'ulimit -v {KILOBYTES} 2>/dev/null; exec "$@"'
    command = ["sh", "-c", bounded, "sh", sys.executable, "-I", "-c", _CHILD, root]
    try:
        done = subprocess.run(  # noqa: S603  # the command is ours; the file is its input
            command, input=file.read(), capture_output=True, timeout=SECONDS, check=True
        )
    except (subprocess.TimeoutExpired, subprocess.CalledProcessError):
        return None
    return done.stdout or None


def child(source: BinaryIO | None = None, target: BinaryIO | None = None) -> None:
    """What the child does: reads the PDF from its input, writes the picture; ends with a fault when it cannot."""
    (target or sys.stdout.buffer).write(drawn((source or sys.stdin.buffer).read()))


def drawn(data: bytes) -> bytes:
    """The first page of the PDF `data`, as large as it fits. Raises what PDFium raises for one that it cannot read."""
    import pypdfium2

    page = pypdfium2.PdfDocument(data)[0]
    scale = min(WIDEST / page.get_width(), TALLEST / page.get_height())
    output = BytesIO()
    page.render(scale=scale).to_pil().convert("RGB").save(output, "JPEG", quality=85)
    return output.getvalue()
