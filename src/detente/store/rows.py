"""Coded articles as rows of the tables, and back."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import msgspec

from detente.event import flat, rules
from detente.records import Article, CodedArticle, Event
from detente.store.identity import page
from detente.store.schema import CODED

Rows = dict[str, list[dict[str, Any]]]
MORE, TO = "|", ">"


class Origin(msgspec.Struct, frozen=True, kw_only=True):
    """What a coded article does not say about itself.

    Attributes:
        name: the input's own name for it.
        source: the file or address that it was read from.
        fetched: the moment of fetching (ISO 8601), if it was fetched.
        updated: the day of this version, if it is known from elsewhere than the text.
        codebook: the codebook's name with its version.
    """

    name: str | None = None
    source: str | None = None
    fetched: str | None = None
    updated: str | None = None
    codebook: str | None = None


def article_rows(coded: CodedArticle, origin: Origin | None = None) -> Rows:
    """The rows of an article in `articles`, `events`, `statements`, `mentions`, without their batch.

    The article's id must be the one of its content (`identity.content_id`).
    """
    origin = origin or Origin()
    made = {"version": coded.article.version, "model": coded.article.model, "codebook": origin.codebook or coded.article.codebook}
    rows: Rows = {
        "articles": [article_row(coded, origin)],
        "events": list(event_rows(coded)),
        "statements": list(_statements(coded)),
        "mentions": [
            {"article": coded.article.id, "mention": m.id, "type": m.type, "chain": m.chain, "text": m.text, "text_start": m.start, "text_end": m.end}
            for m in coded.article.mentions
        ],
    }
    for table in rows.values():
        for row in table:
            row.update(made)
    return rows


def article_row(coded: CodedArticle, origin: Origin) -> dict[str, Any]:
    """The row in `articles`; `coded` is the whole coded article as JSON, without the text, which has a column of its own."""
    article = coded.article
    bare = msgspec.structs.replace(coded, article=msgspec.structs.replace(article, text=""))
    return {
        "id": article.id, "name": origin.name or article.id, "source": origin.source, "url": article.url, "page": page(article.url),
        "title": article.title, "text": article.text, "published": article.published, "updated": origin.updated or last_day(article),
        "fetched": origin.fetched, "outlet": article.outlet, "language": article.language,
        "coded": msgspec.json.encode(bare).decode("utf-8"),
    }  # fmt: skip


def last_day(article: Article) -> str | None:
    """The day of an article's last update, else its publication."""
    days = [update.date for update in article.updates if update.date]
    return max([*days, article.published or ""]) or None


def coded_article(coded: str, text: str) -> CodedArticle:
    """The coded article of a row."""
    bare = msgspec.json.decode(coded, type=CodedArticle)
    return msgspec.structs.replace(bare, article=msgspec.structs.replace(bare.article, text=text))


def event_rows(coded: CodedArticle) -> Iterator[dict[str, Any]]:
    """The rows in `events`: the flat columns, the pairs that the event counts for, and whether a series counts it unasked."""
    for event, row in zip(coded.events, flat.rows(coded), strict=True):
        yield row | {"pairs": pairs(event), "counted": rules.counts(event) and row["day"] is not None, "origin": CODED}


def pairs(event: Event) -> str | None:
    """The ordered pairs of sides (a country, else an organisation) of an event: "RUS>UKR|UKR>RUS"."""
    sides = ((rules.side(a), rules.side(b)) for a, b in rules.dyads(event))
    return MORE.join(dict.fromkeys(f"{a}{TO}{b}" for a, b in sides if a and b)) or None


def _statements(coded: CodedArticle) -> Iterator[dict[str, Any]]:
    """What was said; what is thought, wanted or judged stays in the coded article."""
    for statement in (one for one in coded.statements if one.attitude == "said"):
        speaker = statement.speaker
        yield {
            "article": coded.article.id, "statement": statement.id, "kind": statement.kind, "published": coded.article.published,
            "speaker": flat.name(speaker) if speaker else None, "speaker_country": speaker.country if speaker else None,
            "speaker_org": speaker.org if speaker else None, "speaker_role": speaker.role if speaker else None,
            "outlet": statement.outlet, "cue": statement.cue.text if statement.cue else None, "text": statement.text,
            "text_start": statement.start, "text_end": statement.end, "about": MORE.join(statement.about) or None,
        }  # fmt: skip
