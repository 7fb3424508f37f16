"""The rules from act and status to the coded event, in PLOVER 2.0 and in the conventions of 2021."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from detente.codebook import Codebook
from detente.codebook.shape import STATUSES

BOOK = Codebook.load("plover")
OLD = Codebook.load("plover-2021")
PAIRS = [(act, mode) for act in BOOK.types for mode in (None, *BOOK.modes(act))]


@pytest.mark.parametrize(
    ("act", "mode", "status", "coded"),
    [
        ("CONSULT", "visit", "planned", ("AGREE", None)),
        ("AID", None, "conditional", ("AGREE", None)),
        ("COOPERATE", None, "planned", ("AGREE", None)),
        ("SUPPORT", None, "planned", ("AGREE", None)),
        ("RETREAT", "ceasefire", "planned", ("CONCEDE", None)),
        ("CONCEDE", None, "planned", ("CONCEDE", None)),
        ("AGREE", None, "conditional", ("AGREE", None)),
        ("ASSAULT", "drone", "conditional", ("THREATEN", "violence")),
        ("MOBILIZE", "troops", "planned", ("THREATEN", "violence")),
        ("COERCE", "arrest", "conditional", ("THREATEN", "arrest")),
        ("COERCE", "deport", "planned", ("THREATEN", "expel")),
        ("COERCE", "curfew", "planned", ("THREATEN", "restrict")),
        ("COERCE", "cyber", "planned", ("THREATEN", None)),
        ("SANCTION", "expel", "conditional", ("THREATEN", "expel")),
        ("SANCTION", "withdraw", "conditional", ("THREATEN", "relations")),
        ("SANCTION", "discontinue", "conditional", ("THREATEN", "relations")),
        ("PROTEST", "strike", "planned", ("THREATEN", "relations")),
        ("PROTEST", "obstruct", "planned", ("THREATEN", "restrict")),
        ("THREATEN", "violence", "planned", ("THREATEN", "violence")),
        ("ACCUSE", "allege", "conditional", ("ACCUSE", "allege")),
        ("RETREAT", "withdraw", "called_for", ("REQUEST", "yield")),
        ("CONCEDE", None, "called_for", ("REQUEST", "yield")),
        ("RETREAT", "resign", "called_for", ("REQUEST", "change")),
        ("CONSULT", None, "called_for", ("REQUEST", "meet")),
        ("AGREE", None, "called_for", ("REQUEST", "assist")),
        ("REQUEST", "meet", "called_for", ("REQUEST", "meet")),
        ("ACCUSE", "investigate", "called_for", ("REQUEST", "change")),
        ("CONSULT", "multilateral", "refused", ("REJECT", "meet")),
        ("PROTEST", "strike", "refused", ("CONCEDE", None)),
        ("RETREAT", "release", "refused", ("REJECT", "yield")),
        ("AID", None, "refused", ("REJECT", "assist")),
        ("REQUEST", "yield", "refused", ("REJECT", "yield")),
        ("REJECT", "meet", "refused", ("REJECT", "meet")),
        ("SANCTION", "discontinue", "refused", ("REJECT", "change")),
    ],
)
def test_status_decides_the_type(act, mode, status, coded):
    derived = BOOK.derive(act, status, mode)
    assert (derived.type, derived.mode) == coded


@pytest.mark.parametrize("status", ["happened", "ongoing", "possible", "denied"])
@pytest.mark.parametrize(("act", "mode"), PAIRS)
def test_what_is_or_is_denied_keeps_its_name(act, mode, status):
    derived = BOOK.derive(act, status, mode)
    assert (derived.type, derived.mode) == (act, mode)


def test_contexts_and_cameo_make_a_threat_precise():
    assert BOOK.derive("COERCE", "conditional", "seize", contexts=["territory"]).mode == "territory"
    assert BOOK.derive("ASSAULT", "planned", cameo="1382").mode == "territory"
    assert BOOK.derive("SANCTION", "conditional", "discontinue", contexts=["economic"]).mode == "restrict"
    assert BOOK.derive("SANCTION", "planned", "discontinue", cameo="163") == ("THREATEN", "restrict", 3, -3.0, "163")


def test_peacekeepers_are_no_threat():
    derived = [BOOK.derive("MOBILIZE", status, "troops", contexts=["peacekeeping"]) for status in STATUSES]
    coded = [(one.type, one.mode, one.cameo) for one in derived]
    assert coded[2:4] == [("AGREE", None, "0334")] * 2
    assert coded[5:7] == [("REQUEST", "assist", "1034"), ("REJECT", "assist", "1224")]
    assert {one[0] for one in (*coded[:2], coded[4], coded[7])} == {"MOBILIZE"}


def test_score_is_the_modes_else_the_types():
    assert BOOK.derive("CONSULT", "happened", "phone").score == 1.5
    assert BOOK.derive("PROTEST", "happened", "vandalize").score == -5
    assert BOOK.derive("REQUEST", "happened", "meet").score == 0
    assert BOOK.derive("ACCUSE", "happened").score == -3


@given(st.sampled_from(PAIRS), st.sampled_from(STATUSES), st.lists(st.sampled_from(BOOK.contexts), max_size=4))
def test_every_derivation_is_within_its_codebook(pair, status, contexts):
    for book in (BOOK, OLD):
        derived = book.derive(pair[0], status, pair[1], contexts=contexts)
        assert derived.type in book.types
        assert derived.mode is None or derived.mode in book.modes(derived.type)
        assert derived.quad == book.type(derived.type).quad
        assert -10 <= derived.score <= 10


@pytest.mark.parametrize(
    ("act", "mode", "status", "cameo", "contexts", "root"),
    [
        ("RETREAT", "release", "happened", None, (), "YIELD"),
        ("CONCEDE", None, "happened", None, (), "YIELD"),
        ("CONCEDE", None, "planned", None, (), "YIELD"),
        ("RETREAT", "withdraw", "planned", None, (), "AGREE"),
        ("RETREAT", "access", "happened", None, ("asylum",), "AID"),
        ("AID", None, "planned", None, (), "AID"),
        ("CONSULT", None, "planned", None, (), "AGREE"),
        ("SANCTION", "discontinue", "happened", "163", (), "COERCE"),
        ("SANCTION", "discontinue", "happened", None, (), "SANCTION"),
        ("SANCTION", "discontinue", "called_for", None, (), "ACCUSE"),
        ("SANCTION", "convict", "happened", None, (), "ACCUSE"),
        ("SANCTION", "convict", "happened", "173", (), "COERCE"),
        ("COERCE", "arrest", "conditional", None, (), "COERCE"),
        ("COERCE", "cyber", "happened", None, (), "ASSAULT"),
        ("COERCE", "restrict", "happened", "191", (), "ASSAULT"),
        ("COERCE", "seize", "happened", None, ("territory",), "ASSAULT"),
        ("MOBILIZE", "troops", "happened", None, ("peacekeeping",), "AID"),
        ("AGREE", None, "happened", None, (), "SUPPORT"),
        ("PROTEST", "boycott", "planned", None, (), "THREATEN"),
    ],
)
def test_older_conventions(act, mode, status, cameo, contexts, root):
    assert OLD.derive(act, status, mode, contexts=contexts, cameo=cameo).type == root


def test_older_codebook_has_fifteen_roots_and_one_yield():
    assert len(OLD.types) == 15
    assert not {"CONCEDE", "RETREAT"} & set(OLD.types)
    assert OLD.type("YIELD").quad == 2
    assert OLD.contexts == BOOK.contexts
