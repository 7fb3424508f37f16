"""The fit of contexts: what tells them apart gets weight, and what is frequent beside an act gets its share."""

import numpy as np
from training.contexts import Choice, chosen, f1, fit_contexts

from detente.event.contexts import FEATURES

NAMES = ("military", "legal")


def choice(number: int, draw: np.random.Generator) -> Choice:
    rows = draw.normal(size=(len(NAMES), len(FEATURES)))
    act = ("ASSAULT", "CONSULT")[number % 2]
    right = np.array([rows[0, 0] > 0, act == "CONSULT"])
    return Choice(f"a{number}-e1", act, rows, right, right)


def test_a_fit_finds_what_speaks_for_a_context() -> None:
    draw = np.random.default_rng(7)
    found = [choice(number, draw) for number in range(400)]
    weights = fit_contexts(NAMES, found[:300])
    assert int(np.argmax(weights.weights)) == FEATURES.index("leaning")
    assert weights.acts["CONSULT legal"] > 1 > weights.acts.get("ASSAULT legal", 0.0)
    told = [chosen(NAMES, one, weights) for one in found[300:]]
    assert f1(told, [one.right for one in found[300:]]) > f1([np.ones(2, dtype=bool)] * 100, [one.right for one in found[300:]])
