"""Agreement of two readings of the same articles, layer by layer: `python -m training.agreement FIRST SECOND`.

Each folder holds annotated articles of the same names and texts. For spans, events and statements the figure is F1 with the
first reading as gold, which is symmetric; for what is said of a shared item (status, speaker, days) it is the share alike.
"""

from __future__ import annotations

import argparse
from pathlib import Path

from detente.evaluate import score
from detente.evaluate.corpus import load_split

LAYERS = (
    "mention", "time", "time days", "place", "place country", "event", "act", "type", "type and mode", "type and sides",
    "type and exact sides", "status", "lifecycle links", "event date", "event place", "contexts", "statement", "speaker", "cue",
    "attribution speaker",
)  # fmt: skip


def main() -> None:
    """Print a Markdown table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("first", type=Path)
    parser.add_argument("second", type=Path)
    args = parser.parse_args()
    second = {pair.article.id: pair.gold for pair in load_split(args.second)}
    first = [pair.gold for pair in load_split(args.first) if pair.article.id in second]
    report = score(first, [second[one.article.id] for one in first])
    print(f"{len(first)} articles\n\n| layer | agreement | items |\n|---|--:|--:|")
    for name in LAYERS:
        figure = report.figures[name]
        print(f"| {name} | {'' if figure.value is None else f'{figure.value:.2f}'} | {figure.gold} |")


if __name__ == "__main__":
    main()
