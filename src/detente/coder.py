"""The pipeline: one article in, its events, statements, times and places out, each with its words.

`Coder.code` is the whole way in numbered stages; every stage is a room of its own.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from copy import copy
from functools import cache, cached_property
from pathlib import Path

import msgspec

from detente._version import __version__
from detente.actor import Resolver, outlets, voice
from detente.actor.bearers import leaders
from detente.actor.headlines import sentence_case
from detente.actor.parties import Parties, identify_chains
from detente.attribution import draft_statements
from detente.attribution.build import build_statement
from detente.attribution.credit import credit, name_sources
from detente.attribution.draft import Draft as StatementDraft
from detente.codebook import Codebook
from detente.codebook.loading import locate
from detente.errors import InputError
from detente.event import Draft, Scene, draft_events, link, merge, scenes
from detente.event.alike import Who
from detente.event.belief import believe
from detente.event.build import Tellers, attributions, build_event, links_of
from detente.event.callings import called_off
from detente.event.chronology import settle_days
from detente.event.claims import claimants
from detente.event.contexts import Contexts
from detente.event.contexts import load as load_contexts
from detente.event.corrections import take_back
from detente.event.dating import inherit_dates
from detente.event.denials import echo_denials
from detente.event.headline import fold_headline
from detente.event.lifecycle import date_held
from detente.event.opinion import weigh
from detente.event.places import settle_places
from detente.event.retold import join as join_retold
from detente.event.seating import seat_sides
from detente.event.sides import settle_sides, struck_abroad, supply_abroad, supply_recipients
from detente.event.whereabouts import Whereabouts
from detente.ingest.language import guess
from detente.knowledge.building import uncollected
from detente.knowledge.folding import fold
from detente.learning import with_own_types
from detente.mention import Chain, candidates, likeness, mentions, resolve
from detente.model.session import TextModel
from detente.records import Article, CodedArticle, Event, Mention, Place, Statement, as_written
from detente.text import plain, sentences, spaced
from detente.when import filed, find_readings
from detente.when.calendar import parse_day
from detente.where import Settled, dateline, find_known, resolve_places, settle, story_country, unlisted

# What is done between parties is nothing without one: "the meeting matters to the region", "the deals may wait".
_BETWEEN = frozenset({"CONSULT", "SUPPORT", "COOPERATE", "AGREE", "REQUEST", "REJECT", "THREATEN"})
HEADING = 5  # words
_CREDIT_LINE = re.compile(r"\(?(?:with |additional |further )*(?:reporting|writing|editing) by\b", re.IGNORECASE)


class Coder:
    """Codes articles with one codebook and one text model, both loaded at first use.

    Args:
        codebook: `plover`, `plover-2021`, or the path of a codebook file.
        model: a folder with weights; by default the ones in the package.
        min_confidence: events below this probability (0 to 1) are left out.
        force: code texts that do not seem to be English.
        threads: processor threads of the model, 0 for all.
    """

    def __init__(
        self,
        codebook: str | Path = "plover",
        *,
        model: Path | None = None,
        min_confidence: float = 0.0,
        force: bool = False,
        threads: int = 0,
    ) -> None:
        self._codebook, self._model_folder, self._threads = codebook, model, threads
        self.min_confidence, self.force = min_confidence, force

    @cached_property
    def codebook(self) -> Codebook:
        """The ontology that derives types from acts."""
        return Codebook.load(str(self._codebook))

    @cached_property
    def model(self) -> TextModel:
        """The text model, with the types that the codebook defines by examples."""
        return with_own_types(TextModel.load(self._model_folder, self._threads), locate(self._codebook))

    def with_codebook(self, codebook: str | Path) -> Coder:
        """A coder with another of the project's codebooks and the same text model."""
        other = copy(self)
        other._codebook = codebook
        other.__dict__["codebook"] = Codebook.load(str(codebook))
        return other

    @cached_property
    def resolver(self) -> Resolver:
        """The actor resolver with its knowledge tables."""
        return Resolver()

    def code(self, article: Article) -> CodedArticle:
        """Code one article.

        Raises:
            InputError: the text is empty, the day of publication is none, or the text is not English and `force` is off.
        """
        self._refuse_unreadable(article)
        day = parse_day(article.published)
        read = sentence_case(spaced(article.text))
        with uncollected():
            coded = self._coded(msgspec.structs.replace(article, text=read, published=day and day.isoformat()))
            return coded if read == article.text else as_written(coded, article.text)

    def _coded(self, article: Article) -> CodedArticle:
        """All stages, in order, of a text with plain spaces and its headlines in sentence case."""
        text = article.text
        # 1. Sentences of the text, read in a plain form of the same length.
        extents, simple = sentences(text), plain(text)
        # 2. The text model reads, in windows of a few sentences; it does so beside what follows, up to the first question to it.
        reading = self.model.begin_article(simple, extents)
        # 3. Times, against the day each part was written; known names of places, and of outlets.
        times, retold = find_readings(text, extents, article.published, article.updates)
        written = filed(text, times, article.published)
        days = [_day(article, start, written) for start, _ in extents]
        credited = outlets.find(text)
        media = {(outlet.start, outlet.end) for outlet in credited}  # Xinhua is a town, too
        known = [span for span in find_known(text, extents) if span not in media]
        readings = reading()
        # 4. Places: what the model found in a place's function, and known names.
        marked, actors = (
            [(s + p.start, s + p.end) for (s, _), r in zip(extents, readings, strict=True) for p in r.spans[layer]] for layer in ("place", "mention")
        )
        people = {(s + m.start, s + m.end) for (s, _), r in zip(extents, readings, strict=True) for m in r.spans["mention"] if m.kind == "PER"}
        rulers = {span for span in people if fold(text[slice(*span)]) in leaders()}  # "Obama", which is a town, too
        places, beside = _all_places(text, settle(text, marked, [name for name in known if name not in rulers], actors))
        # 5. Mentions, and which of them are one identity.
        story = story_country(text, places)
        alike = likeness.scorer(self.model.folder, self.model.name, extents, readings)
        chains = resolve(candidates(text, extents, readings), self.resolver.identify(article.published, story), alike)
        named = mentions(chains)
        # 6. Who they are, as of the article's day.
        parties = identify_chains(chains, self.resolver, article.published, text, story, places, extents, article.outlet)
        stage = scenes(text, extents, readings, named, times, places, days, retold)
        # 7. Statements: who says what; "we" inside is the speaker, "you" who hears it.
        attributed = draft_statements(text, stage, credited)
        name_sources(attributed, credited, article.outlet)
        told = [draft for draft in attributed if draft.attitude == "said"]
        voice.settle([(draft.speaker.chain, draft.parts) for draft in told if draft.speaker], chains, parties)
        voice.address([(draft.hearer.chain, draft.parts) for draft in told if draft.hearer], chains, parties)
        through = zip(attributed, credit(attributed, text, credited, article.outlet), strict=True)
        statements = [build_statement(d, f"{article.id}-s{n}", text, parties.actors, o) for n, (d, o) in enumerate(through, 1)]
        # 8. Events: drafts a predicate, merged, linked, coded.
        headings = {update.start for update in article.updates}
        telling = [scene for scene in stage if not _heading(scene, headings) and not _CREDIT_LINE.match(scene.text)]
        drafts = [draft for scene in telling for draft in draft_events(scene)]
        settled = self._settled(text, stage, drafts, parties, told)
        self._choose_places(Whereabouts(settled, stage, text, dateline(text, places), beside, parties.country, parties.home))
        events = self._events(article, settled, parties, statements, lambda: self._fill(settled, stage, parties, told))
        return CodedArticle(
            article=msgspec.structs.replace(
                article,
                mentions=parties.mentions(_meant(named, chains, events)),
                model=self.model.name,
                codebook=self.codebook.name,
                version=__version__,
                language=article.language or "en",
                outlets=_credited(article, [outlet.name for outlet in credited]),
            ),
            events=tuple(events),
            statements=tuple(_with_events(statements, events)),
            times=times,
            places=places,
        )

    def _refuse_unreadable(self, article: Article) -> None:
        if not article.text.strip():
            raise InputError(f"{article.id}: the text is empty.", "Give a file with text in it.", "empty")
        if article.published and parse_day(article.published) is None:
            raise InputError(f"{article.id}: {article.published!r} is no day of publication.", "Write it as 2026-03-31, or leave it out.", "date")
        language = article.language or guess(article.text)
        if not self.force and language is not None and not language.startswith("en"):
            raise InputError(
                f"{article.id}: the text does not seem to be English.",
                "Use --force to code it all the same.",
                "language",
            )

    def _needs_recipient(self, act: str) -> bool:
        return act in self.codebook.types and self.codebook.type(act).recipient_required

    def _settled(
        self, text: str, stage: Sequence[Scene], drafts: Sequence[Draft], parties: Parties, told: Sequence[StatementDraft]
    ) -> list[Draft]:
        """The drafts with their sides put right, those that are sure enough, each event once, with its day."""
        key = cache(parties.key)  # asked again and again, while nobody's identity changes
        settle_sides(drafts, told, lambda chain: parties.chains[chain].members, key)
        if parties.home:
            supply_recipients(drafts, self._needs_recipient, parties.country, parties.home)
        plover = Codebook.load("plover")
        weighed = weigh(drafts, plover, self.model.confidence, self.model.chance)
        who = Who(key, cache(parties.country))
        told_anew = called_off(echo_denials(take_back(weighed), stage, who), stage, who)
        merged = self._merged([d for d in told_anew if d.spans or d.act not in _BETWEEN], text, who)
        self._believe(merged, parties, text)
        sure = self._sure(merged, plover)
        inherit_dates(sure, stage, text, key)
        self._choose_days(sure, stage, text)
        return self._retold(sure, who)

    def _merged(self, drafts: Sequence[Draft], text: str, who: Who) -> list[Draft]:
        """Each event once, as far as the sides tell by name."""
        return fold_headline(merge(drafts, who.key), text, who)

    def _retold(self, drafts: Sequence[Draft], who: Who) -> list[Draft]:
        """Each event once, as far as all that is known of two tellings tells."""
        return join_retold(drafts, who, self.model.folder)

    def _believe(self, drafts: Sequence[Draft], parties: Parties, text: str) -> None:
        """How likely each is right, by what the story adds."""
        believe(drafts, parties, text, self.model.folder, *self.model.judged)

    def _sure(self, drafts: Sequence[Draft], book: Codebook) -> list[Draft]:
        """Those that are coded; a user's own acts passed a threshold of theirs before."""
        return [d for d in drafts if d.confidence >= max(self.min_confidence, self.model.keep if d.act in book.types else 0.0)]

    def _choose_days(self, drafts: Sequence[Draft], stage: Sequence[Scene], text: str) -> None:
        """Likelier days than the rules found."""
        settle_days(drafts, stage, text, self.model.folder)

    def _choose_places(self, book: Whereabouts) -> None:
        """Places that the whole article tells."""
        settle_places(book, self.model.folder)

    def _fill(self, drafts: Sequence[Draft], stage: Sequence[Scene], parties: Parties, told: Sequence[StatementDraft]) -> None:
        """Sides as the whole story tells them."""
        seat_sides(drafts, stage, parties, told, self.model.folder)
        supply_abroad(drafts, parties.key, parties.country, parties.official, parties.admit_state)
        for chain, state in struck_abroad(drafts, parties.key, parties.country).items():
            parties.move(chain, state)

    def _events(
        self, article: Article, drafts: Sequence[Draft], parties: Parties, statements: Sequence[Statement], fill: Callable[[], None]
    ) -> list[Event]:
        """The records of settled drafts, linked to each other and to who says so; `fill` then seats whom only the story tells."""
        ids = [f"{article.id}-e{n}" for n in range(1, len(drafts) + 1)]
        tellers = Tellers(statements)
        who_claims = [next(iter(parties.actors(m.chain, m)), None) if m else None for m in claimants(drafts)]
        sources = [attributions(draft, tellers, claimant) for draft, claimant in zip(drafts, who_claims, strict=True)]
        linked = link(drafts, Who(cache(parties.key), cache(parties.country)), dict(enumerate(sources)))
        date_held(drafts, linked)
        fill()
        contexts = Contexts(article.text, drafts, load_contexts(self.model.folder)).of(drafts)
        events = []
        for index, draft in enumerate(drafts):
            event = build_event(draft, ids[index], self.codebook, parties.actors, contexts[index])
            denier = tuple(a.speaker for a in sources[index] if a.speaker) if draft.status == "denied" else ()
            events.append(msgspec.structs.replace(event, links=links_of(index, linked, ids), attribution=sources[index], denied_by=denier))
        return events


def _heading(scene: Scene, headings: set[int]) -> bool:
    """Whether a sentence is the heading of an update and tells nothing itself ("UPDATE 15/12/2021")."""
    return scene.start in headings and len(scene.text.split()) <= HEADING


def _day(article: Article, start: int, written: str | None) -> str | None:
    """The day on which the part of the article at `start` was written; the first part was on the day `written`."""
    later = [update.date for update in article.updates if update.start <= start and update.date]
    return later[-1] if later else written


def _all_places(text: str, spans: Settled) -> tuple[tuple[Place, ...], tuple[Place, ...]]:
    """The resolved places and, without coordinates and in the story's country, those that no gazetteer knows; beside them those within actors."""
    within = set(spans.within)
    every = resolve_places(text, [*spans.places, *spans.within])
    resolved = [place for place in every if (place.start, place.end) not in within]
    known = {(place.start, place.end) for place in resolved}
    rest = [span for span in spans.places if span not in known]
    story = story_country(text, resolved) if rest else None
    bare = [unlisted(text, span, story) for span in rest]
    beside = tuple(place for place in every if (place.start, place.end) in within)
    return tuple(sorted([*resolved, *bare], key=lambda place: place.start)), beside


def _meant(named: Sequence[Mention], chains: Sequence[Chain], events: Sequence[Event]) -> list[Mention]:
    """The mentions without those before a thing that are no party to any event."""
    parties = {(actor.start, actor.end) for event in events for actor in (*event.actors, *event.recipients)}
    loose = {(one.start, one.end) for chain in chains for one in chain.mentions if one.loose} - parties
    return [mention for mention in named if (mention.start, mention.end) not in loose]


def _credited(article: Article, found: Sequence[str]) -> tuple[str, ...]:
    """The outlets known from the source and those the text names, each once, in that order."""
    return tuple(dict.fromkeys([*article.outlets, *found]))


def _with_events(statements: Sequence[Statement], events: Sequence[Event]) -> list[Statement]:
    about: dict[str, list[str]] = {}
    for event in events:
        for attribution in event.attribution:
            about.setdefault(attribution.statement or "", []).append(event.id)
    return [msgspec.structs.replace(s, about=tuple(about.get(s.id, ()))) for s in statements]
