"""Sources as whole noun phrases, by the convention of the measured set."""

from __future__ import annotations

import pytest

from detente.evaluate.sets.sources import source_span


@pytest.mark.parametrize(
    ("text", "speaker", "cue", "source"),
    [
        ("Ana Obura, a docker from Tarn, said the port was shut.", "Ana Obura", "said", "Ana Obura, a docker from Tarn"),
        ("“We wait,” said Ana Obura, a docker from Tarn.", "Ana Obura", "said", "Ana Obura, a docker from Tarn"),
        ("“We wait,” said Ana Obura, who works in Tarn. “It is late.”", "Ana Obura", "said", "Ana Obura, who works in Tarn"),
        ("Sen. Ana Obura (P-Tarn) said the port was shut.", "Sen. Ana Obura", "said", "Sen. Ana Obura (P-Tarn)"),
        ("The port was shut, said Ana Obura, in a letter.", "Ana Obura", "said", "Ana Obura"),
        ("Ana Obura, in a letter, said the port was shut.", "Ana Obura", "said", "Ana Obura"),
        ("Ana Obura, on Friday, said the port was shut.", "Ana Obura", "said", "Ana Obura"),
        ("Her campaign manager, Ana Obura, said the port was shut.", "Ana Obura", "said", "Her campaign manager, Ana Obura"),
        ("Ana Obura, a docker, said the port was shut.", "a docker", "said", "Ana Obura, a docker"),
        ("On Friday, a docker, Lindt, said the port was shut.", "Lindt", "said", "Lindt"),
        ("He praised Ana Obura, who said the port was shut.", "Ana Obura", "said", "who"),
        ("People in the harbour said the port was shut.", "People", "said", "People in the harbour"),
        ("Obura in the harbour said the port was shut.", "Obura", "said", "Obura"),
        ("Officials on Monday said the port was shut.", "Officials", "said", "Officials"),
        ("Obura’s campaign said the port was shut.", "Obura’s", "said", "Obura’s campaign"),
        ("Obura went to the harbour, saying the port was shut.", "Obura", "saying", "Obura"),
        ("Mr. Obura said the port was shut.", "Mr", "said", "Mr. Obura"),
    ],
)
def test_a_source_is_the_whole_noun_phrase(text: str, speaker: str, cue: str, source: str) -> None:
    spans = [(text.index(words), text.index(words) + len(words)) for words in (speaker, cue)]
    start, end = source_span(text, spans[0], spans[1], (0, len(text)))
    assert text[start:end] == source


def test_a_source_without_a_cue_is_its_mention() -> None:
    assert source_span("Ana Obura, a docker: we wait.", (0, 9), None, (0, 29)) == (0, 9)


@pytest.mark.parametrize(
    ("text", "speaker", "cue", "source"),
    [
        ("According to Obura, it was never shut.", "Obura", "According to", "Obura"),
        ("According to Obura, a docker, it was never shut.", "Obura", "According to", "Obura, a docker"),
        ("Mr. Obura and Mr. Lindt said the port was shut.", "Mr. Lindt", "said", "Mr. Obura and Mr. Lindt"),
        ("The sun rose and Lindt said the port was shut.", "Lindt", "said", "Lindt"),
    ],
)
def test_joined_names_are_one_source_and_a_credit_ends_at_its_comma(text: str, speaker: str, cue: str, source: str) -> None:
    test_a_source_is_the_whole_noun_phrase(text, speaker, cue, source)
