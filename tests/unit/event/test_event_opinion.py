"""The second opinion: which pairs are asked about, and what the answer makes of the confidence."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import pytest

from detente.codebook import Codebook
from detente.event.drafts import Draft
from detente.event.opinion import weigh
from detente.event.scene import Scene
from detente.model.readings import Extent, Predicate, Reading, Relation
from detente.records import Mention

TEXT = "Obura, Lind and Varela met Tam."
SHIFT = 50
BOOK = Codebook.load("plover")


class Asked:
    """A pair head that remembers what it was asked, and gives `type_` the odds `value`."""

    def __init__(self, type_: str, value: float) -> None:
        self.pairs: list[tuple[str | None, str | None]] = []
        self.type, self.value = type_, value

    def __call__(self, pairs: Sequence[tuple[Extent | None, Extent | None]]) -> list[Relation]:
        words = lambda span: TEXT[slice(*span)] if span else None
        self.pairs += [(words(one), words(two)) for one, two in pairs]
        return [Relation({self.type: self.value}, dict) for _ in pairs]


def drafted(asked: Asked, actors: Sequence[str], recipients: Sequence[str], act: str = "CONSULT", status: str = "happened") -> Draft:
    def mention(words: str) -> Mention:
        start = TEXT.index(words) + SHIFT
        return Mention(f"m-{words}", start, start + len(words), words, "PER", words)

    predicate = Predicate(TEXT.index("met"), TEXT.index("met") + 3, act, 0.6, None, status, 0.9, ())  # type: ignore[arg-type]
    scene = Scene(0, SHIFT, SHIFT + len(TEXT), TEXT, Reading((predicate,), {}, related=asked), (), (), (), None)
    draft = Draft(scene, predicate, scene.span(predicate), predicate.status, list(actors), list(recipients), confidence=0.6)
    return replace(draft, spans={name: mention(name) for name in (*actors, *recipients)})


@pytest.mark.parametrize(
    ("actors", "recipients", "pairs"),
    [
        (["Obura"], ["Tam"], [("Obura", "Tam")]),
        (["Obura", "Tam"], [], [("Obura", "Tam"), ("Tam", "Obura")]),
        (["Obura"], [], [("Obura", None)]),
        ([], ["Tam"], [(None, "Tam")]),
        ([], [], [(None, None)]),
        (["Obura", "Lind", "Varela"], ["Tam"], [("Obura", "Tam"), ("Lind", "Tam")]),
    ],
)
def test_the_sides_are_asked_about(actors: list[str], recipients: list[str], pairs: list[object]) -> None:
    asked = Asked("CONSULT", 0.5)
    weigh([drafted(asked, actors, recipients)], BOOK, lambda own, agreed: own, 0.0)
    assert asked.pairs == pairs


def test_the_odds_of_the_coded_type_count_and_not_those_of_the_act() -> None:
    planned = drafted(Asked("AGREE", 0.7), ["Obura"], ["Tam"], status="planned")
    held = drafted(Asked("AGREE", 0.7), ["Obura"], ["Tam"])
    weigh([planned, held], BOOK, lambda own, agreed: own * agreed, 0.0)
    assert planned.confidence == pytest.approx(0.42)
    assert held.confidence == 0.0


def test_a_type_of_ones_own_keeps_the_odds_it_was_found_with() -> None:
    asked = Asked("CONSULT", 0.0)
    draft = drafted(asked, ["Obura"], ["Tam"], act="ELECTION")
    assert weigh([draft], BOOK, lambda own, agreed: 0.0, 0.7) == [draft]
    assert draft.confidence == 0.6 and not asked.pairs


def test_a_reading_without_a_pair_head_changes_nothing() -> None:
    draft = drafted(Asked("CONSULT", 0.0), ["Obura"], ["Tam"])
    draft.scene = replace(draft.scene, reading=Reading((draft.predicate,)))
    assert weigh([draft], BOOK, lambda own, agreed: 0.0, 0.5) == [draft]
    assert draft.confidence == 0.6


def test_events_that_are_not_sure_enough_are_left_out() -> None:
    drafts = [drafted(Asked("CONSULT", value), ["Obura"], ["Tam"]) for value in (0.9, 0.4, 0.5)]
    assert weigh(drafts, BOOK, lambda own, agreed: agreed, 0.5) == [drafts[0], drafts[2]]
