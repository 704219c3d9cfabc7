"""Whether the translations are compiled: without them half of what tests read is in the wrong language."""

from pathlib import Path

LOCALE = Path(__file__).parents[1] / "locale"


def stale_catalogues(locale: Path = LOCALE) -> list[Path]:
    """The catalogues (.po) under `locale` that have no compiled file (.mo) beside them, or an older one."""
    return [po for po in sorted(locale.rglob("*.po")) if not _is_compiled(po)]


def _is_compiled(po: Path) -> bool:
    mo = po.with_suffix(".mo")
    return mo.exists() and mo.stat().st_mtime >= po.stat().st_mtime
