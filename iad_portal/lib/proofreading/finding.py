"""What a rule found in a text."""

from dataclasses import dataclass
from typing import NamedTuple


@dataclass(frozen=True)
class Finding:
    """One place of a text: the `words` that stand there, and one translated sentence that asks whether they are meant.

    `code` names the rule. The same words found twice by one rule are one finding.
    """

    code: str
    words: str
    sentence: str


class Text(NamedTuple):
    """A text as the rules read it: plain, one paragraph a line; `language` is "th" or "en"."""

    plain: str
    language: str
