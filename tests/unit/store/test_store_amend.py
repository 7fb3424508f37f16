"""Corrections by hand: they carry who and when, hold in every reading, and survive coding again."""

from __future__ import annotations

import pytest
from msgspec.structs import replace
from tests.unit.store.conftest import coded, put

from detente.errors import InputError, UsageError
from detente.store import Batch, Store
from detente.store.amend import amend, amended_rows, amendments, origin_of
from detente.store.check import check

TYPES = ("ACCUSE", "REJECT")


def event(store: Store, ident: str) -> dict[str, object]:
    (row,) = store.snapshot().rows("events", where="event = ?", parameters=[ident], order="event")
    return row


def code_again(store: Store, again: object) -> None:
    snapshot = store.snapshot()
    article = again.article.id  # type: ignore[attr-defined]
    batch = Batch("recode")
    batch.add(amended_rows(again, amendments(snapshot, article), origin_of(snapshot, article)))  # type: ignore[arg-type]
    assert store.write(batch, based_on=snapshot).seq


def test_a_correction_says_who_and_when_and_the_earlier_state_stays(store: Store) -> None:
    one = coded(types=TYPES)
    put(store, one)
    first = one.events[0].id
    amend(store, first, by="Ana Duarte", changes={"type": "ASSAULT", "date.first": "2024-04-30", "actors.0.country": "FRA"}, note="misread")
    row = event(store, first)
    assert (row["type"], row["quad"], row["date_first"], row["pairs"]) == ("ASSAULT", 4, "2024-04-30", "FRA>CHL")
    assert row["amended_by"] == "Ana Duarte" and str(row["amended_at"]) > "2024"
    (read,) = store.snapshot().articles()
    assert [e.type for e in read.events] == ["ASSAULT", "REJECT"] and read.events[0].actors[0].country == "FRA"
    (before,) = store.snapshot(1).articles()
    assert before == one
    (run,) = store.snapshot().rows("runs", where="kind = 'amend'", order="seq")
    assert (run["who"], run["note"]) == ("Ana Duarte", "misread")
    assert list(check(store)) == []


def test_corrections_add_up(store: Store) -> None:
    one = coded(types=TYPES)
    put(store, one)
    amend(store, one.events[0].id, by="Ana", changes={"status": "denied"})
    amend(store, one.events[0].id, by="Bo", changes={"confidence": 1.0})
    amend(store, one.events[1].id, by="Cy", changes={"mode": None, "score": -4})
    row = event(store, one.events[0].id)
    assert (row["status"], row["confidence"], row["amended_by"]) == ("denied", 1.0, "Bo")
    assert event(store, one.events[1].id)["score"] == -4.0


def test_a_removed_event_is_gone_everywhere(store: Store) -> None:
    one = coded(types=TYPES)
    put(store, one)
    amend(store, one.events[0].id, by="Ana", remove=True)
    (read,) = store.snapshot().articles()
    assert [e.id for e in read.events] == [one.events[1].id]
    assert read.statements[0].about == (one.events[1].id,)
    assert [row["event"] for row in store.snapshot().events()] == [one.events[1].id]
    assert list(check(store)) == []


def test_corrections_survive_coding_again(store: Store) -> None:
    one = coded(types=("ACCUSE", "REJECT", "AID"))
    put(store, one)
    amend(store, one.events[0].id, by="Ana", changes={"type": "ASSAULT"})
    amend(store, one.events[1].id, by="Ana", remove=True)
    amend(store, one.events[2].id, by="Bo", changes={"status": "planned"})
    # Another coder finds one more event first, so that the numbers shift, and no longer finds the last one.
    fresh = coded(types=("CONSULT", "ACCUSE", "REJECT"), version="2")
    where = {"CONSULT": (15, 24), "ACCUSE": (0, 9), "REJECT": (1, 11)}
    events = [replace(e, evidence=(replace(e.evidence[0], start=where[e.act][0], end=where[e.act][1]),)) for e in fresh.events]
    events = [replace(e, evidence=(replace(e.evidence[0], text=fresh.article.text[slice(*where[e.act])]),)) for e in events]
    for _ in range(2):
        code_again(store, replace(fresh, events=tuple(events)))
        found = {row["event"]: (row["act"], row["type"], row["status"], row["amended_by"], row["version"]) for row in store.snapshot().events()}
        ident = one.article.id
        assert found == {
            f"{ident}-e1": ("CONSULT", "CONSULT", "happened", None, "2"), f"{ident}-e2": ("ACCUSE", "ASSAULT", "happened", "Ana", "2"),
            f"{ident}-h3": ("AID", "AID", "planned", "Bo", "2")}  # fmt: skip
        (read,) = store.snapshot().articles()
        assert {e.id: e.type for e in read.events} == {key: value[1] for key, value in found.items()}
        assert list(check(store)) == []


def test_a_correction_that_comes_between_is_not_lost(store: Store) -> None:
    one = coded(types=TYPES)
    put(store, one)
    snapshot = store.snapshot()
    amend(store, one.events[0].id, by="Ana", changes={"status": "denied"})
    batch = Batch("recode")
    batch.add(amended_rows(coded(types=TYPES, version="2"), amendments(snapshot, one.article.id), origin_of(snapshot, one.article.id)))
    written = store.write(batch, based_on=snapshot)
    assert (written.seq, written.dropped) == (None, {one.article.id})
    assert event(store, one.events[0].id)["status"] == "denied"


@pytest.mark.parametrize("changes", [
    {"nothing": 1}, {"status": "sure"}, {"type": "LUNCH"}, {"date.nothing": 1}, {"actors.7.country": "FRA"}, {"id": "x"}, {"evidence": []},
    {"sentence": 3}, {"evidence.0.start": 4}, {"quad": 9}, {"confidence": "high"}, {},
])  # fmt: skip
def test_a_change_that_makes_no_event_is_refused(store: Store, changes: dict[str, object]) -> None:
    one = coded()
    put(store, one)
    with pytest.raises(UsageError):
        amend(store, one.events[0].id, by="Ana", changes=changes)
    assert store.snapshot().seq == 1


def test_an_event_that_is_not_there(store: Store) -> None:
    with pytest.raises(InputError, match="no event x-e1"):
        amend(store, "x-e1", by="Ana", remove=True)
