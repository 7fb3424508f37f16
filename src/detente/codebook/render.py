"""A codebook for people: Markdown with its types, modes, rules, contexts and sectors."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from detente.codebook.book import Codebook
from detente.codebook.shape import SAME, Rule


def markdown(book: Codebook) -> str:
    """The whole codebook as Markdown, which a terminal shows just as well."""
    return "\n".join(_lines(book)) + "\n"


def _lines(book: Codebook) -> Iterator[str]:
    data = book.data
    yield from (f"# {data.title or data.name}", "")
    if book.base:
        yield from (f"Extends {book.base.name}: its rules come first, then those below.", "")
    yield from ("## Types and modes", "", *types_table(book), "")
    yield from ("## From act and status to type", "", *rules_table(data.rules), "")
    yield from _terms("Contexts", data.contexts)
    yield from _terms("Sectors", data.sectors)
    yield from _terms("International actors", data.international)
    yield from _terms("Partially recognised (claimed by; always with PRE)", data.partially_recognised)
    yield from ("## Supplementary rules", "")
    for about, notes in data.notes.items():
        yield from (f"- {about}: {note}" for note in notes)


def types_table(book: Codebook) -> Iterator[str]:
    """The types with their modes as a Markdown table; the recipient is required where R stands."""
    yield "| type | mode | quad | score | CAMEO | meaning |"
    yield "|---|---|--:|--:|---|---|"
    for name in book.types:
        kind = book.type(name)
        required = " (R)" if kind.recipient_required else ""
        yield f"| **{name}**{required} | | {kind.quad} | {kind.score:+g} | {', '.join(kind.cameo)} | {kind.gist} |"
        for mode, about in kind.modes.items():
            yield f"| | {mode} | | {book.score(name, mode):+g} | | {about.gist} |"


def rules_table(rules: tuple[Rule, ...]) -> Iterator[str]:
    """The rules as a Markdown table; the first that fits decides."""
    yield "| status | act or type | becomes | why |"
    yield "|---|---|---|---|"
    for rule in rules:
        what = " ".join((*rule.acts, *(f"type {name}" for name in rule.types))) or "any other"
        if rule.modes:
            what += " / " + ", ".join(rule.modes)
        if rule.contexts:
            what += f" (context {' or '.join(rule.contexts)})"
        if rule.cameo:
            what += f" (CAMEO {' or '.join(rule.cameo)})"
        becomes = "as it is" if rule.becomes == SAME else rule.becomes.replace("/=", " with its mode")
        yield f"| {', '.join(rule.statuses) or 'any'} | {what} | {becomes} | {rule.why} |"


def _terms(title: str, terms: Mapping[str, str]) -> Iterator[str]:
    yield from (f"## {title}", "", *(f"- `{term}` {about}" for term, about in terms.items()), "")
