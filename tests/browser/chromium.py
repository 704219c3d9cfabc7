"""The system's Chromium, and how it is started."""

import shutil

# The shell is the same engine without windows: tests need four fifths of the time.
_NAMES = ("chromium-headless-shell", "chromium", "chromium-browser", "google-chrome")
CHROMIUM = next(filter(None, map(shutil.which, _NAMES)), None)
NONE = "No Chromium on this machine: install the package chromium."
# A machine without a way out would wait for these at every start.
QUIET = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
