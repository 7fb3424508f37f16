"""A user's own codebook: what works, and that a wrong one is refused with its file and key."""

import pytest

from detente.codebook import Codebook
from detente.errors import DetenteError


def write(folder, text):
    path = folder / "own.yaml"
    path.write_text(text, encoding="utf-8")
    return path


def test_extending_changes_only_what_it_says(tmp_path):
    path = write(tmp_path, "name: own\nextends: plover\ntypes:\n  SANCTION: {quad: 3}\n")
    own, plover = Codebook.load(path), Codebook.load("plover")
    assert own.derive("SANCTION", "happened").quad == 3
    assert own.modes("SANCTION") == plover.modes("SANCTION")
    assert own.derive("CONSULT", "planned") == plover.derive("CONSULT", "planned")


def test_an_ontology_of_its_own(tmp_path):
    text = """
name: two
types:
  GOOD: {quad: 2, score: 5}
  BAD: {quad: 4, score: -5, modes: {war: {score: -9}}}
rules:
  - {acts: [ASSAULT], becomes: BAD/war}
  - {acts: [PROTEST, SANCTION, MOBILIZE, COERCE, REQUEST, ACCUSE, REJECT, THREATEN], becomes: BAD}
  - {becomes: GOOD}
"""
    book = Codebook.load(write(tmp_path, text))
    assert book.derive("ASSAULT", "happened", "drone")[:4] == ("BAD", "war", 4, -9)
    assert book.derive("ASSAULT", "happened", "drone").cameo == "195"
    assert book.derive("AID", "planned").type == "GOOD"


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("name: own\n", "types"),
        ("name: own\nextends: plover\ntypes:\n  AID: {quad: five}\n", r"types\.AID\.quad: Expected"),
        ("name: own\nextends: plover\ntypes:\n  AID: {quad: 7}\n", r"types\.AID\.quad: Invalid"),
        (
            "name: own\nextends: plover\ntypes:\n  PROTEST: {modes: {demo: {score: x}}}\n",
            r"types\.PROTEST\.modes\.demo\.score",
        ),
        ("name: own\nextends: plover\ncolours: {}\n", "colours"),
        (
            "name: own\nextends: plover\ntypes: {}\nrules: [{becomes: FIGHT}]\n",
            r"rules\[0\].becomes: unknown type FIGHT",
        ),
        ("name: own\nextends: plover\ntypes: {}\nrules: [{becomes: AID/fast}]\n", "AID has no mode fast"),
        ("name: own\nextends: plover\ntypes: {}\nrules: [{becomes: AID, contexts: [moon]}]\n", "unknown context moon"),
        ("name: own\nextends: plover\ntypes: {}\nrules: [{becomes: AID, statuses: [maybe]}]\n", "statuses"),
        ("name: own\nextends: plover\ntypes: {AID: {score: 11}}\n", "types.AID: a score"),
        ("name: own\nextends: plover\nwithout: [AID]\ntypes: {}\n", "no type for AID"),
        ("name: own\ntypes:\n  GOOD: {quad: 2, score: 5}\n", "no type for AGREE"),
        ("- 1\n", "no mapping"),
        ("name: [\n", "line 2"),
        ("name: own\nextends: own.yaml\ntypes: {}\n", "circle"),
        ("name: own\nextends: other.yaml\ntypes: {}\n", "other.yaml: no such codebook"),
    ],
)
def test_a_wrong_file_is_refused_with_file_and_key(tmp_path, text, key):
    path = write(tmp_path, text)
    with pytest.raises(DetenteError, match=key) as refused:
        Codebook.load(path)
    assert "own.yaml" in str(refused.value) or "other.yaml" in str(refused.value)
    assert refused.value.hint


def test_a_missing_file_is_named():
    with pytest.raises(DetenteError, match=r"nowhere\.yaml: no such codebook"):
        Codebook.load("nowhere.yaml")
