"""What the text around a mention says of a person that no table knows: the fuller name, and who the person is said to be."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from detente.actor.lexicon import lookup, segments
from detente.actor.phrase import DETERMINERS
from detente.actor.vocabulary import NO_GIVEN_NAME
from detente.actor.words import clean, fold, owned, words
from detente.mention.closed import PARTICLES

_INITIALS = re.compile(r"(?:[A-Z]\.)+|(?:Abd|Md|Mohd|Ma|St)\.")
_RUN = re.compile(r"[^\W_]+")
_REACH = 160
_GIVEN = 60
_ARTICLE = r"(?:an?|the|his|her|its|their|one of)"
# "X, an opposition lawyer, said", "X, 41, who leads the union", "X is a miner", "X (an editor)"
_AFTER = re.compile(
    r",?\s+who\s+(?P<verb>leads|heads|runs|chairs|commands|led|headed|ran|chaired|commanded"
    r"|farms|teaches|fishes|studies|preaches|edits|farmed|taught|fished|studied|preached|edited)\s+(?P<what>[^,.;:()\n]+)"
    r"|(?:,\s+\d{1,3})?(?:,\s+|\s+\(|\s+[-–—]\s+)(?:who\s+(?:is|was|works as|served as|became|remains)\s+)?"
    rf"(?P<said>{_ARTICLE}\s+[^,.;:()–—\n]+|[a-z][^,.;:()–—\n]+)"
    rf"|(?:,\s+\d{{1,3}},)?\s+(?:is|was|became|remains|,?\s*who (?:is|was))\s+(?P<being>{_ARTICLE}\s+[^,.;:()\n]+)"
)
_VERB = {"leads": "leader of", "led": "leader of", "heads": "head of", "headed": "head of", "runs": "head of", "ran": "head of",
         "chairs": "chairman of", "chaired": "chairman of", "commands": "commander of", "commanded": "commander of",
         "farms": "farmer", "farmed": "farmer", "teaches": "teacher", "taught": "teacher", "fishes": "fisherman", "fished": "fisherman",
         "studies": "student", "studied": "student",
         "preaches": "preacher", "preached": "preacher", "edits": "editor", "edited": "editor"}  # fmt: skip
# What somebody does: "accused the army of theft", not "retired general", "appointed Foreign Minister".
_DOES = re.compile(r"(?!appointed|elected|named|nominated)[a-z]+ed\s(?:that|an?|the|his|her|its|their|any|all|him|them|it|[A-Z]\S*)(?!\S)")
_CLAUSE = re.compile(r"\s(?:who|which|that|whose|where|when|while|after|before|because|as|told|said|says)\b.*$", re.DOTALL)
_ACCUSED = re.compile(
    r"\b(?:accus|acquit|assur|clear|convict|depriv|inform|notif|remind|rid|rob|strip|suspect|warn)(?!s?\s+of\b)\w*\s+(?:\w+\s+){0,2}$", re.IGNORECASE
)
# The last of the names before a name: "Ana Duarte and ", "Ana Duarte, ".
_PEER = re.compile(r"\b[A-Z][\w’'-]+ [A-Z][\w’'.-]+(?:,? and |, )$")
_NOW = re.compile(r"^(?:now|currently|still|also|then|at the time)\s+")
_JOINS = {"and", "of", "to", "for"}  # within a description: "the Chadian envoy to Paris"
_KNOWN = {"role", "state", "org", "group", "outlet"}


def fuller_name(name: str, context: str) -> str:
    """Return the longest name in the context that ends with a surname ("Duarte" -> "Ana Duarte"); the name itself if there is none."""
    if " " in name:
        return name
    best = name
    for start, _ in occurrences(name, context):
        given: list[str] = []
        for token in reversed(context[max(0, start - _GIVEN) : start].split(" ")[:-1]):
            if not (token[:1].isupper() and token.replace("-", "").replace("'", "").rstrip(".").isalpha()) and token not in PARTICLES:
                break
            if token.endswith(".") and not _INITIALS.fullmatch(token):
                break  # a sentence ends there
            if fold(token) in NO_GIVEN_NAME or any(entry.kind != "person" for entry in lookup(token)):
                break
            given.insert(0, token)
        best = max(best, " ".join([*given, name]), key=len)
    return best


@lru_cache(maxsize=8)
def _clean(context: str) -> str:
    """The text as `clean` gives it, which is asked about for each of its people."""
    return clean(context)


def occurrences(words: str, text: str) -> Iterator[tuple[int, int]]:
    """Where words stand in a text, as whole words; without overlap if they begin with a letter or digit."""
    first, size = _RUN.match(words), len(words)
    starts = _runs(text).get(first[0], ()) if first else (m.start() for m in re.finditer(re.escape(words), text))
    done = 0
    for start in starts:
        end = start + size
        if start >= done and text.startswith(words, start) and not text[end : end + 1].isalnum() and not text[start - 1 : start].isalnum():
            yield start, end
            done = end


@lru_cache(maxsize=4)
def _runs(text: str) -> dict[str, list[int]]:
    """Where each run of letters and digits begins: a long text is not searched whole for every name in it."""
    found: dict[str, list[int]] = {}
    for run in _RUN.finditer(text):
        found.setdefault(run[0], []).append(run.start())
    return found


def accused(context: str, start: int) -> bool:
    """Whether whom words from `start` on name is accused, robbed or told of what "of" behind them brings: "accused the army of lying"."""
    return _ACCUSED.search(context, max(start - _REACH, 0), start) is not None


def descriptions(name: str, context: str) -> Iterator[str]:
    """The noun phrases by which a text describes the person of a name, in the order in which they stand, those after the name first."""
    text = _clean(context)
    places = list(occurrences(clean(name), text))
    for start, end in places:
        if after := _AFTER.match(text, end, end + _REACH):
            if after["said"] and _does(after["said"], text[max(0, start - _REACH) : start]):
                continue
            said = after["said"] or after["being"] or f"{_VERB.get(after['verb'] or '', '')} {after['what'] or ''}"
            yield _NOW.sub("", _CLAUSE.sub("", said).strip())
    for start, _ in places:
        leading = text[max(0, start - _REACH) : start]
        if title := _before(leading) or _shared(leading):
            yield title


def _does(said: str, leading: str) -> bool:
    """Whether words behind a name and a comma are what the person does, as where the name itself is apposed ("the mayor, Ana Duarte, left")."""
    if _DOES.match(said):
        return True
    first = words(said)[0]
    known = first.text in DETERMINERS or any(segment.kind in _KNOWN for segment in segments(words(said)[:2])[:1])
    return not known and leading.endswith(", ") and bool(_before(leading))


def _shared(text: str) -> str:
    """The word for several that leads up to the names before a name: "journalists Ana Duarte and" of Jon Aslak."""
    while peer := _PEER.search(text):
        text = text[: peer.start()]
        title = _before(text)
        last = segments(words(title))[-1:] if title else []
        if last and last[0].entry and last[0].entry.plural:
            return title
    return ""


def _before(text: str) -> str:
    """The known words that lead up to a name: "the opposition lawyer", "Kenyan farmer and activist", "the union's head,"."""
    opening = re.split(r"[.;:()\n]", text)[-1].removesuffix(" ")
    kept: list[str] = []
    only_place = opening.endswith(",")
    for segment in reversed(segments(words(opening.removesuffix(",")))):
        if segment.kind not in _KNOWN and not (kept and fold(segment.text) in _JOINS):
            break
        kept.insert(0, " ".join(map(owned, segment.words)))
        only_place = only_place and segment.kind == "state"
    while kept and fold(kept[0]) in DETERMINERS | _JOINS:
        kept.pop(0)
    return "" if only_place else " ".join(kept)  # "in Paris, Ana Duarte"
