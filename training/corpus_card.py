"""The counts of the corpus in its data card: `python -m training.corpus_card` writes the table of corpus/README.md anew."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from pathlib import Path

from detente.evaluate.corpus import load_split
from detente.evaluate.sheet import ACTOR_LETTERS, SheetEvent, parse_facts, read_sheet
from detente.records import STATUSES
from detente.text import sentences

BEGIN, END = "<!-- counts -->", "<!-- end of counts -->"
LAYERS = (
    "articles", "sentences", "words", "mentions", "identities", "times", "places", "statements", "traps", "events", "without event",
)  # fmt: skip


def count_articles(folder: Path) -> Counter[str]:
    """The counts of one split: layers, `act TYPE` and `status NAME`; "without event" counts articles."""
    counts: Counter[str] = Counter()
    for pair in load_split(folder):
        gold, text = pair.gold, pair.article.text
        counts["articles"] += 1
        counts["sentences"] += len(sentences(text))
        counts["words"] += len(text.split())
        counts["mentions"] += len(gold.article.mentions)
        counts["identities"] += len({mention.chain for mention in gold.article.mentions})
        counts["times"] += len(gold.times)
        counts["places"] += len(gold.places)
        counts["statements"] += len(gold.statements)
        counts["traps"] += len(pair.traps)
        counts["events"] += len(gold.events)
        counts["without event"] += not gold.events
        counts.update(f"act {event.act}" for event in gold.events)
        counts.update(f"status {event.status}" for event in gold.events)
    return counts


def count_sheets(folder: Path) -> Counter[str]:
    """The counts of sheets; "without event" counts sentences."""
    counts: Counter[str] = Counter()
    for path in sorted(folder.glob("*.tsv")):
        for sentence in read_sheet(path):
            counts["words"] += len(sentence.text.split())
            _count_sentence(counts, [ident for mark in sentence.marks for ident in mark.ids], sentence.events)
            counts["statements"] += len(sentence.statements)
    return counts


def count_standoff(folder: Path) -> Counter[str]:
    """The counts of stand-off files, whose words lie elsewhere."""
    counts: Counter[str] = Counter()
    for path in sorted(folder.glob("*.tsv")):
        for line in path.read_text(encoding="utf-8").splitlines():
            _, marks, facts = (*line.split("\t"), "", "")[:3]
            events, statements = parse_facts(facts, path.name)
            _count_sentence(counts, [ident for mark in marks.split() for ident in mark.partition(":")[2].split("+")], events)
            counts["statements"] += len(statements)
    return counts


def _count_sentence(counts: Counter[str], idents: list[str], events: Iterable[SheetEvent]) -> None:
    found = list(events)
    counts["sentences"] += 1
    counts["mentions"] += sum(ident[0] in ACTOR_LETTERS for ident in idents)
    counts["identities"] += len({ident for ident in idents if ident[0] in ACTOR_LETTERS})
    for name, letter in (("times", "t"), ("places", "p"), ("traps", "x")):
        counts[name] += sum(ident[0] == letter for ident in idents)
    counts["events"] += len(found)
    counts["without event"] += not found
    counts.update(f"act {event.act}" for event in found)
    counts.update(f"status {event.status}" for event in found)


def table(corpus: Path) -> str:
    """The Markdown table of all parts."""
    parts = {split: count_articles(corpus / split) for split in ("train", "dev", "test")}
    parts |= {"sheets (train)": count_sheets(corpus / "train" / "sheets")}
    parts |= {f"real ({split})": count_standoff(corpus / split / "standoff") for split in ("train", "test")}
    parts |= {"news (train)": count_standoff(corpus / "train" / "news")}
    acts = sorted({name for counts in parts.values() for name in counts if name.startswith("act ")})
    rows = [*LAYERS, *acts, *(f"status {status}" for status in STATUSES)]
    lines = ["| | " + " | ".join(parts) + " |", "|---" + "|--:" * len(parts) + "|"]
    lines += [f"| {row} | " + " | ".join(f"{counts[row]:,}" if counts[row] else "" for counts in parts.values()) + " |" for row in rows]
    return "\n".join(lines) + "\n"


def main() -> None:
    """Write the table between its marks in the data card."""
    card = Path("corpus/README.md")
    before, rest = card.read_text(encoding="utf-8").split(BEGIN)
    card.write_text(before + BEGIN + "\n" + table(card.parent) + END + rest.split(END)[1], encoding="utf-8")


if __name__ == "__main__":
    main()
