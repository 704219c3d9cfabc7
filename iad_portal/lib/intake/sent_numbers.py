"""Numbers as an address or a hidden box brings them: written by the portal's own pages, or by anybody."""

# What every database takes as a key (a signed number of four bytes), and longer than any year.
_MOST_KEY_DIGITS, _YEAR_DIGITS = 9, 4


def key_in(sent: str | None) -> int | None:
    """The key that `sent` is, in Western digits and nothing else; None when it is none that a record can have."""
    return int(sent) if sent and sent.isascii() and sent.isdigit() and len(sent) <= _MOST_KEY_DIGITS else None


def year_in(sent: str | None) -> int | None:
    """The year (C.E.) that `sent` is, in four Western digits; None when it is none."""
    return int(sent) if sent and sent.isascii() and sent.isdigit() and len(sent) == _YEAR_DIGITS else None
