"""Verbs and the words around them that tell whether a day lies behind or ahead."""

from __future__ import annotations


def _words(listed: str) -> frozenset[str]:
    return frozenset(listed.split())


FUTURE = _words(
    """will shall 'll wo would should may might must plans plan planned planning scheduled schedule due slated
    expected expects expect upcoming tomorrow intends deadline going
    start begin resume reopens begins starts opens meets ends expires closes arrives travels takes flies sits convenes
    votes resumes visits ahead possible likely runs lapses plays hosts"""
)
SCHEDULED = _words("meet vote travel arrive resume reopen convene gather depart")  # "the two sides meet on Monday"
ABOUT_TO = _words("about is are was were ready likely due set poised")  # right before the infinitive
GOVERNS = _words(
    """agreed agree agrees decided wants want hopes hope hoped offered threatened scheduled expected plans planned planning
    promised vowed pledged intends invitation proposal plan deal decision try seek seeks aims aim prepared preparing mandated
    undertaken undertook undertakes"""
)
ASKS = _words("asked urged called ordered invited told exhorted summoned appealed instructed demanded forced allowed allow ask urge order")
PAST = _words(
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
CALLS = _words(
    """call calls called calling set scheduled planned announced slated due convened fixed summoned invited ordered proposed
    expected requested sought demanded asked"""
)
CALLED = _words("called calling calls announced convened scheduled")  # "has called another walkout on Tuesday"
GATHERINGS = _words(
    "strike stoppage walkout shutdown protest protests rally rallies march marches demonstration demonstrations vigil boycott"
)
INVITED = _words("called invited summoned invites summons")  # "invited all parties to a meeting on Wednesday"
NOT_PAST = _words("need indeed embed hundred united speed feed exceed proceed succeed breed seed red bed")
NO_VERB = _words("the a an this that his her its their our")
NOUNS = _words("plan plans start vote votes visits schedule ends opens travels meet")
NOT_ALONE = _words("plan plans schedule")  # verbs only with an infinitive
BEFORE_NOUN = _words("the a an his her its their our first another new of no")
BEFORE_ADJECTIVE = _words("in the a an its his their of for")
MODAL = _words("will would shall should may might can could must to 'll")
STATIVE = _words("said accused suspected believed reported known wanted charged blamed feared thought alleged understood supposed")
BETWEEN = _words("be been being also not only soon then finally officially formally jointly never get stay remain")
LOOSE = _words("by until till")  # a day that one waits for, whatever the tense of the rest
AHEAD = _words("will would must should may 'll shall")
LASTING = _words("ran lasted stayed remained lived served worked ruled governed without")
PREPOSITIONS = _words("in on at by since during from of late early the")
PRONOUNS = _words("who which whose where when")
