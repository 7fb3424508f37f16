"""Mention -> identities, as of a date: cut into known phrases, split what is coordinated, read each noun phrase."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache, lru_cache, partial

from msgspec.structs import replace

from detente.actor import finding, holders, outlets
from detente.actor.around import descriptions, fuller_name
from detente.actor.bearers import common_names
from detente.actor.everyday import everyday
from detente.actor.heard import common
from detente.actor.identity import Identity, identity
from detente.actor.lexicon import lookup, segments
from detente.actor.named import UNSTATED, Scene, Watched, bearers, stands_whole, state, whole
from detente.actor.namesakes import namesake, quoted_title, share_index, told_private
from detente.actor.parts import apposition, lone_name, one_body, parts, shared
from detente.actor.people import Person
from detente.actor.persons import INITIALS, held
from detente.actor.phrase import Phrase, split
from detente.actor.predicates import told_otherwise
from detente.actor.reading import read_phrase
from detente.actor.sectors import OF_FIRMS
from detente.actor.senses import no_actor
from detente.actor.setting import named_states
from detente.actor.shortened import bracketed, introduced, spelled, written_out
from detente.actor.things import capitalised, compared, named_thing, vessel
from detente.actor.topics import title_of_work
from detente.actor.towns import local_town
from detente.actor.vocabulary import KIN, TITLES_TOO
from detente.actor.words import fold, slug, words
from detente.mention.gender import given
from detente.mention.kinds import KIND, general, head
from detente.where.georgia import NAME, american, at_home, elsewhere

_LONGEST_MENTION = 40
_POSSESSIVE = {"his", "her", "their", "its", "my", "our", "your"}
_EX = re.compile(r"\b[Ee]x-(?=\w)")
_ARTICLE = re.compile(r"^(?:the|an?) ", re.IGNORECASE)
_INITIALS = re.compile(r"\b[A-Z]{3,6}\b")
_IN_EXILE = re.compile(r"^((?:the|an?) )?(.*)[- ]in[- ]exile$", re.IGNORECASE)
_ANY = re.compile(r"(?:an?|another|any|every|each) ", re.IGNORECASE)
_LEGAL_FORM = re.compile(
    r"[A-Z][\w&.’'-]*(?: (?:[A-Z&][\w&.’'-]*|and|of))*,? (?:Co|Corp|Inc|Ltd|Pty|Bhd)\.?"
    r"|[A-Z]\S*(?: [A-Z&]\S*)*,? (?:plc|PLC|LLC|LLP|GmbH|AG|S\.?A|N\.?V|SpA|ASA|Oyj)\.?"
)
# Last words of names that only firms bear.
_TRADE = re.compile(
    r"(?:[A-Z][\w&’'-]*\s)+(?:Airlines|Airways|Bancorp|Bank|Breweries|Brewery|Cement|Foods|Holdings|Industries|Insurance|Logistics|Mining|Motors|Petroleum"
    r"|Pharma|Pharmaceuticals|Refineries|Semiconductors|Shipping|Shipyards|Steel|Steelworks|Technologies|Telecom|Telecommunications|Textiles)"
)
# Several with what they do or what was done to them behind: "villagers fleeing the fighting", "soldiers wounded in the clash".
_OCCUPIED = re.compile(
    r"((?:[\w’'-]+ ){0,5}?[a-z]{3,}(?:s|people|men|women|children)) (?!being\b)(?:[a-z]{2,}(?:ing|ed)|held|hit|hurt|shot|slain|sent)\b"
)
# Halves of one land, as a text of either calls them.
_KOREAS = {"North": "PRK", "South": "KOR"}
_BOTH_KOREAS = re.compile(r"\b(?:the two|both|the) Koreas\b", re.IGNORECASE)
_ANY_DAY, _DAYS = "", 32
Cut = tuple[Phrase, ...]
_Reader = Callable[[str, Scene], tuple[Identity, ...]]


class Resolver:
    """Resolves mentions of actors with the tables in `knowledge`; nothing is guessed, nobody gives `()`.

    Loading is lazy and shared: the first call reads the tables (some tenths of a second). Calls are thread-safe.
    """

    def resolve(
        self, mention: str, date: str | None = None, context: str | None = None, *, home: str | None = None
    ) -> tuple[Identity, ...]:
        """Return who is meant: several for a compound mention ("Russia and China"), `()` for nobody known.

        Args:
            mention: the noun phrase as written, with titles and modifiers.
            date: ISO day as of which offices are read; without it no office is turned into its holder.
            context: text around the mention, best the whole article; the state it is mostly about is the one that
                "the president" or "police" belong to, surnames of its office holders are known by it, and a person whom no
                table knows is who it says ("Ana Duarte, an opposition lawyer").
            home: ISO alpha-3 code of the country of the story, where the caller knows it (`where.story_country`).
        """
        return _resolve(mention, date, context, home)

    def identify(self, date: str | None, home: str | None = None) -> Callable[[str], str | None]:
        """Return a function from a mention's words to a stable id of who is meant, or None; what coreference joins mentions by.

        "The government" and "the country" are those of `home`; a description of a state's government that has no id is `body:ISO3:government`.
        """

        @cache
        def identified(mention: str) -> str | None:
            at_home = home if general(mention.casefold().split()) in ("government", "state") else None
            found = _resolve(mention, date, None, at_home)
            if len(found) != 1:
                return None
            one = found[0]
            if one.id or not one.country or one.sectors[:1] != ("GOV",):
                return one.id
            return f"body:{one.country}:government" if KIND.get(head(mention.casefold().split())) == "government" else None

        return identified


@lru_cache(maxsize=1 << 14)
def _resolve(mention: str, date: str | None, context: str | None, home: str | None) -> tuple[Identity, ...]:
    """One article asks for the same mention again and again; an abbreviation is read as the name that the text introduces it by."""
    mention = _BOTH_KOREAS.sub("North Korea and South Korea", written_out(mention.replace("\u00a0", " ")))
    if context and NAME in mention and american(context):
        there = _resolve(elsewhere(mention), date, elsewhere(context), home)
        return tuple(one if one.id or not one.name else replace(one, name=at_home(one.name, mention)) for one in there)
    bare = _bare(mention)
    full = introduced(bare, context) if context and bare in bracketed(context) else None
    found = _written(full, date, context, home) if full else ()
    found = found or (_by_initials(mention, date, context, home) if context else ()) or _written(mention, date, context, home)
    return tuple(_nobody(one, mention) for one in found) if _ANY.match(mention) else found


def _nobody(one: Identity, mention: str) -> Identity:
    """Whom words of any holder of an office mean: "a new prime minister" is not the one in office, "a President Marcos" is who is named."""
    named = not set(fold(one.name or "").split()).isdisjoint(fold(mention).split())
    if (one.id or "").startswith("state:") and len(mention.split()) == 2:
        return replace(one, id=None, name=mention.split()[1], wikidata=None, sectors=("CVL",))  # "a Libyan"
    holder = (one.id or "").startswith("person:") and not named
    return replace(one, id=None, name=None, wikidata=None) if holder else one


def _by_initials(mention: str, date: str | None, context: str, home: str | None) -> tuple[Identity, ...]:
    """Who is meant where initials are those of an organisation or group that the text names in full, whoever else is known by them."""
    initials = _INITIALS.search(mention)
    full = spelled(context).get(initials[0]) if initials else None
    if not initials or not full or any(one.kind == "state" for one in lookup(initials[0])):
        return ()
    if not any((one.id or "").startswith(("org:", "group:")) for one in _written(full, date, None, home)):
        return ()
    return _written(mention[: initials.start()] + full + mention[initials.end() :], date, context, home)


def _written(mention: str, date: str | None, context: str | None, home: str | None) -> tuple[Identity, ...]:
    """Who is meant by a mention as it is written."""
    bare, cuts = _bare(mention), _cuts(mention)
    if not cuts:
        return ()
    if context and bare in _KOREAS and not {"PRK", "KOR"}.isdisjoint(code for code, _ in named_states(context)):
        return (state(_KOREAS[bare], "name", bare),)
    scene = Scene(date, partial(named_states, context) if context else tuple, home, context or "")
    alone = cuts[0][0] if len(cuts) == 1 and len(cuts[0]) == 1 else None
    if not context and bare == mention and (mention in TITLES_TOO or _trade_and_surname(mention)):
        return ()
    if not context and share_index(mention):
        return ()
    if alone and len(alone.head) == 1 and _adjective(alone, bare == mention and not context and not _ANY.match(mention)):
        return ()
    if quoted_title(mention) or vessel(mention, alone) or compared(mention, alone) or ("," in mention and local_town(bare)):
        return ()
    if context and (no_actor(mention, context) or namesake(bare, context) or everyday(alone, context) or told_otherwise(bare, context)):
        return ()
    known_as = alone is not None and (alone.first("org") is not None or (bool(alone.roles) and len(alone.everything) == 1))
    found = (_remembered(_titled, mention, scene) if known_as else ()) or (_remembered(whole, mention, scene) if stands_whole(mention) else ())
    if found:
        return found
    name = lone_name(cuts)
    if name and (firm := _firm(mention, context)):
        return firm
    if name and context and alone and not named_thing(alone):
        return _person_in(name, mention, context, scene)
    found = _remembered(_first_known, mention, scene)
    if (firm := _firm(mention, context)) and not any(one.org or "BUS" in one.sectors for one in found):
        return firm  # "ETA Systems Inc." is no group
    found = found or _press(mention)
    if not found and (several := _OCCUPIED.match(mention)):
        return _written(several[1], date, context, home)
    if not found or any(one.country or one.org or one.id for one in found):
        return found
    work = context and mention[:1].isupper() and title_of_work(context)
    return () if work or capitalised(mention, alone) else found


def _trade_and_surname(word: str) -> bool:
    """Whether a capitalised word for what somebody does is a family name of many, too ("Baker")."""
    return word[:1].isupper() and fold(word) in common_names() and any(entry.role for entry in lookup(word)[:1])


def _adjective(alone: Phrase, silent: bool) -> bool:
    """Whether a mention of one phrase is no more than a state's adjective: a time ("the Soviet era"), or without an article and a text
    (`silent`) a language or anything of the state ("Spanish")."""
    only = alone.head[0]
    if only.kind != "state" or only.entry is None or alone.tail or not only.entry.form.endswith("adjective"):
        return False
    return (silent and only.text.istitle()) or (len(only.words) > 1 and only.text.endswith("era"))


def _bare(mention: str) -> str:
    """A mention without its article and the owner's ending."""
    return mention.strip().removeprefix("the ").removeprefix("The ").removesuffix("'s")


def _remembered(read: _Reader, words_for: str, scene: Scene) -> tuple[Identity, ...]:
    """What `read` makes of words in a scene; most words mean the same whatever stands around them, and many whatever the day."""
    known = _answers(read, words_for)
    for day in (_ANY_DAY, scene.date):
        if day in known:
            told = known[day]
            return read(words_for, scene) if told is None else told
    watched = Watched(*scene)
    found = read(words_for, watched)
    if len(known) >= _DAYS:
        known.clear()
    known[scene.date if watched.dated else _ANY_DAY] = None if watched.asked else found
    return found


@lru_cache(maxsize=1 << 13)
def _answers(read: _Reader, words_for: str) -> dict[str | None, tuple[Identity, ...] | None]:
    """For each day what words mean, or None where that hangs on what stands around them."""
    return {}


def _titled(words_for: str, scene: Scene) -> tuple[Identity, ...]:
    """Who holds the office that a mention is, also where its words are an organisation's name too ("UN High Commissioner for Refugees")."""
    phrase = _cuts(words_for)[0][0]
    found = holders.titled(words_for, scene.date)
    return (held(found[0], phrase, (), scene.date, found[1]),) if found else ()


def _first_known(words_for: str, scene: Scene) -> tuple[Identity, ...]:
    for cut in _cuts(words_for):
        if found := _read(cut, scene):
            return found
        if len(cut) > 1 and _relative(cut[-1]):
            return ()
    return ()


def _read(cut: Cut, scene: Scene) -> tuple[Identity, ...]:
    """The actors of all phrases of one cut, each once."""
    if len(cut) == 1:  # as mostly
        found = read_phrase(cut[0], scene)
        return tuple(dict.fromkeys(found)) if len(found) > 1 else found
    if (land := _common_state(cut)) and not scene.states:
        scene = scene._replace(home=land)
    answers = [read_phrase(phrase, scene) for phrase in cut]
    if any(one.sectors[:1] == ("BUS",) for answer in answers for one in answer):  # "the president and chief operating officer"
        answers = [() if [one for one in answer if one.role in OF_FIRMS and not one.country] else answer for answer in answers]
    answers = [_counterpart(answer, phrase, before, scene) for answer, phrase, before in zip(answers, cut, [(), *answers], strict=False)]
    answers = [_relatives(answer, answers[at - 1]) if at and _relative(cut[at]) else answer for at, answer in enumerate(answers)]
    names = [lone_name(((phrase,),)) for phrase in cut]
    if any(names):  # "Brown and Cook"
        answers = [() if not name and _trade_and_surname(" ".join(s.text for s in phrase.everything)) else answer
                   for answer, name, phrase in zip(answers, names, cut, strict=True)]  # fmt: skip
    names = names if not all(answers) else []
    if names and all(names):
        peers = [finding.by_peers(name, scene.date) for name in names if name]
        first_names = all(name and given(name) for name in names)  # "Ali and Omar"
        if not first_names and all(peer or answer for peer, answer in zip(peers, answers, strict=True)):  # "Kim and Moon"
            answers = [answer or _peer(peer, phrase, scene) for answer, peer, phrase in zip(answers, peers, cut, strict=True)]
        # Of surnames in a row of which one is nobody's here only who is in office is meant.
        answers = [tuple(one for one in answer if one.sectors[:1] != ("ELI",)) for answer in answers]
    return tuple(dict.fromkeys(one for answer in answers for one in answer))


def _relative(phrase: Phrase) -> bool:
    """Whether a phrase is only a relative of the one named before ("Yuki and her sister", "Hartwell & Sons")."""
    last = phrase.head[-1] if phrase.head else None
    kin = last is not None and last.role is not None and last.role.phrase in KIN
    return kin and not phrase.tail and all(s is last or s.text.casefold() in _POSSESSIVE for s in phrase.head)


def _relatives(answer: tuple[Identity, ...], before: tuple[Identity, ...]) -> tuple[Identity, ...]:
    """Relatives of the one named before are of the same state, and nobody if that is nobody known."""
    lands = {one.country for one in before}
    return tuple(replace(one, country=before[0].country) if len(lands) == 1 else one for one in answer) if before else ()


def _counterpart(answer: tuple[Identity, ...], phrase: Phrase, before: tuple[Identity, ...], scene: Scene) -> tuple[Identity, ...]:
    """An answer, or for a counterpart who holds the office of the one named before ("the Russian president and his Turkish counterpart")."""
    head = phrase.roles[-1].role if phrase.roles else None
    if not head or head.phrase != "counterpart" or len(answer) != 1 or len(before) != 1 or not answer[0].country or not before[0].role:
        return answer
    found = holders.in_office(answer[0].country, before[0].role, scene.date)
    return (held(found[0], phrase, (), scene.date, found[1]),) if found else (replace(answer[0], sectors=before[0].sectors),)


def _common_state(cut: Cut) -> str | None:
    """The state whose parties all names of a row are ("Republicans and Democrats"), of which each alone may be of another."""
    named = [[s for s in phrase.everything if fold(s.text) != "the"] for phrase in cut]
    if any(len(words_for) != 1 or words_for[0].kind != "group" for words_for in named):
        return None
    lands = UNSTATED.intersection(*(bearers(fold(words_for[0].text)) for words_for in named))
    return next(iter(lands)) if len(lands) == 1 else None


def _peer(person: Person | None, phrase: Phrase, scene: Scene) -> tuple[Identity, ...]:
    return (held(person, phrase, (), scene.date),) if person else ()


def _person_in(name: str, mention: str, context: str, scene: Scene) -> tuple[Identity, ...]:
    """Who a personal name alone means in a text: by the fullest form that the text has, by the tables, else as it describes them."""
    if name.isupper() and len(name) <= INITIALS:
        return _remembered(_first_known, mention, scene)
    fuller = fuller_name(name, context)
    found = _remembered(_first_known, fuller if fuller != name else mention, scene)
    if found and told_private(fuller, context, rules=found[0].sectors[:1] == ("GOV",)):
        return ()
    if " " not in fuller and (told := _holder_told(fuller, context, scene)):
        return told
    if found and found[0].role and found[0].sectors[:1] != ("ELI",) and (found[0].country or found[0].org or found[0].kind):
        return found  # in office by the tables, or at the head of a group
    for words_for in descriptions(fuller, context):
        said = _remembered(_first_known, words_for, scene)
        if len(said) != 1 or not (said[0].sectors or said[0].org):
            continue
        if (said[0].id or "").startswith("person:"):
            if _shares_word(said[0], fuller):
                return said
            continue
        return (_called(fuller, found[0] if found else None, said[0], words_for),)
    return found


def _holder_told(name: str, context: str, scene: Scene) -> tuple[Identity, ...]:
    """The holder of the office by which a text explains a single name ("Sheikh Hamad, the emir of Qatar")."""
    for words_for in descriptions(name, context):
        said = _remembered(_first_known, words_for, scene)
        if len(said) == 1 and (said[0].id or "").startswith("person:") and _shares_word(said[0], name):
            return said
    return ()


def _shares_word(one: Identity, name: str) -> bool:
    return not set(fold(one.name or "").split()).isdisjoint(fold(name).split())


def _called(name: str, known: Identity | None, said: Identity, words_for: str) -> Identity:
    """A person who is what a text says, with the name and identifier of the tables where they know the person."""
    key, shown = (known.id, known.name) if known and known.country else (f"person:{slug(name)}", name)
    country = said.country or (known.country if known else None)
    role = said.role or _ARTICLE.sub("", words_for)
    return identity(key, name=shown, country=country, org=said.org, kind=said.kind, sectors=said.sectors, role=role)


def _press(mention: str) -> tuple[Identity, ...]:
    """An outlet that no table knows, by the form of its name ("the Fiji Times")."""
    bare = _bare(mention)
    heading = bare.endswith(" News") and common(bare.removesuffix(" News")) and not mention.startswith(("the ", "The "))
    if heading or not outlets.looks_like_one(bare):
        return ()  # "Breaking News", but "the Daily News" is a paper
    states = named_states(bare)
    return (identity(f"outlet:{slug(bare)}", name=bare, country=states[0][0] if states else None, sectors=("JRN",)),)


def _firm(mention: str, context: str | None) -> tuple[Identity, ...]:
    """A company that no table knows, by the legal form behind its name, or where it acts in a text by the trade ("Andes Airlines")."""
    found = _LEGAL_FORM.fullmatch(_bare(mention)) or (_TRADE.fullmatch(_bare(mention)) if context else None)
    return (identity(None, name=found[0], sectors=("BUS",)),) if found else ()


@lru_cache(maxsize=1 << 14)
def _cuts(mention: str) -> tuple[Cut, ...]:
    """The ways to cut a mention into noun phrases, the likelier first; none for one that is empty or too long.

    A mention is asked for alone and again with its context, and is cut once.
    """
    if "exile" in mention and not lookup(mention):
        mention = _IN_EXILE.sub(r"\1exiled \2", mention)
    bare = words(_EX.sub("former ", mention) if "x-" in mention else mention)
    while bare and bare[0].text.casefold() in {"the", "a", "an"} and len(bare) > 1 and not lookup(mention):
        bare = bare[1:]
    if not bare or len(bare) > _LONGEST_MENTION:
        return ()
    items = segments(bare)
    if not any(s.kind == "and" or (s.kind == "name" and len(s.words) == 1 and not s.text.isalpha()) for s in items):  # as mostly: one noun phrase
        return ((split(items),),)
    one = apposition(items)
    if one:
        return ((one,),)
    if whole := one_body(items):
        return ((split(whole),),)
    found = parts(items)
    if len(found) == 1:
        return ((split(found[0]),),)
    return tuple(map(split, shared(found))), (split([s for s in items if s.kind != "and"]),)
