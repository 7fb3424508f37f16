"""Sheets and stand-off annotation as examples: single sentences with their acts, sides and, where marked, statements."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from detente.evaluate.sheet import ACTOR_LETTERS, Sentence, SheetEvent, read_sheet
from training.examples import Example, Pair, Span, Trigger
from training.own_corpus import distance, outermost
from training.related import Roots, Sides, related


def load_sheets(folder: Path) -> list[Example]:
    """The sentences of all sheets in `folder`, in file-name order."""
    roots = Roots()
    return [sheet_example(sentence, roots, path.stem) for path in sorted(folder.glob("*.tsv")) for sentence in read_sheet(path)]


def sheet_example(sentence: Sentence, roots: Roots, source: str, statements: bool = False) -> Example:
    """One sentence with all layers; statements count as annotated if asked for or if there are any."""
    marks = {letter: _marked(sentence, letter) for letter in "POSGoptqc"}
    actors = [(*span, ACTOR_LETTERS[letter]) for letter in "POSG" for span in marks[letter]]
    spans = {
        "mention": outermost(tuple(actors)),
        "place": tuple((*span, "PLACE") for span in marks["p"]),
        "time": tuple((*span, "TIME") for span in marks["t"]),
    }
    if statements or sentence.statements:
        spans["cue"] = tuple((*span, "CUE") for span in marks["c"])
        spans["content"] = tuple((*span, "CONTENT") for span in marks["q"])
    triggers, pairs, events = [], [], []
    for event in sentence.events:
        trigger = sentence.spans(event.id)[0]
        triggers.append(Trigger(*trigger, event.act, event.mode, event.status, event.contexts))
        pairs += list(_links(sentence, event, trigger, [span[:2] for span in spans["mention"]]))
        sides = [[_nearest(sentence, ident, trigger) for ident in side] for side in (event.actors, event.recipients)]
        derived = event.act, event.status, event.mode, event.contexts or ()
        events.append(Sides(*sides, roots.type(*derived), event.root or roots.root(*derived)))
    pairs += list(_speakers(sentence, marks))
    pool = [span[:2] for span in spans["mention"]] + marks["o"]
    return Example(sentence.text, spans, tuple(triggers), pairs=tuple(pairs), related=tuple(related(events, pool)), source=source)


def _marked(sentence: Sentence, letter: str) -> list[Span]:
    return [(mark.start, mark.end) for mark in sentence.marks if any(ident[0] == letter for ident in mark.ids)]


def _nearest(sentence: Sentence, ident: str, anchor: Span) -> Span:
    return min(sentence.spans(ident), key=lambda span: distance(span, anchor))


def _links(sentence: Sentence, event: SheetEvent, trigger: Span, mentions: list[Span]) -> Iterable[Pair]:
    layers: tuple[tuple[str, tuple[str, ...], list[Span]], ...] = (
        ("actor", event.actors, mentions),
        ("recipient", event.recipients, mentions),
        ("place", tuple(filter(None, [event.place])), _marked(sentence, "p")),
        ("date", tuple(filter(None, [event.date])), _marked(sentence, "t")),
    )
    for kind, idents, targets in layers:
        right = {_nearest(sentence, ident, trigger) for ident in idents}
        hidden = {span for ident in idents for span in sentence.spans(ident)} - right
        yield from (Pair(kind, trigger, span, float(span in right), float(span not in hidden)) for span in targets)


def _speakers(sentence: Sentence, marks: dict[str, list[Span]]) -> Iterable[Pair]:
    for ident, speaker in sentence.statements.items():
        for cue in sentence.spans("c" + ident[1:])[:1]:
            right = [_nearest(sentence, speaker, cue)] if speaker and sentence.spans(speaker) else []
            actors = [span for letter in "POSG" for span in marks[letter]]
            yield from (Pair("speaker", cue, span, float(span in right)) for span in actors)
            yield from (Pair("content", cue, span, float(span in sentence.spans(ident))) for span in marks["q"])
