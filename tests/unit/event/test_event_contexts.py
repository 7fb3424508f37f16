"""Contexts: the model's leaning, and the words of the sentence, the headline and the story that speak for one."""

from dataclasses import replace

from tests.unit.event.telling import Act, tell

from detente.codebook import Codebook
from detente.event.contexts import Contexts, _words
from detente.event.drafts import Draft

LEANING = dict.fromkeys(Codebook.load("plover").contexts, -4.0)
BALLOT = "Ruritania delays its ballot\n\nThe army met voters in Lamu before the referendum."


def leaning(text: str, words: str, **odds: float) -> Draft:
    (draft,) = tell(text, Act(words, "CONSULT"))[1]
    draft.predicate = replace(draft.predicate, contexts=("economic",), leaning=LEANING | odds)
    return draft


def test_words_beside_an_act_speak_for_its_context() -> None:
    assert Contexts(BALLOT).of(leaning(BALLOT, "met", diplomatic=-0.5))[0] == "election"


def test_the_model_decides_where_no_word_speaks() -> None:
    text = "Ruritania waits\n\nObura met Varela in Lamu."
    assert Contexts(text).of(leaning(text, "met", diplomatic=0.5)) == ("diplomatic",)
    assert Contexts(text).of(leaning(text, "met", diplomatic=-0.5)) == ()
    assert Contexts(text).of(leaning(text, "met", diplomatic=3.0, economic=2.0)) == ("diplomatic", "economic")


def test_without_a_leaning_the_contexts_stay() -> None:
    (draft,) = tell(BALLOT, Act("met", "CONSULT"))[1]
    assert Contexts(BALLOT).of(draft) == draft.predicate.contexts


def test_words_speak_for_contexts_of_the_codebook() -> None:
    assert {context for contexts in _words().values() for context in contexts} == set(Codebook.load("plover").contexts)
