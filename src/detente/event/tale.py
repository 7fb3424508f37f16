"""What the acts of a story tell together of those who take part: who is harmed, who does what, whom the attacks of a sentence hit."""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Sequence

from detente.event.cast import Member
from detente.event.drafts import Draft
from detente.event.scene import Scene
from detente.event.sides import BOMBS

HARM = frozenset({"ACCUSE", "ASSAULT", "COERCE", "SANCTION"})
_REAL = ("happened", "ongoing")


class Tale:
    """Reckoned once for an article, since every draft asks for every member of its cast."""

    def __init__(self, drafts: Sequence[Draft], stage: Sequence[Scene]) -> None:
        starts = [scene.start for scene in stage]
        self._harmed: dict[str, list[Draft]] = defaultdict(list)
        self._doers: set[tuple[str, str]] = set()
        self._attackers: set[str] = set()
        self._attacks: dict[int, list[Draft]] = defaultdict(list)
        self._accusers: dict[int, set[str]] = defaultdict(set)
        for draft in drafts:
            self._doers |= {(draft.act, chain) for chain in draft.actors}
            for chain in draft.recipients if draft.act in HARM else ():
                self._harmed[chain].append(draft)
            if draft.act == "ACCUSE":
                self._accusers[draft.scene.index] |= set(draft.actors)
            if draft.act == "ASSAULT":
                self._attackers |= set(draft.actors) if draft.status in _REAL else set()
                for number in {bisect_right(starts, start) - 1 for start, _ in draft.triggers}:
                    self._attacks[number].append(draft)

    def only_harmed(self, member: Member, draft: Draft) -> bool:
        """Whether a member is harmed by another act and nowhere does what the draft tells: who was arrested arrests nobody."""
        harmed = any(one is not draft for chain in member.chains for one in self._harmed.get(chain, ()))
        return harmed and not any((draft.act, chain) in self._doers for chain in member.chains)

    def attacks(self, member: Member) -> bool:
        """Whether a member made an attack of the story."""
        return not member.chains.isdisjoint(self._attackers)

    def accuses(self, member: Member, scene: Scene) -> bool:
        """Whether a member accuses somebody in a sentence."""
        return not member.chains.isdisjoint(self._accusers.get(scene.index, ()))

    def suffers(self, member: Member, scene: Scene) -> bool:
        """Whether a member is whom an attack told in a sentence hits, the state where the bomb went off, or another one that only its places name."""
        for attack in self._attacks.get(scene.index, ()):
            where = attack.place is not None and member.side == f"{member.group}:{attack.place.country}"
            bombed = attack.predicate.mode in BOMBS and (where or member.place is not None)
            if bombed or not member.chains.isdisjoint(attack.recipients):
                return True
        return False
