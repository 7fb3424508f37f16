"""Plain words around an act settle its status where the model is unsure."""

from __future__ import annotations

import pytest

from detente.event.certainty import settled


def status(text: str, said: str, odds: float = 0.5) -> str:
    start = text.index("[")
    return settled(said, odds, text.replace("[", "").replace("]", ""), start, text.index("]") - 1)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("text", "said", "right"),
    [
        ("Oslo would not rule out a [raid].", "refused", "possible"),
        ("Oslo ruled out any [talks] with Lima.", "planned", "refused"),
        ("Oslo weighs an import [ban].", "refused", "possible"),
        ("The troops did not [fire].", "happened", "denied"),
        ("Oslo refused to [sign].", "happened", "refused"),
        ("Oslo failed to [release] the men.", "happened", "refused"),
        ("Oslo threatened to [expel] him.", "planned", "conditional"),
        ("Oslo had planned to [visit] Lima.", "happened", "planned"),
        ("The envoy was due to [meet] him.", "happened", "planned"),
        ("Families are being [expelled].", "happened", "ongoing"),
        ("Oslo has begun to [expel] families.", "happened", "ongoing"),
        ("Oslo will [send] grain if Lima pays.", "planned", "conditional"),
        ("Four men, not three, had been [wounded].", "denied", "happened"),
        ("Oslo [met] Lima.", "happened", "happened"),
        ("Police announced the [arrest] of six men.", "planned", "happened"),
        ("Oslo announced the [deployment] of six men.", "planned", "planned"),
        ("Oslo ruled out talks after bombers [struck].", "happened", "happened"),
        ("Oslo will [send] grain, and if Lima pays, ships.", "planned", "planned"),
    ],
)
def test_words_around_the_act(text: str, said: str, right: str) -> None:
    assert status(text, said) == right


def test_a_sure_model_is_left_alone() -> None:
    assert status("Oslo refused to [sign].", "happened", 0.97) == "happened"
