"""The project's own corpus as examples: one a sentence, with every layer of the text model."""

from __future__ import annotations

from pathlib import Path

from detente.evaluate.inline import Fact, Inline, Mark, parse
from detente.text import sentences
from training.examples import Example, Pair, Span, Trigger

SPAN_LETTERS = {"a": "mention", "p": "place", "t": "time", "c": "cue", "q": "content"}


def load_corpus(folder: Path) -> list[Example]:
    """The sentences of all articles in `folder`, in file-name order."""
    return [
        example
        for path in sorted(folder.glob("*.txt"))
        for example in article_examples(parse(path.read_text(encoding="utf-8"), path.name))
    ]


def article_examples(article: Inline) -> list[Example]:
    """One example for each sentence of an article."""
    return [_Sentence(article, start, end).example() for start, end in sentences(article.text)]


class _Sentence:
    """One sentence of an article while its layers are cut out."""

    def __init__(self, article: Inline, start: int, end: int) -> None:
        self.article, self.start, self.end = article, start, end
        self.marks = [m for m in article.marks if m.start < end and m.end > start]

    def example(self) -> Example:
        """The sentence with all its layers, offsets from its first character."""
        spans = {layer: tuple(self._spans(letter)) for letter, layer in SPAN_LETTERS.items()}
        spans["mention"] = _outermost(spans["mention"])
        triggers, pairs = self._events()
        return Example(
            self.article.text[self.start : self.end],
            spans,
            triggers=tuple(triggers),
            pairs=(*pairs, *self._speakers()),
            source=self.article.header.get("id", ""),
        )

    def _inside(self, mark: Mark) -> Span:
        return max(mark.start, self.start) - self.start, min(mark.end, self.end) - self.start

    def _spans(self, letter: str) -> list[tuple[int, int, str]]:
        return [(*self._inside(m), self._kind(letter, m)) for m in self.marks if _ids(m, letter)]

    def _kind(self, letter: str, mark: Mark) -> str:
        ids = _ids(mark, letter)
        fact = self.article.facts.get(ids[0])
        if letter == "a" and fact:
            return "GRP" if len(ids) > 1 else fact.words[0]
        return SPAN_LETTERS[letter].upper()

    def _marked(self, ident: str) -> list[Span]:
        return [self._inside(m) for m in self.marks if ident in m.ids]

    def _events(self) -> tuple[list[Trigger], list[Pair]]:
        triggers, pairs = [], []
        for fact in self.article.of("e"):
            act, _, mode = fact.words[0].partition("/")
            for source in self._marked(fact.id)[:1]:
                triggers.append(Trigger(*source, act, mode or None, fact.words[1], fact.items("contexts")))
                pairs += self._links(fact, source)
        return triggers, pairs

    def _links(self, fact: Fact, source: Span) -> list[Pair]:
        pairs = []
        for kind, key, letter in (
            ("actor", "actors", "a"),
            ("recipient", "recipients", "a"),
            ("place", "place", "p"),
            ("date", "date", "t"),
        ):
            positives: set[Span] = set()
            hidden: set[Span] = set()
            for ident in fact.items(key):
                found = sorted(self._marked(ident), key=lambda span: _distance(span, source))
                positives.update(found[:1])
                hidden.update(found[1:])
            for mark in self.marks:
                if _ids(mark, letter):
                    target = self._inside(mark)
                    weight = 0.0 if target in hidden and target not in positives else 1.0
                    pairs.append(Pair(kind, source, target, float(target in positives), weight))
        return pairs

    def _speakers(self) -> list[Pair]:
        pairs = []
        for fact in self.article.of("q"):
            for cue in self._marked("c" + fact.id[1:])[:1]:
                found = sorted(self._marked(fact.values.get("speaker", "")), key=lambda span: _distance(span, cue))
                for mark in self.marks:
                    if _ids(mark, "a"):
                        target = self._inside(mark)
                        pairs.append(
                            Pair(
                                "speaker", cue, target, float(target in found[:1]), 0.0 if target in found[1:] else 1.0
                            )
                        )
                for part in self._spans("q"):
                    pairs.append(Pair("content", cue, part[:2], float(part[:2] in self._marked(fact.id))))
        return pairs


def _ids(mark: Mark, letter: str) -> list[str]:
    """A mark's ids of one kind; a word may be event and cue at once."""
    return [ident for ident in mark.ids if ident[0] == letter]


def _distance(span: Span, other: Span) -> int:
    return max(span[0] - other[1], other[0] - span[1], 0)


def _outermost(spans: tuple[tuple[int, int, str], ...]) -> tuple[tuple[int, int, str], ...]:
    ordered = sorted(spans, key=lambda span: (span[0], -span[1]))
    kept: list[tuple[int, int, str]] = []
    for span in ordered:
        if not kept or span[0] >= kept[-1][1]:
            kept.append(span)
    return tuple(kept)
