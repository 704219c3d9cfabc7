"""Static files for production: stylesheets joined, small, hashed and compressed.

A stylesheet of BUNDLES is written as a list of @import lines, one per part, so that a browser can read it as it stands
while somebody works on it. collectstatic puts the parts in place of those lines: a page then asks for one file. The
parts themselves are not published. No build tool, no second list.
"""

import posixpath
import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from django.contrib.staticfiles.storage import StaticFilesStorage
from django.core.files.base import ContentFile
from whitenoise.compress import Compressor
from whitenoise.storage import CompressedManifestStaticFilesStorage

# What pages link to; every other stylesheet under PARTS is a part of one of these.
BUNDLES = ("css/site.css", "css/press.css", "css/print.css", "css/admin.css")
PARTS = "css/"
FILE_MODE, FOLDER_MODE = 0o644, 0o755

_IMPORT = re.compile(r"""@import\s+url\(["']?(?P<path>[^"')]+)["']?\)\s*;""")
_URL = re.compile(r"""url\((?P<quote>["']?)(?P<path>[^"')]+)(?P=quote)\)""")
_COMMENT_OR_STRING = re.compile(r"""/\*.*?\*/|("(?:\\.|[^"\\])*"|'(?:\\.|[^'\\])*')""", re.S)


def join(path: str, read: Callable[[str], str]) -> str:
    """The text of the stylesheet `path` with its @import lines replaced by what they name.

    `read` gives the text of a stylesheet by its path; addresses inside a part are turned so that they hold from the
    place of `path`. Comments go first, so that an @import or url() mentioned in one is not followed.
    """
    text = _without_comments(read(path))
    folder = posixpath.dirname(path)

    def part(match: re.Match[str]) -> str:
        name = posixpath.normpath(posixpath.join(folder, match["path"]))
        return _moved(join(name, read), posixpath.dirname(name), folder)

    return _IMPORT.sub(part, text)


def _without_comments(css: str) -> str:
    return _COMMENT_OR_STRING.sub(lambda match: match[1] or "", css)


def _moved(css: str, start: str, target: str) -> str:
    """`css`, written in folder `start`, as it must read in folder `target`."""

    def address(match: re.Match[str]) -> str:
        path = match["path"]
        if re.match(r"[a-z]+:|/|#", path):
            return match[0]
        return f'url("{posixpath.relpath(posixpath.join(start, path), target or ".")}")'

    return _URL.sub(address, css)


class _ReadableCompressor(Compressor):
    """Packed files that everybody may read, whatever the umask of whoever collects."""

    def write_data(self, *args: Any) -> str:
        filename: str = super().write_data(*args)
        Path(filename).chmod(FILE_MODE)
        return filename


class BundledStaticFilesStorage(CompressedManifestStaticFilesStorage):
    """WhiteNoise's storage of hashed, compressed files, with our stylesheets joined first.

    Everybody may read them: root collects them into the image, and the portal serves them as somebody else. Without
    modes of their own they would get those of uploads (FILE_UPLOAD_PERMISSIONS), which are not for everybody.
    """

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        modes = {"file_permissions_mode": FILE_MODE, "directory_permissions_mode": FOLDER_MODE}
        super().__init__(*args, **(modes | kwargs))

    def create_compressor(self, **kwargs: Any) -> Compressor:
        return _ReadableCompressor(**kwargs)

    def post_process(self, paths: dict[str, Any], dry_run: bool = False, **options: Any) -> Iterator[Any]:
        """Join, then hash and compress. `paths` is what collectstatic found: {name: (storage, path)}."""
        if not dry_run:
            paths = self._joined(paths)
        yield from super().post_process(paths, dry_run=dry_run, **options)

    def _joined(self, paths: dict[str, Any]) -> dict[str, Any]:
        """Write the joined stylesheets over the copied ones; drop and unpublish the parts."""

        def read(name: str) -> str:
            storage, path = paths[name]
            with storage.open(path) as file:
                content: bytes = file.read()
            return content.decode()

        # One space for a run of white space: packed, a minifier would save 0.2 % more. No string of ours holds a run.
        bundles = {name: " ".join(join(name, read).split()) for name in BUNDLES if name in paths}
        parts = {name for name in paths if name.startswith(PARTS) and name.endswith(".css") and name not in BUNDLES}
        for name in {*bundles, *parts}:
            self.delete(name)
        for name, css in bundles.items():
            StaticFilesStorage._save(self, name, ContentFile(css.encode()))
        kept = {name: where for name, where in paths.items() if name not in parts}
        return kept | {name: (self, name) for name in bundles}
