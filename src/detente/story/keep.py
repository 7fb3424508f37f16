"""Stories in a store: built over all its articles, kept in the table `stories`, built anew when articles have come or changed."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

import msgspec

from detente._version import __version__
from detente.errors import UsageError
from detente.model.topic import TopicModel
from detente.records import CodedArticle
from detente.store import Batch
from detente.story.build import build, group_articles, order
from detente.story.cluster import WINDOW
from detente.story.record import Story

if TYPE_CHECKING:
    from detente.store import Snapshot, Store

#: Articles that are in memory at a time while stories are built.
_AT_ONCE = 500


def rebuild(store: Store, *, window: int = WINDOW) -> int:
    """Build the stories of all articles and keep them in place of those before; returns how many there are."""
    snapshot = store.snapshot()
    found = list(built(snapshot, window))
    batch = Batch("stories", {"stories": [_row(story) for story in found]}, replaces=("stories",))
    store.write(batch, based_on=snapshot)
    return len(found)


def built(snapshot: Snapshot, window: int = WINDOW) -> Iterator[Story]:
    """The stories of a snapshot, without keeping them. Articles are read twice, so that memory holds a few of them at a time."""
    model = TopicModel.load()
    groups = group_articles(snapshot.articles(), model, window)
    for part in _parts(groups):
        wanted = [ident for group in part for ident in group]
        known = {coded.article.id: coded for coded in snapshot.articles(where="id IN (SELECT unnest(?))", parameters=[wanted])}
        for group in part:
            yield build(sorted((known[ident] for ident in group), key=order), model)


def _parts(groups: Sequence[Sequence[str]]) -> Iterator[list[Sequence[str]]]:
    part: list[Sequence[str]] = []
    for group in groups:
        if part and sum(map(len, part)) + len(group) > _AT_ONCE:
            yield part
            part = []
        part.append(group)
    if part:
        yield part


def current(snapshot: Snapshot) -> bool:
    """Whether the kept stories are of the articles that the snapshot has."""
    kinds = [row["kind"] for row in snapshot.rows("runs", order="seq")]
    return "stories" in kinds and not {"ingest", "recode", "amend", "import"} & set(kinds[len(kinds) - kinds[::-1].index("stories") :])


def kept(snapshot: Snapshot) -> list[Story]:
    """The kept stories, by first day and id."""
    rows = snapshot.rows("stories", where="record IS NOT NULL", order="first NULLS FIRST, id")
    return [msgspec.json.decode(row["record"], type=Story) for row in rows]


def story(snapshot: Snapshot, ident: str) -> tuple[Story, list[CodedArticle]]:
    """A kept story, by its id or the beginning of it, with its articles in order.

    Raises:
        UsageError: no story, or more than one, has that id.
    """
    found = [one for one in kept(snapshot) if one.id == ident or one.id.removeprefix("story-").startswith(ident.removeprefix("story-"))]
    if len(found) != 1:
        problem = "There is no story" if not found else "More than one story begins with"
        raise UsageError(f"{problem} {ident}.", "See: detente stories.", "story")
    articles = snapshot.articles(where="id IN (SELECT unnest(?))", parameters=[list(found[0].articles)])
    return found[0], sorted(articles, key=order)


def _row(one: Story) -> dict[str, object]:
    return {
        "id": one.id, "label": one.label, "first": one.first, "last": one.last, "articles": "|".join(one.articles),
        "record": msgspec.json.encode(one).decode(), "gone": False, "version": __version__,
    }  # fmt: skip
