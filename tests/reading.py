"""HTML as those who look at a page have it: how a template is set in lines is no matter of theirs."""

import re


def as_read(html: str) -> str:
    """HTML as a browser reads it: any white space is one space, and none before the end of a tag."""
    return re.sub(r"\s+", " ", html).replace(" >", ">")


def words_of(html: str) -> str:
    """The words of HTML without its tags, white space as in `as_read`."""
    return as_read(re.sub(r"<[^>]*>", "", html))
