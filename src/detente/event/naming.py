"""What somebody is called in quotation marks tells praise from blame, where the verb does not ("referred to him as his “old friend”")."""

from __future__ import annotations

import re

# Verbs that say what somebody or something is.
VERBS = r"(?:referred|refers)(?=\s+to\s)|call(?:ed|s)|describe[ds]|dubbed|label(?:l?ed|s)|brand(?:ed|s)|characteri[sz]e[ds]"
_NAMED = re.compile(rf"(?:{VERBS}|greet(?:ed|s))\b[^.;“”\"]{{0,90}}[“\"]([^”\"]*)", re.IGNORECASE)
# "A group calling itself the Free Dockers": what it is named, and nothing that is said.
_ITSELF = re.compile(
    rf"(?:{VERBS}|calling|describing|dubbing|label(?:l?ing)|naming|styl(?:ed|es|ing))\s+(?:itself|himself|herself|themselves)\b", re.IGNORECASE
)
_WORD = re.compile(r"[a-z]+")
_TURNED = frozenset("no not never hardly former once false so".split())
_WARM = frozenset(
    "admirable ally allies beloved brave brilliant brother brothers brotherly champion comrade constructive cordial courageous dear encouraging"
    " excellent exemplary fraternal friend friends friendly friendship genuine genuinely good great heroic hero honest historic model"
    " outstanding partner partners partnership peacemaker reliable respected sincere sister steadfast true trusted trustworthy unbreakable visionary"
    " welcome wise wonderful".split()
)
_COLD = frozenset(
    "absurd aggression aggressor aggressive arrogant barbaric betrayal blackmail bully butcher coward cowardly crime criminal criminals crook cruel"
    " dangerous despicable devil dictator dictatorship disgrace disgraceful enemy evil failure fascist fascists fool genocide hostile hypocrisy"
    " hypocrite hypocritical illegal illegitimate insult insulting intolerable irresponsible killer liar lie lies lunatic madman murderer murderers"
    " outrageous parasite provocation provocative puppet reckless ridiculous rogue shameful terrorism terrorist terrorists theft thief thieves thug"
    " traitor traitors treacherous treason tyrant unacceptable unlawful warmonger".split()
)


def names_itself(sentence: str, verb: int) -> bool:
    """Whether the verb at `verb` only leads to the name that somebody goes by ("calls itself the Free Dockers")."""
    return _ITSELF.match(sentence, verb) is not None


def called(sentence: str, trigger: int) -> str | None:
    """SUPPORT or ACCUSE by the quoted words that the verb at `trigger` leads to; None where it names nothing or they do not tell."""
    named = _NAMED.match(sentence, trigger)
    words = set(_WORD.findall(named[1].casefold())) if named else set()
    warm, cold = bool(words & _WARM), bool(words & _COLD)
    if warm == cold or words & _TURNED:
        return None
    return "SUPPORT" if warm else "ACCUSE"
