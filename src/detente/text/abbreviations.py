"""Words that carry a full stop inside a sentence, by what may follow them."""

from __future__ import annotations


def _words(listed: str) -> frozenset[str]:
    return frozenset(listed.split())


# Never the end of a sentence: a name follows.
TITLES = _words(
    """mr mrs ms mx dr prof gen lt col maj sgt capt cmdr cpl pvt adm brig rev hon gov sen rep pres amb insp supt det
    fr sr st ste mt ft messrs mme mlle sen reps sens gens dep asst atty rt vs cf viz eg ie al m mgr msgr ald cllr
    prim min sec rear hr"""
)
# Inside a sentence if a number follows.
NUMBERED = _words("no nos art sec fig vol pp para ch")
# The end of a sentence only if a word follows that seldom goes on with a name.
OTHERS = _words(
    """jan feb mar apr jun jul aug sep sept oct nov dec mon tue tues wed thu thur thurs fri sat sun
    inc corp co ltd plc llc bros jr sr esq etc est approx dept univ assn intl govt natl ave blvd
    ala ariz ark calif colo conn del fla ga ill ind kan ky la mass md mich minn miss mo mont neb nev okla ore pa
    tenn tex va vt wash wis wyo ont que alta"""
)
# Words that begin sentences and do not follow an abbreviation as part of a name.
STARTERS = _words(
    """the a an this that these those he she it they we i you his her its their our my there here
    in on at by for from with without after before during since until while when where why who what which how
    but and or nor so yet also as if although though because however meanwhile moreover instead then thus
    both each many most some several all no not none one two three other others another such
    asked according about under over between among despite earlier later last next now today yesterday tomorrow
    is are was were has have had do does did will would could should may might can let to of"""
)
