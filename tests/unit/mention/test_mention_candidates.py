"""From the model's mention spans to candidates: names, pronouns, forms of address, definiteness."""

from __future__ import annotations

import re

import pytest

from detente.mention import candidates
from detente.mention.candidates import Candidate
from detente.mention.extents import with_states
from detente.model.readings import Found, Reading
from detente.text import sentences


def one(words: str, kind: str = "PER", person: str | None = None) -> list[Candidate]:
    """The candidates of a sentence that is one mention; `person` are words that the name layer calls a person."""
    spans = {"mention": (Found(0, len(words), kind, 0.9),)}
    if person:
        start = words.index(person)
        spans["name"] = (Found(start, start + len(person), "PER", 0.9),)
    return candidates(words, [(0, len(words))], [Reading(spans=spans)])


@pytest.mark.parametrize(
    ("words", "person", "name"),
    [
        ("Mirela Obura", None, ("mirela", "obura")),
        ("the miners' spokeswoman Mirela Obura", None, ("mirela", "obura")),
        ("President Mirela Obura", "Mirela Obura", ("mirela", "obura")),
        ("Attaye ag Mossa", None, ("attaye", "ag", "mossa")),
        ("Ana de la Cruz", None, ("ana", "de", "la", "cruz")),
        ("de Vries", None, ("vries",)),
        ("President de Vries", None, ("vries",)),
        ("Obura's", None, ("obura",)),
        ("Obura’s", None, ("obura",)),
        ("the foreign minister", None, ()),
        ("the president of Kenya", None, ()),
        ("miner Mirela Obura of Kenya", None, ("mirela", "obura")),
        ("President Mirela Obura of Kenya", "Mirela Obura", ("mirela", "obura")),
        ("King of Arms Mirela Obura", "Mirela Obura", ("mirela", "obura")),
        ("She", None, ()),
        ("Noor Al-Dabbas", None, ("noor", "al-dabbas")),
        ("an adviser to Obura", None, ()),
        ("an adviser to Obura", "Obura", ()),
        ("the member for the Obura", "Obura", ()),
        ("the chief of staff to Obura", "Obura", ()),
        ("One of them", None, ()),
    ],
)
def test_the_name_is_the_capitalised_end(words: str, person: str | None, name: tuple[str, ...]) -> None:
    assert [c.name for c in one(words, person=person)] == [name]


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("members of the Guild", ()),
        ("the Council of his rivals", ("council",)),
        ("the Bank of Ruritania", ("ruritania",)),
        ("Employers", ()),  # a noun for people that opens the sentence
        ("Rowers", ("rowers",)),  # who may be a band
    ],
)
def test_the_name_of_a_body(words: str, name: tuple[str, ...]) -> None:
    assert [c.name for c in one(words, "ORG")] == [name]


def test_a_word_that_stands_small_elsewhere_is_no_name() -> None:
    text = "Rowers met. Ana saw rowers."
    [first, _] = candidates(text, sentences(text), [Reading(spans={"mention": (Found(0, 6, "GRP", 0.9),)}), Reading(spans={"mention": (Found(8, 14, "GRP", 0.9),)})])
    assert first.name == ()


def test_a_bare_both_is_a_mention() -> None:
    assert [c.text for c in one("both", "GRP")] == ["both"]


def test_what_stands_between_two_mentions() -> None:
    text = "Ana Obura met the miners."
    spans = (Found(0, 9, "PER", 0.9), Found(14, 24, "GRP", 0.9))
    first, second = candidates(text, [(0, len(text))], [Reading(spans={"mention": spans})])
    assert second.between(first) == " met "
    assert first.between(second) == ""


@pytest.mark.parametrize("word", ["who", "which", "that", "whose", "At", "at least", "then", "Nearly"])
def test_relative_pronouns_and_adverbs_are_no_mentions(word: str) -> None:
    assert one(word) == []


def test_punctuation_alone_is_no_mention() -> None:
    assert one("“”") == []


@pytest.mark.parametrize(
    ("words", "pronoun", "gender", "definite"),
    [
        ("He", "he", "m", False),
        ("her", "her", "f", False),
        ("They", "they", None, False),
        ("Mrs Obura", None, "f", False),
        ("Mr. Obura", None, "m", False),
        ("the minister", None, None, True),
        ("both countries", None, None, True),
        ("a minister", None, None, False),
        ("the Halvorsen Front", None, None, False),
    ],
)
def test_what_form_says(words: str, pronoun: str | None, gender: str | None, definite: bool) -> None:
    (found,) = one(words)
    assert (found.pronoun, found.gender, found.definite) == (pronoun, gender, definite)


def test_offsets_are_the_articles_and_slice_to_the_words() -> None:
    text = "Talks ended late. Mirela Obura left for Vaduz."
    extents = sentences(text)
    start = text.index("Mirela") - extents[1][0]
    found = candidates(text, extents, [Reading(), Reading(spans={"mention": (Found(start, start + 12, "PER", 0.9),)})])
    assert [(c.text, c.sentence, text[c.start : c.end]) for c in found] == [("Mirela Obura", 1, "Mirela Obura")]


@pytest.mark.parametrize(
    ("words", "gender"),
    [
        ("Maria Obura", "f"), ("Tomas Varela", "m"), ("Noor Obura", None), ("Varela", None), ("the king's mother", "f"),
        ("the mother of the king", "f"), ("his sister Jan", "f"), ("the spokesman", "m"), ("the minister", None), ("Ms Jan Varela", "f"),
    ],
)  # fmt: skip
def test_gender_by_nouns_and_given_names(words: str, gender: str | None) -> None:
    assert [c.gender for c in one(words)] == [gender]


def test_a_name_and_its_apposition_are_two_mentions() -> None:
    assert [c.text for c in one("Ana Varela, head of the port")] == ["Ana Varela", "head of the port"]
    assert [c.text for c in one("the envoys of Chad, Mali and Niger")] == ["the envoys of Chad, Mali and Niger"]


def test_first_persons_are_mentions_unless_within_one() -> None:
    text = "We told our envoys that the US is with us."
    start = text.index("our")
    found = candidates(text, [(0, len(text))], [Reading(spans={"mention": (Found(start, start + 10, "GRP", 0.9),)})])
    assert [c.text for c in found] == ["We", "our envoys", "us"]


def test_what_is_quoted() -> None:
    text = 'We said "us" and “our” and us.\n“We go on.\nWe end."'
    found = candidates(text, [(0, len(text))], [Reading()])
    assert [(c.text, c.quoted) for c in found] == [("We", False), ("us", True), ("our", True), ("us", False), ("We", True), ("We", False)]


@pytest.mark.parametrize(
    ("text", "party", "kind", "found"),
    [
        ("The union said it would strike.", "The union", "ORG", ["The union", "it"]),
        ("The union left because it was late.", "The union", "ORG", ["The union"]),
        ("Kenya withdrew its envoy.", "Kenya", "GPE", ["Kenya", "its"]),
        ("Dockers blocked their gate.", "Dockers", "GRP", ["Dockers", "their"]),
        ("Rain fell and its noise woke dockers.", "dockers", "GRP", ["dockers"]),
        ("Rain fell on him.", "Rain", "ORG", ["Rain", "him"]),
    ],
)
def test_pronouns_that_follow_a_party_are_mentions(text: str, party: str, kind: str, found: list[str]) -> None:
    start = text.index(party)
    reading = Reading(spans={"mention": (Found(start, start + len(party), kind, 0.9),)})
    assert [c.text for c in candidates(text, [(0, len(text))], [reading])] == found


@pytest.mark.parametrize(
    ("marked", "whole"),
    [
        ("The fisheries minister on", "The fisheries minister"),
        ("Firemen and", "Firemen"),
        ("the transport minister,", "the transport minister"),
        ("Trade unionists in the", "Trade unionists"),
        ("the envoys of", "the envoys of Chad"),
        ("nine heads of", "nine heads of state"),
    ],
)
def test_spans_cut_off_in_the_middle_are_mended(marked: str, whole: str) -> None:
    text = f"{whole} {marked.removeprefix(whole)} met.".replace("  ", " ")
    reading = Reading(spans={"mention": (Found(0, len(marked), "GRP", 0.9),)})
    assert [c.text for c in candidates(text, [(0, len(text))], [reading])][:1] == [whole]


@pytest.mark.parametrize(
    ("text", "read", "whole"),
    [
        ("The rulers of Chad, Mali and Niger met.", "The rulers of Chad, Mali", "The rulers of Chad, Mali and Niger"),
        ("The ruler of Chad and Niger's army met.", "The ruler of Chad", "The ruler of Chad"),
        ("Envoys from Chad and Mali met.", "Envoys from", "Envoys from Chad and Mali"),
        ("Herders near Diffa left.", "Herders near", "Herders near Diffa"),
        ("Patients at Diffa left.", "Patients at", "Patients"),
        ("Chad's missions closed.", "Chad", "Chad's"),
        ("Chad's missions closed.", "Chad'", "Chad's"),
        ("A crowd of 50,000 sang.", "A crowd of 50", "A crowd of 50,000"),
        ("U.S. duties rose.", "U.S", "U.S."),
        ("U.S. duties rose.", "U.", "U.S."),
        ("The envoy in Port-au-Prince left.", "The envoy in Port-au-", "The envoy in Port-au-Prince"),
        ("Mora-Varela left.", "Mora", "Mora-Varela"),
        ("His brother-in-law left.", "His brother", "His brother-in-law"),
        ("Chad-bound lorries left.", "Chad", "Chad"),
        ("Chad-Niger talks ended.", "Chad", "Chad"),
        ("The Port Guild (PG) met.", "The Port Guild (PG", "The Port Guild (PG)"),
        ("The clerk (sorry, a guard) left.", "The clerk (", "The clerk"),
        ("Herders who lost goats left.", "Herders who lost", "Herders"),
        ("A clerk under suspicion left.", "A clerk under", "A clerk"),
        ("A team of U.N. monitors left.", "A team of U", "A team of U.N."),
        ("A team of U.N. monitors left.", "A team of", "A team of U.N."),
        ("An aide to President Ana Varela left.", "An aide to", "An aide to President Ana Varela"),
        ("Members to be named left.", "Members to", "Members"),
        ("US's envoys left.", "US", "US's"),
        ("The Chadian cabinet Friday met.", "The Chadian cabinet Friday", "The Chadian cabinet"),
        ("The Port Guild - it said - left.", "The Port Guild -", "The Port Guild"),
        ("Chad's port ``stays'' shut.", "Chad's port ``", "Chad's port"),
        ("It's said to leave.", "It's", "It"),
        ("They’ve left.", "They", "They"),
        ("A clerk suspected of theft left.", "A clerk suspected", "A clerk"),
        ("Guards loyal to Ana Varela left.", "Guards loyal to", "Guards loyal to Ana Varela"),
        ("A clerk suspected nothing.", "A clerk suspected", "A clerk suspected"),
        ("A U.S.-led raid failed.", "A U.S.-led", "U.S."),
        ("The UN-brokered talks failed.", "The UN-brokered", "UN"),
        ("A Chad-based agency left.", "A Chad-based", "A Chad-based agency"),
        ("The Chad-based Oil Board of Diffa left.", "The Chad-based", "The Chad-based Oil Board of Diffa"),
        ("Varela's Middle East plan failed.", "Varela's Middle", "Varela's"),
        ("Ship-owners left.", "Ship", "Ship-owners"),
        ("The prince-in-waiting left.", "The prince-in", "The prince-in-waiting"),
    ],
)
def test_a_mention_that_was_cut_off_is_mended(text: str, read: str, whole: str) -> None:
    reading = Reading(spans={"mention": (Found(0, len(read), "GRP", 0.9),)})
    assert [c.text for c in candidates(text, [(0, len(text))], [reading])] == [whole]


@pytest.mark.parametrize(
    ("text", "marks", "whole"),
    [
        ("Senior U.S. and Malian officials met.", ("Senior U.S.", "Malian officials"), ["Senior U.S. and Malian officials"]),
        ("The last Chadian and allied troops left.", ("The last Chadian", "allied troops"), ["The last Chadian and allied troops"]),
        ("A force of Chadian and Malian soldiers left.", ("A force of", "Chadian and Malian soldiers"), ["A force of Chadian and Malian soldiers"]),
        ("Chad and Malian officials met.", ("Chad", "Malian officials"), ["Chad", "Malian officials"]),
    ],
)
def test_states_that_share_a_noun_are_one_mention(text: str, marks: tuple[str, ...], whole: list[str]) -> None:
    spans = tuple(Found(text.index(words), text.index(words) + len(words), "GRP", 0.9) for words in marks)
    assert [c.text for c in candidates(text, [(0, len(text))], [Reading(spans={"mention": spans})])] == whole


@pytest.mark.parametrize(("text", "read", "whole"), [("The bases that house Chadian troops shut.", "house Chadian troops", "Chadian troops"),
     ("Clerks who blame Chad left.", "blame Chad", "Chad"), ("They said house prices in Chad fell.", "house prices in Chad", "house prices in Chad")])  # fmt: skip
def test_the_verb_of_a_relative_clause_is_no_part_of_a_mention(text: str, read: str, whole: str) -> None:
    first = text.index(read)
    reading = Reading(spans={"mention": (Found(first, first + len(read), "GRP", 0.9),)})
    assert [c.text for c in candidates(text, [(0, len(text))], [reading])] == [whole]


@pytest.mark.parametrize(("text", "found"), [("Gone.\n- Chad: it rained.", []), ("Gone.\n- Chad left.", ["Chad"]), ("Gone.\nChad: it rained.", ["Chad"]),
     ("Gone.\nDiffa - Chad left.", ["Chad"]), ("Gone.\nChad - it rained.", []),
     ("Gone.\nChad (AP) - It rained.", []), ("Gone.\nChad (it said) left.", ["Chad"])])  # fmt: skip
def test_the_label_of_an_item_is_nobody(text: str, found: list[str]) -> None:
    start = text.index("\n") + 1
    stop = text.index("Chad") + 4
    reading = Reading(spans={"mention": (Found(0, stop - start, "GPE", 0.9),)})
    assert [one.text for one in candidates(text, [(0, start - 1), (start, len(text))], [Reading(), reading])] == found


def test_the_letters_of_the_us_and_who_are_no_small_words() -> None:
    text = "US and WHO told us who left; the WHO paid US$40 to WHO's men."
    spans = tuple(Found(m.start(), m.end(), "GPE", 0.9) for m in re.finditer(r"\bUS\b", text))
    found = candidates(text, [(0, len(text))], [Reading(spans={"mention": spans})])
    assert [(one.text, one.pronoun) for one in found] == [("US", None), ("WHO", None), ("us", "us"), ("the WHO", None), ("WHO's", None)]
    assert [one.text for one in candidates("WHO LEFT?", [(0, 9)], [Reading()])] == []


def test_a_seat_in_brackets_is_nobody() -> None:
    text = "Sen. Ada Mills (D-Mo.) spoke."
    spans = tuple(Found(text.index(words), text.index(words) + len(words), "PER", 0.9) for words in ("Sen. Ada Mills", "D-Mo."))
    assert [one.text for one in candidates(text, [(0, len(text))], [Reading(spans={"mention": spans})])] == ["Sen. Ada Mills"]


@pytest.mark.parametrize(
    ("text", "marked", "found"),
    [
        ("Chilean President Ana Varela left.", ("Chilean", "President Ana Varela"), ["Chilean President Ana Varela"]),
        ("The Chilean foreign ministry spokesman Juan Mora left.", ("The Chilean", "foreign ministry spokesman Juan Mora"), ["The Chilean foreign ministry spokesman Juan Mora"]),
        ("U.S. President Ana Varela left.", ("President Ana Varela",), ["U.S. President Ana Varela"]),
        ("NZ PM Ana Varela left.", ("NZ", "PM Ana Varela"), ["NZ PM Ana Varela"]),
        ("Ask the Chilean Ana Varela knew.", ("the Chilean", "Ana Varela"), ["the Chilean", "Ana Varela"]),
        ("In Chile President Ana Varela left.", ("President Ana Varela",), ["President Ana Varela"]),
        ("The Ruritanian President Ana Varela left.", ("President Ana Varela",), ["President Ana Varela"]),
        ("The Chilean\n\nPresident Ana Varela left.", ("The Chilean", "President Ana Varela"), ["The Chilean", "President Ana Varela"]),
    ],
)
def test_a_state_right_before_an_office_is_part_of_the_mention(text: str, marked: tuple[str, ...], found: list[str]) -> None:
    spans = tuple(Found(text.index(words), text.index(words) + len(words), "PER", 0.9) for words in marked)
    assert [one.text for one in candidates(text, [(0, len(text))], [Reading(spans={"mention": spans})])] == found


def test_a_state_that_ends_another_mention_takes_no_mention_away() -> None:
    text = "Guards of the Chilean President Ana Varela"
    marked = [(0, 21, "GRP"), (14, 21, "GPE"), (22, len(text), "PER")]
    assert with_states(text, 0, marked) == marked


@pytest.mark.parametrize("words", ["who runs the port", "two of whom"])
def test_a_clause_of_a_relative_pronoun_is_no_mention(words: str) -> None:
    assert one(words, "GRP") == []


@pytest.mark.parametrize(
    ("text", "marked", "found"),
    [
        ("A harbour pilot Ana Mora left.", ("A harbour pilot", "Ana Mora"), ["A harbour pilot Ana Mora"]),
        ("His government fell.", ("His", "government"), ["His government"]),
        ("They told reporters he left.", ("reporters", "he"), ["reporters", "he"]),
        ("They gave them guards.", ("them", "guards"), ["them", "guards"]),
        ("They gave the clerk a guard.", ("the clerk", "a guard"), ["the clerk", "a guard"]),
        ("They told the clerk Chad paid.", ("the clerk", "Chad"), ["the clerk", "Chad"]),
        ("On May 14 pilots left.", ("14", "pilots"), ["14", "pilots"]),
        ("Mora-Varela left.", ("Mora", "Varela"), ["Mora-Varela"]),
        ("They met Reps. Jim Lind.", ("Reps", "Jim Lind"), ["Reps. Jim Lind"]),
        ("They met Ana. Jim Lind left.", ("Ana", "Jim Lind"), ["Ana", "Jim Lind"]),
    ],
)
def test_halves_of_a_mention_side_by_side_are_one(text: str, marked: tuple[str, ...], found: list[str]) -> None:
    spans = tuple(Found(text.rindex(words), text.rindex(words) + len(words), "PER", 0.9) for words in marked)
    ours = [one.text for one in candidates(text, [(0, len(text))], [Reading(spans={"mention": spans})])]
    assert [words for words in ours if words != "They"] == found


@pytest.mark.parametrize(
    ("text", "read", "name", "whole"),
    [
        ("A clerk in Abu Dhabi left.", "A clerk in Abu", "Abu Dhabi", "A clerk in Abu Dhabi"),
        ("San Pedro Guild left.", "Guild", "San Pedro Guild", "San Pedro Guild"),
        ("A clerk in Abu Dhabi left.", "A clerk", "Abu Dhabi", "A clerk"),
    ],
)
def test_a_mention_has_the_whole_of_a_name(text: str, read: str, name: str, whole: str) -> None:
    spans = {layer: (Found(text.index(words), text.index(words) + len(words), "ORG", 0.9),) for layer, words in (("mention", read), ("name", name))}
    assert [one.text for one in candidates(text, [(0, len(text))], [Reading(spans=spans)])] == [whole]


def test_a_figure_is_not_cut_at_its_comma() -> None:
    text = "Some 21,400 people left."
    reading = Reading(spans={"mention": (Found(text.index("400"), text.index(" left"), "GRP", 0.9),)})
    assert [one.text for one in candidates(text, [(0, len(text))], [reading])] == ["21,400 people"]


def test_who_wrote_the_text_is_no_mention() -> None:
    text = "Port shut\n\nBy Ana Mora and our staff\n\nPilots told Ana Mora that they left."
    extents = sentences(text)
    spans = [(text.index("Ana"), "PER"), (text.rindex("Ana"), "PER")]
    readings = [
        Reading(spans={"mention": tuple(Found(at - start, at - start + len("Ana Mora"), kind, 0.9) for at, kind in spans if start <= at < end)})
        for start, end in extents
    ]
    assert [(one.text, one.start) for one in candidates(text, extents, readings)] == [("Ana Mora", text.rindex("Ana"))]


def test_who_speaks_in_a_transcript_is_a_mention() -> None:
    text = "Q: Well?\nMORA-VARELA: Boats sail.\nQ: And then?\nMORA-VARELA: Ports open.\nHOST: Good.\n"
    extents = sentences(text)
    assert [one.text for one in candidates(text, extents, [Reading()] * len(extents))] == ["MORA-VARELA"] * 2


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Two died in an Israeli strike on a tent.", ["Israeli"]),
        ("Russian missile attacks went on, and U.S. raids.", ["Russian", "U.S."]),
        ("Overnight Russian strikes went on.", ["Russian"]),
        ("A South Korean raid failed.", ["South Korean"]),
        ("A Monday strike shut the port.", []),
    ],
)
def test_whose_an_attack_is_acts(text: str, found: list[str]) -> None:
    assert [one.text for one in candidates(text, [(0, len(text))], [Reading()])] == found
