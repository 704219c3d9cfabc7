"""Which release of the portal this process runs: what was made by another one must not be served by it."""

import hashlib
from functools import cache
from pathlib import Path

from django.conf import settings

_CODE = ("iad_portal", "relations", "networks", "plans", "news", "templates", "locale", "static", "requirements.txt")


@cache
def release() -> str:
    """A mark of the code, templates, translations and static files that lie here, as files tell it (name, size, time).

    Of an image it is the same on every host. Ask it as the process begins: later there may be other files.
    """
    places = [settings.BASE_DIR / name for name in _CODE] + [Path(settings.STATIC_ROOT) / "staticfiles.json"]
    seen = hashlib.sha256(f"{settings.SITE_URL} {settings.HOLD_THAI_LINES}".encode())
    for place in places:
        for path in sorted(place.rglob("*")) if place.is_dir() else [place]:
            if path.suffix != ".pyc" and path.is_file():
                about = path.stat()
                seen.update(f"{path.relative_to(place.parent)} {about.st_size} {about.st_mtime_ns}\n".encode())
    return seen.hexdigest()[:16]
