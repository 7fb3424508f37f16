"""PLOVER 2.0 is whole, and its variants and contexts follow the rules."""

import pytest

from detente.codebook import Codebook
from detente.errors import UsageError
from detente.evaluate.checks import SECTORS
from detente.records import STATUSES

BOOK = Codebook.load("plover")


def test_counts_are_plovers():
    assert len(BOOK.types) == 16
    assert sum(len(BOOK.modes(name)) for name in BOOK.types) == 67
    assert len(BOOK.contexts) == 37
    assert set(BOOK.sectors) == SECTORS
    assert set(BOOK.data.international) == {"IGO", "UNO", "EUR", "NGO", "ISM", "IMG", "MNC"}
    assert BOOK.data.partially_recognised["Transnistria"] == "MDA"


def test_quads_and_recipients():
    quads = {quad: [name for name in BOOK.types if BOOK.type(name).quad == quad] for quad in (1, 2, 3, 4)}
    assert quads[1] == ["AGREE", "CONSULT", "SUPPORT", "CONCEDE"]
    assert quads[2] == ["COOPERATE", "AID", "RETREAT"]
    assert quads[3] == ["REQUEST", "ACCUSE", "REJECT", "THREATEN"]
    assert quads[4] == ["PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT"]
    assert [name for name in BOOK.types if BOOK.type(name).recipient_required] == ["COOPERATE", "AID", "SANCTION"]


def test_everything_is_described():
    described = [BOOK.type(name).gist for name in BOOK.types]
    described += [mode.gist for name in BOOK.types for mode in BOOK.type(name).modes.values()]
    described += [*BOOK.data.contexts.values(), *BOOK.data.sectors.values(), *BOOK.data.international.values()]
    described += [rule.why for book in (BOOK, Codebook.load("plover-2021")) for rule in book.data.rules]
    assert all(described)


def test_rules_know_the_statuses_of_the_corpus():
    from detente.codebook import shape

    assert shape.STATUSES == STATUSES


def test_contexts_settle():
    assert BOOK.settle_contexts("COERCE", "cyber", ["economic"]) == ("economic", "cyber")
    assert BOOK.settle_contexts("ACCUSE", None, ["corruption", "crime"]) == ("corruption",)
    assert BOOK.settle_contexts("ACCUSE", None, ["cyber", "crime"]) == ("cyber", "crime")


def test_polecat_names():
    polecat = BOOK.variant("polecat")
    assert sum(len(polecat.modes(name)) for name in BOOK.types) == 73
    assert polecat.mode("ASSAULT", "targeted") == "assassinate"
    assert polecat.mode("ASSAULT", "targeted", "202") == "massacre"
    assert polecat.mode("PROTEST", "vandalize") is None
    assert polecat.mode("COERCE", "restrict", "1722") == "ban"
    assert polecat.mode("COERCE", "restrict") == "restrict"
    assert polecat.mode_back("ASSAULT", "massacre") == "targeted"
    assert polecat.mode_back("RETREAT", "return") is None
    assert polecat.context("pro_democracy") == "pro-democracy"
    assert polecat.context_back("natural_resources") == "natural_resource"
    for name in BOOK.types:
        for mode in BOOK.modes(name):
            if (name, mode) != ("PROTEST", "vandalize"):
                assert polecat.mode_back(name, polecat.mode(name, mode)) == mode


def test_unknown_names_are_refused():
    with pytest.raises(UsageError, match="no such type"):
        BOOK.modes("FIGHT")
    with pytest.raises(UsageError, match="no variant"):
        BOOK.variant("html")
