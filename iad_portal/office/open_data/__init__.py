"""The registers that the office gives away: what each holds, what its columns mean, on which terms."""

from .columns import Register
from .registers import BY_SLUG, REGISTERS

__all__ = ["BY_SLUG", "REGISTERS", "Register"]
