"""The brief as one HTML file: no script, nothing from outside, everything from the article escaped."""

from __future__ import annotations

import base64
import hashlib
from functools import cache
from typing import NamedTuple

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from detente.brief import labels, timeline
from detente.brief.marks import Mark, Token, fields, paragraphs, split_ids
from detente.brief.model import View
from detente.brief.view import view
from detente.records import CodedArticle

WIDE, NARROW = 820, 320


class Bar(NamedTuple):
    """Width of a bar out of 100."""

    coop: float
    conf: float


def render(coded: CodedArticle) -> str:
    """`coded` as an HTML page that needs nothing but itself."""
    brief = view(coded)
    marks = _marks(brief, coded)
    pieces = list(paragraphs(labels.safe(coded.article.text), marks))
    style = _style(pieces)
    lines = (timeline.layout(brief.events, brief.head.published, name, width) for name, width in _WIDTHS)
    page = _environment().get_template("brief.html.j2")
    return page.render(
        brief=brief,
        style=Markup(style),  # noqa: S704 - our own file and ids, never text of the article
        style_hash=base64.b64encode(hashlib.sha256(style.encode()).digest()).decode(),
        timelines=[line for line in lines if line],
        bars=_bars(brief),
        article=[[fields(token) for token in piece] for piece in pieces],
        words={mark.id for mark in marks},
    )


_WIDTHS = (("wide", WIDE), ("narrow", NARROW))


@cache
def _environment() -> Environment:
    return Environment(
        loader=PackageLoader("detente.brief"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )


def _style(pieces: list[list[Token]]) -> str:
    """The style sheet, and a rule for each mark in pieces so that all of them light up when one is the target."""
    source, _, _ = _environment().loader.get_source(_environment(), "brief.css")  # type: ignore[union-attr]
    rules = [f":root:has(#{name}:target) .{name}{{background:var(--target)}}" for name in sorted(split_ids(pieces))]
    return source + "\n".join(rules)


def _marks(brief: View, coded: CodedArticle) -> list[Mark]:
    found: list[Mark] = []
    for row in (*brief.events, *brief.unsure):
        for number, span in enumerate(row.evidence):
            main = number == 0
            name = f"w-{row.ref}" + ("" if main else f"-{number + 1}")
            found.append(Mark(span.start, span.end, name, f"ev {row.shape}", row.ref, row.ref.upper() if main else ""))
    for voice in brief.voices:
        for quote in voice.quotes:
            for number, span in enumerate(quote.spans):
                name = f"w-{quote.ref}" + ("" if number == 0 else f"-{number + 1}")
                last = number == len(quote.spans) - 1
                found.append(Mark(span.start, span.end, name, "st", quote.ref, quote.ref.upper() if last else ""))
            if quote.cue:
                found.append(Mark(quote.cue.start, quote.cue.end, f"w-{quote.ref}-cue", "cue"))
    return found


def _bars(brief: View) -> list[Bar]:
    """Bars of all pairs on one scale, so that they compare; something that counts but scores nothing stays visible."""
    top = max((max(pair.coop_score, pair.conf_score) for pair in brief.pairs), default=0) or 1
    return [
        Bar(_width(pair.coop_score, pair.coop_n, top), _width(pair.conf_score, pair.conf_n, top))
        for pair in brief.pairs
    ]


def _width(score: float, count: int, top: float) -> float:
    return max(round(100 * score / top, 1), 2.0) if count else 0.0
