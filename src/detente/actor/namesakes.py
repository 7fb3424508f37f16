"""Words of states, groups and outlets that in their text are a private person, a language, a share index, or an everyday abbreviation."""

from __future__ import annotations

import re

from detente.actor.around import occurrences
from detente.actor.lexicon import Entry, lookup, segments
from detente.actor.named import group, group_country
from detente.actor.outlets import canonical
from detente.actor.phrase import people_word
from detente.actor.setting import named_states
from detente.actor.topics import SHORT, political, vocabulary
from detente.actor.vocabulary import EVERYDAY as EVERYDAY_WORDS
from detente.actor.words import words

# "Chad, 9, likes", "Paris, aged 22,", "Sydney, who is 30"
_AGED = re.compile(r"(?:, (?:aged )?\d{1,2}(?:,| and\b)|, who (?:is|was) \d{1,2}\b| \(\d{1,2}\))")
_CHILD = re.compile(r", (?:aged )?(?:\d|1[0-7])(?:,| and\b)|, who (?:is|was) (?:\d|1[0-7])\b| \((?:\d|1[0-7])\)")
_UNRELATED = re.compile(r"(?:, [^.;]{0,30}?| \()no relation\b")
_MANY_ARE = re.compile(r" (?:are|were|have)\b")
_IN_LANGUAGE = re.compile(r"(?:[.,;]|$| (?:is|was|are|were|and|or|on|at|to|by|for|with|as)\b)")
_MARKET = re.compile(
    r"(?: (?:index|average))?(?: \S+){0,3}? (?:up|down|higher|lower|flat|points|rose|fell|gained|lost|slid|soared|plunged|jumped|climbed|tumbled)\b"
)
_APPOSED = re.compile(r", (?:the|an?) ([a-z][^,.;:()]{0,80}?)(?: (?:of|who|from|in|at|with|whose)\b[^,.;:()]{0,120})?[,.]")
_MANUAL = {("AGR",), ("LAB",)}
_PRIVATE = {("CVL",), ("AGR",), ("LAB",), ("MED",), ("EDU",)}
_AWARDS = re.compile(r"\b(?:Oscars?|Gramm(?:y|ies)|Emmys?|Baftas?|Tonys|Golden Globes?|Palme d'Or)\b")
# Publishers whose name with an article is their share index.
_INDICES = {"Dow Jones", "Nikkei"}
_QUOTES = {'"': '"', "“": "”", "‘": "’"}
#: Abbreviations that are everyday words first, or other bodies' elsewhere: they name their body only where its state is told of.
EVERYDAY = frozenset({"APC", "CCTV", "DCI", "DNA", "JCS", "MAP", "MEA", "PDP", "PNP", "TMC"})


def namesake(name: str, context: str) -> bool:
    """Whether a name of the tables means somebody or something else each time that a text has it."""
    entries = lookup(name)
    if not entries or entries[0].kind not in {"state", "outlet", "group"}:
        return False
    first, places = entries[0], list(occurrences(name, context))
    if not places:
        return False
    if first.kind == "state" and first.form in {"name", "capital"}:
        return all(_AGED.match(context, end) or _somebody(context, end) for _, end in places) or _awarded(name, context)
    if name in EVERYDAY and _country(first) not in {code for code, _ in named_states(context.replace(name, "it"))}:
        return True
    if first.kind == "outlet":
        return all(context.endswith(("the ", "The "), 0, start) and _MARKET.match(context, end) for start, end in places)
    return _people(first) and all(context.endswith(" in ", 0, start) and _IN_LANGUAGE.match(context, end) for start, end in places)


def _somebody(context: str, end: int) -> bool:
    """Whether words between commas behind a name say that it is one of the people ("Santiago, an old fisherman, ")."""
    said = _APPOSED.match(context, end)
    last = segments(words(said[1]))[-1] if said else None
    return bool(last and last.role and last.entry and not last.entry.plural and last.role.kind == "person" and last.role.sectors[:1] in _PRIVATE)


def told_private(name: str, context: str, *, rules: bool) -> bool:
    """Whether a short text tells that who bears a name of the tables is somebody else: a child, "no relation", or, if the one of the tables
    governs then (`rules`), one who works with his hands where nothing is of politics ("Gordon Brown, a plumber, ")."""
    ends = [end for _, end in occurrences(name, context)] if len(context) <= SHORT else []
    if any(_CHILD.match(context, end) or _UNRELATED.match(context, end) for end in ends):
        return True
    return any((rules and _manual(context, end)) or _plural_verb(name, context, end) for end in ends) and not political(context, name)


def _manual(context: str, end: int) -> bool:
    """Whether words between commas behind a name say that its bearer works with his hands; rulers are told by the studies that they gave up."""
    said = _APPOSED.match(context, end)
    if not said:
        return False
    last = said[1].split()[-1]
    if found := lookup(last):
        return any(entry.role and not entry.plural and entry.role.sectors[:1] in _MANUAL for entry in found)
    return people_word(last) and not EVERYDAY_WORDS.isdisjoint(vocabulary(context))  # "a beekeeper" in a text of honey


def _plural_verb(name: str, context: str, end: int) -> bool:
    """Whether a single word at the beginning of a text has a verb for several ("Gates were left open")."""
    return context.startswith(name) and end == len(name) and name.endswith("s") and _MANY_ARE.match(context, end) is not None


def _awarded(name: str, context: str) -> bool:
    """Whether a short text is about a prize of film or music and of nothing that states do."""
    return len(context) <= SHORT and _AWARDS.search(context) is not None and not political(context, name)


def quoted_title(mention: str) -> bool:
    """Whether a mention is words between quotation marks that are no name of the tables, as titles of works are ("Out of Africa")."""
    text = mention.strip()
    if len(text) < 3 or _QUOTES.get(text[0]) != text[-1]:
        return False
    inner = text[1:-1].strip(" .,;")
    return " " in inner and inner[:1].isupper() and not lookup(inner)


def share_index(mention: str) -> bool:
    """Whether a mention without a text is a share index that a publisher has its name from ("the Nikkei")."""
    return mention[:4] in {"the ", "The "} and mention[4:] in _INDICES


def _people(entry: Entry) -> bool:
    """Whether an entry is the word for a people, which may be its language's too."""
    if entry.kind == "state":
        return entry.form == "noun"
    return entry.kind == "group" and group(entry.code, None).sectors[:1] == ("CVL",)


def _country(entry: Entry) -> str | None:
    if entry.kind == "outlet":
        row = canonical(entry.code)
        return row.country if row else None
    return group_country(entry.code) if entry.kind == "group" else None
