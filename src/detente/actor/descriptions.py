"""Who a phrase without a name means: an office and its holder, an institution, a description, with or without a state."""

from __future__ import annotations

from itertools import pairwise

from detente.actor import finding, holders, people
from detente.actor.identity import Identity, identity, sector_list
from detente.actor.lexicon import Segment
from detente.actor.named import Scene, group, minority, nation, state
from detente.actor.phrase import COUNTS, DETERMINERS, SERVING, TITLE_KINDS, Phrase, parent, people_word, serves
from detente.actor.places import is_city, located
from detente.actor.sectors import OF_FIRMS, modifier_sectors, presides, role_sectors
from detente.actor.uniforms import UNIFORMED, by_text
from detente.actor.vocabulary import FORMS_OF_ADDRESS, THINGS_TOO
from detente.actor.words import fold, owned, slug
from detente.mention.kinds import KIND

# Heads that speak for a government where nothing else is named.
SPOKEN = {"spokesman", "spokeswoman", "spokesperson", "official", "leader", "senior official"}
_ELECTS = {"president-elect": "president", "vice-president-elect": "vice president", "vice president-elect": "vice president"}
_SENT = {"ambassador", "envoy", "permanent representative", "representative"}
_SPOKES = {"spokesman", "spokeswoman", "spokesperson", "press secretary"}
# Bodies that are also words for many or part of anything.
_MANY_OF = {"army", "union", "school", "body", "party", "house", "state", "board", "division", "unit", "force", "cabinet", "bank", "club",
            "parliament"}  # fmt: skip
_ABROAD = {"international", "foreign", "overseas", "global", "multinational"}
# Words for a state, which without one mean nobody that could be told.
_CONGRESS_PARTY = ("IND", "INC")  # whose parliament is no congress
_CROWNED = {"kingdom", "sultanate", "emirate"}
_NEEDS_STATE = _CROWNED | {"side", "country", "nation", "state", "member", "presidency", "presidential palace", "palace"}
# Who is of a town, though a leader bears its name ("the mayor of Lagos").
_OF_TOWNS = {"mayor", "mayors", "governor", "governors", "bishop", "archbishop", "prefect", "residents", "inhabitants", "citizens", "people"}
_TITLES = TITLE_KINDS | {"former", "modifier"}
_CLAIMED = {"self proclaimed", "self declared", "self styled", "self appointed"}
_PRACTICES = {("MED",), ("EDU",), ("LAB",), ("BUS",), ("AGR",), ("CVL",)}
_CIVIL = {"CVL", "UAF", "REB", "MIL", "COP", "LAB", "CRM", "REF", "AGR", "UNK", "PRM", "JRN", "EDU", "BUS", "PTY", "SOC", "MED"}
_ADJECTIVES = {"new", "young", "other"}
# Before a number, but not part of what it counts.
_ROUGHLY = frozenset("over under almost roughly approximately exactly just up to fewer less than".split())


def role_of(phrase: Phrase) -> str | None:
    """Return the title in a phrase's own words, if it has a role."""
    return phrase.title() if phrase.roles else None


def country_of(phrase: Phrase, scene: Scene) -> str | None:
    """Return the state that a phrase names as whose it is: by its name, a place in it, or its leader ("Assad's forces")."""
    found = phrase.countries
    if found and found[0].entry:
        return minority(found[0].entry.code, found[0].text, scene) or parent(found[0].entry.code)
    if not phrase.roles:
        return None
    place = located(phrase) if phrase.links[:1] == ("of",) and fold(phrase.roles[-1].text).rpartition(" ")[2] in _OF_TOWNS else None
    return place or _of_leader(phrase, scene) or located(phrase) or _of_title(phrase)


def _of_title(phrase: Phrase) -> str | None:
    """The state whose office a title is by its own words ("the Catalan president"), on a day on which nobody is known to hold it."""
    role = phrase.roles[-1].role
    owner = holders.owner(role.office) if role and role.office else None
    return parent(owner) if owner and not owner.startswith("@") else None


def _of_leader(phrase: Phrase, scene: Scene) -> str | None:
    """The state of an office holder who is named before the head ("a former Trump aide")."""
    for segment, following in pairwise(phrase.head):
        owns = segment.words[-1].possessive
        if segment.kind not in {"name", "person"} or not (owns or following is phrase.head[-1]):
            continue
        if owns or (following.role and following.role.phrase in SERVING) or not is_city(segment.text):  # "Lagos police" are no president's
            return _state_of_person(segment.text, scene)
    theirs = phrase.links[:1] in {("of",), ("for",)} or (phrase.links[:1] == ("to",) and serves(phrase.roles[-1]))
    named = [s for s in phrase.tail if not (s.role and s.role.kind in _TITLES)]  # "a spokesman for President Ouattara"
    if theirs and len(named) == 1 and named[0] is phrase.tail[-1] and named[0].kind in {"name", "person"}:
        return _state_of_person(named[0].text, scene)
    return None


def _state_of_person(name: str, scene: Scene) -> str | None:
    name = " ".join(word for word in name.split() if fold(word) not in FORMS_OF_ADDRESS)
    alone = all(word in people.PARTICLES for word in fold(name).split()[:-1])  # "Putin", "Mr de Klerk"
    found = finding.by_surname(name, scene.date, None, frozenset(scene.states)) if alone else finding.by_name(name, scene.date)
    return parent(found.country) if found and not found.country.startswith("@") else None


def _territory(phrase: Phrase) -> str | None:
    """Return the state or territory that a phrase names: a territory has offices of its own ("Greenland's prime minister")."""
    found = phrase.countries
    return found[0].entry.code if found and found[0].entry else None


def domestic(phrase: Phrase) -> bool:
    """Whether the role is one that a state has: then the only state of the context may be meant."""
    last = phrase.roles[-1].role if phrase.roles else None
    return bool(last and last.sectors)


def of_state(phrase: Phrase, scene: Scene) -> tuple[Identity, ...]:
    """A state with a role ("the Kenyan president", "Chinese foreign ministry"), or a description with or without one."""
    country = country_of(phrase, scene)
    explicit = country is not None
    if not phrase.roles:
        return _without_role(phrase, country)
    last = phrase.roles[-1]
    head = last.role
    if head is None:
        return ()
    if country is None and domestic(phrase) and not any(fold(s.text) in _ABROAD for s in phrase.head):
        country = scene.country
    role = role_of(phrase)
    alone = last is phrase.head[-1] and last.entry is not None and not last.entry.plural and not presides(phrase)
    if country and alone and not (explicit and _regional(phrase)) and not (phrase.former or phrase.deputy or _otherwise_owned(phrase, explicit)):
        found = _in_office(phrase, _territory(phrase) or country, scene.date)
        if found:
            from detente.actor.persons import held  # persons builds on descriptions

            return (held(found, phrase, role_sectors(phrase, True), scene.date),)
    if head.phrase in _NEEDS_STATE and not explicit and last.entry and last.entry.plural:
        return ()  # "both sides" are not two of one state
    if head.phrase == "congress" and country == _CONGRESS_PARTY[0] and not explicit:
        return (group(_CONGRESS_PARTY[1], scene.date),)
    if head.phrase in _CROWNED and not (country and holders.in_office(country, "monarch", scene.date)):
        return ()
    if not country and (head.phrase in _NEEDS_STATE or (head.phrase in THINGS_TOO and last.entry and not last.entry.plural)):
        return ()
    if not country and phrase.links[:1] == ("of",) and head.phrase in _MANY_OF and not any(s.kind != "other" and not s.role for s in phrase.tail):
        return ()  # "an army of ants"
    if country and _central_bank(phrase, country):
        return (identity(f"body:{country}:central-bank", name=_description(phrase), country=country, sectors=("GOV",)),)
    if head.office == "chief executive" and not phrase.countries and scene.country not in {"CHN", "HKG"}:
        return (identity(None, sectors=("BUS",), role=role),)
    if head.office in OF_FIRMS and not explicit and _of_a_firm(phrase):
        return ()  # "a vice president for sales"
    sectors = role_sectors(phrase, explicit or (country is not None and head.phrase in SPOKEN))
    if head.kind == "leader" and not phrase.former and _people_within(phrase):
        sectors = sector_list(tuple(s for s in sectors if s != "GOV"), ("CVL",))  # "Maori leaders" govern no state
    if not sectors and country is None:
        return ()
    if country is None and fold(last.text) == "office" and sectors[:1] in _PRACTICES and any(s.words[-1].possessive for s in phrase.head):
        return ()  # "the doctor's office"
    if sectors[:1] in UNIFORMED and len(phrase.roles) == 1 and last is phrase.head[-1]:
        sectors = by_text(head.phrase, scene) or sectors
    body = head.kind == "body"
    key = f"body:{country}:{slug(role)}" if body and country and role else None
    name, role = (_description(phrase), None) if body or _people(last) else (None, role)
    return (identity(key, name=name, country=country, sectors=sectors, role=role),)


def _otherwise_owned(phrase: Phrase, explicit: bool) -> bool:
    """Whether an office is that of a named owner who is no state ("the North's leader"), or one that its holder alone claims."""
    claimed = any(fold(s.text) in _CLAIMED for s in phrase.head)
    return claimed or (not explicit and any(s.kind == "name" and s.words[-1].possessive for s in phrase.head))


def _of_a_firm(phrase: Phrase) -> bool:
    """Whether an office that firms have too is for some field, or of whom nothing else is known ("the Ford vice president")."""
    field = phrase.links[:1] in {("of",), ("for",)} and not any(s.role or s.kind == "state" or KIND.get(fold(s.text)) == "state" for s in phrase.tail)
    return field or any(s.kind in {"name", "org"} for s in phrase.head)


def _regional(phrase: Phrase) -> bool:
    """Whether what a phrase names is a part of a state."""
    return not phrase.countries or any(s.entry and s.entry.form == "region" for s in phrase.countries) or _people_within(phrase)


def _people_within(phrase: Phrase) -> bool:
    """Whether the word for the state is one for a people or a region within it ("the Tibetan leader")."""
    return any(s.entry and s.entry.form == "noun" and not nation(s.entry.code, fold(s.text)) for s in phrase.countries)


def _central_bank(phrase: Phrase, country: str) -> bool:
    """Whether a bank "of" a state is its central bank; those of some states are others."""
    last = phrase.roles[-1]
    return last.text == "Bank" and phrase.links[:1] == ("of",) and country not in {"USA", "CHN"} and len(phrase.tail) == 1


def _people(segment: Segment) -> bool:
    """Whether a role word describes people rather than naming an office: plural, or of a civil sector."""
    role = segment.role
    return bool(segment.entry and segment.entry.plural) or bool(role and role.sectors and role.sectors[0] in _CIVIL)


def _in_office(phrase: Phrase, country: str, date: str | None) -> people.Person | None:
    head = phrase.roles[-1].role
    if not head:
        return None
    if head.phrase in _SPOKES:
        spoken = holders.in_office(country, _spoken_for(phrase), date)
        return spoken[0] if spoken else None
    if head.phrase in _ELECTS:
        return holders.elect(country, _ELECTS[head.phrase], date)
    if office := _office_by_company(phrase):
        return holders.holder(country, office, date)
    if person := holders.named_as(country, _own_title(phrase), date):
        return person
    if any(s.role and s.role.kind == "sector" for s in phrase.head) or len(phrase.roles) > 1:
        return None
    if head.phrase == "minister" and (person := holders.holder(country, role_of(phrase) or "", date)):
        return person  # of a field that `roles` does not name ("the water minister")
    if head.office:
        found = holders.in_office(country, head.office, date)
    else:
        found = holders.leader(country, date) if head.kind == "leader" else None
    return found[0] if found else None


def _office_by_company(phrase: Phrase) -> str | None:
    """The office that a common title is beside the body that it is of: an envoy to the UN, a speaker of a parliament."""
    head = phrase.roles[-1].role
    if head and head.phrase in _SENT and any(s.kind == "org" and s.entry and s.entry.code == "UN" for s in phrase.everything):
        return "UN ambassador"
    if head and head.phrase == "speaker" and any(s.role and s.role is not head and s.role.sectors[:1] == ("LEG",) for s in phrase.everything):
        return "parliament speaker"
    return None


def _own_title(phrase: Phrase) -> str:
    """The words of the head behind the state's ("South Korean unification minister", "the state's first treasurer")."""
    said = [s.text for s in phrase.head if s.kind != "state" and fold(s.text) not in DETERMINERS]
    return " ".join(said).casefold()


def _spoken_for(phrase: Phrase) -> str:
    """The office of one who speaks for an institution ("the Chinese foreign ministry spokesman") or a seat ("the Kremlin spokesman")."""
    if any(s.entry and s.entry.form == "seat" for s in phrase.countries):
        return "presidential spokesperson"
    body = next((s.role.phrase for s in phrase.roles[:-1] if s.role), "")
    return f"{body} spokesperson".strip()


def _without_role(phrase: Phrase, country: str | None) -> tuple[Identity, ...]:
    if country is None:
        return ()
    if _two_states(phrase):
        return ()  # "Kenya Washington"
    found = phrase.countries[0]
    last = phrase.head[-1] if phrase.head else found
    if last is not found and last.kind == "state" and last.entry and last.entry.form == "noun":  # "Guatemalan Indians"
        return (identity(None, name=_description(phrase), country=country, sectors=sector_list(modifier_sectors(phrase), ("CVL",))),)
    unknown_thing = last.kind == "other" and last is not found and not people_word(last.text)
    if unknown_thing or (last.role and last.role.kind == "modifier" and last.text.islower()):
        return ()  # a thing of the state ("the Russian economy", "Thai curry")
    if last.kind == "other" and last is not found:
        return (identity(None, name=_description(phrase), country=country, sectors=sector_list(modifier_sectors(phrase), ("CVL",))),)
    plain = {"ethnic", "another", *DETERMINERS}
    unknown = [s for s in phrase.head if s.kind in {"other", "name"} and not s.text.isdigit() and fold(s.text) not in plain]
    if unknown or not found.entry:
        people = found is last and found.entry and found.entry.form == "noun" and all(s.text.islower() for s in unknown)
        sectors = sector_list(modifier_sectors(phrase), ("CVL",) if people else ())  # "indigenous Fijians"
        return (identity(None, name=_description(phrase), country=country, sectors=sectors),) if found in phrase.head else ()
    if any(fold(s.text) == "ethnic" for s in phrase.head):
        return (identity(None, name=_description(phrase), sectors=("CVL",)),)
    if last.role and last.role.kind == "sector":
        return (identity(None, name=_description(phrase), country=country, sectors=last.role.sectors),)
    told = len(phrase.head) > 1 and found is last and found.entry.form in {"noun", "adjective"}
    counted = told and (found.text.endswith("s") or bool(modifier_sectors(phrase)) or _number(phrase.head[0]))
    form = "noun" if counted else found.entry.form
    if form == "noun":
        return (identity(None, name=_description(phrase), country=country, sectors=sector_list(modifier_sectors(phrase), ("CVL",))),)
    return (state(found.entry.code, form, found.text),)


def _number(segment: Segment) -> bool:
    """Whether a word counts people, though their state's adjective has no ending for several ("six Sudanese")."""
    return segment.text.isdigit() or (fold(segment.text) in COUNTS - _ADJECTIVES)


def _two_states(phrase: Phrase) -> bool:
    """Whether a phrase is the plain names of two states one after the other, which is how people are called."""
    entries = [s.entry for s in phrase.head if s.kind == "state" and s.entry and not s.words[-1].possessive]
    if len(entries) != 2 or len(phrase.everything) != 2:
        return False
    plain = all(entry.form in {"name", "capital", "region"} and not entry.exact for entry in entries)
    return plain and parent(entries[0].code) != parent(entries[1].code)


def _description(phrase: Phrase) -> str:
    """Return the words of a description without articles and numbers."""
    number = max((at for at, s in enumerate(phrase.head) if s.text.replace(",", "").isdigit()), default=-1)
    head = [s for at, s in enumerate(phrase.head) if at > number or (at < number and not _ROUGHLY.issuperset(fold(s.text).split()))]
    kept = [s for s in head if not (fold(s.text) in DETERMINERS | COUNTS or s.text.isdigit())]
    said = [word for s in kept for word in s.words]
    text = " ".join([*map(owned, said[:-1]), *(word.text for word in said[-1:])])
    text = text or " ".join(s.text for s in phrase.head)
    tail = [word for s in phrase.tail for word in s.words]
    # A body's name goes on behind "of": "the Kenya Union of Harbour Pilots", but "the Kenyan association of pilots".
    named = tail and len(phrase.links) == 1 and phrase.links[0] in ("of", "for") and phrase.head[-1].text[:1].isupper()
    return f"{text} {phrase.links[0]} {' '.join(word.text for word in tail)}" if named and all(word.text[:1].isupper() for word in tail) else text
