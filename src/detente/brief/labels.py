"""Names as a reader sees them: cleaned of anything that could act on a page or a terminal, with article and number."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from detente.actor import outlets
from detente.actor.heard import common
from detente.knowledge import organisations, states
from detente.records import Actor

# Controls, escape introducers, bidi overrides, lone surrogates and noncharacters: they never carry meaning in a label.
_UNSAFE = re.compile(
    r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff\ud800-\udfff\ufffe\uffff]"
)
_SPACE = re.compile(r"\s+")
_PRONOUNS = frozenset(
    {
        "he",
        "she",
        "they",
        "it",
        "we",
        "i",
        "you",
        "him",
        "her",
        "them",
        "us",
        "me",
        "who",
        "his",
        "hers",
        "its",
        "their",
        "theirs",
        "our",
        "my",
    }
)
_POSSESSIVE = re.compile(r"(?:['’]s|(?<=s)['’])$")
_HEADS = (
    "Agency Army Assembly Association Authority Bank Board Brigade Brotherhood Bureau Cabinet Command Commission"
    " Committee Community Conference Congress Corps Council Court Cross Department Emirates Executive Federation Force"
    " Forces Front Fund Government Guard House Islands Kingdom Kremlin League Ministry Mission Movement Nations Navy"
    " Alliance Coalition Foundation Group Institute Office Organi[sz]ation Parliament Party Pentagon Police Program Programme"
    " Republic Secretariat Senate Service States Tribunal Union"
    " Vatican Bahamas Comoros Gambia Maldives Netherlands Philippines Seychelles"
).replace(" ", "|")
_OFFICES = "Mayor|President|Governor|Minister|Secretary|Chairman|Chairwoman|Head|King|Queen|Speaker|Bishop|Presidents"
# Offices, ranks and titles of rulers, clergy and nobles that are written large before a name.
_FORMAL = frozenset(
    (
        "president vice-president secretary-general minister chancellor premier governor governor-general mayor speaker senator secretary ambassador"
        " judge justice commissioner chairman general colonel lieutenant brigadier major captain commander admiral marshal sergeant"
        " king queen emperor empress shah tsar emir sultan sheikh prince princess duke duchess"
        " pope patriarch cardinal archbishop bishop imam ayatollah"
    ).split()
)
_INITIAL = re.compile(r"(?<![\w'’])[^\W\d_]")
# What takes `the`: organisations by their head word, which comes last or before of, for, on, in; offices before `of`.
_WITH_THE = re.compile(
    rf"^(?:[\w'’.-]+ )*(?:{_HEADS})(?: \(.*\))?(?:$| (?:of|for|on|in|to)\b)|^(?:Prime )?(?:{_OFFICES}) of\b"
    r"|^United Arab Emirates|^United States\b|^White House$|^West$"
)
_DETERMINED = re.compile(
    r"(?i)^(?:at least|up to|(?:more|fewer|less) than|about|around|nearly|almost|over"
    r"|the|a|an|this|that|these|those|some|any|all|both|each|every|no|one|two|three|four|five|six|seven"
    r"|eight|nine|ten|many|several|few|most|more|other|another|his|her|its|their|our|my|your"
    r"|dozens|hundreds|thousands|somebody|\d\S*)\b|^(?-i:[A-Z])\S*['’]s? "
)
_OF_STATE = frozenset({"GOV", "MIL", "LEG", "JUD", "COP", "SPY", "PTY", "ELI"})
_LONG_ROLE = re.compile(r" (?:of|to|for|in|at|from|on|with|who) ")
_AFTER_HEAD = re.compile(r" (?:of|in|from|at|for|on|with|without|who|to|near|under|by|loyal|against|after|behind)\b")
_PLURAL_WORDS = frozenset({"police", "people", "men", "women", "children", "troops", "militia", "militants", "clergy"})
_SINGULAR_S = frozenset(
    {"states", "nations", "emirates", "philippines", "netherlands", "bahamas", "maldives", "seychelles", "comoros"}
)
_SINGULAR_S |= {
    "laos",
    "cyprus",
    "honduras",
    "belarus",
    "mauritius",
    "barbados",
    "reuters",
    "times",
    "news",
    "congress",
}


def clean(text: str | None) -> str:
    """`text` on one line without characters that act (controls, escapes, bidi overrides, surrogates)."""
    return _SPACE.sub(" ", _UNSAFE.sub("", text or "")).strip()


def safe(text: str) -> str:
    """`text` with acting characters replaced one for one, so that offsets and line breaks hold."""
    return _UNSAFE.sub("\ufffd", text.replace("\r", " "))


def _base(actor: Actor) -> str:
    name = clean(actor.name)
    if name:
        return name if actor.id and not actor.id.startswith("body:") else _running(name)
    text = _POSSESSIVE.sub("", clean(actor.text))
    if text.casefold() in _PRONOUNS or not text:
        return f"somebody (“{text}”)" if text else "somebody"
    return re.sub(r"^The ", "the ", text)


def _running(words: str) -> str:
    """A description without the capital that the beginning of a sentence gave it: `riot police`, but `Congolese troops`."""
    first, *more = words.split(" ")
    if not more and _DETERMINED.match(words):
        return words.lower()  # "Three were arrested"
    plain = more[-1][:1].islower() if more else _many(words)
    return words[:1].lower() + words[1:] if plain and not first.isupper() and common(first) else words


def name(actor: Actor) -> str:
    """The actor in running text: canonical name or own words, `the` where English wants it."""
    return _base(actor) if (actor.id or "").startswith("person:") else _articled(_base(actor))


def _articled(shown: str) -> str:
    if _DETERMINED.search(shown):
        return shown
    if _WITH_THE.search(shown) or (
        not _head(shown)[:1].isupper() and _head(shown).replace("-", "").isalpha() and not _many(shown)
    ):
        return f"the {shown}"
    return shown


def _head(shown: str) -> str:
    """The head noun of a description: the last word before its `of`, `in`, `from` ..."""
    return _AFTER_HEAD.split(shown)[0].split(" ")[-1]


def _many(shown: str) -> bool:
    """Whether a description is plural."""
    last = _head(shown).casefold()
    return (
        last in _PLURAL_WORDS
        or last.endswith("men")
        or (last.endswith("s") and not last.endswith(("ss", "us")) and last not in _SINGULAR_S)
    )


def titled(actor: Actor) -> str:
    """The actor in running text with office and country: `Foreign Minister Ana Duarte of Portugal`."""
    role, shown = clean(actor.role), name(actor)
    if not actor.name or not role or len(role) > 40 or role.casefold() in shown.casefold():
        return shown
    if (actor.id or "").startswith(("org:", "group:", "state:")):
        return clean(actor.text)  # "NATO allies", "a spokesman for the EU": the name is the body's, not theirs
    if _LONG_ROLE.search(role):
        return f"{shown} ({role})"
    # Whoever is of a state's institutions or politics is told with the state; who fights it or reports from it is not.
    land = states().get(actor.country or "") if not actor.sectors or actor.sectors[0] in _OF_STATE else None
    return f"{_office(role)} {shown} of {_articled(land.name)}" if land else f"{_office(role)} {shown}"


def _office(role: str) -> str:
    """An office as it stands before a name: `Prime Minister`, but `spokesman`."""
    return _INITIAL.sub(lambda letter: letter[0].upper(), role) if role.split(" ")[-1].casefold() in _FORMAL else role


def tag(actor: Actor) -> str:
    """The short code behind a name: country (ISO 3166-1 alpha-3), else organisation; empty if neither is known."""
    return clean(actor.country or actor.org)


def meaning(code: str) -> str:
    """The name behind a country or organisation code; empty if it is not known."""
    if code in states():
        return states()[code].name
    return next((found.name for found in organisations() if found.code == code), "")


def total(number: int, noun: str) -> str:
    """`1 event`, `2 events`."""
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"


def join(items: Iterable[str], word: str = "and") -> str:
    """`a`, `a and b`, `a, b and c`; repeated items are told once."""
    unique = list(dict.fromkeys(items))
    if len(unique) < 2:
        return "".join(unique)
    return f"{', '.join(unique[:-1])} {word} {unique[-1]}"


def names(actors: Sequence[Actor], most: int = 5) -> str:
    """The actors in running text; beyond `most` the rest is counted."""
    unique = list(dict.fromkeys(titled(actor) for actor in actors))
    offices = {_office(clean(actor.role)) for actor in actors}
    if (
        1 < len(unique) <= most
        and len(offices) == 1
        and all(one.startswith(f"{office} ") for office in offices for one in unique)
    ):
        office = offices.pop()
        return f"{office}s {join(one.removeprefix(office).strip() for one in unique)}"
    if len(unique) > most:
        return join([*unique[: most - 1], f"{len(unique) - most + 1} others"])
    return join(unique)


def plural(actors: Sequence[Actor]) -> bool:
    """Whether the verb after these actors is plural."""
    unique = {name(actor) for actor in actors}
    if len(unique) != 1:
        return len(unique) > 1
    shown = _base(actors[0])
    if shown == "somebody (“they”)" or _head(shown).casefold() in _PLURAL_WORDS:
        return True
    if (actors[0].id or "").startswith("group:") and re.search(r"(?<![aous])s$", shown):
        return True  # "the Houthis were", but "Hamas was"
    # A proper name ends in s by accident (Paris, Reuters); a description in lower case does so because it is plural.
    return not _head(shown)[:1].isupper() and _many(shown)


def last_is_capital(text: str) -> bool:
    """Whether the last word of `text` begins with a capital letter."""
    return text.split(" ")[-1][:1].isupper()


def capital(text: str) -> str:
    """`text` with its first letter in upper case."""
    return text[:1].upper() + text[1:]


def outlet(name: str | None) -> str:
    """An outlet for a reader, one that a state runs marked as such: `state-run TASS`."""
    shown = clean(name)
    return f"state-run {shown}" if shown and outlets.is_state(shown) and "state" not in shown.lower() else shown


def is_state(actor: Actor) -> bool:
    """Whether the actor is a state or organisation as such, rather than a person or a group within one."""
    if actor.role or (actor.id or "").startswith("person:"):
        return False
    governs = actor.sectors == ("GOV",) or (actor.id or "").startswith("state:")
    return bool(actor.org) or (bool(actor.country) and governs and last_is_capital(_base(actor)))


def same(one: Actor, other: Actor) -> bool:
    """Whether two mentions are one identity, as far as the records tell."""
    if one.id and other.id:
        return one.id == other.id
    return name(one).casefold() == name(other).casefold()
