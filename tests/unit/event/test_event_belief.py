"""How likely an event is right in the light of the story. The articles are invented."""

from __future__ import annotations

from pathlib import Path
from types import SimpleNamespace

import msgspec
import pytest
from telling import Act, tell

from detente.actor.identity import Identity
from detente.codebook import Codebook
from detente.event.belief import FILE, Evidence, Weights, believe, features
from detente.event.drafts import Draft

TEXT = "Norway expels two envoys of Chile\n\nNorway expels them today. Chile protests. The team strikes in Oslo."
ACTS = ("SANCTION", "PROTEST", "ASSAULT")
PARTIES = SimpleNamespace(alias={}, identities={"Norway": (Identity(country="NOR", sectors=("GOV",)),), "Chile": (Identity(country="CHL", sectors=("GOV",)),)})


def drafts() -> list[Draft]:
    _, found = tell(
        TEXT, Act("expels", "SANCTION", actors="Norway", recipients="Chile"), Act("protests", "PROTEST", actors="Chile"), Act("strikes", "ASSAULT")
    )
    return found


def judged(folder: Path, scale: float = 1.0, shift: float = 0.0, **only: float) -> list[float]:
    found = drafts()
    weights = Weights(ACTS[:2], tuple(only.get(name.replace(" ", "_"), 0.0) for name in features(ACTS[:2])))
    (folder / FILE).write_bytes(msgspec.json.encode(weights))
    believe(found, PARTIES, TEXT, folder, scale, shift)  # type: ignore[arg-type]
    return [draft.confidence for draft in found]


def test_every_number_has_a_name() -> None:
    acts = tuple(Codebook.load("plover").types)
    rows = list(Evidence(drafts(), PARTIES, TEXT, acts).rows())  # type: ignore[arg-type]
    assert {len(row) for row in rows} == {len(features(acts))}


def test_the_models_opinion_alone_leaves_the_confidence(tmp_path: Path) -> None:
    assert judged(tmp_path, opinion=1.0) == pytest.approx([0.8, 0.8, 0.8])


def test_scale_and_shift_act_on_the_log_odds(tmp_path: Path) -> None:
    assert judged(tmp_path, scale=0.5, shift=0.3, bias=1.0)[0] == pytest.approx(0.69, abs=0.001)


def test_states_on_the_sides_count_and_an_act_that_the_weights_lack_keeps_its_own(tmp_path: Path) -> None:
    told = judged(tmp_path, public=2.0, bias=-1.0)
    assert told[0] == told[1] == pytest.approx(0.731, abs=0.001)
    assert told[2] == 0.8


def test_company_leaves_the_event_itself_out() -> None:
    names, rows = features(ACTS), list(Evidence(drafts(), PARTIES, TEXT, ACTS).rows())  # type: ignore[arg-type]
    assert [row[names.index("best of its act")] for row in rows] == [0.0, 0.0, 0.0]
    assert [row[names.index("mean of the others")] for row in rows] == pytest.approx([0.8, 0.8, 0.8])


def test_a_folder_without_weights_changes_nothing(tmp_path: Path) -> None:
    found = drafts()
    believe(found, PARTIES, TEXT, tmp_path, 1.0, 0.0)  # type: ignore[arg-type]
    assert [draft.confidence for draft in found] == [0.8, 0.8, 0.8]
