"""A statement on its way: spans and mentions, no identities yet."""

from __future__ import annotations

from dataclasses import dataclass, field

from detente.event.scene import Scene
from detente.records import Attitude, Mention, StatementKind

Extent = tuple[int, int]  # code points of the article, or of a sentence


@dataclass
class Draft:
    """A statement before identities and ids. `parts` are content spans; `quoted` those of them in quotation marks.

    `hearer` is whom it is said to. `source` is who or what says it where that is no actor ("a poll", "sources").
    """

    scene: Scene
    cue: Extent | None
    speaker: Mention | None
    parts: list[Extent] = field(default_factory=list)
    quoted: list[Extent] = field(default_factory=list)
    paragraph: int = 0
    attitude: Attitude = "said"
    source: Extent | None = None
    hearer: Mention | None = None

    @property
    def kind(self) -> StatementKind:
        """`direct` if every part is a quotation, `mixed` if quotation marks stand inside a part, else `indirect`."""
        if self.parts and all(part in self.quoted for part in self.parts):
            return "direct"
        return "mixed" if self.quoted else "indirect"
