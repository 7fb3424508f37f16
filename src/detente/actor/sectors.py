"""The sectors that the words of a phrase give: the head's own, its institution's, and those of what modifies it."""

from __future__ import annotations

from detente.actor.identity import sector_list
from detente.actor.lexicon import Segment, lookup, organisation_table
from detente.actor.phrase import Phrase, institution_sectors
from detente.actor.vocabulary import KIN
from detente.actor.words import fold
from detente.knowledge import RoleWord

_SECONDARY = {"OPP", "PRE"}
_ALLIED = {"coalition", "alliance"}
_LEADING = {"UAF", "REB", "LAB", "PRM", "EDU", "REL", "REF", "AGR", "CRM", "LEG", "JUD", "SPY", "MED", "JRN", "PTY", "BUS", "MIL", "COP"}


def modifier_sectors(phrase: Phrase) -> tuple[str, ...]:
    """Sectors of words that modify the head: "rebel", "striking", and nouns before it ("student protesters")."""
    last = phrase.roles[-1] if phrase.roles else None
    owner = max((at for at, s in enumerate(phrase.head) if s.kind in {"name", "person"} and s.words[-1].possessive), default=-1)
    before = [s.entry.role for s in phrase.head[owner + 1 :] if s is not last and s.entry and s.entry.role and not _adjective_too(s)]
    if not before:
        return ()
    return sector_list(*(r.sectors for r in before if r.kind == "sector" or (r.kind in {"person", "body"} and "GOV" not in r.sectors)))


def _adjective_too(segment: Segment) -> bool:
    """Whether a word in small letters is an adjective before its noun, and elsewhere a rank ("a major dealer")."""
    return segment.text.islower() and any(entry.role and entry.role.kind == "modifier" for entry in lookup(segment.text))


OF_FIRMS = {"president", "vice president", "chief executive"}
"""Offices that firms have as states do."""
_PRIVATE = {("BUS",), ("EDU",), ("JRN",), ("LAB",), ("MED",), ("SOC",)}
_PRESIDING = {
    "president", "chancellor", "vice chancellor", "secretary general", "secretary-general", "director", "director general", "general secretary",
    "vice president",
}  # fmt: skip


def presides(phrase: Phrase) -> bool:
    """Whether an office is one of an institution that its complement names ("the president of the Chamber of Commerce")."""
    head = phrase.roles[-1].role if phrase.roles else None
    if head is None or head.phrase not in _PRESIDING or phrase.links[:1] != ("of",):
        return False
    led = [s.role for s in phrase.tail if s.role]
    return any(role.kind == "body" or (role.kind == "person" and role.sectors[:1] != ("GOV",)) for role in led)


def role_sectors(phrase: Phrase, stated: bool) -> tuple[str, ...]:
    """Return the sectors that the role words give: the head's own, or for "spokesman" and the like the institution's.

    `stated` tells that a state is named, so that an official of nothing else is one of its government.
    """
    if phrase.former and phrase.roles:
        return sector_list(("ELI",), tuple(s for s in institution_sectors(phrase.head) if s != "GOV"))
    if not phrase.roles:
        return modifier_sectors(phrase)
    head = phrase.roles[-1].role
    if head is None:
        return ()
    modifiers = modifier_sectors(phrase)
    if head.sectors[:1] == ("GOV",) and any(fold(s.text) == "exiled" for s in phrase.head):
        return ("PTY", "OPP", "ELI")
    if head.kind in {"head", "leader"}:
        return _leading_sectors(phrase, head, modifiers, stated)
    if presides(phrase):
        return institution_sectors(phrase.tail)
    if head.kind == "person" and head.sectors == ("GOV",) and head.phrase in {"official", "secretary", "negotiator"}:
        inner = institution_sectors([s for s in phrase.head if s is not phrase.roles[-1]]) or institution_sectors(phrase.tail)
        return inner or head.sectors
    if head.office in OF_FIRMS and modifiers[:1] in _PRIVATE:
        return modifiers  # "the company's president"
    if head.phrase == "minister" and "REL" in modifiers:
        return ("REL",)
    if head.phrase in KIN and any(s.words and s.words[-1].possessive for s in phrase.head):
        return head.sectors  # "soldiers' mothers"
    if head.phrase in _ALLIED and any(s.text.casefold().endswith("-led") for s in phrase.head):
        return ("MIL",)  # "the NATO-led coalition"
    if head.phrase == "deputy" and (owner := _owner(phrase)):
        return owner.sectors  # "the minister's deputy" sits in no parliament
    if head.sectors == ("MIL",) and "COP" in (modifiers or (institution_sectors(phrase.tail) if phrase.links[:1] == ("of",) else ())):
        return ("COP",)  # "police Sergeant Ruiz", "a captain of the state police"
    generic = head.sectors[:1] in {("CVL",), ("UAF",)} or modifiers[:1] in {("REB",), ("LAB",), ("PRM",)}
    leading = tuple(m for m in modifiers if m in _LEADING) if generic else ()
    return sector_list(leading, head.sectors, modifiers) if modifiers else head.sectors


def _leading_sectors(phrase: Phrase, head: RoleWord, modifiers: tuple[str, ...], stated: bool) -> tuple[str, ...]:
    """The sectors of who leads or speaks for something: that of what is led."""
    before = [s for s in phrase.head if s is not phrase.roles[-1]]
    own = institution_sectors([s for s in before if not (s.role and s.role.kind == "sector")]) or institution_sectors(phrase.tail)
    own = own or _of_organisation(phrase)
    if "OPP" in modifiers and own[:1] in {("GOV",), ()} and head.kind == "head":
        return ("PTY", "OPP")  # "the opposition treasury spokesman"
    if not own and _whose(phrase):
        return ()
    if not own and modifiers:
        return sector_list(("PTY",) if modifiers[0] == "OPP" else (), modifiers)
    if head.phrase == "chief of staff" and not own and _forces_have(phrase):
        return ("MIL",)
    unstated = head.sectors[1:] if head.kind == "leader" else ()  # a junta's leader is of the forces of whatever state
    return sector_list(own or (head.sectors if stated else unstated), tuple(m for m in modifiers if m in _SECONDARY))


def _forces_have(phrase: Phrase) -> bool:
    """Whether a chief of staff is one of the forces, as in all states but those whose president or premier has a known one."""
    owner = phrase.countries[0].entry if phrase.countries else None
    return bool(owner and owner.form in {"name", "adjective", "historic"} and owner.code not in {"USA", "GBR", "BRA", "PHL"})


def _of_organisation(phrase: Phrase) -> tuple[str, ...]:
    """The sectors of the organisation that somebody of a state is of ("a Slovak member of the European Parliament")."""
    led = next((s.entry for s in phrase.tail if s.kind == "org" and s.entry), None) if phrase.links[:1] == ("of",) else None
    return organisation_table()[led.code].sectors if led else ()


def _owner(phrase: Phrase) -> RoleWord | None:
    """Whose the last role is, where the one before it is in the possessive."""
    before = [s for s in phrase.head[:-1] if s.role]
    return before[-1].role if before and before[-1].words[-1].possessive else None


def _whose(phrase: Phrase) -> bool:
    """Whether a pronoun says whose it is ("its commander"): then only the text's earlier words can tell."""
    return any(fold(s.text) in {"its", "his", "her", "their", "our", "my", "your"} for s in phrase.head)
