"""Words as the model reads them: first pieces, characters, shapes, and the cut after the longest length."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tokenizers import Tokenizer, models, normalizers, pre_tokenizers, processors

from detente.model.words import MAX_PIECES, piece_ids, tokenise, tokenizer, word_shape


def small() -> Tokenizer:
    """A word-piece tokenizer of the same make as the model's, with the alphabet as its vocabulary."""
    letters = "abcdefghijklmnopqrstuvwxyz0123456789.,'-"
    words = ["[UNK]", "[CLS]", "[SEP]", *letters, *(f"##{c}" for c in letters), "talks", "##ing", "meet"]
    made = Tokenizer(models.WordPiece({word: i for i, word in enumerate(words)}, unk_token="[UNK]"))
    made.normalizer = normalizers.BertNormalizer()
    made.pre_tokenizer = pre_tokenizers.BertPreTokenizer()
    made.post_processor = processors.TemplateProcessing(single="[CLS] $A [SEP]", special_tokens=[("[CLS]", 1), ("[SEP]", 2)])
    made.enable_truncation(MAX_PIECES)
    return made


PIECES = small()


def test_words_have_their_own_characters_and_first_pieces() -> None:
    text = "Oyelaran is meeting Klimek."
    (words,) = tokenise(PIECES, [text])
    assert [text[s:e] for s, e in words.spans] == ["Oyelaran", "is", "meeting", "Klimek", "."]
    assert words.first[0] == 1, "piece 0 is the sentence mark"
    assert words.first[3] - words.first[2] == 2, "meet and ##ing are one word"
    assert len(words.ids) == len(words.shapes)


@settings(deadline=None)
@given(st.text(st.characters(codec="utf-8") | st.sampled_from(" \n\t\u00a0\u0301\u200b\x1c中-'aé"), max_size=60))
def test_chunks_read_one_by_one_are_the_text_read_whole(text: str) -> None:
    encoding, (words,) = PIECES.encode(text), tokenise(PIECES, [text])
    owners = encoding.word_ids
    opening = [n for n, word in enumerate(owners) if word is not None and word != owners[n - 1]]
    last = {word: n for n, word in enumerate(owners) if word is not None}
    assert (words.ids, words.first) == (encoding.ids, opening)
    assert words.spans == [(encoding.offsets[n][0], encoding.offsets[last[owners[n]]][1]) for n in opening]
    assert piece_ids(PIECES, text) == PIECES.encode(text, add_special_tokens=False).ids


def test_every_piece_of_a_word_carries_its_shape_and_marks_carry_none() -> None:
    (words,) = tokenise(PIECES, ["Klimek met"])
    assert words.shapes[0] == words.shapes[-1] == 0
    assert set(words.shapes[words.first[0] : words.first[1]]) == {2}
    assert set(words.shapes[words.first[1] : -1]) == {1}


@pytest.mark.parametrize(
    ("word", "shape"),
    [("talks", 1), ("Talks", 2), ("A", 3), ("NATO", 4), ("McVarela", 5), ("15", 6), ("4th", 1), ("16aB", 6), ("“", 7), ("", 7)],
)
def test_word_shape(word: str, shape: int) -> None:
    assert word_shape(word) == shape


@settings(deadline=None)
@given(st.text(max_size=80))
def test_any_text_gives_ordered_words_inside_it(text: str) -> None:
    (words,) = tokenise(PIECES, [text])
    assert all(0 <= s < e <= len(text) for s, e in words.spans)
    assert all(a[1] <= b[0] for a, b in zip(words.spans, words.spans[1:]))
    assert words.first == sorted(set(words.first))
    assert len(words.first) == len(words.spans)


@settings(deadline=None)
@given(st.lists(st.sampled_from(["talks", "ended", "in", "Geneva", ","]), min_size=1, max_size=12), st.data())
def test_covering_gives_exactly_the_words_that_overlap(parts: list[str], data: st.DataObject) -> None:
    text = " ".join(parts)
    (words,) = tokenise(PIECES, [text])
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    assert list(words.covering(start, end)) == [i for i, (s, e) in enumerate(words.spans) if s < end and start < e]


def test_a_sentence_beyond_the_limit_is_cut() -> None:
    (words,) = tokenise(PIECES, ["talks " * 1000])
    assert len(words.ids) == MAX_PIECES
    assert len(words.spans) == MAX_PIECES - 2


def test_no_sentences_and_empty_sentences() -> None:
    assert tokenise(PIECES, []) == []
    (words,) = tokenise(PIECES, [""])
    assert words.spans == [] and words.first == []
    assert list(words.covering(0, 5)) == []


def test_a_tokenizer_file_is_loaded_once_and_cut_to_the_limit(tmp_path) -> None:
    path = tmp_path / "tokenizer.json"
    PIECES.save(str(path))
    loaded = tokenizer(path)
    assert loaded is tokenizer(path)
    assert len(loaded.encode("talks " * 1000).ids) == MAX_PIECES
