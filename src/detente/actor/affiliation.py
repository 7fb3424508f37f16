"""The party that an adjective alone names before one of its people: "Labour MPs", "a Democratic senator", "the Conservative leader"."""

from __future__ import annotations

from itertools import pairwise

from detente import knowledge
from detente.actor.named import Scene
from detente.actor.phrase import Phrase
from detente.actor.words import fold
from detente.knowledge.building import built_once

# Who parties have, by words that hardly follow another adjective of the same letters.
_PEOPLE = {"mp", "member of parliament", "backbencher", "frontbencher", "peer", "lawmaker", "legislator", "senator", "congressman", "congresswoman",
           "representative", "deputy", "councillor", "governor", "candidate", "leader", "whip", "party leader", "politician", "voter", "supporter",
           "minister", "premier", "mayor", "parliamentarian", "member of congress", "leadership", "strategist", "delegate"}  # fmt: skip


@built_once
def _by_word() -> dict[str, dict[str, str]]:
    """The parties whose names end in a word and "Party", by the word and their country; under "" the one named so alone."""
    table: dict[str, dict[str, str]] = {}
    for row in knowledge.groups():
        if "PTY" not in row.sectors or not row.country:
            continue
        for form in (row.name, *row.aliases):
            before, last = form.rpartition(" ")[::2]
            word = before.rpartition(" ")[2]
            if last == "Party" and word[:1].isupper():
                own = table.setdefault(fold(word), {})
                own.setdefault(row.country, row.code)
                if word == before:
                    own.setdefault("", row.code)
    return table


def party(phrase: Phrase, scene: Scene) -> str | None:
    """Return the code of the party that a capitalised adjective before a head means: one of the text's state, else the best known."""
    for segment, following in pairwise(phrase.head):
        adjective = segment.kind == "name" or bool(segment.role and segment.role.kind == "modifier")
        if adjective and segment.text.istitle() and following.role and following.role.phrase in _PEOPLE:
            return named_so(segment.text, [s.entry.code for s in phrase.countries if s.entry] or scene.states)
    return None


def named_so(word: str, states: list[str] | tuple[str, ...]) -> str | None:
    """Return the code of the party of the first of the states that has one named by a word; with no state the best known of the name."""
    found = _by_word().get(fold(word), {})
    if not states:
        return found.get("")
    return next((found[state] for state in states if state in found), None)
