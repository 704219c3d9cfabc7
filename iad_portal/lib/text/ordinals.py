"""Ordinals in words: English needs an ending, Thai puts its own word (ที่, ครั้งที่, ลำดับที่) before the bare number."""

_ENDINGS = {1: "st", 2: "nd", 3: "rd"}


def ordinal(number: int, language: str) -> str:
    """24 gives "24th" in English and "24" in Thai, whose sentence says what it is the 24th of."""
    if not language.startswith("en"):
        return str(number)
    ending = "th" if number % 100 in {11, 12, 13} else _ENDINGS.get(number % 10, "th")
    return f"{number}{ending}"
