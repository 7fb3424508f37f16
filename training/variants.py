"""Generated variants: every frame of `corpus/frames.tsv` in every status, voice and company, fully annotated.

A frame is one act in one wording. It is put into a clause that gives it a status (active, passive, nominal), filled with
actors, joined now and then with a second clause, and told by somebody. So act and status vary independently of each other.
"""

from __future__ import annotations

import random
import re
from dataclasses import dataclass
from pathlib import Path

from lemminflect import getInflection

from training.examples import Example, Pair, Trigger
from training.fillers import FUTURE_TIMES, TIMES, Filler, Fillers
from training.nouns import choose, read_nouns

# Clause patterns by status. {A} actor, {V:tag} the verb phrase inflected (trigger), {N} the noun phrase, {C} who asks or
# tells, {T} time. Tags as in the Penn Treebank; "pass" is the passive participle with its recipient as subject {R}.
ACTIVE = {
    "happened": (
        "{A} {V:VBD} {T}",
        "{A} {V:VBD}",
        "{A} has {V:VBN}",
        "{T2}, {A} {V:VBD}",
        "{A}, which had already {V:VBN} once, gave no reason",
        "{A} {V:VBZ}",
        "after {A} {V:VBD} {T}, markets fell",
    ),
    "ongoing": (
        "{A} is {V:VBG}",
        "{A} has been {V:VBG} for weeks",
        "{A} was still {V:VBG} {T}",
        "{A} continues to {V:VB}",
        "{A} kept {V:VBG}",
    ),
    "planned": (
        "{A} will {V:VB} {F}",
        "{A} is set to {V:VB} {F}",
        "{A} plans to {V:VB}",
        "{A} announced it would {V:VB} {F}",
        "{A} agreed to {V:VB} {F}",
        "{A} is due to {V:VB} {F}",
        "{A} has promised to {V:VB}",
        "{A} was preparing to {V:VB}",
        "{A} is scheduled to {V:VB} {F}",
        "{A} vowed to {V:VB}",
        "{A} decided to {V:VB} {F}",
    ),
    "conditional": (
        "{A} threatened to {V:VB} if the deadline passed",
        "{A} warned it would {V:VB} unless its terms were met",
        "{A} said it would {V:VB} if talks failed",
        "{A} offered to {V:VB} in return for guarantees",
        "{A} would {V:VB} only if conditions were met",
        "if there is no answer, {A} will {V:VB}",
        "{A} was ready to {V:VB} should the attacks go on",
        "{A} gave {R0} two weeks or it would {V:VB}",
    ),
    "possible": (
        "{A} may {V:VB} {F}",
        "{A} could {V:VB} {F}",
        "{A} is considering whether to {V:VB}",
        "{A} might {V:VB}",
        "{A} is likely to {V:VB}",
        "it was unclear whether {A} had {V:VBN}",
        "{A} is weighing whether to {V:VB} {F}",
        "{A} reportedly may have {V:VBN}",
    ),
    "refused": (
        "{A} refused to {V:VB}",
        "{A} declined to {V:VB}",
        "{A} ruled out a move to {V:VB}",
        "{A} rejected calls to {V:VB}",
        "{A} will not {V:VB}",
        "{A} failed to {V:VB} as required",
        "{A} vowed never to {V:VB}",
        "{A} balked at {V:VBG}",
    ),
    "denied": (
        "{A} denied {V:VBG}",
        "{A} denied having {V:VBN}",
        "{A} did not {V:VB}",
        "{A} never {V:VBD}",
        "{A} has not {V:VBN}",
        "{A} dismissed reports that it had {V:VBN}",
        "it is not true that {A} {V:VBD}",
        "{A} stopped short of {V:VBG}",
    ),
}
CALLED = (
    "{C} urged {A} to {V:VB}",
    "{C} called on {A} to {V:VB}",
    "{C} demanded that {A} {V:VB}",
    "{C} asked {A} to {V:VB}",
    "{C} appealed to {A} to {V:VB}",
    "{C} pressed {A} to {V:VB} {F}",
    "{A} should {V:VB}, {C} said",
    "{A} was told by {C} to {V:VB}",
)
PASSIVE = {
    "happened": (
        "{R} {was} {V:pass} by {A} {T}",
        "{R} {was} {V:pass} {T}",
        "{R} had been {V:pass} by {A}",
        "{R}, {V:pass} by {A} {T}, made no comment",
    ),
    "ongoing": ("{R} {was} being {V:pass} by {A}",),
    "planned": ("{R} will be {V:pass} {F}", "{R} {was} to be {V:pass} by {A} {F}"),
    "conditional": ("{R} would be {V:pass} if the violence went on",),
    "possible": ("{R} may have been {V:pass} by {A}", "{R} could be {V:pass} {F}"),
    "denied": ("{R} {was} not {V:pass}", "{R} {was} never {V:pass} by {A}"),
}
NOMINAL = {
    "happened": (
        "the {N} {T} surprised observers",
        "the {N} came {T}",
        "following the {N} {T}, the mood changed",
        "the {N} followed months of tension",
        "{T2}'s {N} was widely noted",
    ),
    "ongoing": ("the {N} went into a third day", "the {N} continued {T}"),
    "planned": (
        "plans for the {N} {F} were made public",
        "preparations for the {N} are under way",
        "the {N} is scheduled for next month",
    ),
    "conditional": ("the threat of the {N} hung over the region",),
    "possible": ("speculation grew about the {N}", "a possible {N} was mentioned"),
    "denied": ("reports of the {N} were denied", "there was no {N}"),
}
OPENINGS = (
    "",
    "",
    "",
    "",
    "In a televised address, ",
    "Hours later, ",
    "Meanwhile, ",
    "According to local media, ",
    "In a separate development, ",
    "Despite the criticism, ",
    "State radio said ",
    "At the same time, ",
)
JOINS = (", while ", " and ", ", and ", " as ", " after ", " but ", ", adding that ", " because ")
_PLURAL = {"is": "are", "was": "were", "has": "have", "plans": "plan", "continues": "continue"}
_SLOT = re.compile(r"\{(R0|A2|A3|[ARPLXCTFNn]|T2|was|V:\w+)\}")


@dataclass(frozen=True)
class Frame:
    """One line of frames.tsv."""

    act: str
    mode: str | None
    actors: str
    verb: str
    noun: str | None

    @property
    def passive(self) -> str | None:
        """What follows the participle in the passive, if the recipient is the direct object."""
        found = re.match(r"\w[\w-]* \{[RP]\}(.*)", self.verb)
        return found.group(1) if found else None


def read_frames(path: Path) -> list[Frame]:
    """The frames in a file; lines with # are comments."""
    frames = []
    for line in path.read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            act, actors, verb, noun = line.split("\t")
            name, _, mode = act.partition("/")
            frames.append(Frame(name, mode or None, actors, verb, None if noun == "-" else noun))
    return frames


class Variants:
    """A generator of annotated sentences; the same seed gives the same sentences."""

    def __init__(self, frames: Path, open_sets: Path, seed: int) -> None:
        self.rng = random.Random(seed)
        self.frames = read_frames(frames)
        self.nouns = read_nouns(frames.with_name("nouns.tsv"))
        self.fillers = Fillers(open_sets, self.rng)

    def draw(self, count: int) -> list[Example]:
        """`count` sentences, acts drawn evenly so that rare ones are seen as often as common ones."""
        acts = sorted({(f.act, f.mode) for f in self.frames}, key=str)
        return [self._sentence(acts) for _ in range(count)]

    def _sentence(self, acts: list[tuple[str, str | None]]) -> Example:
        draft = _Draft()
        draft.add(self.rng.choice(OPENINGS))
        told = self.rng.random() < 0.15
        begin = len(draft.text)
        self._clause(draft, acts)
        if self.rng.random() < 0.45:
            draft.add(self.rng.choice(JOINS))
            self._clause(draft, acts)
        if told:
            end = len(draft.text)
            draft.add(", ")
            speaker = self.fillers.actor(self.rng.choice("LLOC"))
            cue = draft.add(self.rng.choice(("said", "according to", "told reporters", "announced")))
            draft.add(" ")
            who = draft.actor(speaker)
            draft.spans["content"].append((begin, end, "CONTENT"))
            draft.spans["cue"].append((*cue, "CUE"))
            draft.pairs += [Pair("content", cue, (begin, end)), Pair("speaker", cue, who)]
            draft.speaker = (cue, who)
        draft.add(".")
        return draft.example()

    def _clause(self, draft: _Draft, acts: list[tuple[str, str | None]]) -> None:
        if self.rng.random() < 0.2:
            noun, status, pattern = choose(self.nouns, self.rng)
            _Filling(self, draft, Frame(noun.act, noun.mode, "SSLO", "", noun.before + "*" + noun.rest), status, pattern).run()
            return
        act = self.rng.choice(acts)
        frame = self.rng.choice([f for f in self.frames if (f.act, f.mode) == act])
        status = self.rng.choice(
            (
                "happened",
                "happened",
                "happened",
                "ongoing",
                "planned",
                "planned",
                "conditional",
                "possible",
                "called_for",
                "refused",
                "denied",
            )
        )
        pattern = self._pattern(frame, status)
        _Filling(self, draft, frame, status, pattern).run()

    def _pattern(self, frame: Frame, status: str) -> str:
        if status == "called_for":
            return self.rng.choice(CALLED)
        roll = self.rng.random()
        if frame.noun and roll < 0.25 and status in NOMINAL:
            return self.rng.choice(NOMINAL[status])
        if frame.passive is not None and roll > 0.65 and status in PASSIVE:
            return self.rng.choice(PASSIVE[status])
        return self.rng.choice(ACTIVE[status])


class _Draft:
    """A sentence under construction."""

    def __init__(self) -> None:
        self.text = ""
        self.spans: dict[str, list[tuple[int, int, str]]] = {key: [] for key in ("mention", "place", "time", "cue", "content")}
        self.triggers: list[Trigger] = []
        self.pairs: list[Pair] = []
        self.links: list[tuple[tuple[int, int], dict[str, list[tuple[int, int]]]]] = []
        self.speaker: tuple[tuple[int, int], tuple[int, int]] | None = None

    def add(self, words: str) -> tuple[int, int]:
        """Append words and return where they stand."""
        start = len(self.text)
        self.text += words
        return start, len(self.text)

    def actor(self, filler: Filler) -> tuple[int, int]:
        """Append an actor and mark it."""
        span = self.add(filler.words)
        self.spans["mention"].append((*span, filler.type or "GRP"))
        return span

    def example(self) -> Example:
        """The finished sentence, its first letter raised, with positive and negative relations."""
        for source, roles in self.links:
            for kind, layer in (("actor", "mention"), ("recipient", "mention"), ("place", "place"), ("date", "time")):
                self.pairs += [Pair(kind, source, (s, e), float((s, e) in roles.get(kind, []))) for s, e, _ in self.spans[layer]]
        if self.speaker:
            cue, who = self.speaker
            self.pairs += [Pair("speaker", cue, (s, e), 0.0) for s, e, _ in self.spans["mention"] if (s, e) != who]
        spans = {layer: tuple(found) for layer, found in self.spans.items()}
        return Example(
            self.text[:1].upper() + self.text[1:],
            spans,
            triggers=tuple(self.triggers),
            pairs=tuple(self.pairs),
            source="variants",
        )


class _Filling:
    """One clause: its pattern's slots are filled from left to right."""

    def __init__(self, variants: Variants, draft: _Draft, frame: Frame, status: str, pattern: str) -> None:
        self.fillers, self.rng, self.draft, self.frame, self.status, self.pattern = (
            variants.fillers,
            variants.rng,
            draft,
            frame,
            status,
            pattern,
        )
        self.roles: dict[str, list[tuple[int, int]]] = {"actor": [], "recipient": [], "place": [], "date": []}
        self.trigger: tuple[int, int] | None = None
        self.actor_is_recipient = status == "called_for"
        self.plural = False

    def run(self) -> None:
        """Fill the pattern and note the trigger with its roles."""
        self._pieces(self.pattern)
        if self.trigger:
            self.draft.triggers.append(Trigger(*self.trigger, self.frame.act, self.frame.mode, self.status, None))
            self.draft.links.append((self.trigger, self.roles))

    def _pieces(self, pattern: str) -> None:
        position = 0
        for slot in _SLOT.finditer(pattern):
            self.draft.add(self._agreeing(pattern[position : slot.start()]))
            self._slot(slot.group(1))
            position = slot.end()
        self.draft.add(self._agreeing(pattern[position:]))

    def _agreeing(self, words: str) -> str:
        """The words after a plural subject with their verb in the plural."""
        first = re.match(r" (\w+)", words)
        if not self.plural or not first:
            return words
        return words.replace(first.group(1), _PLURAL.get(first.group(1), first.group(1)), 1)

    def _slot(self, name: str) -> None:
        if name in ("A", "A2", "A3"):
            filler = self.fillers.actor(
                self.rng.choice(self.frame.actors if name == "A" else "SLGO" if self.frame.act == "ASSAULT" else "SLO")
            )
            self.plural = filler.plural
            role = "recipient" if self.actor_is_recipient else "actor"
            self.roles[role].append(self.draft.actor(filler))
        elif name == "C":
            self.roles["actor"].append(self.draft.actor(self.fillers.actor(self.rng.choice("SLLOOV"))))
        elif name in ("R", "P", "R0"):
            filler = self.fillers.recipient("{P}" in self.frame.verb or name == "P")
            self.plural = filler.plural
            span = self.draft.actor(filler)
            if name != "R0" and not self.actor_is_recipient:
                self.roles["recipient"].append(span)
        elif name == "L":
            span = self.draft.add(self.fillers.place().words)
            self.draft.spans["place"].append((*span, "PLACE"))
            self.roles["place"].append(span)
        elif name in ("T", "F", "T2"):
            self._time(name)
        elif name == "n":
            before, _, rest = (self.frame.noun or "").partition("*")
            self.draft.add(before)
            start, _ = self.draft.add(rest)
            self.trigger = start, start + len(rest.split()[0].rstrip("”"))
        elif name == "N":
            self.trigger = self._phrase(self.frame.noun or "")
        elif name == "was":
            self.draft.add("were" if self.plural else "was")
        else:
            self.trigger = self._verb(name.partition(":")[2])

    def _time(self, name: str) -> None:
        words = self.rng.choice(FUTURE_TIMES if name == "F" else TIMES)
        lead, _, bare = words.partition(" ")
        if lead in ("on", "in", "by", "within") and bare:
            self.draft.add(lead + " ")
            words = bare
        span = self.draft.add(words)
        self.draft.spans["time"].append((*span, "TIME"))
        self.roles["date"].append(span)

    def _verb(self, tag: str) -> tuple[int, int]:
        verb, _, rest = self.frame.verb.partition(" ")
        if tag == "pass":
            return self._phrase(f"{_inflect(verb, 'VBN')}{self.frame.passive}")
        if tag == "VBZ" and self.plural:
            tag = "VBP"
        return self._phrase(f"{_inflect(verb, tag)} {rest}".strip())

    def _phrase(self, words: str) -> tuple[int, int]:
        """Add a phrase with slots; its trigger is the words up to the first slot, at most three."""
        start = len(self.draft.text)
        head = re.split(r"\{|\b(?:with|to|of|by|on|in|between|from|against|for|over|at)\b", words)[0].rstrip()
        head = head or words.split()[0]
        self._pieces(words)
        return start, start + len(" ".join(head.split()[:3]))


def _inflect(verb: str, tag: str) -> str:
    if tag in ("VB", "VBP"):
        return verb
    first, dash, rest = verb.partition("-")
    if dash:
        return f"{first}-{_inflect(rest, tag)}"
    return str(getInflection(verb, tag=tag)[0])
