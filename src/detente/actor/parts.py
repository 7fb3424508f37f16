"""The parts of a mention: what is coordinated and shares words, what stands in apposition, and a name that stands alone."""

from __future__ import annotations

import re
from collections.abc import Sequence

from detente.actor.lexicon import Entry, Segment, lookup, segments
from detente.actor.phrase import DETERMINERS, Phrase, mended, split
from detente.actor.places import state_of
from detente.actor.vocabulary import HONOURS
from detente.actor.words import words

_GEO = {"state", "org", "group"}
_NAMES = {"name", "person"}
_WHICH = {"last", "first", "remaining", "departing", "arriving", "top", "senior"}  # of several: "the last US and NATO forces"
_ALLIES = {"allied", "coalition", "foreign", "international", "government", "regional"}  # beside a state's, whose noun is theirs too
_BASED = re.compile(r"(.+)-(?:based|born|headquartered|registered|flagged|owned)")


def parts(items: Sequence[Segment]) -> list[list[Segment]]:
    """Split segments at "and" and commas."""
    found: list[list[Segment]] = [[]]
    for item in _opened(items):
        if item.kind == "and":
            found.append([])
        else:
            found[-1].append(item)
    return [part for part in found if part] or [[]]


def _opened(items: Sequence[Segment]) -> list[Segment]:
    """Open hyphenated or slashed pairs of states ("Russia-China", "US/UK") into two segments joined by "and"; "London-based" is British."""
    found: list[Segment] = []
    told = _told(items)
    for at, item in enumerate(items):
        if at + 1 < len(items) and item.text[:1].isupper() and (code := _seat(item.text)):  # "a Paris-based Iranian dissident" is of Iran
            seat = Entry("state", code, "adjective")
            found.append(Segment("other", item.text, None, item.words) if told else Segment("state", item.text, seat, item.words))
            continue
        if item.kind != "name" or len(item.words) > 1:  # as mostly
            found.append(item)
            continue
        after = items[at + 1] if at + 1 < len(items) else None
        if after and (after.kind == "other" or (after.role and after.role.kind == "thing")):  # "the Iran-Iraq war"
            found.append(item)
            continue
        pieces = item.text.replace("/", "-").split("-")
        hits = [segments(words(piece)) for piece in pieces] if len(pieces) > 1 else []
        if hits and all(len(hit) == 1 and hit[0].kind in _GEO for hit in hits):
            for index, hit in enumerate(hits):
                found += ([Segment("and", "and", None, ())] if index else []) + hit
        else:
            found.append(item)
    return found


def _told(items: Sequence[Segment]) -> bool:
    """Whether a mention tells by another word than its seat whose it is: a state or body, or that it is an envoy ("a Brussels-based diplomat")."""
    sent = items[-1].role if items else None
    return any(item.kind in {*_GEO, "outlet"} for item in items) or bool(sent and sent.sectors[:1] == ("GOV",))


def _seat(word: str) -> str | None:
    """The state in which a word with a hyphen seats somebody ("U.S.-based", "Yemeni-born")."""
    told = _BASED.fullmatch(word)
    if told is None:
        return None
    return next((entry.code for entry in lookup(told[1]) if entry.kind == "state"), None) or state_of(told[1])


def lone_name(cuts: Sequence[tuple[Phrase, ...]]) -> str | None:
    """The personal name that a mention consists of, with nothing that says who it is."""
    if len(cuts) != 1 or len(cuts[0]) != 1:
        return None
    phrase = cuts[0][0]
    kinds = [s.kind for s in phrase.head if not (s.role and s.role.phrase in HONOURS)]
    if phrase.tail or kinds not in (["name"], ["person"]):
        return None
    return " ".join(word.text for word in phrase.head[-1].words)


def apposition(items: Sequence[Segment]) -> Phrase | None:
    """One person told twice: "Ana Duarte, an opposition lawyer", "Russia's foreign minister, Sergei Lavrov"."""
    commas = [i for i, s in enumerate(items) if s.text == ","]
    if not commas:
        return None
    at = commas[0]
    left, right = list(items[:at]), [s for s in items[at + 1 :] if s.text != ","]
    for name, said in ((left, right), (right, left)):
        named = mended(name)
        if not named or any(s.kind not in _NAMES for s in named) or not any(s.role for s in said) or any(s.kind in _NAMES for s in said):
            continue
        if said is left and any(s.kind == "and" for s in said):
            continue
        until = next((i for i, s in enumerate(said) if s.kind == "and"), len(said))
        phrase = split(said[:until])
        return phrase._replace(head=phrase.head + tuple(named), names=tuple(s for s in named if s.kind == "name"),
                               kinds=phrase.kinds | {s.kind for s in named})  # fmt: skip
    return None


def one_body(items: Sequence[Segment]) -> list[Segment] | None:
    """One body with two fields in its name, of which "and" is a word: "the Oil and Gas Authority", "the Ministry of Trade and Industry"."""
    joints = [s for s in items if s.kind == "and"]
    bodies = [s for s in items if _singular_body(s)]
    fields = [s for s in items if s not in joints and s not in bodies and s.kind != "link"]
    if len(joints) != 1 or len(bodies) != 1 or joints[0].text not in {"and", "&"}:
        return None
    if not all(s.kind in {"name", "other"} or _field(s) for s in fields) or not all(word.capital for s in [*fields, *bodies] for word in s.words):
        return None
    linked = [s.text for s in items if s.kind == "link"]
    ends, opens = items[-1] is bodies[0] and not linked, items[0] is bodies[0] and linked[:1] == ["of"]
    return [s._replace(kind="other") if s is joints[0] else s for s in items] if ends or opens else None


def _singular_body(segment: Segment) -> bool:
    return bool(segment.role and segment.role.kind == "body" and segment.entry and not segment.entry.plural)


def _field(segment: Segment) -> bool:
    """Whether a word of a role table only tells what a body is about ("Health")."""
    return bool(segment.role and segment.role.kind in {"modifier", "sector", "thing"})


def _bare(part: Sequence[Segment]) -> bool:
    """Whether a conjunct only names a state or organisation, with nothing that it would be a modifier of."""
    named = [s for s in part if s.kind in _GEO]
    rest = [s for s in part if s.kind not in _GEO and not (s.role and s.role.kind == "modifier") and not s.text.isdigit()]
    return len(named) == 1 and all(s.text.casefold() in DETERMINERS | _WHICH for s in rest)


def shared(found: list[list[Segment]]) -> list[list[Segment]]:
    """Give conjuncts what they share: "Russian and Chinese troops", "the presidents of Russia and China", "Presidents A and B"."""
    first, last = found[0], found[-1]
    if joint := _joint(found):
        return joint
    if all(_bare(part) for part in found):
        return found
    if all(_bare(part) for part in found[:-1]) and not _bare(last):
        at = next((i for i, s in enumerate(last) if s.kind in _GEO), None)
        many = any(s.entry and s.entry.plural and s.role for s in last[(at or 0) + 1 :])
        if at is not None and many and last[at].words[-1].possessive:  # "Uganda and Rwanda's armies"
            return [part + _each(last[at + 1 :]) for part in [*found[:-1], last[: at + 1]]]
        if at is not None and _adjective_like(last[at]) and all(_adjective_like(s) for p in found[:-1] for s in p if s.kind in _GEO):
            return [part + _each(last[at + 1 :]) for part in [*found[:-1], last[: at + 1]]]
        if at is None and (noun := _noun_of_allies(last)) and all(_adjective_like(s) for p in found[:-1] for s in p if s.kind in _GEO):
            return [part + noun for part in found[:-1]] + [last]
    link = next((i for i, s in enumerate(first) if s.kind == "link" and s.text in {"of", "from", "in"}), None)
    if link is not None and all(_bare(part) for part in found[1:]):
        return [_each(first[: link + 1]) + part for part in [first[link + 1 :], *found[1:]]]
    title = first[0] if first else None
    if title and title.role and title.entry and title.entry.plural and all(s.kind in _NAMES for p in [first[1:], *found[1:]] for s in p):
        return [[*_each([title]), *part] for part in [first[1:], *found[1:]]]
    if len(found) > 1 and any(s.role for s in last[1:]) and all(_describes(part[0]) and not part[1:] for part in [*found[:-1], last[:1]]):
        return [[part[0], *_each(last[1:])] for part in [*found[:-1], last[:1]]]  # "Maronite and Druze militias"
    before = [s.role for part in found[:-1] for s in part]
    if all(role and role.kind in {"sector", "modifier"} for role in before) and any(s.role and s.role.kind == "sector" for s in first):
        at = next((i for i, s in enumerate(last) if s.role and s.role.kind == "sector"), None)
        if at is not None:  # "Sunni and Shiite militias"
            return [part + last[at + 1 :] for part in [*found[:-1], last[: at + 1]]]
    return _same_place(_same_state(found))


def _noun_of_allies(part: list[Segment]) -> list[Segment]:
    """The noun that a state beside them shares with its allies: "U.S. and coalition forces"; none where it is no plural for people or forces."""
    first, _, rest = part[0].text.partition(" ")
    noun = segments(words(rest)) if rest else part[1:]
    return noun if first.casefold() in _ALLIES and noun and noun[-1].role and noun[-1].text.endswith("s") else []


def _same_place(found: list[list[Segment]]) -> list[list[Segment]]:
    """Give the place behind the last of bare roles to those before it: "soldiers and police in Lagos", "the king and premier of Jordan"."""
    *before, last = found
    link = next((i for i, s in enumerate(last) if s.kind == "link" and s.text in {"in", "near", "from", "at"}), None)
    if not link and (owner := next((i for i, s in enumerate(last) if s.kind == "link" and s.text == "of"), None)):
        link = owner if all(s.kind == "state" for s in last[owner + 1 :]) else None
    if not link or not all(s.role or s.text.casefold() in DETERMINERS for part in [*before, last[:link]] for s in part):
        return found
    return [part + last[link:] for part in before] + [last]


def _joint(found: list[list[Segment]]) -> list[list[Segment]] | None:
    """Names that share their last word or the first: "North and South Korea", "Greek and Turkish Cypriots", "Bosnian Serbs and Croats"."""
    if len(found) != 2 or len(found[0]) != 1 or len(found[1]) != 1:
        return None
    opening, _, rest = found[0][0].text.partition(" ")
    if rest and found[0][0].kind in _GEO and any(entry.form in {"adjective", "name"} for entry in lookup(opening)):  # "Bosnian Serbs and Croats"
        whole = segments(words(f"{opening} {found[1][0].text}"))
        return [found[0], whole] if len(whole) == 1 and whole[0].kind in _GEO else None
    if " " not in found[1][0].text:
        return None
    whole = segments(words(f"{found[0][0].text} {found[1][0].text.rsplit(' ', 1)[1]}"))
    return [whole, found[1]] if len(whole) == 1 and whole[0].kind in _GEO else None


def _same_state(found: list[list[Segment]]) -> list[list[Segment]]:
    """Give the first conjunct's state to later ones that are bare roles: "Kenyan soldiers and police", "Turkey's president and premier"."""
    found = _of_its_own(found)
    owner = next((s for s in found[0] if s.text.casefold() not in DETERMINERS), None)
    if owner and owner.entry and owner.entry.form == "seat" and len(found[0]) <= 2:  # "the White House and Congress"
        return [part if index == 0 or not _body(part) else [owner, *part] for index, part in enumerate(found)]
    if not owner or owner.kind != "state" or not _adjective_like(owner) or not any(s.role for s in found[0][1:]):
        return found
    return [part if index == 0 or not (_at_home(part) or _adversary(found[0], part)) else [owner, *part] for index, part in enumerate(found)]


def _of_its_own(found: list[list[Segment]]) -> list[list[Segment]]:
    """Give the only state of the first conjunct to bodies and offices that are "its" or "their" own ("Bolivia and its army")."""
    states = [s for s in found[0] if s.kind == "state"]
    if len(states) != 1:
        return found
    return [[*states, *part[1:]] if index and part[0].text.casefold() in {"its", "their"} and _body(part[1:]) else part
            for index, part in enumerate(found)]  # fmt: skip


def _adversary(first: list[Segment], part: list[Segment]) -> bool:
    """Whether rebels or the opposition are told by no more than an article beside a state's government or army."""
    own = [s for s in part if s.text.casefold() != "the"]
    heads = {s.role.sectors[:1] for s in first if s.role and s.role.kind == "body"}
    return len(own) == 1 < len(part) and bool(own[0].role and set(own[0].role.sectors[:1]) & {"REB", "PTY"}) and bool(heads & {("GOV",), ("MIL",)})


def _body(part: list[Segment]) -> bool:
    """Whether a conjunct is one word for an institution ("parliament")."""
    own = [s for s in part if s.text.casefold() not in DETERMINERS]
    return len(own) == 1 and bool(own[0].role and own[0].role.kind == "body")


def _at_home(part: list[Segment]) -> bool:
    """Whether a conjunct is one or more role words without an article, of a kind that the state before it may have."""
    return bool(part) and all(s.role for s in part) and not any(set(s.role.sectors[:1]) & {"UAF", "REF"} for s in part if s.role)


def _each(items: list[Segment]) -> list[Segment]:
    """Turn "presidents" into one president for each of the states that share the word."""
    return [s._replace(text=s.role.phrase, entry=s.entry._replace(plural=False)) if s.entry and s.entry.plural and s.role
            and s.role.kind in {"office", "leader"} else s for s in items]  # fmt: skip


def _describes(segment: Segment) -> bool:
    """Whether a word tells whose or of which kind the noun behind it is: of a state, or of a faith, people or sector."""
    return _adjective_like(segment) or bool(segment.role and segment.role.kind == "sector")


def _adjective_like(segment: Segment) -> bool:
    """Whether a word can stand before a noun: an adjective, a possessive, an acronym (US) or an organisation."""
    entry = segment.entry
    if segment.kind != "state" or not entry:
        return segment.kind in {"org", "group"}
    return "adjective" in entry.form or entry.form in {"noun", "region"} or segment.words[-1].possessive or bool(entry.exact)
