"""Which way a time expression points: the tense of the verb that it goes with.

The nearest verb before the expression in its sentence decides, else the nearest after it: "is set to meet on
Wednesday, she announced on Monday" has one of each.
"""

from __future__ import annotations

import re
from typing import Literal

Tense = Literal["past", "future"] | None


def _words(listed: str) -> frozenset[str]:
    return frozenset(listed.split())


_FUTURE = _words(
    """will shall 'll wo would should may might must plans plan planned planning scheduled schedule due slated
    expected expects expect upcoming tomorrow intends deadline going
    start begin resume reopens begins starts opens meets ends expires closes arrives travels takes flies sits convenes
    votes resumes visits ahead possible likely runs lapses plays hosts"""
)
_SCHEDULED = _words("meet vote travel arrive resume reopen convene gather depart")  # "the two sides meet on Monday"
_ABOUT_TO = _words("about is are was were ready likely due set poised")  # right before the infinitive
_GOVERNS = _words(
    """agreed agree agrees decided wants want hopes hope hoped offered threatened scheduled expected plans planned planning
    promised vowed pledged intends invitation proposal plan deal decision try seek seeks aims aim prepared preparing mandated
    undertaken undertook undertakes"""
)
_ASKS = _words("asked urged called ordered invited told exhorted summoned appealed instructed demanded forced allowed allow ask urge order")
_PAST = _words(
    """said told met was were had has have been did went came took gave held made left led fell rose sent spoke wrote
    began broke brought built bought caught chose drew drove ate fought found flew got grew heard hit kept knew laid
    lost meant paid ran sat saw sold shot shut stood struck swore threw understood won withdrew became cut put thought
    says reads hurt dead overthrew rode sank shook stole taught tore wore wound bled fled sought beat bore lent dealt
    swept sprang hid hung spread stuck wept undertook overran burst fed flung froze lit slept slid swung withheld
    let quit cast bid shed cost wed withstood arose awoke bade beheld blew dove dreamt drank forgot foresaw forsook knelt
    leapt leant learnt mistook outdid overcame overheard oversaw overtook partook pled rang rebuilt redrew reran resold
    retook rewrote sang slung slit sown sped spilt spun spat stank strewn strode strove sung swam undercut undid upheld
    upset wove wrung given seen gone known shown thrown chosen fallen flown grown beaten eaten hidden risen ridden shaken
    sworn worn begun thrust trod woke taken driven written stolen broken forbade forgave crept clung bound dug seized shone shrank slew split"""
)
_CALLS = _words("call calls called calling set scheduled planned announced slated due convened fixed summoned invited ordered proposed expected requested sought demanded asked")
_CALLED = _words("called calling calls announced convened scheduled")  # "has called another walkout on Tuesday"
_GATHERINGS = _words("strike stoppage walkout shutdown protest protests rally rallies march marches demonstration demonstrations vigil boycott")
_INVITED = _words("called invited summoned invites summons")  # "invited all parties to a meeting on Wednesday"
_NOT_PAST = _words("need indeed embed hundred united speed feed exceed proceed succeed breed seed red bed")
_NO_VERB = _words("the a an this that his her its their our")
_NOUNS = _words("plan plans start vote votes visits schedule ends opens travels meet")
_NOT_ALONE = _words("plan plans schedule")  # verbs only with an infinitive
_BEFORE_NOUN = _words("the a an his her its their our first another new of no")
_BEFORE_ADJECTIVE = _words("in the a an its his their of for")
_MODAL = _words("will would shall should may might can could must to 'll")
_STATIVE = _words("said accused suspected believed reported known wanted charged blamed feared thought alleged understood supposed")
_BETWEEN = _words("be been being also not only soon then finally officially formally jointly never get stay remain")
_LOOSE = _words("by until till")  # a day that one waits for, whatever the tense of the rest
_AHEAD = _words("will would must should may 'll shall")
_LASTING = _words("ran lasted stayed remained lived served worked ruled governed without")
_PREPOSITIONS = _words("in on at by since during from of late early the")
_PRONOUNS = _words("who which whose where when")
_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*|'ll|,|;")
_WINDOW = 400  # code points on either side; a clause is shorter
_CLAUSE = 12  # words


def tense_at(flat: str, start: int, end: int, sentence: tuple[int, int]) -> Tense:
    """Tense of the verb that the expression `start` to `end` goes with, or None where no verb tells."""
    before = [m.group() for m in _WORD.finditer(flat, max(sentence[0], start - _WINDOW), start)]
    after = [m.group() for m in _WORD.finditer(flat, end, min(sentence[1], end + _WINDOW))]
    lead = before[-1].lower() if before else ""
    near = [word.lower() for word in before[-_CLAUSE:]]
    if (lead == "for" and not _CALLS.isdisjoint(near)) or near[-3:] in (["as", "early", "as"], ["as", "soon", "as"]):
        return "future"  # "has called a strike for Tuesday"
    if lead == "since":
        return "past"
    if lead in _LOOSE:
        return _deadline(near if len(before) > 1 else [word.lower() for word in after[:6]])
    opening = [word for word in near if word not in _PREPOSITIONS][-1:]
    backward = (before, range(len(before) - 1, -1, -1))
    forward = (after, range(len(after)))
    sides = (forward, backward) if opening and opening[0] in _PRONOUNS else (backward, forward)  # "who on Monday said"
    if lead == "before":
        sides = (backward,)  # type: ignore[assignment]
    found = next((cue for words, order in sides for index in order if (cue := _cue(words, index))), None)
    return found or ("future" if lead == "before" or _announces(before) else None)


def _deadline(told: list[str]) -> Tense:
    """What is due "by Friday" or lasts "until May" points ahead, unless it had been done by then."""
    if not _AHEAD.isdisjoint(told):
        return "future"
    done = "had" in told and "to" not in told[told.index("had") :]
    return "past" if done or not _LASTING.isdisjoint(told) else "future"


def _announces(words: list[str]) -> bool:
    """A headline without a finite verb: "Leaders to meet on Wednesday"."""
    pairs = zip(words, words[1:], strict=False)
    return any(word == "to" and following[0].islower() and following not in _NO_VERB for word, following in pairs)


def _cue(words: list[str], index: int) -> Tense:
    word = words[index].lower()
    last = words[index - 1].lower() if index else ""
    following = words[index + 1] if index + 1 < len(words) else ""
    if word == "to":
        return _infinitive(words, index, following)
    if word == "set":
        return "past" if following.lower() not in ("to", "for") or last in ("had", "has", "have") else "future"
    if word == "could":
        return "past" if following.lower() == "not" else "future"
    if word in _CALLED and words[-1].lower() == "on":
        called = [w.lower() for w in words[index + 1 :]]
        if called[0] in ("a", "an", "another") or (called[0] == "for" and not _GATHERINGS.isdisjoint(called)):
            return "future"
    if word in _FUTURE:
        noun = (word in _NOUNS and last in _BEFORE_NOUN) or (word in _NOT_ALONE and following.lower() not in ("to", "a", "an", "another"))
        return None if noun else "future"
    if word in _SCHEDULED:
        return None if last in _BEFORE_NOUN or last in ("to", "not", "did") else "future"
    if word in _PAST or (len(word) > 4 and word.endswith("ed") and "-" not in word and word not in _NOT_PAST):
        return _participle([w.lower() for w in words[max(0, index - _CLAUSE) : index]], word, following.lower())
    if word in {"is", "are"} and any(w.lower().endswith("ing") for w in words[index + 1 : index + 3]):
        return "future"
    return None


def _infinitive(words: list[str], index: int, following: str) -> Tense:
    """ "Agreed to meet on Monday", "invited all sides to talks on Monday" point ahead; "flew to Oslo on Monday" does not."""
    before = [word.lower() for word in words[max(0, index - 8) : index]]
    if not following or following[0].isupper():
        return None
    if following.lower() in _NO_VERB or following.lower().endswith("s"):
        return "future" if not _INVITED.isdisjoint(before) and not {"was", "were", "been"} & set(before) else None
    ahead = not _GOVERNS.isdisjoint(before[-4:]) or not _ABOUT_TO.isdisjoint(before[-1:]) or not _ASKS.isdisjoint(before)
    return "future" if ahead else None


def _participle(before: list[str], word: str, following: str) -> Tense:
    """A participle after a modal or an infinitive ("will be freed", "to be held") points ahead, and so does "are released"."""
    last = before[-1] if before else ""
    if word.endswith("ed") and last in _BEFORE_ADJECTIVE and following not in ("", ",", "by", "on"):
        return None  # "in closed session"
    while before and before[-1] in _BETWEEN:
        before = before[:-1]
    if before and before[-1] in _MODAL:
        return "future"
    return "future" if last in ("is", "are") and word not in _STATIVE and word.endswith("ed") else "past"
