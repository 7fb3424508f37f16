"""One dictionary of every phrase the tables know, and the cutting of a mention into the longest known phrases."""

from __future__ import annotations

from functools import lru_cache
from typing import Literal, NamedTuple

from detente import knowledge
from detente.actor.acronyms import said_as_word
from detente.actor.portfolios import portfolios
from detente.actor.words import Word, fold, words
from detente.knowledge import Organisation, RoleWord
from detente.knowledge.building import built_once
from detente.mention.closed import PARTICLES

Kind = Literal["state", "org", "group", "outlet", "person", "role", "link", "and", "name", "other"]
LINKS = {"of", "in", "to", "for", "at", "from", "with", "against", "near", "on", "by", "within", "under", "over", "towards", "outside"}
_PLAIN = {"the", "a", "an", "some", "all", "both", "its", "his", "her", "their", "our", "my", "your", "this", "that", "these", "those"}
# Places called after others: "New York".
_NEW = frozenset("York Jersey Orleans Hampshire Mexico England Haven Brunswick Plymouth Caledonia".split())
_SAID = {"org", "group"}  # whose acronyms many papers write as they are said
ANDS = {"and", "&", ",", ";", "or", "nor", "plus", "versus"}


class Entry(NamedTuple):
    """What a phrase stands for. `code` is the table's key; `form` how a state is named; `exact` an acronym."""

    kind: Kind
    code: str
    form: str = ""
    exact: str = ""
    role: RoleWord | None = None
    plural: bool = False


class Segment(NamedTuple):
    """Adjoining words of a mention that form one known phrase, a run of name words, a link, or unknown words; `role` is that of its entry."""

    kind: Kind
    text: str
    entry: Entry | None
    words: tuple[Word, ...]
    role: RoleWord | None = None


def _plural(phrase: str) -> str | None:
    first, link, rest = phrase.partition(" of ")
    if link:
        plural = _plural(first)
        return f"{plural} of {rest}" if plural else None
    head, _, last = phrase.rpartition(" ")
    for ending, other in (("man", "men"), ("woman", "women"), ("person", "people"), ("wife", "wives"), ("y", "ies")):
        if last.endswith(ending) and (ending != "y" or last[-2:-1] not in "aeou"):
            return f"{head} {last[: -len(ending)]}{other}".strip()
    if last.endswith(("people", "men", "women")) or (last.endswith("s") and not last.endswith("ss")):
        return None
    return f"{phrase}es" if last.endswith(("ch", "sh", "ss", "x")) and not last.endswith("arch") else f"{phrase}s"


@lru_cache(maxsize=1)
def organisation_table() -> dict[str, Organisation]:
    """Organisations by code."""
    return {row.code: row for row in knowledge.organisations()}


@built_once
def lexicon() -> dict[str, tuple[Entry, ...]]:
    """All phrases by folded key; the entry that was added first counts first."""
    table: dict[str, list[Entry]] = {}

    def add(form: str, entry: Entry) -> None:
        letters = form.replace(".", "").replace("-", "")
        if letters.isupper() and len(letters) <= 7 or len(letters) <= 3 and letters[:1].isupper():
            entry = entry._replace(exact=letters)
        if form.islower():
            entry = entry._replace(form="lower")  # a description that stands for a name ("world body")
        table.setdefault(fold(form), []).append(entry)

    for name in knowledge.state_names():
        add(name.form, Entry("state", name.iso3, name.kind))
    for org in knowledge.organisations():
        for form in (org.name, *org.aliases):
            add(form, Entry("org", org.code))
    for group in knowledge.groups():
        for form in (group.name, *group.aliases):
            add(form, Entry("group", group.code))
    for outlet in knowledge.outlets():
        for form in (outlet.name, *outlet.aliases):
            add(form, Entry("outlet", outlet.name))
    for row in knowledge.role_words():
        entry = Entry("role", row.phrase, role=row)
        table.setdefault(fold(row.phrase), []).append(entry)
        plural = _plural(row.phrase) if row.kind not in {"modifier", "sector", "former"} else None
        if plural:
            table.setdefault(fold(plural), []).append(entry._replace(plural=True))
    for row in portfolios():
        table.setdefault(fold(row.phrase), [Entry("role", row.phrase, role=row)])
    for office in knowledge.offices():
        for form in (office.name, *office.aliases):
            if " " in form:
                table.setdefault(fold(form), []).append(Entry("person", form))
    return {phrase: tuple(entries) if len(entries) == 1 else tuple(dict.fromkeys(entries)) for phrase, entries in table.items()}


@built_once
def _longest() -> dict[str, int]:
    """The number of words of the longest phrase for each first word and for each first two words."""
    lengths: dict[str, int] = {}
    for phrase in lexicon():
        size = phrase.count(" ") + 1
        first, _, rest = phrase.partition(" ")
        if lengths.get(first, 0) < size:
            lengths[first] = size
        if rest:
            two = f"{first} {rest.partition(' ')[0]}"
            if lengths.get(two, 0) < size:
                lengths[two] = size
    return lengths


def _fits(entry: Entry, text: str, single: bool) -> bool:
    """Whether the writing agrees: names need a capital, acronyms all of theirs or the look of a name ("Nato"), role words are free."""
    if entry.kind == "role":
        return not (entry.role and entry.role.kind == "thing") or text.islower() or text.startswith(entry.code)
    letters = text.replace(".", "").replace("-", "").replace(" ", "").replace("'", "")
    if entry.exact and single:
        return letters == entry.exact or (entry.kind in _SAID and letters == entry.exact.capitalize() and said_as_word(letters))
    return entry.form == "lower" or any(c.isupper() for c in text)


@lru_cache(maxsize=1 << 14)
def lookup(text: str) -> tuple[Entry, ...]:
    """Return what a whole phrase may stand for, in order of preference."""
    return tuple(e for e in lexicon().get(fold(text), ()) if _fits(e, text, " " not in text))


def segments(items: list[Word]) -> list[Segment]:
    """Cut words into the longest phrases known, links, "and", runs of capitalised unknown words, and the rest."""
    found: list[Segment] = []
    at = 0
    while at < len(items):
        word = items[at]
        if size := _towards(items, at):
            found.append(Segment("other", " ".join(w.text for w in items[at : at + size]), None, tuple(items[at : at + size])))
            at += size
            continue
        limit, segment = _first(word)
        if _new_place(items, at):
            segment = _unknown(word)
        if limit > 1 or (limit and word.possessive):
            known = _known(items, at, limit)
            segment = known if known and not _beginning_of_name(known, items, at) and not _outgrown(known, items, at) else segment
        if segment.kind == "name" and found and (previous := found[-1]).kind == "name" and not previous.words[-1].possessive:
            found[-1] = Segment("name", f"{previous.text} {segment.text}", None, previous.words + segment.words)
        else:
            found.append(segment)
        at += len(segment.words)
    return found


def _new_place(items: list[Word], at: int) -> bool:
    """Whether a "New" is the first word of a place's name, and no adjective."""
    return items[at].text == "New" and at + 1 < len(items) and items[at + 1].text in _NEW


def _beginning_of_name(segment: Segment, items: list[Word], at: int) -> bool:
    """Whether a phrase is the beginning of a longer name: an outlet's article and a common word ("the National Assembly"), a "New" before "York"."""
    if len(segment.words) == 1 and _new_place(items, at):
        return True
    if segment.kind != "outlet" or len(segment.words) != 2 or segment.words[-1].possessive or segment.words[0].text.casefold() != "the":
        return False
    after, alone = items[at + 2 : at + 3], _single(segment.words[1])
    return bool(after) and after[0].text[:1].isupper() and (alone is None or alone.kind != "outlet")


def _towards(items: list[Word], at: int) -> int:
    """How many words say for or against whom somebody is, where a name of several is cut by the hyphen ("a pro-Islamic State group")."""
    side, _, first = items[at].text.partition("-")
    if side not in {"pro", "anti"} or not first[:1].isupper():
        return 0
    known = _known([Word(first, items[at].possessive), *items[at + 1 :]], 0, _opened_by(first))
    return len(known.words) if known and len(known.words) > 1 else 0


def _outgrown(segment: Segment, items: list[Word], at: int) -> bool:
    """Whether a longer known phrase begins behind the article that a phrase is known with ("the Commonwealth of Independent States")."""
    size = len(segment.words)
    if size < 2 or segment.words[0].text.casefold() != "the":
        return False
    longer = _known(items, at + 1, _first(items[at + 1])[0])
    return longer is not None and len(longer.words) >= size


@lru_cache(maxsize=1 << 14)
def _first(word: Word) -> tuple[int, Segment]:
    """The most words that a known phrase beginning with a word has, and the segment that the word makes alone."""
    return _opened_by(word.text), (not word.possessive and _single(word)) or _unknown(word)


def opening(tokens: list[str], at: int) -> Segment | None:
    """Return the known phrase that begins with a token of a text, without cutting the rest."""
    reach = _opened_by(tokens[at].removesuffix("'s"))
    return _beginning(" ".join(tokens[at : at + reach])) if reach else None


@lru_cache(maxsize=1 << 13)
def _beginning(text: str) -> Segment | None:
    items = words(text)
    return _known(items, 0, _opened_by(items[0].text)) or (None if items[0].possessive else _single(items[0]))


def _known(items: list[Word], at: int, limit: int) -> Segment | None:
    """The known phrase of several words, or of one with a possessive, that begins at a word, with which the longest has `limit` words."""
    reach, first = min(limit, len(items) - at), items[at]
    if reach > 1 and not first.possessive and not (after := items[at + 1]).possessive:  # a possessive may be written in two ways
        reach = min(reach, _opened_by_two(first.text, after.text))
    if reach == 1 and not first.possessive:  # as nearly always
        return None
    owners = [w.possessive for w in items[at : at + reach]]
    for size in range(reach, 0, -1):
        chunk = items[at : at + size]
        if size > 1 and True in owners[: size - 1] and not _inner_possessive(chunk):
            continue
        text = " ".join([w.text for w in chunk])
        hits = _spelled(chunk) if True in owners[:size] else lookup(text)
        if hits or (hits := lookup(text)):
            return Segment(hits[0].kind, text, hits[0], tuple(chunk), hits[0].role)
    return None


def _single(word: Word) -> Segment | None:
    """The segment that a word makes alone, if it is known."""
    hits = lookup(word.text)
    return Segment(hits[0].kind, word.text, hits[0], (word,), hits[0].role) if hits else None


def _spelled(chunk: list[Word]) -> tuple[Entry, ...]:
    """What words with a possessive stand for: first without the last one ("America's"), then as they are written."""
    return lookup(_written([*chunk[:-1], chunk[-1]._replace(possessive=False)])) or lookup(_written(chunk))


@lru_cache(maxsize=1 << 14)
def _opened_by_two(word: str, after: str) -> int:
    """The number of words of the longest phrase that begins with two words, at least 1."""
    return _longest().get(" ".join(f"{fold(word)} {fold(after)}".split()[:2]), 1)


@lru_cache(maxsize=1 << 14)
def _opened_by(word: str) -> int:
    """The number of words of the longest phrase that begins with a word; 0 for most words."""
    return _longest().get(fold(word).partition(" ")[0], 0)


def _written(chunk: list[Word]) -> str:
    return " ".join(w.text + ("'s" if w.possessive and not w.text.endswith("s'") else "") for w in chunk)


def _inner_possessive(chunk: list[Word]) -> bool:
    """Whether a phrase may run over a possessive: only one that is written so in a table (Kurdistan Workers' Party)."""
    return any(fold(_written([*chunk[:-1], last])) in lexicon() for last in (chunk[-1], chunk[-1]._replace(possessive=False)))


def _unknown(word: Word) -> Segment:
    low = word.text.casefold()
    if low in LINKS:
        return Segment("link", low, None, (word,))
    if low in ANDS:
        return Segment("and", low, None, (word,))
    if low in _PLAIN:
        return Segment("other", word.text, None, (word,))
    name = word.capital or low in PARTICLES or low.startswith(("al-", "el-"))
    return Segment("name" if name else "other", word.text, None, (word,))
