"""What each PLOVER type and mode is called in a sentence: five short forms from which all statuses are composed.

`to` has the recipients in it (`{r}`), `alone` stands without them, `passive` has them as its subject, `noun` names the
act (always singular), `land` replaces `to` where the recipient is a state or organisation rather than the people hit.
The first word of a verb phrase takes the tense, and further verbs marked `~`.
"""

from __future__ import annotations

from typing import NamedTuple

from detente.brief.labels import clean


class Phrase(NamedTuple):
    """The forms of one act."""

    to: str
    alone: str
    passive: str
    noun: str
    land: str = ""


P = Phrase
PHRASES: dict[tuple[str, str | None], Phrase] = {
    ("AGREE", None): P("reach an agreement with {r}", "reach an agreement", "be promised cooperation", "an agreement"),
    ("CONSULT", None): P("hold talks with {r}", "hold talks", "take part in talks", "a meeting"),
    ("CONSULT", "visit"): P("visit {r}", "make a visit", "receive a visit", "a visit"),
    ("CONSULT", "third-party"): P(
        "hold talks with {r} through a third party",
        "hold talks hosted by a third party",
        "take part in mediated talks",
        "a mediated meeting",
    ),
    ("CONSULT", "multilateral"): P(
        "meet {r} at a multilateral meeting",
        "meet at a multilateral meeting",
        "take part in a multilateral meeting",
        "a multilateral meeting",
    ),
    ("CONSULT", "phone"): P("speak with {r} by phone or video", "speak by phone or video", "receive a call", "a call"),
    ("SUPPORT", None): P("voice support for {r}", "voice support", "be given support", "support"),
    ("CONCEDE", None): P("make a concession to {r}", "make a concession", "be offered a concession", "a concession"),
    ("COOPERATE", None): P("cooperate with {r}", "cooperate", "receive cooperation", "cooperation"),
    ("AID", None): P("give aid to {r}", "give aid", "be given aid", "aid"),
    ("RETREAT", None): P("give way to {r}", "give way", "gain a concession", "a concession"),
    ("RETREAT", "withdraw"): P("pull back from {r}", "pull back", "see a withdrawal", "a withdrawal"),
    ("RETREAT", "release"): P("release {r}", "release captives", "be released", "a release", "release captives to {r}"),
    ("RETREAT", "disarm"): P("hand over arms to {r}", "give up arms", "receive surrendered arms", "disarmament"),
    ("RETREAT", "ceasefire"): P(
        "observe a ceasefire with {r}", "observe a ceasefire", "be granted a ceasefire", "a ceasefire"
    ),
    ("RETREAT", "access"): P("give access to {r}", "give access", "be given access", "access"),
    ("RETREAT", "de-escalate"): P(
        "step back from the fight with {r}",
        "step back from the fight",
        "be granted a pause in the fight",
        "de-escalation",
    ),
    ("RETREAT", "resign"): P("resign under pressure from {r}", "resign", "see a resignation", "a resignation"),
    ("REQUEST", None): P("make demands of {r}", "make demands", "face demands", "a demand"),
    ("REQUEST", "assist"): P("ask {r} for help", "ask for help", "be asked for help", "a request for help"),
    ("REQUEST", "change"): P(
        "demand a change from {r}", "demand a change", "be asked to change course", "a demand for change"
    ),
    ("REQUEST", "yield"): P(
        "demand a concession from {r}", "demand a concession", "be asked to give way", "a demand to give way"
    ),
    ("REQUEST", "meet"): P("ask {r} for talks", "ask for talks", "be asked for talks", "a request for talks"),
    ("ACCUSE", None): P("speak out against {r}", "voice criticism", "be criticised", "criticism"),
    ("ACCUSE", "disapprove"): P("criticise {r}", "voice disapproval", "be criticised", "criticism"),
    ("ACCUSE", "investigate"): P("investigate {r}", "open an inquiry", "be investigated", "an investigation"),
    ("ACCUSE", "allege"): P("accuse {r}", "make an accusation", "be accused", "an accusation"),
    ("REJECT", None): P("rebuff {r}", "say no", "be rebuffed", "a refusal"),
    ("REJECT", "assist"): P("refuse help to {r}", "refuse help", "be refused help", "a refusal to help"),
    ("REJECT", "change"): P(
        "refuse a change that {r} wants", "refuse a change", "be refused a change", "a refusal to change course"
    ),
    ("REJECT", "yield"): P(
        "refuse to give way to {r}", "refuse to give way", "be refused a concession", "a refusal to give way"
    ),
    ("REJECT", "meet"): P("refuse to meet {r}", "refuse to meet", "be refused a meeting", "a refusal to meet"),
    ("THREATEN", None): P("threaten {r}", "make a threat", "be threatened", "a threat"),
    ("THREATEN", "restrict"): P(
        "threaten {r} with restrictions",
        "threaten restrictions",
        "be threatened with restrictions",
        "a threat of restrictions",
    ),
    ("THREATEN", "arrest"): P(
        "threaten {r} with arrest", "threaten arrest", "be threatened with arrest", "a threat of arrest"
    ),
    ("THREATEN", "relations"): P(
        "threaten {r} with a break in relations",
        "threaten to break relations",
        "be threatened with a break in relations",
        "a threat to relations",
    ),
    ("THREATEN", "expel"): P(
        "threaten {r} with expulsion", "threaten expulsion", "be threatened with expulsion", "a threat of expulsion"
    ),
    ("THREATEN", "territory"): P(
        "threaten to take territory from {r}",
        "threaten to take territory",
        "be threatened with loss of territory",
        "a threat to territory",
    ),
    ("THREATEN", "violence"): P(
        "threaten {r} with force", "threaten force", "be threatened with force", "a threat of force"
    ),
    ("PROTEST", None): P("protest against {r}", "protest", "face a protest", "a protest"),
    ("PROTEST", "demo"): P("demonstrate against {r}", "demonstrate", "face a demonstration", "a demonstration"),
    ("PROTEST", "riot"): P("riot against {r}", "riot", "face a riot", "a riot"),
    ("PROTEST", "strike"): P("hold a strike against {r}", "hold a strike", "face a strike", "a strike"),
    ("PROTEST", "hunger"): P(
        "hold a hunger strike against {r}", "hold a hunger strike", "face a hunger strike", "a hunger strike"
    ),
    ("PROTEST", "boycott"): P("boycott {r}", "hold a boycott", "be boycotted", "a boycott"),
    ("PROTEST", "obstruct"): P(
        "block roads or access in protest against {r}",
        "block roads or access in protest",
        "face a blockade",
        "a blockade in protest",
    ),
    ("PROTEST", "vandalize"): P(
        "deface property in protest against {r}",
        "deface property in protest",
        "have property defaced",
        "vandalism in protest",
    ),
    ("SANCTION", None): P(
        "take punitive measures against {r}", "take punitive measures", "face punitive measures", "a punitive measure"
    ),
    ("SANCTION", "convict"): P(
        "convict {r}", "hand down a conviction", "be convicted", "a conviction", "rule against {r} in court"
    ),
    ("SANCTION", "expel"): P(
        "expel {r}", "order an expulsion", "be expelled", "an expulsion", "expel diplomats or missions of {r}"
    ),
    ("SANCTION", "withdraw"): P(
        "withdraw representatives from {r}",
        "withdraw representatives",
        "see representatives withdrawn",
        "a withdrawal of representatives",
    ),
    ("SANCTION", "discontinue"): P(
        "impose sanctions on or ~cut off {r}",
        "impose sanctions or ~cut ties",
        "face sanctions or a break in ties",
        "a move to sanctions or a break in ties",
    ),
    ("MOBILIZE", None): P("mobilise against {r}", "mobilise", "face a mobilisation", "a mobilisation"),
    ("MOBILIZE", "troops"): P(
        "deploy troops against {r}", "deploy troops", "face deployed troops", "a deployment of troops"
    ),
    ("MOBILIZE", "weapons"): P(
        "deploy weapons against {r}", "deploy weapons", "face deployed weapons", "a deployment of weapons"
    ),
    ("MOBILIZE", "police"): P(
        "deploy police against {r}", "deploy police", "face deployed police", "a deployment of police"
    ),
    ("MOBILIZE", "militia"): P(
        "rally armed groups against {r}", "rally armed groups", "face armed groups", "a rally of armed groups"
    ),
    ("COERCE", None): P("crack down on {r}", "crack down", "face a crackdown", "a crackdown"),
    ("COERCE", "seize"): P(
        "raid or ~seize property of {r}",
        "raid or ~seize property",
        "have property raided or seized",
        "a raid or seizure",
    ),
    ("COERCE", "restrict"): P(
        "impose restrictions on {r}", "impose restrictions", "face restrictions", "a restriction"
    ),
    ("COERCE", "censor"): P("censor {r}", "censor information", "be censored", "censorship"),
    ("COERCE", "curfew"): P("impose a curfew on {r}", "impose a curfew", "be put under curfew", "a curfew"),
    ("COERCE", "martial-law"): P(
        "impose emergency rule on {r}", "impose emergency rule", "be put under emergency rule", "emergency rule"
    ),
    ("COERCE", "arrest"): P("arrest {r}", "make arrests", "be arrested", "an arrest", "arrest people linked to {r}"),
    ("COERCE", "deport"): P("deport {r}", "deport people", "be deported", "a deportation", "deport nationals of {r}"),
    ("COERCE", "withhold"): P(
        "withhold public services from {r}",
        "withhold public services",
        "be denied public services",
        "a cut in public services",
    ),
    ("COERCE", "misinformation"): P(
        "spread false information about {r}",
        "spread false information",
        "be targeted by false information",
        "a misinformation campaign",
    ),
    ("COERCE", "cyber"): P(
        "carry out a cyber attack on {r}", "carry out a cyber attack", "be hit by a cyber attack", "a cyber attack"
    ),
    ("ASSAULT", None): P("attack {r}", "carry out an attack", "be attacked", "an attack"),
    ("ASSAULT", "abduct"): P(
        "take {r} captive", "take captives", "be taken captive", "a taking of captives", "take people of {r} captive"
    ),
    ("ASSAULT", "beat"): P("beat {r}", "beat people", "be beaten", "a beating", "beat people of {r}"),
    ("ASSAULT", "torture"): P("torture {r}", "torture people", "be tortured", "torture", "torture people of {r}"),
    ("ASSAULT", "sexual"): P(
        "commit sexual violence against {r}",
        "commit sexual violence",
        "be subjected to sexual violence",
        "sexual violence",
    ),
    ("ASSAULT", "targeted"): P(
        "carry out a targeted killing or attempt against {r}",
        "carry out a targeted killing or attempt",
        "be hit by a targeted killing or attempt",
        "a targeted killing or attempt",
    ),
    ("ASSAULT", "destroy"): P(
        "destroy property of {r}", "destroy property", "have property destroyed", "destruction of property"
    ),
    ("ASSAULT", "primitive"): P(
        "attack {r} with blades, stones or fire",
        "attack with blades, stones or fire",
        "be attacked with blades, stones or fire",
        "an attack with blades, stones or fire",
    ),
    ("ASSAULT", "firearms"): P("open fire on {r}", "open fire", "be shot at", "gunfire"),
    ("ASSAULT", "explosives"): P(
        "attack {r} with explosives", "set off explosives", "be hit by explosives", "a bombing"
    ),
    ("ASSAULT", "suicide-attack"): P(
        "carry out a suicide attack on {r}",
        "carry out a suicide attack",
        "be hit by a suicide attack",
        "a suicide attack",
    ),
    ("ASSAULT", "aerial"): P(
        "carry out air strikes on {r}", "carry out air strikes", "be hit by air strikes", "an air strike"
    ),
    ("ASSAULT", "drone"): P(
        "carry out drone strikes on {r}", "carry out drone strikes", "be hit by drone strikes", "a drone strike"
    ),
    ("ASSAULT", "heavy-weapons"): P("shell {r}", "fire heavy weapons", "be shelled", "shelling"),
    ("ASSAULT", "crowd-control"): P(
        "use force to disperse {r}", "use force to disperse a crowd", "be dispersed by force", "forceful crowd control"
    ),
    ("ASSAULT", "unconventional"): P(
        "use unconventional weapons against {r}",
        "use unconventional weapons",
        "be hit by unconventional weapons",
        "an unconventional weapons attack",
    ),
}

# Several sides and nobody on the receiving end: both are at it.
MUTUAL = {
    "ASSAULT": "fight",
    "ACCUSE": "trade accusations",
    "AID": "aid each other",
    "SANCTION": "take measures against each other",
    "SUPPORT": "sign or ~endorse an agreement",
}

# What a request for such an act asks of somebody, where the plain form would say something else.
ASKED = {"ACCUSE": "hold somebody to account"}


def phrase(act: str, mode: str | None) -> Phrase:
    """The forms for an act and its mode; an unknown mode falls back to the act, an unknown act to its code in words."""
    found = PHRASES.get((act, mode)) or PHRASES.get((act, None))
    if found:
        return found
    words = clean(act).replace("_", " ").replace("-", " ").lower().replace("{r}", "")
    return Phrase(
        f"act ({words}) towards {{r}}", f"act ({words})", f"be the subject of an act ({words})", f"an act ({words})"
    )
