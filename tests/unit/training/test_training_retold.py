"""What two tellings of one event have in common is learned from annotated events."""

from __future__ import annotations

import sys
from pathlib import Path

import msgspec
import numpy as np
from training.retold import LEAST, labelled, weights_of

from detente.event.retold import FEATURES, Telling
from detente.records import Article, CodedArticle, Event, Span

sys.path.insert(0, str(Path(__file__).parents[1] / "event"))

from telling import WHO, Act, tell  # noqa: E402

TEXT = "Norway shelled Chile on Monday. The shelling killed nine. Chile shelled Oslo. A raid on Baeza followed."
ACTS = [Act(words, "ASSAULT") for words in ("shelled Chile", "shelling", "shelled Oslo", "raid")]


def event(ident: str, *words: str) -> Event:
    spans = tuple(Span(TEXT.index(one), TEXT.index(one) + len(one), one) for one in words)
    return Event(id=ident, sentence=0, act="ASSAULT", status="happened", type="ASSAULT", quad=4, score=-10.0, evidence=spans, confidence=1.0)


def test_a_pair_is_right_if_both_touch_one_event_and_unknown_if_one_touches_none() -> None:
    gold = CodedArticle(article=Article(id="a", text=TEXT), events=(event("e1", "shelled Chile", "shelling"), event("e2", "shelled Oslo")))
    told = [Telling(draft, WHO) for draft in tell(TEXT, *ACTS)[1]]
    assert [right for _, right in labelled(told, gold)] == [True, False, False]
    apart = msgspec.structs.replace(gold, events=(gold.events[1],))
    assert not list(labelled(told, apart))


def test_the_fit_learns_what_goes_with_one_event() -> None:
    draw = np.random.default_rng(5)
    rows = np.zeros((300, len(FEATURES)))
    rows[:, 0] = 1.0
    rows[:, FEATURES.index("alike")] = draw.random(300)
    right = rows[:, FEATURES.index("alike")] > 0.7
    odds = rows @ weights_of(rows, right)
    assert right[odds > LEAST].mean() > 0.95 and (odds > LEAST).sum() > 60
