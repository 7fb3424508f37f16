"""Reading one noun phrase: a person with or without office, an institution, an organisation, a state, a description."""

from __future__ import annotations

from itertools import pairwise

from detente.actor import holders
from detente.actor.affiliation import party
from detente.actor.descriptions import of_state, role_of
from detente.actor.identity import Identity, identity
from detente.actor.lexicon import Segment, lookup, organisation_table
from detente.actor.named import IN_ARMS, Scene, group, group_country, local, namesake_at_home, organisation, outlet, unplaced
from detente.actor.people import Person
from detente.actor.persons import bare_name, held, named
from detente.actor.phrase import TITLE_KINDS, Phrase, parent
from detente.actor.sectors import role_sectors
from detente.actor.things import named_thing
from detente.actor.words import fold
from detente.knowledge import RoleWord

# Heads that mean the top of an organisation ("the IMF chief").
_TOP = {"chief", "head", "leader", "boss", "director", "president", "chairman", "chairperson", "chairwoman", "chair", "secretary-general"}
# Who works for an organisation without being labour in dispute with it.
_STAFF = {"worker", "employee", "staff", "staff member", "staffer", "volunteer"}
_BODIES = frozenset({"group", "org", "outlet"})
_MINISTRIES = {"ministry", "minister", "ministers", "department"}
# Bodies of an organisation that have a head of their own.
_BODY_OFFICES = {"european council": "council president", "european commission": "commission president", "eu commission": "commission president",
                 "au commission": "commission chairperson", "african union commission": "commission chairperson"}  # fmt: skip


def read_phrase(phrase: Phrase, scene: Scene) -> tuple[Identity, ...]:
    """Return who one noun phrase means, or nobody."""
    if phrase.thing or named_thing(phrase):
        return ()
    if phrase.roles and (len(phrase.head) > 1 or phrase.tail or len(phrase.head[0].words) > 1):
        found = holders.titled(" ".join(s.text for s in phrase.everything), scene.date)
        if found:
            return (held(found[0], phrase, (), scene.date, found[1]),)
    person = phrase.first("person")
    if person and person in phrase.head and not _owns(person, phrase):
        return named(phrase, person.text, scene)
    if phrase.names and not _descriptive(phrase):
        return named(phrase, bare_name(phrase), scene)
    if _BODIES.isdisjoint(phrase.kinds) and not party(phrase, scene):  # as mostly
        return of_state(phrase, scene)
    phrase = _with_its_group(phrase, scene)
    special = next((s for s in phrase.head if s.kind in {"state", "org", "group", "outlet"}), None)
    special = special or phrase.first("org", "group", "outlet")
    if special and (society := _national_society(phrase)):
        return (society,)
    if special and special.entry and special.kind == "org":
        return _of_organisation(phrase, special.entry.code, scene)
    if special and special.entry and special.kind == "outlet":
        return (outlet(special.entry.code, role_of(phrase)),)
    grouped = None if _ministry(phrase) else phrase.first("group")
    code = local(grouped.entry, grouped.text, scene, _owners(phrase)).code if grouped and grouped.entry else party(phrase, scene)
    if code:
        top = _leads(phrase) and holders.leader(f"@{code}", scene.date)
        top = top or _heading(code, phrase, scene.date)
        top = top or _governing(code, phrase, scene.date)
        if top:
            return (held(top[0], phrase, (), scene.date),)
        known = group(code, scene.date, _armed(phrase), role_of(phrase))
        if grouped and not _owners(phrase) and unplaced(grouped.text, scene):
            return (identity(None, sectors=known.sectors, role=known.role),) if phrase.roles else ()
        return (namesake_at_home(known, grouped.text, scene) or known if grouped else known,)
    return of_state(phrase, scene)


def _owns(person: Segment, phrase: Phrase) -> bool:
    """Whether a person only tells whose somebody or something is ("Imran Khan's party"), not who it is."""
    return person.words[-1].possessive and phrase.head[-1] is not person


def _with_its_group(phrase: Phrase, scene: Scene) -> Phrase:
    """A phrase with a group in place of an organisation of the same name, where the state of the group is told of ("Sudan's RSF"), or arms."""
    org = phrase.first("org")
    groups = [entry for entry in lookup(org.text) if entry.kind == "group"] if org else []
    if not org or not org.entry or not groups:
        return phrase
    armed = _armed(phrase)[:1] in IN_ARMS
    states = _owners(phrase) or (tuple(filter(None, [group_country(groups[0].code)])) if armed else ())
    entry = local(org.entry, org.text, scene, states)
    if entry.kind != "group":
        return phrase
    head, tail = (tuple(s._replace(kind="group", entry=entry) if s is org else s for s in part) for part in (phrase.head, phrase.tail))
    return phrase._replace(head=head, tail=tail, kinds=(phrase.kinds - {"org"}) | {"group"})


def _owners(phrase: Phrase) -> tuple[str, ...]:
    """The states that a phrase names."""
    return tuple(parent(s.entry.code) for s in phrase.countries if s.entry)


def _national_society(phrase: Phrase) -> Identity | None:
    """A state's own society of the Red Cross or Red Crescent ("the Kenya Red Cross", "Afghan Red Crescent volunteers")."""
    pairs = pairwise(phrase.everything)
    state, sign = next(((a, b) for a, b in pairs if a.kind == "state" and b.text in {"Red Cross", "Red Crescent"}), (None, None))
    if state is None or sign is None or not state.entry:
        return None
    country = parent(state.entry.code)
    return identity(f"body:{country}:red-cross", name=f"{state.text} {sign.text}", country=country, sectors=("SOC", "MED"), role=role_of(phrase))


def _armed(phrase: Phrase) -> tuple[str, ...]:
    """The sectors of a head that says what some of a group are ("Abkhaz rebels")."""
    last = phrase.roles[-1].role if phrase.roles else None
    return last.sectors if last and last.kind == "person" else ()


def _descriptive(phrase: Phrase) -> bool:
    """Whether unknown capitalised words are a name of something else ("Mombasa police"): a role noun ends the phrase."""
    last = phrase.head[-1] if phrase.head else None
    if not last or not last.role or last.role.kind not in TITLE_KINDS:
        return False
    return last.words[-1].text.islower() or last.role.kind == "body"


def _ministry(phrase: Phrase) -> bool:
    """Whether a field of government that is a party's name too stands before its ministry ("the Labour Ministry")."""
    last = phrase.roles[-1] if phrase.roles else None
    return bool(last and last is phrase.head[-1] and fold(last.text) in _MINISTRIES and len(phrase.head) > 1 and " " not in phrase.head[-2].text)


def _leads(phrase: Phrase) -> bool:
    """Whether the head is the one at the top of a group ("the Hezbollah leader")."""
    last = _only_role(phrase)
    return last is not None and (last.phrase in _TOP or last.kind == "office")


def _heading(code: str, phrase: Phrase, date: str | None) -> tuple[Person, str] | None:
    """Who heads a body of a state ("the governor of the Bank of England")."""
    head = _only_role(phrase)
    return holders.head_of_body(code, head.phrase, group_country(code), date) if head else None


def _governing(code: str, phrase: Phrase, date: str | None) -> tuple[Person, str] | None:
    """Who holds an office of the state of a group that governs it on the day ("the Taliban's foreign minister")."""
    head, of = _only_role(phrase), group(code, date)
    if not head or not head.office or not of.country or of.sectors[:1] != ("GOV",) or date is None:
        return None
    return holders.in_office(of.country, head.office, date)


def _only_role(phrase: Phrase) -> RoleWord | None:
    """The only role word of a phrase, in the singular and in office."""
    last = phrase.roles[-1] if len(phrase.roles) == 1 else None
    if not last or not last.role or not last.entry or last.entry.plural or phrase.former or phrase.deputy:
        return None
    return last.role


def _body_office(phrase: Phrase) -> str:
    org = phrase.first("org")
    return _BODY_OFFICES.get(fold(org.text), "") if org else ""


def _of_organisation(phrase: Phrase, code: str, scene: Scene) -> tuple[Identity, ...]:
    role = role_of(phrase)
    last = phrase.roles[-1] if phrase.roles else None
    head = last.role if last else None
    if head and last and last.entry and not phrase.former and not phrase.deputy and not last.entry.plural:
        office = _body_office(phrase) or head.office
        person = holders.holder(f"@{code}", office, scene.date) if office else None
        if not person and len(phrase.roles) == 1 and head.phrase in _TOP:
            top = holders.leader(f"@{code}", scene.date)
            person = top[0] if top else None
        if person:
            return (held(person, phrase, (), scene.date),)
    sectors = role_sectors(phrase, head is not None and head.kind == "head")
    if organisation_table()[code].kind:  # an official of an organisation is of no government, one of "the West" is
        sectors = tuple(s for s in sectors if s != "GOV")
    if organisation_table()[code].kind == "MNC" and sectors[:1] == ("MIL",):
        sectors = ()  # an airline's pilot flies no fighters
    if head and head.phrase in _STAFF and organisation_table()[code].kind != "MNC":
        sectors = ()
    return (organisation(code, sectors, role),)
