"""The verbs of the phrases in the forms that the sentences need."""

from __future__ import annotations

import pytest

from detente.brief.grammar import ing, past
from detente.brief.phrases import PHRASES


@pytest.mark.parametrize(
    ("phrase", "was", "going"),
    [
        ("hold talks", "held talks", "holding talks"),
        ("deny it", "denied it", "denying it"),
        ("seize property", "seized property", "seizing property"),
        ("be arrested", "was arrested", "being arrested"),
        ("expel {r}", "expelled {r}", "expelling {r}"),
        ("step back", "stepped back", "stepping back"),
        ("withdraw representatives", "withdrew representatives", "withdrawing representatives"),
        ("withhold services", "withheld services", "withholding services"),
        ("raid or ~seize property", "raided or seized property", "raiding or seizing property"),
        ("carry out an attack", "carried out an attack", "carrying out an attack"),
        ("see a withdrawal", "saw a withdrawal", "seeing a withdrawal"),
    ],
)
def test_the_first_word_takes_the_tense_in_a_form_of_its_own(phrase: str, was: str, going: str) -> None:
    assert past(phrase) == was and ing(phrase) == going


def test_a_stressed_vowel_before_a_single_consonant_doubles_it() -> None:
    """Of the verbs used, those that end like "step" or "expel" are told apart by hand; a new one must be added there."""
    single = {"visit", "open", "order", "censor", "boycott", "riot", "cooperate", "gain", "threaten"}  # the stress lies elsewhere, or two letters end it
    for forms in PHRASES.values():
        for form in filter(None, (forms.to, forms.alone, forms.land)):
            verb, told = form.split()[0], past(form).split()[0]
            short = len(verb) > 2 and verb[-1] in "bdglmnprt" and verb[-2] in "aeiou" and verb[-3] not in "aeiou"
            assert not short or told != verb + "ed" or verb in single, verb
