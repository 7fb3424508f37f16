"""What is thought, wanted and judged, and contents beside reporting clauses, read by the lexicon and by rules."""

from __future__ import annotations

import pytest
from tests.unit.attribution.test_statement_drafts import parts, stage

from detente.actor import outlets
from detente.attribution import draft_statements
from detente.attribution.credit import credit
from detente.attribution.lexicon import inflections, lexicon
from detente.attribution.subjects import phrase_before


@pytest.mark.parametrize(
    ("text", "attitude", "content"),
    [
        ("Obura denies having shut the port.", "said", ["having shut the port"]),
        ("Obura denied the port was shut.", "said", ["the port was shut"]),
        ("Obura denied it on Monday.", "judged", ["it"]),
        ("Obura warned the port would close.", "said", ["the port would close"]),
        ("Obura hinted the port would close.", "said", ["the port would close"]),
        ("The port is shut, Obura complained; it stayed so.", "said", ["The port is shut"]),
        ("Obura fears that the port will close.", "thought", ["the port will close"]),
        ("Obura plans to reopen the port.", "wanted", ["to reopen the port"]),
        ("Obura opposes the tariff, which is new.", "judged", ["the tariff"]),
        ("Obura did not say whether the port would open.", "judged", ["whether the port would open"]),
        ("Obura's opposition to the tariff, which is old, grew.", "judged", ["the tariff"]),
        ("The tariff was opposed by Obura.", "judged", ["The tariff"]),
        ("Obura made an open call for talks.", "wanted", ["talks"]),
        ("Obura spoke to traders about the tariff.", "judged", ["the tariff"]),
        ("Obura vowed last month to reopen the port.", "wanted", ["to reopen the port"]),
        ("In rejecting the tariff, Obura smiled.", "judged", ["the tariff"]),
        ("Obura Finally Rejects Harbour Tariff", "judged", ["Harbour Tariff"]),
    ],
)
def test_an_attitude_has_its_holder_and_content(text: str, attitude: str, content: list[str]) -> None:
    (draft,) = draft_statements(text, stage(text, ("Obura",)))
    assert draft.attitude == attitude and draft.speaker is not None
    assert parts(text, draft) == content


@pytest.mark.parametrize("text", ["The plans of Obura failed.", "His support was silent.", "The port is open."])
def test_nouns_alone_are_no_attitude(text: str) -> None:
    assert draft_statements(text, stage(text)) == []


@pytest.mark.parametrize("source", ["State media", "Tarn state television", "Local newspapers"])
def test_media_without_a_name_are_a_source_and_the_outlet(source: str) -> None:
    text = f"{source} reported that the port is shut."
    (draft,) = draft_statements(text, stage(text))
    assert draft.attitude == "said" and draft.source is not None and text[slice(*draft.source)] == source
    assert credit([draft], text, outlets.find(text)) == [source]


def test_a_document_is_a_source_without_identity() -> None:
    text = "Most traders back the plan, according to a survey."
    (draft,) = draft_statements(text, stage(text))
    assert draft.speaker is None and draft.source is not None and text[slice(*draft.source)] == "a survey"
    assert parts(text, draft) == ["Most traders back the plan"]


def test_verbs_are_inflected() -> None:
    assert {tense: word for word, tense in inflections("deny")} == {"base": "deny", "s": "denies", "past": "denied", "ing": "denying"}
    assert {"planned", "planning", "hopes", "opposing", "knew"} <= lexicon().forms.keys()


@pytest.mark.parametrize(
    ("text", "source", "content"),
    [
        ("Several polls show Obura within two points of Varela.", "Several polls", ["Obura within two points of Varela"]),
        ("Some view the tariff as theft.", "Some", ["the tariff as theft"]),
        ("Only 7 percent oppose the tariff.", "Only 7 percent", ["the tariff"]),
    ],
)
def test_words_that_are_no_actor_hold_an_attitude(text: str, source: str, content: list[str]) -> None:
    (draft,) = draft_statements(text, stage(text))
    assert draft.source is not None and text[slice(*draft.source)] == source
    assert parts(text, draft) == content


def test_verbs_that_are_joined_have_one_subject() -> None:
    text = "Obura welcomed the talks, praised the traders and opposed the tariff."
    drafts = draft_statements(text, stage(text, ("Obura",)))
    assert [parts(text, draft) for draft in drafts] == [["the talks"], ["the traders"], ["the tariff"]]
    assert all(draft.speaker is not None and draft.speaker.text == "Obura" for draft in drafts)


def test_a_relative_clause_ends_where_its_sentence_goes_on() -> None:
    text = "Traders who want to close the port said that the sea is wide."
    wanted = next(draft for draft in draft_statements(text, stage(text, ("Traders",), ("said",), ("the sea is wide",))) if draft.attitude == "wanted")
    assert parts(text, wanted) == ["to close the port"]


def test_somebody_is_accused_by_nobody_named() -> None:
    text = "Obura is accused of closing the port."
    (draft,) = draft_statements(text, stage(text, ("Obura",)))
    assert (draft.attitude, draft.speaker, parts(text, draft)) == ("judged", None, ["Obura", "closing the port"])


@pytest.mark.parametrize(
    ("text", "attitude", "content"),
    [
        ("The port, Obura believes, will open in May.", "thought", ["The port", "will open in May"]),
        ("The port will open in May, Obura believes.", "thought", ["The port will open in May"]),
        ("The port was insured in May, records show.", "said", ["The port was insured in May"]),
        ("It is a wall that, records show, will cost millions.", "said", ["will cost millions"]),
        ("Poll: Most traders back the harbour tariff", "said", ["Most traders back the harbour tariff"]),
        ("A report by Obura that the port is shut was news.", "said", ["the port is shut was news"]),
        ("Lima denied a report by Obura that the port is shut.", "said", ["the port is shut"]),
    ],
)
def test_asides_headlines_and_reports_bring_contents(text: str, attitude: str, content: list[str]) -> None:
    people = tuple(name for name in ("Obura", "Lima") if name in text)
    (draft,) = draft_statements(text, stage(text, people))
    assert (draft.attitude, parts(text, draft)) == (attitude, content)
    assert draft.source is not None or (draft.speaker is not None and draft.speaker.text == "Obura")


@pytest.mark.parametrize("text", ["The port, the quay, fear and anger were there.", "He read of it in Tarn, The World Order, and left."])
def test_words_in_a_list_are_no_aside(text: str) -> None:
    assert draft_statements(text, stage(text)) == []


def test_who_is_quoted_by_an_outlet_is_not_judged() -> None:
    text = "Reuters cited Obura as saying that the port would open in May."
    content = "the port would open in May"
    relations = {("speaker", "saying", "Obura"): 0.9}
    (draft,) = draft_statements(text, stage(text, ("Reuters", "Obura"), ("saying",), (content,), relations))
    assert draft.attitude == "said" and parts(text, draft) == [content]


@pytest.mark.parametrize(("words", "first"), [("It is the known answer", 10), ("30 million in the quarter from the announced pact", 35), ("a need to address", 10)])
def test_what_another_word_belongs_behind_is_no_source(words: str, first: int) -> None:
    assert phrase_before(words, first) is None


@pytest.mark.parametrize(
    ("text", "people"),
    [
        ("Britain, the United States, Iceland and Chad gave it money.", ("Britain", "Iceland", "Chad")),
        ("Norway fired on alleged camps in Chad.", ("Norway", "Chad")),
        ("A group called the Free Dockers left.", ("A group",)),
    ],
)
def test_states_and_names_and_what_is_alleged_are_no_speech(text: str, people: tuple[str, ...]) -> None:
    assert draft_statements(text, stage(text, people)) == []
