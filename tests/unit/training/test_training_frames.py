"""The frames file and the sentences generated from it: every act is in the codebook, every span slices."""

from __future__ import annotations

import gzip
import json
import re
from pathlib import Path
from types import ModuleType

import pytest

from detente.codebook import Codebook

ROOT = Path(__file__).parents[3]
FRAMES = ROOT / "corpus" / "frames.tsv"
ROWS = [line.split("\t") for line in FRAMES.read_text(encoding="utf-8").splitlines() if line and not line.startswith("#")]
SLOTS = {"{A}", "{A2}", "{A3}", "{R}", "{P}", "{L}", "{X}"}


def test_every_line_has_act_actors_verb_and_noun() -> None:
    assert len(ROWS) > 200
    for row in ROWS:
        assert len(row) == 4 and all(cell == cell.strip() != "" for cell in row), row
        act, actors, verb, noun = row
        assert set(actors) <= set("SLOFGCVJUM"), row
        assert re.match(r"[a-z]+(-[a-z]+)*( |$)", verb), f"the verb phrase begins with a verb in its plain form: {row}"
        assert set(re.findall(r"\{[^}]*\}", verb + noun)) <= SLOTS, row


def test_every_act_and_mode_is_in_the_codebook() -> None:
    book = Codebook.load("plover")
    for act, *_ in ROWS:
        name, _, mode = act.partition("/")
        assert name in book.types, act
        assert not mode or mode in book.modes(name), act


def test_every_act_of_the_codebook_has_a_frame() -> None:
    assert {row[0].partition("/")[0] for row in ROWS} == set(Codebook.load("plover").types)


def test_no_frame_is_written_twice() -> None:
    assert len({tuple(row) for row in ROWS}) == len(ROWS)


def generator() -> ModuleType:
    """The generator's module; its inflections come from a library of the training extra."""
    pytest.importorskip("lemminflect")
    from training import variants

    return variants


@pytest.fixture
def tables(tmp_path: Path) -> Path:
    """A country table and a gazetteer in the open sets' formats, small and invented."""
    rows = [
        {"name": name, "demonyms": {"eng": {"m": demonym}}, "capital": [capital], "independent": True}
        for name, demonym, capital in (("Ruritania", "Ruritanian", "Strelsau"), ("Graustark", "Graustarkian", "Edelweiss"))
    ]
    for folder in ("countries_mledoze", "gazetteer_geonames"):
        (tmp_path / folder).mkdir()
    with gzip.open(tmp_path / "countries_mledoze" / "countries.jsonl.gz", "wt", encoding="utf-8") as out:
        out.writelines(json.dumps(row) + "\n" for row in rows)
    with gzip.open(tmp_path / "gazetteer_geonames" / "cities15000.tsv.gz", "wt", encoding="utf-8") as out:
        out.writelines(f"{n}\t{town}\t\t\t\t\t{people}\n" for n, (town, people) in enumerate((("Zenda", 400_000), ("Tarn", 12))))
    return tmp_path


def test_the_frames_are_read_as_they_stand() -> None:
    variants = generator()
    frames = variants.read_frames(FRAMES)
    assert [(f"{f.act}/{f.mode}" if f.mode else f.act, f.actors, f.verb, f.noun or "-") for f in frames] == [tuple(r) for r in ROWS]


def test_generated_sentences_slice_and_keep_to_the_codebook(tables: Path) -> None:
    variants = generator()
    book = Codebook.load("plover")
    drawn = variants.Variants(FRAMES, tables, seed=7).draw(1500)
    for example in drawn:
        text = example.text
        assert "{" not in text and "}" not in text and "  " not in text, text
        marked = [span[:2] for layer in example.spans.values() for span in layer]
        marked += [(t.start, t.end) for t in example.triggers] + [s for pair in example.pairs for s in (pair.source, pair.target)]
        for start, end in marked:
            assert 0 <= start < end <= len(text), text
            assert text[start:end] == text[start:end].strip(), (text, text[start:end])
        assert all(t.mode is None or t.mode in book.modes(t.act) for t in example.triggers)
        targets = {span[:2] for layer in example.spans.values() for span in layer}
        assert all(pair.target in targets for pair in example.pairs)
    assert {t.act for e in drawn for t in e.triggers} == set(book.types)
    assert len({t.status for e in drawn for t in e.triggers}) == 8


def test_one_seed_gives_one_set_of_sentences(tables: Path) -> None:
    variants = generator()
    first, again, other = (variants.Variants(FRAMES, tables, seed=seed).draw(30) for seed in (7, 7, 8))
    assert first == again != other
