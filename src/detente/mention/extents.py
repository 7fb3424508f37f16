"""Where a mention begins and ends, where the model cut it short, cut it in two, or took two for one."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import takewhile

from detente.knowledge.folding import fold
from detente.mention.closed import DETERMINERS, INITIALS, OWNERS, PRONOUNS
from detente.mention.furniture import before_party, behind, furniture
from detente.mention.kinds import described_by
from detente.text.abbreviations import TITLES
from detente.where.names import demonyms, state_called

Marked = tuple[int, int, str]
_BROKEN = re.compile(
    r"(?:(?<=\w)\s+(?:and|or|in|on|at|by|for|with|behind|into|under|over|against|between|the|a|an)|[\s,;:(/`“]|\s[-–—]"
    r"|(?<=\w)\s(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)$"
)
# A participle with what it links cut off: "a militant suspected" before "of planning", and "Trump's Middle" before "East".
_LINKED = re.compile(
    r"(?<=\w)\s(?:suspected|accused|charged|convicted|believed|wanted|loyal|opposed|allied|linked|affiliated|responsible)$"
)
_BEHIND_IT = re.compile(r"\s(?:of|to|in|by|for|with)\b")
_NEXT = re.compile(r"(?<=['’]s)\s(?:Middle|Far|Near|South|North|East|West|New|Supreme|National|White|Foreign|Prime|Red|Black)$")
# An adjective cut off from its noun: of "a U.S.-led invasion" the United States is meant, of "a Chad-based agency" the agency.
_COMPOUND = re.compile(
    r"(?:(?:[Aa]n?|[Tt]he)\s)?(?P<whom>\S+)-(?:(?P<by>led|brokered|sponsored|drafted|imposed|mediated)"
    r"|based|backed|born|held|controlled|supported|funded|trained|owned|run)"
)
_NOUN = re.compile(r"\s(?:[A-Z][\w’'-]*(?:\s(?:(?:of|for|and)\s)?[A-Z][\w’'-]*)*|[a-z][\w-]*)")
_CUT = re.compile(
    r"['’]s\b|(?<=['’])s\b|(?<=\d),\d{3}\b|(?<=\b[A-Z]\.[A-Z])\.|(?<=\b[A-Z])\.[A-Z]\b\.?|(?<=\b[A-Z]\.)[A-Z]\b\.?|(?<=\w-)\w+|(?<=\w)\w+"
)
_OPEN = re.compile(r"\s(?:of|from|near)$")
_REST = re.compile(r"\s(?:(?:the|an?|its|his|her|their|this|both)\s)?(?:[A-Z](?:\.[A-Z]\.?)+|[A-Z][\w'’-]*(?:\s[A-Z][\w'’-]*)*|[\w'’-]+)")
_TO = re.compile(r"\sto$")
_WHOM = re.compile(r"\s(?:the\s)?[A-Z][\w.'’-]*(?:\s[A-Z][\w'’-]*)*(?<!\.)")  # "a close aide to" before "President Ana Varela"
_NAME = r"(?:the\s)?[A-Z][\w’'-]+(?:\s[A-Z][\w’'-]+)*"
_RELATIVE = re.compile(r"\s+(?:who|whom|whose|which)\b")
_IS = re.compile(r"(he|she|it|we|they|you|i)['’](?:s|re|ve|d|ll|m)", re.IGNORECASE)  # a pronoun with its verb: "it's", "they've"
# "house" in "bases that house American troops", and nothing in "said that former President Varela".
_VERB = re.compile(r"(?:(?<=\sthat\s)|(?<=\swhich\s)|(?<=\swho\s))(?:house|host|shelter|guard|back|support|blame|target|fund|arm|train)s?\s(?=[A-Z])")
_CLAUSE = re.compile(r"(?:.*\sof\s)?(?:who|whom|whose|which)\b", re.DOTALL)  # "who", "two of whom"
_FIGURE = re.compile(r"(?<![\d,])\d{1,3}(?:,\d{3})*,$")
_HYPHEN = re.compile(
    r"-(?=[A-Z]|in-law\b)[\w’']+(?:-\w+)*|(?<=[a-z])-(?:owners?|builders?|breakers?|makers?|workers?|elect|waiting|goers?|bearers?|holders?|drivers?)\b"
)
_WORD = re.compile(r"[\w’'-]+")
# "Senior U.S." before "and Iranian officials": they share the noun.
_WHICH = ("senior", "top", "last", "first", "remaining", "other", "former", "young")
_SOME_OF = re.compile(rf"(?:(?:[Tt]he|[Aa]ll|[Ss]ome|[Ss]everal|[Mm]any|[Mm]ost)\s)?(?i:{'|'.join(_WHICH)})\s([A-Z][\w.’'-]*)")
_OTHERS = re.compile(r"(?:[A-Z][\w.’'-]*|allied|coalition|foreign)\s(?:[a-z-]+\s)*[a-z-]+s")
# "The presidents of Chad" before ", Mali and Niger": several people of several states are one mention.
_SEVERAL = re.compile(rf"(?:\S+\s)*?(?:\w+s|people)\s(?:of|from)\s{_NAME}(?:,\s{_NAME})*$")
_MORE = re.compile(rf"(?:,\s{_NAME})*\sand\s{_NAME}")
# The word right before a mention, with its article; only a state's adjective or letters ("U.S.") are asked for.
_STATE = re.compile(r"(?:\b[Tt]he[^\S\n])?(?<![\w.-])([A-Z][\w.’'-]*)[^\S\n]$")
_LETTERS = re.compile(r"(?:[A-Z]\.?){2,3}")
_OPENS, _WHOLE = DETERMINERS | PRONOUNS, PRONOUNS - OWNERS  # words that open a noun phrase, and that are one
_REACH = 40  # code points before a mention in which its state stands
_LONGEST_OFFICE = 5  # words within which the noun of an office stands: "deputy foreign affairs ministry spokesman"
_NO_OFFICE = frozenset("who whom whose which that the a an one all some another each other".split())  # before an office in a mention


def mended(text: str, start: int, marked: Sequence[Marked], names: Sequence[Marked]) -> list[Marked]:
    """The model's spans of a sentence that begins at `start`, in text order, each with the whole of a mention; `names` are the names there.

    None of a clause that a relative pronoun begins ("two of whom"), nor of what only furnishes the line (`furniture`).
    """
    found: list[Marked] = []
    for first, stop, kind in with_states(text, start, marked):
        if _CLAUSE.match(text, first, stop):
            continue
        first, stop = _named(text, first, stop, names)
        verb = _VERB.match(text, first, stop)
        first = behind(text, verb.end() if verb else first, stop)
        stop = before_party(text, first, whole(text, first, stop))
        adjective, noun = _COMPOUND.fullmatch(text, first, stop), _NOUN.match(text, stop)
        if adjective and noun:
            first, stop = adjective.span("whom") if adjective["by"] else (first, noun.end())
        if furniture(text, first, stop):
            continue
        if found and _goes_on(text, found[-1], (first, stop, kind)):
            first, stop = found[-1][0], max(found.pop()[1], stop)
        found.append((first, stop, kind))
    return found


def _named(text: str, first: int, stop: int, names: Sequence[Marked]) -> tuple[int, int]:
    """A span with all of a name or a figure that it cuts in two: "a clerk in Abu" before "Dhabi", "400 people" behind "21,"."""
    for begin, end, _ in names:
        if begin < stop and first < end:
            first, stop = min(begin, first), max(end, stop)
    figure = _FIGURE.search(text, max(first - _REACH, 0), first) if text[first].isdigit() else None
    return figure.start() if figure else first, stop


def _goes_on(text: str, one: Marked, other: Marked) -> bool:
    """Whether two spans are halves of one mention: both reach into one name, or side by side, "harbour pilot" and "Ana Mora"."""
    if one[:2] == other[:2] or other[0] < one[1] and (text[other[0] - 1] == "-" or one[1] < other[1]):
        return True
    if text[one[1] : other[0]] == " and ":
        return bool((first := _SOME_OF.fullmatch(text, *one[:2])) and _of_state(first[1]) and _OTHERS.fullmatch(text, *other[:2]))
    if text[one[1] : other[0]] == ". ":
        return text[slice(*one[:2])].lower() in TITLES and other[2] == "PER"  # "Reps" and "Jim Lind"
    if text[one[1] : other[0]] != " ":
        return False
    ours, theirs = (_WORD.findall(text[first:stop].lower()) for first, stop, _ in (one, other))
    if not ours or not theirs or theirs[0] in _OPENS or theirs[0][0].isdigit() or ours[-1][-1].isdigit():
        return False
    if ours[-1] in _WHOLE or state_called(ours[-1]):
        return False
    if ours[-1] in _WHICH:
        return True
    return state_called(text[slice(*other[:2])]) is None


def with_states(text: str, start: int, marked: Sequence[Marked]) -> list[Marked]:
    """The marked spans in text order; a person's begins with the state right before the office: "Chilean President Ana Varela" is one."""
    found: list[Marked] = []
    for first, stop, kind in marked:
        state = _STATE.search(text, max(start, first - _REACH), first) if kind == "PER" and _office(text[first:stop]) else None
        joined = bool(state and _of_state(state[1]))
        begin = state.start() if state and joined else first
        before = next((at for at in range(len(found), 0, -1) if found[at - 1][0] < begin), 0)
        if joined and not (before and found[before - 1][1] > begin):  # the state is no end of another mention
            found[before:] = [(begin, stop, kind)]
        else:
            found.append((first, stop, kind))
    return found


def _office(words: str) -> bool:
    """Whether a name with an office before it is all that a mention says: "President Ana Varela", "foreign ministry spokesman Juan Mora"."""
    first = words.lower().split()[:_LONGEST_OFFICE]
    before = list(takewhile(lambda word: word not in described_by(), first))
    return len(before) < len(first) and _NO_OFFICE.isdisjoint(before)


def _of_state(word: str) -> bool:
    """Whether a word is an adjective of a state, or the letters that one is called by ("US")."""
    return fold(word) in demonyms() or (_LETTERS.fullmatch(word) is not None and state_called(word) is not None)


def whole(text: str, start: int, end: int) -> int:
    """Where a mention ends that the model cut off in the middle: of a word, before a word that links nothing, behind what "of" leads to."""
    if pronoun := _IS.fullmatch(text, start, end):
        return pronoun.end(1)
    whole_word = text[start:end].lower() in PRONOUNS and text[start:end] not in INITIALS
    while cut := None if whole_word else _CUT.match(text, end) or _hyphened(text, start, end):
        end = cut.end()
    if clause := _RELATIVE.search(text, start, end):
        end = clause.start()
    end = _bracketed(text, start, end)
    while broken := _BROKEN.search(text, start, end):
        end = broken.start()
    rest = _REST.match(text, end) if _OPEN.search(text, start, end) else None
    if to := _TO.search(text, start, end):
        rest, end = _WHOM.match(text, end), to.start()
    if (linked := _LINKED.search(text, start, end)) and _BEHIND_IT.match(text, end):
        end = linked.start()
    if (cut := _NEXT.search(text, start, end)) and re.match(r"\s[A-Z]", text[end : end + 2]):
        end = cut.start()
    end = rest.end() if rest else end
    more = _MORE.match(text, end) if _SEVERAL.fullmatch(text, start, end) else None
    return more.end() if more else end


def _hyphened(text: str, start: int, end: int) -> re.Match[str] | None:
    """The rest of a name or noun behind a hyphen: "Mora" before "-Varela", "ship" before "-owners", not "US" in "US-Iran talks"."""
    rest = _HYPHEN.match(text, end)
    states = rest and [word for word in (text[start:end].split()[-1], rest[0][1:]) if state_called(word)]
    return None if states else rest


def _bracketed(text: str, start: int, end: int) -> int:
    """Where a mention ends whose brackets do not match: with the one that closes right behind, or before the one alone in it."""
    opened, closed = text.rfind("(", start, end), text.rfind(")", start, end)
    if opened > closed and text[end : end + 1] == ")":
        return end + 1
    return end - 1 if closed > opened < 0 and closed == end - 1 else end


def halves(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """ "Ana Varela, head of the port" is a name and an apposition, each a mention; also where a title comes first."""
    first, comma, rest = text[start:end].partition(", ")
    if " and " in rest:  # "the ambassadors of Chad, Mali and Niger"
        return [(start, end)]
    if not comma or ", " in rest or not rest:
        return [(start, start + len(first.rstrip()))]
    return [(start, start + len(first)), (end - len(rest), end)]
