"""An empty side is filled by whom the story tells of, if that is likelier than nobody."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import msgspec
import pytest

from detente.actor.identity import Identity
from detente.actor.parties import Parties
from detente.event import Draft, Scene
from detente.event.cast import Cast, Member, group
from detente.event.likelihood import FEATURES, NOBODY, SIDES, Likelihood, Tables
from detente.event.seating import FILE, Weights, seat_sides
from detente.event.tale import Tale
from detente.mention import Chain
from detente.model.readings import Predicate, Reading
from detente.records import Mention, Place

STATE = Identity(name="Kenya", id="state:KEN", country="KEN", sectors=("GOV",))
RULER = Identity(name="Tano Arika", id="person:arika", country="KEN", sectors=("GOV",))
POLICE = Identity(name="police", country="KEN", sectors=("COP",))
CROWD = Identity(name="dockers", country="KEN", sectors=("LAB",))
WHO = {"kenya": STATE, "arika": RULER, "police": POLICE, "crowd": CROWD}


def scene(index: int, *chains: str, act: str = "PROTEST", places: tuple[Place, ...] = ()) -> Scene:
    start = index * 100
    mentions = tuple(Mention(f"m{index}{n}", start + 10 * n, start + 10 * n + 5, c, "GRP", c) for n, c in enumerate(chains, 1))
    return Scene(index, start, start + 99, "They struck in Lamu" + " " * 80, Reading((Predicate(5, 11, act, 0.9, None, "happened", 0.9, ()),)), mentions, (), places, None)


def draft(on: Scene, actors: str = "", recipients: str = "") -> Draft:
    sides = [side.split() for side in (actors, recipients)]
    spans = {m.chain: m for m in on.mentions if m.chain in sides[0] + sides[1]}
    return Draft(on, on.reading.predicates[0], on.span(on.reading.predicates[0]), "happened", *sides, spans=spans)


def parties() -> Parties:
    return Parties({chain: Chain(chain) for chain in WHO}, {chain: (one,) for chain, one in WHO.items()}, home="KEN")


def weights(**member: float) -> Weights:
    """Weights in which only the named features count, and nobody has none."""
    row = tuple(member.get(name.replace(" ", "_"), 0.0) for name in FEATURES)
    return Weights(dict.fromkeys(SIDES, row), dict.fromkeys(SIDES, (1.0,) + (0.0,) * (len(NOBODY) - 1)), 0.0, Tables())


def fill(folder: Path, drafts: list[Draft], stage: list[Scene], chosen: Weights) -> list[tuple[list[str], list[str]]]:
    (folder / FILE).write_bytes(msgspec.json.encode(chosen))
    seat_sides(drafts, stage, parties(), [], folder)
    return [(one.actors, one.recipients) for one in drafts]


@pytest.mark.parametrize(
    ("identity", "kind"),
    [(STATE, "state"), (POLICE, "forces"), (CROWD, "people"), (Identity(org="UN"), "body"), (Identity(sectors=("OPP",)), "party"), (None, "unknown")],
)
def test_kinds_of_actors(identity: Identity | None, kind: str) -> None:
    assert group(identity) == kind


def test_the_storys_state_fills_an_empty_side(tmp_path: Path) -> None:
    stage = [scene(0, "kenya"), scene(1, "crowd")]
    assert fill(tmp_path, [draft(stage[1], "crowd")], stage, weights(own_state=3.0)) == [(["crowd"], ["kenya"])]


def test_nobody_is_kept_where_nobody_is_likelier(tmp_path: Path) -> None:
    stage = [scene(0, "kenya"), scene(1, "crowd")]
    assert fill(tmp_path, [draft(stage[1], "crowd")], stage, weights(own_state=0.5)) == [(["crowd"], [])]


def test_a_government_and_its_head_are_one_party(tmp_path: Path) -> None:
    """Neither alone is likelier than nobody, both together are."""
    stage = [scene(0, "kenya", "arika"), scene(1, "crowd")]
    assert fill(tmp_path, [draft(stage[1], "crowd")], [stage[1]], weights(own_state=0.9)) == [(["crowd"], [])]
    assert fill(tmp_path, [draft(stage[1], "crowd")], stage, weights(same_country=0.9))[0][1] in (["kenya"], ["arika"])


def test_who_is_alone_on_one_side_cannot_move_to_the_other(tmp_path: Path) -> None:
    stage = [scene(0, "crowd")]
    assert fill(tmp_path, [draft(stage[0], "crowd")], stage, weights(seated_on_other_side=9.0)) == [(["crowd"], [])]


def test_the_state_of_a_place_is_a_side_though_no_word_names_it_as_an_actor(tmp_path: Path) -> None:
    lamu = Place(text="Lamu", start=115, end=119, country="KEN")
    stage = [scene(0, "police"), scene(1, "police", places=(lamu,))]
    (one,) = drafts = [draft(stage[1], "police")]
    fill(tmp_path, drafts, stage, weights(of_a_place_here=5.0))
    assert one.spans[one.recipients[0]].text == "Lamu"


def test_who_is_only_harmed_harms_nobody(tmp_path: Path) -> None:
    stage = [scene(0, "crowd", act="ASSAULT"), scene(1, "arika", act="COERCE")]
    told = [draft(stage[0], recipients="crowd"), draft(stage[1], recipients="arika")]
    assert fill(tmp_path, told, stage, weights(own_state=0.1, bias=5.0))[1][0] != ["crowd"]
    acts = [draft(stage[0], recipients="crowd"), draft(scene(0, "crowd", act="COERCE"), "crowd"), told[1]]
    assert Tale(told, stage).only_harmed(member("crowd", stage), told[1])
    assert not Tale(acts, stage).only_harmed(member("crowd", stage), acts[2])


def test_who_suffers_an_attack_is_not_blamed_for_it() -> None:
    on = scene(0, "crowd", "arika", act="ASSAULT", places=(Place(text="Lamu", start=15, end=19, country="KEN"),))
    raid = draft(on, recipients="crowd")
    later = scene(1, "crowd")
    tale = Tale([raid], [on, later])
    assert tale.suffers(member("crowd", [on]), on) and not tale.suffers(member("arika", [on]), on)
    assert not tale.suffers(member("crowd", [on]), later)


@pytest.mark.parametrize("words", ["30", "No group", "those"])
def test_a_number_or_nobody_is_taken_from_no_other_sentence(tmp_path: Path, words: str) -> None:
    first, second = scene(0, "kenya"), scene(1, "crowd")
    (named,) = first.mentions
    (tmp_path / "one").mkdir()
    assert fill(tmp_path / "one", [draft(second, "crowd")], [first, second], weights(own_state=3.0)) == [(["crowd"], ["kenya"])]
    untold = replace(first, mentions=(msgspec.structs.replace(named, text=words),))
    assert fill(tmp_path, [draft(second, "crowd")], [untold, second], weights(own_state=3.0)) == [(["crowd"], [])]


def test_whoever_condemns_an_attack_blames_only_who_made_it(tmp_path: Path) -> None:
    on = replace(scene(1, "crowd", act="ACCUSE"), text="They struck the deadly bombing in Lamu" + " " * 62)
    blames, stage = draft(on, "crowd"), [scene(0, "kenya"), on]
    (tmp_path / "one").mkdir()
    assert fill(tmp_path / "one", [blames], stage, weights(own_state=5.0)) == [(["crowd"], [])]
    made = draft(scene(0, "kenya", act="ASSAULT"), "kenya")
    assert fill(tmp_path, [made, draft(on, "crowd")], stage, weights(own_state=5.0))[1] == (["crowd"], ["kenya"])


def member(chain: str, stage: list[Scene]) -> Member:
    found = Cast(stage, parties()).of(chain)
    assert found
    return found


def test_a_folder_without_weights_fills_nothing(tmp_path: Path) -> None:
    stage = [scene(0, "kenya"), scene(1, "crowd")]
    one = draft(stage[1], "crowd")
    seat_sides([one], stage, parties(), [], tmp_path)
    assert one.recipients == []


def test_every_number_has_a_name() -> None:
    stage = [scene(0, "kenya"), scene(1, "crowd")]
    drafts = [draft(stage[1], "crowd")]
    cast = Cast(stage, parties())
    rows, nobody = Likelihood(cast, drafts, Tables(), [set()]).rows(0, 1, cast.around(drafts[0]))
    assert {len(row) for row in rows} == {len(FEATURES)}
    assert len(nobody) == len(NOBODY)
