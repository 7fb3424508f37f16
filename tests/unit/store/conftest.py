"""Stores with invented articles whose coding is written down, so that no model is needed."""

from __future__ import annotations

from pathlib import Path

import pytest
from msgspec.structs import replace

from detente.records import Actor, Article, CodedArticle, Event, EventDate, Span, Statement, Update
from detente.store import Batch, Origin, Store, Written, article_rows, content_id


def coded(text: str = "Norway sued Chile over cod.", *, day: str = "2024-05-01", url: str | None = None, outlet: str | None = None,
          types: tuple[str, ...] = ("ACCUSE",), version: str = "1", updates: tuple[Update, ...] = ()) -> CodedArticle:  # fmt: skip
    """An article whose first word does something to its third."""
    article = Article(id="", text=text, published=day, url=url, outlet=outlet, updates=updates, model="m1", codebook="plover", version=version)
    ident = content_id(article)
    one, other = (Actor(text=text[s:e], start=s, end=e, name=text[s:e], country=c) for s, e, c in ((0, 6, "NOR"), (12, 17, "CHL")))
    events = tuple(
        Event(id=f"{ident}-e{n}", sentence=0, act=type_, status="happened", type=type_, quad=3, score=-2.0, actors=(one,), recipients=(other,),
              date=EventDate(first=day, last=day), evidence=(Span(n, n + 9, text[n : n + 9]),), confidence=0.9)
        for n, type_ in enumerate(types, 1)
    )  # fmt: skip
    statement = Statement(id=f"{ident}-s1", kind="indirect", start=0, end=6, parts=((0, 6),), text=text[:6], about=tuple(e.id for e in events))
    return CodedArticle(article=replace(article, id=ident), events=events, statements=(statement,))


def batch(*articles: CodedArticle, kind: str = "ingest", origin: Origin | None = None) -> Batch:
    made = Batch(kind)
    for one in articles:
        made.add(article_rows(one, origin))
    return made


def put(store: Store, *articles: CodedArticle, origin: Origin | None = None) -> Written:
    return store.write(batch(*articles, origin=origin))


@pytest.fixture
def store(tmp_path: Path) -> Store:
    return Store.open(tmp_path / "store", create=True)
