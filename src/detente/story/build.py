"""Stories from coded articles: the whole way in numbered stages. The same articles give the same stories in any order of reading."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from itertools import islice

from detente.model.topic import TopicModel, unit
from detente.records import CodedArticle
from detente.story.cluster import WINDOW, Clusters
from detente.story.contradict import contradictions
from detente.story.copies import copies
from detente.story.merge import merge
from detente.story.record import Story, StoryEvent
from detente.story.reports import Told, reports_of

#: Characters of an article whose topic is taken, and whose words are weighed.
LEAD, READ = 600, 1000
_BATCH = 256


def stories(articles: Iterable[CodedArticle], *, window: int = WINDOW, model: TopicModel | None = None) -> list[Story]:
    """The stories of some articles, by first day and id.

    Args:
        articles: in any order; they are taken by publication day and content.
        window: days after its last article in which a story can grow.
        model: topic vectors; by default the ones in the package.
    """
    model = model or TopicModel.load()
    ordered = sorted(articles, key=order)
    known = {coded.article.id: coded for coded in ordered}
    found = [build([known[i] for i in group], model) for group in group_articles(ordered, model, window)]
    return sorted(found, key=lambda story: (story.first or "", story.id))


def order(coded: CodedArticle) -> tuple[str, str]:
    """Publication day (unknown ones first), then id, which in a store is made from the content: the order of `Snapshot.articles`."""
    return coded.article.published or "", coded.article.id


def group_articles(ordered: Iterable[CodedArticle], model: TopicModel, window: int = WINDOW) -> list[list[str]]:
    """The ids of the articles of each story; the articles come in order of their day and are not kept."""
    clusters = Clusters(model.ranks(), window)
    stream = iter(ordered)
    while batch := list(islice(stream, _BATCH)):
        # 1. What each article is about: its headline as much as its beginning.
        parts = [split(coded) for coded in batch]
        topics = unit(model.vectors([title for title, _ in parts]) + model.vectors([body[:LEAD] for _, body in parts]))
        # 2. Into the story that is most like it.
        for coded, (title, body), topic in zip(batch, parts, topics, strict=True):
            clusters.add(coded.article.id, f"{title}\n{body[:READ]}", topic, ordinal(coded.article.published))
    return clusters.stories()


def build(articles: Sequence[CodedArticle], model: TopicModel) -> Story:
    """The story of articles that belong together, in order of publication."""
    # 3. Copies of one text.
    first = copies((coded.article.id, split(coded)[1]) for coded in articles)
    # 4. Reports of one event.
    told = reports_of(articles, model)
    events = tuple(_event([told[i] for i in group], first) for group in merge([one.report for one in told]))
    days = sorted(coded.article.published for coded in articles if coded.article.published)
    # 5. What to call it, and its time line.
    return Story(
        id="story-" + digest(articles[0].article.id),
        label=label(articles, model),
        first=days[0] if days else None,
        last=days[-1] if days else None,
        articles=tuple(coded.article.id for coded in articles),
        events=tuple(sorted(events, key=lambda event: (event.date or "9999", event.event))),
        copies={ident: original for ident, original in first.items() if ident != original},
    )


def _event(told: Sequence[Told], first: dict[str, str]) -> StoryEvent:
    # A denial is no further report that it happened.
    saying = [one for one in told if one.event.status != "denied"] or list(told)
    clearest = max(saying, key=lambda one: (bool(one.event.actors) + bool(one.event.recipients), one.event.confidence, one.event.id))
    return StoryEvent(
        event=clearest.event.id,
        reports=tuple(one.event.id for one in told),
        independent=independent((first[one.coded.article.id], one.coded.article.outlet) for one in saying),
        contradictions=tuple(contradictions(told, first)),
        date=clearest.day,
    )


def independent(articles: Iterable[tuple[str, str | None]]) -> int:
    """Sources that do not repeat each other: copies of one text are one, and so are articles of one outlet.

    Args:
        articles: for each the article whose text it has (itself, or the one that it copies), and its outlet.
    """
    groups: list[set[str]] = []
    for text, outlet in articles:
        mine = {f"text {text}"} | ({f"outlet {outlet}"} if outlet else set())
        for group in [group for group in groups if group & mine]:
            groups.remove(group)
            mine |= group
        groups.append(mine)
    return len(groups)


def label(articles: Sequence[CodedArticle], model: TopicModel) -> str:
    """The headline nearest to the middle of all headlines; the earliest of equals."""
    titles = [title.strip() for title, _ in map(split, articles)]
    vectors = model.vectors(titles)
    nearness = vectors @ unit(vectors.sum(axis=0, keepdims=True))[0]
    best = max(range(len(titles)), key=lambda i: (round(float(nearness[i]), 4), -i))
    return titles[best][:200] or articles[best].article.id


def split(coded: CodedArticle) -> tuple[str, str]:
    """Headline and text; the first line where no title is known, and without it where the text repeats it."""
    article = coded.article
    head, _, rest = article.text.strip().partition("\n")
    if article.title is None:
        return (head[:300], rest.strip() or head)
    return (article.title, rest.strip() if head.strip() == article.title.strip() and rest.strip() else article.text)


def ordinal(day: str | None) -> int | None:
    """An ISO day as a number of days; None where it is missing or malformed."""
    try:
        return date.fromisoformat(day).toordinal() if day else None
    except ValueError:
        return None


def digest(*parts: str) -> str:
    """20 hexadecimal digits for texts."""
    return hashlib.blake2b("\0".join(parts).encode("utf-8", "surrogatepass"), digest_size=10).hexdigest()


def timeline(story: Story) -> Iterator[tuple[str, list[StoryEvent]]]:
    """The events of each day, in order; those without a day last, under an empty text."""
    days = dict.fromkeys(event.date or "" for event in story.events)
    for day in sorted(days, key=lambda day: day or "9999"):
        yield day, [event for event in story.events if (event.date or "") == day]
