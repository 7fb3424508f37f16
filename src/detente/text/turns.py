"""Turns of a transcript: lines that begin with who speaks ("OBURA: ...", "Q: ...", "Mr Hale (Leeds): ..."), without quotation marks."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, replace
from functools import lru_cache

_LINE = re.compile(r"[^\n]+")
LARGE = r"(?![a-zß-öø-ÿ])[^\W\d_]"
_NAME = rf"{LARGE}[\w.’‘'-]*(?: (?:{LARGE}[\w.,’‘'-]*|\d{{1,2}}|of|the|for|de|al|bin|van|von)){{0,6}}"
_LABEL = re.compile(rf"[*_\s]{{0,4}}(?P<who>{_NAME})(?: ?\([^()\n]{{1,60}}\))?[*_]{{0,2}}:[*_]{{0,2}}\s+(?=\S)")
# Lines of this form that are no turn: what the page is, what stands above or below the talk, and the fields of a list.
_HEADING = re.compile(
    r"(?:[\w’'-]+ )*(?:transcripts?|interviews?|motions?|statements?|answers|house of \w+|parliament|hearing|topics?|subject|dates?"
    r"|time|place|present|sources?|notes?|editor|updates?|correction|urgent|opinion|background(?:er)?|names?|age|address|charges?"
    r"|location|status|price|results?|scores?|quantity|(?:mon|tues|wednes|thurs|fri|satur|sun)day|total|group \w+|day \w+)",
    re.IGNORECASE,
)
_ASIDE = re.compile(r"[(\[][^()\[\]\n]{1,80}[)\]]\s*")  # "(laughs)"
_ASKS = re.compile(r"q|question|reporter|journalist|interviewer", re.IGNORECASE)
_ANSWERS = re.compile(r"a|answer", re.IGNORECASE)
# Who leads through a programme, by a role that names nobody.
_LEADS = re.compile(r"host|anchor|presenter|moderator|announcer|narrator|operator", re.IGNORECASE)
QUOTES = "“\"‘'«"
LEAST_TURNS, LEAST_SHARE = 3, 0.4


@dataclass(frozen=True)
class Turn:
    """What one line of a transcript says, `start` to `end`; `label` is where it says who speaks."""

    start: int
    end: int
    label: tuple[int, int]


@lru_cache(maxsize=2)  # several stages of an article ask
def turns(text: str) -> tuple[Turn, ...]:
    """The turns of a transcript in text order; none where the text is no transcript.

    It is one where at least `LEAST_TURNS` lines have a label, one label comes again, and from the first such line to the last a
    share of at least `LEAST_SHARE` has one. A line without a label between two others goes on with the turn before, unless it
    stands in quotation marks or follows a question, for then somebody else may speak.
    """
    if text.count(":") < LEAST_TURNS:
        return ()  # as mostly
    lines = [match.span() for match in _LINE.finditer(text) if not match[0].isspace()]
    found_in = [_LABEL.match(text, *line) for line in lines]
    labels = [label if label and not _HEADING.fullmatch(label.group("who")) else None for label in found_in]
    labelled = [number for number, label in enumerate(labels) if label]
    again = Counter(label.group("who") for label in labels if label)
    if len(labelled) < LEAST_TURNS or max(again.values()) < 2:
        return ()
    first, last = labelled[0], labelled[-1]
    spoken = sum(not text[label.end()].islower() for label in labels if label)  # "Killed: two soldiers" is a list
    if len(labelled) < LEAST_SHARE * (last + 1 - first) or 2 * spoken < len(labelled):
        return ()
    found: list[Turn] = []
    for number in range(first, last + 1):
        (start, end), label = lines[number], labels[number]
        if label is None and found_in[number]:
            continue  # a heading
        begin = label.end() if label else end - len(text[start:end].lstrip())
        if aside := _ASIDE.match(text, begin, end):
            if aside.end() == end or not label:
                continue  # a stage direction, or what the reporter adds
            begin = aside.end()
        stop = begin + len(text[begin:end].rstrip())
        if label:
            found.append(Turn(begin, stop, label.span("who")))
        elif found and text[begin] not in QUOTES and not asks(text[slice(*found[-1].label)]):
            found.append(replace(found[-1], start=begin, end=stop))
    return tuple([turn for turn in found if any(map(str.isalpha, text[turn.start : turn.end]))])


def asks(label: str) -> bool:
    """Whether a label is whoever asks, without a name."""
    return bool(_ASKS.fullmatch(label))


def answers(label: str) -> bool:
    """Whether a label is whoever answers, without a name."""
    return bool(_ANSWERS.fullmatch(label))


def leads(label: str) -> bool:
    """Whether a label is whoever leads through a programme, by a role that names nobody."""
    return bool(_LEADS.fullmatch(label))


def named(label: str) -> bool:
    """Whether a label says who speaks, not only that somebody asks, answers or leads through a programme."""
    return not (asks(label) or answers(label) or leads(label))
