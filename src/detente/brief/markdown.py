"""The brief as Markdown: the parts of the page in the same order, the words behind each event beneath its number."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from detente.brief import labels
from detente.brief.model import Line, Pair, Party, Row, View, Voice
from detente.brief.view import view
from detente.records import CodedArticle

_SPECIAL = re.compile(r"([\\`*_\[\]#|<>~&$@]|^[-+=]|(?<=^\d)[.)])")
# Bare addresses would become links, which an escaped colon or dot prevents.
_SCHEME = re.compile(r"(?i)\b(https?|ftp|mailto|www)([:.])")


def escape(text: str) -> str:
    """`text` as literal words in Markdown, on one line."""
    return _SCHEME.sub(r"\1\\\2", _SPECIAL.sub(r"\\\1", labels.clean(text)))


def render(coded: CodedArticle) -> str:
    """`coded` as a Markdown document."""
    brief = view(coded)
    parts = [_head(brief), _summary(brief), _table("Who did what to whom", brief.events), _voices(brief.voices)]
    parts += [_list("Denied, refused or disputed", brief.disputed), _list("Open questions", brief.questions)]
    parts += [_pairs(brief.pairs), _table("Less sure, and counted nowhere above", brief.unsure), _outlets(brief), _words(brief)]
    return "\n\n".join(part for part in parts if part) + "\n"


def _head(brief: View) -> str:
    head = brief.head
    facts = [
        escape(head.outlet or ""),
        f"published {escape(head.published_words)}" if head.published else "date not known",
    ]
    facts += [labels.total(head.events, "event"), labels.total(head.statements, "statement")]
    made = [
        f"model {escape(head.model)}" if head.model else "",
        f"codebook {escape(head.codebook)}" if head.codebook else "",
    ]
    return f"# {escape(head.title)}\n\n" + " · ".join(fact for fact in [*facts, *made] if fact)


def _summary(brief: View) -> str:
    if not brief.summary:
        return "## What happened\n\nNo event was found in this article."
    more = f"\n\n{brief.more} more in the table below." if brief.more else ""
    return _list("What happened", brief.summary) + more


def _list(title: str, lines: Sequence[Line]) -> str:
    if not lines:
        return ""
    told = "\n".join(
        f"- **{line.status_words}.** {escape(line.text)} [{line.ref.upper()}](#w-{line.ref})" for line in lines
    )
    return f"## {title}\n\n{told}"


def _table(title: str, rows: Sequence[Row]) -> str:
    if not rows:
        return ""
    head = (
        "| | Date | Who → whom | Did what | Status | Where | Who says so | Sure |\n|---|---|---|---|---|---|---|--:|\n"
    )
    return f"## {title}\n\n" + head + "\n".join(map(_row, rows))


def _row(row: Row) -> str:
    date = row.date_words if row.date_basis != "article" else f"by {row.date_words}" if row.date_words else ""
    sides = _parties(row.actors) or "not said"
    if row.recipients:
        sides += f" → {_parties(row.recipients)}"
    state = row.status_words + (f" ({row.later}: {row.later_ref.upper()})" if row.later else "")
    did = f"{escape(row.act)} ({escape(row.type + ('/' + row.mode if row.mode else ''))})"
    told = f"said {row.said_words}" if row.said_words else "not given"
    cells = [f"[{row.ref.upper()}](#w-{row.ref})", date or told, sides, did, state, escape(row.place) or "–"]
    cells += [escape(row.says) or "the article", f"{100 * row.confidence:.0f}%"]
    return f"| {' | '.join(cells)} |"


def _parties(many: Sequence[Party]) -> str:
    return ", ".join(escape(one.name) + (f" ({escape(one.tag)})" if one.tag else "") for one in many)


def _voices(voices: Sequence[Voice]) -> str:
    return "## Who says what\n\n" + "\n\n".join(map(_voice, voices)) if voices else ""


def _voice(voice: Voice) -> str:
    role = f", {escape(voice.role)}" if voice.role else ""
    told: list[str] = []
    for quote in voice.quotes:
        words = f"“{escape(quote.text)}”" if quote.kind == "direct" else escape(quote.text)
        how = {"direct": "quoted", "indirect": "reported, not quoted", "mixed": "partly quoted"}[quote.kind]
        via = f", via {escape(quote.outlet)}" if quote.outlet else ""
        about = f", about {', '.join(ref.upper() for ref in quote.about)}" if quote.about else ""
        told.append(f"- {words} ({how}{via}{about})")
    return f"**{escape(voice.speaker)}**{role}\n\n" + "\n".join(told)


def _pairs(pairs: Sequence[Pair]) -> str:
    if not pairs:
        return ""
    head = "| Pair | Cooperation | Conflict | Events |\n|---|---|---|---|\n"
    return "## Cooperation and conflict, pair by pair\n\n" + head + "\n".join(map(_pair, pairs))


def _pair(pair: Pair) -> str:
    arrow = "↔" if pair.both else "→"
    refs = ", ".join(ref.upper() for ref in pair.refs)
    coop, conf = _amount(pair.coop_n, pair.coop_score), _amount(pair.conf_n, pair.conf_score)
    return f"| {escape(pair.a)} {arrow} {escape(pair.b)} | {coop} | {conf} | {refs} |"


def _amount(number: int, score: float) -> str:
    return f"{number} (score {score:.1f})" if number else "none"


def _outlets(brief: View) -> str:
    return f"## Credited outlets\n\n{', '.join(map(escape, brief.outlets))}" if brief.outlets else ""


def _words(brief: View) -> str:
    rows = (*brief.events, *brief.unsure)
    return "## The words behind it\n\n" + "\n".join(_evidence(rows)) if rows else ""


def _evidence(rows: Sequence[Row]) -> Iterator[str]:
    for row in rows:
        spans = "; ".join(f"“{escape(span.text)}” (characters {span.start} to {span.end})" for span in row.evidence)
        yield f'- <a id="w-{row.ref}"></a>{row.ref.upper()}: {spans}'
