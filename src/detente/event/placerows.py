"""The numbers that speak for a place of an act, by name, in the order of their weights (`places.json`)."""

from __future__ import annotations

from collections.abc import Sequence

from detente.records import STATUSES

ACTS = (
    "ACCUSE", "AGREE", "AID", "ASSAULT", "COERCE", "CONCEDE", "CONSULT", "COOPERATE", "MOBILIZE", "PROTEST", "REJECT", "REQUEST", "RETREAT",
    "SANCTION", "SUPPORT", "THREATEN",
)  # fmt: skip
OF_PLACE = (
    "found", "these words found", "dateline", "dateline, long ago", "called like the dateline", "no coordinates", "a state",
    "in an actor's country", "in a recipient's country", "visit to a recipient", "in the story's country",
    "acts there", "acts of its parties there", "acts of its sentence there", "mentions", "share of mentions", "qualifies", "qualified",
    "labels the paragraph", "labels another", "wider than one beside", "wider than one about", "dateline, local",
)  # fmt: skip
BESIDE = (
    "beside", "relation", "best relation", "near the act", "clause between", "another between", "in", "from", "of", "opens the sentence",
    "within a party", "says who acts", "says who acts, in",
)  # fmt: skip
APART = (
    "before", "behind", "relation, apart", "sentence has places", "in, apart", "of, apart", "sentence before", "last places", "same paragraph",
    "for what is real", "in the headline", "for a headline", "in the lead",
    "there", "there, last places", "the town", "the town, last places", "long ago",
    "local", "local, last places", "in its paragraph, opens it",
)  # fmt: skip
MODES = (
    "abduct", "access", "aerial", "allege", "arrest", "assist", "beat", "boycott", "ceasefire", "censor", "change", "convict",
    "crowd-control", "curfew", "cyber", "demo", "deport", "destroy", "disapprove", "disarm", "discontinue", "drone", "expel", "explosives",
    "firearms", "heavy-weapons", "hunger", "investigate", "martial-law", "meet", "militia", "misinformation", "multilateral", "obstruct",
    "phone", "police", "primitive", "relations", "release", "resign", "restrict", "riot", "seize", "sexual", "strike", "suicide-attack",
    "targeted", "territory", "third-party", "torture", "troops", "unconventional", "vandalize", "violence", "visit", "weapons", "withdraw",
    "withhold", "yield",
)  # fmt: skip
KINDS = ("PER", "ORG", "GPE", "GRP")
NONE = (
    "none", "none: places about", "none: there", *(f"none: {name}" for name in (*STATUSES, *ACTS, *MODES, *KINDS)),
    "none: local", "none: in the lead", "none: headline", "none: tellings", "none: long ago",
)  # fmt: skip
FEATURES = (*OF_PLACE, *BESIDE, *APART, *(f"before: {act}" for act in ACTS), *(f"dateline: {act}" for act in ACTS), *NONE)


def row(block: Sequence[str], values: Sequence[float]) -> tuple[float, ...]:
    """A row in which only a block of `FEATURES` has values, from its first on."""
    begin = FEATURES.index(block[0])
    return (*(0.0,) * begin, *map(float, values), *(0.0,) * (len(FEATURES) - begin - len(values)))
