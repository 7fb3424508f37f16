"""What speaks for an act having happened at a place of the article, as numbers; `event.places` weighs them."""

from __future__ import annotations

from typing import NamedTuple

from detente.event.nearby import Telling
from detente.event.placerows import OF_PLACE, row
from detente.event.surroundings import Surroundings, called
from detente.records import Place


class Candidate(NamedTuple):
    """A place that an act may have, or None, with what speaks for it (`placerows.FEATURES`)."""

    place: Place | None
    row: tuple[float, ...]


class Whereabouts(Surroundings):
    """What an article tells of its places, asked for one act's; see `Surroundings` for the arguments."""

    def candidates(self, index: int) -> list[Candidate]:
        """All places that the draft at `index` may have, and none.

        Where the act's own sentence has a place for it, another may replace that, but none does not: annotators differ in how many
        such places they write down, and the text model has learned from all of them.
        """
        draft = self.drafts[index]
        telling = Telling(self, draft)
        afar = self._afar(telling)
        found = [Candidate(place, telling.row(scene, place)) for scene, place in telling.places if not (afar and called(place) == called(self.line))]
        if afar and called(draft.place) == called(self.line):
            draft.place = None
        if draft.place is None:
            return [*found, Candidate(None, telling.nowhere())]
        if all(called(one.place) != called(draft.place) for one in found):
            found.append(Candidate(draft.place, row(OF_PLACE, (1.0,))))
        return found

    def _afar(self, telling: Telling) -> bool:
        """Whether an attack is told from where neither side is: "BRUSSELS - NATO launched air strikes against Yugoslavia"."""
        actors, recipients = telling.countries
        line = self.line.country if self.line else None
        return telling.draft.act == "ASSAULT" and bool(line and recipients) and line not in actors | recipients
