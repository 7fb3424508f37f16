"""Mentions that the text model finds alike are one identity: the numbers asked of pairs, the network, and what the sieve makes of it."""

from __future__ import annotations

import numpy as np
import pytest
from tests.unit.mention.test_mention_sieve import NOBODY, chains, found

from detente.coder import Coder
from detente.errors import DetenteError
from detente.mention import Candidate, Chain, likeness, resolve
from detente.mention.likeness import FILE, REACH, Alike, Network, pairs
from detente.mention.pairs import DOUBLE, SINGLE, Mentions
from detente.model.session import WEIGHTS
from detente.records import Article

TOLD = ("[PER Mrs Obura] met [PER the harbour envoy].", "[PER The envoy] said [PER she] left.")


def test_every_pair_within_reach_is_looked_at_once() -> None:
    for size in (0, 1, 2, 65, REACH + 70):
        told = [(one, other) for block in pairs(size) for one, other in zip(*(side.tolist() for side in block), strict=True)]
        assert sorted(told) == [(one, other) for one in range(size) for other in range(max(one - REACH, 0), one)]


def test_what_is_asked_of_mentions_and_pairs() -> None:
    mentions = Mentions(found(*TOLD)[1], [None, "office:1", "office:1", None])
    (block,) = pairs(4)
    asked = mentions.double(*block)
    assert mentions.single.shape == (4, SINGLE) and asked.shape == (6, DOUBLE)
    assert np.isfinite(asked).all() and np.isfinite(mentions.single).all()
    by_pair = dict(zip(zip(*(side.tolist() for side in block), strict=True), asked, strict=True))
    assert by_pair[3, 2][0] and not by_pair[3, 2][1]  # one sentence
    assert by_pair[2, 1][1] and not by_pair[2, 1][0]  # the sentence before
    assert not np.array_equal(by_pair[2, 1], by_pair[2, 0])


def test_the_numbers_of_a_pair_are_the_same_in_a_longer_text() -> None:
    """Pairs are reckoned some at once; where a block begins makes no difference."""
    told = [f"[PER Aide {'abcdefghij'[n % 10]}] met [GRP the dockers]." for n in range(60)]
    mentions = Mentions(found(*told)[1], [None] * 120)
    for later, earlier in pairs(120):
        assert np.array_equal(mentions.double(later, earlier)[5:9], mentions.double(later[5:9], earlier[5:9]))


def network(width: int) -> Network:
    """One that finds all alike that have the same first number."""
    layers = {name: np.zeros(shape, dtype=np.float32) for name, shape in {
        "short": (width, 2), "short bias": (2,), "later": (2 + SINGLE, 3), "later bias": (3,), "earlier": (2 + SINGLE, 3), "product": (2, 3),
        "both": (DOUBLE, 3), "odds": (3, 1), "odds bias": (1,), "alone": (2 + SINGLE, 2), "alone bias": (2,), "nobody": (2, 1), "nobody bias": (1,),
    }.items()}  # fmt: skip
    layers["short"][0, 0], layers["product"][0, 0], layers["odds"][0, 0], layers["nobody bias"][0] = 2.0, 4.0, 4.0, 1.0
    return Network(layers)


def test_the_network_tells_those_alike_from_others() -> None:
    mentions = Mentions(found(*TOLD)[1], [None] * 4)
    odds = network(3).odds(mentions, np.array([[1, 0, 0], [-1, 0, 0], [-1, 0, 0], [1, 0, 0]], dtype=np.float32))
    assert odds.shape == (4, 3)
    alike = {(one, one - back - 1) for one in range(4) for back in range(3) if one - back - 1 >= 0 and odds[one, back] > 0}
    assert alike == {(2, 1), (3, 0)}


def _scorer(alike: set[tuple[int, int]]) -> likeness.Scorer:
    """Odds of 3 for some pairs, by their indices, and of -3 for others."""

    def score(mentions: list[Candidate], known: list[str | None]) -> Alike:
        odds = [[3.0 if (one, one - back - 1) in alike else -3.0 for back in range(len(mentions))] for one in range(len(mentions))]
        return Alike(mentions, np.array(odds))

    return score  # type: ignore[return-value]


def joined(told: tuple[str, ...], alike: set[tuple[int, int]]) -> list[list[str]]:
    return [[one.text for one in chain.mentions] for chain in resolve(found(*told)[1], NOBODY, _scorer(alike))]


def test_a_pronoun_is_whom_the_model_finds_likeliest() -> None:
    told = ("[PER An aide] met [PER an envoy].", "[PER He] left.")
    assert ["An aide", "He"] in joined(told, {(2, 0)})
    assert ["an envoy", "He"] in joined(told, {(2, 1)})
    group = ("[GRP The police officers] left, and [ORG it] was late.",)
    assert ["The police officers", "it"] in joined(group, {(1, 0)}) and ["The police officers", "it"] not in chains(*group)


def test_a_description_is_whom_the_model_finds_alike_if_anybody() -> None:
    told = ("[GRP Gunmen] held [GRP six sailors].", "[GRP The kidnappers] fled.")
    assert ["Gunmen", "The kidnappers"] in joined(told, {(2, 0)})
    assert ["The kidnappers"] in joined(told, set())


@pytest.mark.parametrize(
    "told",
    [
        ("[PER Ana Lind] spoke.", "[PER Tomas Varela] left."),  # other names
        ("[PER The king] spoke.", "[PER Mrs Varela] left."),  # other genders
        ("[ORG The ministry] spoke.", "[PER Tomas Varela] left."),  # a body and a person
    ],
)
def test_those_who_cannot_be_one_stay_two(told: tuple[str, ...]) -> None:
    assert len(joined(told, {(1, 0)})) == 2


def test_odds_are_those_of_mentions() -> None:
    first, second = found("[GRP The dockers] met [ORG the board].")[1]
    alike = Alike([first], np.zeros((1, 0)))
    assert first in alike and second not in alike


def test_a_chain_is_in_reach_as_far_as_pairs_are_looked_at() -> None:
    told = found(*["[PER Mrs Obura] left."] * (REACH + 2))[1]
    alike = Alike(told, np.zeros((len(told), REACH)))
    by_mention = [Chain(f"c{number}", mentions=[one]) for number, one in enumerate(told)]
    assert [alike.reaches(told[-1], chain) for chain in by_mention[:3]] == [False, True, True]
    assert alike.reaches(told[0], by_mention[0])


@pytest.mark.parametrize("text", ["Rain fell.", "It rained on Monday.", "Norland is cold."])
def test_a_text_of_one_mention_or_none_is_coded(text: str) -> None:
    assert len(Coder(threads=1).code(Article(id="few", text=text)).article.mentions) < 2


def test_the_weights_read_what_the_text_model_gives() -> None:
    assert likeness.load(WEIGHTS, Coder().model.name) is not None
    text = "LIMA, May 5 - The dockers of Callao blocked the port.\n\nThey said the ministry had ignored them. It denied that."
    mentions = Coder(threads=1).code(Article(id="port", text=text, published="2021-05-05", language="en")).article.mentions
    called = {one.text: one.chain for one in mentions}
    assert called["They"] == called["them"] == called["The dockers of Callao"] != called["the ministry"] == called["It"]


def test_a_folder_without_weights_has_no_network(tmp_path) -> None:
    assert likeness.load(tmp_path, "a") is None
    assert likeness.scorer(tmp_path, "a", [], []) is None


def test_weights_of_another_version_are_refused(tmp_path) -> None:
    layers = network(3).layers | {"both": np.zeros((DOUBLE + 1, 3))}
    np.savez(tmp_path / FILE, model=np.array("a"), **layers)
    with pytest.raises(DetenteError, match="another version"):
        likeness.load(tmp_path, "a")


def test_weights_for_another_text_model_are_refused(tmp_path) -> None:
    np.savez(tmp_path / FILE, model=np.array("a"), **network(3).layers)
    assert likeness.load(tmp_path, "a") is not None
    with pytest.raises(DetenteError, match="the text model a, this is b"):
        likeness.load(tmp_path, "b")
