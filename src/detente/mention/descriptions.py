"""Whom a description stands for: the same words, the same head, the same office, or a kind of body that only one in the text is."""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import takewhile

from detente import knowledge
from detente.mention.candidates import Candidate
from detente.mention.chain import Chain, Told
from detente.mention.kinds import general, head
from detente.mention.pronouns import NEAR
from detente.mention.ranking import plural

_SPOKEN = frozenset({"spokesman", "spokeswoman", "spokesperson", "spokespeople"})
# One office under several names; any of them is a leader.
_OFFICES = (
    frozenset({"president"}), frozenset({"minister", "premier", "prime"}), frozenset({"chancellor"}), frozenset({"king", "monarch"}),
    frozenset({"emir"}), frozenset({"ruler"}), frozenset({"ambassador", "envoy", "attaché", "d'affaires", "d’affaires"}),
)  # fmt: skip
_LEAD = (1, 2)  # paragraphs behind the headline
_LEADERS = frozenset({"leader", "ruler", "head"}).union(*_OFFICES[:-1]) - {"minister"}
_COUNT = re.compile(
    r"(?:(?:about|around|some|nearly|almost|over|at least|more than|another)\s)?(?:\d|(?:two|three|four|five|six|seven|eight|nine|ten)\b)",
    re.IGNORECASE,
)
# A company is none of these, though they too have names.
_PUBLIC = frozenset("union department ministry nations council commission court parliament assembly agency office bank front army party".split())


_FORCES = frozenset({("army",), ("navy",), ("air", "force")})  # bare, a state's


def described(mention: Candidate, identity: str | None, told: Told, *, pair: bool) -> Chain | None:
    """The chain that a description joins, or None. `pair`: the words stand for two ("the two leaders")."""
    equal = [c for c in told.lately(told.worded(mention.bare)) if not _apart(mention, identity, c)]
    same = next((c for c in equal if not mention.name and c.type == mention.type), None)
    if same or pair or (same := _restated(mention, told)):
        return same
    if mention.words[:1] == ("the",) and mention.type in ("PER", "ORG") and (shorter := _shortened(mention, told)):
        return shorter
    back = mention.definite or (len(mention.words) == 1 and mention.type == "GRP")
    found = (_by_head(mention, identity, told) or _by_kind(mention, identity, told)) if back else None
    # Of what kind somebody is the model says by the sentence: "the council" is a body here and a group there.
    return found or next(iter(equal), None)


def _restated(mention: Candidate, told: Told) -> Chain | None:
    """What the headline calls shortly and the first paragraphs again with more words ("Farmers", "Several hundred farmers"), or fewer."""
    if mention.paragraph not in _LEAD or mention.type == "GPE":
        return None
    shown = takewhile(lambda c: c.mentions[0].sentence == 0, told.chains)
    fitting = [c for c in shown if _alike(mention, c) and c.last.sentence == 0 and _says_again(mention, c.mentions[0])]
    return fitting[0] if len(fitting) == 1 else None


def _alike(mention: Candidate, chain: Chain) -> bool:
    return chain.type == mention.type or {chain.type, mention.type} == {"ORG", "GRP"}


def _says_again(mention: Candidate, first: Candidate) -> bool:
    """Whether all words of the one are of the other, and what it is about is a common noun, though a headline writes it large."""
    fewer, more = sorted((mention, first), key=lambda one: len(one.bare))
    return set(fewer.bare) <= set(more.bare) and head(fewer.bare) in mention.text.split() + first.text.split() and not fewer.pronoun


def _by_head(mention: Candidate, identity: str | None, told: Told) -> Chain | None:
    words = mention.bare
    noun = head(words)
    for chain in takewhile(lambda c: mention.sentence - c.last.sentence <= NEAR * 2, told.recent()):
        if chain.type != mention.type or _apart(mention, identity, chain) or _some(mention, chain) or other_office(mention, chain):
            continue
        if _row(chain.mentions[0]) > _row(mention):
            continue  # "the parents" are not "police and parents"
        if set(words) <= chain.heads or _same_office(words, chain) or (noun in _SPOKEN and chain.heads & _SPOKEN):
            return chain
    return None


def another_force(mention: Candidate, chain: Chain) -> bool:
    """Whether a bare word is a state's force, and a chain an armed group that has it in its name ("the National Liberation Army")."""
    return mention.bare in _FORCES and chain.identity in _never_a_states()


@lru_cache(maxsize=1)
def _never_a_states() -> frozenset[str]:
    """The identities of groups that were at no time of a state's forces."""
    rows = knowledge.groups()
    serving = {row.code for row in rows if "MIL" in row.sectors}
    return frozenset(f"group:{row.code}" for row in rows if row.code not in serving)


def _row(mention: Candidate) -> int:
    """How many are joined in a mention, less one."""
    return mention.words.count("and")


def other_office(mention: Candidate, chain: Chain) -> bool:
    """Whether one is a minister and the other the prime minister."""
    return "minister" in mention.bare and "minister" in chain.heads and ("prime" in mention.bare) != ("prime" in chain.heads)


def _some(mention: Candidate, chain: Chain) -> bool:
    """Whether a chain is some of a number ("eight soldiers"), and a mention is no "the soldiers" but the whole army, or soldiers at large.

    The number of a name counts nobody ("7th Fleet").
    """
    counted = chain.type != "PER" and not chain.names and bool(_COUNT.match(chain.mentions[0].text))
    return counted and not (mention.definite and mention.bare[-1:] != ("police",) and plural(mention))


def _same_office(words: tuple[str, ...], chain: Chain) -> bool:
    """ "The leader" is whoever leads; "the premier" is the prime minister, and no president."""
    if words in (("leader",), ("ruler",)):
        return bool(chain.heads & _LEADERS)
    return len(words) == 1 and any(words[0] in office and chain.heads & office and words[0] != "minister" for office in _OFFICES)


def _by_kind(mention: Candidate, identity: str | None, told: Told) -> Chain | None:
    """The body or group of this kind that was told of last."""
    kind = general(mention.bare)
    if kind is None or mention.type == "PER":
        return None
    fitting = (c for c in told.of_kind(kind) if not c.members and c.type != "PER" and not _apart(mention, identity, c) and not _some(mention, c))
    near = next(fitting, None)
    return near or _by_name(mention, kind, told)


def _by_name(mention: Candidate, kind: str, told: Told) -> Chain | None:
    """What has a name and may be of this kind: "the bloc" is the EU, "the company" no outlet and no organisation of states."""
    for chain in takewhile(lambda c: mention.sentence - c.last.sentence <= NEAR, told.recent()):
        known = (chain.identity or "").partition(":")[0]
        fits = {
            "bloc": known == "org",
            "company": chain.type == "ORG" and known in ("", "org") and bool(chain.names) and chain.heads.isdisjoint(_PUBLIC),
            "group": chain.type in ("ORG", "GRP") and known in ("", "group") and bool(chain.names),
        }
        if fits.get(kind) and chain.last.before[-1:] != "(":
            return chain
    return None


def _shortened(mention: Candidate, told: Told) -> Chain | None:
    """ "The Council" is the Security Council that was named, "the Special Rapporteur" the one on torture."""
    name = mention.bare
    for chain in told.lately(told.named(name)):
        if chain.type != mention.type or another_force(mention, chain):
            continue
        if any(name == full[-len(name) :] and name != full for full in chain.names):
            return chain
    return None


def _apart(mention: Candidate, identity: str | None, chain: Chain) -> bool:
    return bool(identity and chain.identity and identity != chain.identity) or another_force(mention, chain)
