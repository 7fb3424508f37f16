"""Finding an office holder by name, and by surname where only one person can be meant, as of a date."""

from __future__ import annotations

from detente.actor.bearers import FIRST_NAME, by_form, by_opening, common_names, surnames
from detente.actor.people import FAMILY_FIRST, RANK, Person, high, holding, in_office, in_state, rank, surname
from detente.actor.places import is_city
from detente.actor.words import fold, spelling
from detente.knowledge import Office

# States whose leaders news names by surname alone.
PROMINENT = {"USA", "RUS", "CHN", "GBR", "FRA", "DEU", "JPN", "IND", "ITA", "CAN", "BRA", "MEX", "TUR", "SAU", "ZAF", "AUS", "KOR",
             "PSE", "AFG", "LBY", "CUB", "ZWE", "SRB", "NGA", "KEN", "COL", "PHL", "COD", "SDN", "ETH", "MYS", "GRC", "NLD", "BOL", "PER", "CHL",
             "IDN", "ARG", "UKR", "ISR", "IRN", "EGY", "PAK", "SYR", "IRQ", "POL", "HUN", "PRK", "VEN", "BLR", "ESP"}  # fmt: skip
# States whose leaders are known by surname everywhere long after they have left office.
_LONG_KNOWN = {"USA", "GBR", "RUS", "FRA", "DEU"}
_FIRST_DAY = "1990-01-01"
_TOP = {"supreme leader", "president", "chancellor", "prime minister", "pope", "secretary-general"}
_NAMED = {"foreign minister", "defence minister", "national security adviser", "foreign policy chief", "presidential spokesperson"}
# States whose ministers of the world's affairs are named so too.
_FOREIGN_KNOWN = {"USA", "RUS", "GBR", "FRA", "DEU", "ISR", "IRN", "TUR", "EGY", "PAK", "IND"}
_MONTHS = {"may", "march", "august"}
# So many office holders of one family name that stands first, and the name alone tells nobody.
_MANY = 5
_PREFIX = 4  # letters of the longest particle before a hyphen ("al-", "Ould-")
_TELLING = 7  # letters of a surname that is hardly a word
_LONG = 9  # letters of a surname that is no English one
# Smaller states whose leaders bear surnames of which English texts are full.
_COMMON_SURNAMES = {"ATG", "BRB", "BHS", "BLZ", "DMA", "GRD", "GUY", "JAM", "KNA", "LCA", "VCT", "TTO", "NZL", "IRL", "LBR", "GMB", "SLE", "MLT",
                    "SYC", "COK", "NIU", "NRU", "SLB", "VUT", "FJI", "PNG", "MHL", "FSM", "PLW", "TUV"}  # fmt: skip


def by_name(name: str, date: str | None = None, country: str | None = None, office: str | None = None) -> Person | None:
    """Find a person by a full name; transliterations agree roughly, given names must begin alike."""
    exact = by_form().get(fold(name), ())
    if exact:
        person = _one(exact, date, country, office) or _one(exact, date, None, office)
        return person or _same_person(exact)
    parts = fold(name).split()
    if len(parts) < 2:
        return None
    alike, longer = surnames().get(spelling(surname(name, country or "")), ()), by_opening().get((parts[0], parts[1]), ())
    if not alike and not longer:  # as most names of people are
        return None
    close = tuple(p for p in alike if any(_alike(name, f) for f in p.forms))
    shortened = tuple(p for p in longer if any(_begins(parts, f) for f in p.forms))
    if not country:  # a likeness alone is no proof: the person must be of rank, and in office on a day that is known
        close = shortened if parts[-1] in common_names() else close + shortened
        spelled = tuple(p for p in close if date and p not in shortened)  # "Yury Luzhkov" of Yuri: a name of few
        close = tuple(p for p in dict.fromkeys(close) if (high(p) or p in spelled) and (not date or in_office(p, date)))
    else:
        close = close or shortened
    return _one(close, date, country, office)


def _same_person(found: tuple[Person, ...]) -> Person | None:
    """One name in one country is one person, even where the tables could not tell."""
    return found[0] if len({person.country for person in found}) == 1 else None


def _alike(name: str, form: str) -> bool:
    mine, other = fold(name).split(), fold(form).split()
    if len(mine) < 2 or len(other) < 2:
        return False
    return spelling(mine[0]) == spelling(other[0]) and spelling(mine[-1]) == spelling(other[-1])


def _begins(parts: list[str], form: str) -> bool:
    """Whether a name is a longer one without its last words ("Vicente Fox" of Vicente Fox Quesada)."""
    return fold(form).split()[: len(parts)] == parts


def by_surname(
    word: str, date: str | None, country: str | None = None, hints: frozenset[str] = frozenset(), office: str | None = None
) -> Person | None:
    """Find a person by surname alone, only where one person of rank can be meant.

    That is so if the mention names the country or the office, if the text around it does (`hints`), or if the state is one whose
    leaders are named without it; the person must hold or have held a high office by `date`.
    """
    found = surnames().get(spelling(word), ())
    if country:
        return _one(found, date, country, office)
    local = tuple(p for p in found if not hints.isdisjoint(p.states))
    if local:
        return _one(local, date, None, office)
    if office and date:
        holders = tuple(p for p in found if any(s.office == office and s.start <= date and (not s.end or date < s.end) for s in p.spells))
        if len(holders) == 1:
            return holders[0]
        # "President Obama" is a former one, whoever of the name is a minister elsewhere
        earlier = tuple(p for p in found if any(s.office == office and s.start <= date for s in p.spells))
        found = earlier if len(earlier) == 1 and earlier[0].country in PROMINENT and high(earlier[0]) else found
    if is_city(word) and not any(p.country in PROMINENT for p in found):
        return None  # "Liverpool"
    if fold(word) in _MONTHS | common_names() or sum(p.country in FAMILY_FIRST for p in found) >= _MANY:
        return None
    found = tuple(p for p in found if _goes_by(p, spelling(word)))
    known = tuple(p for p in found if high(p) and p.country in PROMINENT)
    if date:
        active = tuple(p for p in found if _named_alone(p, date) and (p.country in PROMINENT or _only_one(found) or _leads_alone(p, found, date)))
        led = tuple(p for p in known if p.country in _LONG_KNOWN and _led(p, date))
        if len(led) == 1 and not any(p.country in PROMINENT for p in active):
            return led[0]
        if not active and len(found) == 1 and _leads_known(found[0], word, date):
            return found[0]
        return active[0] if len(active) == 1 else known[0] if len(known) == 1 and _only_one(found) else None
    return known[0] if len(known) == 1 and len(found) <= 2 else None


def only_bearer(name: str, person: Person) -> bool:
    """Whether a full name is of no word that many bear, and of the tables nobody else has its surname ("Radovan Karadzic")."""
    parts = fold(name).split()
    family = spelling(surname(name, person.country))
    return len(parts) > 1 and common_names().isdisjoint(parts) and surnames().get(family, ()) == (person,)


def by_peers(word: str, date: str | None) -> Person | None:
    """Find the one who leads a state on a day by a surname, however common, where it stands beside another leader's."""
    if date is None:
        return None
    found = [p for p in surnames().get(spelling(word), ()) if _goes_by(p, spelling(word))]
    if fold(word) in common_names():  # so short a name is also another's in some spelling ("Lee", "Li")
        found = [p for p in found if fold(word) in fold(p.name).split()]
    leading = [p for p in found if _leads(p, date)]
    active = leading or [p for p in found if in_state(p, date)] or [p for p in found if in_office(p, date)]
    ranks = [rank(holding(p, date).spell) for p in active]
    return active[ranks.index(min(ranks))] if active and ranks.count(min(ranks)) == 1 else None


def _one(found: tuple[Person, ...], date: str | None, country: str | None, office: str | None = None) -> Person | None:
    """Choose the only candidate that fits, preferring those in the office named, then those in any; nobody if several remain."""
    if country:
        found = tuple(p for p in found if country in p.states)
    if len(found) > 1 and office:
        found = tuple(p for p in found if any(s.office == office for s in p.spells)) or found
    if len(found) > 1 and date and not any(in_state(p, date) for p in found) and len(led := [p for p in found if _led(p, date)]) == 1:
        return led[0]  # who led the state is meant, not a kinsman in public life
    if len(found) > 1 and date:
        found = tuple(p for p in found if in_office(p, date)) or found
    if len(found) > 1 and date:
        found = tuple(p for p in found if _leads(p, date)) or found
    # A president before a premier of the name, but where half a people bear it ("Nguyen").
    if len(found) > 1 and date and all(_leads(p, date) and p.country not in FAMILY_FIRST - {"PRK"} for p in found):
        ranks = [rank(holding(p, date).spell) for p in found]
        found = tuple(p for p, at in zip(found, ranks, strict=True) if at == min(ranks))
    return found[0] if len(found) == 1 else None


def _led(person: Person, date: str) -> bool:
    """Whether a person is or was at the top of a state by a day, within the years that the tables are of."""
    return any(_at_the_top(s) and s.start <= date and (not s.end or s.end >= _FIRST_DAY) for s in person.spells)


def _at_the_top(spell: Office) -> bool:
    """Whether an office is the first of a state or of the world's organisation; a "leader" may be one of a party."""
    return spell.office in _TOP or (spell.office == "leader" and not spell.country.startswith("@"))


def _leads(person: Person, date: str) -> bool:
    """Whether a person is at the top of a state or organisation on a day, so that others of the name are told by more than it."""
    return any(_at_the_top(s) and s.start <= date and (not s.end or date < s.end) for s in person.spells)


def _goes_by(person: Person, key: str) -> bool:
    """Whether a key is the name that a person goes by, not one of the further names in a fuller form ("Correa Delgado")."""
    own = surname(person.name, person.country)
    first, hyphen, _ = person.name.split()[-1].partition("-")
    whole = bool(hyphen) and len(first) > _PREFIX and person.country not in FAMILY_FIRST  # nobody calls Alliot-Marie "Marie"
    names = {fold(person.name.split()[-1])} if whole else {own, *own.split()[-1:]}
    names |= {form for form in person.forms if " " not in form}
    names |= {person.name.split()[0]} if person.country in FIRST_NAME else set()
    return any(spelling(name) == key for name in names)


def _leads_known(person: Person, word: str, date: str) -> bool:
    """Whether the only bearer of a long surname leads a state, a party or rebels on a day ("Savimbi")."""
    leads = any((s.office in _TOP or s.office.endswith("leader")) and s.start <= date and (not s.end or date < s.end) for s in person.spells)
    return leads and len(word) >= _TELLING


def _only_one(found: tuple[Person, ...]) -> bool:
    """Whether the holders of a surname are all of one state, so that it is a rare one abroad."""
    return len({p.country for p in found}) == 1


def _leads_alone(person: Person, found: tuple[Person, ...], date: str) -> bool:
    """Whether a person is at the top of a state on a day on which no other bearer of the surname is in an office of state."""
    others = (p for p in found if p is not person)
    return any(s.office in _TOP for s in person.spells) and not any(in_state(p, date) for p in others)


def _named_alone(person: Person, date: str) -> bool:
    """Whether news of the day names a person by surname alone: in high office, or a foreign minister with a surname of few."""
    offices = [s.office for s in person.spells if s.start <= date and (not s.end or date < s.end)]
    if person.country in PROMINENT:
        return any(o in RANK or (o in _NAMED and person.country in _FOREIGN_KNOWN) for o in offices)
    rare = person.country not in _COMMON_SURNAMES or len(surname(person.name, person.country)) >= _LONG
    return rare and any(o in _TOP for o in offices)
