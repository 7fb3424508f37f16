"""Every difference between gold and answer is named, and only those."""

from pathlib import Path

from msgspec.structs import replace

from detente.evaluate.corpus import load_split
from detente.evaluate.disagreements import disagreements
from detente.records import EventDate

GOLD = max(
    (pair.gold for pair in load_split(Path(__file__).parents[3] / "corpus" / "test")),
    key=lambda gold: len(gold.events) + len(gold.statements) * bool(gold.places),
)


def kinds(answer):
    return {(one.what, one.kind) for one in disagreements(GOLD, answer)}


def test_gold_agrees_with_itself():
    assert disagreements(GOLD, GOLD) == []


def test_what_is_missing_is_missed():
    empty = replace(GOLD, events=(), statements=(), times=(), places=())
    found = disagreements(GOLD, empty)
    assert {one.kind for one in found} == {"missed"}
    assert len(found) == len(GOLD.events) + len(GOLD.statements) + len(GOLD.times) + len(GOLD.places)
    assert [one.start for one in found] == sorted(one.start for one in found)


def test_what_is_added_is_invented():
    bare = replace(GOLD, events=GOLD.events[1:])
    found = disagreements(bare, GOLD)
    assert [(one.what, one.kind, one.start) for one in found] == [
        ("event", "invented", GOLD.events[0].evidence[0].start)
    ]
    assert found[0].answer and not found[0].gold


def test_each_fault_has_its_kind():
    index, event = next((i, event) for i, event in enumerate(GOLD.events) if event.date.first and event.actors)

    def changed(**changes):
        return replace(GOLD, events=(*GOLD.events[:index], replace(event, **changes), *GOLD.events[index + 1 :]))

    other = "denied" if event.status != "denied" else "planned"
    assert kinds(changed(status=other)) == {("event", "status")}
    assert kinds(changed(actors=())) == {("event", "sides")}
    assert kinds(changed(date=EventDate())) == {("event", "date")}
    spoken = next(said for said in GOLD.statements if said.speaker)
    silent = replace(GOLD, statements=tuple(replace(s, speaker=None) if s is spoken else s for s in GOLD.statements))
    assert kinds(silent) == {("statement", "speaker")}
