"""Dealing what was found to the sentences that it lies in, with offsets that stay the article's."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from detente.event import scenes
from detente.model.readings import Predicate, Reading
from detente.records import Mention, Place, Span, Time
from detente.text import sentences


def test_items_go_to_their_sentence_and_no_other() -> None:
    text = "Obura left Tarn on Friday. Varela stayed in Vell."
    extents = sentences(text)
    who = [Mention(f"m{n}", text.index(w), text.index(w) + len(w), w, "PER", w) for n, w in enumerate(("Obura", "Varela"))]
    where = [Place(text=w, start=text.index(w), end=text.index(w) + len(w)) for w in ("Tarn", "Vell")]
    when = [Time(start=text.index("Friday"), end=text.index("Friday") + 6, text="Friday", type="DATE")]
    first, second = scenes(text, extents, [Reading(), Reading()], who, when, where, ["2031-03-01", "2031-03-04"])
    assert ([m.text for m in first.mentions], [m.text for m in second.mentions]) == (["Obura"], ["Varela"])
    assert ([p.text for p in first.places], [p.text for p in second.places]) == (["Tarn"], ["Vell"])
    assert (len(first.times), len(second.times)) == (1, 0)
    assert (first.day, second.day) == ("2031-03-01", "2031-03-04")
    assert [scene.index for scene in (first, second)] == [0, 1]
    assert second.text == "Varela stayed in Vell."


def test_an_item_over_two_sentences_belongs_to_neither() -> None:
    made = scenes("Ab. Cd.", [(0, 3), (4, 7)], [Reading(), Reading()], [Mention("m1", 2, 5, ". C", "PER", "c1")], [], [], [None, None])
    assert all(not scene.mentions for scene in made)


def test_no_sentences_no_scenes() -> None:
    assert scenes("", [], [], [], [], [], []) == []


def test_relations_predicates_and_cuts_use_the_articles_offsets() -> None:
    asked = []

    def relation(kind: str, source: tuple[int, int], target: tuple[int, int]) -> float:
        asked.append((kind, source, target))
        return 0.7

    predicate = Predicate(0, 2, "CONSULT", 0.9, None, "happened", 0.9, ())
    text = "Ab. Cd ef."
    second = scenes(text, [(0, 3), (4, 10)], [Reading(), Reading((predicate,), {}, relation)], [], [], [], [None, None])[1]
    assert second.span(predicate) == (4, 6)
    assert second.relation("actor", (4, 6), (7, 9)) == 0.7
    assert asked == [("actor", (0, 2), (3, 5))]
    assert second.relations("actor", (4, 6), [(7, 9), (4, 6)]) == [0.7, 0.7]
    assert asked[1:] == [("actor", (0, 2), (3, 5)), ("actor", (0, 2), (0, 2))]
    assert second.cut(7, 9) == Span(7, 9, "ef")


@settings(deadline=None)
@given(st.lists(st.integers(1, 9), min_size=1, max_size=8), st.data())
def test_every_item_inside_a_sentence_is_dealt_once(lengths: list[int], data: st.DataObject) -> None:
    extents, end = [], 0
    for length in lengths:
        extents.append((end, end + length))
        end += length + 1
    text = "x" * end
    spans = st.tuples(st.integers(0, end), st.integers(0, end)).filter(lambda pair: pair[0] < pair[1])
    items = [Mention(f"m{n}", s, e, text[s:e], "PER", "c1") for n, (s, e) in enumerate(data.draw(st.lists(spans, max_size=12)))]
    made = scenes(text, extents, [Reading()] * len(extents), items, [], [], [None] * len(extents))
    for scene in made:
        inside = {m.id for m in items if scene.start <= m.start and m.end <= scene.end}
        assert {m.id for m in scene.mentions} == inside
