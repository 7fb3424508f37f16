"""Every span slices to its own words, whatever the text: the rooms without a model on many texts, the coder on some."""

from __future__ import annotations

import random
from itertools import pairwise
from pathlib import Path

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from detente.coder import Coder
from detente.evaluate import span_check
from detente.evaluate.corpus import load_split
from detente.ingest.plaintext import article as read_plain
from detente.records import Article
from detente.text import plain, sentences
from detente.when import find_times
from detente.where import find_known, resolve_places

PIECES = (
    "Chad", "Kenya’s president", " said ", "“We will meet ", "on Monday", "” ", ". ", "\n\n", "\n", "\u00a0", "\u200f", "\u202b", "12 May 2021", "last week",
    "\ufeff", "Zürich", "e\u0301lan", "🇫🇷", "👩‍👩‍👧 ", "الرياض", "北京", "in March", "two soldiers ", "attacked ", "‘yes’", "—", "(Reuters) ", "UPDATE 3 May: ", "\t",
    "\u2028", "𝒳", "ﬁ", "İstanbul", "ǅ", " at 5 p.m. ", "Mr. ", "U.N. ", "\r", "\x85", "He denied ", "tomorrow", "Paris", " and ", "\u00ad", "\u0301",
)  # fmt: skip
TEXTS = st.one_of(
    st.lists(st.sampled_from(PIECES), min_size=1, max_size=25).map("".join),
    st.lists(st.one_of(st.sampled_from(PIECES), st.text(max_size=12)), min_size=1, max_size=10).map("".join),
).filter(str.strip)
SLOW = [HealthCheck.too_slow, HealthCheck.filter_too_much]


def generated(count: int, seed: int) -> list[str]:
    """Texts of pieces and of code points from the whole of Unicode without surrogates."""
    draw, texts = random.Random(seed), []
    while len(texts) < count:
        parts = draw.choices(PIECES, k=draw.randint(1, 20))
        for _ in range(draw.randint(0, 4)):
            point = draw.choice((draw.randint(0, 0xFF), draw.randint(0x100, 0xD7FF), draw.randint(0xE000, 0x10FFFF)))
            parts.insert(draw.randint(0, len(parts)), chr(point))
        if (text := "".join(parts)).strip():
            texts.append(text)
    return texts


def check_without_model(text: str) -> None:
    """All that is found without the text model lies where it says."""
    assert len(plain(text)) == len(text)
    extents = sentences(text)
    assert all(0 <= start < end <= len(text) for start, end in extents)
    assert all(one[1] <= other[0] for one, other in pairwise(extents))
    for time in find_times(text, extents, "2021-12-13", ()):
        assert text[time.start : time.end] == time.text
    for place in resolve_places(text, find_known(text, extents)):
        assert text[place.start : place.end] == place.text


def test_ten_thousand_texts() -> None:
    for text in generated(10_000, 7):
        check_without_model(text)


@settings(max_examples=150, deadline=None, suppress_health_check=SLOW)
@given(TEXTS)
def test_texts_hypothesis_thinks_of(text: str) -> None:
    check_without_model(text)
    read = read_plain(text, "generated")
    assert all(0 <= update.start < len(read.text) for update in read.updates)


def test_whole_coder_on_generated_texts(coder: Coder) -> None:
    for number, text in enumerate(generated(300, 11)):
        coded = coder.code(Article(id=f"g{number}", text=text, published="2021-12-13"))
        valid, spans = span_check(coded)
        assert valid == spans, repr(text)
        assert coded.article.text == text


def test_corpus_test_split(coder: Coder, root: Path) -> None:
    for pair in load_split(root / "corpus" / "test"):
        valid, spans = span_check(coder.code(pair.article))
        assert valid == spans > 0, pair.article.id
