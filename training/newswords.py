"""Words of political news: `python -m training.newswords` counts in how many training articles each word in lower case is."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

from detente.actor.everyday import NEWS_WORD
from detente.actor.heard import FILE
from detente.evaluate.inline import parse

# In a smaller share of the articles a word is one of what a story happens to tell of.
LEAST = 0.006


def main() -> None:
    """Write the words with the share of the articles that have them."""
    texts = [parse(path.read_text(encoding="utf-8"), path.name).text for path in sorted(Path("corpus/train").glob("*.txt"))]
    counts = Counter(word for text in texts for word in set(NEWS_WORD.findall(text)))
    kept = sorted(word for word, count in counts.items() if round(count / len(texts), 3) >= LEAST)
    lines = ["word\tshare", *(f"{word}\t{counts[word] / len(texts):.3f}" for word in kept)]
    (Path("src/detente/actor/data") / FILE).write_text("\n".join(lines) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
