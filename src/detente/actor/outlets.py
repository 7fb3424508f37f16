"""News outlets: the canonical name of a string, and the outlets that a text names."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from detente import knowledge
from detente.actor import press
from detente.actor.kinds import again, states_of
from detente.actor.lexicon import lookup
from detente.actor.mastheads import shortened
from detente.actor.words import bare, clean, fold
from detente.knowledge import Outlet
from detente.mention.gender import given


class OutletName(NamedTuple):
    """An outlet named in a text: half-open span in code points, canonical name, ISO alpha-3 country."""

    start: int
    end: int
    name: str
    country: str | None


# Names that are common words or surnames: only as a whole string or after a reporting word.
_PLAIN = {"sun", "times", "independent", "national", "standard", "nation", "trend", "map", "tap", "app", "petra", "time", "dawn",
          "the times", "the sun", "the national", "the standard", "vanguard", "reforma", "antara", "nos", "tt", "apa", "liberation",
          "mena", "ina", "ena", "this day", "the herald", "national news agency", "fars", "ria", "spiegel", "rt", "the punch",
          "globo", "telegraph", "the australian", "the caravan", "the guardian", "the hindu", "the namibian", "the scotsman", "the sowetan",
          "the statesman"}  # fmt: skip
# Who reports from everywhere and is at home nowhere: a text of theirs, or one that credits them, may be at home in any state.
_WORLDWIDE = {"Reuters", "Agence France-Presse", "AFPTV", "United Press International", "Deutsche Presse-Agentur", "EFE", "Inter Press Service",
              "BBC Monitoring", "CNN International", "Al Jazeera", "Al Jazeera English", "Al Jazeera Arabic", "Deutsche Welle", "Voice of America",
              "Radio Free Europe/Radio Liberty", "Radio Free Asia", "France 24", "Radio France Internationale", "Euronews", "The Economist",
              "Foreign Policy", "The Diplomat", "International Herald Tribune", "Middle East Eye", "AllAfrica"}  # fmt: skip
# Who reports from everywhere and from home.
_ABROAD_TOO = {"Associated Press", "BBC", "Bloomberg", "CNN", "Dow Jones", "Financial Times", "Guardian", "New York Times", "Newsweek", "Sky News",
               "Wall Street Journal", "Washington Post"}  # fmt: skip
_CUE = re.compile(
    r"(?:\b(?:told|according to|reported by|reporting by|by|via|quoted by|interview with|said|in|to)\s+(?:the\s+)?|\()$",
    re.IGNORECASE,
)
_REPORTS = re.compile(r"\s+(?:(?:news )?agency\s+)?(?:quoted|reported|reports|wrote|writes)\b")
# An article with a capital within a sentence belongs to a title, but "The Australian government" is none: "..., The Hindu said".
_TITLE = re.compile(r"[a-z,] The ")
_TITLE_ENDS = re.compile(r" (?:said|says|learn(?:s|ed|t)|understands)\b|[.,;]")
# A branch with a name of its own: "BBC Nepali Service", "the BBC's Nepali Service".
_SERVICE = re.compile(r"(?P<owner>['’]s)?(?P<branch>(?: [A-Z]\w+){1,2} Service)\b")
_EDITION = re.compile(r" am Sonntag\b")  # a paper of its own: "Alba am Sonntag"
# What an outlet is, before or behind its name: "the Reuters news agency", "state radio CRTV".
_KIND = (
    r"(?:(?:news|press|wire) (?:agency|service)|agency|newspaper|paper|daily|weekly|magazine|tabloid|broadcaster"
    r"|(?:radio|television|TV)(?: station| channel| network)?|(?:news )?(?:channel|network|website)|news (?:site|portal))"
)
_WHOSE = r"(?:(?:state|public|private|national|official)(?:[- ](?:run|owned))? )?"
_KIND_BEHIND = re.compile(rf" {_WHOSE}(?:{_KIND}|news|reports?)$")
_KIND_BEFORE = re.compile(rf"(?:[Tt]he )?{_WHOSE}{_KIND} (?=[A-Z])")
# Before a name without its kind, which other things may have too, these make it an outlet's.
_CREDITED = re.compile(
    r"\b(?:t(?:old|ells?|elling)|according to"
    r"|(?:report(?:ed|ing)|carried|quoted|cited|published|aired|broadcast|distributed|released|obtained) (?:by|on|in)"
    r"|interviews? (?:with|to|on)|(?:statement|remarks|comments|spoke|speaking|denied|confirmed) to)\s+$",
    re.IGNORECASE,
)
# No outlet of the tables, where the name goes on as another one's: "Folha do Vale".
_OTHER = re.compile(rf" (?:de|del|della|da|do|dos|das|di|du|des|der|van|von) [{press.UPPER}]")
# A name without its kind is none where it is part of a longer one: "Prime Minister", "Pink Floyd", "the Royal Mint"; a day may follow.
_LONGER = re.compile(rf"[-–]\w| & | (?!\w+day\b)[{press.UPPER}]")
_NAME_BEFORE = re.compile(rf"(?<!\w)[{press.UPPER}][\w’'-]* $")
_BACK = 40  # code points, more than such words take
_THE = re.compile(r"^the\s+", re.IGNORECASE)
_FIRST = re.compile(r"\w+")
_GOES_ON = re.compile(r"\w|[-–]\d|\.[a-z]{2,4}\b")


@lru_cache(maxsize=1)
def _table() -> dict[str, Outlet]:
    table: dict[str, Outlet] = {}
    for row in knowledge.outlets():
        for form in (row.name, *row.aliases):
            table.setdefault(fold(form), row)
    return table


@lru_cache(maxsize=1)
def _short() -> dict[str, Outlet]:
    """Outlets by their names without what they are ("Saba" of "Saba news agency").

    Not by names that a state, an organisation or people bear; by initials agencies alone, since stations and papers of many lands share theirs.
    """
    table: dict[str, Outlet] = {}
    for row in knowledge.outlets():
        for form in (row.name, *row.aliases):
            short = _KIND_BEHIND.sub("", form)
            initials = short.isupper() and not form.endswith("agency")
            taken = short == form or initials or fold(short) in _table() or given(short) or any(entry.kind != "outlet" for entry in lookup(short))
            if not taken and short[:1].isupper() and not short.startswith("The ") and not short.endswith("'s"):
                table.setdefault(fold(short), row)
    return table


@lru_cache(maxsize=1)
def _by_first_word() -> dict[str, tuple[str, ...]]:
    """The forms of all outlets by the word that they begin with, the longest first; "al-Wasat" is "Al-Wasat" too."""
    table: dict[str, list[str]] = {}
    full = {form for row in knowledge.outlets() for form in (row.name, *row.aliases)}
    full |= {f"Al-{form.removeprefix('al-')}" for form in full if form.startswith("al-")}
    for form in {bare(form) for form in (*full, *(_KIND_BEHIND.sub("", form) for form in full))}:
        if first := _FIRST.match(form):
            table.setdefault(first.group(), []).append(form)
    return {word: tuple(sorted(forms, key=len, reverse=True)) for word, forms in table.items()}


def _known(text: str) -> Iterator[tuple[int, int]]:
    """The spans of outlets' names in a text, in order, the longest at each place."""
    plain, forms, done = bare(text), _by_first_word(), 0
    for word in _FIRST.finditer(plain):
        if (opening := word[0]) not in forms:  # as nearly always
            continue
        start = word.start()
        if start < done or plain[start - 1 : start] == "-":
            continue
        found = next((form for form in forms[opening] if plain.startswith(form, start) and _ends(plain, start + len(form))), None)
        if found:
            done = start + len(found)
            yield start, done


def _ends(text: str, at: int) -> bool:
    """Whether a name that ends at `at` does not go on as another one: "Vesti-24", "Tempo.co"."""
    return not _GOES_ON.match(text, at)


def canonical(name: str) -> OutletName | None:
    """Return the outlet that a string names, whole, with what it is or without ("the Reuters news agency", "state radio CRTV"), or None."""
    text = clean(name).strip().strip("\"'.,")
    proper = _KIND_BEFORE.sub("", _KIND_BEHIND.sub("", text))
    for form in (text, proper):
        if row := _table().get(fold(form)) or _table().get(fold(_THE.sub("", form))):
            return _named(name, row)
    row = _short().get(fold(_THE.sub("", proper))) if proper != text else None
    return _named(name, row) if row else None


def credited(name: str) -> OutletName | None:
    """Return the outlet that a string names which is known to name one, so that "Saba" is the Saba news agency; or None."""
    form = fold(_THE.sub("", clean(name).strip()))
    row = _short().get(form) or _table().get(f"{form} news agency")
    return canonical(name) or (_named(name, row) if row else None)


def _named(name: str, row: Outlet) -> OutletName:
    return OutletName(0, len(name), row.name, row.country or None)


def _credits(text: str, start: int, end: int) -> bool:
    """Whether a text credits a name that stands from `start` to `end`, and the name is no part of a longer one."""
    if _LONGER.match(text, end):
        return False
    since = max(0, start - _BACK)
    return bool(_CREDITED.search(text, since, start) or (_REPORTS.match(text, end) and not _NAME_BEFORE.search(text, since, start)))


def is_state(name: str) -> bool:
    """Whether the tables say of an outlet that a state runs it, or its name does ("Chinese state media")."""
    row = _table().get(fold(name))
    return row.kind == "state" if row else bool(re.search(r"\bstate (?:media|radio|television|TV|news agency)\b", name, re.IGNORECASE))


def worldwide(name: str | None, *, credited: bool = False) -> bool:
    """Whether an outlet, by its canonical name, reports from everywhere, so that its state tells nothing of where a text is at home.

    Papers and stations that report from home as well do so where they are `credited`, and not where they publish.
    """
    return name in _WORLDWIDE or (credited and name in _ABROAD_TOO)


def looks_like_one(name: str) -> bool:
    """Whether a whole string has the form of an outlet's name ("Kivu Gazette", "Radio Lagune"), known or not."""
    return press.NAME.fullmatch(name) is not None


def find(text: str) -> tuple[OutletName, ...]:
    """Return the outlets named in a text, in order; names that are common words only where the text credits them."""
    found: list[OutletName] = []
    for start, end in _known(text):
        key = fold(text[start:end])
        titled = _TITLE.match(text, start - 2) and _TITLE_ENDS.match(text, end)
        if key in _PLAIN and not (titled or _CUE.search(text[max(0, start - 24) : start]) or _REPORTS.match(text, end)):
            continue
        row = _table().get(key)
        if row is None and _credits(text, start, end):
            row = _short().get(key)
        if row and (edition := _EDITION.match(text, end)):
            found.append(OutletName(start, edition.end(), text[start : edition.end()], row.country or None))
            continue
        if row is None or _OTHER.match(text, end):  # of none, its accents tell it from the outlet that they were left out for
            continue
        if service := _SERVICE.match(text, end):
            whole = text[start:end].removeprefix("the ").removeprefix("The ") + service["branch"]
            found.append(OutletName(start, service.end(), whole, row.country or None))
            continue
        found.append(OutletName(start, end, row.name, row.country or None))
    full = _longest([*found, *_unknown(text)])
    full = _longest([*(OutletName(start, end, one.name, one.country) for start, end, one in shortened(text, full)), *full])
    called = (OutletName(start, end, one.name, one.country) for start, end, one in again(text, full))
    return tuple(_longest([*called, *full]))


def _unknown(text: str) -> Iterator[OutletName]:
    """Outlets that no table knows, by the form of their names or by what the text calls them."""
    for start, end, called in press.names(text):
        if called and states_of(called):
            continue  # "the Portuguese agency" is called nothing
        known = canonical(called or text[start:end])
        yield OutletName(start, end, known.name if known else called or text[start:end], known.country if known else None)


def _longest(names: Sequence[OutletName]) -> list[OutletName]:
    """Of names that overlap the longest, of equal ones the first; in order."""
    kept: list[OutletName] = []  # in order and apart, so that only the two beside a name can overlap it
    for name in sorted(names, key=lambda one: one.start - one.end):
        at = bisect_left(kept, name.start, key=lambda one: one.start)
        if (at == 0 or kept[at - 1].end <= name.start) and (at == len(kept) or name.end <= kept[at].start):
            kept.insert(at, name)
    return kept
