"""What is thought, wanted and judged, and contents beside reporting clauses, read by the lexicon and by rules."""

from __future__ import annotations

import pytest
from tests.unit.attribution.test_statement_drafts import parts, stage

from detente.attribution import draft_statements
from detente.attribution.lexicon import inflections, lexicon


@pytest.mark.parametrize(
    ("text", "attitude", "content"),
    [
        ("Obura fears that the port will close.", "thought", ["the port will close"]),
        ("Obura plans to reopen the port.", "wanted", ["to reopen the port"]),
        ("Obura opposes the tariff, which is new.", "judged", ["the tariff"]),
        ("Obura did not say whether the port would open.", "judged", ["whether the port would open"]),
        ("Obura's opposition to the tariff, which is old, grew.", "judged", ["the tariff"]),
    ],
)
def test_an_attitude_has_its_holder_and_content(text: str, attitude: str, content: list[str]) -> None:
    (draft,) = draft_statements(text, stage(text, ("Obura",)))
    assert draft.attitude == attitude and draft.speaker is not None
    assert parts(text, draft) == content


@pytest.mark.parametrize("text", ["The plans of Obura failed.", "His support was silent.", "The port is open."])
def test_nouns_alone_are_no_attitude(text: str) -> None:
    assert draft_statements(text, stage(text)) == []


def test_a_document_is_a_source_without_identity() -> None:
    text = "Most traders back the plan, according to a survey."
    (draft,) = draft_statements(text, stage(text))
    assert draft.speaker is None and draft.source is not None and text[slice(*draft.source)] == "a survey"
    assert parts(text, draft) == ["Most traders back the plan"]


def test_verbs_are_inflected() -> None:
    assert {tense: word for word, tense in inflections("deny")} == {"base": "deny", "s": "denies", "past": "denied", "ing": "denying"}
    assert {"planned", "planning", "hopes", "opposing", "knew"} <= lexicon().forms.keys()
