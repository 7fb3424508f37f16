"""What is wrong with a corpus article, one sentence each, so that an annotator can mend it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from detente.evaluate.inline import Fact, Inline, Mark
from detente.records import STATUSES

MENTION_TYPES = ("PER", "ORG", "GPE", "GRP")
KINDS = ("IGO", "UNO", "EUR", "NGO", "ISM", "IMG", "MNC")
_STATE = ("COP", "GOV", "JUD", "LEG", "MIL", "PRM", "PTY", "REB", "SPY", "UAF", "UNK")
_CIVIL = ("AGR", "BUS", "CRM", "CVL", "EDU", "ELI", "JRN", "LAB", "MED", "REF", "OPP", "PRE", "REL", "SOC")
SECTORS = frozenset((*_STATE, *_CIVIL))
LINKS = ("held", "cancelled", "postponed", "denied", "corrected", "same")
_EVENT_KEYS = {
    "actors",
    "recipients",
    "date",
    "place",
    "said",
    "by",
    "contexts",
    "cameo",
    "condition",
    "denied",
    "link",
}
_ACTOR_KEYS = {"country", "org", "kind", "sectors", "role"}
_STATEMENT_KEYS = {"speaker", "outlet"}


def check(article: Inline, modes: dict[str, frozenset[str]], contexts: frozenset[str]) -> list[str]:
    """List what is wrong with an article, one sentence each; `modes` maps each event type to its modes."""
    problems = [f"header: {key} is missing" for key in ("id", "published") if not article.header.get(key)]
    marked = {ident for mark in article.marks for ident in mark.ids}
    problems += [
        f"{ident} is marked but has no line"
        for ident in sorted(marked)
        if ident not in article.facts and ident[0] != "c"
    ]
    problems += [
        f"line {f.line}: {f.id} is marked nowhere"
        for f in article.facts.values()
        if f.id not in marked and f.id[0] != "a"
    ]
    problems += [
        f"mark over several lines or empty: {article.text[m.start : m.end]!r}"
        for m in article.marks
        if _bad_extent(article, m)
    ]
    for fact in article.facts.values():
        checker = _CHECKS.get(fact.id[0])
        if checker:
            problems += [
                f"line {fact.line}: {fact.id}: {problem}" for problem in checker(article, fact, modes, contexts)
            ]
    return problems


def _bad_extent(article: Inline, mark: Mark) -> bool:
    words = article.text[mark.start : mark.end]
    return not words.strip() or words != words.strip() or "\n" in words


def _unknown(fact: Fact, known: set[str]) -> Iterator[str]:
    yield from (f"unknown key {key}" for key in fact.values if key not in known)


def _check_actor(
    article: Inline, fact: Fact, modes: dict[str, frozenset[str]], contexts: frozenset[str]
) -> Iterator[str]:
    yield from _unknown(fact, _ACTOR_KEYS)
    if len(fact.words) != 2 or fact.words[0] not in MENTION_TYPES:
        yield 'write TYPE "name" with TYPE one of PER ORG GPE GRP'
    if not re.fullmatch(r"([A-Z]{3})?", fact.values.get("country", "")):
        yield "country is not three capital letters"
    if fact.values.get("kind", "IGO") not in KINDS:
        yield f"unknown kind {fact.values['kind']}"
    yield from (f"unknown sector {sector}" for sector in fact.items("sectors") if sector not in SECTORS)


def _check_time(
    article: Inline, fact: Fact, modes: dict[str, frozenset[str]], contexts: frozenset[str]
) -> Iterator[str]:
    if not fact.words or fact.words[0] not in ("DATE", "TIME", "DURATION", "SET"):
        yield "write DATE, TIME, DURATION or SET"
    elif len(fact.words) < 2:
        yield "the value is missing"


def _check_event(
    article: Inline, fact: Fact, modes: dict[str, frozenset[str]], contexts: frozenset[str]
) -> Iterator[str]:
    yield from _unknown(fact, _EVENT_KEYS)
    act, _, mode = (fact.words[0] if fact.words else "").partition("/")
    if act not in modes:
        yield f"unknown act {act}"
    elif mode and mode not in modes[act]:
        yield f"{act} has no mode {mode} (it has: {' '.join(sorted(modes[act])) or 'none'})"
    if len(fact.words) != 2 or fact.words[1] not in STATUSES:
        yield f"the second word must be a status: {' '.join(STATUSES)}"
    yield from (f"unknown context {context}" for context in fact.items("contexts") if context not in contexts)
    for key, letters in (
        ("actors", "a"),
        ("recipients", "a"),
        ("denied", "a"),
        ("date", "t"),
        ("place", "p"),
        ("said", "q"),
        ("by", "a"),
    ):
        for ident in fact.items(key):
            if ident[0] not in letters or ident not in article.facts:
                yield f"{key}={ident} is not known here"
    for link in fact.items("link"):
        kind, _, other = link.partition(":")
        if kind not in LINKS or other not in article.facts:
            yield f"link={link} is not kind:event with a known event"
    if fact.values.get("condition") and fact.values["condition"] not in article.text:
        yield "the condition's words are not in the text"


def _check_statement(
    article: Inline, fact: Fact, modes: dict[str, frozenset[str]], contexts: frozenset[str]
) -> Iterator[str]:
    yield from _unknown(fact, _STATEMENT_KEYS)
    if len(fact.words) != 1 or fact.words[0] not in ("direct", "indirect", "mixed"):
        yield "write direct, indirect or mixed"
    if fact.values.get("speaker") and fact.values["speaker"] not in article.facts:
        yield f"speaker={fact.values['speaker']} is not known here"


_CHECKS = {"a": _check_actor, "t": _check_time, "e": _check_event, "q": _check_statement}
