"""Mentions resolved a second on one core: python benchmarks/mentions.py [--count N] [--repeat N] prints a Markdown table.

Every mention and every context is asked once in a run and is unlike the others (names and numbers drawn with one seed), so
that no answer comes from a cache of answers. Seconds are those of the processor; loading is told apart.
"""

from __future__ import annotations

import argparse
import platform
import random
import statistics
import time
from collections.abc import Iterator

from detente import knowledge
from detente.actor import Resolver
from detente.actor.resolver import _cuts, _resolve
from detente.actor.setting import named_states
from detente.knowledge.building import uncollected

ROLES = ("president|prime minister|foreign minister|police|army chief|rebels|opposition leader|farmers|villagers|striking teachers"
         "|border guards|envoy").split("|")  # fmt: skip
GIVEN = "Ola Peter Ingrid Grace Ana Samuel Amina Jan Rosa Tomas".split()
LETTERS = "aeioulmnrstkd"


def mentions(count: int, seed: int) -> Iterator[tuple[str, str, str]]:
    """Distinct mentions of every kind with a day and a sentence of context."""
    draw = random.Random(seed)
    names = [row.name for row in knowledge.states().values() if not row.parent]
    adjectives = [row.form for row in knowledge.state_names() if row.kind == "adjective"]
    for number in range(count):
        person = f"{draw.choice(GIVEN)} {''.join(draw.choices(LETTERS, k=8)).title()}"
        state, adjective, role = draw.choice(names), draw.choice(adjectives), draw.choice(ROLES)
        text = draw.choice((f"{adjective} {role} {person}", f"{number} {adjective} {role}", f"{state}'s {role} {person}", person,
                            f"{number} {role} in {state}", f"{person} and {draw.choice(GIVEN)} of {state}"))  # fmt: skip
        day = f"{draw.randrange(1991, 2026)}-{draw.randrange(1, 13):02d}-{draw.randrange(1, 29):02d}"
        told = f"told reporters that talks on {number * 7} fish quotas would go on."
        yield text, day, f"On day {number} {person}, a {draw.choice(ROLES)} from {state}, {told}"


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--count", type=int, default=20_000)
    parser.add_argument("--repeat", type=int, default=5)
    options = parser.parse_args()
    resolver, begin = Resolver(), time.process_time()
    resolver.resolve("the Kenyan president", "2010-01-01", "Talks in Nairobi ended.")
    loading = time.process_time() - begin
    rates = []
    for seed in range(options.repeat + 1):
        rows = list(mentions(options.count, seed))
        for cache in (_resolve, _cuts, named_states):
            cache.cache_clear()
        begin = time.process_time()
        with uncollected():  # as `detente resolve` does
            for row in rows:
                resolver.resolve(*row)
        rates.append(options.count / (time.process_time() - begin))
    print(f"Python {platform.python_version()}, {platform.system()} {platform.machine()}, medians of {options.repeat} runs after a first one.\n")
    print("| what | figure |\n|---|--:|")
    print(f"| loading the tables | {loading:.2f} s |")
    print(f"| mentions a second on one core, each with a sentence of context | {statistics.median(rates[1:]):.0f} |")


if __name__ == "__main__":
    main()
