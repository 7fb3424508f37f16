"""Reading one noun phrase: a person with or without office, an institution, an organisation, a state, a description."""

from __future__ import annotations

from detente import knowledge
from detente.actor import people
from detente.actor.identity import Identity, identity, sector_list
from detente.actor.lexicon import Segment, organisation_table
from detente.actor.named import Scene, group, organisation, outlet, state
from detente.actor.phrase import COUNTS, DEPUTY, DETERMINERS, Phrase, institution_sectors, parent
from detente.actor.words import fold, slug

# Heads that mean the top of an organisation ("the IMF chief").
TOP = {"chief", "head", "leader", "boss", "director", "president"}
# Heads that speak for a government where nothing else is named.
SPOKEN = {"spokesman", "spokeswoman", "spokesperson", "official", "leader", "senior official"}
SECONDARY = {"OPP", "PRE"}
LEADING = {"UAF", "REB", "LAB", "PRM", "EDU", "REL", "REF", "AGR", "CRM", "LEG", "JUD", "SPY", "MED", "JRN", "PTY", "BUS", "MIL", "COP"}


def read_phrase(phrase: Phrase, scene: Scene) -> tuple[Identity, ...]:
    """Return who one noun phrase means, or nobody."""
    person = phrase.first("person")
    if person and person in phrase.head:
        return _named(phrase, person.text, scene)
    if phrase.names and not _descriptive(phrase):
        return _named(phrase, _bare_name(phrase), scene)
    special = next((s for s in phrase.head if s.kind in {"state", "org", "group", "outlet"}), None) or phrase.first(
        "org", "group", "outlet"
    )
    if special and special.entry and special.kind == "org":
        return _of_organisation(phrase, special.entry.code, scene)
    if special and special.entry and special.kind == "outlet":
        return (outlet(special.entry.code, _role(phrase)),)
    grouped = phrase.first("group")
    if grouped and grouped.entry:
        return (group(grouped.entry.code, scene.date, (), _role(phrase)),)
    return _of_state(phrase, scene)


def _bare_name(phrase: Phrase) -> str:
    titles = {
        "mr",
        "mrs",
        "ms",
        "dr",
        "sir",
        "dame",
        "lord",
        "lady",
        "st",
        "gen",
        "col",
        "lt",
        "sgt",
        "capt",
        "rev",
        "prof",
        "sen",
        "rep",
        "gov",
    }
    parts = [w.text for segment in phrase.names for w in segment.words if fold(w.text) not in titles]
    return " ".join(parts)


def _descriptive(phrase: Phrase) -> bool:
    """Whether unknown capitalised words are a name of something else ("Mombasa police"): a role noun ends the phrase."""
    last = phrase.head[-1] if phrase.head else None
    if not last or not last.role or last.role.kind not in {"body", "person", "head"}:
        return False
    return last.kind == "role" and (last.words[-1].text.islower() or last.role.kind == "body")


def _role(phrase: Phrase) -> str | None:
    return phrase.title() if phrase.roles else None


def _country(phrase: Phrase) -> str | None:
    found = phrase.countries
    return parent(found[0].entry.code) if found and found[0].entry else None


def _named(phrase: Phrase, name: str, scene: Scene) -> tuple[Identity, ...]:
    """A person with a name: known from the tables, or unknown with what the words before the name say."""
    country = _country(phrase)
    single = " " not in name
    hints = frozenset(scene.states)
    person = people.by_surname(name, scene.date, country, hints) if single else people.by_name(name, scene.date, country)
    role = _role(phrase)
    sectors = role_sectors(phrase, country is not None)
    if person:
        return (_holder(person, phrase, role, sectors, scene.date),)
    org = phrase.first("org")
    grouped = phrase.first("group", "outlet")
    if not name or (not role and not country and not org and not grouped):
        return ()
    if org and org.entry and not country:
        row = organisation_table()[org.entry.code]
        return (
            identity(f"person:{slug(name)}", name=name, org=row.code, kind=row.kind or None, sectors=sectors or row.sectors, role=role),
        )
    base = None
    if grouped and grouped.entry and not country:
        base = group(grouped.entry.code, scene.date) if grouped.kind == "group" else outlet(grouped.entry.code)
        country, sectors = base.country, sector_list(base.sectors, sectors if grouped.kind == "group" and sectors != ("GOV",) else ())
    if country is None and role and _domestic(phrase):
        country = scene.country
    return (identity(f"person:{slug(name)}", name=name, country=country, kind=base.kind if base else None, sectors=sectors, role=role),)


def _holder(person: people.Person, phrase: Phrase, role: str | None, sectors: tuple[str, ...], date: str | None) -> Identity:
    held = people.holding(person, date)
    office = held.spell.office
    if role in {"leader", "counterpart", "head of state", "head of government"} and not held.past and not held.future:
        role = office  # `role` is the title of the office, which these words only point at
    if phrase.former or (held.past and not role):
        sectors, role = ("ELI",), role if phrase.former and role else f"former {office}"
    elif not role and not held.future:
        sectors, role = _office_sectors(office), office
    elif not sectors and not held.future:
        sectors = _office_sectors(office)
    country = held.spell.country
    if country.startswith("@"):
        row = organisation_table()[country[1:]]
        return identity(
            person.id, name=person.name, org=row.code, kind=row.kind or None, sectors=() if sectors == ("GOV",) else sectors, role=role
        )
    return identity(person.id, name=person.name, country=parent(country), sectors=sectors, role=role)


def _office_sectors(office: str) -> tuple[str, ...]:
    row = next((r for r in knowledge.role_words() if r.office == office and r.kind == "office"), None)
    return row.sectors if row else ("GOV",)


def _of_organisation(phrase: Phrase, code: str, scene: Scene) -> tuple[Identity, ...]:
    role = _role(phrase)
    head = phrase.roles[-1].role if phrase.roles else None
    if head and not phrase.former and not _deputy(phrase) and not phrase.roles[-1].entry.plural:  # type: ignore[union-attr]
        person = people.holder(f"@{code}", head.office, scene.date) if head.office else None
        if not person and len(phrase.roles) == 1 and head.phrase in TOP:
            top = people.leader(f"@{code}", scene.date)
            person = top[0] if top else None
        if person:
            return (_holder(person, phrase, role, (), scene.date),)
    sectors = tuple(s for s in role_sectors(phrase, False) if s != "GOV")
    return (organisation(code, sectors, role),)


def _deputy(phrase: Phrase) -> bool:
    return any(fold(s.text) in DEPUTY for s in phrase.head if s.role and s.role.kind == "modifier")


def _domestic(phrase: Phrase) -> bool:
    """Whether the role is one that a state has: then the only state of the context may be meant."""
    last = phrase.roles[-1].role if phrase.roles else None
    return bool(last and last.sectors)


def _of_state(phrase: Phrase, scene: Scene) -> tuple[Identity, ...]:
    """A state with a role ("the Kenyan president", "Chinese foreign ministry"), or a description with or without one."""
    country = _country(phrase)
    named = country is not None
    if not phrase.roles:
        return _without_role(phrase, country, scene)
    last = phrase.roles[-1]
    head = last.role
    if head is None:
        return ()
    if country is None and _domestic(phrase):
        country = scene.country
    role = _role(phrase)
    if country and not phrase.former and not _deputy(phrase) and last.entry and not last.entry.plural and last is phrase.head[-1]:
        person = _in_office(phrase, country, scene.date)
        if person:
            return (_holder(person, phrase, role, role_sectors(phrase, True), scene.date),)
    sectors = role_sectors(phrase, named or (country is not None and head.phrase in SPOKEN))
    if not sectors and country is None:
        return ()
    body = head.kind == "body"
    key = f"body:{country}:{slug(role)}" if body and country and role else None
    described = body or _people(last)
    name, role = (_description(phrase), None) if described else (None, role)
    return (identity(key, name=name, country=country, sectors=sectors, role=role),)


def _people(segment: Segment) -> bool:
    """Whether a role word describes people rather than naming an office: plural, or of a civil sector."""
    role = segment.role
    civil = {"CVL", "UAF", "REB", "MIL", "COP", "LAB", "CRM", "REF", "AGR", "UNK", "PRM", "JRN", "EDU", "BUS", "PTY", "SOC", "MED"}
    return bool(segment.entry and segment.entry.plural) or bool(role and role.sectors and role.sectors[0] in civil)


def _in_office(phrase: Phrase, country: str, date: str | None) -> people.Person | None:
    head = phrase.roles[-1].role
    if not head or any(s.role and s.role.kind in {"sector"} for s in phrase.head) or len(phrase.roles) > 1:
        return None
    if head.kind == "office":
        person = people.holder(country, head.office, date)
        if not person and head.office in {"prime minister", "chancellor"}:
            person = people.holder(country, "prime minister" if head.office == "chancellor" else "chancellor", date)
        return person
    if head.kind == "leader":
        top = people.leader(country, date)
        return top[0] if top else None
    return None


def _without_role(phrase: Phrase, country: str | None, scene: Scene) -> tuple[Identity, ...]:
    if country is None:
        return ()
    found = phrase.countries[0]
    unknown = [s for s in phrase.everything if s.kind in {"other", "name"} and not s.text.isdigit()]
    if unknown or not found.entry:
        sectors = _modifier_sectors(phrase)
        return (identity(None, name=_description(phrase), country=country, sectors=sectors),) if found in phrase.head else ()
    counted = len(phrase.head) > 1 and found.entry.form in {"noun", "adjective"} and found.text.endswith("s")
    form = "noun" if counted else found.entry.form
    if form == "noun":
        return (identity(None, name=_description(phrase), country=country, sectors=sector_list(_modifier_sectors(phrase), ("CVL",))),)
    return (state(found.entry.code, form, found.text, scene),)


def _modifier_sectors(phrase: Phrase) -> tuple[str, ...]:
    """Sectors of words that modify the head: "rebel", "striking", and nouns before it ("student protesters")."""
    last = phrase.roles[-1] if phrase.roles else None
    before = (s.role for s in phrase.head if s is not last and s.role)
    return sector_list(*(r.sectors for r in before if r.kind == "sector" or (r.kind in {"person", "body"} and "GOV" not in r.sectors)))


def role_sectors(phrase: Phrase, domestic: bool) -> tuple[str, ...]:
    """Return the sectors that the role words give: the head's own, or for "spokesman" and the like the institution's.

    `domestic` tells that a state is named, so that an official of nothing else is one of its government.
    """
    if phrase.former and phrase.roles:
        return sector_list(("ELI",), tuple(s for s in institution_sectors(phrase.head) if s != "GOV"))
    if not phrase.roles:
        return _modifier_sectors(phrase)
    head = phrase.roles[-1].role
    if head is None:
        return ()
    modifiers = _modifier_sectors(phrase)
    if head.kind in {"head", "leader"}:
        before = [s for s in phrase.head if s is not phrase.roles[-1]]
        own = institution_sectors([s for s in before if not (s.role and s.role.kind == "sector")]) or institution_sectors(phrase.tail)
        if not own and _whose(phrase):
            return ()
        if not own and modifiers:
            return sector_list(("PTY",) if modifiers[0] == "OPP" else (), modifiers)
        return sector_list(own or (head.sectors if domestic else ()), tuple(m for m in modifiers if m in SECONDARY))
    if head.kind == "person" and head.sectors == ("GOV",) and head.phrase in {"official", "secretary", "negotiator"}:
        inner = institution_sectors([s for s in phrase.head if s is not phrase.roles[-1]]) or institution_sectors(phrase.tail)
        return inner or head.sectors
    generic = head.sectors[:1] in {("CVL",), ("UAF",)} or modifiers[:1] in {("REB",), ("LAB",), ("PRM",)}
    leading = tuple(m for m in modifiers if m in LEADING) if generic else ()
    return sector_list(leading, head.sectors, modifiers)


def _whose(phrase: Phrase) -> bool:
    """Whether a pronoun says whose it is ("its commander"): then only the text's earlier words can tell."""
    return any(fold(s.text) in {"its", "his", "her", "their", "our", "my", "your"} for s in phrase.head)


def _description(phrase: Phrase) -> str:
    """Return the words of a description without articles and numbers."""
    kept = [s for s in phrase.head if not (fold(s.text) in DETERMINERS | COUNTS or s.text.isdigit())]
    text = " ".join(s.text + ("'s" if s.words and s.words[-1].possessive and s is not kept[-1] else "") for s in kept)
    return text or " ".join(s.text for s in phrase.head)
