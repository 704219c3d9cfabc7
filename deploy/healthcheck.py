"""Ask the portal beside this process whether it is well; the exit status is the answer (for Docker's HEALTHCHECK).

The Host header is the site's own: the portal answers to no other name.
"""

import os
import sys
from urllib.parse import urlsplit
from urllib.request import Request, urlopen

site = urlsplit(os.environ.get("SITE_URL", "http://localhost:8000"))
port = os.environ.get("BIND", "127.0.0.1:8000").rpartition(":")[2]
request = Request(f"http://127.0.0.1:{port}/healthz", headers={"Host": site.netloc})
try:
    with urlopen(request, timeout=4) as answer:  # noqa: S310  # the address above is http
        sys.exit(answer.status != 200)
except OSError as problem:
    sys.exit(f"The portal does not answer: {problem}")
