"""The type of a text for people that is said at once, or is a translation that waits for the reader's language."""

from typing import TYPE_CHECKING, TypeAlias

from django.utils.functional import Promise

if TYPE_CHECKING:  # The stubs' own name of it, which does not exist while the portal runs.
    from django.utils.functional import _StrOrPromise

    Translatable: TypeAlias = _StrOrPromise
else:
    Translatable: TypeAlias = str | Promise
