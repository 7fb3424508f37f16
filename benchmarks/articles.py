"""Generated news articles of three to five sentences, for tests and benchmarks; everything in them is invented.

    python benchmarks/articles.py 2000 > articles.jsonl
"""

from __future__ import annotations

import json
import random
import sys
from collections.abc import Iterator
from datetime import date, timedelta

_STATES = {
    "Norway": ("Norwegian", "Oslo"), "Chile": ("Chilean", "Santiago"), "Kenya": ("Kenyan", "Nairobi"), "Vietnam": ("Vietnamese", "Hanoi"),
    "Poland": ("Polish", "Warsaw"), "Peru": ("Peruvian", "Lima"), "Ghana": ("Ghanaian", "Accra"), "Greece": ("Greek", "Athens"),
    "Jordan": ("Jordanian", "Amman"), "Nepal": ("Nepali", "Kathmandu"), "Russia": ("Russian", "Moscow"), "Ukraine": ("Ukrainian", "Kyiv"),
}  # fmt: skip
_PEOPLE = ("Kari Lund", "Ana Duarte", "Tomas Brandt", "Leila Hadad", "Joseph Mwangi", "Minh Tran", "Elena Petri", "Pavel Orlov")
_OFFICES = ("foreign minister", "trade minister", "defence minister", "prime minister", "interior minister")
_OUTLETS = ("Coast Herald", "Northern Post", "Daily Lantern", "Harbour Times", None)
_LEADS = (
    "The {a1} {office} met the {b1} {office} in {b2} on {day}.",
    "{a} and {b} signed an agreement on {thing} in {a2} on {day}.",
    "{a} accused {b} of blocking {thing} on {day}.",
    "{a1} troops shelled {b1} positions near the border on {day}.",
    "{a} imposed sanctions on {n} {b1} companies on {day}.",
    "Thousands of protesters marched in {a2} on {day} against the price of {thing}.",
    "{a} sent {n} tonnes of {thing} to {b} on {day}.",
    "{a1} police arrested {n} people at a rally in {a2} on {day}.",
    "{a} threatened to close its border with {b} over {thing}.",
    "{a} recalled its ambassador from {b2} on {day}.",
)
_BODIES = (
    '"We will keep talking," said {person}, the {a1} {office}.',
    "The {b1} government rejected the claim and called for talks.",
    "{person}, a spokeswoman for the {a1} ministry, said the two sides would meet again in {b2} next month.",
    "The dispute over {thing} began last year.",
    "Officials in {b2} denied that {n} people had been hurt.",
    "{b} withdrew its delegation from the talks in {a2}.",
    "Analysts said the decision could raise prices of {thing}.",
    "The United Nations urged {a} and {b} to show restraint.",
    "Both governments plan to open {n} crossings by the end of the year.",
)
_THINGS = ("cod", "grain", "timber", "copper", "natural gas", "fresh water", "fertiliser", "electricity")
_FIRST = date(2024, 1, 1)


def articles(count: int, seed: int = 1) -> Iterator[dict[str, str]]:
    """Rows with `id`, `text`, `title`, `published`, and most with `outlet` and `url`; the same seed gives the same, all different."""
    chance = random.Random(seed)
    for number in range(count):
        a, b = chance.sample(sorted(_STATES), 2)
        day = _FIRST + timedelta(days=chance.randrange(730))
        words = {
            "a": a, "a1": _STATES[a][0], "a2": _STATES[a][1], "b": b, "b1": _STATES[b][0], "b2": _STATES[b][1],
            "office": chance.choice(_OFFICES), "thing": chance.choice(_THINGS), "n": chance.randrange(3, 900),
            "person": chance.choice(_PEOPLE), "day": day.strftime("%A"),
        }  # fmt: skip
        lead = chance.choice(_LEADS).format(**words)
        body = [part.format(**words) for part in chance.sample(_BODIES, chance.randrange(2, 5))]
        row = {"id": f"g{seed}-{number}", "text": " ".join([lead, *body]), "title": lead.rstrip("."), "published": day.isoformat()}
        if outlet := chance.choice(_OUTLETS):
            row |= {"outlet": outlet, "url": f"https://{outlet.lower().replace(' ', '-')}.example/{day:%Y/%m}/{seed}-{number}"}
        else:
            row["text"] += f" The dispatch has number {number}."
        yield row


def main() -> None:
    """Print as many rows as asked for, as JSON Lines."""
    for row in articles(int(sys.argv[1]), int(sys.argv[2]) if len(sys.argv) > 2 else 1):
        print(json.dumps(row))


if __name__ == "__main__":
    main()
