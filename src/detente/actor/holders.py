"""Offices as of a date: who held one, and who leads a state or an organisation."""

from __future__ import annotations

from datetime import date, timedelta
from functools import lru_cache

from detente import knowledge
from detente.actor.lexicon import segments
from detente.actor.people import RANK, Person, people
from detente.actor.words import fold, words
from detente.knowledge import Office
from detente.knowledge.building import built_once
from detente.knowledge.schema import SHARED_OFFICES

_SMALL = {"of", "the", "in", "for", "to", "and", "s", "special"}
_SPOKEN = {"spokesman": "spokesperson", "spokeswoman": "spokesperson", "representative": "envoy"}
# Who is sent to a state, which goes by several names.
_SENT = "envoy"
_SENT_WORDS = (_SENT, *(word for word, meant in _SPOKEN.items() if meant == _SENT))
# What kind of place an office is of, which may be left off ("the governor of Lagos State").
_KINDS_OF_PLACE = {"state", "province", "city", "region", "regional"}
# Last words of titles that are an office where the tables have one of that name in the state; others tell what somebody is.
_OFFICE_WORDS = {"minister", "secretary", "chief", "treasurer", "commissioner", "commander", "director", "chairman", "protector", "prosecutor",
                 "adviser", "negotiator", "envoy", "administrator"}  # fmt: skip
# Offices of whose holders the built lists have the days of change.
_FROM_LISTS = {"president", "prime minister", "chancellor", "monarch"}
_BY_HAND = ("recalled", knowledge.USER)
# States in which the leader of the opposition is an office.
_WESTMINSTER = {"GBR", "CAN", "AUS", "NZL", "IND", "ISR", "ZAF", "JAM", "TTO", "BRB", "BHS", "GUY", "MLT", "MYS", "SGP", "FJI", "PNG", "SLB",
                "LSO", "MUS"}  # fmt: skip
# So many days before taking office somebody is its holder-elect.
_ELECT = 120
# Words that are the state itself, not a part of it.
_STATE_WORDS = {"name", "adjective", "historic", "historic_adjective"}
_BRITISH = {"defense": "defence", "labor": "labour", "advisor": "adviser"}
# Who heads a body of a state whatever its head's office is called, and who by the last word of the office: a director of a bank is below.
_HEADS = {"chief", "head", "boss", "chairman", "chairwoman", "chairperson", "chair", "president"}
_OWN_HEADS = {"governor": {"governor"}, "speaker": {"speaker"}, "minister": {"secretary"}, "chief": {"director", "leader"}, "director": {"director"}}
_LEADERS = {"leader", "head", "chief", "boss", "chairman", "chair", "chairperson"}
# Offices of one kind: where a state has nobody in the one, the words mean the other ("the Irish premier", "the Austrian premier").
_ALSO = {
    "prime minister": ("chancellor", "chief executive"),
    "chancellor": ("prime minister",),
    "president": ("leader",),
    "monarch": ("crown prince",),
    "chief executive": ("prime minister",),
    "foreign policy chief": ("foreign minister",),
    "presidential spokesperson": ("White House press secretary",),
}


# Offices that a state gives to another than most do.
_OWN = {("GBR", "chancellor"): "finance minister"}


@built_once
def _spells() -> dict[tuple[str, str], tuple[tuple[Office, Person], ...]]:
    table: dict[tuple[str, str], list[tuple[Office, Person]]] = {}
    for person in people():
        for spell in person.spells:
            table.setdefault((spell.country, spell.office), []).append((spell, person))
    return {key: tuple(sorted(found, key=lambda pair: (pair[0].source == knowledge.USER, pair[0].start))) for key, found in table.items()}


def holder(country: str, office: str, date: str | None) -> Person | None:
    """Return who held an office on an ISO day: of the spells that cover it the one that began last; else nobody.

    A user's own row counts before every other, and a minister's that is written by hand before one from a list of each month's
    cabinets, which knows of a change late. Of an office that several hold at a time nobody alone is meant.
    """
    if date is None:
        return None
    found = [(s, p) for s, p in _spells().get((country, office), ()) if s.start <= date and (not s.end or date < s.end)]
    if office not in _FROM_LISTS:
        found = [pair for pair in found if pair[0].source.startswith(_BY_HAND)] or found
    covering = [person for _, person in found]
    if not covering or (office in SHARED_OFFICES and len(set(covering)) > 1):
        return None
    return covering[-1]


@built_once
def _titles() -> dict[frozenset[str], tuple[str, str]]:
    """Offices whose titles name what they lead ("Hezbollah leader", "president of Catalonia"), by their words in any order."""
    own = _owners()
    table = {words_of(office) - _KINDS_OF_PLACE: (country, office) for office, country in own.items()}
    table |= {words_of(_plain(office)): (country, office) for office, country in own.items() if _SENT in office}
    table |= {words_of(office): (country, office) for office, country in own.items()}
    for row in knowledge.role_words():
        if row.office in own:
            table.setdefault(words_of(row.phrase), (own[row.office], row.office))
    return table


@built_once
def _title_words() -> frozenset[str]:
    """Every word that a title which `titled` knows may have."""
    return frozenset().union(*_titles(), _SMALL, _KINDS_OF_PLACE, _LEADERS, _SPOKEN)


@lru_cache(maxsize=1 << 13)
def words_of(title: str) -> frozenset[str]:
    """The words of a title that count: "leader of Hezbollah", "Hezbollah's chief" and "Hezbollah leader" have the same."""
    return frozenset("leader" if word in _LEADERS else _SPOKEN.get(word, word) for word in fold(title.replace("'s", "")).split()) - _SMALL


@lru_cache(maxsize=1 << 13)
def _plain(title: str) -> str:
    """A title with the states in it by their common names ("the UN envoy to Burma": Myanmar, "the UN's Syrian envoy": Syria)."""
    return " ".join(knowledge.states()[s.entry.code].name if s.kind == "state" and s.entry and s.entry.form in _STATE_WORDS else s.text
                    for s in segments(words(title)))  # fmt: skip


@built_once
def _owners() -> dict[str, str]:
    """Whose each office is that names what it leads."""
    return {office: country for country, office in _spells() if any(c.isupper() for c in office)}


def owner(office: str) -> str | None:
    """Return the state or `@` organisation whose office it is by its own words ("president of Catalonia")."""
    return _owners().get(office)


def titled(title: str, date: str | None) -> tuple[Person, str] | None:
    """Return who held on a day the office that a title names with what it leads, and the office."""
    written = fold(title.replace("'s", ""))
    if not _title_words().issuperset(written.split()) and not any(word in written for word in _SENT_WORDS):
        return None  # as nearly always: with a name or a word that no title has
    said, table = words_of(title), _titles()
    owner = table.get(said) or table.get(said - _KINDS_OF_PLACE) or (table.get(words_of(_plain(title))) if _SENT in said else None)
    person = holder(*owner, date) if owner else None
    return (person, owner[1]) if owner and person else None


def in_office(country: str, office: str, date: str | None) -> tuple[Person, str] | None:
    """Return who is meant by an office of a state on a day, and the office that it is there ("premier" of Germany: chancellor)."""
    office = _OWN.get((country, office), office)
    for name in (office, *_ALSO.get(office, ())):
        if name != office and (country, office) in _spells() and office not in {"prime minister", "chancellor"}:
            continue  # the state has the office itself: nobody held it then, as far as is known
        person = holder(country, name, date)
        if person:
            return person, name
    return None


def named_as(country: str, title: str, date: str | None) -> Person | None:
    """Return who held on a day the office that a state has under just this title ("chief cabinet secretary", "unification minister")."""
    said = title.split()
    if not said or (said[-1] not in _OFFICE_WORDS and said[-1] != "leader"):
        return None
    said = [_BRITISH.get(word, word) for word in said]
    whole = " ".join(said)
    if whole == "opposition leader" and country in _WESTMINSTER:
        return holder(country, whole, date)
    floor = said[-2:] in (["majority", "leader"], ["minority", "leader"])
    if (said[-1] == "leader" and not floor) or (len(said) == 1 and whole != "treasurer"):
        return None
    return holder(country, whole, date)


def elect(country: str, office: str, day: str | None) -> Person | None:
    """Return who takes an office next after a day and soon ("the US president-elect")."""
    try:
        latest = (date.fromisoformat(day or "") + timedelta(days=_ELECT)).isoformat()
    except (ValueError, OverflowError):
        return None
    coming = [(s.start, p) for s, p in _spells().get((country, office), ()) if (day or "") < s.start <= latest]
    return min(coming, key=lambda pair: pair[0])[1] if coming else None


@lru_cache(maxsize=1024)
def _leading(owner: str) -> tuple[str, ...]:
    """The offices of an organisation or group that are in the tables, but not among those of rank."""
    return tuple(office for country, office in _spells() if country == owner and office not in RANK)


def head_of_body(code: str, title: str, country: str | None, date: str | None) -> tuple[Person, str] | None:
    """Return who heads a body of a state under a title, and the office of the state that this is ("the Mossad chief": intelligence chief)."""
    office = knowledge.executives().get(f"@{code}")
    if not office or not country or title not in _HEADS | _OWN_HEADS.get(office.rpartition(" ")[2], set()):
        return None
    person = holder(country, office, date)
    return (person, office) if person else None


def leader(country: str, date: str | None) -> tuple[Person, str] | None:
    """Return the leader of a state or organisation on a day, and the office that makes them that."""
    if country.startswith("@"):
        order = [*RANK, *_leading(country)]
    else:
        first = knowledge.executives().get(country, "president")
        order = list(dict.fromkeys((first, "president", "prime minister", "supreme leader", "leader", "monarch")))
    for office in order:
        person = holder(country, office, date)
        if person:
            return person, office
    return None
