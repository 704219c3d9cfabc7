"""What tests of the desk stand on."""

import pytest


@pytest.fixture(autouse=True)
def history_where_it_is_the_subject():
    """Here it always is: forms say who saved meanwhile, and what."""
