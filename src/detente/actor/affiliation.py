"""The party that an adjective alone names before one of its people: "Labour MPs", "a Democratic senator", "the Conservative leader"."""

from __future__ import annotations

from itertools import pairwise

from detente import knowledge
from detente.actor.lexicon import lookup
from detente.actor.named import Scene, several
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
        if adjective and segment.text.istitle() and following.role and following.role.phrase.casefold() in _PEOPLE:
            return _named_so(segment.text, phrase, scene)
    for segment in phrase.roles[-1:]:
        word, _, rest = segment.text.partition(" ")
        head = lookup(rest) if rest and word.istitle() else ()
        if head and head[0].role and head[0].role.phrase.casefold() in _PEOPLE:
            return _named_so(word, phrase, scene)
    return None


def _named_so(word: str, phrase: Phrase, scene: Scene) -> str | None:
    """The code of the party of a name in the phrase's or the text's states; with none of them the best known of the name."""
    found = _by_word().get(fold(word), {})
    states = [s.entry.code for s in phrase.countries if s.entry] or scene.states
    if states:
        return next((found[state] for state in states if state in found), None)
    return None if several(f"{fold(word)} party") else found.get("")
