"""How gunicorn serves the portal, in `make run` and in the container alike; the environment may change each number.

Threads, because a request mostly waits for the database; two workers, so that one busy with an image upload does not
stop the readers. The app keeps no state of its own: add workers or hosts as needed.

The app is loaded once, before the workers are forked: they start at once, and share what they only read, the Thai
dictionary of the search above all. So a new release needs a restart: SIGHUP gives new workers of the loaded code.
"""

import os
from pathlib import Path

bind = os.environ.get("BIND") or f"127.0.0.1:{os.environ.get('PORT', '8000')}"
worker_class = "gthread"
workers = int(os.environ.get("WEB_CONCURRENCY", "2"))
threads = int(os.environ.get("WEB_THREADS", "4"))
preload_app = True
# An officer's upload makes its renditions within the request.
timeout = 60
graceful_timeout = 20
keepalive = 5
# Workers are renewed now and then, not all at once, so that a slow leak never matters.
max_requests = 5000
max_requests_jitter = 500
# Heartbeat files belong in memory, not on a disk that may stall.
MEMORY = Path("/dev/shm")  # noqa: S108  # gunicorn makes its files there under names that nobody can guess
worker_tmp_dir = str(MEMORY) if MEMORY.is_dir() else None
# It would write into the home directory, and two copies on one machine would share it.
control_socket_disable = True
loglevel = "warning"


def when_ready(server):
    """Load what the workers share, and say where the portal answers, once it really does."""
    from iad_portal.wsgi import load_for_all

    load_for_all()
    site = os.environ.get("SITE_URL", f"http://localhost:{os.environ.get('PORT', '8000')}").rstrip("/")
    print(
        f"\n  The portal is ready / พร้อมใช้งานแล้ว\n\n"
        f"    ไทย      {site}/th/\n"
        f"    English  {site}/en/\n"
        f"    Admin    {site}/admin/\n\n"
        f"  Ctrl+C stops it.\n",
        flush=True,
    )
