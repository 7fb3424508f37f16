"""Statements from cues, marks and content: kinds, split quotations, scare quotes, credited outlets."""

from __future__ import annotations

from collections.abc import Mapping

import pytest

from detente.actor.outlets import OutletName
from detente.attribution import Draft, draft_statements
from detente.attribution.build import build_statement
from detente.attribution.credit import credit
from detente.attribution.extent import behind_dateline
from detente.attribution.reported import apply
from detente.event.build import Tellers
from detente.event.scene import Scene
from detente.model.readings import Found, Reading
from detente.records import Actor, Attribution, Mention
from detente.text import sentences


def stage(
    text: str,
    people: tuple[str, ...] = (),
    cues: tuple[str, ...] = (),
    contents: tuple[str, ...] = (),
    relations: Mapping[tuple[str, str, str], float] | None = None,
) -> list[Scene]:
    """The sentences of `text` with marked words; `relations` maps (kind, cue, target words) to probabilities."""
    made = []
    for index, (start, end) in enumerate(sentences(text)):
        words = text[start:end]

        def marked(layer: tuple[str, ...], kind: str, words: str = words, start: int = start, end: int = end) -> tuple[Found, ...]:
            spans = [(text.find(part), text.find(part) + len(part)) for part in layer]
            return tuple(Found(max(s, start) - start, min(e, end) - start, kind, 0.9) for s, e in spans if s >= 0 and s < end and start < e)

        def relation(kind: str, source: tuple[int, int], target: tuple[int, int], words: str = words) -> float:
            return (relations or {}).get((kind, words[slice(*source)], words[slice(*target)]), 0.0)

        mentions = tuple(
            Mention(f"m{n}", text.index(p), text.index(p) + len(p), p, "PER", p)
            for n, p in enumerate(people)
            if start <= text.index(p) < end
        )
        reading = Reading((), {"cue": marked(cues, "CUE"), "content": marked(contents, "CONTENT")}, relation)
        made.append(Scene(index, start, end, words, reading, mentions, (), (), None))
    return made


def parts(text: str, draft: Draft) -> list[str]:
    return [text[s:e] for s, e in draft.parts]


def said(cue: str, who: str) -> dict[tuple[str, str, str], float]:
    return {("speaker", cue, who): 0.9}


def test_a_direct_quotation_has_cue_and_speaker() -> None:
    text = "“We will sign the accord,” Obura said."
    (draft,) = draft_statements(text, stage(text, ("Obura",), ("said",), relations=said("said", "Obura")))
    assert (draft.kind, parts(text, draft)) == ("direct", ["We will sign the accord,"])
    assert draft.speaker is not None and draft.speaker.text == "Obura"
    assert draft.cue is not None and text[slice(*draft.cue)] == "said"


def test_reported_speech_is_indirect() -> None:
    text = "Obura said that the accord would be signed soon."
    content = "the accord would be signed soon"
    (draft,) = draft_statements(text, stage(text, ("Obura",), ("said",), (content,), said("said", "Obura")))
    assert (draft.kind, parts(text, draft)) == ("indirect", [content])


def test_reported_speech_with_quoted_words_is_mixed() -> None:
    text = "Obura said the accord was “a long way off” for now."
    content = "the accord was “a long way off” for now"
    (draft,) = draft_statements(text, stage(text, ("Obura",), ("said",), (content,), said("said", "Obura")))
    assert (draft.kind, parts(text, draft)) == ("mixed", [content])


def test_a_quotation_split_by_its_cue_is_one_statement() -> None:
    text = "“We will sign,” Obura said, “before the end of the month.”"
    (draft,) = draft_statements(text, stage(text, ("Obura",), ("said",), relations=said("said", "Obura")))
    assert parts(text, draft) == ["We will sign,", "before the end of the month."]
    assert draft.kind == "direct"


def test_scare_quotes_and_titles_are_no_statements() -> None:
    text = "The so-called “peace village” of Tarn held its “Night of Songs” again."
    assert draft_statements(text, stage(text, ("Tarn",))) == []


def test_a_quotation_without_cue_continues_the_speaker_before() -> None:
    text = "“We will sign the accord,” Obura said.\n\n“Nobody can stop us from doing so now.”"
    first, second = draft_statements(text, stage(text, ("Obura",), ("said",), relations=said("said", "Obura")))
    assert second.cue is None
    assert second.speaker is not None and second.speaker.text == "Obura"


def test_a_quotation_far_from_any_speaker_has_none() -> None:
    text = "“We will sign,” Obura said.\n\nIt rained.\n\nIt snowed.\n\nIt thawed.\n\n“Nobody can stop us from doing so now.”"
    drafts = draft_statements(text, stage(text, ("Obura",), ("said",), relations=said("said", "Obura")))
    assert [draft.speaker is None for draft in drafts] == [False, True]


def test_the_plainest_verbs_of_speech_are_cues_without_the_model() -> None:
    text = "“We will sign the accord,” Obura added."
    (draft,) = draft_statements(text, stage(text, ("Obura",), relations=said("added", "Obura")))
    assert draft.cue is not None and text[slice(*draft.cue)] == "added"
    assert draft.speaker is not None


def test_the_outlet_is_credited_while_somebody_speaks() -> None:
    text = "“We will sign the accord,” Obura said, the Tarn Gazette reported."
    outlet = OutletName(text.index("Tarn Gazette"), text.index(" reported"), "Tarn Gazette", None)
    relations = {
        **said("said", "Obura"),
        **said("reported", "the Tarn Gazette"),
        ("content", "reported", "We will sign the accord,"): 0.9,
        ("content", "said", "We will sign the accord,"): 0.4,
    }
    drafts = draft_statements(text, stage(text, ("Obura", "the Tarn Gazette"), ("said", "reported"), relations=relations), [outlet])
    (draft,) = drafts
    assert draft.speaker is not None and draft.speaker.text == "Obura"
    assert build(text, draft, [outlet]).outlet == "Tarn Gazette"


def test_an_outlet_speaks_where_nobody_else_does() -> None:
    text = "The accord is near, the Tarn Gazette reported."
    outlet = OutletName(text.index("Tarn Gazette"), text.index(" reported"), "Tarn Gazette", None)
    (draft,) = draft_statements(
        text, stage(text, ("the Tarn Gazette",), ("reported",), ("The accord is near",), said("reported", "the Tarn Gazette")), [outlet]
    )
    assert draft.speaker is not None and draft.speaker.text == "the Tarn Gazette"


def build(text: str, draft: Draft, outlets: list[OutletName]):
    def actors(chain: str, mention: Mention) -> tuple[Actor, ...]:
        return (Actor(text=mention.text, start=mention.start, end=mention.end, name=chain),)

    return build_statement(draft, "a-s1", text, actors, credit([draft], text, outlets)[0])


def test_an_outlet_inside_the_words_said_is_not_credited() -> None:
    text = "“The Tarn Gazette is wrong about us,” Obura said."
    outlet = OutletName(text.index("Tarn"), text.index(" is"), "Tarn Gazette", None)
    (draft,) = draft_statements(text, stage(text, ("Obura",), ("said",), relations=said("said", "Obura")), [outlet])
    assert build(text, draft, [outlet]).outlet is None


def test_the_record_slices_and_tells_for_its_events() -> None:
    text = "In Tarn, “we will sign,” Obura said, “before the end of the month.”"
    (draft,) = draft_statements(text, stage(text, ("Obura",), ("said",), relations=said("said", "Obura")))
    record = build(text, draft, [])
    assert text[record.start : record.end] == record.text
    assert record.cue is not None and text[record.cue.start : record.cue.end] == record.cue.text == "said"
    (attribution,) = Tellers([record]).around([(text.index("sign"), text.index("sign") + 4)])
    assert attribution == Attribution(speaker=record.speaker, outlet=None, statement="a-s1")
    assert [text[s:e] for s, e in record.parts] == ["we will sign,", "before the end of the month."]
    assert Tellers([record]).around([(text.index("Obura"), text.index(" said"))]) == []


def test_no_sentences_no_statements() -> None:
    assert draft_statements("", []) == []


def test_content_that_breaks_off_runs_to_the_end_of_its_clause() -> None:
    text = "Obura said its forces would stay and that the border should be drawn anew, but Varela left."
    (draft,) = draft_statements(text, stage(text, ("Obura",), ("said",), ("its forces would",), said("said", "Obura")))
    assert parts(text, draft) == ["its forces would stay and that the border should be drawn anew"]


@pytest.mark.parametrize(
    "dateline",
    [
        "OSLO, 3 March 2031 – ", "NEW TARN (Fjord Wire) - ", "OSLO, March 3 (Fjord Wire) -- ", "OSLO/LIMA, March 3 - ", "OSLO | 3 March 2031 — ",
        "OSLO, Norway (FW) March 3, 2031 -- ", "SÃO PAULO (FW) — ", "Lima, Peru - ", "Lima, 4 May – ",
        "UPDATE 1-", "BREAKING: ", "Exclusive - ", "Opinion | ", "URGENT: OSLO, 3 March – ", "Update 2: ",
    ],
)  # fmt: skip
def test_a_dateline_is_none_of_the_content(dateline: str) -> None:
    assert behind_dateline(dateline + "The two will meet, the ministry said.") == len(dateline)


@pytest.mark.parametrize("text", ["Ana Obura, Trade Minister – once – left.", "NATO and its members - all of them - agreed.", "UN officials left.", "Live music was played.", "Update: none.", "It was “OSLO – a love story”, he said."])
def test_capitals_alone_are_no_dateline(text: str) -> None:
    assert behind_dateline(text) == 0


def test_content_before_its_cue_runs_to_the_comma() -> None:
    text = "The two will meet on Friday (Dec. 15), Obura announced on Monday."
    (draft,) = draft_statements(text, stage(text, ("Obura",), ("announced",), ("The two will meet on Friday (",), said("announced", "Obura")))
    assert parts(text, draft) == ["The two will meet on Friday (Dec. 15)"]


def test_a_verb_of_speech_with_that_has_content_without_the_model() -> None:
    text = "Obura warned that the truce would not hold; Varela denied that it had failed."
    relations = {**said("warned", "Obura"), **said("denied", "Varela")}
    drafts = draft_statements(text, stage(text, ("Obura", "Varela"), relations=relations))
    assert [parts(text, draft) for draft in drafts] == [["the truce would not hold"], ["it had failed"]]
    assert [draft.speaker.text for draft in drafts if draft.speaker] == ["Obura", "Varela"]


def test_a_joined_verb_of_speech_has_the_subject_of_the_first() -> None:
    text = "Obura backed the plan and added that “the rest will be settled soon.”"
    judged, draft = draft_statements(text, stage(text, ("Obura",)))
    assert draft.speaker is not None and draft.speaker.text == "Obura" and draft.attitude == "said"
    assert judged.attitude == "judged" and parts(text, judged) == ["the plan"]


def test_a_joined_warning_has_the_subject_of_the_first_verb() -> None:
    text = "Obura invited the dockers to Lima but warned that all of them might be fired."
    content = "all of them might be fired"
    drafts = draft_statements(text, stage(text, ("Obura", "the dockers"), ("warned",), (content,), {("content", "warned", content): 0.9}))
    told = {text[slice(*d.cue)]: d for d in drafts if d.cue}
    assert (speaker := told["warned"].speaker) is not None and speaker.text == "Obura"
    assert parts(text, told["warned"]) == [content]


def test_a_participle_behind_a_comma_is_of_whom_the_clause_is_about() -> None:
    text = "Obura sent the dockers to Lima before Varela left, saying that all of them were fired."
    content = "all of them were fired"
    marked = stage(text, ("Obura", "the dockers", "Varela"), ("saying",), (content,), {("content", "saying", content): 0.9})
    told = {text[slice(*d.cue)]: d for d in draft_statements(text, marked) if d.cue}
    assert (speaker := told["saying"].speaker) is not None and speaker.text == "Varela"


def test_what_one_verb_quotes_is_not_said_by_the_verb_joined_behind() -> None:
    text = "Obura condemned “this crime” and promised that it would be punished."
    relations = said("promised", "Obura") | {("content", "promised", "this crime"): 0.9, ("content", "promised", "it would be punished"): 0.9}
    drafts = draft_statements(text, stage(text, ("Obura",), ("promised",), ("this crime", "it would be punished"), relations))
    told = {text[slice(*d.cue)]: parts(text, d) for d in drafts if d.cue}
    assert told["promised"] == ["it would be punished"]


@pytest.mark.parametrize(("verb", "who"), [("would meet in Lima", "Obura"), ("met in Lima", "the two ministers")])
def test_a_past_form_joined_behind_a_modal_goes_back_to_the_speaker_before(verb: str, who: str) -> None:
    text = f"Obura said the two ministers {verb} and added that “more would come.”"
    relations = said("said", "Obura") | said("added", "the two ministers")
    drafts = draft_statements(text, stage(text, ("Obura", "the two ministers"), ("said", "added"), relations=relations))
    told = {text[slice(*d.cue)]: d.speaker for d in drafts if d.cue}
    assert (speaker := told["added"]) is not None and speaker.text == who


def test_who_is_warned_does_not_speak() -> None:
    text = "Obura was warned of “strong economic and other measures” by Varela if the shelling went on."
    relations = {**said("warned", "Obura"), ("content", "warned", "strong economic and other measures"): 0.9}
    (draft,) = draft_statements(text, stage(text, ("Obura", "Varela"), ("warned",), ("strong economic and other measures",), relations))
    assert draft.speaker is not None and draft.speaker.text == "Varela"


def test_who_is_told_something_by_nobody_named_does_not_say_it() -> None:
    text = "Obura was warned that the port was shut, Varela said."
    drafts = draft_statements(text, stage(text, ("Obura", "Varela"), ("warned", "said"), ("the port was shut",), said("warned", "Obura") | said("said", "Varela")))
    assert "Obura" not in [d.speaker.text for d in drafts if d.speaker]


def test_what_somebody_is_called_in_quotation_marks_is_a_statement_without_the_model() -> None:
    text = "Obura again referred to Varela as his “old comrade”. Varela branded the plan a “theft of the river”."
    drafts = draft_statements(text, stage(text, ("Obura", "Varela")))
    assert [parts(text, draft) for draft in drafts] == [["old comrade"], ["theft of the river"]]
    assert [draft.speaker.text for draft in drafts if draft.speaker] == ["Obura"]  # Varela's first mention is in the other sentence


def test_the_name_of_a_thing_is_no_statement() -> None:
    text = "A group called “Free Tarn” met. The so-called “people's council” was silent."
    assert draft_statements(text, stage(text)) == []


def test_content_before_its_cue_begins_with_its_sentence() -> None:
    text = "All of the deals that are ready are likely to wait until May, Obura told reporters."
    found = draft_statements(text, stage(text, ("Obura",), ("told",), ("ready are likely to wait until May",), said("told", "Obura")))
    assert [parts(text, draft) for draft in found] == [["All of the deals that are ready are likely to wait until May"]]


def test_content_after_a_clause_of_its_own_begins_where_the_model_says() -> None:
    text = "Varela left, and the deals are likely to wait, Obura told reporters."
    found = draft_statements(text, stage(text, ("Obura",), ("told",), ("the deals are likely to wait",), said("told", "Obura")))
    assert [parts(text, draft) for draft in found] == [["the deals are likely to wait"]]


def test_a_quotation_in_a_quotation_has_its_own_speaker() -> None:
    text = "“I asked for water. Varela told the guard: ‘Not before night.’ Then he left us,” Obura said."
    relations = said("said", "Obura") | said("told", "Varela")
    outer, nested = draft_statements(text, stage(text, ("Obura", "Varela"), ("said", "told"), relations=relations))
    assert outer.speaker is not None and outer.speaker.text == "Obura"
    assert parts(text, nested) == ["Not before night."]
    assert nested.speaker is not None and (nested.speaker.text, nested.kind) == ("Varela", "direct")


def test_what_somebody_might_say_in_a_quotation_is_an_example() -> None:
    text = "“Varela says ‘not now’ every time he is asked about it,” Obura said."
    relations = said("said", "Obura") | said("says", "Varela")
    (draft,) = draft_statements(text, stage(text, ("Obura", "Varela"), ("said", "says"), relations=relations))
    assert draft.speaker is not None and draft.speaker.text == "Obura"


def test_the_name_of_a_work_in_a_phrase_is_no_statement() -> None:
    text = "In the book “The Long Night of Rivers” Obura said that the dam would break."
    (draft,) = draft_statements(text, stage(text, ("Obura",), ("said",), ("the dam would break",), said("said", "Obura")))
    assert parts(text, draft) == ["the dam would break"]


def test_words_that_go_on_with_a_phrase_do_not_join_what_was_said_before() -> None:
    text = "“We will see,” Obura said. On Monday she met envoys “who embody the spirit of our union.”"
    first, *_ = draft_statements(text, stage(text, ("Obura",), ("said",), relations=said("said", "Obura")))
    assert parts(text, first) == ["We will see,"]


def test_who_acts_before_a_quotation_says_it() -> None:
    text = "“It goes in here and out there,” Varela said. Obura shook her head. “He is better at it than I am.”"
    first, second = draft_statements(text, stage(text, ("Varela", "Obura"), ("said",), relations=said("said", "Varela")))
    assert parts(text, first) == ["It goes in here and out there,"]
    assert second.speaker is not None and second.speaker.text == "Obura"


def test_a_paragraph_of_quotation_goes_on_with_the_one_before() -> None:
    text = "Obura said: “The port will open.”\n\n“And it will stay open for all of us.”"
    (draft,) = draft_statements(text, stage(text, ("Obura",), ("said",), relations=said("said", "Obura")))
    assert parts(text, draft) == ["The port will open.", "And it will stay open for all of us."]


def test_a_clause_that_a_quotation_ends_is_said_whole() -> None:
    text = "The plan came late and “it will stay late,” Obura said."
    (draft,) = draft_statements(text, stage(text, ("Obura",), ("said",), relations=said("said", "Obura")))
    assert (draft.kind, parts(text, draft)) == ("mixed", ["The plan came late and “it will stay late,"])


def test_when_it_was_said_is_not_said() -> None:
    text = "Obura said, “We will see,” when asked about the vote in May."
    contents = ("“We will see,” when asked about the vote in May",)
    draft, *_ = draft_statements(text, stage(text, ("Obura",), ("said",), contents, said("said", "Obura")))
    assert parts(text, draft) == ["We will see,"]


def test_a_verb_before_a_colon_and_a_quotation_is_a_cue() -> None:
    text = "“It is late,” Varela said. Obura demurred: “Whichever one I am in.”"
    first, second = draft_statements(text, stage(text, ("Varela", "Obura"), ("said",), relations=said("said", "Varela")))
    assert (parts(text, first), parts(text, second)) == (["It is late,"], ["Whichever one I am in."])
    assert second.speaker is not None and second.speaker.text == "Obura"


def test_a_content_over_two_sentences_ends_at_the_cue_joined_on() -> None:
    text = "Obura said that the port opens and added that the sea is wide. The sea is deep."
    scene, _ = stage(text)
    at = [text.index(word) for word in ("said", "the port", "added")]
    first = Draft(scene, (at[0], at[0] + 4), None, [(at[1], len(text))])
    other = Draft(scene, (at[2], at[2] + 5), None)
    apply([first, other])
    assert parts(text, first) == ["the port opens"]
    assert parts(text, other) == ["the sea is wide."]


def test_whom_it_is_said_to() -> None:
    text = "Obura told Varela that you cannot trust the wind."
    (draft,) = draft_statements(text, stage(text, ("Obura", "Varela"), ("told",), ("you cannot trust the wind",), said("told", "Obura")))
    assert draft.hearer is not None and draft.hearer.text == "Varela"


def test_an_outlet_hears_and_is_not_addressed() -> None:
    text = "Obura told Varela that you cannot trust the wind."
    scenes = stage(text, ("Obura", "Varela"), ("told",), ("you cannot trust the wind",), said("told", "Obura"))
    start = text.index("Varela")
    (draft,) = draft_statements(text, scenes, (OutletName(start, start + 6, "Varela", None),))
    assert draft.hearer is None


def test_the_cue_has_what_leads_to_it() -> None:
    text = "Obura has since said that the port would open."
    (draft,) = draft_statements(text, stage(text, ("Obura",), ("said",), ("the port would open",), said("said", "Obura")))
    record = build_statement(draft, "a-s1", text, lambda chain, mention: (), None)
    assert record.cue is not None and record.cue.text == "has since said"


def test_how_somebody_speaks_is_not_said() -> None:
    text = "Asked about the port, Obura said it would open in May."
    spans = ("Asked about the port", "it would open in May")
    drafts = draft_statements(text, stage(text, ("Obura",), ("said",), spans, said("said", "Obura")))
    assert [parts(text, draft) for draft in drafts if draft.attitude == "said"] == [["it would open in May"]]


def test_a_clause_that_the_article_sets_against_it_is_not_said() -> None:
    text = "Obura said all ports would open in May, though she gave no day."
    spans = ("all ports would open in May, though she gave no day",)
    (draft,) = draft_statements(text, stage(text, ("Obura",), ("said",), spans, said("said", "Obura")))
    assert parts(text, draft) == ["all ports would open in May"]


def test_the_verb_of_a_reporting_clause_is_the_cue_and_not_its_participle() -> None:
    text = "The port is shut for good, the Tarn Gazette reported, quoting a guard."
    spans = ("The port is shut for good, the Tarn Gazette reported",)
    relations = {**said("reported", "the Tarn Gazette")}
    draft = draft_statements(text, stage(text, ("the Tarn Gazette", "a guard"), ("quoting",), spans, relations))[0]
    assert draft.cue is not None and text[slice(*draft.cue)] == "reported"
    assert parts(text, draft) == ["The port is shut for good"]


def test_turns_of_a_transcript_have_their_speakers() -> None:
    text = '"OBURA: We will see about it.\n\n"LINDT: The port is open to all."'
    drafts = draft_statements(text, stage(text, ("OBURA",)))
    assert [parts(text, draft) for draft in drafts] == [["We will see about it."], ["The port is open to all."]]
    assert [draft.kind for draft in drafts] == ["direct", "direct"]
    assert drafts[0].speaker is not None and drafts[1].source is not None and text[slice(*drafts[1].source)] == "LINDT"


def test_turns_without_quotation_marks_are_direct_and_hold_what_others_are_said_to_say() -> None:
    text = "MIRA OBURA: Lindt said the port was open to all.\n\nLINDT: I never did.\n\nOBURA: The port is shut.\n\nLINDT: So it is."
    contents = ("the port was open to all",)
    drafts = draft_statements(text, stage(text, ("MIRA OBURA", "Lindt", "LINDT"), ("said",), contents, said("said", "Lindt")))
    told = [(draft.speaker and draft.speaker.text, draft.kind, text[slice(*draft.parts[0])]) for draft in drafts]
    assert told == [
        ("MIRA OBURA", "direct", "Lindt said the port was open to all."),
        ("Lindt", "indirect", "the port was open to all"),
        ("LINDT", "direct", "I never did."),
        ("MIRA OBURA", "direct", "The port is shut."),
        ("LINDT", "direct", "So it is."),
    ]
    assert drafts[2].hearer is not None and drafts[2].hearer.text == "MIRA OBURA"


def test_who_answers_is_named_before_the_first_question_and_who_asks_is_nobody() -> None:
    text = "We spoke to Mira Obura, a pilot.\n\nQ: Is the port open?\n\nA: It is shut.\n\nQ: Since when?"
    drafts = draft_statements(text, stage(text, ("Mira Obura",)))
    assert [draft.speaker and draft.speaker.text for draft in drafts] == [None, "Mira Obura", None]


def test_called_off_names_nothing() -> None:
    text = "Officials called off the march “for the time being” in May."
    assert draft_statements(text, stage(text, ("Officials",))) == []


def test_who_leads_to_a_content_says_it_be_it_an_outlet() -> None:
    text = "Obura warned that the port would shut, and the Tarn Gazette denied that the road was open."
    spans = ("the port would shut", "the road was open")
    outlet = OutletName(text.index("Tarn"), text.index(" denied"), "Tarn Gazette", None)
    relations = {**said("warned", "Obura"), **said("denied", "the Tarn Gazette"), ("content", "warned", spans[1]): 0.9}
    drafts = draft_statements(text, stage(text, ("Obura", "the Tarn Gazette"), ("warned", "denied"), spans, relations), [outlet])
    assert [parts(text, draft) for draft in drafts] == [[spans[0]], [spans[1]]]


@pytest.mark.parametrize("verb", ["said", "says"])
def test_a_pronoun_after_a_cue_begins_what_is_said(verb: str) -> None:
    text = f"The union, which owns the port, {verb} it would close."
    (draft,) = draft_statements(text, stage(text, ("The union", "it"), (verb,), ("it would close",), said(verb, "it")))
    assert draft.speaker is None or draft.speaker.text == "The union"
    assert parts(text, draft) == ["it would close"]


def test_a_pronoun_that_ends_its_clause_after_a_quotation_speaks() -> None:
    text = "“The port will close,” said she."
    (draft,) = draft_statements(text, stage(text, ("she",), ("said",), (), said("said", "she")))
    assert draft.speaker is not None and draft.speaker.text == "she"


def test_who_leads_a_transcript_by_a_role_has_the_words_of_the_label_and_no_identity() -> None:
    text = "HOST: Is the port open?\n\nO‘BURA: It is shut.\n\nHOST: Since when?\n\nO‘BURA: Since May."
    drafts = draft_statements(text, stage(text, ("O‘BURA",)))
    assert [d.speaker and d.speaker.text for d in drafts] == [None, "O‘BURA", None, "O‘BURA"]
    assert [d.source and text[slice(*d.source)] for d in drafts] == ["HOST", None, "HOST", None]


def test_what_others_are_said_to_say_in_a_question_is_theirs() -> None:
    text = "Q: Lindt said the port was open.\n\nA: It is shut.\n\nQ: Since when?"
    drafts = draft_statements(text, stage(text, ("Lindt",), ("said",), ("the port was open",), said("said", "Lindt")))
    told = [(draft.speaker and draft.speaker.text, parts(text, draft)) for draft in drafts[:2]]
    assert told == [(None, ["Lindt said the port was open."]), ("Lindt", ["the port was open"])]


@pytest.mark.parametrize(
    "cue", ["e-mailed", "hinted", "signalled", "shot back", "had let it be known", "sent word from the quay", "gave notice", "assured them"]
)
def test_what_somebody_lets_others_know_is_said_without_the_model(cue: str) -> None:
    text = f"Obura {cue} that the port would open."
    (draft,) = draft_statements(text, stage(text, ("Obura",)))
    assert draft.attitude == "said" and draft.speaker is not None
    assert parts(text, draft) == ["the port would open"]


def test_a_question_before_a_quotation_of_several_sentences_is_not_said() -> None:
    text = "Asked about the port, Obura said: “It is shut. It was never open.”"
    contents = ("Asked about the port", "It is shut. It was never open.")
    *_, draft = draft_statements(text, stage(text, ("Obura",), ("said",), contents, said("said", "Obura")))
    assert parts(text, draft) == [contents[1]]


@pytest.mark.parametrize(
    ("text", "people"),
    [
        ("“The port is shut,” thundered Obura.", ("Obura",)),
        ("“The port is shut,” Obura thundered on Monday.", ("Obura",)),
        ("“Who shut the port?” asked Obura of Lant.", ("Obura", "Lant")),
    ],
)
def test_a_verb_right_beside_a_quotation_tells_it(text: str, people: tuple[str, ...]) -> None:
    drafts = draft_statements(text, stage(text, people))
    assert [d.speaker and d.speaker.text for d in drafts] == ["Obura"]
    assert drafts[0].cue is not None and text[slice(*drafts[0].cue)] in ("thundered", "asked")


def test_who_stands_before_a_relative_clause_says_it() -> None:
    text = "Obura, who owns the port, said the port would close."
    (draft,) = draft_statements(text, stage(text, ("Obura",), ("said",), ("the port would close",)))
    assert draft.speaker is not None and draft.speaker.text == "Obura"


@pytest.mark.parametrize("verb", ["denied", "revealed", "acknowledged", "confided", "insisted"])
def test_a_verb_with_whom_it_is_told_is_a_cue_without_the_model(verb: str) -> None:
    text = f"Obura {verb} to the Lowland Weekly that the port was shut."
    (draft,) = draft_statements(text, stage(text, ("Obura",)))
    assert draft.cue is not None and text[slice(*draft.cue)] == verb
    assert parts(text, draft) == ["the port was shut"]


def test_a_semicolon_parts_a_content_from_the_cue_before_it() -> None:
    text = "The port is shut, Obura said; “We are going to wait,” Lindt told Marek; the road is open, Obura added."
    relations = {**said("said", "Obura"), **said("told", "Lindt"), ("content", "said", "We are going to wait,"): 0.9}
    drafts = draft_statements(text, stage(text, ("Obura", "Lindt"), ("said", "told"), (), relations))
    whose = {text[slice(*part)]: draft.speaker and draft.speaker.text for draft in drafts for part in draft.parts}
    assert whose["We are going to wait,"] == "Lindt"


def drafted(text: str, people: tuple[str, ...] = (), cues: tuple[str, ...] = ()) -> list[tuple[str | None, list[str]]]:
    """Who says what in a text: the speaker's or the source's words, and the contents."""
    said = [draft for draft in draft_statements(text, stage(text, people, cues)) if draft.attitude == "said"]
    named = [draft.speaker.text if draft.speaker else text[slice(*draft.source)] if draft.source else None for draft in said]
    return [(who, [text[s:e] for s, e in draft.parts]) for who, draft in zip(named, said, strict=True)]


@pytest.mark.parametrize(
    ("text", "people", "said"),
    [
        ("Obura denied in a letter to Reuters that the port was shut.", ("Obura",), ("Obura", ["the port was shut"])),
        ("Reuters cited Obura as saying the port was shut.", ("Reuters", "Obura"), ("Reuters", ["the port was shut"])),
        ("As reported by Reuters, the port was shut.", ("Reuters",), ("Reuters", ["the port was shut"])),
        ("Per the Gazette, the port was shut.", ("the Gazette",), ("the Gazette", ["the port was shut"])),
        ("The port was shut, according to Reuters, quoting dockers.", ("Reuters",), ("Reuters", ["The port was shut"])),
        ("The port was shut for days, says a letter sent to Reuters.", (), ("a letter sent to Reuters", ["The port was shut for days"])),
        ("The port was shut for days, according to US harbour data.", ("US",), ("US harbour data", ["The port was shut for days"])),
        ("“Not today!” Obura thundered, and left.", ("Obura",), ("Obura", ["Not today!"])),
        ("Obura wrote in a note to the dockers, “We will not open it.”", ("Obura",), ("Obura", ["We will not open it."])),
        ("Obura told the Gazette he would open the port.", ("Obura", "he"), ("Obura", ["he would open the port"])),
    ],
)
def test_reported_speech_in_its_many_forms(text: str, people: tuple[str, ...], said: tuple[str, list[str]]) -> None:
    assert said in drafted(text, people)


@pytest.mark.parametrize("text", ["All told, Obura lost ten boats in the port.", "Obura has added another boat to the old fleet."])
def test_what_only_looks_like_speech_is_none(text: str) -> None:
    assert drafted(text, ("Obura",)) == []


@pytest.mark.parametrize("led", ["has since said", "went on to say", "begins to say", "would later seek to say", "further said"])
def test_a_cue_has_the_verbs_that_lead_to_it(led: str) -> None:
    text, verb = f"Obura {led} that the port was shut.", led.split()[-1]
    draft = Draft(stage(text)[0], (text.index(verb), text.index(verb) + len(verb)), None, [(text.index("the port"), len(text) - 1)])
    cue = build_statement(draft, "s1", text, lambda *_: (), None).cue
    assert cue is not None and text[cue.start : cue.end] == led
