"""Real news with stand-off annotation: written as printed, and read as examples whose offsets count in that text."""

import csv
import gzip
from pathlib import Path

import pytest
from training.news import SETS, load_news, news_texts, plain

from detente.errors import InputError

WORDS = 'Dockers in Port Amber went on strike on Monday ; " We won ’ t yield , " said their leader , who did n’t give a name ( yet ) .'


@pytest.mark.parametrize(
    ("words", "printed"),
    [
        ("The mayor ’ s aide left .", "The mayor’s aide left."),
        ("They did n't stay , it said .", "They didn't stay, it said."),
        ('He said : " No , " and left .', 'He said: "No, " and left.'),
        ("A fine of $ 40 ( or 35 % ) ?", "A fine of $40 (or 35%)?"),
        ("the dockers ’ union", "the dockers’ union"),
    ],
)
def test_split_words_are_written_as_printed(words: str, printed: str) -> None:
    assert plain(words) in (printed, printed.replace(', "', ',"'))


def test_plain_text_stays_as_it_is() -> None:
    text = plain(WORDS)
    assert plain(text) == text


@pytest.fixture
def open_sets(tmp_path: Path) -> Path:
    for name, index in zip(SETS, ("one", "three"), strict=True):
        path = tmp_path / "open" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        with gzip.open(path, "wt", encoding="utf-8", newline="") as file:
            csv.writer(file).writerows([["index", "text", "label"], [index, WORDS, "1"]])
    return tmp_path / "open"


def test_an_annotated_sentence_is_an_example(tmp_path: Path, open_sets: Path) -> None:
    text = plain(WORDS)
    strike = text.index("went on strike")
    folder = tmp_path / "news"
    folder.mkdir()
    (folder / "a.tsv").write_text(f"one\t0-7:G1 11-21:p1 {strike}-{strike + 14}:e1\te1 PROTEST/strike happened G1> @p1\n", encoding="utf-8")
    (example,) = load_news(folder, open_sets)
    (trigger,) = example.triggers
    assert example.text[trigger.start : trigger.end].startswith("went")
    assert [example.text[start:end] for start, end, _ in example.spans["mention"]] == ["Dockers"]
    assert "content" not in example.spans, "statements are not annotated there"


def test_both_parts_of_the_set_are_read(open_sets: Path) -> None:
    assert news_texts(open_sets) == {"one": plain(WORDS), "three": plain(WORDS)}


def test_a_sentence_that_the_set_lacks_is_named(tmp_path: Path, open_sets: Path) -> None:
    folder = tmp_path / "news"
    folder.mkdir()
    (folder / "a.tsv").write_text("two\t\t\n", encoding="utf-8")
    with pytest.raises(InputError, match="two"):
        load_news(folder, open_sets)
