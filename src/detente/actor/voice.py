"""Whom "I", "we" and "our" stand for in a quotation: the speaker, and the body that the speaker speaks for; and "you": who hears it."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

from detente.actor.parties import Parties
from detente.mention import Candidate, Chain
from detente.mention.closed import ONE_SPEAKER, SPEAKER, YOU

_LINKS = (" of ", " for ", " from ", " at ", " with ", " of the ", " for the ", " from the ")
_BACK = 12  # mentions
_VOICES = frozenset(
    "spokesman spokeswoman spokesperson secretary secretary-general chief chairman chairwoman chair head leader director president commander "
    "envoy delegate negotiator coordinator member organiser organizer executive officer official representative general colonel adviser".split()
)
Quotation = tuple[str, Sequence[tuple[int, int]]]  # the speaker's chain, the parts of what is said


def settle(quotations: Sequence[Quotation], chains: Sequence[Chain], parties: Parties) -> None:
    """Send the first persons of quotations to whom they stand for, in `parties.alias`, and in `parties.voice` where no body is known."""
    told = sorted(((m.start, m, chain) for chain in chains for m in chain.mentions), key=lambda row: row[0])
    starts = [start for start, _, _ in told]
    first: dict[str, str] = {}
    bodies = {speaker: _body(parties.chains[speaker], told, starts, parties) for speaker in {speaker for speaker, _ in quotations}}
    for speaker, parts in quotations:
        body = bodies[speaker]
        for start, end in parts:
            for _, mention, chain in told[bisect_left(starts, start) : bisect_left(starts, end)]:
                if mention.pronoun not in SPEAKER or mention.end > end or chain.id == speaker:
                    continue
                single = mention.pronoun in ONE_SPEAKER
                parties.alias[chain.id] = speaker if single else body or speaker
                if not single and body is None:
                    # Nobody knows who "we" are, but of one speaker they are the same.
                    parties.voice[chain.id] = first.setdefault(speaker, chain.id)


def address(quotations: Sequence[Quotation], chains: Sequence[Chain], parties: Parties) -> None:
    """Send the second persons of what is said to who hears it, in `parties.alias`; each of `quotations` has the hearer in the speaker's place."""
    spoken = sorted(((m.start, m.end, chain.id) for chain in chains for m in chain.mentions if m.pronoun in YOU), key=lambda row: row[0])
    starts = [start for start, _, _ in spoken]
    for hearer, parts in quotations:
        for start, end in parts:
            for _, last, chain in spoken[bisect_left(starts, start) : bisect_left(starts, end)]:
                if last <= end and chain != hearer:
                    parties.alias[chain] = hearer


def _body(speaker: Chain, told: Sequence[tuple[int, Candidate, Chain]], starts: Sequence[int], parties: Parties) -> str | None:
    """The chain of the state or body for which somebody speaks, if the text has it; a body speaks for itself."""
    if speaker.type != "PER":
        return speaker.id
    state = parties.spoken_for(speaker.id)
    if state != speaker.id:
        return state
    for mention in speaker.mentions:
        if mention.pronoun:
            continue
        at = bisect_left(starts, mention.end)
        for _, other, chain in told[at : at + 2]:
            if chain.type != "PER" and mention.after.startswith(_LINKS) and other.start - mention.end <= max(map(len, _LINKS)):
                return chain.id
        before = told[max(bisect_left(starts, mention.start) - _BACK, 0) : bisect_left(starts, mention.start)]
        before = [row for row in before if not row[1].quoted and not row[1].pronoun]
        words = set(mention.bare)
        named = [chain for _, other, chain in before if chain.type in ("ORG", "GRP") and other.name and set(other.name) <= words]
        if named:
            return named[-1].id
        if words & _VOICES:
            near = [(o, c) for _, o, c in before if c.type in ("ORG", "GRP") and mention.sentence - o.sentence <= 2 and not o.before.endswith("(")]
            near = [(o, c) for o, c in near if not any((i.id or "").startswith("outlet:") for i in parties.identities.get(c.id, ()))]
            if near:
                return next(c.id for o, c in near if o.sentence == near[-1][0].sentence)
    return None
