"""A series as an SVG file of its own, and as a chart for the terminal."""

from __future__ import annotations

import io
from collections.abc import Sequence
from importlib.resources import files

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from detente.brief import chart, dates
from detente.series import Change, Row, Tension

_LIGHT = ":root{--paper:#fdfcf9;--soft:#5c616b;--rule:#dedbd2;--planned:#1d56a6;--denied:#a12b2b;--coop:#2f7f63;--conf:#bb4a36}"
_DARK = (
    "@media (prefers-color-scheme:dark){:root{--paper:#15171b;--soft:#a2a7b1;--rule:#343840;--planned:#86b4f7;--denied:#f28b82;"
    "--coop:#58b893;--conf:#e0806e}}svg{background:var(--paper)}"
)
_ROOM = 30
_QUIET = 3


def svg(rows: Sequence[Row], index: Sequence[Tension], turns: Sequence[Change], title: str) -> str:
    """One SVG document, light or dark as the viewer is."""
    environment = Environment(
        loader=PackageLoader("detente.brief"), autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True
    )
    macro = environment.get_template("chart.svg.j2").module.chart  # type: ignore[attr-defined]
    drawn = str(macro(chart.layout(rows, index, turns), title))
    style = (files("detente.brief") / "templates" / "series.css").read_text(encoding="utf-8")
    body, mark, rest = drawn.strip().partition(">")
    return f"{body}{mark}<style>{Markup(_LIGHT + _DARK + style)}</style>{rest}\n"


def terminal(rows: Sequence[Row], index: Sequence[Tension], turns: Sequence[Change], *, width: int, colour: bool) -> str:
    """A line a period: cooperation to the left, conflict to the right, the tension index with its interval beside them."""
    from rich import box
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    out = io.StringIO()
    console = Console(
        file=out, width=max(width, 60), force_terminal=colour, color_system="standard" if colour else None, legacy_windows=False
    )
    top = max((max(row.coop_score, row.conf_score) for row in rows), default=0) or 1
    found, changed = {one.date: one for one in index}, {turn.date for turn in turns}
    room = max(6, min(_ROOM, (width - 58) // 2))
    table = Table(box=box.SIMPLE_HEAD, pad_edge=False, header_style="dim")
    for name, side in (
        ("from", "left"),
        ("", "right"),
        ("cooperation", "right"),
        ("conflict", "left"),
        ("", "left"),
        ("articles", "right"),
    ):
        table.add_column(name, justify=side, no_wrap=True)  # type: ignore[arg-type]
    table.add_column("tension", no_wrap=True)
    still = 0
    for row in rows:
        # Long silence is one line.
        still = 0 if row.coop_n or row.conf_n else still + 1
        if still > _QUIET:
            if still == _QUIET + 1:
                table.add_row(Text("…", "dim"))
            continue
        one = found.get(row.date)
        coop, conf = (round(room * score / top) for score in (row.coop_score, row.conf_score))
        table.add_row(
            Text(dates.short(row.date), "bold red" if row.date in changed else ""), f"{row.coop_n} ({row.coop_score:.0f})" if row.coop_n else "",
            Text("█" * max(coop, int(row.coop_n > 0)), "green"), Text("█" * max(conf, int(row.conf_n > 0)), "red"),
            f"{row.conf_n} ({row.conf_score:.0f})" if row.conf_n else "", str(row.articles or ""),
            f"{one.value:.0f}  ({one.low:.0f} to {one.high:.0f})" if one else "",
        )  # fmt: skip
    console.print(table)
    return "\n".join(line.rstrip() for line in out.getvalue().splitlines()) + "\n"
