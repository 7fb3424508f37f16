"""One event told again in other words is one event."""

from __future__ import annotations

from pathlib import Path

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st
from telling import WHO, Act, tell

from detente.coder import Coder
from detente.errors import DetenteError
from detente.event import Draft
from detente.event.retold import BACK, FEATURES, FILE, Telling, Weights, join, pair
from detente.records import Article

TEXT = "Norway shelled Chile on Monday. The shelling killed nine. Chile shelled Oslo. Norway may shell Chile."
ACTS = (
    Act("shelled Chile", "ASSAULT", actors="Norway", recipients="Chile"),
    Act("shelling", "ASSAULT"),
    Act("shelled Oslo", "ASSAULT", actors="Chile", recipients="Oslo"),
    Act("shell Chile", "ASSAULT", "possible", actors="Norway", recipients="Chile"),
)


def folder(path: Path, least: float = 0.5, **weights: float) -> Path:
    """A model's folder in which these numbers alone count; `_` stands for a space."""
    path.mkdir(exist_ok=True)
    named = {name.replace("_", " "): value for name, value in weights.items()}
    found = Weights(tuple(named.get(name, 0.0) for name in FEATURES), least)
    (path / FILE).write_bytes(msgspec.json.encode(found))
    return path


def drafts() -> list[Draft]:
    return tell(TEXT, *ACTS, people="Norway Chile Oslo")[1]


def numbers(earlier: int, later: int) -> dict[str, float]:
    told = [Telling(draft, WHO) for draft in drafts()]
    return dict(zip(FEATURES, pair(told[earlier], told[later]), strict=True))


def test_a_telling_without_sides_joins_the_one_before(tmp_path: Path) -> None:
    kept = join(drafts(), WHO, folder(tmp_path / "one", actors_named_once=1.0))
    assert [len(draft.triggers) for draft in kept] == [2, 1, 1]
    assert kept[0].actors == ["Norway"] and [span.text for span in kept[0].evidence] == ["shelled Chile", "shelling"]


def test_what_is_likelier_told_anew_or_of_another_status_is_kept(tmp_path: Path) -> None:
    assert len(join(drafts(), WHO, folder(tmp_path / "two", sides_exchanged=-9.0, bias=-1.0))) == len(ACTS)
    assert [draft.status for draft in join(drafts()[::3], WHO, folder(tmp_path / "all", bias=9.0))] == ["happened", "possible"]


def test_what_another_state_did_in_its_turn_is_another_event(tmp_path: Path) -> None:
    assert [draft.actors for draft in join(drafts()[::2], WHO, folder(tmp_path, bias=9.0))] == [["Norway"], ["Chile"]]


def test_another_name_is_no_further_party(tmp_path: Path) -> None:
    told = tell("Norway shelled Chile. The gunners hit Baeza.", Act("shelled", "ASSAULT", actors="Norway", recipients="Chile"),
                Act("hit", "ASSAULT", actors="Hovland", recipients="Baeza"))[1]  # fmt: skip
    (one,) = join(told, WHO, folder(tmp_path, bias=9.0))
    assert (one.actors, one.recipients) == (["Norway"], ["Chile"])


def test_a_folder_without_weights_joins_nothing(tmp_path: Path) -> None:
    assert len(join(drafts(), WHO, tmp_path)) == len(ACTS)


def test_weights_for_other_numbers_are_refused(tmp_path: Path) -> None:
    (tmp_path / FILE).write_bytes(b'{"weights":[1.0],"least":0.0}')
    with pytest.raises(DetenteError, match="another version"):
        join(drafts(), WHO, tmp_path)


def test_what_two_tellings_have_in_common() -> None:
    told, back = numbers(0, 1), numbers(0, 2)
    assert told["one stem"] and told["definite"] and told["neighbours"] and told["actors named once"] and not told["actors nobody"]
    assert back["sides exchanged"] and back["actors of other lands"] and back["actors named otherwise"] and not back["neighbours"]


@given(st.lists(st.sampled_from(range(len(ACTS))), max_size=BACK + 8))
def test_no_telling_is_lost(order: list[int]) -> None:
    told = [draft for number in order for draft in drafts()[number : number + 1]]
    words = [trigger for draft in told for trigger in draft.triggers]
    kept = join(told, WHO, Path("src/detente/model/weights"))
    assert sorted(trigger for draft in kept for trigger in draft.triggers) == sorted(words)


@pytest.mark.parametrize(
    "text",
    [
        "JERUSALEM, March 4 - Israeli warplanes launched airstrikes on two army depots in Lebanon late on Monday, killing six soldiers, the Lebanese army "
        "said. The strikes on the depots were the first in a year.",
        "NIAMEY - Gunmen on motorcycles attacked a village in western Niger on Sunday, killing 21 people, the interior ministry said. The attack on "
        "Banibangou began before dawn.",
    ],
)
def test_the_released_weights_join_what_is_told_again(text: str) -> None:
    coded = Coder(threads=1).code(Article(id="again", text=text, published="2031-03-04"))
    (attack,) = [event for event in coded.events if event.act == "ASSAULT"]
    assert len(attack.evidence) > 1
