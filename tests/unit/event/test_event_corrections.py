"""What a text takes back is denied, and linked to what it told and to what was so."""

from __future__ import annotations

import pytest
from telling import WHO, Act, tell

from detente.event import link
from detente.event.corrections import take_back

SHOT = Act("shot", "ASSAULT", actors="Norway", recipients="Baeza", mode="firearms")
WRONG = Act("killed", "ASSAULT", actors="Norway", recipients="Baeza", mode="firearms")


@pytest.mark.parametrize(
    "words",
    [
        "An earlier version of this article said that Norway had killed Baeza.",
        "CORRECTION The original version stated Norway had killed Baeza.",
        "The first edition of Monday's paper said that Norway had killed Baeza.",
        "A report here that Norway had killed Baeza was incorrect.",
    ],
)
def test_the_mistake_of_an_earlier_version_is_denied_and_corrects_what_was_told(words: str) -> None:
    _, drafts = tell(f"Norway shot Baeza. {words}", SHOT, WRONG)
    take_back(drafts)
    assert [draft.status for draft in drafts] == ["happened", "denied"]
    assert link(drafts, WHO, {}) == {1: [(0, "corrected")]}


@pytest.mark.parametrize(
    "words",
    [
        "An earlier report said Norway had killed Baeza.",
        "Earlier, Norway had killed Baeza.",
        "The report that Norway had killed Baeza came by radio.",
        "She said in a statement that the raid in which Norway killed Baeza was wrong.",
        "The report said that Norway killed Baeza and that the guards were wrong to flee.",
        "The statement that Norway killed Baeza and were wrong to do so stands.",
        "The first version of the treaty said little, and Norway killed Baeza.",
    ],
)
def test_other_reports_stand(words: str) -> None:
    _, drafts = tell(words, WRONG)
    assert [draft.status for draft in take_back(drafts)] == ["happened"]


def test_what_was_so_corrects_what_is_taken_back() -> None:
    text = "An earlier version said that Norway had killed Baeza. Norway wounded Baeza."
    _, drafts = tell(text, WRONG, Act("wounded", "ASSAULT", actors="Norway", recipients="Baeza", mode="beat"))
    assert link(take_back(drafts), WHO, {}) == {1: [(0, "corrected")]}
    _, drafts = tell(f"{text[:-22]} It rained. Norway wounded Baeza.", WRONG, Act("wounded", "ASSAULT", actors="Norway", recipients="Baeza"))
    assert link(take_back(drafts), WHO, {}) == {}, "what is told later on is another act"


def test_a_negated_act_in_a_correction_corrects_the_first_telling() -> None:
    _, drafts = tell("Norway shot Baeza. CORRECTION Baeza was not killed by Norway.", SHOT, Act("killed", "ASSAULT", "denied", "Norway", "Baeza", mode="firearms"))
    assert link(drafts, WHO, {}) == {1: [(0, "corrected")]}
