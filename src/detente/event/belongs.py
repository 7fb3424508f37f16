"""Whose an act told by a noun is: of "the Iranian missile attack" Iran is the doer, whatever stands farther off."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from detente.knowledge.folding import fold
from detente.records import Mention
from detente.where.names import demonyms, state_called

if TYPE_CHECKING:
    from detente.event.drafts import Draft

# By the annotation of corpus/train a people's name before such a noun is that of the doer; before "soldiers were killed" it is no act's.
_NOUNS = {
    "ASSAULT": r"(?:counter-?)?(?:attacks?|(?:air)?strikes?|raids?|bombings?|bombardments?|shelling|offensives?|invasion|incursions?|assaults?)",
    "SANCTION": r"(?:sanctions?|embargo(?:es)?|tariffs?|boycott)",
    "THREATEN": r"(?:threats?|ultimatums?|warnings?)",
    "MOBILIZE": r"(?:mobili[sz]ation|build-?up|drills?|manoeuvres?|maneuvers?|exercises?|deployments?)",
}
_PHRASES = {act: re.compile(rf"(?:\s[a-z-]+){{0,2}}\s{noun}", re.IGNORECASE) for act, noun in _NOUNS.items()}
_LETTERS = re.compile(r"[A-Z]\.?[A-Z]\.?")


def whose(draft: Draft) -> Mention | None:
    """Who by the words right before a noun does what it tells: the mention of a people or of an owning state; None if nobody stands there."""
    phrase = _PHRASES.get(draft.act)
    if phrase is None:
        return None
    begin, end = draft.scene.start, draft.trigger[1]
    before = [one for one in draft.scene.mentions if one.end < draft.trigger[0] and phrase.fullmatch(draft.scene.text, one.end - begin, end - begin)]
    return next((one for one in before if of_a_state(one.text)), None)


def of_a_state(words: str) -> bool:
    """Whether words are a state's adjective, its letters, or its name as an owner's ("Iranian", "U.S.", "Iran's")."""
    bare = re.sub(r"['’]s$", "", words)
    if bare != words or _LETTERS.fullmatch(bare):
        return state_called(bare) is not None
    return fold(bare) in demonyms()
