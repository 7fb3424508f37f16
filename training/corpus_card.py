"""The counts of the corpus in its data card: `python -m training.corpus_card` writes the table of corpus/README.md anew."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

from detente.evaluate.corpus import load_split

BEGIN, END = "<!-- counts -->", "<!-- end of counts -->"
SPLITS = ("train", "dev", "test")
LAYERS = ("articles", "words", "mentions", "identities", "times", "places", "statements", "events", "articles without event")
STATUSES = ("happened", "ongoing", "planned", "conditional", "possible", "called_for", "refused", "denied")


def count(folder: Path) -> Counter[str]:
    """The counts of one split: layers, `act TYPE` and `status NAME`."""
    counts: Counter[str] = Counter()
    for pair in load_split(folder):
        gold, text = pair.gold, pair.article.text
        counts["articles"] += 1
        counts["words"] += len(text.split())
        counts["mentions"] += len(gold.article.mentions)
        counts["identities"] += len({mention.chain for mention in gold.article.mentions})
        counts["times"] += len(gold.times)
        counts["places"] += len(gold.places)
        counts["statements"] += len(gold.statements)
        counts["events"] += len(gold.events)
        counts["articles without event"] += not gold.events
        counts.update(f"act {event.act}" for event in gold.events)
        counts.update(f"status {event.status}" for event in gold.events)
    return counts


def table(corpus: Path) -> str:
    """The Markdown table of all splits."""
    found = {split: count(corpus / split) for split in SPLITS}
    acts = sorted({name for counts in found.values() for name in counts if name.startswith("act ")})
    rows = [*LAYERS, *acts, *(f"status {status}" for status in STATUSES)]
    lines = ["| | " + " | ".join(SPLITS) + " |", "|---" + "|--:" * len(SPLITS) + "|"]
    lines += [f"| {row} | " + " | ".join(f"{found[split][row]:,}" for split in SPLITS) + " |" for row in rows]
    return "\n".join(lines) + "\n"


def main() -> None:
    """Write the table between its marks in the data card."""
    card = Path("corpus/README.md")
    before, rest = card.read_text(encoding="utf-8").split(BEGIN)
    card.write_text(before + BEGIN + "\n" + table(card.parent) + END + rest.split(END)[1], encoding="utf-8")


if __name__ == "__main__":
    main()
