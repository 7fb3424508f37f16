"""Stories: articles about one thing, with their events merged across articles, and what they say against each other.

for story in stories(snapshot.articles()):
    print(story.label, len(story.articles), [event.independent for event in story.events])
"""

from __future__ import annotations

from detente.story.build import build, group_articles, stories, timeline
from detente.story.cluster import Clusters
from detente.story.copies import copies
from detente.story.keep import current, rebuild
from detente.story.record import Contradiction, Story, StoryEvent, Words

__all__ = [
    "Clusters",
    "Contradiction",
    "Story",
    "StoryEvent",
    "Words",
    "build",
    "copies",
    "current",
    "group_articles",
    "rebuild",
    "stories",
    "timeline",
]
