"""Log odds are weighed number by number."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from detente.event.odds import weigh

NUMBER = st.floats(-50, 50)


@given(st.lists(st.tuples(NUMBER, NUMBER | st.booleans())))
def test_every_number_counts_by_its_weight(pairs: list[tuple[float, float]]) -> None:
    assert weigh([one for one, _ in pairs], [two for _, two in pairs]) == pytest.approx(sum(one * two for one, two in pairs))


def test_a_number_without_a_weight_is_refused() -> None:
    with pytest.raises(ValueError, match="1 weights for 2 numbers"):
        weigh([1.0], [1.0, 2.0])
