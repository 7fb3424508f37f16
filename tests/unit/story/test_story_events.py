"""Events merged across articles, and what they say against each other; on the example crisis, coded."""

from __future__ import annotations

from pathlib import Path

import pytest

from detente.coder import Coder
from detente.ingest import read
from detente.records import Article, CodedArticle
from detente.story import Story, stories
from detente.story.contradict import counted
from detente.story.merge import Report, likeness, merge


@pytest.fixture(scope="session")
def crisis(root: Path) -> list[CodedArticle]:
    coder = Coder(threads=1)
    return [coder.code(article) for article in read(str(root / "examples" / "crisis")) if isinstance(article, Article)]


@pytest.fixture(scope="session")
def told(crisis: list[CodedArticle]) -> list[Story]:
    return stories(crisis)


def test_every_article_and_every_event_is_in_one_story(crisis: list[CodedArticle], told: list[Story]) -> None:
    assert len(crisis) == 10
    articles = [ident for story in told for ident in story.articles]
    assert sorted(articles) == sorted(coded.article.id for coded in crisis)
    reports = [report for story in told for event in story.events for report in event.reports]
    assert sorted(reports) == sorted(event.id for coded in crisis for event in coded.events)
    assert all(event.event in event.reports for story in told for event in story.events)


def test_the_syndicated_copy_is_known_and_counts_once(told: list[Story]) -> None:
    copied = {ident: first for story in told for ident, first in story.copies.items()}
    assert copied == {"03-guayaquil-post-copy": "02-andean-wire-protest"}
    both = [e for s in told for e in s.events if {r.rpartition("-")[0] for r in e.reports} == {"02-andean-wire-protest", "03-guayaquil-post-copy"}]
    assert both and all(event.independent == 1 for event in both)


def test_one_event_has_reports_of_several_articles(told: list[Story]) -> None:
    assert max(event.independent for story in told for event in story.events) >= 2


def test_denial_and_numbers_are_told_with_both_sides_words(told: list[Story]) -> None:
    found = [one for story in told for event in story.events for one in event.contradictions]
    denials = [one for one in found if one.kind == "denial"]
    assert any("fired" in one.one.text and "denied" in one.other.text for one in denials)
    numbers = [one for one in found if one.kind == "number"]
    assert any({"14 fishermen", "11 fishermen"} <= {w for t in (one.one.text, one.other.text) for w in ("14 fishermen", "11 fishermen") if w in t} for one in numbers)


def report(name: str, trigger: str, **known: object) -> Report:
    import numpy

    return Report(id=name, article=name, trigger=trigger.split(), meaning=numpy.array([1.0, 0.0]), sentence={trigger: 1.0}, **known)  # type: ignore[arg-type]


def test_reports_of_one_act_merge_and_vetoes_keep_them_apart() -> None:
    sides = (frozenset({"PER"}), frozenset({"ECU"}))
    one = report("a", "seized", kind="ASSAULT", sides=sides, days=("2026-05-03", "2026-05-05"))
    same = report("b", "seized", kind="ASSAULT", sides=sides, days=("2026-05-04", "2026-05-06"))
    later = report("c", "seized", kind="ASSAULT", sides=sides, days=("2026-07-01", "2026-07-02"))
    turned = report("d", "seized", kind="ASSAULT", sides=sides[::-1], days=("2026-05-03", "2026-05-05"))
    other = report("e", "seized", kind="AID", sides=sides)
    assert merge([one, same, later, turned, other]) == [[0, 1], [2], [3], [4]]
    assert likeness(one, later) == likeness(one, turned) == likeness(one, other) == -1


@pytest.mark.parametrize(
    ("sentence", "found"),
    [
        ("Police detained 11 fishermen in 2019.", {"fishermen": {11}}),
        ("Twelve soldiers and 1,200 people fled.", {"soldier": {12}, "people": {1200}}),
        ("At least three Peruvian sailors were hurt", {"sailor": {3}}),
        ("They met for four hours on 5 May.", {}),
        ("", {}),
    ],
)
def test_what_a_sentence_counts(sentence: str, found: dict[str, set[int]]) -> None:
    assert counted(sentence) == found
