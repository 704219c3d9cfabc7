"""One picture at a time in each process: a picture of many pixels takes hundreds of megabytes while it is worked on."""

import threading
from collections.abc import Iterator
from contextlib import contextmanager

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

# Six large photos of a colleague take about ten seconds.
LONGEST_WAIT = 40
_turn = threading.Lock()


@contextmanager
def picture_turn() -> Iterator[None]:
    """Wait for the turn to work on a picture. Raises ValidationError when it does not come within LONGEST_WAIT."""
    if not _turn.acquire(timeout=LONGEST_WAIT):
        raise ValidationError(
            _("The portal is busy with other pictures. Choose the file again and save once more in a minute."), "busy"
        )
    try:
        yield
    finally:
        _turn.release()
