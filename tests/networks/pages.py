"""What the tests of this app's pages share."""

import re

from tests.site.checks import shown_text


def words(client, url: str) -> str:
    """The words of the page at `url`, which answers, in one line, with no space before a comma or its like."""
    response = client.get(url)
    assert response.status_code == 200
    return re.sub(r" ([;:,.])", r"\1", " ".join(shown_text(response).split()))
