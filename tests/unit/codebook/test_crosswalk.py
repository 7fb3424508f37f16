"""CAMEO to PLOVER and back."""

import pytest

from detente.codebook import Codebook, Crosswalk

BOOK = Codebook.load("plover")
WALK = Crosswalk.load()


def test_every_code_is_text_and_leads_into_the_codebook():
    assert len(WALK.codes) == 256
    for code, found in WALK.codes.items():
        assert isinstance(code, str) and code.isdigit() and 3 <= len(code) <= 4
        assert found.mode is None or found.mode in BOOK.modes(found.type)
        assert set(found.contexts) <= set(BOOK.contexts)


@pytest.mark.parametrize(
    ("code", "type_", "mode"),
    [
        ("0813", "CONCEDE", None),
        ("163", "SANCTION", "discontinue"),
        ("116", "SANCTION", "convict"),
        ("1322", "THREATEN", "restrict"),
        ("1712", "ASSAULT", "destroy"),
        ("201", "ASSAULT", "targeted"),
        ("175", "ASSAULT", None),
        ("19", "ASSAULT", None),
        ("0419", "CONSULT", "phone"),
    ],
)
def test_settled_codes(code, type_, mode):
    assert WALK.plover(code)[:2] == (type_, mode)


def test_humanitarian_and_democracy_have_their_names_of_today():
    assert WALK.codes["073"].contexts == ("human_security",)
    assert WALK.codes["0811"].contexts == ("pro_democracy",)
    assert WALK.plover("021") is None


@pytest.mark.parametrize(("act", "mode"), [(act, mode) for act in BOOK.types for mode in (None, *BOOK.modes(act))])
def test_there_and_back_keeps_the_type(act, mode):
    code = BOOK.derive(act, "happened", mode).cameo
    back = WALK.plover(code)
    # CAMEO has one root, 08, for what PLOVER splits into CONCEDE and RETREAT
    assert back.type == act or (act == "RETREAT" and code == "080")


@pytest.mark.parametrize(
    ("act", "mode", "status", "contexts", "code"),
    [
        ("CONSULT", "visit", "happened", (), "042"),
        ("CONSULT", None, "planned", (), "036"),
        ("COOPERATE", None, "planned", ("military",), "0312"),
        ("COOPERATE", None, "planned", ("military", "legal"), "031"),
        ("RETREAT", "release", "called_for", (), "1053"),
        ("RETREAT", "withdraw", "refused", (), "1246"),
        ("CONSULT", None, "refused", (), "125"),
        ("ASSAULT", "heavy-weapons", "conditional", (), "138"),
        ("SANCTION", "discontinue", "conditional", ("economic",), "1312"),
        ("ASSAULT", None, "happened", (), "180"),
        ("ASSAULT", None, "happened", ("military",), "190"),
    ],
)
def test_finest_sure_code(act, mode, status, contexts, code):
    assert BOOK.derive(act, status, mode, contexts=contexts).cameo == code


def test_older_conventions_keep_the_cameo_code_of_the_act():
    assert Codebook.load("plover-2021").derive("RETREAT", "happened", "release").cameo == "0841"


def test_all_finest_codes_exist():
    assert set(WALK._finest.values()) <= set(WALK.codes)
