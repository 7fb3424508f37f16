"""Contexts: the model's leaning, and the words of the sentence, the headline and the story that speak for one."""

from dataclasses import replace
from pathlib import Path

from tests.unit.event.telling import Act, tell

from detente.codebook import Codebook
from detente.event.contexts import FEATURES, Contexts, Weights, _words, load
from detente.event.drafts import Draft

LEANING = dict.fromkeys(Codebook.load("plover").contexts, -4.0)
BALLOT = "Ruritania delays its ballot\n\nThe army met voters in Lamu before the referendum."


def leaning(text: str, words: str, **odds: float) -> Draft:
    (draft,) = tell(text, Act(words, "CONSULT"))[1]
    draft.predicate = replace(draft.predicate, contexts=("economic",), leaning=LEANING | odds)
    return draft


def test_words_beside_an_act_speak_for_its_context() -> None:
    assert Contexts(BALLOT).of([leaning(BALLOT, "met", diplomatic=-0.5)])[0][0] == "election"


def test_the_model_decides_where_no_word_speaks() -> None:
    text = "Ruritania waits\n\nObura met Varela in Lamu."
    assert Contexts(text).of([leaning(text, "met", diplomatic=0.5)])[0] == ("diplomatic",)
    assert Contexts(text).of([leaning(text, "met", diplomatic=-0.5)])[0] == ()
    assert Contexts(text).of([leaning(text, "met", diplomatic=3.0, economic=2.0)])[0] == ("diplomatic", "economic")


def test_without_a_leaning_the_contexts_stay() -> None:
    (draft,) = tell(BALLOT, Act("met", "CONSULT"))[1]
    assert Contexts(BALLOT).of([draft]) == [draft.predicate.contexts]


def test_words_speak_for_contexts_of_the_codebook() -> None:
    assert {context for contexts in _words().values() for context in contexts} == set(Codebook.load("plover").contexts)


def weights(**own: float) -> Weights:
    numbers = {"leaning": 1.0} | own
    return Weights(tuple(numbers.get(name.replace(" ", "_"), 0.0) for name in FEATURES), {}, {"CONSULT health": 5.0}, 0.5)


def test_weights_decide_by_the_act_and_by_what_the_other_acts_are_about() -> None:
    draft = leaning(BALLOT, "met", diplomatic=1.0)
    others = [leaning(BALLOT, "referendum", legal=3.0) for _ in range(3)]
    assert Contexts(BALLOT, [draft], weights()).of([draft])[0] == ("diplomatic", "health")
    assert Contexts(BALLOT, [draft, *others], weights(likeliest_of_acts=8.0)).of([draft])[0] == ("diplomatic", "legal", "health")


def test_what_speaks_for_a_context_is_told_for_each_one() -> None:
    draft = leaning(BALLOT, "met", diplomatic=1.0)
    (rows,) = Contexts(BALLOT, [draft]).rows([draft])
    assert rows.shape == (len(LEANING), len(FEATURES))
    named = dict(zip(FEATURES, rows[list(LEANING).index("election")].tolist(), strict=True))
    assert (named["sentence"], named["title"], named["likeliest"], named["first of the story"]) == (2, 1, 0.0, 1.0)


def test_a_folder_without_weights_has_none(tmp_path: Path) -> None:
    assert load(tmp_path) is None
