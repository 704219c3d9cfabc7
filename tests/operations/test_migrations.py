"""The other tests make their tables from the models; here the migrations make them."""

import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]


def test_the_migrations_make_a_database_from_nothing(tmp_path):
    """On SQLite; `.ci/image` runs them on PostgreSQL. That they end at today's models, `make check` says."""
    environ = os.environ | {"PORTAL_HOME": str(tmp_path), "DATABASE_URL": f"sqlite:///{tmp_path / 'db.sqlite3'}"}
    environ |= {"SECRET_KEY": "only-for-tests", "DJANGO_SETTINGS_MODULE": "iad_portal.settings"}
    for command in ("migrate", "rebuild_search"):
        done = subprocess.run(
            [sys.executable, "manage.py", command], cwd=ROOT, env=environ, capture_output=True, text=True
        )
        assert done.returncode == 0, done.stderr
