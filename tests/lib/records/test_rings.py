"""Ways that lead back to where they began."""

import pytest

from iad_portal.lib.records.rings import ring_of


@pytest.mark.parametrize(
    "steps, ring",
    [
        ({1: [2], 2: [3]}, []),
        ({1: [1]}, [1, 1]),
        ({1: [2], 2: [3], 3: [1]}, [1, 2, 3, 1]),
        ({1: [2, 4], 2: [3], 3: [2], 4: [5], 5: [1]}, [1, 4, 5, 1]),
        ({1: [2], 2: [3], 3: [2]}, []),
        ({1: [2], 2: [None]}, []),
    ],
)
def test_the_shortest_ring_is_told(steps, ring):
    """A ring farther on, which the record does not belong to, is another record's."""
    following = lambda keys: [(key, to) for key in keys for to in steps.get(key, [])]  # noqa: E731
    assert ring_of(1, steps[1], following) == ring
