"""Words that are no names: `python -m training.plainwords` counts in how many training articles each is in lower case, and with a capital."""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path

from detente.actor.everyday import NEWS_WORD
from detente.actor.plain import FILE
from detente.evaluate.inline import parse

# A word is plain that so many articles write in lower case, and more than write it with a capital within a sentence.
FEW = 2
_CAPITAL = re.compile(r"(?<=[a-z,] )[A-Z][a-z]{2,}(?![\w-])")


def main() -> None:
    """Write the words."""
    texts = [parse(path.read_text(encoding="utf-8"), path.name).text for path in sorted(Path("corpus/train").glob("*.txt"))]
    lower = Counter(word for text in texts for word in set(NEWS_WORD.findall(text)))
    capital = Counter(word for text in texts for word in {word.lower() for word in _CAPITAL.findall(text)})
    plain = sorted(word for word, count in lower.items() if count >= FEW and count > capital[word])
    (Path("src/detente/actor/data") / FILE).write_text("\n".join(plain) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
