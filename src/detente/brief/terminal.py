"""The brief for a terminal: coloured where there is one, plain when piped, as wide as the terminal is."""

from __future__ import annotations

import io
import shutil
import sys
from collections.abc import Sequence

from rich import box
from rich.console import Console
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from detente.brief import labels
from detente.brief.model import Line, Pair, Party, Row, View, Voice
from detente.brief.view import view
from detente.records import CodedArticle

_COLOURS = {
    "happened": "green",
    "said": "green",
    "disputed": "red",
    "planned": "blue",
    "open": "yellow",
    "denied": "red",
}
_SIGNS = {"happened": "●", "said": "○", "disputed": "◌", "planned": "◇", "open": "△", "denied": "✕"}
_WIDE, _PLAIN_WIDTH, _LEAST = 96, 100, 40


def render(coded: CodedArticle, width: int | None = None, colour: bool | None = None) -> str:
    """`coded` as text for a terminal of `width` columns; colours as escape sequences if `colour`."""
    live = sys.stdout.isatty()
    if width is None:
        width = shutil.get_terminal_size((_PLAIN_WIDTH, 24)).columns if live else _PLAIN_WIDTH
    out = io.StringIO()
    console = Console(
        file=out,
        width=max(width, _LEAST),
        force_terminal=live if colour is None else colour,
        highlight=False,
        markup=False,
        emoji=False,
        legacy_windows=False,
        color_system="auto" if colour is None else "standard" if colour else None,
    )
    brief = view(coded)
    _head(console, brief)
    _lines(console, "What happened", brief.summary, "No event was found in this article.")
    if brief.more:
        console.print(Text(f"  {brief.more} more below", "dim"))
    _events(console, "Who did what to whom", brief.events)
    _voices(console, brief.voices)
    _lines(console, "Denied, refused or disputed", brief.disputed)
    _lines(console, "Open questions", brief.questions)
    _pairs(console, brief.pairs)
    _events(console, "Less sure, and counted nowhere above", brief.unsure)
    if brief.outlets:
        _title(console, "Credited outlets")
        console.print(Padding(Text(", ".join(brief.outlets)), (0, 2)))
    return "\n".join(line.rstrip() for line in out.getvalue().splitlines()) + "\n"


def _title(console: Console, words: str) -> None:
    console.print()
    console.print(Text(words, "bold"))


def _head(console: Console, brief: View) -> None:
    head = brief.head
    console.print(Text(head.title, "bold"))
    facts = [head.outlet, f"published {head.published_words}" if head.published else "date of publication not known"]
    facts += [labels.total(head.events, "event"), labels.total(head.statements, "statement"), head.codebook and f"codebook {head.codebook}"]
    console.print(Text(" · ".join(fact for fact in facts if fact), "dim"))


def _lines(console: Console, title: str, lines: Sequence[Line], otherwise: str = "") -> None:
    if not lines and not otherwise:
        return
    _title(console, title)
    if not lines:
        console.print(Padding(Text(otherwise, "italic"), (0, 2)))
    grid = Table.grid(padding=(0, 2), pad_edge=True)
    grid.add_column(no_wrap=True)
    grid.add_column(ratio=1)
    for line in lines:
        grid.add_row(_state(line.shape, line.status_words), Text.assemble(line.text, " ", (line.ref.upper(), "dim")))
    console.print(grid)


def _state(shape: str, words: str) -> Text:
    return Text(f"{_SIGNS[shape]} {words}", _COLOURS[shape])


def _events(console: Console, title: str, rows: Sequence[Row]) -> None:
    if not rows:
        return
    _title(console, title)
    if console.width < _WIDE:
        for row in rows:
            _card(console, row)
        return
    table = Table(box=box.SIMPLE_HEAD, pad_edge=False, header_style="dim", expand=True)
    for name, ratio in (
        ("", None),
        ("Date", 3),
        ("Who → whom", 5),
        ("Did what", 4),
        ("Status", 3),
        ("Where", 2),
        ("Who says so", 4),
        ("", None),
    ):
        table.add_column(name, ratio=ratio, no_wrap=ratio is None)
    for row in rows:
        did = Text.assemble(row.act, "\n", (row.type + (f"/{row.mode}" if row.mode else ""), "dim"))
        table.add_row(
            Text(row.ref.upper(), "dim"),
            Text(_date(row)),
            _sides(row),
            did,
            _state(row.shape, row.status_words),
            Text(row.place or "–"),
            Text(row.says or "the article"),
            Text(f"{100 * row.confidence:.0f}%", "dim"),
        )
    console.print(table)


def _card(console: Console, row: Row) -> None:
    first = Text.assemble((f"{row.ref.upper()} ", "dim"), _state(row.shape, row.status_words), f"  {_date(row)}")
    console.print(first)
    console.print(Padding(Text.assemble(_sides(row), ": ", (row.act, "bold")), (0, 0, 0, 4)))
    console.print(
        Padding(Text(f"{row.says or 'the article'} says so, {100 * row.confidence:.0f}% sure", "dim"), (0, 0, 0, 4))
    )


def _date(row: Row) -> str:
    if not row.date_words:
        return f"said {row.said_words}" if row.said_words else "not given"
    return f"by {row.date_words}" if row.date_basis == "article" else row.date_words


def _sides(row: Row) -> Text:
    sides = _parties(row.actors) or Text("not said", "dim")
    return Text.assemble(sides, " → ", _parties(row.recipients)) if row.recipients else sides


def _parties(many: Sequence[Party]) -> Text:
    words = [Text.assemble(one.name, (f" {one.tag}" if one.tag else "", "dim")) for one in many]
    return Text(", ").join(words)


def _voices(console: Console, voices: Sequence[Voice]) -> None:
    if voices:
        _title(console, "Who says what")
    for voice in voices:
        console.print(Padding(Text.assemble((voice.speaker, "bold"), f", {voice.role}" if voice.role else ""), (0, 2)))
        for quote in voice.quotes:
            words = f"“{quote.text}”" if quote.kind == "direct" else quote.text
            via = f" via {quote.outlet}" if quote.outlet else ""
            about = f" {', '.join(ref.upper() for ref in quote.about)}" if quote.about else ""
            console.print(
                Padding(Text.assemble((words, "magenta"), (f" {quote.kind}{via}{about}", "dim")), (0, 0, 0, 4))
            )


def _pairs(console: Console, pairs: Sequence[Pair]) -> None:
    if not pairs:
        return
    _title(console, "Cooperation and conflict, pair by pair")
    top = max(max(pair.coop_score, pair.conf_score) for pair in pairs) or 1
    for pair in pairs:
        console.print(Padding(Text(f"{pair.a} {'↔' if pair.both else '→'} {pair.b}"), (0, 2)))
        for words, number, score, colour in (
            ("cooperation", pair.coop_n, pair.coop_score, "green"),
            ("conflict   ", pair.conf_n, pair.conf_score, "red"),
        ):
            bar = "█" * max(round(20 * score / top), 1 if number else 0)
            amount = f" {number} (score {score:.1f})" if number else "none"
            console.print(Padding(Text.assemble((f"{words}  ", "dim"), (bar, colour), amount), (0, 0, 0, 4)))
