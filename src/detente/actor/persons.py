"""A person with a name: known from the tables of offices, or unknown with what the words around the name say."""

from __future__ import annotations

from functools import lru_cache

from detente import knowledge
from detente.actor import finding, people
from detente.actor.bearers import by_form, common_names
from detente.actor.descriptions import country_of, domestic, role_of
from detente.actor.heard import common
from detente.actor.identity import Identity, identity, sector_list
from detente.actor.lexicon import lookup, organisation_table, segments
from detente.actor.named import CREEDS, Scene, group, group_codes, outlet
from detente.actor.phrase import Phrase, parent, split
from detente.actor.sectors import role_sectors
from detente.actor.uniforms import UNIFORMED, by_text
from detente.actor.vocabulary import FORMS_OF_ADDRESS, HONOURS, KIN
from detente.actor.words import fold, slug, words
from detente.knowledge import RoleWord

# Words for an office that only point at it: the role is then the office's own title.
_POINTING = {"leader", "counterpart", "head of state", "head of government", "ruler"}
_ELECTED = {"president", "prime minister", "chancellor"}
_CROWNED = {"monarch", "crown prince", "king", "former king", "sultan", "supreme leader"}
# The most letters of a name in capitals that are those of several words.
INITIALS = 4
_TITLE_KINDS = {"office", "leader", "head"}


def bare_name(phrase: Phrase) -> str:
    """Return the unknown capitalised words of the head without forms of address; those behind its last office, where one stands between."""
    last = max((at for at, segment in enumerate(phrase.head) if segment in phrase.roles), default=-1)
    names = [segment for segment in phrase.head[last + 1 :] if segment.kind == "name"] or phrase.names
    return " ".join([w.text for segment in names for w in segment.words if fold(w.text) not in FORMS_OF_ADDRESS])


def named(phrase: Phrase, name: str, scene: Scene) -> tuple[Identity, ...]:
    """Return the person of the tables whom the name means as of the day, or one with what the words before the name say."""
    if _namesake_of_firm(phrase) or (phrase.head[0].kind == "group" and fold(phrase.head[0].text) in CREEDS):
        return ()  # "Jean Dupont", "Democrats Abroad"
    country = country_of(phrase, scene)
    person = _known(phrase, name, country, scene)
    role = role_of(phrase)
    sectors = role_sectors(phrase, country is not None)
    if person:
        return (held(person, phrase, sectors, scene.date),)
    if _body(phrase):
        return (identity(None, name=" ".join(s.text for s in phrase.head), country=country, sectors=sectors),)
    if not role and common(name):
        return ()  # nobody's name ("Out of Africa")
    org = phrase.first("org")
    grouped = phrase.first("group", "outlet")
    if not role and country and not any(s.kind == "state" for s in phrase.head):
        return ()  # a thing that is named after a place ("the Treaty of Lisbon")
    if not role and country and _placed(phrase):
        return ()  # "Georgia Tech"
    if phrase.roles and phrase.roles[-1].role and phrase.roles[-1].role.office == "monarch" and not country:
        return ()  # no king that could be told ("King Kong")
    if phrase.roles and phrase.roles[-1].role and phrase.roles[-1].role.phrase in KIN and not country:
        return ()  # "Mother Nature", "Uncle Sam"
    if not name or (not role and not country and not org and not grouped):
        return ()
    if org and org.entry and not country:
        row = organisation_table()[org.entry.code]
        sectors = tuple(s for s in sectors if s != "GOV") or row.sectors
        return (identity(f"person:{slug(name)}", name=name, org=row.code, kind=row.kind or None, sectors=sectors, role=role),)
    if not country and not (org or grouped) and " " not in name and _titled(phrase) and not scene.states:
        return ()  # one of many, if anybody ("Major Tom")
    base = None
    if grouped and grouped.entry and not country:
        base = group(grouped.entry.code, scene.date) if grouped.kind == "group" else outlet(grouped.entry.code)
        country, sectors = base.country, sector_list(base.sectors, sectors if grouped.kind == "group" and sectors != ("GOV",) else ())
    if country is None and role and domestic(phrase):
        country = scene.country
    if sectors[:1] in UNIFORMED and phrase.roles and (rank := phrase.roles[-1].role):
        sectors = by_text(rank.phrase, scene) or sectors
    return (identity(f"person:{slug(name)}", name=name, country=country, kind=base.kind if base else None, sectors=sectors, role=role),)


def _body(phrase: Phrase) -> bool:
    """Whether what somebody is stands behind the name and is written large: a body's name ("the Istanbul Bar Association")."""
    last = phrase.head[-1]
    return last.role is not None and phrase.head[0].kind == "name" and all(word.text[:1].isupper() for word in last.words)


def _namesake_of_firm(phrase: Phrase) -> bool:
    """Whether a given name stands before a company's, which is a surname then ("Jean Dupont")."""
    if len(phrase.head) != 2 or phrase.tail:
        return False
    given, firm = phrase.head
    return given.kind == "name" and firm.kind == "org" and " " not in firm.text and not firm.text.isupper() and not given.words[-1].possessive


def _known(phrase: Phrase, name: str, country: str | None, scene: Scene) -> people.Person | None:
    head = phrase.roles[-1].role if phrase.roles else None
    office = head.office if head and not phrase.former else None
    if name.isupper() and len(name) <= INITIALS and not head and fold(name) not in by_form():
        return None  # "MBA", but "AMLO"
    if all(word in people.PARTICLES for word in fold(name).split()[:-1]):  # "Mr de Klerk"
        found = finding.by_surname(name, scene.date, country, frozenset(scene.states), office or None)
        return None if found and office == "monarch" and not _crowned(found) else found
    person = _by_title(name, country, scene) or finding.by_name(name, scene.date, country, office or None)
    if person is None or (country and person.country != country and not person.country.startswith("@")):
        return None
    if office == "monarch" and not _crowned(person):
        return None  # "Queen Mary"
    hints = frozenset(scene.states)  # asked for late, since all of the text is read for it
    if scene.date and person.country not in {*hints, country} and not office and _not_yet(person, name, scene.date):
        return None
    # A minister of long ago is not meant by a name alone that others bear too.
    if scene.date and not people.high(person) and not people.in_office(person, scene.date) and person.country not in {*hints, country}:
        return person if finding.only_bearer(name, person) else None
    return person


def _crowned(person: people.Person) -> bool:
    """Whether a person reigns or reigned."""
    return any(spell.office in _CROWNED for spell in person.spells)


def _not_yet(person: people.Person, name: str, date: str) -> bool:
    """Whether a name that many bear is that of one who comes into office only after a day."""
    return min(spell.start for spell in person.spells) > date and all(word in common_names() for word in fold(name).split())


def _by_title(name: str, country: str | None, scene: Scene) -> people.Person | None:
    """One whom the tables know by title and name ("King Abdullah"), where the mention or the text names the state: others may be called so too."""
    title, _, rest = name.partition(" ")
    role = next((entry.role for entry in lookup(title) if entry.role and entry.role.office), None) if " " not in rest else None
    hints: frozenset[str] = frozenset((country,) if country else scene.states) if role else frozenset()
    person = finding.by_surname(rest, scene.date, None, hints, role.office) if role and hints else None
    return person if person and person.country in hints and any(s.office == role.office for s in person.spells if role) else None


def held(person: people.Person, phrase: Phrase, sectors: tuple[str, ...], date: str | None, office: str | None = None) -> Identity:
    """Return a person of the tables with the office that they hold on the day (`office`, if given), or as its former holder."""
    head = phrase.roles[-1].role if phrase.roles else None
    holding = people.holding(person, date, office or (head.office if head else None))
    office, role = holding.spell.office, role_of(phrase)
    active = not holding.past and not holding.future
    if active and role and (role in _POINTING or not (head and head.kind in _TITLE_KINDS | {"person"}) or _honour(phrase)):
        role, sectors = office, ()
    if phrase.former or (holding.past and (not role or _honour(phrase))):
        sectors, role = ("ELI",), role if phrase.former and role else f"former {office}"
    elif active and KIN & set((role or "").split()):
        sectors, role = office_sectors(office, date), office  # "the king's son" who is minister
    elif not role and not holding.future:
        sectors, role = office_sectors(office, date), office
    elif not sectors and not holding.future:
        sectors = office_sectors(office, date)
    if holding.future and not sectors and (office in _ELECTED or office.endswith("minister")):
        sectors = ("PTY",)  # a politician on the way there
    country = holding.spell.country
    if country[1:] in group_codes() and country.startswith("@"):
        return _of_group(person, country[1:], sectors, role, date)
    if country.startswith("@"):
        row = organisation_table()[country[1:]]
        sectors = tuple(s for s in sectors if s != "GOV")
        return identity(person.id, name=person.name, org=row.code, kind=row.kind or None, sectors=sectors, role=role)
    return identity(person.id, name=person.name, country=parent(country), sectors=sectors, role=role)


def _of_group(person: people.Person, code: str, sectors: tuple[str, ...], role: str | None, date: str | None) -> Identity:
    """One who leads a group is of its country and its sectors."""
    of = group(code, date)
    sectors = sectors if sectors[:1] == ("ELI",) else of.sectors
    return identity(person.id, name=person.name, country=of.country, kind=of.kind, sectors=sectors, role=role)


def _placed(phrase: Phrase) -> bool:
    """Whether a name follows a state's or a seat's, as a firm's or a building's does; persons follow its adjective or owner's form."""
    states = [s for s in phrase.head if s.kind == "state" and s.entry]
    return bool(states) and not any(s.words[-1].possessive or "adjective" in s.entry.form or s.entry.form == "noun" for s in states if s.entry)


def _titled(phrase: Phrase) -> bool:
    """Whether all that a phrase says of a person is a title as part of the name ("Judge Dredd")."""
    return bool(phrase.roles) and all(s.text[:1].isupper() and s.entry and not s.entry.plural for s in phrase.roles)


def _honour(phrase: Phrase) -> bool:
    """Whether the only role words are a rank or honorific, which a person keeps in and out of office ("General", "Sheikh")."""
    return all(s.role and s.role.phrase in HONOURS for s in phrase.roles)


@lru_cache(maxsize=4096)
def office_sectors(office: str, date: str | None) -> tuple[str, ...]:
    """Return the sectors of an office: those of its word, or of the group that its title names ("Hezbollah leader")."""
    table = _office_table()
    if office in table:
        return table[office].sectors
    phrase = split(segments(words(office)))
    named = phrase.first("group")
    return group(named.entry.code, date).sectors if named and named.entry else role_sectors(phrase, True) or ("GOV",)


@lru_cache(maxsize=1)
def _office_table() -> dict[str, RoleWord]:
    """The role word for each office: one that names it as an office, else the one that is written so."""
    words = knowledge.role_words()
    named = {row.phrase: row for row in reversed(words) if row.kind in {"office", "person"}}
    return named | {row.office: row for row in reversed(words) if row.kind == "office" and row.office}
