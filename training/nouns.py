"""Generated variants in which a bare noun is the act: "warned of sanctions if", "called for a truce", "ruled out talks"."""

from __future__ import annotations

import random
from dataclasses import dataclass
from pathlib import Path

# {A} who acts or would, {R} the other party, {C} who asks, {n} the noun phrase, {F} a time ahead.
AGAINST = {
    "conditional": (
        "{A} warned {R} of {n} if the raids went on",
        "{R} was warned of {n} by {A} if tensions on the border grew",
        "{A} threatened {R} with {n} unless it withdrew",
        "{A} threatened {n} against {R} if the talks failed",
        "{R} faces {n} from {A} if it does not comply",
        "{A} warned that {n} against {R} would follow should the shelling resume",
        "{R} could expect {n} from {A} in case of another raid",
    ),
    "planned": (
        "{A} announced {n} against {R} {F}",
        "{A} agreed on {n} against {R}",
        "{A} approved plans for {n} against {R}",
        "{A} is to begin {n} against {R} {F}",
    ),
    "possible": (
        "{A} is weighing {n} against {R}",
        "{A} did not exclude {n} against {R}",
        "{n} by {A} against {R} remained possible",
        "{A} was discussing {n} against {R}",
    ),
    "called_for": ("{C} urged {A} to consider {n}", "{C} pressed {A} for {n}", "{C} demanded {n} from {A}", "{C} wants {n} from {A}"),
    "refused": ("{A} ruled out {n} against {R}", "{A} rejected {n} against {R}", "{A} would not agree to {n} against {R}"),
    "denied": ("{A} denied planning {n} against {R}", "{A} said there had been no {n} against {R}", "there were no {n} by {A}"),
}
FOR = {
    "conditional": (
        "{A} offered {R} {n} in return for guarantees",
        "{A} promised {R} {n} if the shooting stopped",
        "{A} made {n} for {R} dependent on reforms",
    ),
    "planned": (
        "{A} promised {R} {n} {F}",
        "{A} announced {n} {F}",
        "{A} prepared {n} with {R} {F}",
        "{A} looked forward to {n} with {R} {F}",
    ),
    "possible": ("{A} may offer {R} {n}", "{A} is considering {n} with {R}", "{A} hinted at {n}"),
    "called_for": (
        "{C} called for {n}",
        "{C} asked {A} for {n}",
        "{C} appealed to {A} for {n}",
        "{C} demanded {n} from {A}",
        "{C} said there must be {n}",
        "this requires {n} from {A}, {C} said",
    ),
    "refused": ("{A} ruled out {n}", "{A} refused {R} {n}", "{A} turned down {n} with {R}", "{A} rejected calls for {n}"),
    "denied": ("{A} denied that there had been {n} with {R}", "there was no {n} with {R}, {A} said"),
}


@dataclass(frozen=True)
class Noun:
    """One line of nouns.tsv: the words before and after the trigger's first word lie in `before` and `rest`."""

    act: str
    mode: str | None
    patterns: dict[str, tuple[str, ...]]
    before: str
    rest: str


def read_nouns(path: Path) -> list[Noun]:
    """The nouns in a file; lines with # are comments."""
    nouns = []
    for line in path.read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            act, side, phrase = line.split("\t")
            name, _, mode = act.partition("/")
            before, _, rest = phrase.partition("*")
            nouns.append(Noun(name, mode or None, AGAINST if side == "against" else FOR, before, rest))
    return nouns


def choose(nouns: list[Noun], rng: random.Random) -> tuple[Noun, str, str]:
    """A noun, a status, and a pattern for it; conditional ones twice as often, as they are the hardest to tell."""
    noun = rng.choice(nouns)
    status = rng.choice(["conditional", *noun.patterns])
    return noun, status, rng.choice(noun.patterns[status])
