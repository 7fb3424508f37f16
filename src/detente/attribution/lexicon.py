"""Verbs that bring what somebody says, thinks, wants or judges, with how each takes its content.

A row is an attitude, the forms of content its verbs take, and the verbs. The forms: `that` a clause with "that"; `clause` a clause
without it; `wh` one with "whether", "how", "why"; `to` an infinitive; `ing` a gerund; `np` a noun phrase and what hangs on it; any other
word is a preposition before it. `shown` is a clause or phrase after what a poll, study or document shows. The classes are those of attribution studies: assertions, beliefs, eventualities (Prasad et al. 2007), with
judgements of somebody or something apart.
"""

from __future__ import annotations

from dataclasses import dataclass

from detente.records import Attitude

_TABLE = """
said | that | acknowledge admit advise affirm allege announce argue assert attest boast caution certify charge claim clarify complain conclude
said | that | concede confess confirm contend counter declare emphasize emphasise explain insist joke lament maintain mention note
said | that | object observe opine posit predict proclaim pronounce protest quip reaffirm recall reckon recommend reiterate remark remind repeat
said | that | reply respond retort reveal say state stipulate stress submit suggest swear testify theorize tweet underline underscore volunteer
said | that | warn write report disclose specify demonstrate indicate show find estimate calculate hint imply add answer promise pledge vow
said | shown | show find suggest indicate reveal report estimate put
said | clause | announce argue claim insist suggest admit predict show allege contend promise declare report write
judged | wh | acknowledge admit advise affirm allege announce argue assert attest boast caution certify charge claim clarify
judged | wh | complain conclude concede confess confirm contend counter declare emphasize emphasise explain insist joke lament
judged | wh | maintain mention note object observe opine posit predict proclaim pronounce protest quip reaffirm recall reckon
judged | wh | recommend reiterate remark remind repeat reply respond retort reveal say stipulate stress submit suggest swear
judged | wh | testify theorize tweet underline underscore volunteer warn write report disclose specify demonstrate indicate show
judged | wh | find estimate calculate hint imply add answer promise pledge vow
judged | wh about for np_to | ask
judged | wh about | wonder inquire question explain
wanted | that | demand ask insist propose urge
thought | that clause | think believe feel know fear hope suspect doubt assume guess realize realise imagine worry bet figure reckon
thought | that wh | expect consider understand remember forget see foresee recognize recognise accept presume dream learn discover decide agree regret care sense
thought | to | expect hope claim
thought | about of | think worry care know dream complain
thought | np | fear know remember expect
wanted | to | want wish plan intend seek aim prefer decide refuse decline vow pledge promise threaten agree offer hope opt choose resolve propose
wanted | to | demand ask mean urge commit consent volunteer
wanted | np np_to | want seek favor favour prefer demand propose urge encourage order request support expect pledge promise
wanted | for on | call push press ask hope wish advocate plan long
wanted | np ing | consider propose advocate suggest oppose recommend announce
judged | np | criticize criticise praise support oppose back endorse reject condemn denounce blast slam bash attack mock ridicule deride decry
judged | np | defend dismiss applaud welcome hail laud tout commend thank congratulate blame accuse assail lambast castigate chastise rebuke scold
judged | np | lambaste rip knock trash berate disparage belittle deplore disavow repudiate rebut dispute deny question challenge doubt
judged | np | admire love hate dislike despise distrust trust respect resent appreciate value embrace champion salute celebrate
judged | np | cite mention discuss address highlight describe characterize characterise portray depict detail outline label brand dub call deem
judged | np | compare liken credit fault acknowledge concede recall reference quote note explain announce reveal regret bemoan lament detest favour
judged | np | insult taunt tease heckle denigrate vilify demonize predict recommend ignore name cite invoke question oppose protest review spurn shun snub brush
judged | to on about at | refer point allude object react respond reply comment boast brag joke elaborate
judged | about | speak talk gush complain worry
judged | for | apologize apologise
judged | against | rail speak argue warn vote lobby protest
judged | of | speak warn boast complain approve disapprove despair think
said | that | hypothesize surmise signal speculate posit emphasise clarify foretell
judged | wh | query debate review
judged | np | express voice signal outline unveil debate perceive view regard approve ratify veto sponsor oppose favor exclude emphasize emphasise stress underscore
judged | np | scorn relish enjoy lampoon parody satirize excoriate denigrate pan skewer savage malign praise glorify extol acclaim prize forgive pardon envy pity mourn
judged | np | label detest abhor loathe idolize emulate echo reiterate repeat confirm verify corroborate allege assert claim declare
wanted | np_to | order instruct direct command advise invite persuade convince beg implore beseech press pressure ask request urge challenge
wanted | that | order recommend direct require
wanted | for against to | vote
wanted | to | like love hate
wanted | to | promise swear
judged | with about | agree disagree sympathize quarrel
"""

# Nouns with whose content is told after them, by the words that bring it.
_ADJECTIVES = """
thought | that about of | confident certain sure convinced aware unaware optimistic pessimistic worried concerned afraid fearful doubtful hopeful mindful positive unsure
judged | that about of with at by to | happy unhappy proud glad pleased displeased disappointed angry furious skeptical sceptical critical supportive tired sorry upset frustrated
judged | that about of with at by to | surprised amazed appalled shocked outraged excited satisfied dissatisfied comfortable uncomfortable impressed grateful thankful sympathetic
judged | to | opposed committed dedicated hostile devoted loyal
wanted | to | eager willing unwilling reluctant keen anxious determined inclined likelier loath set
wanted | in | interested
"""

_NOUNS = """
said | that | claim claims assertion assertions statement statements argument arguments allegation allegations accusation accusations charge charges admission
said | that | announcement declaration contention insistence denial warning warnings suggestion suggestions prediction predictions acknowledgment remark comment
thought | that in of about | belief beliefs fear fears hope hopes concern concerns worry worries conviction view views opinion opinions expectation suspicion doubts sense
wanted | to for of | plan plans promise promises pledge pledges vow desire wish proposal proposals call calls demand demands request requests refusal intention
wanted | to for of | offer threat threats commitment campaign preference willingness ambition
judged | to for of on about against with over | support opposition criticism criticisms praise endorsement attack attacks rejection condemnation defense defence objection
judged | to for of on about against with over | objections reaction comments remarks questions question reference references views stance complaints
judged | to for of on about against with over | denial disdain contempt admiration respect disapproval approval dislike hatred love affection assessment description analysis
judged | to for of on about against with over | characterization account apology tribute tirade rant speech opinion
"""

_IRREGULAR = {
    "say": "said", "tell": "told", "think": "thought", "feel": "felt", "know": "knew known", "see": "saw seen", "find": "found", "write": "wrote written",
    "swear": "swore sworn", "understand": "understood", "foresee": "foresaw foreseen", "forget": "forgot forgotten", "seek": "sought", "choose": "chose chosen",
    "mean": "meant", "speak": "spoke spoken", "show": "showed shown", "bet": "bet", "rip": "ripped", "slam": "slammed", "brag": "bragged", "dub": "dubbed",
    "admit": "admitted", "submit": "submitted", "commit": "committed", "refer": "referred", "prefer": "preferred", "quip": "quipped", "plan": "planned",
    "opt": "opted", "label": "labeled labelled", "deny": "denied", "reply": "replied", "try": "tried", "imply": "implied", "testify": "testified",
    "certify": "certified", "specify": "specified", "clarify": "clarified", "decry": "decried", "worry": "worried", "vilify": "vilified", "learn": "learned learnt",
    "dream": "dreamed dreamt", "regret": "regretted",
}  # fmt: skip
_DOUBLED = {
    "rip": "ripping", "slam": "slamming", "brag": "bragging", "dub": "dubbing", "admit": "admitting", "submit": "submitting", "commit": "committing",
    "refer": "referring", "prefer": "preferring", "quip": "quipping", "plan": "planning", "bet": "betting", "forget": "forgetting", "regret": "regretting",
}  # fmt: skip
# Forms that are nouns as often; they are verbs only where no article, adjective or owner stands before them.
_VOWELS = "aeiou"


@dataclass(frozen=True)
class Verb:
    """A verb with, for each form of content it takes, the attitude that it then names."""

    lemma: str
    frames: tuple[tuple[str, Attitude], ...]

    def attitude(self, frame: str) -> Attitude | None:
        """What the verb names with content of this form; None where it takes none."""
        return next((attitude for name, attitude in self.frames if name == frame), None)


@dataclass(frozen=True)
class Form:
    """An inflected form: `tense` is `base`, `s`, `past` or `ing`; `adjective` for what follows "is"."""

    verb: Verb
    tense: str


def _inflections(lemma: str) -> list[tuple[str, str]]:
    stem = lemma.removesuffix("e")
    third = lemma[:-1] + "ies" if lemma[-1] == "y" and lemma[-2] not in _VOWELS else lemma + ("es" if lemma.endswith(("s", "sh", "ch", "x")) else "s")
    past = _IRREGULAR.get(lemma, lemma[:-1] + "ied" if lemma[-1] == "y" and lemma[-2] not in _VOWELS else stem + "ed").split()
    ing = _DOUBLED.get(lemma, ("see" if lemma == "see" else lemma if lemma.endswith("ee") else stem) + "ing")
    return [(lemma, "base"), (third, "s"), *((one, "past") for one in past), (ing, "ing")]


def _read() -> dict[str, Form]:
    frames: dict[str, dict[str, Attitude]] = {}
    for line in _TABLE.strip().splitlines():
        attitude, forms, verbs = (cell.split() for cell in line.split("|"))
        for lemma in verbs:
            for form in forms:
                frames.setdefault(lemma, {}).setdefault(form, attitude[0])  # type: ignore[arg-type]
    found: dict[str, Form] = {}
    for lemma, taken in frames.items():
        verb = Verb(lemma, tuple(taken.items()))
        for word, tense in _inflections(lemma):
            found.setdefault(word, Form(verb, tense))
    for line in _ADJECTIVES.strip().splitlines():
        attitude, forms, words = (cell.split() for cell in line.split("|"))
        for word in words:
            found.setdefault(word, Form(Verb(word, tuple((form, attitude[0]) for form in forms)), "adjective"))  # type: ignore[misc]
    return found


def _read_nouns() -> dict[str, tuple[Attitude, tuple[str, ...]]]:
    found: dict[str, tuple[Attitude, tuple[str, ...]]] = {}
    for line in _NOUNS.strip().splitlines():
        attitude, words, nouns = (cell.split() for cell in line.split("|"))
        found.update({noun: (attitude[0], tuple(words)) for noun in nouns if noun not in found})  # type: ignore[misc]
    return found


FORMS = _read()
NOUNS = _read_nouns()
