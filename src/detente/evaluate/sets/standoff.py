"""Real, openly licensed sentences (Wikinews in GUM, the political part of EWT) with our stand-off annotation.

The text is in the treebanks, the annotation in `corpus/test/standoff`. The sentences of a document are coded together, a
paragraph each, and scored like an article; identities are annotated within a sentence only.
"""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Sequence
from pathlib import Path

from detente.coder import Coder
from detente.evaluate.gold import bare_article, to_coded, traps
from detente.evaluate.inline import Fact, Inline, Mark
from detente.evaluate.scoring import score
from detente.evaluate.sheet import ACTOR_LETTERS, Sentence, SheetEvent
from detente.evaluate.standoff import TREEBANKS, read_standoff, treebank_texts
from detente.evaluate.tally import Report

PATHS = TREEBANKS
FOLDER = Path("corpus/test/standoff")
_PER_SENTENCE, _PER_LETTER = 1000, 200


def measure(paths: Sequence[Path], coder: Coder) -> Report:
    """Code each document and compare; treebanks without our annotation beside them measure nothing."""
    roots = {path.parent.parent for path in paths}
    texts = {ident: text for root in roots for ident, text in treebank_texts(root).items()}
    articles = [article for file in sorted(FOLDER.glob("*.tsv")) for article in documents(read_standoff(file, texts))]
    gold = [to_coded(article) for article in articles]
    answers = [coder.code(bare_article(article)) for article in articles]
    return score(gold, answers, {article.header["id"]: traps(article) for article in articles})


def documents(found: dict[str, Sentence]) -> Iterator[Inline]:
    """The sentences of each document as one annotated article, a paragraph each."""
    for name, group in itertools.groupby(found.items(), key=lambda item: item[0].rpartition("-")[0]):
        text, marks, facts = "", list[Mark](), dict[str, Fact]()
        for number, (_, sentence) in enumerate(group):
            names = _Names(number, sentence)
            marks += [Mark(m.start + len(text), m.end + len(text), tuple(names.of(i) for i in m.ids)) for m in sentence.marks if m.ids[0][0] != "o"]
            facts.update({fact.id: fact for fact in names.facts()})
            text += sentence.text + "\n\n"
        yield Inline({"id": name}, text, tuple(marks), facts)


class _Names:
    """The ids and facts of a sentence in its document: an actor's letter becomes `a`, numbers are the document's."""

    def __init__(self, number: int, sentence: Sentence) -> None:
        self.shift, self.sentence = number * _PER_SENTENCE, sentence

    def of(self, ident: str) -> str:
        """The id in the document."""
        letter = "a" if ident[0] in ACTOR_LETTERS else ident[0]
        return f"{letter}{self.shift + _PER_LETTER * max('POSG'.find(ident[0]), 0) + int(ident[1:])}"

    def facts(self) -> Iterator[Fact]:
        """The facts of the sentence in the form of an article."""
        line = self.sentence.line
        for ident in dict.fromkeys(ident for mark in self.sentence.marks for ident in mark.ids):
            start, end = self.sentence.spans(ident)[0]
            words = self.sentence.text[start:end]
            if ident[0] in ACTOR_LETTERS:
                yield Fact(self.of(ident), (ACTOR_LETTERS[ident[0]], words), {}, line)
            elif ident[0] in "ptx":
                yield Fact(self.of(ident), {"p": (words,), "t": ("DATE", ""), "x": ()}[ident[0]], {}, line)
        for event in self.sentence.events:
            yield self._event(event, line)
        for ident, speaker in self.sentence.statements.items():
            yield Fact(self.of(ident), ("direct",), {"speaker": self.of(speaker)} if speaker else {}, line)

    def _event(self, event: SheetEvent, line: int) -> Fact:
        actors, recipients = (",".join(self.of(i) for i in side if i[0] in ACTOR_LETTERS) for side in (event.actors, event.recipients))
        values = {"actors": actors, "recipients": recipients, "contexts": ",".join(event.contexts or ())}
        values |= {"place": self.of(event.place)} if event.place else {}
        values |= {"date": self.of(event.date)} if event.date else {}
        return Fact(self.of(event.id), (f"{event.act}/{event.mode}" if event.mode else event.act, event.status), values, line)
