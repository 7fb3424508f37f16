"""Sides put right by what only the whole article tells: compounds, speakers, callers, one party on both sides."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Protocol

from detente.event.drafts import Draft
from detente.records import Mention, Place
from detente.text.stretches import stretches

BOMBS = frozenset({"explosives", "suicide-attack"})  # which no state sets off in its own land
_ABROAD = frozenset({"AID", "ASSAULT", "COERCE", "CONCEDE", "SANCTION"})


class Told(Protocol):
    """What is needed of a statement: its speaker's mention and its parts."""

    @property
    def speaker(self) -> Mention | None:
        """The mention of who says it."""

    @property
    def parts(self) -> Sequence[tuple[int, int]]:
        """The spans of what is said."""


def settle_sides(
    drafts: Sequence[Draft], told: Sequence[Told], members: Callable[[str], Sequence[str]], key: Callable[[str], str]
) -> None:
    """Put the sides of all drafts right, in place.

    `members` gives the chains behind a compound ("the two leaders"), `key` the identity of a chain.
    """
    near = stretches(told, lambda statement: statement.parts)
    for draft in drafts:
        _expand(draft, members)
        for statement in near(draft.trigger[0]):
            if statement.speaker and any(s <= draft.trigger[0] and draft.trigger[1] <= e for s, e in statement.parts):
                _place_speaker(draft, statement.speaker, statement.parts, members)
        draft.actors[:] = {key(chain): chain for chain in reversed(draft.actors)}.values()
        draft.actors.reverse()
        # a compound's key joins those of its members: "the US and its allies" does nothing to the US
        acting = {part for chain in draft.actors for part in key(chain).split("+")}
        draft.recipients[:] = [chain for chain in draft.recipients if not acting.issuperset(key(chain).split("+"))]


def supply_recipients(drafts: Sequence[Draft], required: Callable[[str], bool], country: Callable[[str], str | None], home: str) -> None:
    """Give an act that needs a recipient the state in which the text is at home, where outsiders do it and nobody else is named.

    "France has suspended military training", in a story about Guinea. The state must be named in a neighbouring sentence.
    """
    for draft in drafts:
        if draft.recipients or not draft.actors or draft.status == "called_for" or not required(draft.act):
            continue
        if any(country(chain) in (home, None) for chain in draft.actors):
            continue
        near = [m for m in (*draft.scene.near, *draft.scene.mentions) if m.type == "GPE" and country(m.chain) == home]
        for mention in sorted(near, key=lambda m: abs(m.start - draft.trigger[0]))[:1]:
            draft.recipients.append(mention.chain)
            draft.spans[mention.chain] = mention


def supply_abroad(
    drafts: Sequence[Draft],
    key: Callable[[str], str],
    country: Callable[[str], str | None],
    official: Callable[[str], bool],
    admit: Callable[[Place], Mention],
) -> None:
    """Give what a state does to nobody named, in a place of another state, to that state: "Israel bombed the Gaza Strip".

    Of the acts of states abroad in corpus/train, 300 have a recipient of the place's state, 101 another, 80 none. The place must be named in the
    act's sentence.
    """
    for draft in drafts:
        place = draft.place
        _spare_own_land(draft, key, country)
        if draft.recipients or not draft.actors or place is None or not place.country:
            continue
        if draft.act not in _ABROAD and not _withdraws(draft):
            continue
        if not draft.scene.start <= place.start < draft.scene.end or not all(official(chain) for chain in draft.actors):
            continue
        if {country(chain) for chain in draft.actors}.isdisjoint({place.country}):
            mention = admit(place)
            draft.recipients.append(mention.chain)
            draft.spans[mention.chain] = mention


def _spare_own_land(draft: Draft, key: Callable[[str], str], country: Callable[[str], str | None]) -> None:
    """Nobody leaves a state of their own: "the last US troops left, ending America's longest war"; no bomb is of the land where it goes off."""
    if draft.predicate.mode in BOMBS and draft.place:
        draft.actors[:] = [chain for chain in draft.actors if key(chain) != f"state:{draft.place.country}"]
    if _leaves(draft) and draft.status not in ("called_for", "refused"):
        own = {f"state:{country(chain)}" for chain in draft.actors}
        draft.recipients[:] = [chain for chain in draft.recipients if key(chain) not in own]


def _withdraws(draft: Draft) -> bool:
    return draft.act == "RETREAT" and draft.predicate.mode == "withdraw"


def _leaves(draft: Draft) -> bool:
    """Whether somebody withdraws from a place, a pact or a body, and so from nothing of their own."""
    return draft.predicate.mode == "withdraw" and draft.act in ("RETREAT", "SANCTION")


def struck_abroad(drafts: Sequence[Draft], key: Callable[[str], str], country: Callable[[str], str | None]) -> dict[str, str]:
    """Chains of whom nothing tells whose they are, that whoever hits them hits another state by what the story tells elsewhere, each with that state.

    "The Peruvian navy fired at an Ecuadorian trawler ... and wounded a sailor": no sailor of Peru.
    """
    attacks = [draft for draft in drafts if draft.act == "ASSAULT"]
    abroad: dict[str, set[str]] = {}
    for draft in attacks:
        states = {key(chain).removeprefix("state:") for chain in draft.recipients if key(chain).startswith("state:")}
        for actor in draft.actors:
            abroad.setdefault(key(actor), set()).update(states - {country(actor)})
    found: dict[str, str] = {}
    for draft in attacks:
        for actor in draft.actors:
            if len(abroad[key(actor)]) == 1:
                (state,) = abroad[key(actor)]
                found |= {chain: state for chain in draft.recipients if country(chain) == country(actor) and key(chain) == chain}
    return found


def _expand(draft: Draft, members: Callable[[str], Sequence[str]]) -> None:
    for side in (draft.actors, draft.recipients):
        for chain in [c for c in side if members(c)]:
            position = side.index(chain)
            mention = draft.spans.pop(chain)
            new = [member for member in members(chain) if member not in draft.spans]
            side[position : position + 1] = new
            draft.spans.update(dict.fromkeys(new, mention))


def _place_speaker(
    draft: Draft, speaker: Mention, parts: Sequence[tuple[int, int]], members: Callable[[str], Sequence[str]]
) -> None:
    """Who tells of an act is no party to it by telling; but what is called for or threatened is so by who says it."""
    seated = draft.spans.get(speaker.chain)
    if draft.status == "called_for":
        if not draft.actors and seated is None:
            draft.actors.append(speaker.chain)
            draft.spans[speaker.chain] = speaker
    elif seated and len(draft.spans) > 1 and not (draft.status == "conditional" and speaker.chain in draft.actors):
        own = [m for m in draft.scene.mentions if speaker.chain in (m.chain, *members(m.chain))]  # "Lind and Mora said they would meet"
        if not any(s <= m.start and m.end <= e for m in own for s, e in parts):
            for side in (draft.actors, draft.recipients):
                side[:] = [chain for chain in side if chain != speaker.chain]
            del draft.spans[speaker.chain]
