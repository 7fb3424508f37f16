"""Drafts by where they stand, so that a long text is not searched whole for every content."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence

from detente.attribution.draft import Draft, Extent
from detente.attribution.quotes import Quotation
from detente.event.scene import Scene
from detente.records import Mention


class Near:
    """Drafts by where they stand, so that a long text is not searched whole for every content."""

    def __init__(self, scenes: Sequence[Scene], drafts: Sequence[Draft]) -> None:
        self.all: list[Draft] = []
        self._order, self._starts = scenes, [scene.start for scene in scenes]
        self._scenes: dict[int, list[Draft]] = {}
        self._paragraphs: dict[int, list[Draft]] = {}
        for draft in drafts:
            self.add(draft)

    def add(self, draft: Draft) -> Draft:
        """Take in a draft, and return it."""
        self.all.append(draft)
        self._scenes.setdefault(draft.scene.index, []).append(draft)
        self._paragraphs.setdefault(draft.paragraph, []).append(draft)
        return draft

    def scene(self, part: Extent) -> Scene:
        """The first sentence that a span touches."""
        first = max(bisect_right(self._starts, part[0]) - 1, 0)
        return next(self._order[at] for at in range(first, len(self._order)) if part[0] < self._order[at].end)

    def around(self, part: Extent) -> list[Draft]:
        """The drafts of the sentences that a span touches, and of those beside them."""
        first, last = bisect_right(self._starts, part[0]) - 2, bisect_right(self._starts, part[1])
        return [draft for index in range(first, last + 1) for draft in self._scenes.get(index, ())]

    def in_paragraphs(self, last: int, before: int) -> list[Draft]:
        """The drafts of a paragraph and of some before it."""
        return [draft for number in range(last - before, last + 1) for draft in self._paragraphs.get(number, ())]

    def cuts_in(self, quote: Quotation, owner: Draft, text: str) -> Mention | None:
        """Who acts in the sentence right before a quotation and is not who spoke so far: "Obura laughed. “Not today.”"."""
        scene = self.scene((quote.start, quote.end))
        before = self._order[scene.index - 1] if scene.index else None
        if before is None or scene.start < quote.opened - 1 or owner.scene.index >= before.index or self._scenes.get(before.index):
            return None
        if "\n" in text[before.end : scene.start] or any(s < before.end and before.start < e for s, e in owner.parts):
            return None
        first = next((m for m in before.mentions if m.start == before.start and m.type == "PER"), None)
        return first if first and owner.speaker and first.chain != owner.speaker.chain else None
