"""Who and where in generated variants: invented people, real states and towns, groups of every kind.

State names, demonyms and capitals come from the open country table, towns from the open gazetteer; people are invented.
"""

from __future__ import annotations

import gzip
import json
import random
from dataclasses import dataclass
from pathlib import Path

GIVEN = ["Amina", "Tomas", "Wei", "Farida", "Joaquin", "Ngozi", "Pavel", "Mirela", "Hassan", "Yuki", "Lindiwe", "Carlos", "Aigul", "Samuel", "Noor", "Ingrid", "Rafael", "Thandi", "Dmitri", "Leila", "Kofi", "Marta", "Rajiv", "Hana", "Emeka", "Luis", "Zeynep", "Viktor", "Asha", "Petro", "Salma", "Jun", "Beatriz", "Omar", "Sofia", "Tarik", "Elena", "Bongani", "Mei", "Andres", "Ruta", "Faisal", "Chloe", "Ismail", "Greta"]
FAMILY = ["Obura", "Varela", "Lindqvist", "Castanho", "Mbeki-Dlali", "Haroun", "Petrosian", "Tanaka", "Kovalchik", "Adeyo", "Marchetti", "Sorensen", "Qureshi", "Duarte", "Nkemelu", "Halvorsen", "Bajwa", "Tran-Le", "Okafor", "Reyes", "Yilmazer", "Szabados", "Bint-Rashid", "Moyo", "Ferreiro", "Kaplanski", "Dessalegn", "Oyelaran", "Batbayar", "Wanjau", "Klimek", "Al-Dabbas", "Guterman", "Solano", "Ochieng", "Rahimov", "Lopes", "Chaudhry"]
OFFICES = (
    "President",
    "Prime Minister",
    "Foreign Minister",
    "Defence Minister",
    "Interior Minister",
    "Deputy Prime Minister",
    "Finance Minister",
    "Vice President",
    "Energy Minister",
    "opposition leader",
    "army chief",
    "parliament speaker",
    "envoy",
    "governor",
    "ambassador",
    "foreign ministry spokesperson",
    "Chancellor",
)
PLAIN_OFFICES = (
    "president",
    "prime minister",
    "foreign minister",
    "defence minister",
    "government spokesman",
    "leader",
    "interior minister",
    "ambassador",
)
ORGS = (
    "the United Nations",
    "the European Union",
    "NATO",
    "the African Union",
    "ECOWAS",
    "the Arab League",
    "ASEAN",
    "the OSCE",
    "the Security Council",
    "the European Parliament",
    "the World Bank",
    "the IMF",
    "the UN refugee agency",
    "the Red Cross",
    "the Commonwealth",
    "the regional bloc",
    "the ruling party",
    "parliament",
    "the Senate",
    "the opposition alliance",
    "the foreign ministry",
    "the Kremlin",
    "the White House",
    "the Pentagon",
    "the election commission",
    "the central bank",
    "the human rights council",
)
FORCES = (
    "{d} troops",
    "the {d} army",
    "{d} forces",
    "the {d} navy",
    "{d} warplanes",
    "government forces",
    "the military",
    "{d} border guards",
    "a {d} frigate",
    "the {d} air force",
    "paratroopers",
)
GROUPS = (
    "rebels",
    "gunmen",
    "the rebel group",
    "militants",
    "separatist fighters",
    "the {n} Front",
    "the {n} Liberation Army",
    "armed men",
    "an armed militia",
    "{d} rebels",
    "insurgents",
    "suspected jihadists",
    "pirates",
    "a breakaway faction",
    "the guerrillas",
    "tribal fighters",
)
POLICE = (
    "police",
    "riot police",
    "{d} police",
    "the authorities",
    "security forces",
    "{d} authorities",
    "plain-clothes officers",
    "the security service",
    "customs officers",
    "prosecutors",
    "the interior ministry",
)
CIVILIANS = (
    "students",
    "protesters",
    "thousands of demonstrators",
    "residents",
    "opposition supporters",
    "farmers",
    "activists",
    "villagers",
    "women's groups",
    "hundreds of people",
    "{d} exiles",
    "prisoners",
    "monks",
)
COURTS = (
    "a court",
    "the Supreme Court",
    "a military tribunal",
    "a {d} court",
    "the appeals court",
    "a judge",
    "the constitutional court",
)
UNIONS = (
    "dockworkers",
    "teachers",
    "miners",
    "nurses",
    "railway workers",
    "bus drivers",
    "the teachers' union",
    "civil servants",
    "{d} truckers",
    "oil workers",
)
COMPANIES = ("the state oil company", "a {d} mining firm", "the gas company", "a {d} bank", "the shipping group")
PEOPLE = (
    "two journalists",
    "dozens of protesters",
    "an opposition leader",
    "the activist {p}",
    "three aid workers",
    "{d} journalist {p}",
    "hundreds of refugees",
    "a former minister",
    "nine soldiers",
    "villagers",
    "the mayor",
    "twelve students",
    "{d} nationals",
    "political prisoners",
    "the banned party",
    "trade unionists",
    "civilians",
    "the former president",
    "four diplomats",
    "{p}",
    "migrants",
    "a human rights lawyer",
    "the rebels' commander",
    "prisoners of war",
    "two {d} businessmen",
    "independent newspapers",
    "the religious minority",
    "passengers",
    "five hostages",
)
TIMES = (
    "on Monday",
    "on Tuesday",
    "on Wednesday",
    "on Thursday",
    "on Friday",
    "on Saturday",
    "on Sunday",
    "last week",
    "last month",
    "yesterday",
    "earlier this month",
    "in March",
    "two days ago",
    "overnight",
    "this week",
    "in early June",
    "on 14 September",
    "on May 3",
    "in 1998",
    "last year",
    "late on Thursday",
    "in October 2011",
)
FUTURE_TIMES = (
    "next week",
    "on Monday",
    "next month",
    "tomorrow",
    "in early July",
    "later this year",
    "on Friday",
    "on 2 November",
    "by the end of the year",
    "within days",
    "in the coming weeks",
)


@dataclass(frozen=True)
class Filler:
    """Words for a slot, the mention type of an actor (None for a place), and whether they take a plural verb."""

    words: str
    type: str | None
    plural: bool = False


class Fillers:
    """A source of fillers; everything is drawn from `rng`."""

    def __init__(self, folder: Path, rng: random.Random) -> None:
        self.rng = rng
        with gzip.open(folder / "countries_mledoze" / "countries.jsonl.gz", "rt", encoding="utf-8") as lines:
            rows = [json.loads(line) for line in lines]
        self.states = [
            (r["name"], r["demonyms"]["eng"]["m"], r["capital"][0])
            for r in rows
            if r["independent"] and r["capital"] and r["demonyms"].get("eng")
        ]
        with gzip.open(folder / "gazetteer_geonames" / "cities15000.tsv.gz", "rt", encoding="utf-8") as lines:
            table = [line.rstrip("\n").split("\t") for line in lines]
        self.towns = [row[1] for row in table if len(row) > 6 and row[6].isdigit() and int(row[6]) > 150_000]

    def person(self) -> str:
        """An invented person's name."""
        return f"{self.rng.choice(GIVEN)} {self.rng.choice(FAMILY)}"

    def _fill(self, pattern: str) -> str:
        demonym = self.rng.choice(self.states)[1]
        return pattern.replace("{d}", demonym).replace("{n}", self.rng.choice(FAMILY)).replace("{p}", self.person())

    def place(self) -> Filler:
        """A town or a state in a place's function."""
        words = self.rng.choice(self.towns) if self.rng.random() < 0.7 else self.rng.choice(self.states)[0]
        return Filler(words, None)

    def recipient(self, people: bool) -> Filler:
        """A recipient: people, or a state, leader, organisation or group."""
        if not people:
            return self.actor(self.rng.choice("SSSLOG"))
        words = self._fill(self.rng.choice(PEOPLE))
        single = words.split()[0] in ("an", "the", "a") and "newspapers" not in words
        return Filler(
            words,
            "PER" if single and "party" not in words and "minority" not in words or words[0].isupper() else "GRP",
            not single,
        )

    def actor(self, kind: str) -> Filler:
        """An actor of a kind (S state, L leader, O organisation, F forces, G armed group, C police, V civilians, J court, U union, M company)."""
        name, demonym, capital = self.rng.choice(self.states)
        if kind == "S":
            words = self.rng.choice([name, name, name, capital, f"the {demonym} government", f"{demonym} authorities"])
            return Filler(words, "GPE" if words in (name, capital) else "ORG", words.endswith("authorities"))
        if kind == "L":
            office, person = self.rng.choice(OFFICES), self.person()
            forms = [
                f"{demonym} {office} {person}",
                f"{office[0].upper() + office[1:]} {person}",
                person,
                person.split()[1],
                f"the {demonym} {self.rng.choice(PLAIN_OFFICES)}",
                f"{name}'s {office} {person}",
                "he",
                "she",
            ]
            return Filler(self.rng.choice(forms), "PER")
        pools = {
            "O": (ORGS, "ORG"),
            "F": (FORCES, "ORG"),
            "G": (GROUPS, "GRP"),
            "C": (POLICE, "ORG"),
            "V": (CIVILIANS, "GRP"),
            "J": (COURTS, "ORG"),
            "U": (UNIONS, "GRP"),
            "M": (COMPANIES, "ORG"),
        }
        pool, type_ = pools[kind]
        words = self._fill(self.rng.choice(pool))
        last = words.split()[-1]
        plural = last.endswith("s") and last not in ("Nations",) or last in ("police", "men", "people")
        return Filler(words, "GRP" if kind in "FC" and plural and not words.startswith("the ") else type_, plural)
