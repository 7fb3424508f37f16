"""Coreference by the CoNLL metrics, by hand and against brute force; the country behind words without a name."""

from __future__ import annotations

import gzip
import json
from itertools import permutations
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from detente.coder import Coder
from detente.evaluate.assignment import heaviest
from detente.evaluate.coreference import Coreference, conll, without_singles
from detente.evaluate.identity import COUNTRIES, COUNTRY, clusters, countries, nameless
from detente.evaluate.scoring import score
from detente.evaluate.sets import coreference as gum
from detente.records import Article, CodedArticle, Mention


def measured(gold: dict[str, int], answer: dict[str, int]) -> Coreference:
    made = Coreference()
    made.add(gold, answer)
    return made


def grouped(*groups: str) -> dict[str, int]:
    return {letter: number for number, group in enumerate(groups) for letter in group}


def test_metrics_by_hand() -> None:
    """Gold {abc} {defg}, answer {ab} {cd} {fghi}: e is missed, h and i are invented."""
    made = measured(grouped("abc", "defg"), grouped("ab", "cd", "fghi"))
    muc, bcubed, ceaf = made.parts().values()
    # MUC: of the links ab and fg, 5 in the gold and 5 in the answer.
    assert (muc.recall, muc.precision, muc.value) == pytest.approx((2 / 5, 2 / 5, 2 / 5))
    # B-cubed: recall (2/3 + 2/3 + 1/3 + 1/4 + 0 + 2/4 + 2/4) / 7, precision (1 + 1 + 1/2 + 1/2 + 2/4 + 2/4 + 0 + 0) / 8.
    assert (bcubed.recall, bcubed.precision) == pytest.approx(((5 / 3 + 5 / 4) / 7, 4 / 8))
    # CEAF-e: {abc} with {ab} is 2 * 2 / 5, {defg} with {fghi} 2 * 2 / 8; over 2 clusters and over 3.
    assert (ceaf.recall, ceaf.precision) == pytest.approx((1.3 / 2, 1.3 / 3))
    assert made.figure().value == pytest.approx((muc.value + bcubed.value + ceaf.value) / 3)
    assert (made.figure().right, made.figure().gold, made.figure().predicted) == (6, 7, 8)


def test_the_best_pairing_of_clusters_is_not_the_greedy_one() -> None:
    assert heaviest({("x", 1): 0.9, ("x", 2): 0.8, ("y", 1): 0.8}) == [("x", 2), ("y", 1)]


@given(st.dictionaries(st.tuples(st.integers(0, 3), st.integers(0, 4)), st.sampled_from([0.0, 0.1, 0.25, 0.5, 1.0]), max_size=14))
def test_the_pairing_is_the_heaviest(weights: dict[tuple[int, int], float]) -> None:
    found = heaviest(weights)
    assert len({one for one, _ in found}) == len({other for _, other in found}) == len(found)
    best = max(sum(weights.get((row, column), 0.0) for row, column in enumerate(order)) for order in permutations(range(5), 4))
    assert sum(weights[pair] for pair in found) == pytest.approx(best)


@given(st.dictionaries(st.integers(0, 12), st.integers(0, 4)), st.dictionaries(st.integers(0, 12), st.integers(0, 4)))
def test_figures_are_shares_and_turn_with_their_sides(gold: dict[int, int], answer: dict[int, int]) -> None:
    one, other = measured(gold, answer), measured(answer, gold)
    for name, figure in one.parts().items():
        turned = other.parts()[name]
        assert figure.value is None or 0 <= figure.value <= 1 + 1e-9
        assert (figure.precision, figure.recall) == (pytest.approx(turned.recall), pytest.approx(turned.precision))
    if gold:
        assert measured(gold, gold).figure().value == pytest.approx(1.0)


def test_nothing_found_is_zero_and_nothing_to_find_is_no_figure() -> None:
    assert measured(grouped("ab"), {}).figure().value == 0.0
    assert Coreference().figure().value is None and conll((0.0,) * 12) is None


def test_counts_are_summed_before_they_become_figures() -> None:
    made = measured(grouped("ab"), grouped("ab"))
    made.add(grouped("abc"), {})
    assert made.parts()["MUC"].recall == pytest.approx(1 / 3)
    assert made.figure().low is not None


def test_single_mentions_can_be_left_out() -> None:
    assert without_singles(grouped("ab", "c")) == {"a": 0, "b": 0}


TEXT = "The minister met Norland and Sudland. Both countries thanked him."


def coded(*marked: tuple[str, str, str | None]) -> CodedArticle:
    mentions = tuple(Mention(f"m{n}", TEXT.index(w), TEXT.index(w) + len(w), w, "PER", c, country) for n, (w, c, country) in enumerate(marked))
    return CodedArticle(article=Article(id="x", text=TEXT, mentions=mentions))


GOLD = coded(
    ("The minister", "a1", "KEN"), ("Norland", "a2", "NOR"), ("Sudland", "a3", "SDN"),
    ("Both countries", "a2", "NOR"), ("Both countries", "a3", "SDN"), ("him", "a1", "KEN"),
)  # fmt: skip


def test_words_for_several_are_an_identity_of_their_own() -> None:
    assert clusters(GOLD)[38, 52] == "a2+a3"
    assert score([GOLD], [GOLD]).value("coreference") == 1.0


def test_spans_count_when_equal_or_when_they_are_the_same_words() -> None:
    near = coded(("minister", "c1", "KEN"), ("Norland", "c2", None), ("Sudland", "c3", None), ("countries", "c4", None), ("him", "c1", None))
    report = score([GOLD], [near])
    assert report.figures["coreference"].right == 3 and report.figures["coreference, overlap"].right == 5
    assert report.value("coreference") < report.value("coreference, overlap") == report.value("coreference, shared mentions") == 1.0
    assert report.figures["coreference, no singles"].gold == 2


def test_the_country_behind_words_without_a_name() -> None:
    every, pronoun, title, other = COUNTRY, *COUNTRIES.values()
    assert countries(GOLD, GOLD) == {every: (3, 3), pronoun: (1, 1), title: (1, 1), other: (1, 1)}
    wrong = coded(("The minister", "c1", "KEN"), ("Both countries", "c2", "NOR"), ("him", "c3", "UGA"))
    assert countries(GOLD, wrong) == {every: (1, 3), pronoun: (0, 1), title: (1, 1), other: (0, 1)}
    assert score([GOLD], [wrong]).value(every) == pytest.approx(1 / 3)
    assert score([GOLD], [wrong]).value(pronoun) == 0.0


@pytest.mark.parametrize(
    ("words", "kind"),
    [
        *(("he", "pronoun"), ("Its", "pronoun"), ("the minister", "title"), ("Kenya's prime minister", "title"), ("the Prime Minister", "title")),
        *(("Kenyan police", "description"), ("the head of the Varela Bank", "description"), ("two men in Nairobi", "description")),
    ],
)
def test_words_without_a_name(words: str, kind: str) -> None:
    assert nameless(words) == kind


@pytest.mark.parametrize("words", ["Kenya", "the Kremlin", "President Mirela Obura", "US", "Obura's", "German", "the Varela Bank of Kenya", "", "..."])
def test_words_with_a_name(words: str) -> None:
    assert not nameless(words)


def test_gum_documents_are_read_from_both_sets(tmp_path: Path) -> None:
    """A document of two paragraphs: a person with an apposition inside, a pronoun, a state, and a thing that is not scored."""
    tokens = [["Ana", "Lind", ",", "a", "judge", ",", "left", "Norway", "."], ["She", "took", "the", "train", "."]]
    row = {"doc": "GUM_news_x", "genre": "news", "meta": {}, "sents": [{"id": f"GUM_news_x-{n}", "tokens": t} for n, t in enumerate(tokens, 1)]}
    row["mentions"] = [
        {"s": 0, "e": 5, "type": "person", "g": 1, "min": "1,2"}, {"s": 7, "e": 8, "type": "place", "g": 2, "min": "1", "wiki": "Norway"},
        {"s": 9, "e": 10, "type": "person", "g": 1, "min": "1"}, {"s": 11, "e": 13, "type": "object", "g": 3, "min": "2"},
    ]  # fmt: skip
    tree = "# newdoc id = GUM_news_x\n# newpar\n# text = Ana Lind, a judge, left Norway.\n\n# newpar\n# text = She took the train.\n"
    for name, content in (("gum_entities_coref_open/test.jsonl.gz", json.dumps(row)), ("ud_en_gum_open/x.conllu.gz", tree)):
        (tmp_path / name).parent.mkdir()
        (tmp_path / name).write_bytes(gzip.compress(content.encode()))
    (found,) = gum.read(tmp_path / "gum_entities_coref_open/test.jsonl.gz")
    article, extents = gum.document(found, gum.treebank({tmp_path / "ud_en_gum_open/x.conllu.gz"}, {"GUM_news_x"})["GUM_news_x"])
    assert article.text == "Ana Lind, a judge, left Norway.\n\nShe took the train."
    marked = gum.mentions(found, extents)
    assert [article.text[slice(*one.extent)] for one in marked] == ["Ana Lind, a judge", "Norway", "She"]
    # A mention with the head and within the words is the same; one around it is not.
    assert set(gum.moved(marked, {(0, 8): "c1", (24, 30): "c2", (33, 44): "c3"})) == {(0, 17), (24, 30), ("alone", 33, 44)}
    report = gum.measure([tmp_path / "gum_entities_coref_open/test.jsonl.gz"], Coder())
    assert report.articles == 1 and report.figures["coreference"].gold == 3
