"""The conditional logit learns what decides a choice, and the articles that a fit reads are told apart by their names."""

from __future__ import annotations

from pathlib import Path

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st
from training.files import UNREAD_ARTICLES
from training.logit import fit
from training.unread import fold, unread

CORPUS = Path(__file__).parents[3] / "corpus"


@settings(max_examples=20, deadline=None)
@given(st.integers(0, 2**31 - 1), st.sampled_from([1.0, -1.0]))
def test_what_decides_gets_the_weight_and_noise_does_not(seed: int, sign: float) -> None:
    rng = np.random.default_rng(seed)
    blocks = [rng.normal(size=(4, 2)) for _ in range(300)]
    right = [np.arange(4) == (sign * block[:, 0]).argmax() for block in blocks]
    deciding, noise = fit(blocks, right, [1.0] * len(blocks), 1.0)
    assert sign * deciding > 1.0 and abs(noise) < abs(deciding) / 3


def test_the_events_of_an_article_are_in_one_fold() -> None:
    assert {fold(f"tarn-talks-pa-e{number}", 5) for number in range(1, 40)} == {fold("tarn-talks-pa-e1", 5)}
    assert {fold(f"article-{number}-e1", 5) for number in range(100)} == set(range(5))


def test_a_fit_reads_dev_and_the_articles_that_are_named_so() -> None:
    names = [pair.article.id for pair in unread(CORPUS)]
    dev, train = ({path.stem for path in (CORPUS / part).glob(pattern)} for part, pattern in (("dev", "*.txt"), ("train", UNREAD_ARTICLES)))
    assert dev and train and set(names) == dev | train and len(names) == len(set(names))
