"""GDELT 2.0 Mentions: 16 columns that point from an event row into its article."""

from __future__ import annotations

from typing import Any

from detente.records import Actor, CodedArticle, Event

COLUMNS = (
    "GLOBALEVENTID", "EventTimeDate", "MentionTimeDate", "MentionType", "MentionSourceName", "MentionIdentifier", "SentenceID",
    "Actor1CharOffset", "Actor2CharOffset", "ActionCharOffset", "InRawText", "Confidence", "MentionDocLen", "MentionDocTone",
    "MentionDocTranslationInfo", "Extras",
)  # fmt: skip


def mention(ident: str, day: str, coded: CodedArticle, event: Event, one: Actor | None, other: Actor | None) -> tuple[Any, ...]:
    """The row of an event row; offsets are code points into the article's text, -1 for none; sentences count from 1."""
    article = coded.article
    published = (article.published or day)[:10].replace("-", "") + "000000"
    return (
        ident, day.replace("-", "") + "000000", published, 1, article.outlet, article.url or article.id, event.sentence + 1,
        one.start if one else -1, other.start if other else -1, event.evidence[0].start if event.evidence else -1,
        1, round(event.confidence * 10) * 10, len(article.text), None, None, None,
    )  # fmt: skip
