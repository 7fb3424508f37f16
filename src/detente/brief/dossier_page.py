"""The dossier as one HTML file, in the style of the brief: no script, nothing from outside."""

from __future__ import annotations

import base64
import hashlib
from importlib.resources import files

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from detente.brief import chart, dates, labels
from detente.brief.dossier import Dossier, Paper
from detente.brief.marks import Mark, fields, paragraphs


def render(dossier: Dossier) -> str:
    """`dossier` as a page that needs nothing but itself."""
    folder = files("detente.brief") / "templates"
    style = "\n".join((folder / name).read_text(encoding="utf-8") for name in ("brief.css", "series.css", "dossier.css"))
    environment = Environment(
        loader=PackageLoader("detente.brief"), autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True
    )
    return environment.get_template("dossier.html.j2").render(
        it=dossier,
        style=Markup(style),  # noqa: S704 - our own files
        style_hash=base64.b64encode(hashlib.sha256(style.encode()).digest()).decode(),
        chart=chart.layout(dossier.periods, dossier.index, [turn for turn, _ in dossier.turns]) if dossier.periods else None,
        texts={paper.ref: _text(paper) for paper in dossier.papers},
        days=_days(dossier),
        turn_days={turn.date: dates.short(turn.date) for turn, _ in dossier.turns},
    )


def _days(dossier: Dossier) -> list[tuple[str, list[object]]]:
    found: dict[str, list[object]] = {}
    for entry in dossier.entries:
        found.setdefault(entry.date_words, []).append(entry)
    return list(found.items())


def _text(paper: Paper) -> list[list[dict[str, object]]]:
    """The article in paragraphs, with the words marked that lines of the dossier rest on."""
    marks = []
    for number, row in enumerate(paper.rows, 1):
        line = paper.lines.get(row.id)
        if line is not None:
            for part, span in enumerate(row.evidence):
                name = f"w-{paper.ref}-{number}" + (f"-{part}" if part else "")
                marks.append(Mark(span.start, span.end, name, f"ev {row.shape}", line, "" if part else line.upper()))
    return [[fields(token) for token in piece] for piece in paragraphs(labels.safe(paper.coded.article.text), marks)]
